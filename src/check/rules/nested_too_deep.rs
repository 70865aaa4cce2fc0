//! Lists, quotations or blocks too deep in each other.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports text in which lists, quotations or `:::` blocks lie in each other deeper than a page can show. What lies
    /// deeper is shown without them.
    ///
    /// # Why it matters
    /// No reader follows that, and it is most often a mistake of spaces at the start of a line.
    ///
    /// # Example
    /// ```md
    /// > > > > > > > > Bring your letter. (300 times)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// > Bring your letter.
    /// ```
    ///
    /// # What it cannot see
    /// A list in a list in a list, which is allowed and hard to follow.
    "nested-too-deep" Error
}
