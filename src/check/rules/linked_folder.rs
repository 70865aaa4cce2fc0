//! A symbolic link to a folder.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a folder that is only a link to another folder. It is not followed.
    ///
    /// # Why it matters
    /// Such a link can lead back to itself, and then reading never ends.
    ///
    /// # Example
    /// ```text
    /// content/guides/old -> ../archive
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/guides/old (the folder itself)
    /// ```
    ///
    /// # What it cannot see
    /// Folders that are kept twice.
    "linked-folder" Error
}
