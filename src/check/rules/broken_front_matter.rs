//! Keys at the top of a page that never end.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page that begins with a line of three dashes and has no second one.
    ///
    /// # Why it matters
    /// Without it nothing tells where the keys end and the text begins, so the page would show its keys to readers.
    ///
    /// # Example
    /// ```md
    /// ---
    /// title: Taking a break
    /// There are three ways to get a break.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ---
    /// title: Taking a break
    /// ---
    /// There are three ways to get a break.
    /// ```
    ///
    /// # What it cannot see
    /// A second line of dashes that stands too low: then the text above it is read as keys.
    "broken-front-matter" Error
}
