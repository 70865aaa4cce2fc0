//! Cuts a block into words and sentences.
//!
//! A sentence ends at `.`, `!`, `?`, `…` or `:` where a new one begins after it: not behind a title (Dr), an abbreviation
//! (e.g.), an initial (J. Smith), inside a number or a time (9.30am), nor before a small letter. A heading, an item, a
//! cell and a line that its author broke end by themselves.

use std::ops::Range;

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
    let marks = english.prose.marks_of(block).iter();
    let marks = marks.filter(|mark| matches!(mark.kind, MarkKind::Code | MarkKind::Language | MarkKind::Directed));
    let others: Vec<Range<usize>> = marks.map(|mark| mark.range.clone()).collect();
    let is_marked = |start: usize| others.iter().any(|range| range.contains(&start));
    let clip = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
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
        let bare = rest.trim_start();
        if rest[..rest.len() - bare.len()].contains('\n') {
            end_sentence(english, false);
        }
        let (token, is_plain) = token(bare);
        let at = base + text.len() - bare.len();
        rest = &bare[token.len()..];
        // Most are words and nothing else: no mark stands in them or ends anything.
        if is_plain && !token.is_empty() {
            let (start, end) = (clip(at), clip(at + token.len()));
            let word = Word { start, end, is_quoted: quoted.is_some(), is_other: is_marked(at) };
            english.words.push(word);
            continue;
        }
        let is_address = is_address(token);
        let mut last_end = at;
        let count = english.words.len();
        for piece in pieces(token, is_address) {
            let start = at + (piece.as_ptr() as usize - token.as_ptr() as usize);
            opened(&english.prose.text[last_end..start], &mut quoted);
            last_end = start + piece.len();
            let is_other = is_address || is_marked(start);
            let (start, end) = (clip(start), clip(last_end));
            english.words.push(Word { start, end, is_quoted: quoted.is_some(), is_other });
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

/// What a text begins with up to white space, and whether that is nothing but letters and figures of ASCII.
fn token(text: &str) -> (&str, bool) {
    let mut is_plain = true;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\t'..=b'\r' | b' ' => return (&text[..at], is_plain),
            0x80.. => return (&text[..text.find(char::is_whitespace).unwrap_or(text.len())], false),
            _ => is_plain &= byte.is_ascii_alphanumeric(),
        }
    }
    (text, is_plain)
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
