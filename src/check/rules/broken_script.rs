//! A script that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a script of the theme, or of one of its components, that a browser would refuse: one with a fault,
    /// and one of a part or component that exports no class. A part's script is left out then, any other is published as
    /// it is.
    ///
    /// # Why it matters
    /// A browser runs nothing of such a script: the part would lack what it adds. All others still run.
    ///
    /// # Example
    /// ```js
    /// export default class { constructor(root) { root.hidden = ; } }
    /// ```
    ///
    /// # Use instead
    /// ```js
    /// export default class { constructor(root) { root.hidden = true; } }
    /// ```
    ///
    /// # What it cannot see
    /// A script that can be read and does the wrong thing.
    "broken-script" Error
}
