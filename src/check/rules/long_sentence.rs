//! Sentences that are too long to hold in mind.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::english::Sentence;
use crate::diagnostic::Diagnostic;
use crate::model::{BlockKind, Form};

rule! {
    /// # What it does
    /// Reports sentences of more than a number of `words`: 25 where a site sets nothing else. It knows that a full
    /// stop behind "Dr" or in "9.30am" ends nothing, and that a heading, an item of a list and a cell of a table
    /// stand by themselves. What carers say in their own words is passed over.
    /// Up to five of a page are pointed at one by one; where there are more, the longest is, with their number.
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

/// More long sentences than this on a page are a page to write anew, and one finding.
const MOST_FINDINGS: usize = 5;

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.english.filter(|_| context.page.variant.form != Form::Easy) else {
        return;
    };
    let most = context.threshold(&RULE, "words") as usize;
    let is_own = |sentence: &&Sentence| {
        let block = english.block(sentence);
        !block.is_said && block.kind != BlockKind::Front("title")
    };
    let long: Vec<&Sentence> =
        english.sentences.iter().filter(|sentence| sentence.words.len() > most).filter(is_own).collect();
    let report = |sentence: &Sentence, message: String| {
        let place = context.prose.span(english.range(&sentence.words));
        RULE.finding(message)
            .at(place)
            .help(format!("make two or three of it, each with one idea: {most} words are the most that people follow"))
    };
    if long.len() <= MOST_FINDINGS {
        found.extend(
            long.iter().map(|sentence| report(sentence, format!("this sentence has {} words", sentence.words.len()))),
        );
    } else if let Some(longest) = long.iter().rev().max_by_key(|sentence| sentence.words.len()) {
        let (count, words) = (long.len(), longest.words.len());
        let message = format!("{count} sentences of this page have more than {most} words, this one {words}");
        found.push(report(longest, message));
    }
}
