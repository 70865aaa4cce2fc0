//! Sentences that are too long to hold in mind.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::{BlockKind, Form};

rule! {
    /// # What it does
    /// Reports sentences of more than a number of `words`: 25 where a site sets nothing else. It knows that a full
    /// stop behind "Dr" or in "9.30am" ends nothing, and that a heading, an item of a list and a cell of a table
    /// stand by themselves. What carers say in their own words is passed over.
    ///
    /// # Why it matters
    /// Of sentences of 14 words people understand nearly all, of those of 43 words hardly any (GOV.UK, from work of
    /// the American Press Institute). A screen reader cannot go back half a sentence.
    /// GOV.UK content design: sentences of no more than 25 words.
    ///
    /// # Example
    /// ```md
    /// If you look after someone and you need a break because you are tired or unwell, or because you want to do something for yourself, you can ask the team for a carer's assessment.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Do you look after someone? You can ask for a break, for any reason. Ask the team for a carer's assessment.
    /// ```
    ///
    /// # What it cannot see
    /// Whether a short sentence is clear.
    "long-sentence" Warning thresholds [words 25] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.english.filter(|_| context.page.variant.form != Form::Easy) else {
        return;
    };
    let most = context.threshold(&RULE, "words") as usize;
    for sentence in english.sentences.iter().filter(|sentence| sentence.words.len() > most) {
        let block = english.block(sentence);
        if block.is_said || matches!(block.kind, BlockKind::Front("title")) {
            continue;
        }
        let count = sentence.words.len();
        found.push(
            RULE.finding(format!("this sentence has {count} words"))
                .at(context.prose.span(english.range(&sentence.words)))
                .help(format!(
                    "make two or three of it, each with one idea: {most} words are the most that people follow"
                )),
        );
    }
}
