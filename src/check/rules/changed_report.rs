//! Reports of past years that were changed.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file in `content/data/reports/` that no longer says what `signpost report` wrote.
    ///
    /// # Why it matters
    /// A report of what was promised and done is only worth something if it stays as it was.
    /// Carers and councillors must be able to trust that last year's promises were not rewritten.
    ///
    /// # Example
    /// In `content/data/reports/2025.yaml`, where `state: late` stood:
    /// ```yaml
    ///   state: done
    /// ```
    ///
    /// # Use instead
    /// Take the change back. What has to be put right is shown on the report with its day:
    /// ```yaml
    /// corrections:
    ///   - { date: 2026-02-03, text: "The wait was 9 weeks, not 6." }
    /// ```
    ///
    /// # What it cannot see
    /// A file that was deleted and made anew. The history of your files shows that.
    "changed-report" Error
}
