//! Cuts an Easy Read page into rows: a picture, and beside it the words that it stands for.
//!
//! A row starts at a picture that begins a paragraph, or at a heading that such a picture follows; the heading then
//! stands in the row's words. What comes before the first picture is a row without one. A heading that no picture
//! follows goes with the words below it.
//!
//! Bold words are hard words. A row that says one of the row before is its meaning, and is boxed.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::writer::Writer;
use crate::model::fold;

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
    /// Where the words of the open row begin in what is written.
    words_at: usize,
    /// Where a hard word begins there.
    bold_at: Option<usize>,
    /// The hard words of the open row, and of the row before.
    hard: Vec<String>,
    hard_before: Vec<String>,
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
            rows.words_at = self.out.len();
        }
    }

    /// Keeps the hard words of the open row.
    pub(super) fn row_bold(&mut self, is_start: bool) {
        let at = self.out.len();
        let Some(rows) = &mut self.rows else {
            return;
        };
        match (is_start, rows.bold_at.take()) {
            (true, _) => rows.bold_at = Some(at),
            (false, Some(start)) => {
                let word = words(&self.out[start..]);
                if !word.is_empty() {
                    rows.hard.push(word);
                }
            }
            (false, None) => {}
        }
    }

    fn close_row(&mut self) {
        let Some(rows) = &mut self.rows else {
            return;
        };
        if std::mem::take(&mut rows.words_open) {
            let at = rows.words_at;
            let said = words(&self.out[at..]);
            if rows.hard_before.iter().any(|word| says(&said, word)) {
                self.out.insert_str(at, "<div class=\"signpost-meaning\">\n");
                self.out.push_str("</div>\n");
            }
            self.out.push_str("</div>");
        }
        rows.hard_before = std::mem::take(&mut rows.hard);
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

/// The words of what is written, for comparing.
fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    fold(text.trim())
}

/// Whether a text has a word or phrase, as it is or with an ending such as the plural's.
fn says(text: &str, word: &str) -> bool {
    let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| !is_inside(text[..at].chars().next_back()))
}
