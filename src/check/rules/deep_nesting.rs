//! Things inside things, too deep.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports quotes, lists, blocks or elements that lie in each other more than 256 deep.
    ///
    /// # Why it matters
    /// No reader follows that, and programs that read the page can stop working.
    ///
    /// # Example
    /// ```text
    /// > > > > > > > > … (300 times)
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// > A quote.
    /// ```
    ///
    /// # What it cannot see
    /// Nesting that is less deep and still hard to follow.
    "deep-nesting" Error
}
