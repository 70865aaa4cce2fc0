//! Ids that stand on a page twice.

use super::super::rule::rule;
use crate::check::FinishedContext;
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
    "duplicate-id" Error checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for same in context.access.ids().chunk_by(|(a, _), (b, _)| a == b) {
        let [_, (id, second), ..] = same else { continue };
        if let Some(second) = context.document.at(*second as usize).filter(|_| !id.is_empty()) {
            let finding = context.report(&RULE, &second, format!("the id `{id}` stands on this page twice"));
            found.push(finding.help("give one of the two another name"));
        }
    }
}
