//! Every word of one language as it is written, with its stem and the number of documents that have it.
//!
//! Stems are what tantivy indexes; the beginnings of words and slips of the finger are looked for among the written
//! forms, because nobody types a stem.

use std::collections::HashMap;

use super::analysis::{Analyser, stop_words, words};

/// Names a stem by its position in [`Lexicon::stems`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct StemId(pub u32);

/// Names a word by its position in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct WordId(pub u32);

/// A word as it is written.
pub(super) struct Word {
    /// The word, folded.
    pub text: String,
    /// Its stem; nothing for a stop word.
    pub stem: Option<StemId>,
    /// How many documents have it.
    pub documents: u32,
    /// The last document that was counted.
    last: Option<u32>,
}

impl Word {
    /// How common it is, in powers of two: the order of candidates must be the same here and in the browser, and this
    /// is one letter in the export.
    pub fn weight(&self) -> u32 {
        self.documents.max(1).ilog2()
    }
}

/// The words of one language.
pub(super) struct Lexicon {
    analyser: Analyser,
    ids: HashMap<String, WordId>,
    words: Vec<Word>,
    stem_ids: HashMap<String, StemId>,
    stems: Vec<String>,
}

impl Lexicon {
    /// Makes an empty one for a language by its code.
    pub fn new(code: &str) -> Self {
        let mut lexicon = Self {
            analyser: Analyser::new(code),
            ids: HashMap::new(),
            words: Vec::new(),
            stem_ids: HashMap::new(),
            stems: Vec::new(),
        };
        // A small site may not have them all, and nobody should be told that no page says "the".
        lexicon.read(stop_words(code), &mut Vec::new());
        lexicon
    }

    /// Takes in the words of a text in their order, stop words included.
    pub fn read(&mut self, text: &str, take: &mut Vec<WordId>) {
        words(text, |word| take.push(self.intern(word)));
    }

    /// Takes in one word, folded.
    pub fn intern(&mut self, text: &str) -> WordId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let stem = self.analyser.stem(text).map(|stem| self.intern_stem(stem));
        let id = WordId(u32::try_from(self.words.len()).expect("fewer than four billion words"));
        self.words.push(Word { text: text.to_owned(), stem, documents: 0, last: None });
        self.ids.insert(text.to_owned(), id);
        id
    }

    fn intern_stem(&mut self, stem: String) -> StemId {
        if let Some(id) = self.stem_ids.get(&stem) {
            return *id;
        }
        let id = StemId(u32::try_from(self.stems.len()).expect("fewer than four billion stems"));
        self.stems.push(stem.clone());
        self.stem_ids.insert(stem, id);
        id
    }

    /// Counts a document for a word, once.
    pub fn count(&mut self, word: WordId, document: u32) {
        let word = &mut self.words[word.0 as usize];
        if word.last != Some(document) {
            word.last = Some(document);
            word.documents += 1;
        }
    }

    /// A word by its id.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// A stem by its id.
    pub fn stem(&self, id: StemId) -> &str {
        &self.stems[id.0 as usize]
    }

    /// How many stems there are.
    pub fn stem_count(&self) -> usize {
        self.stems.len()
    }

    /// Whether a word was read that carries no meaning.
    pub fn is_stop_word(&self, text: &str) -> bool {
        self.ids.get(text).is_some_and(|id| self.word(*id).stem.is_none())
    }

    /// The words that carry no meaning, in alphabetical order.
    pub fn stop_words(&self) -> Vec<&str> {
        let mut stop: Vec<&str> =
            self.words.iter().filter(|word| word.stem.is_none()).map(|word| word.text.as_str()).collect();
        stop.sort_unstable();
        stop
    }

    /// The words that lead to a document, in alphabetical order.
    pub fn sorted(&self) -> Vec<&Word> {
        let mut sorted: Vec<&Word> =
            self.words.iter().filter(|word| word.documents > 0 && word.stem.is_some()).collect();
        sorted.sort_unstable_by(|a, b| a.text.cmp(&b.text));
        sorted
    }
}
