//! A token that the theme does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a name in `[tokens]` that the theme does not use, and one in your own `theme.yaml` that is nearly one of its
    /// names.
    ///
    /// # Why it matters
    /// The colour that was set would not be seen.
    ///
    /// # Example
    /// ```toml
    /// [tokens]
    /// links = "#0b5563"
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [tokens]
    /// link = "#0b5563"
    /// ```
    ///
    /// # What it cannot see
    /// Whether two colours can be told apart.
    "unknown-token" Error
}
