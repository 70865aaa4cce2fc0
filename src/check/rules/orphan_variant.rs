//! A variant of a page that does not exist.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports an Easy Read page, a page for children or a translation whose page for everyone is missing.
    ///
    /// # Why it matters
    /// A variant takes every fact, such as phone numbers and opening times, from its page, so that the two never
    /// differ.
    ///
    /// # Example
    /// ```text
    /// content/services/carers-hub.easy.md
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/services/carers-hub.md
    /// content/services/carers-hub.easy.md
    /// ```
    ///
    /// # What it cannot see
    /// Whether the two say the same; `variant-contradicts-page` will.
    "orphan-variant" Error
}
