//! An address that Signpost needs for itself.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file or folder whose name is needed: `easy-read`, `young`, `bsl`, the code of a language, and at the
    /// top also `search`, `api`, `s`, `booklet`, `admin` and `assets`.
    ///
    /// # Why it matters
    /// The page would stand where readers look for search, or for another form of a page.
    ///
    /// # Example
    /// ```text
    /// content/search.md
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/how-to-search.md
    /// ```
    ///
    /// # What it cannot see
    /// Names that a later version will need.
    "reserved-address" Error
}
