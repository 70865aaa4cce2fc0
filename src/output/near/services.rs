//! Which services cover each area, where their places are, and what is shown of each.
//!
//! The file of an area is `{"c":{"0":HASH},"near":[numbers, latitudes, longitudes, whose],"rest":[numbers, whose],
//! "wide":[numbers]}`: services with places, one entry a place; those without; those for the whole country. Numbers are
//! steps from the one before, and so are latitudes and longitudes in thousandths of a degree. Whose home counts is a
//! letter for each: `c` the carer's, `p` that of the person cared for, `e` either, `g` that of the GP, `-` not said; `a`
//! stands for a service that names no area, which has to be asked.
//!
//! Numbers are given so that neighbours on the ground stand together: the nearest twenty come out of a few files.
//! A service with a hidden place, or with a quiet title, has no point at all, so that neither its distance nor its place in
//! an order tells anything.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{FOLDER, hash, thousandths};
use crate::data::Point;
use crate::model::{Details, Form, Kind, Page, PageId, Place, Service, Site, Status, TermRef, Variant, fold, spaced};
use crate::output::OutputFile;

/// How many services one file shows.
pub(super) const PER_FILE: usize = 16;

/// What the manifest needs to know.
pub(super) struct Written {
    /// The hash of the file of each area, in the order of the records; none for an area next door.
    pub areas: Vec<Option<String>>,
    /// For each language but the main one, the hashes of its own files by their numbers.
    pub own: BTreeMap<u8, BTreeMap<usize, String>>,
}

/// A service as it is ordered and written.
struct Entry<'a> {
    page: &'a Page,
    service: &'a Service,
    places: Vec<(&'a Place, Point)>,
    areas: BTreeSet<TermRef>,
    reach: Reach,
}

/// How far a service reaches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// One has to go there.
    Near,
    /// It is given in an area, without a place.
    Rest,
    /// It is for the whole country.
    Wide,
}

/// Writes the files of all areas and services.
pub(super) fn write(site: &Site, files: &mut Vec<OutputFile>) -> Written {
    let mut entries: Vec<Entry<'_>> = site.pages.iter().filter_map(|page| entry(site, page)).collect();
    let every = site.area_count();
    entries.sort_by_cached_key(|entry| {
        let first = entry.places.first().map_or(0, |(_, point)| interleaved(*point));
        let is_everywhere = entry.areas.is_empty() || entry.areas.len() == every;
        (entry.reach, first, is_everywhere, fold(entry.page.common.safe_title()), entry.page.id)
    });
    let mut hashes = Vec::new();
    let mut own: BTreeMap<u8, BTreeMap<usize, String>> = BTreeMap::new();
    for (number, chunk) in entries.chunks(PER_FILE).enumerate() {
        for language in (0u8..).take(site.settings.languages.len()) {
            let is_translated = chunk.iter().any(|entry| words(site, entry.page, language).id != entry.page.id);
            if language > 0 && !is_translated {
                continue;
            }
            let cards: Vec<Value> = chunk.iter().map(|entry| card(site, entry, language)).collect();
            let content = serde_json::to_vec(&cards).expect("texts are JSON");
            let hash = hash(&content);
            let code = &site.settings.languages[usize::from(language)].code;
            let name = if language == 0 { format!("c{number}.{hash}") } else { format!("c{number}.{code}.{hash}") };
            files.push((format!("{FOLDER}/{name}.json"), content));
            if language == 0 {
                hashes.push(hash);
            } else {
                own.entry(language).or_default().insert(number, format!("{code}.{hash}"));
            }
        }
    }
    let areas = site.records.areas.iter().enumerate().map(|(number, area)| {
        if area.is_neighbour() {
            return None;
        }
        let content = serde_json::to_vec(&of_area(site, &entries, number, &hashes)).expect("numbers are JSON");
        let hash = hash(&content);
        files.push((format!("{FOLDER}/a{number}.{hash}.json"), content));
        Some(hash)
    });
    Written { areas: areas.collect(), own }
}

/// A service that readers are to find here: what stands on lists stands here too.
fn entry<'a>(site: &'a Site, page: &'a Page) -> Option<Entry<'a>> {
    let Details::Service(service) = &page.details else { return None };
    let is_main = page.variant == Variant { language: 0, form: Form::Standard };
    // One that has ended stands in the A to Z alone.
    if !is_main || service.status == Status::Ended || !page.is_listed() || page.kind != Kind::Content || page.part != 1
    {
        return None;
    }
    // The name of its place, or how far it is from two homes, would say what a quiet title leaves out.
    let is_quiet = page.common.sensitive && page.common.quiet_title.is_some();
    let hides = is_quiet || service.places.iter().any(|place| place.hidden);
    let shown = service.places.iter().filter(|_| !hides && !service.national);
    let places: Vec<(&Place, Point)> = shown.filter_map(|place| Some((place, site.records.point_of(place)?))).collect();
    let reach = match places.is_empty() {
        _ if service.national => Reach::Wide,
        false => Reach::Near,
        true => Reach::Rest,
    };
    let areas = site.areas_of(page).collect();
    Some(Entry { page, service, places, areas, reach })
}

/// A number for a point by which neighbours mostly follow each other: the bits of both coordinates in turn.
fn interleaved(point: Point) -> u64 {
    let spread = |value: i32| {
        let value = u64::try_from(value.clamp(0, (1 << 20) - 1)).unwrap_or(0);
        (0..20).fold(0, |all, bit| all | ((value >> bit & 1) << (2 * bit)))
    };
    spread(thousandths(point.lat)) << 1 | spread(thousandths(point.lon) + 180_000)
}

fn of_area(site: &Site, entries: &[Entry<'_>], area: usize, hashes: &[String]) -> Value {
    let terms = site.terms_of_area(area);
    let covers = |entry: &Entry<'_>| entry.areas.is_empty() || terms.iter().any(|term| entry.areas.contains(term));
    let mut near = (Steps::default(), Steps::default(), Steps::default(), String::new());
    let mut rest = (Steps::default(), String::new());
    let mut wide = Steps::default();
    let mut chunks: BTreeMap<usize, &str> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        if entry.reach != Reach::Wide && !covers(entry) {
            continue;
        }
        chunks.insert(number / PER_FILE, &hashes[number / PER_FILE]);
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        match entry.reach {
            Reach::Wide => wide.push(number),
            Reach::Rest => {
                rest.0.push(number);
                rest.1.push(whose(entry));
            }
            Reach::Near => {
                for (_, point) in &entry.places {
                    near.0.push(number);
                    near.1.push(thousandths(point.lat));
                    near.2.push(thousandths(point.lon));
                    near.3.push(whose(entry));
                }
            }
        }
    }
    json!({
        "c": chunks, "near": [near.0.0, near.1.0, near.2.0, near.3], "rest": [rest.0.0, rest.1], "wide": [wide.0],
    })
}

/// Numbers as steps from the one before.
#[derive(Default)]
struct Steps(Vec<i32>, i32);

impl Steps {
    fn push(&mut self, number: i32) {
        self.0.push(number - self.1);
        self.1 = number;
    }
}

fn whose(entry: &Entry<'_>) -> char {
    match entry.service.area_of.as_deref() {
        _ if entry.areas.is_empty() && !entry.service.places.iter().any(|place| place.hidden) => 'a',
        Some("carer") => 'c',
        Some("cared-for") => 'p',
        Some("either") => 'e',
        Some("gp") => 'g',
        _ => '-',
    }
}

/// The page whose words a reader of a language gets.
fn words<'a>(site: &'a Site, page: &'a Page, language: u8) -> &'a Page {
    let reader = Variant { language, form: Form::Standard };
    let best = site.best_for(page.group, reader).map_or(page, |id: PageId| site.page(id));
    if best.variant == reader && !best.is_fallback { best } else { page }
}

/// What is shown of a service: `[title, link, summary, phone, who answers, number for messages, status, whether to
/// call before going there, translated, places]`, without what is empty at the end. Of a sensitive one there is no more than
/// on lists.
fn card(site: &Site, entry: &Entry<'_>, language: u8) -> Value {
    let page = words(site, entry.page, language);
    let common = &page.common;
    let is_quiet = common.sensitive && common.quiet_title.is_some();
    let phones = entry.service.contacts.iter().flat_map(|contact| &contact.phones);
    let mut texts = entry.service.contacts.iter().flat_map(|contact| &contact.texts);
    let phone = phones.clone().next().filter(|_| !common.sensitive);
    let text = texts.next().filter(|_| !common.sensitive && phone.is_none());
    let status = match entry.service.status {
        Status::Open | Status::Ended => "",
        Status::Full => "full",
        Status::ClosedForNow => "closed",
    };
    let label = phone.and_then(|phone| phone.label.clone()).filter(|_| phones.count() > 1).unwrap_or_default();
    let places: Vec<String> = entry.places.iter().map(|(place, _)| named(place)).collect();
    let mut card = vec![
        json!(common.safe_title()),
        json!(site.settings.href(&page.address)),
        json!(common.summary.as_deref().filter(|_| !is_quiet).unwrap_or_default()),
        json!(phone.map(|phone| spaced(&phone.number)).unwrap_or_default()),
        json!(label),
        json!(text.map(|text| spaced(text)).unwrap_or_default()),
        json!(status),
        json!(u8::from(site.is_to_be_called_first(entry.page))),
        json!(u8::from(page.id != entry.page.id)),
        json!(places),
    ];
    let is_empty = |value: &Value| matches!(value.as_str(), Some("")) || *value == json!(0) || *value == json!([]);
    while card.last().is_some_and(is_empty) {
        card.pop();
    }
    Value::from(card)
}

/// A place in a few words: its name, and the town where that is not in it.
fn named(place: &Place) -> String {
    let name = place.name.as_deref().or(place.address.as_deref());
    let town = place.town.as_deref().filter(|town| name.is_none_or(|name| !name.contains(town)));
    [name, town].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
