//! What of a page goes into which field of its document.

use std::borrow::Cow;

use super::lexicon::{Lexicon, StemId, WordId};
use super::schema::{FIELDS, at};
use super::synonyms::Synonyms;
use crate::model::{Details, Kind, Listing, Page, PlainText, Service, Site};

/// Whether a page has a document of its own. Letters of the A to Z, later parts of long lists and the twin page of a
/// BSL video only repeat others.
pub(super) fn is_indexed(page: &Page) -> bool {
    page.is_listed() && page.part <= 1 && !matches!(page.kind, Kind::Bsl | Kind::List(Listing::AToZ(_)))
}

/// The stems of each field, separated by spaces, as tantivy takes them in.
pub(super) struct Document {
    /// One text a field, in the order of [`FIELDS`].
    pub fields: [String; FIELDS.len()],
}

/// Fills the fields of one document.
pub(super) struct Writer<'a> {
    pub site: &'a Site,
    pub lexicon: &'a mut Lexicon,
    pub synonyms: &'a Synonyms,
    /// The number of the document, for counting words.
    pub number: u32,
    words: Vec<WordId>,
    stems: Vec<StemId>,
}

impl<'a> Writer<'a> {
    /// Makes a writer for the document with this number.
    pub fn new(site: &'a Site, lexicon: &'a mut Lexicon, synonyms: &'a Synonyms, number: u32) -> Self {
        Self { site, lexicon, synonyms, number, words: Vec::new(), stems: Vec::new() }
    }

    /// Makes the document of a page from its facts, its words and those of its Easy Read page.
    ///
    /// Phrases of the glossary count as the page's own synonyms when its title, summary or headings say them; said
    /// only in the body, they add their words to the body.
    pub fn write(&mut self, page: &Page, text: &PlainText, easy: Option<&PlainText>) -> Document {
        let mut document = Document { fields: Default::default() };
        let mut said = Vec::new();
        for (field, words) in self.facts(page) {
            self.add(&mut document, field, &words, &mut said);
        }
        for section in &text.sections {
            self.add(&mut document, at::HEADINGS, &section.heading, &mut said);
        }
        let mut mentioned = Vec::new();
        for section in &text.sections {
            self.add(&mut document, at::BODY, &section.text, &mut mentioned);
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
        mentioned.retain(|(set, _)| said.iter().all(|(known, _)| known != set));
        self.put(&mut document, at::SYNONYMS, &self.synonyms.others(&said));
        self.put(&mut document, at::BODY, &self.synonyms.others(&mentioned));
        document
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
            if said.iter().all(|(known, _)| *known != found.0) {
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
