//! A contact that another has replaced.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the use of a contact that has `replaced_by`. Readers are shown the one that replaced it.
    ///
    /// # Why it matters
    /// The old record will be taken away one day, and then the page has no number.
    ///
    /// # Example
    /// ```md
    /// Call us on [phone](contact:carers-centre).
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Call us on [phone](contact:carers-hub).
    /// ```
    ///
    /// # What it cannot see
    /// Records that are out of date and do not say so.
    "retired-contact" Warning
}
