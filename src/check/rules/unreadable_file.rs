//! A file that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that the system does not let Signpost read, or that is not written in UTF-8.
    ///
    /// # Why it matters
    /// What stands in it would be missing, or letters such as £ and é would come out wrong.
    ///
    /// # Example
    /// ```text
    /// content/services/hub.md, saved as "Windows-1252"
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/services/hub.md, saved as "UTF-8"
    /// ```
    ///
    /// # What it cannot see
    /// Text that was damaged before it was saved.
    "unreadable-file" Error
}
