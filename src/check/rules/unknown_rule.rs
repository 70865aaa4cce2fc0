//! A rule in site.toml that does not exist.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a name in `[rules]` that is no rule.
    ///
    /// # Why it matters
    /// A rule that was meant to be off would go on reporting, or one that was meant to be an error would not stop
    /// anything.
    ///
    /// # Example
    /// ```toml
    /// [rules]
    /// reading-ages = "off"
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [rules]
    /// reading-age = "off"
    /// ```
    ///
    /// # What it cannot see
    /// Whether turning the rule off is wise.
    "unknown-rule" Error
}
