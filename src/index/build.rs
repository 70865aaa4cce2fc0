//! Takes pages in and makes one tantivy index a language.

use std::collections::{BTreeMap, HashMap};

use tantivy::TantivyDocument;
use tantivy::directory::RamDirectory;
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::{Index, IndexSettings};

use super::document::{Document, Section, Writer, is_indexed};
use super::lexicon::Lexicon;
use super::schema::{field, schema};
use super::synonyms::Synonyms;
use crate::model::{Form, Page, PageId, PlainText, SearchText, Site, Variant};

/// Decides how large tantivy's table of terms is at the start; it grows where that is too little.
const TABLE_BUDGET: usize = 3_000_000;

/// An index in memory has no disk that can fail.
const IN_MEMORY: &str = "an index in memory can be written and read";

/// Takes pages in, in the order of [`sort`](super::sort).
///
/// The words of an Easy Read page count for the page it explains, so that page waits until they have come.
pub struct Builder<'a> {
    site: &'a Site,
    languages: BTreeMap<u8, LanguageBuilder>,
    waiting: HashMap<PageId, PlainText>,
}

/// What is being built for one language.
struct LanguageBuilder {
    writer: SingleSegmentIndexWriter,
    lexicon: Lexicon,
    synonyms: Synonyms,
    pages: Vec<Indexed>,
    documents: u32,
}

/// The finished index of a site.
pub struct Built {
    pub(super) languages: BTreeMap<u8, LanguageIndex>,
}

/// The finished index of one language.
pub(super) struct LanguageIndex {
    pub index: Index,
    pub lexicon: Lexicon,
    /// The pages in the order of their documents.
    pub pages: Vec<Indexed>,
    /// How many documents there are, those of sections included.
    pub documents: u32,
}

/// A page in the index. Its own document is followed by those of its sections.
pub(super) struct Indexed {
    pub page: PageId,
    /// The number of its document.
    pub document: u32,
    pub sections: Vec<Section>,
}

impl LanguageIndex {
    /// The position in `pages` of the page that a document belongs to, and the section where it is one's.
    pub fn page_of(&self, document: u32) -> (usize, Option<&Section>) {
        let position = self.pages.partition_point(|page| page.document <= document) - 1;
        let page = &self.pages[position];
        let section = (document - page.document).checked_sub(1).map(|section| &page.sections[section as usize]);
        (position, section)
    }
}

impl<'a> Builder<'a> {
    /// Starts with nothing.
    pub fn new(site: &'a Site) -> Self {
        Self { site, languages: BTreeMap::new(), waiting: HashMap::new() }
    }

    /// Takes in a page. One that is not in lists, or that only repeats another, is passed over.
    pub fn add(&mut self, search_text: &SearchText) {
        let page = self.site.page(search_text.page);
        if !is_indexed(page) {
            return;
        }
        if let Some(explained) = self.explained_by(page) {
            match self.waiting.remove(&explained) {
                Some(text) => self.index(explained, &text, Some(&search_text.text)),
                None => self.index(page.id, &search_text.text, None),
            }
        } else if self.easy_comes_later(page) {
            self.waiting.insert(page.id, search_text.text.clone());
        } else {
            self.index(page.id, &search_text.text, None);
        }
    }

    /// Ends the build; a page whose Easy Read page never came is indexed without it.
    pub fn finish(mut self) -> Built {
        let mut waiting: Vec<(PageId, PlainText)> = std::mem::take(&mut self.waiting).into_iter().collect();
        waiting.sort_unstable_by_key(|(page, _)| *page);
        for (page, text) in waiting {
            self.index(page, &text, None);
        }
        let languages = self.languages.into_iter().map(|(language, builder)| (language, builder.finish())).collect();
        Built { languages }
    }

    /// The page that an Easy Read page explains, where it is indexed itself.
    fn explained_by(&self, page: &Page) -> Option<PageId> {
        if page.variant.form != Form::Easy {
            return None;
        }
        self.sibling(page, Form::Standard)
    }

    fn easy_comes_later(&self, page: &Page) -> bool {
        page.variant.form == Form::Standard && self.sibling(page, Form::Easy).is_some_and(|easy| easy > page.id)
    }

    fn sibling(&self, page: &Page, form: Form) -> Option<PageId> {
        let wanted = Variant { language: page.variant.language, form };
        self.site.group(page.group).pages.iter().copied().find(|id| {
            let other = self.site.page(*id);
            other.variant == wanted && is_indexed(other)
        })
    }

    fn index(&mut self, page: PageId, text: &PlainText, easy: Option<&PlainText>) {
        let site = self.site;
        let page = site.page(page);
        let language = page.variant.language;
        let builder = self.languages.entry(language).or_insert_with(|| LanguageBuilder::new(site, language));
        builder.add(site, page, text, easy);
    }
}

impl LanguageBuilder {
    fn new(site: &Site, language: u8) -> Self {
        let mut lexicon = Lexicon::new(&site.settings.languages[usize::from(language)].code);
        let synonyms = Synonyms::new(site, language, &mut lexicon);
        let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        let writer = Index::builder()
            .schema(schema())
            .settings(settings)
            .single_segment_index_writer(RamDirectory::create(), TABLE_BUDGET)
            .expect(IN_MEMORY);
        Self { writer, lexicon, synonyms, pages: Vec::new(), documents: 0 }
    }

    fn add(&mut self, site: &Site, page: &Page, text: &PlainText, easy: Option<&PlainText>) {
        let number = u32::try_from(self.pages.len()).expect("fewer than four billion pages");
        let mut writer = Writer::new(site, &mut self.lexicon, &self.synonyms, number);
        let (whole, sections) = writer.write(page, text, easy);
        let (sections, parts): (Vec<Section>, Vec<Document>) = sections.into_iter().unzip();
        self.pages.push(Indexed { page: page.id, document: self.documents, sections });
        std::iter::once(whole).chain(parts).for_each(|document| self.put(&document));
    }

    fn put(&mut self, written: &Document) {
        let mut document = TantivyDocument::new();
        for (position, text) in written.fields.iter().enumerate() {
            if !text.is_empty() {
                document.add_text(field(position), text);
            }
        }
        self.writer.add_document(document).expect(IN_MEMORY);
        self.documents += 1;
    }

    fn finish(self) -> LanguageIndex {
        let index = self.writer.finalize().expect(IN_MEMORY);
        LanguageIndex { index, lexicon: self.lexicon, pages: self.pages, documents: self.documents }
    }
}
