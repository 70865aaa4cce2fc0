//! Sites without a page.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a site whose `content/` holds no page at all, and makes nothing.
    ///
    /// # Why it matters
    /// A folder that was named wrongly, or emptied by mistake, must not take the place of the published site.
    ///
    /// # Example
    /// ```md
    /// content/
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// content/_index.md
    /// ```
    ///
    /// # What it cannot see
    /// A site from which most pages were taken away.
    "empty-site" Error
}
