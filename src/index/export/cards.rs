//! What a result shows, a few documents a file.
//!
//! A card is `[title, link, summary, badges, areas]`, without empty ones at the end. `*` in a link stands for the title in
//! the form of addresses. Badges are words that the search
//! page translates: the content type, `easy`, `young`, `bsl`, what it costs, and a status that is not open; `sensitive`
//! asks the page to show "Leave this site".

use super::Put;
use crate::index::build::LanguageIndex;
use crate::model::{Details, Form, Page, Site, Status, Variant};

/// How many files one table of hashes covers.
const TABLE: usize = 256;
/// The most areas that are named.
const AREAS: usize = 3;

/// How many cards a file has: ten results come from ten places, so small files save a phone the most, and large
/// sites would have too many.
pub(super) fn per_file(documents: usize) -> usize {
    match documents {
        0..=2_000 => 5,
        2_001..=20_000 => 24,
        _ => 32,
    }
}

/// Writes cards and the tables of their hashes, and gives the hashes of the tables.
pub(super) fn write(site: &Site, index: &LanguageIndex, put: &mut Put<'_>) -> Vec<String> {
    let per_file = per_file(index.pages.len());
    let mut hashes = Vec::new();
    for (number, pages) in index.pages.chunks(per_file).enumerate() {
        let cards: Vec<Vec<String>> = pages.iter().map(|indexed| card(site, site.page(indexed.page))).collect();
        let content = serde_json::to_vec(&cards).expect("strings are JSON");
        hashes.push(put(&format!("c{number}"), content));
    }
    let tables = hashes.chunks(TABLE).enumerate();
    tables.map(|(number, hashes)| put(&format!("t{number}"), format!("\"{}\"", hashes.concat()).into_bytes())).collect()
}

fn card(site: &Site, page: &Page) -> Vec<String> {
    let common = &page.common;
    let mut card = vec![
        common.safe_title().to_owned(),
        link(site, page),
        common.summary.clone().unwrap_or_default(),
        badges(site, page).join(" "),
        areas(site, page),
    ];
    while card.last().is_some_and(String::is_empty) {
        card.pop();
    }
    card
}

/// The link of a page, short where the browser can make the rest of the title.
fn link(site: &Site, page: &Page) -> String {
    let link = site.settings.href(&page.address);
    let name = plain_slug(page.common.safe_title());
    match link.strip_suffix('/').and_then(|link| link.strip_suffix(name.as_str())) {
        Some(folder) if folder.ends_with('/') && !name.is_empty() => format!("{folder}*/"),
        _ => link,
    }
}

/// A text in the form of addresses as far as its plain letters and digits go, which is what the browser makes of it.
pub(super) fn plain_slug(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn badges<'a>(site: &'a Site, page: &'a Page) -> Vec<&'a str> {
    let mut badges = vec![page.content_type.name()];
    badges.extend(forms(site, page));
    badges.extend(is_free(page).then_some("free"));
    if let Details::Service(service) = &page.details {
        badges.extend(match service.status {
            Status::Open => None,
            Status::Full => Some("full"),
            Status::ClosedForNow => Some("closed"),
            Status::Ended => Some("ended"),
        });
    }
    badges.extend(page.common.sensitive.then_some("sensitive"));
    badges
}

/// The forms besides the standard one in which a page can be had in its language.
pub(super) fn forms(site: &Site, page: &Page) -> Vec<&'static str> {
    let is_there = |form: &Form| {
        let wanted = Variant { language: page.variant.language, form: *form };
        let mut group = site.group(page.group).pages.iter().map(|id| site.page(*id));
        page.variant == wanted || group.any(|other| other.variant == wanted && other.is_listed())
    };
    let written = [Form::Easy, Form::Young].into_iter().filter(is_there).map(Form::word);
    written.chain(page.common.bsl.is_some().then_some("bsl")).collect()
}

/// Whether a page is a service that costs nothing.
pub(super) fn is_free(page: &Page) -> bool {
    let Details::Service(service) = &page.details else { return false };
    service.cost.as_ref().is_some_and(|cost| cost.kind.as_deref() == Some("free"))
}

/// The names of a page's areas; the county's where it stands under all of them, as a hidden place must.
fn areas(site: &Site, page: &Page) -> String {
    if let Some(county) = site.county_of(page) {
        return county.to_owned();
    }
    let names: Vec<&str> = site.areas_of(page).map(|area| &*site.term(area).name).collect();
    if names.len() > AREAS { format!("{}, …", names[..AREAS].join(", ")) } else { names.join(", ") }
}
