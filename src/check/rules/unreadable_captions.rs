//! Captions that pass too quickly, or cover too much.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports captions of more than two lines, with more than 42 letters in a line, or of more than 180 words a minute.
    /// Only the first of a file is named, with the number of the others.
    ///
    /// # Why it matters
    /// Captions are read by people who look at hands and faces at the same time. WCAG 2.2, 1.2.2 Captions (Prerecorded)
    /// (A) asks for captions that work.
    ///
    /// # Example
    /// ```vtt
    /// 00:01.000 --> 00:02.000
    /// You can have an assessment even if the person you look after has no help from the council
    /// ```
    ///
    /// # Use instead
    /// ```vtt
    /// 00:01.000 --> 00:06.000
    /// You can have an assessment even if
    /// the person you look after has no help.
    /// ```
    ///
    /// # What it cannot see
    /// Whether they stand over the person who signs.
    "unreadable-captions" Warning
}
