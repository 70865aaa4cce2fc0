//! Another site put into a page.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports an `<iframe>` in the text of a page. It is taken out.
    ///
    /// # Why it matters
    /// The other site learns who reads this page, before the reader has agreed to anything.
    ///
    /// # Example
    /// ```md
    /// <iframe src="https://video.example/hub"></iframe>
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: video title="Inside the hub" src=hub.mp4 captions=hub.vtt
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Frames that the theme makes after a reader has asked.
    "raw-iframe" Error
}
