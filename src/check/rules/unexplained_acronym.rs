//! Letters that stand for words, without the words.

use std::ops::Range;

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::gathered::is_capitals;
use crate::diagnostic::Diagnostic;
use crate::model::{BlockKind, Mark, MarkKind};

rule! {
    /// # What it does
    /// Reports an acronym, such as "ICB", that its page does not explain: neither as "integrated care board (ICB)"
    /// nor as "ICB (integrated care board)". It knows those that everybody knows, such as NHS and GP, and those in
    /// the site's glossary, which every page explains at their first use. A site names others in
    /// `content/data/words.yaml`, under `acronyms`. Each is reported once a page. A word in capitals that begins a
    /// sentence and has a colon behind it, such as "ACTION:", is none.
    ///
    /// # Why it matters
    /// Professionals read their own letters as words. A carer who is new sees a wall.
    /// WCAG 2.2, 3.1.4 Abbreviations (AAA); GOV.UK style guide: explain an acronym the first time, unless it is well
    /// known.
    ///
    /// # Example
    /// ```md
    /// The ICB will decide in May.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// The integrated care board (ICB) will decide in May. It plans health services here.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the explanation is right, and acronyms that are written as words, such as "Send".
    "unexplained-acronym" Advice checks [Page(check)]
}

/// Acronyms that people know better than their words.
const KNOWN: &[&str] = &[
    "999", "AI", "AIDS", "AM", "ASAP", "ATM", "BBC", "BSL", "CCTV", "CD", "CEO", "CV", "DIY", "DNA", "DVD", "DVLA",
    "EU", "FAQ", "FRANK", "GB", "GCSE", "GOV", "GP", "HIV", "HM", "HMRC", "HR", "HTML", "ID", "IT", "ITV", "KB", "LED",
    "LGBT", "LGBTQ", "LGBTQIA", "MB", "MOT", "MP", "MP3", "MP4", "MS", "NHS", "OK", "PC", "PDF", "PHD", "PIN", "PM",
    "PO", "PS", "QR", "RAF", "RNIB", "RNID", "RSPCA", "SMS", "SIM", "SOS", "TV", "UK", "UN", "US", "USA", "USB", "VAT",
    "VIP", "WC", "WI-FI", "XL", "YMCA",
];

/// Lines in capitals with more words than this are no row of acronyms.
const SHORTEST_SHOUT: usize = 3;

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.english else { return };
    let mut seen: Vec<(&str, Option<usize>)> = Vec::new();
    for sentence in &english.sentences {
        let is_cell_head = matches!(english.block(sentence).kind, BlockKind::Cell(true, _));
        // A line in capitals is a shout, and `all-capitals` says so.
        if sentence.words.len() > SHORTEST_SHOUT && !english.text(&sentence.words).contains(char::is_lowercase) {
            continue;
        }
        for at in sentence.words.clone() {
            let word = english.word(at);
            let Some(letters) = acronym(word).filter(|_| !english.words[at].is_other && !is_cell_head) else {
                continue;
            };
            if is_label(context, &english.range(&(at..at + 1)), at == sentence.words.start) {
                continue;
            }
            if let Some((_, place)) = seen.iter().find(|(known, _)| *known == letters) {
                if let Some(place) = *place {
                    found[place].count += 1;
                }
                continue;
            }
            // Words in capitals side by side are a shout or a heading, not letters for words.
            let is_capital = |word: &str| word.len() > 1 && is_capitals(word);
            let shouts = |other: usize| sentence.words.contains(&other) && is_capital(english.word(other));
            let is_shout = at > 0 && shouts(at - 1) || shouts(at + 1);
            let is_fine = is_shout
                || super::all_capitals::is_common(letters)
                || KNOWN.contains(&letters)
                || context.gathered.letters.contains(letters)
                || is_explained(context, letters);
            seen.push((letters, (!is_fine).then_some(found.len())));
            if !is_fine {
                found.push(
                    RULE.finding(format!("\"{letters}\" is not explained on this page"))
                        .at(context.prose.span(english.range(&(at..at + 1))))
                        .help(format!("write the words first, with the letters behind them in brackets: \"… ({letters})\""))
                        .note("a word of the glossary is explained on every page; `acronyms` in `data/words.yaml` holds those that all readers here know"),
                );
            }
        }
    }
}

/// Whether letters are a word in capitals before what it is about, as in "ACTION: Jo will ask", or the name of what a
/// contact record fills in.
fn is_label(context: &PageContext<'_>, range: &Range<usize>, is_first: bool) -> bool {
    let is_filled_in = |mark: &Mark| {
        mark.kind == MarkKind::Link
            && mark.target.starts_with("contact:")
            && mark.range.start <= range.start
            && range.end <= mark.range.end
    };
    is_first && context.prose.text[range.end..].starts_with(':') || context.prose.marks.iter().any(is_filled_in)
}

/// The letters of an acronym, without the "s" of several; nothing for another word, a number of a room or a road, a
/// postcode and a Roman figure.
fn acronym(word: &str) -> Option<&str> {
    if word.len() < 2 || !word.as_bytes()[..2].iter().all(u8::is_ascii_uppercase) {
        return None;
    }
    let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).or(word.strip_suffix('s')).unwrap_or(word);
    let is_roman = word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    ((2..=6).contains(&word.len()) && is_capitals(word) && !is_roman).then_some(word)
}

/// Whether the letters stand in brackets behind their words, or their words in brackets behind them, or whether a
/// sentence says what they are.
fn is_explained(context: &PageContext<'_>, letters: &str) -> bool {
    let text = &context.prose.text;
    text.match_indices(letters).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + letters.len()..].trim_start_matches(['*', '’', '\'', 's']);
        let follows = ["stands for", "is short for", "means", "is a ", "is an ", "is the "];
        let is_bracketed = matches!(before, Some('(' | '“' | '‘')) && after.starts_with([')', ',', '”', ' ', '’', ';']);
        is_bracketed
            || after.starts_with(" (")
            || after.starts_with(", the ")
            || after.starts_with(", or ")
            || follows.iter().any(|words| after.trim_start().starts_with(words))
            || [", called the ", ", called ", " known as ", ", or ", " called "]
                .iter()
                .any(|words| text[..at].ends_with(words))
            || initials(&text[..at], letters)
    })
}

/// Whether the words before have the letters as their initials: "National Carers Line, or NCL".
fn initials(before: &str, letters: &str) -> bool {
    let start = before.char_indices().rev().nth(120).map_or(0, |(at, _)| at);
    let words = before[start..].split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.filter_map(|word| word.chars().next()).filter(|letter| letter.is_ascii_uppercase());
    first.collect::<String>().contains(letters)
}
