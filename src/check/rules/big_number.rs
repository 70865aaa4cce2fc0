//! Large numbers on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports numbers of a thousand and more on Easy Read pages. Years, phone numbers and dates are passed over.
    ///
    /// # Why it matters
    /// Few people can picture 12,500. "Many" says as much to most.
    /// Inclusion Europe, Information for all.
    ///
    /// # Example
    /// ```md
    /// There are 12,500 carers here.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// There are many carers here.
    ///
    /// In a full bus, 5 people are carers.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the number itself matters to the reader.
    "big-number" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    for sentence in &english.sentences {
        for at in sentence.words.clone() {
            let word = english.word(at).trim_start_matches('£');
            let has_comma =
                word.contains(',') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.');
            let is_word = ["million", "millions", "billion"].iter().any(|known| known.eq_ignore_ascii_case(word));
            let is_money =
                english.word(at).starts_with('£') && word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            if has_comma && word.len() > 4 || is_word || is_money {
                found.push(
                    RULE.finding(format!("{} is hard to picture", english.word(at)))
                        .at(context.prose.span(english.range(&(at..at + 1))))
                        .help("say \"many\" or \"a few\", or show it with people: 1 in 10"),
                );
            }
        }
    }
}
