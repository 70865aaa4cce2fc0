//! Ties the headings of a page to the chapters of its signed video: "Watch this part in BSL" below each that has one.
//!
//! It looks at the finished page, so headings of the text, of components and of templates are all alike to it. A chapter
//! without a heading is reported by `check`.

use super::Engine;
use crate::html::{escaped, headings};
use crate::model::Chapter;

/// What opens the words beside a heading on a service page: the link belongs there, not between the two columns.
const BESIDE: &str = "<div class=\"signpost-service__words\">";

/// Adds the links. `url` is the page that leads with the video; empty on that page itself.
pub(super) fn mark(engine: &Engine, html: &str, url: &str, chapters: &[Chapter], language: usize) -> String {
    let words = engine.messages.format(engine.code(language), "bsl_watch_part", None).unwrap_or_default();
    let mut left: Vec<&Chapter> = chapters.iter().filter(|chapter| chapter.heading.as_deref() != Some("-")).collect();
    let mut out = String::with_capacity(html.len() + chapters.len() * 160);
    let main = html.find("<main").unwrap_or(html.len());
    let mut written = 0;
    for heading in headings(&html[main..]).filter(|heading| matches!(heading.level, 2 | 3)) {
        let Some(id) = heading.tag.attribute("id") else { continue };
        let Some(position) = left.iter().position(|chapter| chapter.is_of(&id, &heading.words)) else { continue };
        let chapter = left.remove(position);
        let rest = &html[main + heading.end..];
        let inside = rest.trim_start().strip_prefix(BESIDE);
        let place = html.len() - inside.unwrap_or(rest).len();
        out.push_str(&html[written..place]);
        written = place;
        let said = escaped(&heading.words);
        let (seconds, hidden) = (chapter.seconds, "class=\"signpost-hidden\"");
        out.push_str(&format!(
            "<p class=\"signpost-watch\"><a href=\"{url}#at-{seconds}\">{words}<span {hidden}>: {said}</span></a></p>"
        ));
    }
    out.push_str(&html[written..]);
    out
}
