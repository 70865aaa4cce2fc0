//! A language code that Signpost does not know.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a code in `languages`, of `site.toml` or of a service, that stands for no language it knows.
    ///
    /// # Why it matters
    /// The code decides the voice of a screen reader, the direction of writing and the words of buttons.
    ///
    /// # Example
    /// ```toml
    /// languages = ["en", "polish"]
    /// ```
    ///
    /// # Use instead
    /// ```toml
    /// languages = ["en", "pl"]
    /// ```
    ///
    /// # What it cannot see
    /// Whether the pages are written in that language.
    "unknown-language" Error
}
