//! A block that the theme does not have.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `:::` block whose name is no component of the theme.
    ///
    /// # Why it matters
    /// Its words are shown as plain text, without what was meant to set them apart.
    ///
    /// # Example
    /// ```md
    /// ::: warnings
    /// Do not stop a medicine without asking.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: warning
    /// Do not stop a medicine without asking.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// A component that exists and does not fit.
    "unknown-component" Error
}
