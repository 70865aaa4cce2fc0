//! Writes headings and gives each an id of its own on the page.

use std::ops::Range;

use pulldown_cmark::{CowStr, HeadingLevel};

use super::writer::{Writer, level_number};
use super::{Body, escape};
use crate::html::push_escaped;
use crate::model::{Heading, slug};

/// A heading whose end has not come yet.
pub struct OpenHeading<'t> {
    at: usize,
    id: Option<CowStr<'t>>,
    range: Range<usize>,
}

impl Body<'_> {
    /// An id for a heading: the one its author gave it, or its words, with a number where those are taken.
    fn heading_id(&mut self, written: Option<&str>, text: &str) -> String {
        if let Some(id) = written {
            // A second use of a written id is not mended here: links to it would then lead to the wrong place unseen.
            self.ids.entry(id.to_owned()).or_insert(1);
            return id.to_owned();
        }
        let mut id = slug(text);
        if id.is_empty() {
            id.push_str("section");
        }
        let length = id.len();
        // Where the last search for these words ended, the next one begins: a thousand equal headings take no longer.
        let first = self.ids.get(&id).copied();
        let mut number = first.unwrap_or(1);
        while self.ids.contains_key(&id) {
            number += 1;
            id.truncate(length);
            id.push('-');
            escape::number(&mut id, number);
        }
        if first.is_some() {
            self.ids.insert(id[..length].to_owned(), number);
        }
        self.ids.insert(id.clone(), 1);
        id
    }
}

impl<'t> Writer<'_, '_, 't> {
    pub(super) fn open_heading(&mut self, _level: HeadingLevel, id: Option<CowStr<'t>>, range: Range<usize>) {
        self.body.next_section();
        self.heading = Some(OpenHeading { at: self.out.len(), id, range });
    }

    /// Puts the opening tag before the words, now that they are known. A `#` heading is written as `h2`: the page's
    /// title is its only `h1`.
    pub(super) fn close_heading(&mut self, level: HeadingLevel) {
        let Some(open) = self.heading.take() else {
            return;
        };
        let level = level_number(level);
        let shown = usize::from(level.max(2));
        let text = self.body.plain.trim().to_owned();
        self.body.plain.clear();
        let id = self.body.heading_id(open.id.as_deref(), &text);
        self.tag.clear();
        self.tag.push_str("<h");
        escape::number(&mut self.tag, shown);
        self.tag.push_str(" id=\"");
        push_escaped(&mut self.tag, &id);
        self.tag.push('"');
        let range = self.in_body(&open.range);
        escape::mark(&mut self.tag, self.body.base + range.start, self.body.base + range.end);
        self.tag.push('>');
        self.out.insert_str(open.at, &self.tag);
        self.out.push_str("</h");
        escape::number(&mut self.out, shown);
        self.out.push_str(">\n");
        let span = self.body.span(range);
        self.body.section.id.clone_from(&id);
        self.body.section.heading.clone_from(&text);
        self.body.facts.outline.push(Heading { level, id, text, span });
    }
}
