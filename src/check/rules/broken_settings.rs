//! A site.toml that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `site.toml` that is not written in the form called TOML.
    ///
    /// # Why it matters
    /// Nothing can be built without it; the site that was published last stays as it is.
    ///
    /// # Example
    /// ```toml
    /// title = Mereshire Carers
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// title = "Mereshire Carers"
    /// ```
    ///
    /// # What it cannot see
    /// Settings that are good TOML under the wrong heading.
    "broken-settings" Error
}
