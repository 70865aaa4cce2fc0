//! The picture of a video, at another host.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a `poster`, the picture shown before a video plays, that does not lie in this site. It is left out.
    ///
    /// # Why it matters
    /// A browser fetches it as soon as the page is opened, so the other host learns who reads the page before they have
    /// agreed to anything.
    ///
    /// # Example
    /// ```md
    /// ::: video title="Inside the hub" src=hub.mp4 captions=hub.vtt poster="https://i.ytimg.com/vi/abc/hq.jpg"
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: video title="Inside the hub" src=hub.mp4 captions=hub.vtt poster=hub.jpg
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether you may use the picture.
    "remote-poster" Error
}
