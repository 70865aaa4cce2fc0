//! Writes pictures: description, size and file, and a caption where one stands alone with a title.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::files::{self, FoundFile, find_file, resolve_file};
use super::links::scheme;
use super::writer::Writer;
use super::{Body, escape};
use crate::diagnostic::Diagnostic;
use crate::html::push_escaped;
use crate::load::media::oversized;
use crate::model::FileUse;
use crate::source::Span;

/// A picture whose description has not ended yet.
pub struct OpenImage<'t> {
    plain_at: usize,
    src: CowStr<'t>,
    title: CowStr<'t>,
    range: Range<usize>,
}

/// A picture with a title at the start of a paragraph.
pub struct Caption {
    /// Where the picture ends.
    pub end: usize,
    title: String,
}

/// A picture's file, ready to be written.
pub struct Picture {
    /// The link to it.
    pub src: String,
    /// Its width and height, where it says so.
    pub size: Option<(u32, u32)>,
}

impl<'a> Body<'a> {
    /// Finds a file that this page names, or reports why it cannot be used.
    pub(super) fn file(&mut self, name: &str, span: Span) -> Option<FoundFile<'a>> {
        let site = self.site;
        let from = self.page.origin.as_ref().map_or("", |origin| origin.path.as_str());
        let found = find_file(site, from, name);
        let found = if found.is_err() && self.may_search() { resolve_file(site, from, name) } else { found };
        let found = found.map_err(|problem| self.report(problem.diagnostic(name, span))).ok()?;
        if let Some(finding) = oversized(site, found.path, found.asset) {
            self.report(finding.at(span));
        }
        Some(found)
    }

    /// Finds the file of a picture, reports what is wrong with it, and keeps the fact.
    pub(super) fn picture(&mut self, src: &str, span: Span) -> Option<Picture> {
        let src = src.trim();
        if scheme(src).is_some() || src.starts_with("//") {
            self.report(
                Diagnostic::error("picture-elsewhere", "this picture is on another site")
                    .at(span)
                    .help("save it beside the page and name the file: another site would learn who reads this page")
                    .note("browsers are told to load nothing from other sites, so readers would not see it"),
            );
            return None;
        }
        let found = self.file(src, span)?;
        if !files::is_picture(found.path) {
            self.report(
                Diagnostic::error("picture-of-another-kind", format!("`{src}` is not a picture"))
                    .at(span)
                    .help("leave out the `!` to link to it; video and audio have components of those names"),
            );
            return None;
        }
        self.facts.files.push(FileUse { file: found.asset.file, span: Some(span) });
        Some(Picture { src: self.site.settings.href(&found.asset.address), size: found.asset.size })
    }

    pub(super) fn report_missing_alt(&mut self, src: &str, span: Span) {
        self.report(
            Diagnostic::error("missing-alt-text", "image has no text alternative")
                .at(span)
                .label("what would a reader miss without this picture?")
                .help(format!("describe it in the brackets, or mark it as decoration: `![-]({src})`"))
                .note("WCAG 2.2, 1.1.1 Non-text content (A)"),
        );
    }
}

impl<'t> Writer<'_, '_, 't> {
    pub(super) fn open_image(&mut self, src: CowStr<'t>, title: CowStr<'t>, range: Range<usize>) {
        self.depth_in_image = 0;
        self.image = Some(OpenImage { plain_at: self.body.plain.len(), src, title, range });
    }

    pub(super) fn close_image(&mut self) {
        let Some(image) = self.image.take() else {
            return;
        };
        let span = self.span(&image.range);
        let written = self.body.plain.split_off(image.plain_at);
        let written = written.trim();
        let alt = if written == "-" { "" } else { written };
        if written.is_empty() {
            self.body.report_missing_alt(&image.src, span);
        }
        let Some(picture) = self.body.picture(&image.src, span) else {
            push_escaped(&mut self.out, alt);
            return;
        };
        let starts_paragraph = self.out.len() == self.paragraph.1;
        self.out.push_str("<img src=\"");
        escape::address(&mut self.out, &picture.src);
        if let Some((width, height)) = picture.size {
            self.out.push_str("\" width=\"");
            escape::number(&mut self.out, width as usize);
            self.out.push_str("\" height=\"");
            escape::number(&mut self.out, height as usize);
        }
        self.out.push_str("\" loading=\"lazy\" decoding=\"async\" alt=\"");
        push_escaped(&mut self.out, alt);
        self.out.push('"');
        self.mark(&image.range);
        self.out.push('>');
        if starts_paragraph && !image.title.is_empty() {
            self.caption = Some(Caption { end: self.out.len(), title: image.title.to_string() });
        }
    }

    /// Turns the open paragraph, which holds nothing but a picture, into a figure.
    pub(super) fn write_figure(&mut self, caption: &Caption, range: &Range<usize>) {
        let (tag_at, content_at) = self.paragraph;
        let picture = self.out.split_off(content_at);
        self.out.truncate(tag_at);
        self.open("<figure", range);
        self.out.push_str(&picture);
        self.out.push_str("<figcaption>");
        push_escaped(&mut self.out, &caption.title);
        self.out.push_str("</figcaption></figure>");
        self.body.plain.push_str(&caption.title);
    }
}
