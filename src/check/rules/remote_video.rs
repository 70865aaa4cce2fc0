//! A signed video at another host.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a signed video that does not lie in this site. It is not shown.
    ///
    /// # Why it matters
    /// The other host would learn who watches it.
    ///
    /// # Example
    /// ```yaml
    /// bsl: { video: "https://video.example/hub.mp4" }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt }
    /// ```
    ///
    /// # What it cannot see
    /// Videos that the text links to; a link is fine.
    "remote-video" Warning
}
