//! A trace of Signpost in a finished page.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a finished page that still holds a mark which Signpost uses to point at lines of Markdown. It always
    /// stops a build.
    ///
    /// # Why it matters
    /// The mark tells where something stands in a file that readers cannot see. It is a fault in Signpost; please
    /// report it.
    ///
    /// # Example
    /// ```text
    /// <p data-sp="120-164">
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// <p>
    /// ```
    ///
    /// # What it cannot see
    /// Nothing: every byte of the page is looked at.
    "leftover-mark" Error
}
