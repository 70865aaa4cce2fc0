//! A language of the site that the theme has no words in.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a language in `site.toml` for which the theme has no message file. Buttons, headings and the emergency
    /// numbers of its pages stand in English then, and are marked as English.
    ///
    /// # Why it matters
    /// A reader who chose their language meets a page whose way around they cannot read.
    /// WCAG 2.2, 3.1.2 Language of Parts (AA).
    ///
    /// # Example
    /// ```toml
    /// languages = ["en", "fr"]
    /// ```
    ///
    /// # Use instead
    /// Copy `messages/en.ftl` of the theme to `themes/signpost/messages/fr.ftl` in the site, translate what stands behind
    /// each `=`, and say in its first line who checked it:
    /// ```text
    /// # checked_by: Amélie Laurent, November 2026
    /// ```
    ///
    /// # What it cannot see
    /// Whether the words of a message file are good: its first line says who checked them.
    "untranslated-furniture" Warning
}
