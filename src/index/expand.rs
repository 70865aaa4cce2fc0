//! What a query asks for: which stems, and how much each counts.
//!
//! `search.js` does the same with the exported lexicon; the two must give the same stems and weights, so that tantivy
//! and the browser rank alike. A change here is a change there.

use std::collections::{HashMap, HashSet};

use super::analysis::{Analyser, join_numbers, outward, words};
use super::lexicon::{Lexicon, StemId, Word};

/// The most words of a query that are looked at.
const MOST_WORDS: usize = 12;
/// The most stems that the beginning of a word stands for.
const MOST_BEGUN: usize = 8;
/// The most stems that a slip stands for.
const MOST_SLIPS: usize = 3;
/// How much a stem counts that only begins as the last word does.
const BEGUN: f32 = 0.8;
/// How much the first half of a postcode counts where nothing has the whole.
const OUTWARD: f32 = 0.8;
/// How much a stem counts that is one or two slips away.
const SLIPPED: [f32; 2] = [0.8, 0.6];

/// One word of a query and what it stands for.
#[derive(Debug)]
pub(super) struct Group {
    /// The word, folded.
    pub word: String,
    /// The stems and their weights; none for a word that no page has.
    pub stems: Vec<(StemId, f32)>,
    /// The written form of the first stem, where a slip was forgiven.
    pub corrected: Option<String>,
}

/// Expands queries over one lexicon.
pub(super) struct Expander<'a> {
    lexicon: &'a Lexicon,
    words: Vec<&'a Word>,
    stems: HashMap<&'a str, StemId>,
    /// For the only language that the browser can stem, too.
    analyser: Option<Analyser>,
}

/// The language of the browser's stemmer, where it is the one of this code.
pub(super) fn browser_stemmer(code: &str) -> Option<&'static str> {
    (code.split('-').next() == Some("en")).then_some("en")
}

impl<'a> Expander<'a> {
    /// Makes one for a language by its code.
    pub fn new(lexicon: &'a Lexicon, code: &str) -> Self {
        let words = lexicon.sorted();
        let stems = words.iter().filter_map(|word| word.stem).map(|stem| (lexicon.stem(stem), stem)).collect();
        Self { lexicon, words, stems, analyser: browser_stemmer(code).map(Analyser::new) }
    }

    /// The groups of a query: one for each word that carries meaning, the first time it is said.
    pub fn expand(&mut self, query: &str) -> Vec<Group> {
        let mut written = Vec::new();
        words(query, |word| written.push(word.to_owned()));
        let mut said = join_numbers(written);
        let is_open = query.ends_with(|letter: char| letter.is_alphanumeric());
        let last = said.last().filter(|_| is_open).cloned();
        let mut seen = HashSet::new();
        said.retain(|word| !self.lexicon.is_stop_word(word) && seen.insert(word.clone()));
        said.truncate(MOST_WORDS);
        said.into_iter().map(|word| self.group(last.as_ref() == Some(&word), word)).collect()
    }

    fn group(&mut self, is_last: bool, word: String) -> Group {
        if let Some(stem) = self.exact(&word).or_else(|| self.by_stem(&word)) {
            return Group { word, stems: vec![(stem, 1.0)], corrected: None };
        }
        if let Some(outward) = outward(&word)
            && let Some(stem) = self.exact(outward)
        {
            let corrected = Some(outward.to_owned());
            return Group { stems: vec![(stem, OUTWARD)], corrected, word };
        }
        if is_last && word.chars().count() >= 3 {
            let begun = self.begun(&word);
            if !begun.is_empty() {
                let stems = stems(begun, MOST_BEGUN).into_iter().map(|stem| (stem, BEGUN)).collect();
                return Group { word, stems, corrected: None };
            }
        }
        let Some((distance, slips)) = self.slips(&word) else {
            return Group { word, stems: Vec::new(), corrected: None };
        };
        let corrected = slips.first().map(|word| word.text.clone());
        let weight = SLIPPED[distance - 1];
        let stems = stems(slips, MOST_SLIPS).into_iter().map(|stem| (stem, weight)).collect();
        Group { word, stems, corrected }
    }

    fn exact(&self, word: &str) -> Option<StemId> {
        let place = self.words.binary_search_by(|known| known.text.as_str().cmp(word)).ok()?;
        self.words[place].stem
    }

    /// The stem of a form that no page has. A stem that is a word stands for what that word stands for.
    fn by_stem(&mut self, word: &str) -> Option<StemId> {
        let stem = match &mut self.analyser {
            Some(analyser) => analyser.stem(word)?,
            None => word.to_owned(),
        };
        self.exact(&stem).or_else(|| self.stems.get(stem.as_str()).copied())
    }

    /// The words that begin as this one does, the commonest first.
    fn begun(&self, word: &str) -> Vec<&'a Word> {
        let start = self.words.partition_point(|known| known.text.as_str() < word);
        by_weight(self.words[start..].iter().take_while(|known| known.text.starts_with(word)).copied().collect())
    }

    /// The words that a slip of the finger turns into this one, and how many slips: one swap, wrong, missing or
    /// doubled letter in words of 4 to 7 letters, two from 8. Words with the same first letter come first, because
    /// the browser then need not fetch the others.
    fn slips(&self, word: &str) -> Option<(usize, Vec<&'a Word>)> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 4 || letters.iter().any(|letter| letter.is_numeric()) {
            return None;
        }
        let most = if letters.len() < 8 { 1 } else { 2 };
        let near = |same_start: bool| {
            let mut found = [Vec::new(), Vec::new()];
            for known in &self.words {
                let other: Vec<char> = known.text.chars().collect();
                if (other[0] == letters[0]) == same_start
                    && !other.iter().any(|letter| letter.is_numeric())
                    && let Some(distance) = distance(&letters, &other, most)
                {
                    found[distance.max(1) - 1].push(*known);
                }
            }
            let place = found.iter().position(|found| !found.is_empty())?;
            Some((place + 1, by_weight(std::mem::take(&mut found[place]))))
        };
        near(true).or_else(|| near(false))
    }
}

fn by_weight(mut words: Vec<&Word>) -> Vec<&Word> {
    words.sort_by(|a, b| b.weight().cmp(&a.weight()).then_with(|| a.text.cmp(&b.text)));
    words
}

fn stems(words: Vec<&Word>, most: usize) -> Vec<StemId> {
    let mut stems = Vec::new();
    for stem in words.into_iter().filter_map(|word| word.stem) {
        if !stems.contains(&stem) && stems.len() < most {
            stems.push(stem);
        }
    }
    stems
}

/// How many swaps of neighbours, wrong, missing and added letters lie between two words, where that is at most `most`.
/// No letter is touched twice (the optimal string alignment distance).
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let wrong = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j - 1] + wrong).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    (last[b.len()] <= most).then_some(last[b.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str, most: usize) -> Option<usize> {
        distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most)
    }

    #[test]
    fn distances() {
        assert_eq!(between("resptie", "respite", 1), Some(1));
        assert_eq!(between("respte", "respite", 1), Some(1));
        assert_eq!(between("reespite", "respite", 1), Some(1));
        assert_eq!(between("raspite", "respite", 1), Some(1));
        assert_eq!(between("assesment", "assessment", 2), Some(1));
        assert_eq!(between("carer", "breaks", 2), None);
    }

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::new("en");
        for (document, text) in
            ["respite care", "respite breaks", "response", "dementia", "demand dementia"].iter().enumerate()
        {
            let mut found = Vec::new();
            lexicon.read(text, &mut found);
            for word in found {
                lexicon.count(word, u32::try_from(document).unwrap());
            }
        }
        lexicon
    }

    fn expanded(query: &str) -> Vec<(String, Vec<String>)> {
        let lexicon = lexicon();
        let groups = Expander::new(&lexicon, "en").expand(query);
        let name = |(stem, _): &(StemId, f32)| lexicon.stem(*stem).to_owned();
        groups.iter().map(|group| (group.word.clone(), group.stems.iter().map(name).collect())).collect()
    }

    fn one(word: &str, stems: &[&str]) -> Vec<(String, Vec<String>)> {
        vec![(word.to_owned(), stems.iter().map(|stem| (*stem).to_owned()).collect())]
    }

    #[test]
    fn words_beginnings_and_slips() {
        assert_eq!(expanded("Respite"), one("respite", &["respit"]));
        assert_eq!(expanded("the resptie"), one("resptie", &["respit"]));
        assert_eq!(expanded("dem"), one("dem", &["dementia", "demand"]));
        assert_eq!(expanded("dem "), one("dem", &[]));
        assert_eq!(expanded("cared"), one("cared", &["care"]), "a form that no page has still has its stem");
        assert_eq!(expanded("tespite"), one("tespite", &["respit"]), "the first letter may be the wrong one");
        assert_eq!(expanded("the of"), []);
        assert_eq!(expanded(&"emoji 🙂 <b>.*".repeat(1000)).len(), 2);
    }
}
