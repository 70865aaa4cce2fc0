//! A variant that was last checked before its page changed.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Compares the day on which a variant was last checked (`reviewed`, or `updated`) with the day on which its page
    /// changed (`updated`, else `reviewed`). The variant then tells its readers that it is older than the page.
    ///
    /// # Why it matters
    /// People who read Easy Read or another language act on what their page says. The facts are the page's own, but the
    /// words about them may no longer be true.
    ///
    /// # Example
    /// ```md
    /// reviewed: 2025-03-01
    /// ```
    /// in `council-tax.easy.md`, and `reviewed: 2025-09-12` in `council-tax.md`.
    ///
    /// # Use instead
    /// Read the two side by side, mend the variant, then write the day:
    /// ```md
    /// reviewed: 2025-09-20
    /// ```
    ///
    /// # What it cannot see
    /// Whether what changed matters to the variant, and a change that nobody dated: set `updated` when you change a page.
    /// The history of a git checkout is not asked, since an export or a copy of the folder has none.
    "stale-variant" Warning
}
