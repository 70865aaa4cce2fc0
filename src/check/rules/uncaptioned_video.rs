//! Films of a folder that say nothing to people who do not hear.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports, in a folder of HTML, a `<video>` without a `<track>` of captions or subtitles that is not `muted`. In a site
    /// `missing-captions` asks for them where the video is written.
    ///
    /// # Why it matters
    /// Deaf people, and everybody who is where sound is no use, see lips move.
    /// WCAG 2.2, 1.2.2 Captions (Prerecorded) (A).
    ///
    /// # Example
    /// ```html
    /// <video src="hub.mp4" controls></video>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <video src="hub.mp4" controls><track kind="captions" src="hub.vtt" srclang="en" label="English"></video>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the film has sound, whether captions are part of the picture, and whether its words stand beside it.
    "uncaptioned-video" Warning act ["f51b46"] checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    if !context.is_file() {
        return;
    }
    let has_source = |video: &Element<'_, '_>| {
        video.has("src") || video.descendants().any(|source| source.kind() == Name::Source && source.has("src"))
    };
    // A track without a kind holds subtitles.
    let is_said = |track: &Element<'_, '_>| {
        let is_of_words =
            |kind: &str| ["captions", "subtitles"].iter().any(|word| kind.trim().eq_ignore_ascii_case(word));
        track.kind() == Name::Track && track.raw("kind").is_none_or(is_of_words)
    };
    let shown = context.document.all(Name::Video).filter(|video| context.access.is_visible(video));
    for video in shown.filter(|video| has_source(video) && !video.has("muted")) {
        if !video.descendants().any(|track| is_said(&track)) {
            let finding = context.report(&RULE, &video, "this video has no captions");
            found.push(finding.help("add a `<track kind=\"captions\">`, or `muted` where there is no sound to hear"));
        }
    }
}
