//! A contact that does not exist.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the id of a contact that is not in `content/data/contacts.yaml`.
    ///
    /// # Why it matters
    /// The page would show no number where readers look for one.
    ///
    /// # Example
    /// ```md
    /// Call us on [phone](contact:carer-hub).
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Call us on [phone](contact:carers-hub).
    /// ```
    ///
    /// # What it cannot see
    /// Whether it is the right contact for this page.
    "unknown-contact" Error
}
