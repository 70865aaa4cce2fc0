//! An id that is none.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the id of a record that has anything but small letters from a to z, digits and dashes, and the `id` of a
    /// service that is no UUID.
    ///
    /// # Why it matters
    /// Ids stand in addresses and in every page that uses the record.
    /// By the `id` of a service, those who use the open data know it again when its name or its page has changed.
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
