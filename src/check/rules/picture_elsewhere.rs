//! A picture on another site.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a picture that does not lie in this site. It is left out.
    ///
    /// # Why it matters
    /// The other site would learn who reads this page, and the picture can change or go without anyone here knowing.
    ///
    /// # Example
    /// ```md
    /// ![The hub](https://example.org/hub.jpg)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ![The hub](hub.jpg)
    /// ```
    ///
    /// # What it cannot see
    /// Whether you may use the picture.
    "picture-elsewhere" Error
}
