//! Words where a component draws a number.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a cell without a number in the table of a chart, and a dated row of a measure without one.
    ///
    /// # Why it matters
    /// What is no number cannot be drawn: the bar would be missing, and nobody would know why.
    /// People who cannot see the picture would hear of a value that the picture does not show.
    ///
    /// # Example
    /// ```md
    /// ::: chart kind=bars title="Carers in each district"
    /// | District | Carers |
    /// | --- | ---: |
    /// | Lindmoor | about half |
    /// :::
    /// ```
    ///
    /// # Use instead
    /// One number in each cell, with its unit if you like; an empty cell where nobody knows it:
    /// ```md
    /// | Lindmoor | 1,200 |
    /// | Fenmarsh | |
    /// ```
    ///
    /// # What it cannot see
    /// Whether the numbers are right.
    "words-for-numbers" Error
}
