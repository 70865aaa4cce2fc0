//! HTML that cannot be finished.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page whose HTML is so tangled that the last pass over it had to be left out.
    ///
    /// # Why it matters
    /// Its tables cannot be scrolled by keyboard, and its glossary words are not linked.
    ///
    /// # Example
    /// ```md
    /// <table><tr><td><select><p>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// | Day | Starts at |
    /// | --- | --- |
    /// | Monday | 7pm |
    /// ```
    ///
    /// # What it cannot see
    /// HTML that is tangled and can still be read.
    "tangled-html" Warning
}
