//! Colours that the reader's own may not replace.

use super::super::rule::rule;
use crate::check::StyleContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports `forced-color-adjust: none`.
    ///
    /// # Why it matters
    /// Some people can read only in colours of their own choice, which their system puts in the place of all others.
    /// Here it may not.
    /// WCAG 2.2, 1.4.3 Contrast (Minimum) (AA) holds for what they then see.
    ///
    /// # Example
    /// ```css
    /// .card { forced-color-adjust: none }
    /// ```
    ///
    /// # Use instead
    /// ```css
    /// .card { border: 2px solid }
    /// ```
    ///
    /// # What it cannot see
    /// Pictures of colours, which may need it: allow it there.
    "overridden-colours" Warning checks [Styles(check)]
}
fn check(context: &StyleContext<'_>, found: &mut Vec<Diagnostic>) {
    for block in &context.blocks {
        if block.declarations().any(|(name, value)| name == "forced-color-adjust" && value == "none") {
            let finding = context.report(&RULE, block, "this keeps its colours when a reader has chosen others");
            found.push(finding.help("take `forced-color-adjust` away"));
        }
    }
}
