//! How text becomes words, and words become stems.
//!
//! `search.js` cuts and folds a query in the same way; a change here is a change there.

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, StopWordFilter, TextAnalyzer, TokenStream};
use unicode_normalization::char::is_combining_mark;

use crate::model::fold;

/// Letters that decomposition leaves alone and that people type in another way. Arabic and Persian forms of one
/// letter are the same to someone who types Urdu on a phone.
const ALIKE: &[(char, &str)] = &[
    ('ł', "l"),
    ('ø', "o"),
    ('đ', "d"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ı', "i"),
    ('ς', "σ"),
    ('ي', "ی"),
    ('ى', "ی"),
    ('ك', "ک"),
    ('ه', "ہ"),
    ('ة', "ہ"),
];

/// The longest word that is kept whole, in letters; longer ones are cut.
const LONGEST: usize = 40;

/// Calls `take` with every word of a text: lower case, without accents, apostrophes and a possessive `'s`.
pub(super) fn words(text: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    for run in text.split(|letter| !is_word_part(letter)) {
        if run.is_empty() {
            continue;
        }
        if run.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) && run.len() <= LONGEST {
            take(run);
            continue;
        }
        word.clear();
        clean(run, &mut word);
        if !word.is_empty() {
            take(&word);
        }
    }
}

/// Whether a letter stays within a word. Joiners that are not seen (U+200C, U+200D) do.
fn is_word_part(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric() || letter == '\'';
    }
    letter.is_alphanumeric() || matches!(letter, '’' | '\u{200c}' | '\u{200d}') || is_combining_mark(letter)
}

fn clean(run: &str, word: &mut String) {
    let folded = fold(run).replace('’', "'");
    let trimmed = folded.trim_matches('\'');
    let trimmed = trimmed.strip_suffix("'s").unwrap_or(trimmed);
    for letter in trimmed.chars().filter(|letter| letter.is_alphanumeric()).take(LONGEST) {
        match ALIKE.iter().find(|(from, _)| *from == letter) {
            Some((_, to)) => word.push_str(to),
            None => word.push(letter),
        }
    }
}

/// Stems the words of one language and knows which of them carry no meaning.
pub(super) struct Analyser {
    stemmer: Option<TextAnalyzer>,
    stop: Option<TextAnalyzer>,
}

impl Analyser {
    /// Makes the analyser of a language by its code; a language that tantivy has nothing for keeps words as they are.
    pub fn new(code: &str) -> Self {
        let language = language(code);
        let stemmer = language
            .map(|language| TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(language)).build());
        let stop = language
            .and_then(StopWordFilter::new)
            .map(|filter| TextAnalyzer::builder(RawTokenizer::default()).filter(filter).build());
        Self { stemmer, stop }
    }

    /// The stem of a word, or nothing for one that carries no meaning.
    pub fn stem(&mut self, word: &str) -> Option<String> {
        if let Some(stop) = &mut self.stop
            && !stop.token_stream(word).advance()
        {
            return None;
        }
        let Some(stemmer) = &mut self.stemmer else { return Some(word.to_owned()) };
        let mut stream = stemmer.token_stream(word);
        if stream.advance() { Some(std::mem::take(&mut stream.token_mut().text)) } else { None }
    }
}

/// tantivy's stop words, where they are known beforehand: it keeps its lists to itself. Those of other languages are
/// learnt as pages say them.
pub(super) fn stop_words(code: &str) -> &'static str {
    match code.split('-').next() {
        Some("en") => {
            "a an and are as at be but by for if in into is it no not of on or such that the their then there these \
             they this to was will with"
        }
        _ => "",
    }
}

/// tantivy's stemmer for a language. Arabic and Tamil are left out: their stemmers need marks that folding takes off.
fn language(code: &str) -> Option<Language> {
    Some(match code.split('-').next().unwrap_or(code) {
        "da" => Language::Danish,
        "de" => Language::German,
        "en" => Language::English,
        "es" => Language::Spanish,
        "fi" => Language::Finnish,
        "fr" => Language::French,
        "hu" => Language::Hungarian,
        "it" => Language::Italian,
        "nb" | "nn" | "no" => Language::Norwegian,
        "nl" => Language::Dutch,
        "pt" => Language::Portuguese,
        "ro" => Language::Romanian,
        "ru" => Language::Russian,
        "sv" => Language::Swedish,
        "tr" => Language::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, |word| found.push(word.to_owned()));
        found
    }

    #[test]
    fn words_lose_case_accents_and_possessives() {
        assert_eq!(
            all("The Carer’s café, CARERS' men's Dial-a-Ride"),
            ["the", "carer", "cafe", "carers", "men", "dial", "a", "ride"]
        );
        assert_eq!(all("don't 01632 960123 £300"), ["dont", "01632", "960123", "300"]);
        assert_eq!(all("Łódź żółw"), ["lodz", "zolw"]);
        assert_eq!(all("'' - … ’s"), ["s"]);
    }

    #[test]
    fn urdu_is_found_however_it_was_typed() {
        assert_eq!(all("نگہداشت"), all("نگهداشت"));
        assert_eq!(all("كیا"), all("کیا"));
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(all(&"x".repeat(500))[0].len(), LONGEST);
    }

    #[test]
    fn stems_and_stop_words() {
        let mut english = Analyser::new("en-GB");
        assert_eq!(english.stem("carers").as_deref(), Some("carer"));
        assert_eq!(english.stem("breaks").as_deref(), Some("break"));
        words(stop_words("en"), |word| assert_eq!(english.stem(word), None));
        assert_eq!(english.stem("who").as_deref(), Some("who"));
        assert_eq!(Analyser::new("pl").stem("the").as_deref(), Some("the"));
    }
}
