//! Shortened words on Easy Read pages.

use super::super::rule::rule;
use super::negative_contraction;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports shortened words on Easy Read pages, such as "you'll", "don't" and "it's", and says them in full. Each
    /// is reported once a page.
    ///
    /// # Why it matters
    /// A reader who goes letter by letter meets a mark in the middle of a word, and two words in one.
    /// Inclusion Europe, Information for all; GOV.UK, Accessible communication formats.
    ///
    /// # Example
    /// ```md
    /// We'll call you. Don't worry.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We will call you. Do not worry.
    /// ```
    ///
    /// # What it cannot see
    /// "'s" behind a name may mean "has" or belong to it, and is passed over.
    "contraction" Warning checks [Page(check)]
}

/// Words before "'s" that are never followed by what belongs to them.
const IS: &[&str] = &["here", "he", "how", "it", "let", "she", "that", "there", "what", "when", "where", "who"];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    let mut seen: Vec<(String, usize)> = Vec::new();
    for sentence in english.sentences.iter().filter(|sentence| !english.block(sentence).is_said) {
        for at in sentence.words.clone().filter(|at| !english.words[*at].is_quoted && !english.words[*at].is_other) {
            let word = english.word(at);
            let Some(full) = in_full(word) else { continue };
            let key = word.to_lowercase();
            if let Some((_, place)) = seen.iter().find(|(known, _)| *known == key) {
                found[*place].count += 1;
                continue;
            }
            seen.push((key, found.len()));
            let span = context.prose.span(english.range(&(at..at + 1)));
            let finding = RULE
                .finding(format!("\"{word}\" is shortened"))
                .at(span)
                .help(format!("write \"{}\"", full.join("\" or \"")));
            let next = Some(at + 1).filter(|next| sentence.words.contains(next)).map(|next| english.word(next));
            // Emphasis within the word would be lost.
            let length = (span.end - span.start) as usize;
            let is_whole = length == word.len() || length + 2 == word.len();
            // A name or letters that stand for words keep their capitals, which only their writer knows.
            let is_name = word.chars().skip(1).any(char::is_uppercase);
            let is_sure = is_whole && !is_name && is_sure(word, next.unwrap_or_default());
            found.push(match &full[..] {
                [full] if is_sure => finding.fix(span, full.clone()),
                _ => finding,
            });
        }
    }
}

/// Whether a shortened word stands for one thing alone, and can be written in full where it is: "he's" may be "he has",
/// "they'd" "they had", and "don't you" is "do you not".
fn is_sure(word: &str, next: &str) -> bool {
    const ASKED: &[&str] = &["he", "i", "it", "she", "they", "we", "you"];
    let lower = word.to_lowercase();
    match lower.rsplit(['\'', '’']).next().unwrap_or_default() {
        "t" => !lower.starts_with("ai") && !ASKED.contains(&next.to_lowercase().as_str()),
        "ll" | "re" | "ve" | "m" => true,
        _ => lower.starts_with("let"),
    }
}

/// What a shortened word may stand for; nothing for another word.
fn in_full(word: &str) -> Option<Vec<String>> {
    let (stem, end) = word.rsplit_once(['\'', '’'])?;
    let lower = stem.to_lowercase();
    let ends: &[&str] = match end.to_ascii_lowercase().as_str() {
        "t" if negative_contraction::is_negative(word) => return Some(vec![negative_contraction::in_full(word)]),
        "ll" => &["will"],
        "re" => &["are"],
        "ve" => &["have"],
        "m" => &["am"],
        "d" => &["had", "would"],
        "s" if lower == "let" => &["us"],
        "s" if IS.contains(&lower.as_str()) => &["is"],
        _ => return None,
    };
    Some(ends.iter().map(|end| negative_contraction::as_begun(word, &format!("{lower} {end}"))).collect())
}
