//! A block in a place where it cannot stand.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `:::` block that stands outside the blocks it belongs in, or in a list, a quotation or a sentence.
    ///
    /// # Why it matters
    /// A line to write on has no meaning without the sheet it belongs to, and in a list the colons would be shown as
    /// they are.
    ///
    /// # Example
    /// ```md
    /// ::: field label="Who to call first"
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// :::: sheet title="Plan for an emergency"
    /// ::: field label="Who to call first"
    /// :::
    /// ::::
    /// ```
    ///
    /// # What it cannot see
    /// Whether it is the right one of the blocks it may stand in.
    "misplaced-component" Error
}
