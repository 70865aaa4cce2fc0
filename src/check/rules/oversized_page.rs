//! A page that is too long to be a page.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a Markdown file of more than 4 MB. No page is made of it, and the build stops.
    ///
    /// # Why it matters
    /// Nobody reads it, phones run out of memory, and it is most often a file saved under the wrong name.
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
    "oversized-page" Error
}
