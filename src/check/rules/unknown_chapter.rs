//! A page named in `[booklet]` that does not exist.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page named in `[booklet]` that does not exist.
    ///
    /// # Why it matters
    /// The booklet would lack a chapter that its makers count on.
    ///
    /// # Example
    /// ```toml
    /// [booklet]
    /// pages = ["guides/braeks.md"]
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [booklet]
    /// pages = ["guides/breaks.md"]
    /// ```
    ///
    /// # What it cannot see
    /// Whether another page was meant.
    "unknown-chapter" Error
}
