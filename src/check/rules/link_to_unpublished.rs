//! A link to a page that readers cannot see.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a link to a draft, to a page whose day has not come, or to one that has expired. Readers are shown its
    /// words without the link.
    ///
    /// # Why it matters
    /// A link that leads nowhere is worse than none; and it comes back by itself on the day the page is published.
    ///
    /// # Example
    /// ```md
    /// See [our plans](plans.md).   <!-- plans.md says draft: yes -->
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We will tell you about our plans in March.
    /// ```
    ///
    /// # What it cannot see
    /// Pages that are published and empty.
    "link-to-unpublished" Warning dated true
}
