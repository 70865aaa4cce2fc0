//! A script that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a script of the theme, or of one of its components, that a browser would refuse: one with a fault, and
    /// one that declares a name which another component's script has. A component's script is left out then, any other
    /// is published as it is.
    ///
    /// # Why it matters
    /// A browser runs nothing of such a script. Those of all components are one file, with the way to leave a page
    /// quickly.
    ///
    /// # Example
    /// ```js
    /// signpost["signpost-own"] = class { constructor(root) { root.hidden = ; } };
    /// ```
    ///
    /// # Use instead
    /// ```js
    /// signpost["signpost-own"] = class { constructor(root) { root.hidden = true; } };
    /// ```
    ///
    /// # What it cannot see
    /// A script that can be read and does the wrong thing.
    "broken-script" Error
}
