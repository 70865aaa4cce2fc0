//! Sentences that are too long for Easy Read.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::BlockKind;

rule! {
    /// # What it does
    /// Reports sentences of an Easy Read page of more than a number of words: as advice above `advised`, 10 where a
    /// site sets nothing else, and as a warning above `words`, 15.
    ///
    /// # Why it matters
    /// Many readers of Easy Read hold a few words in mind at a time.
    /// Adept; GOV.UK, Accessible communication formats (2020); Department of Health, Making written information
    /// easier to understand (2009); easyreadstandard.org.
    ///
    /// # Example
    /// ```md
    /// You can ask the council to look at what you need so that you can have a break.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// You can ask for a break.
    ///
    /// The council will talk to you about what you need.
    /// ```
    ///
    /// # What it cannot see
    /// Whether a short sentence is easy.
    "long-easy-sentence" Warning thresholds [advised 10, words 15] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    let (advised, most) = (context.threshold(&RULE, "advised") as usize, context.threshold(&RULE, "words") as usize);
    for sentence in english.sentences.iter().filter(|sentence| sentence.words.len() > advised.min(most)) {
        if english.block(sentence).is_said || matches!(english.block(sentence).kind, BlockKind::Front("title")) {
            continue;
        }
        let count = sentence.words.len();
        let mut finding = RULE
            .finding(format!("this sentence has {count} words"))
            .at(context.prose.span(english.range(&sentence.words)))
            .help(format!("say one thing in {advised} words or fewer, and the next in a sentence of its own"));
        if count <= most {
            finding.severity = Severity::Advice;
        }
        found.push(finding);
    }
}
