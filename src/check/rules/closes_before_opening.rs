//! A consultation that closes before it opens.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a consultation whose last day comes before its first.
    ///
    /// # Why it matters
    /// Readers would be told at once that they are too late.
    ///
    /// # Example
    /// ```yaml
    /// opens: 2026-12-01
    /// closes: 2026-10-01
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// opens: 2026-10-01
    /// closes: 2026-12-01
    /// ```
    ///
    /// # What it cannot see
    /// Whether the days are the ones that were agreed.
    "closes-before-opening" Error
}
