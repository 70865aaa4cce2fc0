//! A variant that was last checked before its page changed.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Compares the day on which a variant was last checked with the day on which its page changed.
    /// Both days are those of `reviewed` and `updated`. Where a page or its variant says neither, the history of a git
    /// checkout tells: the day of the last commit that touched the variant, and that of the last one that changed words
    /// or facts of the page.
    /// A variant that says itself when it was checked also tells its readers that it is older than the page.
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
    /// Whether what changed matters to the variant, and what changed in records or in a file that a page shows.
    /// In the history, a commit that only touches `reviewed`, `review_by`, `updated`, `checked_with`, `owner` or `notes`,
    /// or where lines end, changed no words. A page that was moved counts as unchanged until it is changed again. What is
    /// not committed yet counts for nothing, and a variant that is being changed is not judged. Without git, outside a
    /// checkout, and in one that holds the last commits alone, only what the pages say is compared.
    "stale-variant" Warning
}
