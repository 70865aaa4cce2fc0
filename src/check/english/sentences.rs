//! Cuts a block into words and sentences.
//!
//! A sentence ends at `.`, `!`, `?`, `…` or `:` where a new one begins after it: not behind a title (Dr), an abbreviation
//! (e.g.), an initial (J. Smith), inside a number or a time (9.30am), nor before a small letter. A heading, an item, a
//! cell and a line that its author broke end by themselves.

use super::{English, Sentence, Word};
use crate::model::{Block, MarkKind};

/// What a full stop stands behind without ending anything.
const TITLES: &[&str] = &[
    "dr", "mr", "mrs", "ms", "mx", "prof", "rev", "revd", "st", "sr", "jr", "cllr", "hon", "fig", "vol", "approx",
    "dept", "tel", "ext", "e.g", "i.e", "eg", "ie", "viz", "vs", "cf", "al", "incl", "n.b",
];

/// What may end a sentence when a capital follows, and goes on when a figure or a small letter does.
const NUMBERED: &[&str] = &["no", "nos", "p", "pp", "para", "s", "ss", "art", "sec", "section"];

pub(super) fn cut(english: &mut English<'_>, place: usize, block: &Block) {
    let text = &english.prose.text[block.range.clone()];
    let base = block.range.start;
    let marks = english.prose.marks_of(block);
    let mut first = english.words.len();
    let mut quoted = None;
    let mut rest = text;
    let mut end_sentence = |english: &mut English<'_>, is_ended: bool| {
        let words = first..english.words.len();
        if !words.is_empty() {
            english.sentences.push(Sentence { block: place, words, is_ended });
        }
        first = english.words.len();
    };
    while !rest.is_empty() {
        let space = rest.find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len());
        if rest[..space].contains('\n') {
            end_sentence(english, false);
        }
        rest = &rest[space..];
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (token, after) = rest.split_at(length);
        rest = after;
        let at = base + text.len() - after.len() - token.len();
        let is_address = is_address(token);
        let mut last_end = at;
        let count = english.words.len();
        for piece in pieces(token, is_address) {
            let start = at + (piece.as_ptr() as usize - token.as_ptr() as usize);
            opened(&english.prose.text[last_end..start], &mut quoted);
            last_end = start + piece.len();
            let is_marked = marks.iter().any(|mark| {
                matches!(mark.kind, MarkKind::Code | MarkKind::Language | MarkKind::Directed)
                    && mark.range.start <= start
                    && start < mark.range.end
            });
            let clip = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
            let (start, end) = (clip(start), clip(last_end));
            english.words.push(Word { start, end, is_quoted: quoted.is_some(), is_other: is_address || is_marked });
        }
        let tail = &english.prose.text[last_end..at + token.len()];
        let last = if english.words.len() > count { english.word(english.words.len() - 1) } else { "" };
        if english.words.len() > first_word(english) && ends(last, tail, rest) {
            end_sentence(english, true);
        }
        opened(tail, &mut quoted);
    }
    end_sentence(english, false);
}

/// The place of the first word that belongs to no sentence yet.
fn first_word(english: &English<'_>) -> usize {
    english.sentences.last().map_or(0, |sentence| sentence.words.end)
}

/// Opens and closes quotation marks; `quoted` is the mark that closes what is open. An apostrophe closes nothing that a
/// double mark opened.
fn opened(marks: &str, quoted: &mut Option<char>) {
    if marks.is_ascii() && !marks.contains('"') {
        return;
    }
    for mark in marks.chars() {
        match (mark, *quoted) {
            (_, Some(close)) if mark == close => *quoted = None,
            ('“', None) => *quoted = Some('”'),
            ('‘', None) => *quoted = Some('’'),
            ('«', None) => *quoted = Some('»'),
            ('"', None) => *quoted = Some('"'),
            _ => {}
        }
    }
}

/// Whether a token is an address of the web, of mail, or a file's name.
fn is_address(token: &str) -> bool {
    token.bytes().any(|byte| matches!(byte, b'@' | b':' | b'.' | b'/'))
        && (token.contains("://")
            || token.contains('@')
            || token.contains("www.")
            || [".uk", ".org", ".com", ".net", ".example", ".gov", ".pdf"].iter().any(|end| {
                token.trim_end_matches(|letter: char| !letter.is_alphanumeric()).ends_with(end)
                    && token.len() > end.len()
            })
            || (token.starts_with('/') && token.len() > 1))
}

/// The words of a token: `and/or` is two, `step-free` and `9.30am` are one.
fn pieces(token: &str, is_whole: bool) -> impl Iterator<Item = &str> {
    let is_cut = move |letter: char| !is_whole && matches!(letter, '/' | '–' | '—' | '…' | '&' | '+' | '(' | '[');
    token
        .split(is_cut)
        .map(|piece| piece.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '£'))
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
}

/// Whether a sentence ends behind a word, with the marks that follow it, and what comes next.
fn ends(word: &str, marks: &str, rest: &str) -> bool {
    let Some(mark) = marks.chars().find(|mark| matches!(mark, '.' | '!' | '?' | '…' | ':')) else {
        return false;
    };
    // Behind "How to get it:" a capital begins a sentence of its own.
    let next = rest.trim_start().trim_start_matches(['“', '‘', '"', '\'', '(', '[']);
    let Some(next) = next.chars().next() else {
        return true;
    };
    if next.is_lowercase() {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let is_short = word.len() <= 8;
    let listed = |list: &[&str]| is_short && list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I" && word != "A";
    if listed(TITLES) || is_initial && next.is_uppercase() {
        return false;
    }
    !(listed(NUMBERED) && next.is_ascii_digit())
}
