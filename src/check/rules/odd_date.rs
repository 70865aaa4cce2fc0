//! Closed days that are none.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports what looks like a day in `closed:` and is none, and a span of days that ends before it begins.
    ///
    /// # Why it matters
    /// A carer who comes on a day when nobody is there may not be able to come again that week.
    ///
    /// # Example
    /// ```yaml
    /// closed: [2026-13-25, 2027-01-02..2026-12-24]
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// closed: [2026-12-25, 2026-12-24..2027-01-02]
    /// ```
    /// `bank holidays` is understood too; their days are taken from `data/bank-holidays.yaml`. Anything else is shown as
    /// it is written, and then no page says "Open now".
    ///
    /// # What it cannot see
    /// Days in words.
    "odd-date" Warning
}
