//! Frames without a name.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports an `<iframe>` that has no `title`.
    ///
    /// # Why it matters
    /// A screen reader reads the title out so that one can tell whether to go in.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <iframe src="/map/"></iframe>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <iframe src="/map/" title="Map of the hub"></iframe>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the title says what is in it.
    "unnamed-frame" Error act ["cae760"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for frame in context.document.all(Name::Iframe) {
        if context.access.is_exposed(&frame) && !context.access.has_name(&frame) {
            found.push(context.report(&RULE, &frame, "frame has no name").help("say in `title` what it shows"));
        }
    }
}
