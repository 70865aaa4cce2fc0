//! Pages that ask to be shown a section at a time and cannot be.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page with `split: yes` that has fewer than two second-level headings.
    ///
    /// # Why it matters
    /// The page stays whole, which is not what its author asked for.
    ///
    /// # Example
    /// ```md
    /// ---
    /// title: Carers strategy
    /// split: yes
    /// ---
    /// All of it in one go, without a heading.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ---
    /// title: Carers strategy
    /// split: yes
    /// ---
    /// ## What we want
    ///
    /// ## What we will do
    /// ```
    ///
    /// # What it cannot see
    /// Whether the page is long enough to be worth splitting.
    "unsplit-page" Warning
}
