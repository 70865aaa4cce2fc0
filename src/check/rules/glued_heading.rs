//! A heading without a space after its marks.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a line that begins with two or more `#` and has no space after them.
    ///
    /// # Why it matters
    /// It is shown as plain text with its marks, and is missing from the headings that people find their way by.
    ///
    /// # Example
    /// ```md
    /// ##Money
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ## Money
    /// ```
    ///
    /// # What it cannot see
    /// A single `#`, which may be meant as it stands.
    "glued-heading" Error
}
