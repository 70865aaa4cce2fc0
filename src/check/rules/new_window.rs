//! Links that open a new window.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;
use crate::html::access::Carried;

rule! {
    /// # What it does
    /// Reports a link that opens a new window or tab.
    ///
    /// # Why it matters
    /// "Back" no longer works there, which strands people who do not see that a window has opened, or who find it hard
    /// to keep two in mind.
    /// Whoever wants a new tab can open one.
    /// WCAG 2.2, 3.2.5 Change on Request (AAA); GOV.UK Design System, "Links".
    ///
    /// # Example
    /// ```html
    /// <a href="https://example.org/" target="_blank">Apply</a>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Apply](https://example.org/)
    /// ```
    ///
    /// # What it cannot see
    /// Windows that a script opens.
    "new-window" Error checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let aimed = context.access.carrying(&context.document, Carried::Target);
    for element in aimed.filter(|element| matches!(element.kind(), Name::A | Name::Area | Name::Form)) {
        let target = element.attribute("target").unwrap_or_default();
        let stays = ["", "_self", "_top", "_parent"].iter().any(|known| target.eq_ignore_ascii_case(known));
        if !stays {
            found.push(context.report(&RULE, &element, "this link opens a new window").help("leave `target` out"));
        }
    }
}
