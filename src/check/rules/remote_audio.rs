//! A sound at another host.

use super::super::rule::rule;

rule! {
    /// # What it does
    /// Reports a recording that does not lie in this site. It is left out.
    ///
    /// # Why it matters
    /// The other host would learn who listens.
    ///
    /// # Example
    /// ```yaml
    /// audio: https://sounds.example/hub.mp3
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// audio: hub.mp3
    /// ```
    ///
    /// # What it cannot see
    /// Sounds that the text links to; a link is fine.
    "remote-audio" Error
}
