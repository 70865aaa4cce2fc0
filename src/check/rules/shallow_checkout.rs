//! A checkout that holds the last commits alone.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Says that `stale-variant` cannot tell the age of some variants, as the git checkout holds the last commits alone.
    ///
    /// # Why it matters
    /// Nothing is reported of these variants, and that is no sign that they are up to date.
    ///
    /// # Example
    /// ```yaml
    /// - uses: actions/checkout@v4
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// - uses: actions/checkout@v4
    ///   with:
    ///     fetch-depth: 0
    /// ```
    /// Or write `reviewed` in each variant and its page: then no history is asked.
    ///
    /// # What it cannot see
    /// Whether a variant is older.
    "shallow-checkout" Advice
}
