//! A video at another host, where nobody else may learn who watches.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a video at another host on a sensitive page or on a page for children. It is not shown.
    ///
    /// # Why it matters
    /// The host learns who watches, and shows it in the history and the suggestions of a phone that others may share.
    ///
    /// # Example
    /// ```md
    /// sensitive: yes
    /// bsl: { video: "https://www.youtube.com/watch?v=abcdefgh", captions: safe.vtt }
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// bsl: { video: safe.mp4, captions: safe.vtt }
    /// ```
    ///
    /// # What it cannot see
    /// Plain links in the text.
    "third-party-video" Error
}
