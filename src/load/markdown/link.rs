//! Writes links: to pages in the reader's variant, to files with their kind and size, to other sites.

use std::ops::Range;

use pulldown_cmark::{CowStr, LinkType};

use super::links::{self, Parts, resolve_link, scheme};
use super::writer::Writer;
use super::{Body, escape, files, words};
use crate::diagnostic::Diagnostic;
use crate::html::push_escaped;
use crate::model::{FileUse, Form, LinkTarget, LinkUse, Page, PageId, Variant};
use crate::source::Span;

/// A link whose end has not come yet.
pub struct OpenLink<'t> {
    pub(super) at: usize,
    pub(super) plain_at: usize,
    pub(super) href: CowStr<'t>,
    title: CowStr<'t>,
    pub(super) range: Range<usize>,
    is_email: bool,
}

/// Where a link goes, ready to be written.
pub enum Destination {
    /// To an address that is written as it is.
    Elsewhere(String),
    /// To a page.
    Page {
        /// The page.
        to: PageId,
        /// The link, with query and fragment.
        href: String,
    },
    /// To a file, named by its path below `content/`.
    File {
        /// Its path below `content/`.
        path: String,
        /// The link.
        href: String,
    },
    /// Nowhere: the words stand alone. What is wrong was reported.
    Nowhere,
}

impl Body<'_> {
    /// Works out where a link goes, reports what is wrong with it, and keeps the fact.
    pub(super) fn destination(&mut self, href: &str, span: Span) -> Destination {
        let href = href.trim();
        match scheme(href).as_deref() {
            Some("http" | "https") if !links::is_own(self.site, href) => {
                self.facts.external.push((href.to_owned(), Some(span)));
                Destination::Elsewhere(href.to_owned())
            }
            None if href.starts_with("//") => self.destination(&format!("https:{href}"), span),
            Some("http" | "https") | None => self.inside(href, span),
            Some("mailto" | "tel" | "sms") => Destination::Elsewhere(href.to_owned()),
            Some(other) => {
                self.report(
                    Diagnostic::error("unsafe-link", format!("a link cannot begin with `{other}:`"))
                        .at(span)
                        .help("links begin with https:, mailto:, tel: or sms:, or name a page or a file of this site"),
                );
                Destination::Nowhere
            }
        }
    }

    fn inside(&mut self, href: &str, span: Span) -> Destination {
        match resolve_link(self.site, self.page, href) {
            LinkTarget::Page(to, fragment) => {
                let is_same = to == self.page.id && href.starts_with('#');
                let address =
                    if is_same { String::new() } else { self.site.settings.href(&self.site.page(to).address) };
                let mut full = address + Parts::of(href).query;
                if let Some(fragment) = &fragment {
                    full.push('#');
                    full.push_str(fragment);
                }
                if full.is_empty() {
                    full.push('#');
                }
                // `#top` leads to the top of every page, whatever stands on it (HTML, 7.4.6.4).
                if fragment.as_deref() != Some("top") {
                    self.facts.links.push(LinkUse { to, fragment, span: Some(span) });
                }
                Destination::Page { to, href: full }
            }
            LinkTarget::File(path) => {
                let asset = &self.site.assets[&path];
                self.facts.files.push(FileUse { file: asset.file, span: Some(span) });
                Destination::File { href: self.site.settings.href(&asset.address), path }
            }
            LinkTarget::Unpublished(to) => {
                let finding = links::unpublished(self.site, to, span);
                self.report(finding);
                Destination::Nowhere
            }
            LinkTarget::Missing => {
                self.report_broken(href, span);
                Destination::Nowhere
            }
        }
    }

    pub(super) fn report_broken(&mut self, href: &str, span: Span) {
        let finding = if self.may_search() { links::broken } else { links::broken_briefly };
        let finding = finding(self.site, self.page, href, span);
        self.report(finding);
    }

    /// What a reader should know of a link before following it: another form, another language, a document.
    fn note_on(&self, destination: &Destination, text: &str) -> Option<String> {
        match destination {
            Destination::Page { to, .. } => {
                // What counts is the language of the words: a page that stands in for a translation is in the main one.
                let words = |page: &Page| Variant { language: page.words_language(), ..page.variant };
                let (reader, target) = (words(self.page), words(self.site.page(*to)));
                self.words.difference(&self.site.settings, reader, target)
            }
            Destination::File { path, .. } if files::is_document(path) => {
                let kind = files::ending(path).to_ascii_uppercase();
                let size = words::size(self.site.assets[path].bytes);
                Some(if text.contains(&kind) { size } else { format!("{kind}, {size}") })
            }
            _ => None,
        }
    }
}

impl<'t> Writer<'_, '_, 't> {
    pub(super) fn open_link(&mut self, kind: LinkType, href: CowStr<'t>, title: CowStr<'t>, range: Range<usize>) {
        let (at, plain_at) = (self.out.len(), self.body.plain.len());
        self.link = Some(OpenLink { at, plain_at, href, title, range, is_email: kind == LinkType::Email });
    }

    /// Puts the opening tag before the words, now that they are known.
    pub(super) fn close_link(&mut self) {
        let Some(link) = self.link.take() else {
            return;
        };
        let span = self.span(&link.range);
        if let Some(id) = link.href.strip_prefix("contact:") {
            self.write_contact(&link, id.trim(), span);
            return;
        }
        if link.is_email {
            let href = format!("mailto:{}", link.href);
            self.wrap(&link, &href, "", None);
            return;
        }
        if link.href.trim().is_empty() {
            self.body.report(
                Diagnostic::error("broken-link", "this link leads nowhere")
                    .at(span)
                    .help("write where it leads between the round brackets: `[Breaks](../guides/breaks.md)`"),
            );
            return;
        }
        let destination = self.body.destination(&link.href, span);
        let note = self.body.note_on(&destination, &self.body.plain[link.plain_at..]);
        match &destination {
            Destination::Nowhere => {}
            Destination::Elsewhere(href) | Destination::File { href, .. } => self.wrap(&link, href, "", note),
            Destination::Page { to, href } => {
                let site = self.body.site;
                let language = site.page(*to).words_language();
                let other = language != self.body.page.words_language();
                let code = site.settings.languages[usize::from(language)].code.as_str();
                self.wrap(&link, href, if other { code } else { "" }, note);
            }
        }
    }

    /// Makes a link of what was written since it began.
    pub(super) fn wrap(&mut self, link: &OpenLink<'_>, href: &str, hreflang: &str, note: Option<String>) {
        self.tag.clear();
        self.tag.push_str("<a href=\"");
        escape::address(&mut self.tag, href);
        self.tag.push('"');
        if !hreflang.is_empty() {
            self.tag.push_str(" hreflang=\"");
            self.tag.push_str(hreflang);
            self.tag.push('"');
        }
        if !link.title.is_empty() {
            self.tag.push_str(" title=\"");
            push_escaped(&mut self.tag, &link.title);
            self.tag.push('"');
        }
        let base = self.body.base + self.base;
        escape::mark(&mut self.tag, base + link.range.start, base + link.range.end);
        self.tag.push('>');
        self.out.insert_str(link.at, &self.tag);
        if let Some(note) = note {
            self.out.push_str(" <span class=\"signpost-elsewhere\"");
            if let Some(language) = self.body.words_language {
                self.out.push_str(" lang=\"");
                self.out.push_str(language);
                self.out.push('"');
            }
            // Easy Read has no brackets: the note stands on a line of its own.
            let is_easy = self.body.page.variant.form == Form::Easy;
            self.out.push_str(if is_easy { ">" } else { ">(" });
            push_escaped(&mut self.out, &note);
            self.out.push_str(if is_easy { "</span>" } else { ")</span>" });
        }
        self.out.push_str("</a>");
    }
}
