//! Reads a page's English once: sentences, words, and the words of the lists that stand among them.
//!
//! All rules about English share what is found here. `sentences` cuts, `syllables` counts, `lexicon` knows the lists,
//! `spelling` the dictionary.
//! Words that are somebody else's, code, addresses and other languages are passed over.

mod lexicon;
mod rows;
mod sentences;
mod spelling;
mod syllables;

pub use lexicon::{Entry, Lexicon, List};
pub use rows::rows;
pub use spelling::Spelling;
pub use syllables::syllables;

use crate::model::{Block, BlockKind, Prose};

/// A page's English.
#[derive(Debug)]
pub struct English<'p> {
    /// The words of the page.
    pub prose: &'p Prose,
    /// Its words in order.
    pub words: Vec<Word>,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// Where words of the lists stand, in order.
    pub hits: Vec<Hit<'p>>,
    /// How words are spelt, where that was asked for.
    pub spelling: Option<&'p Spelling>,
}

/// A word, in bytes of the prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its first byte, without the marks before it.
    pub start: u32,
    /// The byte after its last, without the marks behind it.
    pub end: u32,
    /// Whether it stands in quotation marks: then it is spoken of, or somebody's own.
    pub is_quoted: bool,
    /// Whether it is no word of a language: an address, code, or words in another language.
    pub is_other: bool,
}

/// A sentence, or a line that stands alone, such as a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The place of its block.
    pub block: usize,
    /// Its words, by place.
    pub words: std::ops::Range<usize>,
    /// Whether a mark ends it, and not only its block.
    pub is_ended: bool,
}

/// Words of a list.
#[derive(Clone, Debug)]
pub struct Hit<'l> {
    /// What the list says of them.
    pub entry: &'l Entry,
    /// The words, by place.
    pub words: std::ops::Range<usize>,
    /// The place of their sentence.
    pub sentence: usize,
}

impl<'p> English<'p> {
    /// Reads the English of a page.
    pub fn read(prose: &'p Prose, lexicon: &'p Lexicon) -> Self {
        let mut english = Self {
            prose,
            words: Vec::new(),
            sentences: Vec::new(),
            hits: Vec::new(),
            spelling: lexicon.spelling.as_ref(),
        };
        for (place, block) in prose.blocks.iter().enumerate() {
            if block.language.as_deref().is_none_or(is_english) && !block.range.is_empty() {
                sentences::cut(&mut english, place, block);
            }
        }
        lexicon.find(&mut english);
        english
    }

    /// A word as it is written.
    pub fn word(&self, place: usize) -> &'p str {
        self.words.get(place).map_or("", |word| &self.prose.text[word.start as usize..word.end as usize])
    }

    /// Where words stand in the prose.
    pub fn range(&self, words: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        match (self.words.get(words.start), self.words.get(words.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => first.start as usize..last.end.max(first.start) as usize,
            _ => 0..0,
        }
    }

    /// Words as they stand in the prose, with what is between them.
    pub fn text(&self, words: &std::ops::Range<usize>) -> &'p str {
        &self.prose.text[self.range(words)]
    }

    /// The block of a sentence.
    pub fn block(&self, sentence: &Sentence) -> &'p Block {
        &self.prose.blocks[sentence.block]
    }

    /// The age in years at which people read it with ease; nothing for a text too short to tell.
    ///
    /// The Flesch-Kincaid grade (J. P. Kincaid and others, Research Branch Report 8-75, 1975) plus five: a grade is a
    /// year of school in the United States, which begins at about that age.
    pub fn reading_age(&self) -> Option<f64> {
        let counted = |word: &Word| !word.is_other;
        let prose = self.sentences.iter().filter(|sentence| {
            matches!(self.block(sentence).kind, BlockKind::Paragraph | BlockKind::Item) && sentence.words.len() > 1
        });
        let (mut words, mut sentences, mut beats) = (0usize, 0usize, 0usize);
        for sentence in prose {
            sentences += 1;
            for place in sentence.words.clone().filter(|place| counted(&self.words[*place])) {
                words += 1;
                beats += syllables(self.word(place));
            }
        }
        if words < FEWEST_WORDS {
            return None;
        }
        let (words, sentences, beats) = (words as f64, sentences as f64, beats as f64);
        Some(0.39 * words / sentences + 11.8 * beats / words - 15.59 + 5.0)
    }
}

/// Fewer words than this say nothing of a page.
const FEWEST_WORDS: usize = 100;

/// Whether a language tag is one of English.
pub fn is_english(code: &str) -> bool {
    let code = code.as_bytes();
    code.len() >= 2 && code[..2].eq_ignore_ascii_case(b"en") && (code.len() == 2 || code[2] == b'-')
}

#[cfg(test)]
mod tests;
