//! A section that the site does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a name in `[fallback]` of `site.toml` that is no section of the site.
    ///
    /// # Why it matters
    /// The editor believes that a reader of another language finds these pages inside furniture they can read, and the
    /// reader is led to the English site instead.
    ///
    /// # Example
    /// ```toml
    /// [fallback]
    /// sections = ["servces"]
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [fallback]
    /// sections = ["services"]
    /// ```
    ///
    /// # What it cannot see
    /// Whether another section was meant.
    "unknown-section" Error
}
