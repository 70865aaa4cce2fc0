//! Something of a contact that cannot be shown.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a link to a contact whose words are none of phone, text, email, website and hours.
    ///
    /// # Why it matters
    /// Signpost puts the number or address in place of that word, and cannot know which was meant.
    ///
    /// # Example
    /// ```md
    /// [Ring us](contact:carers-hub)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Ring us on [phone](contact:carers-hub).
    /// ```
    ///
    /// # What it cannot see
    /// Whether readers would rather text.
    "unknown-contact-detail" Error
}
