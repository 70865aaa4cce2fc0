//! Pages without a heading of the first level, or with two.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a whole page without an `<h1>`, and one with two.
    ///
    /// # Why it matters
    /// People who use a screen reader go to it first, to hear where they are.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A) and 2.4.6 Headings and Labels (AA).
    ///
    /// # Example
    /// ```html
    /// <main><h2>Breaks</h2></main>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <main><h1>Breaks</h1></main>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the heading says what the page is about.
    "missing-heading-one" Warning checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    if !context.document.is_whole() || context.document.all(Name::Frameset).next().is_some() {
        return;
    }
    let is_first = |element: &Element<'_, '_>| {
        let level =
            if element.has("aria-level") { element.says("aria-level", "1") } else { element.kind() == Name::H1 };
        level && access.role(element) == Role::HEADING && !access.is_hidden(element)
    };
    let native = context.document.all(Name::H1);
    let written = access.with_role(&context.document).filter(|element| element.kind() != Name::H1);
    let mut headings = native.chain(written).filter(is_first);
    match (headings.next(), headings.next()) {
        (None, _) => {
            let main = context.document.all(Name::Main).next().or_else(|| context.document.all(Name::Body).next());
            let finding = context.place(RULE.finding("the page has no heading of the first level"), main.as_ref());
            found.push(finding.help("begin its main part with an `<h1>` that says what it is about"));
        }
        (Some(_), Some(second)) => {
            let finding = context.report(&RULE, &second, "the page has a second heading of the first level");
            found.push(finding.help("make it an `<h2>`"));
        }
        _ => {}
    }
}
