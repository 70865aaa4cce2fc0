//! Pictures that move.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a picture that moves by itself: a GIF, PNG or WebP with more than one frame, or an SVG with an
    /// animation in it.
    ///
    /// # Why it matters
    /// It cannot be stopped. People with attention difficulties cannot read beside it, and some movement makes people
    /// ill.
    /// WCAG 2.2, 2.2.2 Pause, Stop, Hide (A).
    ///
    /// # Example
    /// ```md
    /// ![How to fill in the form](steps.gif)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ::: video src=steps.mp4 title="How to fill in the form" captions=steps.vtt
    /// :::
    ///
    /// which a reader starts and stops, or one still picture a step.
    /// ```
    ///
    /// # What it cannot see
    /// Animations further into a file than its first 64 KB.
    "animated-image" Error checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    for used in &context.facts.files {
        let asset = context.site.asset(used.file).map(|(_, asset)| asset);
        if let Some(span) = used.span.filter(|_| asset.is_some_and(|asset| asset.is_animated)) {
            found.push(
                RULE.finding("this picture moves by itself")
                    .at(span)
                    .help("make a video of it, which a reader starts and stops, or keep one still picture")
                    .note("WCAG 2.2, 2.2.2 Pause, Stop, Hide (A)"),
            );
        }
    }
}
