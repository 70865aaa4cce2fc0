//! A signed video without names.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a signed video of a page that does not say who translated it or who checked it.
    ///
    /// # Why it matters
    /// Deaf readers want to know that a Deaf translator, or two registered people, stand for what is signed
    /// (NHS service manual).
    ///
    /// # Example
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt, translator: Anita Rao, checked_by: Tom Hale }
    /// ```
    ///
    /// # What it cannot see
    /// Whether they are registered.
    "missing-bsl-credit" Warning
}
