//! A sensitive page named in `[booklet]`.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a sensitive page named in `[booklet]`. It is left out.
    ///
    /// # Why it matters
    /// What is printed lies about, and can be found by the person a reader is afraid of.
    ///
    /// # Example
    /// ```toml
    /// [booklet]
    /// pages = ["guides", "staying-safe.md"]
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [booklet]
    /// pages = ["guides"]
    /// ```
    ///
    /// # What it cannot see
    /// A page that is dangerous to be found with and is not marked `sensitive`.
    "sensitive-chapter" Warning
}
