//! A setting that no site can do without.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `site.toml` without the name or the address of the site.
    ///
    /// # Why it matters
    /// Both stand on every page and in every link that people share.
    ///
    /// # Example
    /// ```toml
    /// languages = ["en"]
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// title = "Mereshire Carers"
    /// base_url = "https://carers.mereshire.example/"
    /// languages = ["en"]
    /// ```
    ///
    /// # What it cannot see
    /// Whether the address is the one that the site will have.
    "missing-setting" Error
}
