//! Ties the headings of a page to the chapters of its signed video: "Watch this part in BSL" below each that has one.
//!
//! It looks at the finished page, so headings of the text, of components and of templates are all alike to it. A chapter
//! without a heading is reported by `check`.

use super::Engine;
use super::engine::{attribute, plain};
use crate::model::Chapter;

/// What opens the words beside a heading on a service page: the link belongs there, not between the two columns.
const BESIDE: &str = "<div class=\"signpost-service__words\">";

/// Adds the links. `url` is the page that leads with the video; empty on that page itself.
pub(super) fn mark(engine: &Engine, html: &str, url: &str, chapters: &[Chapter], language: usize) -> String {
    let words = engine.messages.format(engine.code(language), "bsl_watch_part", None).unwrap_or_default();
    let mut left: Vec<&Chapter> = chapters.iter().filter(|chapter| chapter.heading.as_deref() != Some("-")).collect();
    let mut out = String::with_capacity(html.len() + chapters.len() * 160);
    let main = html.find("<main").unwrap_or(html.len());
    let (above, mut rest) = html.split_at(main);
    out.push_str(above);
    while let Some((heading, end)) = next_heading(rest) {
        let (before, after) = rest.split_at(end);
        out.push_str(before);
        rest = after;
        let Some(position) = left.iter().position(|chapter| chapter.is_of(heading.id, &heading.words)) else {
            continue;
        };
        let chapter = left.remove(position);
        if let Some(inside) = rest.trim_start().strip_prefix(BESIDE) {
            out.push_str(BESIDE);
            rest = inside;
        }
        let said = escaped(&heading.words);
        let (seconds, hidden) = (chapter.seconds, "class=\"signpost-hidden\"");
        out.push_str(&format!(
            "<p class=\"signpost-watch\"><a href=\"{url}#at-{seconds}\">{words}<span {hidden}>: {said}</span></a></p>"
        ));
    }
    out.push_str(rest);
    out
}

struct Heading<'h> {
    id: &'h str,
    words: String,
}

/// The next heading of the second or third level that has an id, and where it ends.
fn next_heading(html: &str) -> Option<(Heading<'_>, usize)> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find("<h")?;
        let level = html.as_bytes().get(start + 2).filter(|level| matches!(level, b'2' | b'3'));
        let closing = match level {
            Some(b'2') => "</h2>",
            Some(_) => "</h3>",
            None => {
                from = start + 2;
                continue;
            }
        };
        let tag_end = start + html[start..].find('>')?;
        let words_end = tag_end + html[tag_end..].find(closing)?;
        let end = words_end + closing.len();
        match attribute(&html[start..tag_end], "id") {
            Some(id) => return Some((Heading { id, words: plain(&html[tag_end + 1..words_end]) }, end)),
            None => from = end,
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_headings_that_can_be_linked_to() {
        let html = "<header><h2>x</h2></header><h1 id=a>A</h1><h2 id=\"b\" data-sp=\"1-2\">B &amp; <em>b</em></h2><h4 id=\"c\">C</h4><h3 id=\"d\">D</h3>";
        let mut rest = html;
        let mut seen = Vec::new();
        while let Some((heading, end)) = next_heading(rest) {
            seen.push(format!("{} {}", heading.id, heading.words));
            rest = &rest[end..];
        }
        assert_eq!(seen, ["b B & b", "d D"]);
    }
}
