//! A sensitive page without a quiet title.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a sensitive page that has no `quiet_title`.
    ///
    /// # Why it matters
    /// Its real title stands in the tab and the history of the browser, where somebody else may read it.
    ///
    /// # Example
    /// ```yaml
    /// title: Help if your partner hurts you
    /// sensitive: yes
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: Help if your partner hurts you
    /// sensitive: yes
    /// quiet_title: Support
    /// ```
    ///
    /// # What it cannot see
    /// Whether the quiet title gives the matter away.
    "no-quiet-title" Advice
}
