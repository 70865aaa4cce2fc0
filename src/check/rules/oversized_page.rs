//! A page that is too long to be a page.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a Markdown file of more than 4 MB. No page is made of it, and the build stops.
    /// In finished HTML it reports a page of more than two million elements and texts, of which only the beginning was
    /// looked at.
    ///
    /// # Why it matters
    /// Nobody reads it, phones run out of memory, and it is most often a file saved under the wrong name, or the work
    /// of a program that did not end.
    ///
    /// # Example
    /// ```text
    /// content/minutes-2019-to-2026.md (50 MB)
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/minutes/2026-03.md
    /// content/minutes/2026-06.md
    /// ```
    ///
    /// # What it cannot see
    /// Pages that are long and below that size.
    "oversized-page" Error checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.document.is_cut() {
        let most = crate::html::MOST_NODES / 1_000_000;
        let finding = RULE.finding(format!("this page has more than {most} million elements and texts"));
        let finding = context.place(finding, None).note("only those were looked at, and nothing is known of the rest");
        found.push(finding.help("make several pages of it; where a program writes it, see why it does not end"));
    }
}
