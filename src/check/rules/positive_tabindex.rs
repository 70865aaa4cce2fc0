//! Things that take focus before their turn.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Carried, tab_index};

rule! {
    /// # What it does
    /// Reports a `tabindex` above 0.
    ///
    /// # Why it matters
    /// One comes to it before everything else on the page, wherever it stands: the order of focus is no longer that of
    /// reading.
    /// WCAG 2.2, 2.4.3 Focus Order (A).
    ///
    /// # Example
    /// ```html
    /// <input name="q" tabindex="1">
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <input name="q">
    /// ```
    ///
    /// # What it cannot see
    /// An order that style sheets or scripts change.
    "positive-tabindex" Error checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.access.carrying(&context.document, Carried::Tabindex) {
        if tab_index(&element).is_some_and(|tab| tab > 0) && !context.access.is_hidden(&element) {
            let finding = context.report(&RULE, &element, "this takes focus before everything else on the page");
            found.push(finding.help("take `tabindex` away, and put it where its turn is"));
        }
    }
}
