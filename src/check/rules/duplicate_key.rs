//! A key that is written twice.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a key that stands twice in the same place.
    ///
    /// # Why it matters
    /// Only one of the two values would be shown, and it may be the old phone number.
    ///
    /// # Example
    /// ```yaml
    /// cost: Free
    /// hours: Monday to Friday
    /// cost: £3
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// cost: £3
    /// hours: Monday to Friday
    /// ```
    ///
    /// # What it cannot see
    /// The same fact under two different keys.
    "duplicate-key" Error
}
