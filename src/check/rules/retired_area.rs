//! An area that another has replaced.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the use of an area that has `replaced_by`, in `areas:` of a page, and as the `parent` or a neighbour of
    /// another area, and names the one that took its place. The page stands under that one; the address of the old
    /// area's list leads there.
    ///
    /// # Why it matters
    /// Councils merge and districts end. Readers look for the name that their council has today.
    ///
    /// # Example
    /// ```yaml
    /// areas: [Fenmarsh District]
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// areas: [North Mereshire]
    /// ```
    ///
    /// # What it cannot see
    /// Which part of a divided area a service covers: an area has one successor. Write the areas by hand there.
    "retired-area" Warning
}
