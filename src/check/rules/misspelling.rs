//! Words that are spelt otherwise than in the dictionary.

use std::collections::{BTreeMap, BTreeSet};

use super::super::context::PageContext;
use super::super::english::{English, Spelling};
use super::super::rule::rule;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Finds words in English that stand neither in the British dictionary nor in the site's own words.
    /// The site's own words are `spelling` in `content/data/words.yaml`, the glossary with its synonyms, the terms of its
    /// lists, and the names in its records and settings. A word with a capital inside a sentence is taken for a name.
    ///
    /// # Why it matters
    /// A screen reader says what is written, and a search looks for it.
    /// People who read with difficulty know a word by its shape, and slips make others doubt that the facts are right.
    ///
    /// # Example
    /// ```md
    /// Ask for an asessment. Your color photo comes by post.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Ask for an assessment. Your colour photo comes by post.
    /// ```
    /// Or, for a word that is right, in `content/data/words.yaml`:
    /// ```yaml
    /// spelling: [microgrant, outreach]
    /// ```
    ///
    /// # What it cannot see
    /// A slip that makes another word (“form” for “from”), names, quotations, what carers say, code, addresses, and words
    /// with figures or with capitals inside. It knows no language but English.
    "misspelling" Warning asked "--spelling" checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some((english, spelling)) = context.english.and_then(|english| Some((english, english.spelling?))) else {
        return;
    };
    let names = names(english);
    // Each word once, in the order in which they stand.
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (place, is_first) in judged(english) {
        let word = english.word(place);
        let Some(part) = spelling.misspelt(word) else { continue };
        let is_name = is_capital(word) && (!is_first || names.contains(word) || begins_name(english, place));
        if is_name {
            continue;
        }
        if let Some(at) = seen.get(&part.to_lowercase()) {
            found[*at].count += 1;
            continue;
        }
        seen.insert(part.to_lowercase(), found.len());
        let start = english.words[place].start as usize + (part.as_ptr() as usize - word.as_ptr() as usize);
        found.push(
            RULE.finding(format!("“{part}” is not in the dictionary"))
                .at(context.prose.span(start..start + part.len()))
                .help(help(spelling, part)),
        );
    }
}

/// The words that are judged, each with whether it begins its sentence.
fn judged<'e>(english: &'e English<'_>) -> impl Iterator<Item = (usize, bool)> + 'e {
    let sentences = english.sentences.iter().filter(|sentence| !english.block(sentence).is_said);
    sentences
        .flat_map(|sentence| sentence.words.clone().map(|place| (place, place == sentence.words.start)))
        .filter(|(place, _)| !english.words[*place].is_other && !english.words[*place].is_quoted)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether the next word of its sentence has a capital, too: `Harrowdale Village Hall`.
fn begins_name(english: &English<'_>, place: usize) -> bool {
    let sentence = english.sentences.iter().find(|sentence| sentence.words.contains(&place));
    sentence.is_some_and(|sentence| sentence.words.contains(&(place + 1))) && is_capital(english.word(place + 1))
}

/// Words with a capital inside a sentence: they are names at its beginning, too.
fn names<'e>(english: &'e English<'_>) -> BTreeSet<&'e str> {
    judged(english)
        .filter(|(_, is_first)| !is_first)
        .map(|(place, _)| english.word(place))
        .filter(|word| is_capital(word))
        .collect()
}

fn help(spelling: &Spelling, word: &str) -> String {
    let words: Vec<String> = spelling.suggestions(word).iter().map(|word| format!("“{word}”")).collect();
    let own = "add it to `spelling` in content/data/words.yaml";
    match words.split_last() {
        None => format!("if it is right, {own}"),
        Some((last, [])) => format!("did you mean {last}? If it is right, {own}"),
        Some((last, others)) => format!("did you mean {} or {last}? If it is right, {own}", others.join(", ")),
    }
}
