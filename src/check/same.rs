//! What makes two names, two numbers or two services the same, however they are written.
//!
//! Names are compared by their words in any order, numbers by their digits, places by what readers see of them: a hidden
//! place has neither street nor postcode here, and what it keeps back is not asked for.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::data::{Figure, Postcode, figures};
use crate::model::{Contact, Details, Kind, Page, PageId, Place, Service, Site, Status, slug};

/// Words that tell no two names apart.
const FILLERS: &[&str] = &["the", "and", "of", "for", "in", "at", "ltd", "limited", "cic", "cio", "plc"];

/// The words of a name that tell it from others, in the order of the alphabet: without accents, apostrophes, capitals
/// and the plain s of a plural. Nothing for a name without any.
pub(super) fn words(name: &str) -> Vec<String> {
    let slug = slug(name);
    let words = slug.split('-').filter(|word| !word.is_empty() && !FILLERS.contains(word));
    let mut words: Vec<String> = words.map(|word| singular(word).to_owned()).collect();
    words.sort_unstable();
    words
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word)
}

/// A name in the form in which all ways to write it are the same; nothing where it has no word to tell it by.
pub(super) fn name(written: &str) -> Option<String> {
    let words = words(written);
    (!words.is_empty()).then(|| words.join(" "))
}

/// The digits of a number. Nothing for short numbers such as 999, which are everybody's, and for one with words beside
/// it: an extension makes two numbers of one.
pub(super) fn number(written: &str) -> Option<String> {
    if written.contains(char::is_alphabetic) {
        return None;
    }
    let mut figures = figures(written).into_iter().map(|(figure, _)| figure);
    match (figures.next(), figures.next()) {
        (Some(Figure::Phone(digits)), None) => Some(digits),
        _ => None,
    }
}

/// The numbers of a contact, for calls and texts.
pub(super) fn numbers(contact: &Contact) -> impl Iterator<Item = String> {
    contact.phones.iter().map(|phone| &phone.number).chain(&contact.texts).filter_map(|written| number(written))
}

/// The numbers of `[help]`, which any service may name.
pub(super) fn help_numbers(site: &Site) -> HashSet<String> {
    let help = &site.settings.help;
    let numbers = [&help.phone, &help.text, &help.out_of_hours].into_iter().flatten();
    numbers.filter_map(|written| number(written)).collect()
}

/// The services that readers may choose among, each with its page for everyone: not those that have ended or that
/// another has replaced. In the order of addresses, but `hub` before `hub-2`, which was made later.
pub(super) fn services(site: &Site) -> Vec<(&Page, &Service)> {
    let is_main = |page: &&Page| {
        page.is_listed() && page.kind == Kind::Content && page.part == 1 && site.group(page.group).main == Some(page.id)
    };
    let pages = site.pages.iter().filter(is_main).filter(|page| page.origin.is_some());
    let mut services: Vec<(&Page, &Service)> = pages
        .filter_map(|page| match &page.details {
            Details::Service(service) if service.status != Status::Ended && service.replaced_by.is_none() => {
                Some((page, &**service))
            }
            _ => None,
        })
        .collect();
    services.sort_by_key(|(page, _)| page.address.trim_end_matches('/'));
    services
}

/// A service that seems to be one that stands on an earlier page.
#[derive(Debug)]
pub(super) struct Twin<'s> {
    /// The page for everyone of the later one.
    pub(super) page: &'s Page,
    /// That of the earlier one.
    pub(super) first: &'s Page,
    /// The first of all that are like each other.
    root: PageId,
    /// What both have, besides the name.
    pub(super) shared: &'static str,
}

/// What two services of one name have in common only where they are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Clue {
    Postcode(Postcode),
    /// House, street and town.
    Address(String),
    Number(String),
    Email(String),
}

impl Clue {
    fn what(&self) -> &'static str {
        match self {
            Self::Postcode(_) => "postcode",
            Self::Address(_) => "address",
            Self::Number(_) => "number",
            Self::Email(_) => "email address",
        }
    }
}

/// Services that seem to be listed twice, by the page for everyone of the later one.
#[derive(Debug, Default)]
pub(super) struct Twins<'s>(HashMap<PageId, Twin<'s>>);

impl<'s> Twins<'s> {
    /// All of them, in the order of addresses.
    pub(super) fn into_sorted(self) -> Vec<Twin<'s>> {
        let mut twins: Vec<Twin<'s>> = self.0.into_values().collect();
        twins.sort_unstable_by_key(|twin| twin.page.id);
        twins
    }

    /// Whether a page is the later one of two.
    pub(super) fn has(&self, page: &Page) -> bool {
        self.0.contains_key(&page.id)
    }

    /// Whether two pages for everyone seem to tell of one service.
    pub(super) fn are_one(&self, one: PageId, other: PageId) -> bool {
        self.root(one) == self.root(other)
    }

    fn root(&self, page: PageId) -> PageId {
        self.0.get(&page).map_or(page, |twin| twin.root)
    }
}

/// Finds services that have the name of an earlier one and a clue that it is the same: each once, however many it is like.
pub(super) fn twins(site: &Site) -> Twins<'_> {
    // At one place its town and the county tell nothing: "Carers Hub" there is "Merebridge Carers Hub".
    let mut towns: HashMap<Clue, BTreeSet<String>> = HashMap::new();
    let services = services(site);
    for place in services.iter().flat_map(|(_, service)| &service.places) {
        for spot in spots(place) {
            towns.entry(spot).or_default().extend(words(place.town.as_deref().unwrap_or_default()));
        }
    }
    let county = words(&site.settings.organisation.county);
    let help = help_numbers(site);
    let is_own = |way: &Clue| !matches!(way, Clue::Number(number) if help.contains(number));
    let mut known: HashMap<(Clue, String), &Page> = HashMap::new();
    let mut twins = Twins::default();
    for (page, service) in services {
        let name = words(&page.common.title);
        let at_spot = |spot: Clue| {
            let is_told = |word: &&String| county.contains(word) || towns[&spot].contains(*word);
            let rest: Vec<&str> = name.iter().filter(|word| !is_told(word)).map(String::as_str).collect();
            (spot, if rest.is_empty() { name.join(" ") } else { rest.join(" ") })
        };
        let spots = service.places.iter().flat_map(spots).map(at_spot);
        let ways = service.contacts.iter().flat_map(ways).filter(is_own).map(|way| (way, name.join(" ")));
        for key in spots.chain(ways).filter(|(_, name)| !name.is_empty()) {
            let shared = key.0.what();
            match known.entry(key) {
                Entry::Vacant(entry) => _ = entry.insert(page),
                Entry::Occupied(entry) if entry.get().id != page.id => {
                    let first = *entry.get();
                    let root = twins.root(first.id);
                    twins.0.entry(page.id).or_insert(Twin { page, first, root, shared });
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    twins
}

/// Where a place is, as far as readers see it.
fn spots(place: &Place) -> impl Iterator<Item = Clue> {
    let postcode = place.postcode.as_deref().and_then(|written| Postcode::read(written.as_bytes()));
    let address = place.address.as_deref().zip(place.town.as_deref());
    let address = address.map(|(street, town)| Clue::Address(slug(&format!("{street} {town}"))));
    postcode.map(Clue::Postcode).into_iter().chain(address).filter(|_| !place.hidden)
}

/// How somebody is reached.
fn ways(contact: &Contact) -> impl Iterator<Item = Clue> {
    let emails = contact.emails.iter().map(|email| Clue::Email(email.trim().to_ascii_lowercase()));
    numbers(contact).map(Clue::Number).chain(emails)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_however_it_is_written() {
        for written in [
            "The Merebridge Carers Hub",
            "Carers Hub, Merebridge",
            "merebridge carers’ hub",
            "Carer's hub (Merebridge)",
        ] {
            assert_eq!(name(written).as_deref(), Some("carer hub merebridge"), "{written}");
        }
        assert_eq!(name("Advice & Breaks Ltd"), name("breaks and advice"));
        assert_eq!(name("Café for carers"), name("Carers Cafe"));
    }

    #[test]
    fn names_that_differ_in_a_word_are_two() {
        for (one, other) in [
            ("Merebridge Carers Hub", "Mereshire Carers Hub"),
            ("Young Carers", "Young Adult Carers"),
            ("Group 1", "Group 2"),
            ("Carers Hub", "Carers Hub on Tuesdays"),
            ("Bus pass", "Business pass"),
        ] {
            assert_ne!(name(one), name(other), "{one}, {other}");
        }
        assert_eq!((name("The"), name("…")), (None, None));
    }

    #[test]
    fn one_number_however_it_is_written() {
        for written in ["01632 960123", "(01632) 960-123", "+44 1632 960123", "+44 (0)1632 960123", "01632960123"] {
            assert_eq!(number(written).as_deref(), Some("01632960123"), "{written}");
        }
        for written in ["999", "116 123", "85258", "01632 960123 ext 4", "01632 960123 01632 960124", ""] {
            assert_eq!(number(written), None, "{written}");
        }
    }
}
