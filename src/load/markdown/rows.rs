//! Cuts an Easy Read page into rows: a picture, and beside it the words that it stands for.
//!
//! A row starts at a picture that begins a paragraph, or at a heading that such a picture follows; the heading then
//! stands in the row's words. What comes before the first picture is a row without one. A heading that no picture
//! follows goes with the words below it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::writer::Writer;

/// The row being written.
#[derive(Default)]
pub struct Rows {
    is_open: bool,
    words_open: bool,
    /// Whether the row has more words than a heading.
    has_words: bool,
    /// Where headings begin that wait to know what follows them.
    heading_at: Option<usize>,
    /// Headings that go into the words of the row whose picture is being written.
    waiting: String,
    paragraph: Paragraph,
}

#[derive(Default)]
enum Paragraph {
    /// None at the top of the page, or one of words.
    #[default]
    Usual,
    /// One whose first event has not come.
    Pending(Range<usize>),
    /// One that began with a picture and had nothing else so far.
    Picture(Range<usize>),
}

impl<'t> Writer<'_, '_, 't> {
    /// Takes in an event before it is written; says whether that is all there is to do with it.
    pub(super) fn row_event(&mut self, event: &Event<'t>, range: &Range<usize>) -> bool {
        let Some(rows) = &mut self.rows else {
            return false;
        };
        match std::mem::take(&mut rows.paragraph) {
            Paragraph::Usual => self.top_event(event, range),
            Paragraph::Pending(paragraph) => {
                if matches!(event, Event::Start(Tag::Image { .. })) {
                    self.begin_picture();
                    self.set_paragraph(Paragraph::Picture(paragraph));
                } else {
                    self.begin_words();
                    self.start(Tag::Paragraph, paragraph);
                }
                false
            }
            Paragraph::Picture(paragraph) => self.picture_event(event, paragraph),
        }
    }

    fn set_paragraph(&mut self, paragraph: Paragraph) {
        if let Some(rows) = &mut self.rows {
            rows.paragraph = paragraph;
        }
    }

    fn top_event(&mut self, event: &Event<'t>, range: &Range<usize>) -> bool {
        if self.depth > 0 {
            return false;
        }
        match event {
            Event::Start(Tag::Paragraph) => {
                self.set_paragraph(Paragraph::Pending(range.clone()));
                return true;
            }
            Event::Start(Tag::Heading { .. }) => {
                let at = self.out.len();
                if let Some(rows) = &mut self.rows {
                    rows.heading_at.get_or_insert(at);
                }
            }
            Event::Start(Tag::FootnoteDefinition(_)) | Event::End(_) => {}
            _ => self.begin_words(),
        }
        false
    }

    fn picture_event(&mut self, event: &Event<'t>, paragraph: Range<usize>) -> bool {
        let is_space = match event {
            Event::SoftBreak | Event::HardBreak => true,
            Event::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        let is_picture = matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image));
        if self.image.is_some() || is_picture || is_space {
            self.set_paragraph(Paragraph::Picture(paragraph));
            return is_space && self.image.is_none();
        }
        self.end_picture();
        if matches!(event, Event::End(TagEnd::Paragraph)) {
            return true;
        }
        self.begin_words();
        self.start(Tag::Paragraph, paragraph);
        false
    }

    fn begin_picture(&mut self) {
        let heading_at = self.rows.as_mut().and_then(|rows| rows.heading_at.take());
        let waiting = heading_at.map(|at| self.out.split_off(at)).unwrap_or_default();
        self.close_row();
        self.out.push_str("<div class=\"signpost-easy__row\"><div class=\"signpost-easy__picture\">");
        if let Some(rows) = &mut self.rows {
            rows.is_open = true;
            rows.waiting = waiting;
        }
        // The paragraph is not written, but counts until it ends.
        self.depth += 1;
        self.paragraph = (usize::MAX, usize::MAX);
    }

    fn end_picture(&mut self) {
        self.depth -= 1;
        self.out.push_str("</div>\n");
        let waiting = self.rows.as_mut().map(|rows| std::mem::take(&mut rows.waiting)).unwrap_or_default();
        if !waiting.is_empty() {
            self.open_words();
            self.out.push_str(&waiting);
        }
    }

    /// Makes ready for words that no picture begins.
    fn begin_words(&mut self) {
        self.place_heading();
        self.open_words();
        if let Some(rows) = &mut self.rows {
            rows.has_words = true;
        }
    }

    /// Puts headings that waited where they belong, now that no picture followed.
    fn place_heading(&mut self) {
        let Some(rows) = &mut self.rows else {
            return;
        };
        let Some(at) = rows.heading_at.take() else {
            return;
        };
        let has_words = rows.has_words;
        let headings = self.out.split_off(at);
        if has_words {
            self.close_row();
        }
        self.open_words();
        self.out.push_str(&headings);
    }

    fn open_words(&mut self) {
        let Some(rows) = &mut self.rows else {
            return;
        };
        if !std::mem::replace(&mut rows.is_open, true) {
            self.out.push_str("<div class=\"signpost-easy__row\">");
        }
        if !std::mem::replace(&mut rows.words_open, true) {
            self.out.push_str("<div class=\"signpost-easy__words\">\n");
        }
    }

    fn close_row(&mut self) {
        let Some(rows) = &mut self.rows else {
            return;
        };
        if std::mem::take(&mut rows.words_open) {
            self.out.push_str("</div>");
        }
        if std::mem::take(&mut rows.is_open) {
            self.out.push_str("</div>\n");
        }
        rows.has_words = false;
    }

    /// Ends the last row of a piece.
    pub(super) fn end_rows(&mut self) {
        if self.rows.is_some() {
            self.place_heading();
            self.close_row();
        }
    }
}
