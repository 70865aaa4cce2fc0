//! Elements inside elements, too deep.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a finished page whose elements lie in each other more than 256 deep. It is published as it is, without
    /// being made smaller.
    ///
    /// # Why it matters
    /// Programs that read such a page to people can stop working, and browsers flatten it.
    ///
    /// # Example
    /// ```text
    /// <div><div><div><div> … (300 times)
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// <p>Bring your letter.</p>
    /// ```
    ///
    /// # What it cannot see
    /// Nesting that is less deep and still hard to follow.
    "deep-nesting" Warning
}
