//! Keys of a page's own.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Carried;

rule! {
    /// # What it does
    /// Reports an `accesskey`.
    ///
    /// # Why it matters
    /// The same keys mean other things in screen readers and browsers, and nobody can tell which they are here.
    /// WCAG 2.2, 2.1.4 Character Key Shortcuts (A) is about keys of this kind.
    ///
    /// # Example
    /// ```html
    /// <a href="/help/" accesskey="h">Help</a>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <a href="/help/">Help</a>
    /// ```
    ///
    /// # What it cannot see
    /// Keys that a script listens to.
    "access-key" Warning checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.access.carrying(&context.document, Carried::Accesskey) {
        if element.raw("accesskey").is_some_and(|key| !key.trim().is_empty()) {
            let finding = context.report(&RULE, &element, format!("`<{}>` has a key of its own", element.name()));
            found.push(finding.help("take `accesskey` away"));
        }
    }
}
