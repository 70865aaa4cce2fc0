//! A page that would load something from another site.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Looks at the finished page for pictures, scripts, styles, frames and forms of other sites. It always stops a
    /// build.
    ///
    /// # Why it matters
    /// The other site would learn who reads a page about, say, violence at home, before the reader has done anything.
    ///
    /// # Example
    /// ```text
    /// <img src="https://cdn.example.com/hub.jpg">
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// <img src="/services/carers-hub/hub.jpg">
    /// ```
    ///
    /// # What it cannot see
    /// What a script of the theme loads after a reader has asked for it.
    "off-origin-request" Error
}
