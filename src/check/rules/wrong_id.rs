//! An id with letters that an id cannot have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the id of a record that has anything but small letters from a to z, digits and dashes.
    ///
    /// # Why it matters
    /// Ids stand in addresses and in every page that uses the record.
    ///
    /// # Example
    /// ```yaml
    /// Carers Hub:
    ///   name: Carers Hub
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// carers-hub:
    ///   name: Carers Hub
    /// ```
    ///
    /// # What it cannot see
    /// Ids that are hard to tell apart.
    "wrong-id" Error
}
