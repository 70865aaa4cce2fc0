//! Two pages with one address.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports two files that would be published at the same address, also where only capitals differ.
    ///
    /// # Why it matters
    /// One would take the place of the other, and on many hosts which one is left to chance.
    ///
    /// # Example
    /// ```text
    /// content/services/hub.md
    /// content/services/Hub.md
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/services/hub.md
    /// content/services/hub-for-young-carers.md
    /// ```
    ///
    /// # What it cannot see
    /// Two pages at different addresses that say the same.
    "same-address" Error
}
