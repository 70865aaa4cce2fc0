//! A row of the file of postcodes that cannot be right.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports rows of `data/postcodes.csv` whose postcode cannot be one, whose position is no number or lies outside the
    /// United Kingdom, and postcodes that are there twice. Rows with the same fault are one finding, which counts them
    /// and names the first three by row and column. All other rows are used.
    ///
    /// # Why it matters
    /// Somebody who lives there is told that we do not know their postcode, or is sent to the wrong place.
    ///
    /// # Example
    /// ```csv
    /// pcds,oseast1m,osnrth1m
    /// NG1 1AA,340082457803,12
    /// ```
    ///
    /// # Use instead
    /// ```csv
    /// pcds,oseast1m,osnrth1m
    /// NG1 1AA,457803,340082
    /// ```
    ///
    /// # What it cannot see
    /// A position in the wrong town.
    "odd-postcode-row" Warning
}
