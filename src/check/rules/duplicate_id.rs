//! Ids that stand on a page twice.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports an `id` that stands on a page more than once.
    ///
    /// # Why it matters
    /// A link to it, and a label that names it, reach only the first: the second is out of reach for people who follow
    /// links or use a screen reader.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A) and 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```md
    /// ## Opening times {#times}
    /// ## Bus times {#times}
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ## Opening times {#opening-times}
    /// ## Bus times {#bus-times}
    /// ```
    ///
    /// # What it cannot see
    /// Ids that a script adds.
    "duplicate-id" Error act ["3ea0c8"] checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    for (id, _) in context.ids().iter().filter(|(_, count)| **count > 1) {
        let same = context.document.elements().filter(|element| element.attribute("id").is_some_and(|own| own == *id));
        if let Some(second) = same.into_iter().nth(1) {
            let finding = context.report(&RULE, &second, format!("the id `{id}` stands on this page twice"));
            found.push(finding.help("give one of the two another name"));
        }
    }
}
