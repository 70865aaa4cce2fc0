//! What was published before, and what changed since: the record in `data/changes.yaml`, the services as they are now,
//! and the difference, as far as readers may be told of it.
//!
//! A feed may be open on a shared screen and a record is kept for years. So of a sensitive page there is its quiet title
//! and whether it can be used, of a hidden place nothing at all, and a change tells what kind of thing changed and never
//! what stood there before.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{Details, Hours, Page, Place, Publication, Service, Site, Status, Uuid, fold, phone_href, spaced};

/// What was published last, and what had changed before that.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The day it was taken down.
    pub recorded: Date,
    /// The services, in the order of addresses.
    pub services: Vec<PublishedService>,
    /// What changed from one publication to the next, the newest first.
    pub log: Vec<Change>,
    /// Identifiers that open data had and has no longer.
    pub gone: Vec<Gone>,
}

/// A service as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedService {
    /// Its identifier in open data.
    pub id: Uuid,
    /// Its address.
    pub address: String,
    /// Its title; the quiet one of a sensitive page.
    pub title: String,
    /// Whether it could be used.
    pub status: Status,
    /// Whether its page was sensitive: then nothing below is known.
    pub sensitive: bool,
    /// Whether open data told of it.
    pub shared: bool,
    /// Its numbers for calls and texts, but for a person's own.
    pub phones: Vec<String>,
    /// Its places; nothing where one of them is hidden.
    pub places: Vec<String>,
    /// Whether one of its places is hidden.
    pub hides: bool,
    /// When it is open, in words.
    pub hours: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
}

/// Something that changed about a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The day of the publication.
    pub date: Date,
    /// The service.
    pub id: Uuid,
    /// Which change of this service it is, from 1; by it those who follow a feed know it again.
    pub number: u32,
    /// What changed.
    pub kinds: Vec<ChangeKind>,
    /// The address of its page.
    pub address: String,
    /// Its title.
    pub title: String,
    /// What it was called before, where that changed.
    pub was: Option<String>,
    /// Numbers that it has got, where its numbers changed.
    pub phones: Vec<String>,
    /// Its topics and areas, such as `topics/breaks`.
    pub terms: Vec<String>,
    /// Whether open data tells of it, or did.
    pub shared: bool,
}

/// What kind of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The service is new.
    New,
    /// It has ended.
    Ended,
    /// It is not on the site any more.
    Removed,
    /// It is full.
    Full,
    /// It is closed for a while.
    Closed,
    /// It can be used again.
    Open,
    /// It has another name.
    Title,
    /// It has moved.
    Place,
    /// It has another number.
    Phone,
    /// Its opening times changed.
    Hours,
    /// What it costs changed.
    Cost,
    /// Its page has another address.
    Address,
}

impl ChangeKind {
    /// Every kind, the most important first.
    pub const ALL: &[Self] = &[
        Self::New,
        Self::Ended,
        Self::Removed,
        Self::Full,
        Self::Closed,
        Self::Open,
        Self::Title,
        Self::Place,
        Self::Phone,
        Self::Hours,
        Self::Cost,
        Self::Address,
    ];

    /// The word in files, data and messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Ended => "ended",
            Self::Removed => "removed",
            Self::Full => "full",
            Self::Closed => "closed",
            Self::Open => "open",
            Self::Title => "title",
            Self::Place => "place",
            Self::Phone => "phone",
            Self::Hours => "hours",
            Self::Cost => "cost",
            Self::Address => "address",
        }
    }

    /// Whether it may be told of a sensitive page.
    fn is_quiet(self) -> bool {
        matches!(self, Self::New | Self::Ended | Self::Removed | Self::Full | Self::Closed | Self::Open)
    }
}

/// An identifier that open data had and has no longer.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// The identifier.
    pub id: Uuid,
    /// Since when.
    pub date: Date,
    /// The identifier that the same service has now.
    pub now: Option<Uuid>,
}

/// What changed, as the site tells it.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The day of the publication that the site is compared with; nothing where none was taken down.
    pub since: Option<Date>,
    /// Everything that changed since and before, the newest first.
    pub all: Vec<Change>,
    /// How many of them have changed since.
    pub new: usize,
    /// Identifiers that open data had and has no longer.
    pub gone: Vec<Gone>,
}

impl Changes {
    /// Compares a site with what was published before.
    pub fn of(site: &Site) -> Self {
        let Some(published) = &site.records.published else {
            return Self::default();
        };
        let known: HashMap<Uuid, &Page> = site.services().into_iter().map(|(page, _, id)| (id, page)).collect();
        let now = services(site);
        let pairs = pairs(site, published, &now);
        let mut numbers: HashMap<Uuid, u32> = HashMap::new();
        for change in &published.log {
            let last = numbers.entry(change.id).or_default();
            *last = change.number.max(*last);
        }
        let told = pairs.iter().filter_map(|pair| {
            let (service, kinds) = pair.difference(site)?;
            let has = |kind| kinds.contains(&kind);
            let was = pair.before.filter(|_| has(ChangeKind::Title)).map(|before| before.title.clone());
            let phones = if has(ChangeKind::Phone) { pair.new_phones() } else { Vec::new() };
            let number = numbers.get(&service.id).map_or(1, |last| last + 1);
            Some(Change {
                date: site.today,
                id: service.id,
                number,
                kinds,
                address: service.address.clone(),
                title: service.title.clone(),
                was,
                phones,
                terms: known.get(&service.id).map(|page| terms(site, page)).unwrap_or_default(),
                shared: service.shared,
            })
        });
        let mut new: Vec<Change> = told.collect();
        new.sort_by_cached_key(|change| (change.kinds.first().copied(), fold(&change.title), change.id));
        let sensitive = site.pages.iter().filter(|page| page.common.sensitive);
        let quiet = sensitive.map(|page| fold(&page.common.title)).collect();
        let held_back = HeldBack::of(site, &pairs).gone.into_iter().map(|service| service.id).collect();
        let telling = Telling { site, aliases: aliases(site), known, quiet, held_back };
        let mut all: Vec<Change> = new.into_iter().filter_map(|change| telling.told(change)).collect();
        let new = all.len();
        all.extend(published.log.iter().cloned().filter_map(|change| telling.told(change)));
        Self { since: Some(published.recorded), all, new, gone: gone(site.today, published, &pairs, &now) }
    }

    /// The changes of the newest publication that had any: those since the last one that was taken down, or those that
    /// it took down.
    pub fn newest(&self) -> &[Change] {
        let day = self.all.first().map(|change| change.date);
        let count = self.all.iter().take_while(|change| Some(change.date) == day).count();
        &self.all[..count]
    }
}

impl Published {
    /// What a site will be compared with once it is published as it is now.
    pub fn now(site: &Site) -> Self {
        let Changes { all, gone, .. } = Changes::of(site);
        Self { recorded: site.today, services: services(site), log: all, gone }
    }
}

impl Change {
    /// What changed, in sentences. `say` gives the words of a message with its arguments.
    pub fn words(&self, site: &Site, say: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
        let sentence = |kind: &ChangeKind| match (kind, &self.was) {
            (ChangeKind::Title, Some(was)) => say("change_title_was", &[("was", was)]),
            (ChangeKind::Phone, _) => match self.numbers(site).as_slice() {
                [] => say("change_phone", &[]),
                numbers => say("change_phone_new", &[("number", &numbers.join(", "))]),
            },
            (kind, _) => say(&format!("change_{}", kind.word()), &[]),
        };
        self.kinds.iter().map(sentence).collect::<Vec<_>>().join(" ")
    }

    /// The page, where readers can see it.
    pub fn page<'a>(&self, site: &'a Site) -> Option<&'a Page> {
        site.by_address.get(&self.address).map(|id| site.page(*id)).filter(|page| page.is_public())
    }

    /// The new numbers, as far as the service still has them.
    fn numbers(&self, site: &Site) -> Vec<&str> {
        let now = match self.page(site).map(|page| (&page.common, &page.details)) {
            Some((common, Details::Service(service))) if !common.sensitive => phones(service),
            _ => Vec::new(),
        };
        self.phones.iter().map(String::as_str).filter(|number| now.iter().any(|known| known == number)).collect()
    }
}

/// The services of a site as they are published now.
fn services(site: &Site) -> Vec<PublishedService> {
    site.services().into_iter().map(|(page, service, id)| published(site, page, service, id)).collect()
}

fn published(site: &Site, page: &Page, service: &Service, id: Uuid) -> PublishedService {
    let quiet = PublishedService {
        id,
        address: page.address.clone(),
        title: page.common.safe_title().to_owned(),
        status: service.status,
        sensitive: page.common.sensitive,
        shared: site.is_open_data(page),
        phones: Vec::new(),
        places: Vec::new(),
        hides: false,
        hours: None,
        cost: None,
    };
    if page.common.sensitive {
        return quiet;
    }
    let hides = service.places.iter().any(|place| place.hidden);
    PublishedService {
        phones: phones(service),
        places: service.places.iter().filter(|_| !hides).map(place).collect(),
        hides,
        hours: service.hours.as_ref().map(hours),
        cost: service.cost.as_ref().map(|cost| cost.text.clone()),
        ..quiet
    }
}

fn phones(service: &Service) -> Vec<String> {
    let mut numbers = Vec::new();
    for contact in &service.contacts {
        let voice = contact.phones.iter().filter(|phone| phone.may_be_shared()).map(|phone| phone.number.as_str());
        for number in voice.chain(contact.texts.iter().map(String::as_str)).map(spaced) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    numbers
}

fn place(place: &Place) -> String {
    let parts = [&place.name, &place.address, &place.town, &place.postcode];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn hours(hours: &Hours) -> String {
    match hours {
        Hours::Words(words) => words.clone(),
        Hours::Rows(rows) => {
            let row = |row: &super::HoursRow| {
                let every = row.every.as_ref().map(|every| format!(" every {every}")).unwrap_or_default();
                let term = if row.term_time { " in term time" } else { "" };
                format!("{} {} to {}{every}{term}", row.days, row.from, row.to)
            };
            rows.iter().map(row).collect::<Vec<_>>().join("; ")
        }
    }
}

/// The topics and areas by which people follow changes; none of a sensitive page, and no area where a place is hidden.
fn terms(site: &Site, page: &Page) -> Vec<String> {
    let hides = matches!(&page.details, Details::Service(service) if service.places.iter().any(|place| place.hidden));
    let is_followed = |key: &str| key == "topics" || key == "areas" && !hides;
    let terms = page.common.terms.iter().filter(|_| !page.common.sensitive);
    terms
        .filter(|term| is_followed(site.key_of(**term)))
        .map(|term| format!("{}/{}", site.key_of(*term), site.term(*term).slug))
        .collect()
}

/// A service before and now.
struct Pair<'b, 'n> {
    before: Option<&'b PublishedService>,
    now: Option<&'n PublishedService>,
}

/// Finds each service again: by its identifier, or by its old address among those of a page that has moved.
fn pairs<'b, 'n>(site: &Site, published: &'b Published, now: &'n [PublishedService]) -> Vec<Pair<'b, 'n>> {
    let by_id: HashMap<Uuid, &PublishedService> = now.iter().map(|service| (service.id, service)).collect();
    let before: HashSet<Uuid> = published.services.iter().map(|service| service.id).collect();
    let mut by_alias: HashMap<&str, &PublishedService> = HashMap::new();
    for service in now.iter().filter(|service| !before.contains(&service.id)) {
        let page = site.by_address.get(&service.address).map(|id| site.page(*id));
        for alias in page.iter().flat_map(|page| &page.common.aliases) {
            by_alias.entry(alias.trim_matches('/')).or_insert(service);
        }
    }
    let mut found: HashSet<Uuid> = HashSet::new();
    let mut pairs = Vec::with_capacity(now.len());
    for service in &published.services {
        let moved = || by_alias.get(service.address.trim_matches('/')).filter(|other| !found.contains(&other.id));
        let other = by_id.get(&service.id).or_else(moved).copied();
        found.extend(other.map(|other| other.id));
        pairs.push(Pair { before: Some(service), now: other });
    }
    let new = now.iter().filter(|service| !found.contains(&service.id));
    pairs.extend(new.map(|service| Pair { before: None, now: Some(service) }));
    pairs
}

impl<'a> Pair<'a, 'a> {
    /// What changed: the service to name, and the kinds.
    fn difference(&self, site: &Site) -> Option<(&'a PublishedService, Vec<ChangeKind>)> {
        match (self.before, self.now) {
            (Some(before), Some(now)) => {
                let kinds = kinds(before, now);
                (!kinds.is_empty()).then_some((now, kinds))
            }
            (None, Some(now)) => (now.status != Status::Ended).then(|| (now, vec![ChangeKind::New])),
            (Some(before), None) if before.status != Status::Ended => {
                let page = site.by_address.get(&before.address).map(|id| site.page(*id));
                let is_over = page.is_some_and(|page| matches!(page.publication, Publication::Expired(_)));
                Some((before, vec![if is_over { ChangeKind::Ended } else { ChangeKind::Removed }]))
            }
            _ => None,
        }
    }

    /// The numbers that were not there before.
    fn new_phones(&self) -> Vec<String> {
        let before: Vec<String> =
            self.before.iter().flat_map(|before| &before.phones).map(|number| phone_href("tel", number)).collect();
        let now = self.now.iter().flat_map(|now| &now.phones);
        now.filter(|number| !before.contains(&phone_href("tel", number))).cloned().collect()
    }
}

fn kinds(before: &PublishedService, now: &PublishedService) -> Vec<ChangeKind> {
    let mut kinds = Vec::new();
    if before.status != now.status {
        kinds.push(match now.status {
            Status::Open => ChangeKind::Open,
            Status::Full => ChangeKind::Full,
            Status::ClosedForNow => ChangeKind::Closed,
            Status::Ended => ChangeKind::Ended,
        });
    }
    // What a sensitive page was called would tell what its quiet title keeps.
    if before.sensitive || now.sensitive || now.status == Status::Ended {
        return kinds;
    }
    let words = |words: &[String]| words.iter().map(|words| fold(words)).collect::<Vec<_>>();
    let one = |words: &Option<String>| words.as_deref().map(fold);
    let numbers = |phones: &[String]| {
        let mut numbers: Vec<String> = phones.iter().map(|number| phone_href("tel", number)).collect();
        numbers.sort_unstable();
        numbers
    };
    let is_other = [
        (ChangeKind::Title, fold(&before.title) != fold(&now.title)),
        (ChangeKind::Place, !before.hides && !now.hides && words(&before.places) != words(&now.places)),
        (ChangeKind::Phone, numbers(&before.phones) != numbers(&now.phones)),
        (ChangeKind::Hours, one(&before.hours) != one(&now.hours)),
        (ChangeKind::Cost, one(&before.cost) != one(&now.cost)),
        (ChangeKind::Address, before.address != now.address),
    ];
    kinds.extend(is_other.into_iter().filter(|(_, is_other)| *is_other).map(|(kind, _)| kind));
    kinds
}

/// What decides how a change may be told today: its page may have become sensitive since, or one of its places hidden.
struct Telling<'a> {
    site: &'a Site,
    /// The services of the site by their identifiers.
    known: HashMap<Uuid, &'a Page>,
    /// Pages by the addresses that they had before.
    aliases: HashMap<&'a str, &'a Page>,
    /// The whole titles of sensitive pages.
    quiet: HashSet<String>,
    /// The services of which nothing may be told, since one that is new may be one of them.
    held_back: HashSet<Uuid>,
}

impl Telling<'_> {
    fn told(&self, mut change: Change) -> Option<Change> {
        let there = || self.site.by_address.get(&change.address).map(|id| self.site.page(*id));
        let known = self.known.get(&change.id).copied();
        let own = known.or_else(there);
        let moved = || self.aliases.get(change.address.trim_matches('/')).copied();
        let found = own.or_else(moved);
        // Whatever stands at its address now: what a sensitive page is called is told of no other one, unless that has the
        // same title for all to see.
        let is_quiet = |title: &str| {
            let title = fold(title);
            self.quiet.contains(&title)
                && found.is_none_or(|page| page.common.sensitive || fold(&page.common.title) != title)
        };
        let is_sensitive = own.is_some_and(|page| page.common.sensitive);
        if self.held_back.contains(&change.id) || !is_sensitive && is_quiet(&change.title) {
            return None;
        }
        change.was.take_if(|was| is_quiet(was));
        match found {
            Some(page) if !page.common.may_be_announced() => return None,
            // What took its place may be another service, and must not be called by this one's news.
            Some(page) if page.common.sensitive && own.is_none() => return None,
            Some(page) if page.common.sensitive => {
                change.title = page.common.safe_title().to_owned();
                (change.was, change.phones, change.terms) = (None, Vec::new(), Vec::new());
                change.kinds.retain(|kind| kind.is_quiet());
            }
            Some(Page { details: Details::Service(service), .. })
                if service.places.iter().any(|place| place.hidden) =>
            {
                change.kinds.retain(|kind| *kind != ChangeKind::Place);
                change.terms.retain(|term| !term.starts_with("areas/"));
            }
            _ => {}
        }
        if let Some(page) = known {
            // It is found at its address of today, and kept under the terms of that day.
            change.address.clone_from(&page.address);
        }
        (!change.kinds.is_empty()).then_some(change)
    }
}

/// The pages that were at another address before, by that address without its slashes.
fn aliases(site: &Site) -> HashMap<&str, &Page> {
    let mut pages = HashMap::new();
    for page in &site.pages {
        for alias in &page.common.aliases {
            pages.entry(alias.trim_matches('/')).or_insert(page);
        }
    }
    pages
}

/// Services that were published and are nowhere to be found, while a sensitive one is new: they may be one that was moved
/// without a word of where it was, and then its old title would tell what the quiet one keeps.
#[derive(Debug, Default)]
pub struct HeldBack<'a> {
    /// Those that are gone, of which nothing is told.
    pub gone: Vec<&'a PublishedService>,
    /// The pages of the sensitive ones that are new.
    pub new: Vec<&'a Page>,
}

impl<'a> HeldBack<'a> {
    /// What a site does not tell since it was published; nothing where there is no record of that.
    pub fn since(site: &'a Site) -> Self {
        let Some(published) = &site.records.published else { return Self::default() };
        Self::of(site, &pairs(site, published, &services(site)))
    }

    fn of(site: &'a Site, pairs: &[Pair<'a, '_>]) -> Self {
        let new = pairs.iter().filter(|pair| pair.before.is_none()).filter_map(|pair| pair.now);
        let new = new.filter(|now| now.sensitive).filter_map(|now| site.by_address.get(&now.address));
        let new: Vec<&Page> = new.map(|id| site.page(*id)).collect();
        let gone = pairs.iter().filter(|pair| pair.now.is_none() && !new.is_empty()).filter_map(|pair| pair.before);
        let gone: Vec<_> = gone.filter(|before| before.status != Status::Ended).collect();
        if gone.is_empty() { Self::default() } else { Self { gone, new } }
    }
}

fn gone(today: Date, published: &Published, pairs: &[Pair<'_, '_>], now: &[PublishedService]) -> Vec<Gone> {
    let shared: HashSet<Uuid> = now.iter().filter(|service| service.shared).map(|service| service.id).collect();
    let new = pairs.iter().filter_map(|pair| {
        let before = pair.before.filter(|before| before.shared && !shared.contains(&before.id))?;
        let now = pair.now.map(|now| now.id).filter(|id| *id != before.id && shared.contains(id));
        Some(Gone { id: before.id, date: today, now })
    });
    let kept = published.gone.iter().filter(|gone| !shared.contains(&gone.id)).cloned();
    let mut all: Vec<Gone> = new.chain(kept).collect();
    all.sort_by(|a, b| b.date.cmp(&a.date).then(a.id.cmp(&b.id)));
    all
}
