//! Frames without a name.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;
use crate::html::access::tab_index;

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
            // The rule of ACT is about frames that the Tab key leads to; screen readers come to the others as well.
            let is_out = tab_index(&frame).is_some_and(|tab| tab < 0);
            let act: &[&str] = if is_out { &[] } else { RULE.act };
            let finding = context.report_as(&RULE, act, &frame, "frame has no name");
            found.push(finding.help("say in `title` what it shows"));
        }
    }
}
