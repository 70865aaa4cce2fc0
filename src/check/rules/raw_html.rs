//! HTML written by hand.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports HTML in the text of a page. It is cleaned, and what is left is shown. A `lang` on a `span` or `p` is passed
    /// over: there is no other way to mark the language of a few words.
    ///
    /// # Why it matters
    /// HTML by hand is where most faults for screen readers come from, and it does not follow the theme when that
    /// changes.
    ///
    /// # Example
    /// ```md
    /// <div class="box">Bring your letter.</div>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: callout
    /// Bring your letter.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// What the HTML was meant to look like.
    "raw-html" Advice
}
