//! Styles that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a style sheet of the theme that has a fault. It is left out, so that the others hold.
    ///
    /// # Why it matters
    /// A part of the looks would be missing, for some readers more than for others.
    ///
    /// # Example
    /// ```text
    /// .signpost-card { color: }
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// .signpost-card { color: var(--signpost-ink); }
    /// ```
    ///
    /// # What it cannot see
    /// Styles that can be read and look wrong.
    "broken-styles" Error
}
