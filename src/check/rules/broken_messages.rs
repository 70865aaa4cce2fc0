//! Words of the theme that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a line in a file of `messages/` that has a fault. English takes its place.
    ///
    /// # Why it matters
    /// Readers of that language would meet English words on buttons.
    ///
    /// # Example
    /// ```text
    /// search Szukaj
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// search = Szukaj
    /// ```
    ///
    /// # What it cannot see
    /// Whether the translation is right.
    "broken-messages" Error
}
