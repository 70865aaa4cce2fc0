//! Writes the events of one piece of Markdown as HTML.
//!
//! pulldown-cmark's own writer sets `style` for table alignment, which our Content-Security-Policy blocks, and knows
//! nothing of marks, ids and links. This one appends to one string and looks at its end where an element depends on
//! what stands in it (a heading's id, a link's text): no event costs an allocation.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser};

use super::heading::OpenHeading;
use super::image::{Caption, OpenImage};
use super::link::OpenLink;
use super::rows::Rows;
use super::table::Table;
use super::{Body, escape};
use crate::diagnostic::Diagnostic;
use crate::html::push_escaped;
use crate::model::TableData;

/// What stands at the top of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    /// A list with dots.
    pub list: bool,
    /// A list with numbers.
    pub ordered: bool,
    /// Anything at all.
    pub anything: bool,
}

impl Kinds {
    /// What stands in either.
    pub fn and(self, other: Self) -> Self {
        Self {
            list: self.list || other.list,
            ordered: self.ordered || other.ordered,
            anything: self.anything || other.anything,
        }
    }
}

/// A piece of Markdown, written.
pub struct Piece {
    /// Its HTML with source marks.
    pub html: String,
    /// What stands at its top.
    pub kinds: Kinds,
    /// Its first table, where that was wanted.
    pub table: Option<TableData>,
}

/// Writes one piece.
pub struct Writer<'w, 'a, 't> {
    pub(super) body: &'w mut Body<'a>,
    /// Where the piece begins in the body.
    pub(super) base: usize,
    /// Its length; definitions of other pieces follow it.
    limit: usize,
    pub(super) out: String,
    /// For a tag that must be put in before what is already written.
    pub(super) tag: String,
    pub(super) depth: usize,
    pub(super) kinds: Kinds,
    pub(super) heading: Option<OpenHeading<'t>>,
    pub(super) link: Option<OpenLink<'t>>,
    pub(super) image: Option<OpenImage<'t>>,
    /// How many elements are open in the image's text.
    pub(super) depth_in_image: usize,
    pub(super) caption: Option<Caption>,
    /// Where the open paragraph's tag and its content begin.
    pub(super) paragraph: (usize, usize),
    pub(super) table: Table,
    pub(super) rows: Option<Rows>,
    /// The labels of the footnotes being written, and what was written before each.
    pub(super) open_notes: Vec<(String, String)>,
    /// The HTML block being read.
    pub(super) html: String,
    pub(super) has_raw: bool,
    pub(super) in_code: bool,
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Writes the Markdown in a range of the body. `easy` cuts it into rows; `table` keeps its first table as data.
pub(super) fn write(body: &mut Body<'_>, range: Range<usize>, easy: bool, table: bool) -> Piece {
    let text = &body.text[range.clone()];
    let extended = body.with_definitions(&range);
    let mut writer = Writer {
        body,
        base: range.start,
        limit: text.len(),
        out: String::with_capacity(text.len() * 2),
        tag: String::new(),
        depth: 0,
        kinds: Kinds::default(),
        heading: None,
        link: None,
        image: None,
        depth_in_image: 0,
        caption: None,
        paragraph: (0, 0),
        table: Table::new(table),
        rows: easy.then(Rows::default),
        open_notes: Vec::new(),
        html: String::new(),
        has_raw: false,
        in_code: false,
    };
    for (event, range) in Parser::new_ext(extended.as_deref().unwrap_or(text), options()).into_offset_iter() {
        if range.start < writer.limit || writer.limit == 0 {
            writer.event(event, range);
        }
    }
    writer.end_rows();
    writer.body.gathering.close();
    let html = if writer.has_raw { writer.cleaned() } else { writer.out };
    Piece { html, kinds: writer.kinds, table: writer.table.data }
}

impl<'t> Writer<'_, '_, 't> {
    /// A range of the piece as a range of the body.
    pub(super) fn in_body(&self, range: &Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end.min(self.limit)
    }

    /// A range of the piece as a place in the file.
    pub(super) fn span(&self, range: &Range<usize>) -> crate::source::Span {
        self.body.span(self.in_body(range))
    }

    pub(super) fn mark(&mut self, range: &Range<usize>) {
        let base = self.body.base + self.base;
        escape::mark(&mut self.out, base + range.start, base + range.end.min(self.limit));
    }

    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        let base = self.body.base + self.base;
        let within = range.start..range.end.min(self.limit.max(range.start));
        self.body.gathering.event(&event, &within, base);
        if self.rows.is_some() && self.row_event(&event, &range) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => {
                if self.image.is_none() {
                    self.out.push_str("<code>");
                    push_escaped(&mut self.out, &text);
                    self.out.push_str("</code>");
                }
                self.body.plain.push_str(&text);
            }
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => self.inline_html(&html, &range),
            Event::SoftBreak => self.between(if self.image.is_some() { "" } else { "\n" }),
            Event::HardBreak => self.between(if self.image.is_some() { "" } else { "<br>\n" }),
            Event::Rule => {
                self.open("<hr", &range);
                self.out.push('\n');
            }
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(done) => self.task(done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, &range),
        }
    }

    fn between(&mut self, html: &str) {
        self.out.push_str(html);
        self.body.plain.push(' ');
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.image.is_none() {
            if text.starts_with(":::") && !self.in_code {
                self.report_indented_fence(range);
            }
            push_escaped(&mut self.out, text);
        }
        self.body.plain.push_str(text);
    }

    fn report_indented_fence(&mut self, range: &Range<usize>) {
        let span = self.span(range);
        self.body.report(
            Diagnostic::error("misplaced-component", "a component cannot stand in a list, a quotation or a sentence")
                .at(span)
                .label("this is shown as plain colons")
                .help("begin its fence at the start of a line, between paragraphs"),
        );
    }

    fn task(&mut self, done: bool) {
        let (sign, word) = if done { ("☑", self.body.words.done) } else { ("☐", self.body.words.not_done) };
        self.out.push_str("<span class=\"signpost-task\" role=\"img\" aria-label=\"");
        push_escaped(&mut self.out, word);
        self.out.push_str("\">");
        self.out.push_str(sign);
        self.out.push_str("</span> ");
    }
}

/// The number of a heading's level.
pub(super) fn level_number(level: HeadingLevel) -> u8 {
    level as u8
}
