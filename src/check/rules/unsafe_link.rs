//! A link that is not to a page, a phone or a mailbox.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a link whose address begins with something other than `https:`, `http:`, `mailto:`, `tel:`, `sms:` or
    /// `contact:`.
    ///
    /// # Why it matters
    /// Such addresses can run a program in the browser of a reader.
    ///
    /// # Example
    /// ```md
    /// [Print](javascript:print())
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Print this page from the menu of your browser.
    /// ```
    ///
    /// # What it cannot see
    /// Safe addresses of unsafe sites.
    "unsafe-link" Error
}
