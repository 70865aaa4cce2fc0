//! Records that replace each other in a circle.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a contact, provider or area whose `replaced_by` leads, by way of other records, back to itself or to one
    /// that is not there. Nothing of such a record is shown where it is used.
    ///
    /// # Why it matters
    /// Nobody can tell which number is right, so none is shown.
    ///
    /// # Example
    /// ```yaml
    /// carers-centre: { phone: 01632 960123, replaced_by: carers-hub }
    /// carers-hub: { phone: 01632 960124, replaced_by: carers-centre }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// carers-centre: { phone: 01632 960123, replaced_by: carers-hub }
    /// carers-hub: { phone: 01632 960124 }
    /// ```
    ///
    /// # What it cannot see
    /// Whether the last record is the right one.
    "circular-successor" Error
}
