//! Numbers in words on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports numbers that are written in words on Easy Read pages, such as "three". "One" is passed over: it is
    /// seldom a number.
    ///
    /// # Why it matters
    /// A figure is seen at once, and is the same in every language.
    /// Change, How to make information accessible: write 3, not three.
    ///
    /// # Example
    /// ```md
    /// We will call you in three days.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We will call you in 3 days.
    /// ```
    ///
    /// # What it cannot see
    /// Numbers that are part of a name.
    "number-in-words" Advice checks [Page(check)]
}

const NUMBERS: &[(&str, &str)] = &[
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("fifteen", "15"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("hundred", "100"),
    ("thousand", "1,000"),
];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    for sentence in english.sentences.iter().filter(|sentence| !english.block(sentence).is_said) {
        for at in sentence.words.clone().filter(|at| !english.words[*at].is_quoted) {
            let word = english.word(at);
            let Some((_, figure)) = NUMBERS.iter().find(|(number, _)| number.eq_ignore_ascii_case(word)) else {
                continue;
            };
            found.push(
                RULE.finding(format!("\"{word}\" is easier to see as a figure"))
                    .at(context.prose.span(english.range(&(at..at + 1))))
                    .help(format!("write {figure}")),
            );
        }
    }
}
