//! A file in content/data/ that nothing reads.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file in `content/data/` that Signpost has no use for.
    ///
    /// # Why it matters
    /// A mistyped `contact.yaml` would leave every page without its phone numbers.
    ///
    /// # Example
    /// ```text
    /// content/data/contact.yaml
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/data/contacts.yaml
    /// ```
    ///
    /// # What it cannot see
    /// Whether a file of the right name is complete.
    "unknown-data-file" Warning
}
