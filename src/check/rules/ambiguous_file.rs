//! A file name that fits two files.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file name that is found both in the folder named after the page and beside the page.
    ///
    /// # Why it matters
    /// Which of the two is shown must not be left to chance.
    ///
    /// # Example
    /// ```md
    /// ![The hub](hub.jpg)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ![The hub](/services/carers-hub/hub.jpg)
    /// ```
    ///
    /// # What it cannot see
    /// Two files of different names that show the same.
    "ambiguous-file" Error
}
