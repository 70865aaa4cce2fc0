//! A file that a host would refuse.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that a page uses and that is larger than a host of this site takes: an error where `[hosting]`
    /// names the host, a warning where it names none.
    ///
    /// # Why it matters
    /// Such a host refuses the whole site, most often on the evening when something urgent must go out.
    ///
    /// # Example
    /// ```yaml
    /// bsl: { video: strategy.mp4, captions: strategy.vtt }
    /// ```
    /// where the file has 300 MB.
    ///
    /// # Use instead
    /// ```yaml
    /// bsl: { video: strategy.mp4, sizes: [360p, 720p], captions: strategy.vtt }
    /// ```
    ///
    /// # What it cannot see
    /// The limits of hosts that it does not know, and how much a host takes in all.
    "oversized-file" Error
}
