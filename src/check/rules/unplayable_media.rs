//! A video or sound that browsers do not play.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a video or sound whose name ending browsers do not play, and one whose first bytes are not what its name
    /// says.
    ///
    /// # Why it matters
    /// Readers would see a black box that does nothing.
    ///
    /// # Example
    /// ```yaml
    /// bsl: { video: hub.mov, captions: hub.vtt }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt }
    /// ```
    ///
    /// # What it cannot see
    /// How picture and sound are coded inside: try it in a browser.
    "unplayable-media" Error
}
