//! An event that ends before it starts.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports an event whose end comes before its start.
    ///
    /// # Why it matters
    /// Readers could not tell when to come, and calendars refuse such an event.
    ///
    /// # Example
    /// ```yaml
    /// starts: 2026-12-03T10:30
    /// ends: 2026-12-02T12:00
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// starts: 2026-12-03T10:30
    /// ends: 2026-12-03T12:00
    /// ```
    ///
    /// # What it cannot see
    /// Whether the day is right.
    "ends-before-start" Error
}
