//! Bars for numbers below zero.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a number below zero in a chart of bars, parts or dots.
    ///
    /// # Why it matters
    /// A bar shows how much there is. Less than nothing has no length.
    ///
    /// # Example
    /// ```md
    /// ::: chart kind=bars title="Change since last year"
    /// | District | Carers |
    /// | --- | ---: |
    /// | Lindmoor | -12 |
    /// :::
    /// ```
    ///
    /// # Use instead
    /// A line, which can go below zero, or both years side by side:
    /// ```md
    /// ::: chart kind=line title="Change from year to year"
    /// ```
    ///
    /// # What it cannot see
    /// Whether the number should be below zero.
    "number-below-zero" Error
}
