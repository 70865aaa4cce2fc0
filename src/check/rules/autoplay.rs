//! Sound and film that begin by themselves.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports an `<audio>` or `<video>` with `autoplay` that is not silent.
    ///
    /// # Why it matters
    /// Who uses a screen reader cannot hear it any more; others lose the thread.
    /// WCAG 2.2, 1.4.2 Audio Control (A) and 2.2.2 Pause, Stop, Hide (A).
    ///
    /// # Example
    /// ```html
    /// <video src="hub.mp4" autoplay></video>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <video src="hub.mp4" controls preload="none"></video>
    /// ```
    ///
    /// # What it cannot see
    /// How long it plays; what a script starts.
    "autoplay" Error act ["80f0bf"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for media in context.document.all(Name::Audio).chain(context.document.all(Name::Video)) {
        let is_loud = media.has("autoplay") && !media.has("muted") && !media.has("paused");
        // With controls one can stop it, which is what ACT asks for; it begins all the same.
        if is_loud {
            let act: &[&str] = if media.has("controls") { &[] } else { &["80f0bf"] };
            let finding = context.report_as(&RULE, act, &media, "this begins to play by itself");
            found.push(finding.help("take `autoplay` away, and give it `controls`"));
        }
    }
}
