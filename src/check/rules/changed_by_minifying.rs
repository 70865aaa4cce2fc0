//! A page that could not be made smaller.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page with HTML written by hand whose words would change if the page were made smaller. It is published
    /// as it is.
    ///
    /// # Why it matters
    /// What readers see must be what was written. The page is somewhat larger and nothing else.
    ///
    /// # Example
    /// ```md
    /// <table><tr><td>7pm
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// <table><tr><td>7pm</td></tr></table>
    /// ```
    ///
    /// # What it cannot see
    /// Nothing: the words of such a page are compared one by one.
    "changed-by-minifying" Warning
}
