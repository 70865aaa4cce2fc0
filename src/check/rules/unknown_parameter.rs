//! A word on a block that its component does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a word such as `staus=` on a `:::` block that its component does not know.
    ///
    /// # Why it matters
    /// What was written there would not be shown.
    ///
    /// # Example
    /// ```md
    /// ::: action staus="in progress"
    /// Train every GP practice.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: action status="in progress"
    /// Train every GP practice.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether the value is true.
    "unknown-parameter" Error
}
