//! Sentences of Easy Read that hold more than one idea.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports sentences of an Easy Read page that join two clauses ("and you", "because", "which"), or that have two
    /// commas and are no list.
    ///
    /// # Why it matters
    /// One sentence, one idea: a reader can then stop after each, and look at the picture.
    /// Inclusion Europe, Information for all; Change, How to make information accessible.
    ///
    /// # Example
    /// ```md
    /// Call us and we will visit you, because that is easier.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Call us.
    ///
    /// We can come to your home.
    /// ```
    ///
    /// # What it cannot see
    /// Two ideas in a sentence without such words.
    "two-ideas" Advice checks [Page(check)]
}

/// Words that join a clause to the one before.
const JOINTS: &[&str] = &["although", "because", "however", "therefore", "unless", "whereas", "which", "while"];
/// Words that begin a clause behind "and", "but" or "so".
const SUBJECTS: &[&str] = &["he", "i", "it", "she", "someone", "they", "this", "we", "you"];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    for sentence in &english.sentences {
        let words = sentence.words.clone();
        let lower = |at: usize| english.word(at).to_lowercase();
        let joins = |at: usize| {
            let word = lower(at);
            at > words.start
                && (JOINTS.contains(&word.as_str())
                    || matches!(word.as_str(), "and" | "but" | "so")
                        && at + 2 < words.end
                        && SUBJECTS.contains(&lower(at + 1).as_str()))
        };
        let text = english.text(&words);
        let commas = text.matches(", ").count();
        let is_list = (words.start..words.end).any(|at| matches!(lower(at).as_str(), "and" | "or"));
        let joint = words.clone().find(|at| joins(*at));
        let (at, why) = match joint {
            Some(at) => (at..at + 1, format!("\"{}\" joins a second idea to the sentence", lower(at))),
            None if commas >= 2 && !is_list => {
                (words.clone(), "this sentence has two commas, and most likely two ideas".into())
            }
            None => continue,
        };
        found.push(
            RULE.finding(why)
                .at(context.prose.span(english.range(&at)))
                .help("end the sentence before it, and begin a new one"),
        );
    }
}
