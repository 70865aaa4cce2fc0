//! Sound and film that begin by themselves.

use std::collections::HashMap;

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

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
    /// How long it plays, but where the address says so (`#t=0,3`); whether the file has sound; what a script starts.
    "autoplay" Error act ["80f0bf", "aaa1bf", "4c31df"] checks [Finished(check)]
}

/// Sound that lasts no longer is over before it is in the way (WCAG 2.2, 1.4.2), in seconds.
const SHORT: f64 = 3.0;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    // What stands around many is looked through once.
    let mut buttons: HashMap<usize, bool> = HashMap::new();
    for media in context.document.all(Name::Audio).chain(context.document.all(Name::Video)) {
        let mut has_button =
            |around: Element<'_, '_>| *buttons.entry(around.order()).or_insert_with(|| holds_button(context, &around));
        let is_loud = media.has("autoplay") && !media.has("muted") && !media.has("paused");
        if !is_loud {
            continue;
        }
        // With controls one can stop it, which is what ACT asks for; it begins all the same.
        let act: &[&str] = match () {
            () if is_short(&media) => &[],
            () if media.has("controls") || media.parent().is_some_and(&mut has_button) => &["aaa1bf"],
            () => RULE.act,
        };
        let finding = context.report_as(&RULE, act, &media, "this begins to play by itself");
        found.push(finding.help("take `autoplay` away, and give it `controls`"));
    }
}

/// Whether the addresses say that it plays for a moment only.
fn is_short(media: &Element<'_, '_>) -> bool {
    let sources = || media.descendants().filter(|source| source.kind() == Name::Source);
    let mut addresses =
        media.attribute("src").into_iter().chain(sources().filter_map(|source| source.attribute("src")));
    let is_short = |address: &str| {
        let Some((_, times)) = address.split_once("#t=") else { return false };
        let (start, end) = times.split_once(',').unwrap_or((times, ""));
        let seconds = |text: &str| text.trim_start_matches("npt:").parse::<f64>().ok();
        seconds(end).is_some_and(|end| end - seconds(start).unwrap_or(0.0) <= SHORT)
    };
    let mut count = 0;
    addresses.by_ref().inspect(|_| count += 1).all(|address| is_short(&address)) && count > 0
}

/// Elements beside one that plays among which its button is looked for.
const FARTHEST: usize = 500;

/// Whether a button that everybody can find stands in an element and says that it stops sound.
fn holds_button<'a>(context: &FinishedContext<'a>, around: &Element<'_, 'a>) -> bool {
    const WORDS: [&str; 5] = ["mute", "pause", "play", "sound", "stop"];
    let is_button = |element: &Element<'_, '_>| {
        context.access.role(element) == Role::BUTTON
            && context.access.is_exposed(element)
            && context.access.is_visible(element)
    };
    around.descendants().take(FARTHEST).filter(is_button).any(|button| {
        let name = context.access.name(&button).to_lowercase();
        WORDS.iter().any(|word| name.contains(word))
    })
}
