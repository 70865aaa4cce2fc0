//! A key that Signpost does not know.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a key that no page of this type, no record and no setting has.
    ///
    /// # Why it matters
    /// A mistyped key is not shown, and nobody would notice: the opening times would simply be missing.
    ///
    /// # Example
    /// ```yaml
    /// titel: Taking a break
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: Taking a break
    /// ```
    ///
    /// # What it cannot see
    /// A key that exists and was meant to be another.
    "unknown-key" Error
}
