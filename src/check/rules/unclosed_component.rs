//! A block that never ends.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `:::` block without the line of colons that closes it.
    ///
    /// # Why it matters
    /// Everything below it, to the end of the page, would be taken into it.
    ///
    /// # Example
    /// ```md
    /// ::: callout
    /// Bring your letter.
    ///
    /// ## What happens next
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: callout
    /// Bring your letter.
    /// :::
    ///
    /// ## What happens next
    /// ```
    ///
    /// # What it cannot see
    /// A block that is closed too late.
    "unclosed-component" Error
}
