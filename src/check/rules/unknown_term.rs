//! A term that its list does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports an area, audience, topic or condition that is not in its closed list.
    ///
    /// # Why it matters
    /// The page would be missing from the list where carers look for it.
    ///
    /// # Example
    /// ```yaml
    /// topics: [Brakes]
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// topics: [Breaks]
    /// ```
    ///
    /// # What it cannot see
    /// Terms that are on the list and do not fit the page.
    "unknown-term" Error
}
