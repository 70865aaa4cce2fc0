//! A file that is not there.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a picture or a document that a page names and that does not exist.
    ///
    /// # Why it matters
    /// Readers would see a broken picture, or be sent to "page not found".
    ///
    /// # Example
    /// ```md
    /// [Plan for an emergency](emergency-plan.pdf)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Plan for an emergency](plan-for-an-emergency.pdf)
    /// ```
    ///
    /// # What it cannot see
    /// Whether the file is the newest one.
    "missing-file" Error
}
