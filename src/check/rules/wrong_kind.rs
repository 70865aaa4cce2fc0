//! A value that its key cannot hold.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a value of the wrong kind: words where a day is needed, or a choice that is not on the list.
    ///
    /// # Why it matters
    /// A page could not show it, or would show it wrongly.
    ///
    /// # Example
    /// ```yaml
    /// reviewed: last spring
    /// status: opened
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// reviewed: 2026-04-20
    /// status: open
    /// ```
    ///
    /// # What it cannot see
    /// Whether the value is true.
    "wrong-kind" Error
}
