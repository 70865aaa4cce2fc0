//! HTML that an author wrote into Markdown: what is safe is kept, the rest is left out and named.
//!
//! A tag may stand apart from its end, with Markdown between them, so a piece is cleaned as a whole once it is written.
//! Links and pictures in it are followed like any others before that. Comments are dropped: they reach no output.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::link::Destination;
use super::writer::Writer;
use super::{Body, escape};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// How deep raw HTML may nest; ammonia's time grows with the square of it.
const DEEPEST: usize = 192;

/// What may stay. No scripts, styles, frames and forms, nor `svg` and `math`, whose parsing rules differ.
static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "a",
        "abbr",
        "address",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    ];
    let attributes: [(&str, &[&str]); 13] = [
        ("a", &["href", "hreflang"]),
        ("blockquote", &["cite"]),
        ("col", &["span"]),
        ("colgroup", &["span"]),
        ("del", &["datetime"]),
        ("details", &["open"]),
        ("img", &["src", "alt", "width", "height", "loading", "decoding"]),
        ("ins", &["datetime"]),
        ("ol", &["start", "reversed"]),
        ("q", &["cite"]),
        ("td", &["colspan", "rowspan", "headers"]),
        ("th", &["colspan", "rowspan", "headers", "scope"]),
        ("time", &["datetime"]),
    ];
    let everywhere =
        ["class", "data-sp", "dir", "id", "lang", "title", "translate", "role", "aria-label", "aria-hidden"];
    let by_tag = attributes.map(|(tag, names)| (tag, names.iter().copied().collect()));
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(HashSet::from(tags))
        .tag_attributes(HashMap::from(by_tag))
        .generic_attributes(HashSet::from(everywhere))
        .clean_content_tags(HashSet::from([
            "script", "style", "iframe", "object", "svg", "math", "template", "noscript",
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "sms"]))
        .link_rel(None);
    cleaner
});

const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// A tag of raw HTML.
struct RawTag<'h> {
    name: String,
    is_end: bool,
    range: Range<usize>,
    attributes: Vec<RawAttribute<'h>>,
}

struct RawAttribute<'h> {
    name: String,
    value: &'h str,
    /// The whole of it, with the name.
    range: Range<usize>,
}

impl Writer<'_, '_, '_> {
    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        let is_break = html.len() <= 6 && html.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br"));
        if is_break && html[3..].trim_matches([' ', '/', '>']).is_empty() {
            self.out.push_str("<br>");
            self.body.plain.push(' ');
        } else if !html.starts_with("<!--") && self.image.is_none() {
            self.raw(html, range);
        }
    }

    pub(super) fn close_html_block(&mut self, range: &Range<usize>) {
        let html = without_comments(&std::mem::take(&mut self.html));
        if html.trim().is_empty() {
            return;
        }
        self.raw(&html, range);
        self.out.push('\n');
        plain_words(&html, &mut self.body.plain);
    }

    fn raw(&mut self, html: &str, range: &Range<usize>) {
        self.has_raw = true;
        self.body.raw_html = true;
        let range = self.in_body(range);
        let tags = tags(html);
        self.body.report_raw(html, &tags, &range);
        self.body.follow(html, &tags, &range, &mut self.out);
    }

    /// What was written, made safe.
    pub(super) fn cleaned(&mut self) -> String {
        let out = std::mem::take(&mut self.out);
        if deepest(&tags(&out)) > DEEPEST {
            let range = self.base..self.base + 1;
            self.body.report_depth(range);
            return String::new();
        }
        CLEANER.clean(&out).to_string()
    }
}

impl Body<'_> {
    /// Where a tag stands, or the HTML around it where the tag's bytes cannot be found there.
    fn tag_span(&self, html: &str, tag: &RawTag<'_>, range: &Range<usize>) -> Span {
        let written = &html[tag.range.clone()];
        match self.text[range.clone()].find(written) {
            Some(at) => self.span(range.start + at..range.start + at + written.len()),
            None => self.span(range.clone()),
        }
    }

    fn report_raw(&mut self, html: &str, tags: &[RawTag<'_>], range: &Range<usize>) {
        let is = |tag: &RawTag<'_>, names: &[&str]| !tag.is_end && names.contains(&tag.name.as_str());
        let has =
            |tag: &RawTag<'_>, test: fn(&str) -> bool| tag.attributes.iter().any(|attribute| test(&attribute.name));
        let mut bad = false;
        let first = |test: &dyn Fn(&RawTag<'_>) -> bool| tags.iter().find(|tag| test(tag));
        if let Some(tag) = first(&|tag| is(tag, &["script"]) || has(tag, |name| name.starts_with("on"))) {
            bad = true;
            let span = self.tag_span(html, tag, range);
            self.report(
                Diagnostic::error("raw-script", "scripts in a page are left out")
                    .at(span)
                    .help("take the script away; a theme's component may have one")
                    .note(
                        "a script from elsewhere can see what readers do, and this site promises them that none does",
                    ),
            );
        }
        if let Some(tag) = first(&|tag| is(tag, &["iframe", "object", "embed", "frame"])) {
            bad = true;
            let span = self.tag_span(html, tag, range);
            self.report(
                Diagnostic::error("raw-iframe", "other sites cannot be shown inside a page")
                    .at(span)
                    .help("link to it, or use `::: video` for a film")
                    .note("the other site would learn who reads this page before they asked for anything"),
            );
        }
        if let Some(tag) = first(&|tag| is(tag, &["style", "link"]) || has(tag, |name| name == "style")) {
            bad = true;
            let span = self.tag_span(html, tag, range);
            self.report(
                Diagnostic::error("raw-style", "styles in a page are left out")
                    .at(span)
                    .help("take them away: the theme sets colours and sizes so that everyone can read them"),
            );
        }
        if !bad && !tags.is_empty() && !std::mem::replace(&mut self.raw_reported, true) {
            let span = self.tag_span(html, &tags[0], range);
            self.report(
                Diagnostic::advice("raw-html", "this page holds HTML")
                    .at(span)
                    .help("Markdown and `:::` components are checked more closely, and work in every format"),
            );
        }
    }

    /// Appends raw HTML with its links and pictures led like those of Markdown.
    fn follow(&mut self, html: &str, tags: &[RawTag<'_>], range: &Range<usize>, out: &mut String) {
        let mut written = 0;
        for tag in tags.iter().filter(|tag| !tag.is_end) {
            let wanted = match tag.name.as_str() {
                "a" => "href",
                "img" => "src",
                _ => continue,
            };
            let span = self.tag_span(html, tag, range);
            let attribute = tag.attributes.iter().find(|attribute| attribute.name == wanted);
            if wanted == "src" && tag.attributes.iter().all(|attribute| attribute.name != "alt") {
                self.report_missing_alt(attribute.map_or("", |attribute| attribute.value), span);
            }
            let Some(attribute) = attribute else {
                continue;
            };
            let value = decoded(attribute.value);
            let target = if wanted == "src" {
                self.picture(&value, span).map(|picture| picture.src)
            } else {
                match self.destination(&value, span) {
                    Destination::Nowhere => None,
                    Destination::Elsewhere(href) | Destination::Page { href, .. } | Destination::File { href, .. } => {
                        Some(href)
                    }
                }
            };
            out.push_str(&html[written..attribute.range.start]);
            if let Some(target) = target {
                out.push_str(wanted);
                out.push_str("=\"");
                escape::address(out, &target);
                out.push('"');
            }
            written = attribute.range.end;
        }
        out.push_str(&html[written..]);
    }
}

/// The few references that stand in addresses.
fn decoded(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    out.push_str(rest);
    out
}

/// Appends the words between tags.
fn plain_words(html: &str, plain: &mut String) {
    let mut at = 0;
    let mut skipped = false;
    for tag in tags(html) {
        if !skipped {
            plain.push_str(&decoded(&html[at..tag.range.start]).replace("&nbsp;", " "));
        }
        skipped = !tag.is_end && matches!(tag.name.as_str(), "script" | "style");
        plain.push(' ');
        at = tag.range.end;
    }
    plain.push_str(html[at..].trim_end());
    plain.push('\n');
}

fn deepest(tags: &[RawTag<'_>]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in tags.iter().filter(|tag| !VOID.contains(&tag.name.as_str())) {
        depth = if tag.is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// The tags of raw HTML, read as a browser would (WHATWG HTML, 13.2.5).
fn tags(html: &str) -> Vec<RawTag<'_>> {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + offset;
        let is_end = bytes.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(is_end);
        at = start + 1;
        if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let name_end = until(bytes, name_start, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
        let (attributes, end) = attributes(html, name_end);
        found.push(RawTag {
            name: html[name_start..name_end].to_ascii_lowercase(),
            is_end,
            range: start..end,
            attributes,
        });
        at = end;
    }
    found
}

fn attributes(html: &str, mut at: usize) -> (Vec<RawAttribute<'_>>, usize) {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    loop {
        at = until(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        match bytes.get(at) {
            None => return (found, at),
            Some(b'>') => return (found, at + 1),
            Some(_) => {}
        }
        let start = at;
        at = until(bytes, at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let name = html.get(start..at).unwrap_or_default().to_ascii_lowercase();
        let equals = until(bytes, at, |byte| !byte.is_ascii_whitespace());
        let mut value = "";
        if bytes.get(equals) == Some(&b'=') {
            let from = until(bytes, equals + 1, |byte| !byte.is_ascii_whitespace());
            let quote = bytes.get(from).copied().filter(|byte| matches!(byte, b'"' | b'\''));
            let from = from + usize::from(quote.is_some());
            let to = match quote {
                Some(quote) => until(bytes, from, |byte| byte == quote),
                None => until(bytes, from, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            value = html.get(from..to).unwrap_or_default();
            at = (to + usize::from(quote.is_some())).min(bytes.len());
        }
        found.push(RawAttribute { name, value, range: start..at });
    }
}

/// The first place from `at` on whose byte passes, or the end.
fn until(bytes: &[u8], at: usize, stop: impl Fn(u8) -> bool) -> usize {
    let at = at.min(bytes.len());
    bytes[at..].iter().position(|byte| stop(*byte)).map_or(bytes.len(), |offset| at + offset)
}
