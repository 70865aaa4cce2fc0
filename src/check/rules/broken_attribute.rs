//! A value on a block without its closing quotation mark.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a value on the first line of a `:::` block that begins with a quotation mark and does not end with one.
    ///
    /// # Why it matters
    /// Where the value ends is then a guess.
    ///
    /// # Example
    /// ```md
    /// ::: action status=done owner="County Council due=2027-03
    /// Open the hub.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: action status=done owner="County Council" due=2027-03
    /// Open the hub.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether the words are the right ones.
    "broken-attribute" Error
}
