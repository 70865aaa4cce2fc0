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

/// Words of which some are one number: the parts of a phone number or of a postcode, however they were spaced, become
/// one word, so that a number is found by itself and not by its dialling code.
pub(super) fn join_numbers(words: Vec<String>) -> Vec<String> {
    let mut joined = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        let digits = rest.iter().take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
        let (made, used) = match (phone(&rest[..digits].concat()), after.first()) {
            (Some(number), _) => (number, digits),
            (None, Some(inward)) if is_outward(word) && is_inward(inward) => (format!("{word}{inward}"), 2),
            _ => (word.clone(), 1),
        };
        joined.push(made);
        rest = &rest[used..];
    }
    joined
}

/// A British phone number of 10 or 11 digits as it is dialled here, from its digits with or without the country's.
fn phone(digits: &str) -> Option<String> {
    let national = digits.strip_prefix("00").unwrap_or(digits).strip_prefix("44").filter(|_| digits.len() > 11);
    let number = format!("0{}", national.unwrap_or(digits).strip_prefix('0').or(national)?);
    (10..=11).contains(&number.len()).then_some(number)
}

/// The first half of a word that is a whole postcode.
pub(super) fn outward(word: &str) -> Option<&str> {
    let (outward, inward) = word.split_at_checked(word.len().checked_sub(3)?)?;
    (is_outward(outward) && is_inward(inward)).then_some(outward)
}

/// Whether a word is the first half of a postcode: one or two letters, a digit, perhaps one more of either.
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = &word.as_bytes()[letters..];
    (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest[0].is_ascii_digit()
        && rest.iter().all(u8::is_ascii_alphanumeric)
}

/// Whether a word is the second half of a postcode: a digit and two letters.
fn is_inward(word: &str) -> bool {
    matches!(word.as_bytes(), [digit, a, b] if digit.is_ascii_digit() && a.is_ascii_lowercase() && b.is_ascii_lowercase())
}

/// Stems the words of one language and knows which of them carry no meaning.
pub(super) struct Analyser {
    stemmer: Option<TextAnalyzer>,
    stop: Stop,
}

/// Knows the words that carry no meaning.
enum Stop {
    /// Our own list.
    Own(&'static str),
    /// tantivy's list, which it keeps to itself.
    Tantivy(Box<TextAnalyzer>),
    /// None.
    Nothing,
}

impl Analyser {
    /// Makes the analyser of a language by its code; a language that tantivy has nothing for keeps words as they are.
    pub fn new(code: &str) -> Self {
        let language = language(code);
        let stemmer = language
            .map(|language| TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(language)).build());
        let stop = match (stop_words(code), language.and_then(StopWordFilter::new)) {
            ("", Some(filter)) => {
                Stop::Tantivy(Box::new(TextAnalyzer::builder(RawTokenizer::default()).filter(filter).build()))
            }
            ("", None) => Stop::Nothing,
            (own, _) => Stop::Own(own),
        };
        Self { stemmer, stop }
    }

    /// The stem of a word, or nothing for one that carries no meaning.
    pub fn stem(&mut self, word: &str) -> Option<String> {
        let is_stop = match &mut self.stop {
            Stop::Own(words) => words.split(' ').any(|stop| stop == word),
            Stop::Tantivy(filter) => !filter.token_stream(word).advance(),
            Stop::Nothing => false,
        };
        if is_stop {
            return None;
        }
        let Some(stemmer) = &mut self.stemmer else { return Some(word.to_owned()) };
        let mut stream = stemmer.token_stream(word);
        if stream.advance() { Some(std::mem::take(&mut stream.token_mut().text)) } else { None }
    }
}

/// The words that carry no meaning, where the list is ours. Those of other languages are learnt as pages say them.
///
/// People ask in sentences: "who can I ask about my mum". tantivy's English list has none of those words, and has
/// "will", which is a thing that carers look for.
pub(super) fn stop_words(code: &str) -> &'static str {
    match code.split('-').next() {
        Some("en") => {
            "a about am an and any are as at be been being but by can could did do does doing for from get getting got \
             had has have having he her here hers him his how i if im in into is it its ive just me my no not \
             of on or our ours please she should so some such than that the their theirs them then there these they \
             this those to us was we were what when where which who whom whose why with would you your yours"
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
    fn parts_of_a_number_are_one_word() {
        let joined = |text: &str| join_numbers(all(text));
        assert_eq!(joined("ring 01632 960 123 now"), ["ring", "01632960123", "now"]);
        assert_eq!(joined("+44 (0)1632 960123"), ["01632960123"]);
        assert_eq!(joined("0044 1632 960123"), ["01632960123"]);
        assert_eq!(joined("01632-960123"), ["01632960123"]);
        assert_eq!(joined("ZZ1 1AA"), ["zz11aa"]);
        assert_eq!(joined("zz99 9zz, ZZ1"), ["zz999zz", "zz1"]);
        assert_eq!(joined("24 7 help in 2026"), ["24", "7", "help", "in", "2026"]);
        assert_eq!(joined("111 999 0"), ["111", "999", "0"]);
        assert_eq!(joined(""), Vec::<String>::new());
    }

    #[test]
    fn stems_and_stop_words() {
        let mut english = Analyser::new("en-GB");
        assert_eq!(english.stem("carers").as_deref(), Some("carer"));
        assert_eq!(english.stem("breaks").as_deref(), Some("break"));
        words(stop_words("en"), |word| assert_eq!(english.stem(word), None));
        assert_eq!(english.stem("will").as_deref(), Some("will"), "a will is a thing");
        assert_eq!(Analyser::new("de").stem("und"), None);
        assert_eq!(Analyser::new("pl").stem("the").as_deref(), Some("the"));
    }
}
