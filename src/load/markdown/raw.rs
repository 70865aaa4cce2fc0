//! HTML that an author wrote into Markdown: what is safe is kept, the rest is left out and named.
//!
//! A tag may stand apart from its end, with Markdown between them, so a piece is cleaned as a whole once it is written.
//! Links and pictures in it are followed like any others before that. Comments are dropped: they reach no output.

mod scopes;
mod tags;

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::ops::Range;
use std::sync::LazyLock;

use super::link::Destination;
use super::writer::Writer;
use super::{Body, escape};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use scopes::{Unscoped, unscoped};
use tags::{RawTag, decoded, deepest, plain_words, tags, without_comments};

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
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        plain_words(&html, &mut self.body.plain);
    }

    fn raw(&mut self, html: &str, range: &Range<usize>) {
        self.has_raw = true;
        self.body.raw_html = true;
        let range = self.in_body(range);
        let tags = tags(html);
        self.body.report_raw(html, &tags, &range);
        self.body.report_scopes(&range);
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
        self.span(self.tag_range(html, tag, range).unwrap_or_else(|| range.clone()))
    }

    fn tag_range(&self, html: &str, tag: &RawTag<'_>, range: &Range<usize>) -> Option<Range<usize>> {
        let written = &html[tag.range.clone()];
        let at = range.start + self.text[range.clone()].find(written)?;
        Some(at..at + written.len())
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
        self.raw_reported |= bad;
        // There is no other way to mark the language of a few words, and an end says nothing by itself.
        let marks_language = |tag: &RawTag<'_>| {
            let is_language = |name: &str| matches!(name, "lang" | "dir");
            let by_itself = tag.attributes.iter().all(|attribute| is_language(&attribute.name));
            tag.is_end || is(tag, &["bdi", "div", "p", "span"]) && has(tag, |name| name == "lang") && by_itself
        };
        if let Some(tag) = first(&|tag| !marks_language(tag))
            && !std::mem::replace(&mut self.raw_reported, true)
        {
            let span = self.tag_span(html, tag, range);
            self.report(
                Diagnostic::advice("raw-html", "this page holds HTML")
                    .at(span)
                    .help("Markdown and `:::` components are checked more closely, and work in every format"),
            );
        }
    }

    /// Reports tables whose heading cells do not say what they head, with the mend where that is sure.
    fn report_scopes(&mut self, range: &Range<usize>) {
        let text = self.text;
        let written = &text[range.clone()];
        if !written.contains("<t") && !written.contains("<T") {
            return;
        }
        let found = unscoped(&tags(written));
        for Unscoped { table, scopes } in found {
            let span = self.span(range.start + table.start..range.start + table.end);
            let mut finding = Diagnostic::advice("missing-scope", "headings of this table do not say what they head")
                .at(span)
                .help("write `scope=\"col\"` in the headings of columns and `scope=\"row\"` in those of rows");
            // In a comment there may be more cells, which nobody sees.
            if !scopes.is_empty() && !written.contains("<!--") {
                let (mut mended, mut at) = (String::new(), table.start);
                for (place, scope) in scopes {
                    mended += &format!("{} scope=\"{scope}\"", &written[at..place]);
                    at = place;
                }
                finding = finding.fix(span, mended + &written[at..table.end]);
            }
            self.report(finding);
        }
    }

    /// Appends raw HTML with its links and pictures led like those of Markdown, and with the source mark of each tag.
    fn follow(&mut self, html: &str, tags: &[RawTag<'_>], range: &Range<usize>, out: &mut String) {
        let mut written = 0;
        let mut rest = range.clone();
        // Where one tag cannot be found, as in a quotation whose lines begin with `>`, the others are not looked for.
        let mut is_found = true;
        for tag in tags.iter().filter(|tag| !tag.is_end) {
            // Tags stand in order, so each is looked for only after the one before.
            let place = if is_found { self.tag_range(html, tag, &rest) } else { None };
            is_found = place.is_some();
            rest.start = place.as_ref().map_or(rest.start, |place| place.end);
            let span = self.span(place.unwrap_or_else(|| range.clone()));
            let name_end = tag.range.start + 1 + tag.name.len();
            out.push_str(&html[written..name_end]);
            let _ = write!(out, " data-sp=\"{}-{}\"", span.start, span.end);
            written = name_end;
            let wanted = match tag.name.as_str() {
                "a" => "href",
                "img" => "src",
                _ => continue,
            };
            let attribute = tag.attributes.iter().find(|attribute| attribute.name == wanted);
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
