//! Captions that cannot be read.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a file of captions or chapters that is not in the form called WebVTT.
    ///
    /// # Why it matters
    /// Browsers show none of it, and say nothing.
    ///
    /// # Example
    /// ```text
    /// 1
    /// 00:00:01,000 --> 00:00:04,000
    /// Welcome to the hub.
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// WEBVTT
    ///
    /// 00:00:01.000 --> 00:00:04.000
    /// Welcome to the hub.
    /// ```
    ///
    /// # What it cannot see
    /// Captions that come too early or too late.
    "broken-captions" Error
}
