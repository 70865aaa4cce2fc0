//! A symbolic link to something outside the site.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that is only a link to something outside the folder of the site. It is not followed.
    ///
    /// # Why it matters
    /// A link can lead to files of the computer that were never meant to be published.
    ///
    /// # Example
    /// ```text
    /// content/plan.pdf -> /home/jo/plan.pdf
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/plan.pdf (a copy)
    /// ```
    ///
    /// # What it cannot see
    /// Copies of files that should not be there.
    "link-out-of-site" Error
}
