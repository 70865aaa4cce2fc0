//! A file name with an ending that means nothing.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a Markdown file whose name holds a part between dots that is neither a form (`easy`, `young`) nor a
    /// language of the site.
    ///
    /// # Why it matters
    /// The page would get an address of its own, and readers of Easy Read would not find it from the page it explains.
    ///
    /// # Example
    /// ```text
    /// content/services/carers-hub.easi.md
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/services/carers-hub.easy.md
    /// ```
    ///
    /// # What it cannot see
    /// A right ending on the wrong file.
    "unknown-variant" Error
}
