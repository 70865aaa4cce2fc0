//! A word that is written twice on a block.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a word such as `status=` that stands twice on the first line of a `:::` block. The first one holds.
    ///
    /// # Why it matters
    /// Only one of the two can be shown, and it may be the old one.
    ///
    /// # Example
    /// ```md
    /// ::: action status="planned" status="done"
    /// Open the hub.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: action status="done"
    /// Open the hub.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether the one that is left is true.
    "repeated-parameter" Error
}
