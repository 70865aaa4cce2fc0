//! Files that are not text in UTF-8.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a page, a record or a part of the theme whose bytes are not UTF-8.
    /// Nothing is made of it.
    ///
    /// # Why it matters
    /// Accents, apostrophes and whole alphabets would come out as other letters.
    ///
    /// # Example
    /// ```md
    /// A page saved as "Windows-1252" or "Unicode" (UTF-16).
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// The same page, saved again with the encoding UTF-8.
    /// ```
    ///
    /// # What it cannot see
    /// Text in another encoding that happens to be UTF-8 too.
    "not-utf-8" Error
}
