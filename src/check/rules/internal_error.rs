//! A mistake in Signpost itself.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports that a page or the search could not be made because Signpost failed. It always stops a build.
    ///
    /// # Why it matters
    /// You can do nothing about it but report it, with the page; the site that was published last stays as it is.
    ///
    /// # Example
    /// ```text
    /// the page /services/carers-hub/ could not be made
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// the page as it was before its last change, until this is mended
    /// ```
    ///
    /// # What it cannot see
    /// Mistakes that make a page wrong without stopping.
    "internal-error" Error
}
