//! Two words for one thing on an Easy Read page.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a word on an Easy Read page that the glossary has as another word for a term which the page uses too.
    ///
    /// # Why it matters
    /// Two words are two things to somebody who learns them as they go.
    /// Inclusion Europe, Information for all: use the same word for the same thing.
    ///
    /// # Example
    /// ```md
    /// You can have a **short break**.
    ///
    /// Respite care is free.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// You can have a **short break**.
    ///
    /// A short break is free.
    /// ```
    ///
    /// # What it cannot see
    /// Words that the glossary does not hold as synonyms.
    "two-words-one-thing" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.easy().is_none() {
        return;
    }
    let text = context.prose.text.to_ascii_lowercase();
    for words in &context.gathered.terms {
        let mut uses: Vec<(&str, usize)> =
            words.iter().filter_map(|(word, small)| Some((word.as_str(), whole(&text, small)?))).collect();
        uses.sort_by_key(|(_, at)| *at);
        // A word inside a longer one of the same term is that one, and letters are short for their words.
        let is_inside = |word: &str, other: &str| {
            let other = other.to_lowercase();
            word.to_lowercase().split_whitespace().all(|part| other.contains(part))
        };
        let [(first, first_at), rest @ ..] = uses.as_slice() else { continue };
        let is_acronym = |word: &str| word.bytes().all(|byte| byte.is_ascii_uppercase());
        let other = rest.iter().find(|(word, at)| {
            !is_inside(word, first)
                && !is_inside(first, word)
                && !is_acronym(word)
                && !is_acronym(first)
                && at != first_at
        });
        if let Some((word, at)) = other {
            found.push(
                RULE.finding(format!("\"{word}\" and \"{first}\" are one thing"))
                    .at(context.prose.span(*at..at + word.len()))
                    .help(format!("use one of them on the whole page: \"{first}\" came first")),
            );
        }
    }
}

/// Where a word or phrase stands by itself.
fn whole(text: &str, word: &str) -> Option<usize> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    memchr::memmem::find_iter(text.as_bytes(), word)
        .find(|at| !is_letter(text[..*at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next()))
}
