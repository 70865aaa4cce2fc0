//! Postings as the browser reads them: for each stem an array with one text a field.
//!
//! A text holds, as [`digits`], the number of documents; then the gaps between them less one; how often each has the
//! stem less one; and the length of each one's field as tantivy rounds it, less the field's least. Whatever BM25 needs
//! is there, so no second file is asked for.
//!
//! The postings of a stem that thousands of documents have are cut in two. The head, which stands in the place of the
//! array, holds the documents to which the stem gives most:
//! - `h`: the array of texts of those documents;
//! - `c`: how many documents have the stem in each field, `u`: how many pages have it in any;
//! - `b`: the most that the stem gives to any document outside the head (with the fields' boosts, and with a weight of
//!   one): it tells the browser which documents it need not look at;
//! - `r`: for each piece of the tail the gap from the first document of the one before;
//! - `t`: for each piece its file, from the number `f` on, and its place in it; `x`: the hashes of the files.
//!
//! A piece of the tail is an array of texts of the other documents from one number on (see [`super::tails`]).

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::json;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings as _;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED, Term};

use super::digits::push;
use super::tails::List;
use crate::index::build::LanguageIndex;
use crate::index::lexicon::StemId;
use crate::index::schema::{FIELDS, at, field};

const IN_MEMORY: &str = "an index in memory can be read";
/// From how many letters on postings are cut into head and tail.
const LONG: usize = 9_000;
/// The least and the most documents that a head has. Between them it has as many as say the stem in their title or its
/// synonyms: what the others get is then so little that few of them need be looked at.
const HEAD: (usize, usize) = (200, 3_000);
/// About how many letters a document takes.
const LETTERS: usize = 6;
/// About how many letters a piece of the tail has.
const RANGE: usize = 24_000;
/// What BM25 saturates with, and how much it counts lengths: tantivy's constants.
const K1: f64 = 1.2;
const B: f64 = 0.75;

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
}

/// A document that has a stem in a field.
#[derive(Clone, Copy)]
struct Posting {
    document: u32,
    often: u32,
    length: u8,
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

    /// About how many letters the file of a stem holds of it: all its postings, or the head of long ones.
    pub fn size(&self, stem: StemId) -> usize {
        let text = self.index.lexicon.stem(stem);
        let count = |(position, reader): (usize, &FieldReader)| {
            reader.terms.doc_freq(&Term::from_field_text(field(position), text)).expect(IN_MEMORY) as usize
        };
        let counts: Vec<usize> = self.fields.iter().enumerate().map(count).collect();
        let whole = letters(counts.iter().copied());
        if whole > LONG { whole.min(LETTERS * head_length(counts.into_iter())) } else { whole }
    }

    /// The postings of a stem; long ones in head and tail.
    pub fn list(&self, stem: StemId) -> List {
        let lists = self.read(stem);
        let counts: Vec<usize> = lists.iter().map(Vec::len).collect();
        let (size, length) = (letters(counts.iter().copied()), head_length(counts.iter().copied()));
        let mut worth: Vec<(u32, f64)> =
            if size > LONG { self.worth(&lists).into_iter().collect() } else { Vec::new() };
        if worth.len() <= length {
            return List { here: json!(self.texts(&lists)), tails: Vec::new() };
        }
        worth.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let bound = worth[length].1;
        let mut head: Vec<u32> = worth[..length].iter().map(|(document, _)| *document).collect();
        head.sort_unstable();
        let mut documents: Vec<u32> = worth.iter().map(|(document, _)| *document).collect();
        documents.sort_unstable();
        let mut pages: Vec<usize> = documents.iter().map(|document| self.index.page_of(*document).0).collect();
        pages.dedup();
        let is_head = |posting: &Posting| head.binary_search(&posting.document).is_ok();
        let (heads, mut rest): (Vec<Vec<Posting>>, Vec<Vec<Posting>>) =
            lists.into_iter().map(|list| list.into_iter().partition(is_head)).unzip();
        let (mut gaps, mut tails) = (String::new(), Vec::new());
        let (mut before, mut start) = (0, documents[0]);
        for part in documents.chunks((documents.len() * RANGE).div_ceil(size)) {
            let end = part.last().map_or(start, |last| last + 1);
            let later = |list: &mut Vec<Posting>| list.split_off(list.partition_point(|one| one.document < end));
            let later: Vec<Vec<Posting>> = rest.iter_mut().map(later).collect();
            push(&mut gaps, start - before);
            tails.push(self.texts(&rest));
            rest = later;
            (before, start) = (start, end);
        }
        let mut written = String::new();
        counts.iter().for_each(|count| push(&mut written, u32::try_from(*count).expect("they are documents")));
        let here = json!({ "h": self.texts(&heads), "c": written, "u": pages.len(), "b": bound, "r": gaps });
        List { here, tails }
    }

    /// What a stem gives to the score of each document that has it.
    fn worth(&self, lists: &[Vec<Posting>]) -> HashMap<u32, f64> {
        let documents = f64::from(self.index.documents);
        let mut worth = HashMap::new();
        for ((spec, reader), list) in FIELDS.iter().zip(&self.fields).zip(lists) {
            let count = list.len() as f64;
            let rarity = (1.0 + (documents - count + 0.5) / (count + 0.5)).ln();
            for posting in list {
                let length = f64::from(FieldNormReader::id_to_fieldnorm(posting.length));
                let norm = K1 * (1.0 - B + B * length / f64::from(reader.average));
                let often = f64::from(posting.often);
                let given = f64::from(spec.boost) * rarity * (K1 + 1.0) * often / (often + norm);
                *worth.entry(posting.document).or_default() += given;
            }
        }
        worth
    }

    fn read(&self, stem: StemId) -> Vec<Vec<Posting>> {
        let text = self.index.lexicon.stem(stem);
        let fields = self.fields.iter().enumerate();
        fields.map(|(position, reader)| reader.read(&Term::from_field_text(field(position), text))).collect()
    }

    /// The texts of the fields, without empty ones at the end.
    fn texts(&self, lists: &[Vec<Posting>]) -> Vec<String> {
        let mut texts: Vec<String> = self.fields.iter().zip(lists).map(|(reader, list)| reader.text(list)).collect();
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        texts
    }
}

/// About how many letters postings take, from how many documents have the stem in each field.
fn letters(counts: impl Iterator<Item = usize>) -> usize {
    counts.map(|count| 3 * count + 4).sum()
}

/// How many documents the head of a stem has, from how many have it in each field.
fn head_length(counts: impl Iterator<Item = usize>) -> usize {
    let titled = counts.take(at::SYNONYMS + 1).sum::<usize>();
    titled.clamp(HEAD.0, HEAD.1)
}

impl FieldReader {
    fn open(segment: &SegmentReader, position: usize) -> Self {
        let terms = segment.inverted_index(field(position)).expect(IN_MEMORY);
        let norms = segment.get_fieldnorms_reader(field(position)).expect(IN_MEMORY);
        let used = (0..segment.max_doc()).map(|document| norms.fieldnorm_id(document)).filter(|id| *id > 0);
        let least = used.min().unwrap_or(u8::MAX);
        let average = terms.total_num_tokens() as f32 / segment.max_doc() as f32;
        Self { terms, norms, average, least }
    }

    fn read(&self, term: &Term) -> Vec<Posting> {
        let mut list = Vec::new();
        let postings = self.terms.read_postings(term, IndexRecordOption::WithFreqs).expect(IN_MEMORY);
        let Some(mut postings) = postings else { return list };
        while postings.doc() != TERMINATED {
            let document = postings.doc();
            list.push(Posting { document, often: postings.term_freq(), length: self.norms.fieldnorm_id(document) });
            postings.advance();
        }
        list
    }

    fn text(&self, list: &[Posting]) -> String {
        if list.is_empty() {
            return String::new();
        }
        let mut text = String::with_capacity(list.len() * 3 + 5);
        push(&mut text, u32::try_from(list.len()).expect("they are documents"));
        let mut next = 0;
        for posting in list {
            push(&mut text, posting.document - next);
            next = posting.document + 1;
        }
        list.iter().for_each(|posting| push(&mut text, posting.often - 1));
        list.iter().for_each(|posting| push(&mut text, u32::from(posting.length - self.least)));
        text
    }
}
