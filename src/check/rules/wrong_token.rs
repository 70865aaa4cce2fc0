//! A token that is no colour.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a value in `[tokens]`, or in a theme's own `theme.yaml`, that is no colour, or none of its own: one that lets
    /// what is behind it shine through.
    ///
    /// # Why it matters
    /// Everything after it in the style sheet could be lost.
    ///
    /// # Example
    /// ```toml
    /// [tokens]
    /// link = "dark blue;"
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [tokens]
    /// link = "#12404a"
    /// ```
    ///
    /// # What it cannot see
    /// Whether the colour stands out enough from the paper.
    "wrong-token" Error
}
