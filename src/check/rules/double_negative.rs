//! Two words that say "not" in a sentence of Easy Read.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a sentence of an Easy Read page in which one "not" works on another, such as "not unusual" or "cannot
    /// go without".
    ///
    /// # Why it matters
    /// Each "not" turns the sentence round. After two, many readers take it for the opposite.
    /// Inclusion Europe, Information for all: positive sentences.
    ///
    /// # Example
    /// ```md
    /// It is not unusual to feel tired.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Many carers feel tired.
    /// ```
    ///
    /// # What it cannot see
    /// Two such words that stand far from each other.
    "double-negative" Advice checks [Page(check)]
}

const NOT: &[&str] = &["cannot", "neither", "never", "nobody", "none", "not", "nothing", "without"];
const AGAIN: &[&str] = &[
    "cannot",
    "impossible",
    "no",
    "nobody",
    "none",
    "not",
    "nothing",
    "unable",
    "uncommon",
    "unhappy",
    "unimportant",
    "unkind",
    "unless",
    "unlike",
    "unlikely",
    "unusual",
    "unwelcome",
    "without",
];
/// How near the second stands to the first, in words.
const NEAR: usize = 3;

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    for sentence in &english.sentences {
        let words = sentence.words.clone();
        let is_one = |at: usize, list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(english.word(at)));
        let pair = words.clone().filter(|at| is_one(*at, NOT)).find_map(|at| {
            let second = (at + 1..words.end.min(at + 1 + NEAR)).find(|at| is_one(*at, AGAIN))?;
            Some(at..second + 1)
        });
        if let Some(pair) = pair {
            // "not A, not B" names two things.
            let text = english.text(&pair);
            if text.contains(',') || text.contains(" or ") || text.contains(" and ") {
                continue;
            }
            found.push(
                RULE.finding(format!("\"{text}\" says \"not\" twice"))
                    .at(context.prose.span(english.range(&pair)))
                    .help("say what is so, and not what is not"),
            );
        }
    }
}
