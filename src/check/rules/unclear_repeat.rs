//! An event that repeats in a way that calendars cannot keep to.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports an event whose `repeats` is words that no calendar understands, or names another weekday than its start.
    ///
    /// # Why it matters
    /// The page shows the words. A calendar shows the first day alone, and a carer who counts on it misses the others.
    ///
    /// # Example
    /// ```yaml
    /// starts: 2026-12-01T10:30
    /// repeats: Tuesdays, most weeks
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// starts: 2026-12-01T10:30
    /// repeats: Every Tuesday until 2027-03-30
    /// ```
    ///
    /// # What it cannot see
    /// Days on which the event is left out, such as holidays: write those on the page.
    "unclear-repeat" Advice
}
