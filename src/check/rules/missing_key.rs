//! A key that this type of page cannot do without.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page that lacks a key without which its type cannot be shown, such as the days of a consultation.
    ///
    /// # Why it matters
    /// Readers would be told that they can take part, and not until when.
    ///
    /// # Example
    /// ```yaml
    /// type: consultation
    /// title: Have your say on breaks
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// type: consultation
    /// title: Have your say on breaks
    /// opens: 2026-10-01
    /// closes: 2026-12-01
    /// ```
    ///
    /// # What it cannot see
    /// Keys that are useful and not needed.
    "missing-key" Error
}
