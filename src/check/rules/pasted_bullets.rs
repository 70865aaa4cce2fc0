//! Bullets from a word processor.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports lines that begin with a bullet such as `•`, as word processors write them.
    ///
    /// # Why it matters
    /// They are no list: they run together into one paragraph, and a screen reader does not say how many there are.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```md
    /// • Advice
    /// • A chat
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// - Advice
    /// - A chat
    /// ```
    ///
    /// # What it cannot see
    /// Lists that were made with spaces or numbers of their own.
    "pasted-bullets" Warning
}
