//! A block that begins with two colons.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a line with two colons and the name of a component. A block begins with three.
    ///
    /// # Why it matters
    /// Its words are shown as plain text, with the colons.
    ///
    /// # Example
    /// ```md
    /// ::warning
    /// Do not lift someone on your own.
    /// ::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: warning
    /// Do not lift someone on your own.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Two colons before a name that no component has.
    "short-fence" Error
}
