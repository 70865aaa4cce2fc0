//! A block without something that it needs.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `:::` block that lacks a word which its component cannot do without.
    ///
    /// # Why it matters
    /// The block could not be shown as it was meant.
    ///
    /// # Example
    /// ```md
    /// ::: video
    /// A carer talks about the hub.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: video file=hub.mp4 title="Inside the hub"
    /// A carer talks about the hub.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether what is there is right.
    "missing-parameter" Error
}
