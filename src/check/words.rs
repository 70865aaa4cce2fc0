//! The words that a site knows beside the dictionary: its own list, its glossary, and everything that it calls by a name.

use super::english::Spelling;
use crate::model::{Details, Site};

/// The argument of `signpost check` that asks for spelling.
pub const SPELLING: &str = "--spelling";

/// The dictionary with what a site knows beside it.
pub(super) fn spelling(site: &Site) -> Option<Spelling> {
    let (names, terms) = (names(site), terms(site));
    let own = site.records.spelling.iter().chain(&terms).map(String::as_str);
    Spelling::new(own, names.iter().map(String::as_str))
}

/// The words of the glossary, each with its plural. A title begins with a capital that its word need not have.
fn terms(site: &Site) -> Vec<String> {
    let is_other = |letter: char| !letter.is_alphanumeric() && letter != '-';
    let mut terms = Vec::new();
    for page in &site.pages {
        if let Details::Glossary(term) = &page.details {
            let written = std::iter::once(&page.common.title).chain(&term.synonyms);
            let words = written.flat_map(|written| written.split(is_other)).filter(|word| !word.is_empty());
            terms.extend(words.flat_map(|word| [format!("{word}~n"), format!("{}~n", word.to_lowercase())]));
        }
    }
    terms
}

/// Everything that a site calls by a name.
fn names(site: &Site) -> Vec<String> {
    let (settings, records) = (&site.settings, &site.records);
    let mut names =
        vec![settings.title.clone(), settings.organisation.name.clone(), settings.organisation.county.clone()];
    names.extend(settings.owners.iter().map(|(name, _)| name.clone()));
    names.extend(settings.languages.iter().map(|language| language.name.clone()));
    names.extend(site.taxonomies.iter().flat_map(|taxonomy| taxonomy.terms.iter().map(|term| term.name.clone())));
    names.extend(records.words.iter().filter(|(list, ..)| list == "acronyms").map(|(_, words, _)| words.clone()));
    names.extend(records.areas.iter().map(|area| area.name.clone()));
    names.extend(records.providers.values().map(|provider| provider.name.clone()));
    for contact in records.contacts.values() {
        names.extend(contact.name.iter().chain(&contact.address).cloned());
    }
    for page in &site.pages {
        match &page.details {
            Details::Service(service) => {
                // The title of a service is its name; small words in it may still hold a slip.
                names.push(capitalised(&page.common.title));
                names.extend(
                    service.contacts.iter().flat_map(|contact| contact.name.iter().chain(&contact.address)).cloned(),
                );
                let parts =
                    |place: &crate::model::Place| [place.name.clone(), place.address.clone(), place.town.clone()];
                names.extend(service.places.iter().flat_map(parts).flatten());
            }
            Details::Strategy(strategy) => names.extend(strategy.partners.iter().map(|partner| partner.name.clone())),
            _ => {}
        }
    }
    names
}

/// The words of a text that have a capital.
fn capitalised(text: &str) -> String {
    text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).collect::<Vec<_>>().join(" ")
}
