//! What rules about words need to know of the whole site, gathered once: asked for at every word of every page, it would
//! make a large site slower than its pages are many.

use std::collections::{HashMap, HashSet};

use super::english::{Lexicon, List};
use super::words;
use crate::data::{Figure, figures};
use crate::model::{Contact, Site};

/// What is known of a site.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The lists of words: those that come with Signpost and the site's own.
    pub lexicon: Lexicon,
    /// Letters that stand for words in a name, a term or the site's own list.
    pub letters: HashSet<String>,
    /// The words of each term of the glossary, its title first: as written, and in small letters.
    pub terms: Vec<Vec<(String, String)>>,
    /// Contact records by their numbers, with what the number is for.
    pub numbers: HashMap<Figure, (String, &'static str)>,
    /// Numbers that only retired contact records have: the record, and the one that took its place.
    pub retired: HashMap<Figure, (String, Option<String>)>,
    /// Contact records by their email addresses in small letters.
    pub emails: HashMap<String, String>,
}

impl Gathered {
    /// Gathers what is known of a site.
    pub fn of(site: &Site) -> Self {
        let mut gathered = Self { lexicon: lexicon(site), ..Self::default() };
        gathered.take_letters(site);
        gathered.take_contacts(site);
        gathered.retired = retired_numbers(site);
        for (page, term) in site.glossary() {
            let title = page.common.title.to_lowercase();
            let words = std::iter::once(title).chain(term.synonyms.iter().cloned()).filter(|word| !word.is_empty());
            let words = words.map(|word| {
                let small = word.to_ascii_lowercase();
                (word, small)
            });
            gathered.terms.push(words.collect());
        }
        gathered
    }

    /// The same with the dictionary and the words that the site knows beside it.
    pub fn with_spelling(mut self, site: &Site) -> Self {
        self.lexicon.spelling = words::spelling(site);
        self
    }

    fn take_letters(&mut self, site: &Site) {
        let records = &site.records;
        let own = records.words.iter().filter(|(list, ..)| list == "acronyms").map(|(_, word, _)| word.clone());
        self.letters.extend(own);
        let mut take = |text: &str| {
            let words = text.split(|letter: char| !letter.is_alphanumeric());
            self.letters.extend(words.filter(|word| word.len() > 1 && is_capitals(word)).map(str::to_owned));
        };
        take(&site.settings.organisation.name);
        take(&site.settings.title);
        records.providers.values().for_each(|provider| take(&provider.name));
        records.contacts.values().filter_map(|contact| contact.name.as_deref()).for_each(&mut take);
        for (page, term) in site.glossary() {
            take(&page.common.title);
            term.synonyms.iter().for_each(|word| take(word));
        }
        site.taxonomies.iter().flat_map(|taxonomy| &taxonomy.terms).for_each(|term| take(&term.name));
    }

    fn take_contacts(&mut self, site: &Site) {
        for contact in site.records.contacts.values().filter(|contact| contact.replaced_by.is_none()) {
            let Some(id) = &contact.id else { continue };
            let phones = contact.phones.iter().map(|phone| (&phone.number, "phone"));
            for (number, way) in phones.chain(contact.texts.iter().map(|text| (text, "text"))) {
                for (figure, _) in figures(number) {
                    self.numbers.entry(figure).or_insert_with(|| (id.clone(), way));
                }
            }
            for email in &contact.emails {
                self.emails.entry(email.to_ascii_lowercase()).or_insert_with(|| id.clone());
            }
        }
    }
}

/// The numbers that only retired contact records have: the record, and the one that took its place.
pub(super) fn retired_numbers(site: &Site) -> HashMap<Figure, (String, Option<String>)> {
    let (retired, current): (Vec<&Contact>, Vec<&Contact>) =
        site.records.contacts.values().partition(|contact| contact.replaced_by.is_some());
    let figures_of = |contact: &Contact| {
        let numbers = contact.phones.iter().map(|phone| &phone.number).chain(&contact.texts);
        numbers.flat_map(|number| figures(number)).map(|(figure, _)| figure).collect::<Vec<_>>()
    };
    let mut numbers = HashMap::new();
    for contact in &retired {
        let Some(id) = &contact.id else { continue };
        let now = site.records.contact_now(id).and_then(|now| now.id.clone());
        for figure in figures_of(contact) {
            numbers.entry(figure).or_insert_with(|| (id.clone(), now.clone()));
        }
    }
    if !numbers.is_empty() {
        let in_use: HashSet<Figure> = current.into_iter().flat_map(figures_of).collect();
        numbers.retain(|figure, _| !in_use.contains(figure));
    }
    numbers
}

/// Whether a word is of capitals alone.
pub(super) fn is_capitals(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn lexicon(site: &Site) -> Lexicon {
    let own = &site.records.words;
    let list = |key: &str| List::ALL.iter().find(|(_, known, _)| *known == key).map(|(list, ..)| *list);
    Lexicon::new(
        &own.iter()
            .filter_map(|(key, words, plain)| Some((list(key)?, words.clone(), plain.clone())))
            .collect::<Vec<_>>(),
    )
}
