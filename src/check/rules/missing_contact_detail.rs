//! Something that a contact does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page that shows, say, the email address of a contact that has none.
    ///
    /// # Why it matters
    /// The sentence would end in nothing, where a reader needs it most.
    ///
    /// # Example
    /// ```md
    /// Write to us at [email](contact:carers-hub).   <!-- the record has only a phone number -->
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Ring us on [phone](contact:carers-hub).
    /// ```
    ///
    /// # What it cannot see
    /// Whether what the record holds is still right.
    "missing-contact-detail" Error
}
