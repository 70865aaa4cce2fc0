//! A message that the theme does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a message of your own, in a file of `messages/`, that the theme knows by nearly the same name.
    ///
    /// # Why it matters
    /// The words that you changed would not be seen.
    ///
    /// # Example
    /// ```text
    /// serach = Find help
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// search = Find help
    /// ```
    ///
    /// # What it cannot see
    /// A name that is like none of the theme's: it may be for a template of your own.
    "unknown-message" Warning
}
