//! A file that is never published.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a link to a spreadsheet, a Word file, a file in `content/data/`, a file whose name begins with `.`, `_`
    /// or `~`, or a file of a draft. Readers are shown its words without the link.
    ///
    /// # Why it matters
    /// Spreadsheets and Word files keep hidden columns, earlier versions and the names of people. Many data breaches of
    /// councils were one of these.
    ///
    /// # Example
    /// ```md
    /// [Waiting list](waiting-list.xlsx)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Waiting list](waiting-list.pdf)
    /// ```
    ///
    /// # What it cannot see
    /// What a PDF holds. `[files] publish` in `site.toml` lets more kinds of file through.
    "private-file" Error
}
