//! Postings as the browser reads them: for each stem an array with one text a field.
//!
//! A text holds, as [`digits`], the number of documents; then the gaps between them less one; how often each has the
//! stem less one; and the length of each one's field as tantivy rounds it, less the field's least. Whatever BM25 needs
//! is there, so no second file is asked for.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings as _;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED, Term};

use super::digits::push;
use crate::index::build::LanguageIndex;
use crate::index::lexicon::StemId;
use crate::index::schema::{FIELDS, field};

const IN_MEMORY: &str = "an index in memory can be read";

/// Reads the postings of one language.
pub(super) struct Postings<'a> {
    index: &'a LanguageIndex,
    /// The fields in the order of the schema.
    pub fields: Vec<FieldReader>,
}

/// One field: its terms, its lengths and what the browser must know of them.
pub(super) struct FieldReader {
    terms: Arc<InvertedIndexReader>,
    norms: FieldNormReader,
    /// The average length.
    pub average: f32,
    /// The least length, as tantivy's number for it.
    pub least: u8,
    /// The lengths from the least to the greatest.
    pub lengths: Vec<u32>,
}

impl<'a> Postings<'a> {
    /// Opens the only segment of an index.
    pub fn open(index: &'a LanguageIndex) -> Self {
        let searcher = index.index.reader().expect(IN_MEMORY).searcher();
        let fields = match searcher.segment_readers() {
            [segment] => (0..FIELDS.len()).map(|position| FieldReader::open(segment, position)).collect(),
            _ => Vec::new(),
        };
        Self { index, fields }
    }

    /// About how many letters the postings of a stem take.
    pub fn size(&self, stem: StemId) -> usize {
        let text = self.index.lexicon.stem(stem);
        let count = |(position, reader): (usize, &FieldReader)| {
            reader.terms.doc_freq(&Term::from_field_text(field(position), text)).expect(IN_MEMORY) as usize
        };
        self.fields.iter().enumerate().map(|field| 3 * count(field) + 4).sum()
    }

    /// The texts of a stem, without empty ones at the end.
    pub fn write(&self, stem: StemId) -> Vec<String> {
        let text = self.index.lexicon.stem(stem);
        let fields = self.fields.iter().enumerate();
        let mut texts: Vec<String> =
            fields.map(|(position, reader)| reader.write(&Term::from_field_text(field(position), text))).collect();
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        texts
    }
}

impl FieldReader {
    fn open(segment: &SegmentReader, position: usize) -> Self {
        let terms = segment.inverted_index(field(position)).expect(IN_MEMORY);
        let norms = segment.get_fieldnorms_reader(field(position)).expect(IN_MEMORY);
        let used = (0..segment.max_doc()).map(|document| norms.fieldnorm_id(document)).filter(|id| *id > 0);
        let (least, greatest) = used.fold((u8::MAX, 0), |(least, greatest), id| (least.min(id), greatest.max(id)));
        let lengths = (least..=greatest).map(FieldNormReader::id_to_fieldnorm).collect();
        let average = terms.total_num_tokens() as f32 / segment.max_doc() as f32;
        Self { terms, norms, average, least, lengths }
    }

    fn write(&self, term: &Term) -> String {
        let Some(mut postings) = self.terms.read_postings(term, IndexRecordOption::WithFreqs).expect(IN_MEMORY) else {
            return String::new();
        };
        let (mut gaps, mut frequencies, mut lengths) = (String::new(), String::new(), String::new());
        let (mut count, mut next) = (0, 0);
        while postings.doc() != TERMINATED {
            let document = postings.doc();
            push(&mut gaps, document - next);
            push(&mut frequencies, postings.term_freq() - 1);
            push(&mut lengths, u32::from(self.norms.fieldnorm_id(document) - self.least));
            (count, next) = (count + 1, document + 1);
            postings.advance();
        }
        let mut text = String::with_capacity(gaps.len() * 3 + 5);
        push(&mut text, count);
        text + &gaps + &frequencies + &lengths
    }
}
