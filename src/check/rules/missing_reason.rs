//! A finding that is allowed without a word of why.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a comment that allows a finding and gives no reason.
    ///
    /// # Why it matters
    /// Whoever reads the page next year must decide whether the finding may still be allowed. Reasons are listed in
    /// every report, so that the one who answers for the site sees what readers were asked to put up with.
    /// A comment without one allows nothing.
    ///
    /// # Example
    /// ```md
    /// <!-- allow vague-link-text -->
    /// [click here](/breaks/)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// <!-- allow vague-link-text: these are the words on the button of the booking system -->
    /// [click here](/breaks/)
    /// ```
    /// In front matter, records and `site.toml` it is `# allow RULE: reason`, on the line before the key or at the end of
    /// its line.
    ///
    /// # What it cannot see
    /// Whether the reason is a good one.
    "missing-reason" Error
}
