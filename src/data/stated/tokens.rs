//! Cuts words into the pieces of which figures are made: ranges in their two ends, digits of other scripts as ours.

use std::ops::Range;

/// A word or number with its bytes; digits of other scripts are ours.
#[derive(Debug)]
pub(super) struct Token {
    /// The word as it is written, with our digits.
    pub(super) text: String,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// Whether nothing but a dash stands between it and the next one.
    pub(super) is_dashed: bool,
}

impl Token {
    /// The word, where it is a whole number.
    fn digits(&self) -> Option<&str> {
        self.text.bytes().all(|byte| byte.is_ascii_digit()).then_some(self.text.as_str())
    }

    /// The number that it is, up to a largest one.
    pub(super) fn number(&self, most: u32) -> Option<u32> {
        self.digits()?.parse().ok().filter(|number| *number <= most)
    }
}

/// Cuts a text into runs of letters, figures and the marks inside figures. Words without figures matter as months and
/// units only, and are kept whole.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (start, word) in words(text) {
        let kept = word.trim_end_matches(['.', ',', ':', ';', '!', '?', ')', ']', '”', '’', '"', '\'', '،', '۔']);
        let bare = kept.trim_start_matches(['(', '[', '“', '‘', '"', '\'']);
        if bare.is_empty() {
            continue;
        }
        let start = start + kept.len() - bare.len();
        tokens.push(Token {
            text: bare.chars().map(digit).collect(),
            range: start..start + bare.len(),
            is_dashed: text[start + bare.len()..].trim_start().starts_with(['-', '–', '—']),
        });
    }
    tokens
}

/// The words of a text between spaces and dashes, each with its first byte.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '–' | '—' | '|' | '\u{200e}' | '\u{200f}'))
        .flat_map(halves)
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
}

/// Both ends of what is written as one word, such as `9am-5pm`, `£5-£10` or `3-5`; anything else whole. Days such as
/// `2026-10-03` and phone numbers such as `01632-960123` are no ranges.
fn halves(word: &str) -> impl Iterator<Item = &str> {
    let is_range = |(from, to): &(&str, &str)| {
        let is_long_number = from.len() > 2 && from.bytes().all(|byte| byte.is_ascii_digit());
        !to.contains(['-', '/', '@'])
            && !from.contains(['/', '@'])
            && to.starts_with(|letter: char| letter.is_ascii_digit() || letter == '£')
            && from.contains(|letter: char| letter.is_ascii_digit())
            && !is_long_number
    };
    let (first, second) = match word.split_once('-').filter(is_range) {
        Some((from, to)) => (from, Some(to)),
        None => (word, None),
    };
    std::iter::once(first).chain(second)
}

/// A digit of the Arabic and Urdu scripts as one of ours; anything else stays.
fn digit(letter: char) -> char {
    let value = match letter {
        '٠'..='٩' => letter as u32 - '٠' as u32,
        '۰'..='۹' => letter as u32 - '۰' as u32,
        _ => return letter,
    };
    char::from_digit(value, 10).unwrap_or(letter)
}
