//! Whether a word is spelt as in the British dictionary, or known to the site: its own words, and the names in its records.
//!
//! The dictionary is SCOWL's for Hunspell, beside this file with its licence. It is read when a check asks for spelling.

use std::collections::HashSet;
use std::sync::LazyLock;

use spellbook::Dictionary;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::lexicon::{alternatives, forms_of};

static DICTIONARY: LazyLock<Option<Dictionary>> =
    LazyLock::new(|| Dictionary::new(include_str!("dictionary/en-GB.aff"), include_str!("dictionary/en-GB.dic")).ok());

/// Words of the field that the dictionary lacks.
const FIELD: &str = include_str!("lists/spelling.txt");

/// How many words a finding offers.
const OFFERED: usize = 3;

/// Longer words, in bytes, are no words: to look for others like them takes long.
const LONGEST: usize = 40;

/// What is spelt rightly.
#[derive(Debug)]
pub struct Spelling {
    dictionary: &'static Dictionary,
    /// Words beside the dictionary. One with a capital is right with it alone.
    known: HashSet<String>,
}

impl Spelling {
    /// The dictionary with the words and names of a site. `words` may have the signs of the lists for their forms; of
    /// `names` every word is known.
    pub fn new<'w>(words: impl Iterator<Item = &'w str>, names: impl Iterator<Item = &'w str>) -> Option<Self> {
        let dictionary = DICTIONARY.as_ref()?;
        let mut known = HashSet::new();
        let field = FIELD.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        for written in field.chain(words).flat_map(alternatives) {
            for word in written.split_whitespace() {
                known.extend(forms_of(&straight(word)).1);
            }
        }
        for name in names {
            known.extend(straight(name).split(|letter| !is_part(letter)).map(|word| bare(word).to_owned()));
        }
        known.remove("");
        Some(Self { dictionary, known })
    }

    /// The first part of a word that is spelt otherwise, where there is one: `re-asesment` has one.
    pub fn misspelt<'w>(&self, word: &'w str) -> Option<&'w str> {
        if self.is_known(word) || !is_word(word) {
            return None;
        }
        word.split(|letter| !is_part(letter)).map(bare).find(|part| part.chars().count() > 1 && !self.is_known(part))
    }

    /// Words that may have been meant, the likeliest first.
    pub fn suggestions(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        if word.len() > LONGEST {
            return found;
        }
        self.dictionary.suggest(&straight(word), &mut found);
        found.truncate(OFFERED);
        found
    }

    fn is_known(&self, word: &str) -> bool {
        let word = straight(word);
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix('\''));
        self.has(&word) || stem.is_some_and(|stem| self.has(stem))
    }

    /// Whether it stands somewhere, as it is written or as people also write it: `café`, `co-ordinator`.
    fn has(&self, word: &str) -> bool {
        let is_right = |word: &str| {
            self.known.contains(word) || self.known.contains(&word.to_lowercase()) || self.dictionary.check(word)
        };
        let plain = || word.nfd().filter(|letter| !is_combining_mark(*letter) && *letter != '-').collect::<String>();
        is_right(word) || (!word.is_ascii() || word.contains('-')) && is_right(&plain())
    }
}

/// Whether it is a word that has a spelling: no number, no initials, and no name such as WhatsApp or GOV.UK.
fn is_word(word: &str) -> bool {
    let mut parts = word.split(|letter| !is_part(letter));
    !word.contains(|letter: char| letter.is_numeric() || matches!(letter, '_' | '.' | '@' | '£' | '#'))
        && !parts.any(|part| part.chars().skip(1).any(char::is_uppercase))
}

/// Whether a letter belongs to a part of a word.
fn is_part(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '\'' | '’')
}

/// A part without the marks at its ends.
fn bare(part: &str) -> &str {
    part.trim_matches(['\'', '’'])
}

fn straight(word: &str) -> String {
    word.replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling() -> Spelling {
        Spelling::new(["sitting-ish", "wimble~v"].into_iter(), ["Merebridge Carers’ Hub", "Łukasz"].into_iter())
            .expect("the dictionary can be read")
    }

    #[test]
    fn british_words_and_those_of_the_site_are_right() {
        let spelling = spelling();
        for word in [
            "organise",
            "colour",
            "don't",
            "don’t",
            "carer’s",
            "carers'",
            "Carers",
            "step-free",
            "co-ordinate",
            "wimbling",
            "Merebridge",
            "Merebridge’s",
            "Łukasz",
            "sitting-ish",
            "WhatsApp",
            "GOV.UK",
            "B12",
            "9.30am",
            "NHS",
            "BSL",
            "café",
            "cafés",
            "co-ordinator",
            "vis-à-vis",
            "well-being",
            "wellbeing",
            "Childline’s",
            "I",
            "£5",
        ] {
            assert_eq!(spelling.misspelt(word), None, "{word}");
        }
    }

    #[test]
    fn slips_are_found_in_their_part_of_a_word() {
        let spelling = spelling();
        for (word, part) in [
            ("asessment", "asessment"),
            ("color", "color"),
            ("Recieve", "Recieve"),
            ("merebridge", "merebridge"),
            ("re-asesment", "asesment"),
            ("carrers’", "carrers"),
        ] {
            assert_eq!(spelling.misspelt(word), Some(part), "{word}");
        }
        assert_eq!(spelling.suggestions("recieve").first().map(String::as_str), Some("receive"));
        assert!(spelling.suggestions("asessment").len() <= 3);
    }
}
