//! A comment that allows what is not there.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a comment that allows a finding where there is none of that rule, or one that cannot be allowed.
    ///
    /// # Why it matters
    /// It would hide the next mistake of that kind in the same place, for a reason that was given for another.
    /// What must never be published (the place of a refuge, unsafe HTML) cannot be allowed at all.
    ///
    /// # Example
    /// ```md
    /// <!-- allow vague-link-text: the words on the button -->
    /// [Breaks for carers](/breaks/)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Breaks for carers](/breaks/)
    /// ```
    /// A comment is about the block that it stands in or directly before: a paragraph, an item of a list, a heading, a
    /// table, or a whole `:::` component. In front matter, records and `site.toml` it is about the key on its line or the
    /// next one; in front matter also about what is said of the page as a whole.
    ///
    /// # What it cannot see
    /// Comments for rules that look only when asked, in a run that did not ask; comments on pages that are not
    /// published; and those for rules that `site.toml` turns off.
    "stale-allowance" Warning dated true
}
