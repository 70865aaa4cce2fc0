//! A recording without its words.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports the component `audio` with nothing between its fences.
    ///
    /// # Why it matters
    /// Deaf and hard of hearing people are shut out. WCAG 2.2, 1.2.1 Audio-only and Video-only (Prerecorded) (A).
    ///
    /// # Example
    /// ```md
    /// ::: audio title="A carer on her first assessment" src=assessment.mp3
    /// :::
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: audio title="A carer on her first assessment" src=assessment.mp3
    /// It was a chat at my own table.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether the words are those of the recording. For `audio` in front matter, the page itself is the transcript.
    "missing-audio-transcript" Error
}
