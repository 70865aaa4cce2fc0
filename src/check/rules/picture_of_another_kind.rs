//! A file that is shown as a picture and is none.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a picture in the text whose file is a document, a video or a sound.
    ///
    /// # Why it matters
    /// Browsers would show a broken picture.
    ///
    /// # Example
    /// ```md
    /// ![Plan for an emergency](plan.pdf)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Plan for an emergency](plan.pdf)
    /// ```
    ///
    /// # What it cannot see
    /// Whether a picture shows what its description says.
    "picture-of-another-kind" Error
}
