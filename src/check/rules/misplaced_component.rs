//! A block in a place where it cannot stand.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `:::` block that stands outside the blocks it belongs in.
    ///
    /// # Why it matters
    /// An action without its priority says nothing of what it is for.
    ///
    /// # Example
    /// ```md
    /// ::: action status="done"
    /// Open the hub.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// :::: priority title="Breaks"
    /// ::: action status="done"
    /// Open the hub.
    /// :::
    /// ::::
    /// ```
    ///
    /// # What it cannot see
    /// Whether it is the right one of the blocks it may stand in.
    "misplaced-component" Error
}
