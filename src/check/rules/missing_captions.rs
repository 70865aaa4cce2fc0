//! A video without captions.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a signed video that has neither `captions` nor `sound: none`.
    ///
    /// # Why it matters
    /// Deaf and hard of hearing people who do not sign are shut out, and so is everyone on a bus without headphones.
    /// WCAG 2.2, 1.2.2 Captions (Prerecorded) (A).
    ///
    /// # Example
    /// ```yaml
    /// bsl: { video: hub.mp4 }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt }
    /// ```
    ///
    /// # What it cannot see
    /// Whether the captions say what is said.
    "missing-captions" Error
}
