//! A file of postcodes that cannot be used.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `data/postcodes.csv` of which Signpost cannot tell which column holds what, or that holds nothing.
    ///
    /// # Why it matters
    /// Without it there is no "Find help near you".
    ///
    /// # Example
    /// ```csv
    /// Code,Town
    /// NG1 1AA,Nottingham
    /// ```
    ///
    /// # Use instead
    /// Code-Point Open as Ordnance Survey gives it out, or a file whose first row names its columns:
    /// ```csv
    /// pcds,oseast1m,osnrth1m,oslaua
    /// NG1 1AA,457803,340082,E06000018
    /// ```
    ///
    /// # What it cannot see
    /// Whether the file is the newest one.
    "broken-postcodes" Error
}
