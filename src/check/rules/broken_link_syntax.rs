//! A link that is shown as plain text.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports what was meant to be a link: brackets that are swapped, a space between `]` and `(`, or a file name with
    /// spaces.
    ///
    /// # Why it matters
    /// Readers see brackets and an address, and can follow neither.
    ///
    /// # Example
    /// ```md
    /// [Carers Hub] (/services/carers-hub/)
    /// [Our plan](our plan.pdf)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Carers Hub](/services/carers-hub/)
    /// [Our plan](<our plan.pdf>)
    /// ```
    ///
    /// # What it cannot see
    /// Links with other mistakes that Markdown takes for words.
    "broken-link-syntax" Error
}
