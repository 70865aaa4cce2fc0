//! A caption or chapter that begins when its video is over.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Compares the times in captions and chapters with the length that the video's own file tells.
    ///
    /// # Why it matters
    /// "Watch this part in BSL" would lead nowhere. Most often the file is that of another video.
    ///
    /// # Example
    /// ```vtt
    /// 12:40.000 --> 12:55.000
    /// How do I apply?
    /// ```
    /// beside a video of ten minutes.
    ///
    /// # Use instead
    /// ```vtt
    /// 09:40.000 --> 09:55.000
    /// How do I apply?
    /// ```
    ///
    /// # What it cannot see
    /// Whether a time within the video is the right one; how long a video plays whose file does not tell.
    "past-the-end" Error
}
