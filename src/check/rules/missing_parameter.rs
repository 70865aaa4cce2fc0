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
    /// ::: video src=hub.mp4 captions=hub.vtt
    /// A carer talks about the hub.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: video title="Inside the hub" src=hub.mp4 captions=hub.vtt
    /// A carer talks about the hub.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether what is there is right.
    "missing-parameter" Error
}
