//! Long videos without chapters.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a video, a page's own in British Sign Language or one in the text, that plays longer than a number of
    /// `seconds`, 180 where a site sets nothing else, and has no `chapters`.
    ///
    /// # Why it matters
    /// A reader of a page looks for its headings. A viewer of a video can only wait, or press at random.
    /// WCAG 2.2, 1.2.8 Media Alternative (AAA); BSL pages of the NHS.
    ///
    /// # Example
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt }
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// bsl: { video: hub.mp4, captions: hub.vtt, chapters: hub-chapters.vtt }
    /// ```
    ///
    /// # What it cannot see
    /// Videos at another host, and files that do not tell their length. A recording has no chapters: its transcript
    /// stands on the page, with headings where it is long.
    "missing-chapters" Advice thresholds [seconds 180] checks [Model(check), Page(check_text)]
}

/// How to mend it.
const HELP: &str = "write a WebVTT file with the time and the heading of each part, and name it in `chapters`";

fn check_text(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let most = context.threshold(&RULE, "seconds");
    for video in context.facts.videos.iter().filter(|video| video.seconds > most && !video.has_chapters) {
        let message = format!("this video plays for {} minutes and has no chapters", video.seconds / 60);
        found.push(RULE.finding(message).at(video.span).help(HELP));
    }
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let most = RULE.threshold("seconds", &site.settings);
    for (group, video) in &site.videos {
        let origin = site.group(*group).main.and_then(|main| site.page(main).origin.as_ref());
        let is_long = video.seconds.is_some_and(|seconds| seconds > most);
        if let Some(origin) = origin.filter(|_| is_long && video.chapters.is_empty()) {
            let minutes = video.seconds.unwrap_or_default() / 60;
            found.push(
                RULE.finding(format!("this signed video plays for {minutes} minutes and has no chapters"))
                    .at(Span::whole(origin.file))
                    .help(HELP),
            );
        }
    }
}
