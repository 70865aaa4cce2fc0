//! Sentences of Easy Read that do not say who does it.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports the passive on Easy Read pages: "is", "was" or "will be" with a participle, such as "will be sent".
    ///
    /// # Why it matters
    /// It hides who does what, which is what a reader wants to know. Many people with a learning disability take the
    /// first name of a sentence for the one who acts.
    /// Inclusion Europe, Information for all: use active language.
    ///
    /// # Example
    /// ```md
    /// A form will be sent to you.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We will send you a form.
    /// ```
    ///
    /// # What it cannot see
    /// It goes by the endings of words, so it knows no unusual participle, and it may take a feeling ("is
    /// frightened") for one.
    "passive" Advice checks [Page(check)]
}

const BE: &[&str] = &["am", "are", "be", "been", "being", "is", "was", "were"];

/// Participles that do not end in "ed".
const PARTICIPLES: &[&str] = &[
    "bought",
    "brought",
    "built",
    "caught",
    "chosen",
    "done",
    "drawn",
    "driven",
    "found",
    "given",
    "heard",
    "held",
    "hidden",
    "kept",
    "led",
    "made",
    "paid",
    "read",
    "seen",
    "sent",
    "shown",
    "spent",
    "spoken",
    "stolen",
    "taken",
    "taught",
    "told",
    "understood",
    "written",
];

/// Words with the ending of a participle that say how something is.
const STATES: &[&str] = &[
    "abused",
    "afraid",
    "allowed",
    "annoyed",
    "ashamed",
    "bored",
    "called",
    "closed",
    "concerned",
    "confused",
    "depressed",
    "disabled",
    "embarrassed",
    "entitled",
    "excited",
    "finished",
    "frightened",
    "injured",
    "interested",
    "involved",
    "isolated",
    "located",
    "married",
    "named",
    "needed",
    "organised",
    "pleased",
    "prepared",
    "qualified",
    "registered",
    "related",
    "relaxed",
    "retired",
    "scared",
    "shared",
    "stressed",
    "surprised",
    "supposed",
    "tired",
    "trained",
    "upset",
    "used",
    "worried",
];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    for sentence in &english.sentences {
        let words = sentence.words.clone();
        for at in words.clone() {
            if !is_one_of(english.word(at), BE) {
                continue;
            }
            // "is not sent", "will be carefully sent".
            let step = |at: usize| {
                let word = english.word(at);
                word.eq_ignore_ascii_case("not") || word.len() > 4 && word.ends_with("ly")
            };
            let next = if step(at + 1) { at + 2 } else { at + 1 };
            if next < words.end && is_participle(english.word(next)) {
                let text = english.text(&(at..next + 1));
                found.push(
                    RULE.finding(format!("\"{text}\" does not say who does it"))
                        .at(context.prose.span(english.range(&(at..next + 1))))
                        .help("begin with who does it: \"we\", \"the council\", \"a nurse\""),
                );
            }
        }
    }
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn is_participle(word: &str) -> bool {
    let is_regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word.is_ascii();
    is_one_of(word, PARTICIPLES) || is_regular && !is_one_of(word, STATES) && !word.starts_with("un")
}
