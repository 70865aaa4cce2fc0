//! What of a page goes into which field of its document, and of its sections into theirs.

use std::borrow::Cow;

use super::analysis::{join_numbers, words};
use super::lexicon::{Lexicon, StemId, WordId};
use super::schema::{FIELDS, at};
use super::synonyms::Synonyms;
use crate::model::{Details, Kind, Listing, Page, PlainSection, PlainText, Service, Site, Status};

/// From how many words on the sections of a page have documents of their own: what takes three minutes to read, at 200
/// words a minute.
const LONG: usize = 600;
/// The least words of a section with a document of its own.
const SECTION: usize = 20;

/// Whether a page has a document of its own. Letters of the A to Z, later parts of long lists and the twin page of a
/// BSL video only repeat others, and a service that has ended helps nobody who searches for help.
pub(super) fn is_indexed(page: &Page) -> bool {
    let has_ended = matches!(&page.details, Details::Service(service) if service.status == Status::Ended);
    page.is_listed() && !has_ended && page.part <= 1 && !matches!(page.kind, Kind::Bsl | Kind::List(Listing::AToZ(_)))
}

/// A part of a long page that readers can be led to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    /// Its heading.
    pub heading: String,
    /// The heading's id.
    pub id: String,
    /// The path of the page that it stands on, where that is another: a long page may be shown a section at a time.
    pub address: Option<String>,
}

/// The stems of each field, separated by spaces, as tantivy takes them in.
pub(super) struct Document {
    /// One text a field, in the order of [`FIELDS`].
    pub fields: [String; FIELDS.len()],
}

fn length(text: &str) -> usize {
    text.split_ascii_whitespace().count()
}

/// Whether the sections of a page have documents of their own. A heading may tell what a quiet title does not.
fn is_long(page: &Page, text: &PlainText) -> bool {
    !page.common.sensitive && text.sections.iter().map(|section| length(&section.text)).sum::<usize>() >= LONG
}

/// Whether a set of synonyms is among those that were found.
fn has_set(found: &[(usize, usize)], set: usize) -> bool {
    found.iter().any(|(known, _)| *known == set)
}

fn has_own(section: &PlainSection) -> bool {
    !section.id.is_empty() && length(&section.text) >= SECTION
}

/// Fills the fields of one document.
pub(super) struct Writer<'a> {
    pub site: &'a Site,
    pub lexicon: &'a mut Lexicon,
    pub synonyms: &'a Synonyms,
    /// The number of the page, for counting the pages that have a word.
    pub number: u32,
    words: Vec<WordId>,
    stems: Vec<StemId>,
}

impl<'a> Writer<'a> {
    /// Makes a writer for the page with this number.
    pub fn new(site: &'a Site, lexicon: &'a mut Lexicon, synonyms: &'a Synonyms, number: u32) -> Self {
        Self { site, lexicon, synonyms, number, words: Vec::new(), stems: Vec::new() }
    }

    /// Makes the document of a page from its facts, its words and those of its Easy Read page, and those of the sections
    /// that have their own.
    ///
    /// A section holds the words below its heading and the page's title; the page's own document holds the rest, and
    /// all headings. So words that stand in one section count for more than the same words pages apart.
    ///
    /// A page whose title says a phrase is about it, under any of its names; one whose title says nothing else is the one
    /// that explains it, so its summary has the other names as well. Phrases of the summary, terms and headings
    /// add their synonyms to the headings; those of the glossary that only the body says add theirs to the body.
    pub fn write(
        &mut self,
        page: &Page,
        text: &PlainText,
        easy: Option<&PlainText>,
    ) -> (Document, Vec<(Section, Document)>) {
        let is_long = is_long(page, text);
        let mut document = Document { fields: Default::default() };
        let (mut titled, mut said) = (Vec::new(), Vec::new());
        let (mut mentioned, mut sections) = (Vec::new(), Vec::new());
        for (field, words) in self.facts(page) {
            self.add(&mut document, field, &words, if field == at::TITLE { &mut titled } else { &mut said });
        }
        for section in &text.sections {
            self.add(&mut document, at::HEADINGS, &section.heading, &mut said);
        }
        for section in &text.sections {
            if is_long && has_own(section) {
                sections.push(self.section(page, section));
            } else {
                self.add(&mut document, at::BODY, &section.text, &mut mentioned);
            }
        }
        if let Details::Service(service) = &page.details {
            for words in [&service.who_for, &service.how_to_get].into_iter().flatten() {
                self.add(&mut document, at::BODY, words, &mut mentioned);
            }
        }
        for section in easy.iter().flat_map(|easy| &easy.sections) {
            self.add(&mut document, at::EASY, &section.heading, &mut mentioned);
            self.add(&mut document, at::EASY, &section.text, &mut mentioned);
        }
        self.put(&mut document, at::SYNONYMS, &self.synonyms.others(&titled));
        let named = self.synonyms.others(&self.named(page));
        self.put(&mut document, at::SUMMARY, &named);
        said.retain(|(set, _)| !has_set(&titled, *set));
        self.put(&mut document, at::HEADINGS, &self.synonyms.others(&said));
        said.append(&mut titled);
        self.mention(&mut document, mentioned, &said);
        self.numbers(&mut document, page);
        (document, sections)
    }

    /// The sets of synonyms of which a page bears a name and nothing else.
    fn named(&mut self, page: &Page) -> Vec<(usize, usize)> {
        let mut words = Vec::new();
        self.lexicon.read(&page.common.title, &mut words);
        let stems: Vec<StemId> = words.iter().filter_map(|word| self.lexicon.word(*word).stem).collect();
        self.synonyms.named(&stems)
    }

    fn section(&mut self, page: &Page, section: &PlainSection) -> (Section, Document) {
        let mut document = Document { fields: Default::default() };
        let (mut said, mut mentioned) = (Vec::new(), Vec::new());
        self.add(&mut document, at::PAGE, page.common.safe_title(), &mut Vec::new());
        self.add(&mut document, at::HEADINGS, &section.heading, &mut said);
        self.add(&mut document, at::BODY, &section.text, &mut mentioned);
        self.put(&mut document, at::HEADINGS, &self.synonyms.others(&said));
        self.mention(&mut document, mentioned, &said);
        let there = self.site.page_with(page.id, &section.id);
        let address = (there != page.id).then(|| self.site.page(there).address.clone());
        (Section { heading: section.heading.clone(), id: section.id.clone(), address }, document)
    }

    /// Adds to the body the synonyms of what it mentions of the glossary, but for what was said of it elsewhere.
    fn mention(&mut self, document: &mut Document, mut mentioned: Vec<(usize, usize)>, said: &[(usize, usize)]) {
        mentioned.retain(|(set, _)| self.synonyms.is_of_glossary(*set) && !has_set(said, *set));
        let words = self.synonyms.others(&mentioned);
        self.put(document, at::BODY, &words);
    }

    /// Adds phone numbers and postcodes, each as one word, and the first half of a postcode.
    fn numbers(&mut self, document: &mut Document, page: &Page) {
        let Details::Service(service) = &page.details else { return };
        let phones = service
            .contacts
            .iter()
            .flat_map(|contact| contact.phones.iter().map(|phone| &phone.number).chain(&contact.texts));
        let postcodes = service.places.iter().filter(|place| !place.hidden).filter_map(|place| place.postcode.as_ref());
        for number in phones.chain(postcodes) {
            let mut parts = Vec::new();
            words(number, |word| parts.push(word.to_owned()));
            let outward = parts.first().filter(|part| part.starts_with(|letter: char| letter.is_alphabetic())).cloned();
            let mut found: Vec<WordId> = Vec::new();
            for word in join_numbers(parts).iter().chain(&outward) {
                let word = self.lexicon.intern(word);
                if !found.contains(&word) {
                    found.push(word);
                }
            }
            self.put(document, at::TERMS, &found);
        }
    }

    /// What front matter says, field by field.
    fn facts<'p>(&self, page: &'p Page) -> Vec<(usize, Cow<'p, str>)>
    where
        'a: 'p,
    {
        let common = &page.common;
        let mut facts: Vec<(usize, Cow<'p, str>)> = vec![(at::TITLE, Cow::Borrowed(&*common.title))];
        facts.extend(common.summary.iter().map(|summary| (at::SUMMARY, Cow::Borrowed(&**summary))));
        if common.sensitive {
            facts.extend(common.quiet_title.iter().map(|quiet| (at::TITLE, Cow::Borrowed(&**quiet))));
        }
        let site = self.site;
        // What stands under "Guides" is a guide, though its page need not say so.
        facts.extend(page.section.map(|section| (at::TERMS, Cow::Borrowed(&*site.page(section).common.title))));
        facts.extend(common.terms.iter().map(|term| (at::TERMS, Cow::Borrowed(&*site.term(*term).name))));
        match &page.details {
            Details::Service(service) => self.service(service, &mut facts),
            Details::Glossary(term) => {
                facts.extend(term.synonyms.iter().map(|name| (at::SYNONYMS, Cow::Borrowed(&**name))));
            }
            _ => {}
        }
        facts
    }

    fn service<'p>(&self, service: &'p Service, facts: &mut Vec<(usize, Cow<'p, str>)>) {
        if let Some(provider) = &service.provider {
            let name = self.site.records.providers.get(provider).map_or(provider, |record| &record.name);
            facts.push((at::PROVIDER, Cow::Owned(name.clone())));
        }
        for place in service.places.iter().filter(|place| !place.hidden) {
            facts.extend(place.town.iter().chain(&place.name).map(|name| (at::TERMS, Cow::Borrowed(&**name))));
        }
    }

    /// Adds a text to a field, and what it says of the glossary to `said`.
    fn add(&mut self, document: &mut Document, field: usize, text: &str, said: &mut Vec<(usize, usize)>) {
        let mut words = std::mem::take(&mut self.words);
        words.clear();
        self.lexicon.read(text, &mut words);
        self.put(document, field, &words);
        self.stems.clear();
        self.stems.extend(words.iter().filter_map(|word| self.lexicon.word(*word).stem));
        for found in self.synonyms.find(&self.stems) {
            if !has_set(said, found.0) {
                said.push(found);
            }
        }
        self.words = words;
    }

    fn put(&mut self, document: &mut Document, field: usize, words: &[WordId]) {
        let text = &mut document.fields[field];
        for word in words {
            let Some(stem) = self.lexicon.word(*word).stem else { continue };
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(self.lexicon.stem(stem));
            self.lexicon.count(*word, self.number);
        }
    }
}
