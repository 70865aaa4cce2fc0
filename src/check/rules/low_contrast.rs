//! Colours that readers cannot tell apart.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports two colours that meet on a page, such as links and the paper behind them, with too little contrast: text
    /// needs 4.5 to 1, focus and the edges of controls need 3 to 1. It looks at the colours by day, by night and for
    /// readers who ask for more contrast, with those of `site.toml` and of a theme's own `theme.yaml` in their place.
    ///
    /// # Why it matters
    /// People with poor sight, and everybody in the sun, cannot read the page or see where they are (WCAG 1.4.3,
    /// 1.4.11).
    ///
    /// # Example
    /// ```toml
    /// [tokens]
    /// link = "#5aa0b0"
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// [tokens]
    /// link = "#0d5565"
    /// ```
    ///
    /// # What it cannot see
    /// Colours that a theme's own styles name themselves, and pictures.
    "low-contrast" Error
}
