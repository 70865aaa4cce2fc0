//! An area that does not exist.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the id of an area that is not in `content/data/areas.yaml`.
    ///
    /// # Why it matters
    /// Services of that area would be missing where people look for their own.
    ///
    /// # Example
    /// ```yaml
    /// alder-vale:
    ///   name: Alder Vale
    ///   parent: mereshyre
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// alder-vale:
    ///   name: Alder Vale
    ///   parent: mereshire
    /// ```
    ///
    /// # What it cannot see
    /// Whether one area really lies in the other.
    "unknown-area" Error
}
