//! Long passages in italics.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::{Form, MarkKind};

rule! {
    /// # What it does
    /// Reports more than a number of `words` in italics, 10 where a site sets nothing else. On Easy Read pages
    /// `italic-words` reports any.
    ///
    /// # Why it matters
    /// Slanted letters run into each other. People with dyslexia and people with low sight lose the line.
    /// GOV.UK style guide: no italics; British Dyslexia Association, Dyslexia friendly style guide.
    ///
    /// # Example
    /// ```md
    /// *We are closed on bank holidays and from 24 December to 2 January each year.*
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We are closed on bank holidays and from 24 December to 2 January.
    ///
    /// Where it must stand out, a box:
    ///
    /// ::: callout title="When we are closed"
    /// Bank holidays, and 24 December to 2 January.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Italics that the theme makes by its styles.
    "long-italics" Advice thresholds [words 10] checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.page.variant.form == Form::Easy {
        return;
    }
    let most = context.threshold(&RULE, "words") as usize;
    for mark in context.prose.marks.iter().filter(|mark| mark.kind == MarkKind::Emphasis) {
        let count = context.prose.text[mark.range.clone()].split_whitespace().count();
        if count > most {
            found.push(
                RULE.finding(format!("{count} words in italics are hard to read"))
                    .at(context.prose.place(mark.written.clone()))
                    .help("take the asterisks away; use a quotation, or a `callout` for what must stand out"),
            );
        }
    }
}
