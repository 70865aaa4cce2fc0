//! A block that holds the wrong thing.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `:::` block whose inside is not what its component shows: a table, a list, text, or nothing.
    ///
    /// # Why it matters
    /// A chart is drawn from a table, and steps from a numbered list; from anything else they cannot be made.
    ///
    /// # Example
    /// ```md
    /// ::: steps
    /// Call us. We visit you.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: steps
    /// 1. Call us.
    /// 2. We visit you.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether the steps are in the right order.
    "wrong-body" Error
}
