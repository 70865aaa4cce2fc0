//! A template that cannot be followed.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a template of the theme that has a fault, or that asks for something that is not there. The page keeps
    /// the form it had when it was last made, and the build stops.
    ///
    /// # Why it matters
    /// The page cannot be made without it.
    ///
    /// # Example
    /// ```text
    /// {{ page.titel }}
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// {{ page.title }}
    /// ```
    ///
    /// # What it cannot see
    /// A template that works and shows the wrong thing.
    "template-error" Error
}
