//! Sets of phrases that mean the same: the site's glossary, and the words of carers for those of councils.
//!
//! A page that says one phrase of a set is indexed under the others too, so "short break" finds "respite" and the
//! other way round, phrases included, without a lookup when somebody searches.

use std::collections::HashMap;

use super::lexicon::{Lexicon, StemId, WordId};
use crate::model::{Details, Form, Site};

/// The sets that every site in English has.
const ENGLISH: &str = include_str!("synonyms/en.txt");

/// A phrase without its stop words.
struct Phrase {
    stems: Vec<StemId>,
    words: Vec<WordId>,
}

/// The sets of one language.
#[derive(Default)]
pub(super) struct Synonyms {
    sets: Vec<Vec<Phrase>>,
    /// How many of the sets, the first, are the glossary's. The others are wider: they count where a page says what
    /// it is about, not wherever it mentions something.
    of_glossary: usize,
    /// The phrases that begin with a stem: set and position in it.
    starts: HashMap<StemId, Vec<(usize, usize)>>,
}

impl Synonyms {
    /// Reads the glossary pages of one language that readers can see.
    pub fn new(site: &Site, language: u8, lexicon: &mut Lexicon) -> Self {
        let mut synonyms = Self::default();
        let mut read = |name: &str| phrase(lexicon, name);
        for page in &site.pages {
            let Details::Glossary(term) = &page.details else { continue };
            if page.variant.language != language || page.variant.form != Form::Standard || !page.is_listed() {
                continue;
            }
            let names = std::iter::once(&page.common.title).chain(&term.synonyms);
            synonyms.add(names.map(|name| read(name)).collect());
        }
        synonyms.of_glossary = synonyms.sets.len();
        if site.settings.languages[usize::from(language)].code.split('-').next() == Some("en") {
            let lines = ENGLISH.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            lines.for_each(|line| synonyms.add(line.split(", ").map(&mut read).collect()));
        }
        synonyms
    }

    fn add(&mut self, mut phrases: Vec<Phrase>) {
        phrases.retain(|phrase| !phrase.stems.is_empty());
        if phrases.len() < 2 {
            return;
        }
        let set = self.sets.len();
        for (position, phrase) in phrases.iter().enumerate() {
            self.starts.entry(phrase.stems[0]).or_default().push((set, position));
        }
        self.sets.push(phrases);
    }

    /// Whether a set is the glossary's.
    pub fn is_of_glossary(&self, set: usize) -> bool {
        set < self.of_glossary
    }

    /// The sets of which a text says a phrase, with the position of that phrase, each set once.
    pub fn find(&self, stems: &[StemId]) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (place, stem) in stems.iter().enumerate() {
            let Some(starts) = self.starts.get(stem) else { continue };
            for (set, position) in starts {
                let phrase = &self.sets[*set][*position];
                if stems[place..].starts_with(&phrase.stems) && found.iter().all(|(known, _)| known != set) {
                    found.push((*set, *position));
                }
            }
        }
        found
    }

    /// The sets of which a text is a phrase and nothing else.
    pub fn named(&self, stems: &[StemId]) -> Vec<(usize, usize)> {
        let mut found = self.find(stems);
        found.retain(|(set, said)| self.sets[*set][*said].stems.len() == stems.len());
        found
    }

    /// The words of the other phrases of these sets, each stem once.
    pub fn others(&self, found: &[(usize, usize)]) -> Vec<WordId> {
        let (mut words, mut seen) = (Vec::new(), Vec::new());
        for (set, said) in found {
            seen.extend(&self.sets[*set][*said].stems);
        }
        for (set, _) in found {
            for phrase in &self.sets[*set] {
                for (word, stem) in phrase.words.iter().zip(&phrase.stems) {
                    if !seen.contains(stem) {
                        seen.push(*stem);
                        words.push(*word);
                    }
                }
            }
        }
        words
    }
}

fn phrase(lexicon: &mut Lexicon, name: &str) -> Phrase {
    let mut words = Vec::new();
    lexicon.read(name, &mut words);
    words.retain(|word| lexicon.word(*word).stem.is_some());
    let stems = words.iter().filter_map(|word| lexicon.word(*word).stem).collect();
    Phrase { stems, words }
}
