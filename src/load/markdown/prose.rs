//! Keeps a page's words by block, with where each was written, for the checks that read English.
//!
//! The events of the Markdown parser pass by here before they are written, so nothing is read twice. The words of front
//! matter that readers see are taken line by line as they stand. What the words mean is left to `check`.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::writer::level_number;
use crate::model::{Block, BlockKind, Mark, MarkKind, Prose};

/// The words being gathered.
pub(super) struct Gathering {
    pub(super) prose: Prose,
    /// What stands around the words, the outermost first.
    holders: Vec<Holder>,
    /// The open block; its words begin at the number.
    open: Option<Block>,
    /// Marks that have not ended, by their place among the marks.
    marks: Vec<usize>,
    /// HTML elements that have not ended: name, the language they give, whether they give a direction, and their mark.
    elements: Vec<(String, Option<String>, bool, Option<usize>)>,
    /// How many quotations and components of somebody's own words are open.
    said: u32,
    quotes: u32,
    image: Option<usize>,
    in_code: bool,
    column: u16,
    in_head: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    Paragraph,
    Heading(u8),
    Item,
    Cell,
    Other,
}

/// Components that hold what somebody said: their words are not an editor's to change.
const SAID: &[&str] = &["i-statement", "you-said"];

impl Gathering {
    pub(super) fn new(prose: Prose) -> Self {
        Self {
            prose,
            holders: Vec::new(),
            open: None,
            marks: Vec::new(),
            elements: Vec::new(),
            said: 0,
            quotes: 0,
            image: None,
            in_code: false,
            column: 0,
            in_head: false,
        }
    }

    /// Enters a component.
    pub(super) fn enter(&mut self, name: &str) {
        self.said += u32::from(SAID.contains(&name));
    }

    /// Leaves a component.
    pub(super) fn leave(&mut self, name: &str) {
        self.said -= u32::from(SAID.contains(&name));
    }

    /// Takes in the title of a component, which stands as it is on its fence.
    pub(super) fn title(&mut self, words: &str, written: Range<usize>) {
        let start = self.prose.text.len();
        self.prose.push(words, written.clone());
        self.end_with(BlockKind::Title, start, written);
    }

    fn end_with(&mut self, kind: BlockKind, start: usize, written: Range<usize>) {
        let range = start..self.prose.text.len();
        self.prose.text.push('\n');
        let is_said = self.said > 0;
        self.prose.blocks.push(Block { kind, range, written, is_said, language: None, has_direction: false });
    }

    /// Takes in an event of a piece that begins at `base` in the file.
    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>, base: usize) {
        let written = base + range.start..base + range.end;
        match event {
            Event::Start(tag) => self.start(tag, written),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if !self.in_code && self.image.is_none() => self.words(text, written),
            Event::Code(text) if self.image.is_none() => {
                let mark = self.begin(MarkKind::Code, written.clone(), String::new());
                self.words(text, written);
                self.finish(mark);
            }
            Event::SoftBreak if self.image.is_none() => self.words(" ", written),
            Event::HardBreak if self.image.is_none() => self.words("\n", written),
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => self.words("\n", written),
            Event::Html(html) | Event::InlineHtml(html) => self.html(html, written),
            _ => {}
        }
    }

    fn words(&mut self, text: &str, written: Range<usize>) {
        if self.open.is_none() {
            if text.trim().is_empty() {
                return;
            }
            self.open_block(written.clone());
        }
        self.prose.push(text, written.clone());
        if let Some(open) = &mut self.open {
            open.written.end = open.written.end.max(written.end);
        }
    }

    fn open_block(&mut self, written: Range<usize>) {
        let mut kind = BlockKind::Paragraph;
        for holder in self.holders.iter().rev() {
            kind = match holder {
                Holder::Heading(level) => BlockKind::Heading(*level),
                Holder::Cell => BlockKind::Cell(self.in_head, self.column),
                // A paragraph of an item is the item's.
                Holder::Item => BlockKind::Item,
                Holder::Paragraph | Holder::Other => continue,
            };
            break;
        }
        let language = self.elements.iter().rev().find_map(|(_, language, ..)| language.clone());
        let has_direction = self.elements.iter().any(|(_, _, directed, mark)| *directed && mark.is_none());
        let start = self.prose.text.len();
        let is_said = self.said + self.quotes > 0;
        self.open = Some(Block { kind, range: start..start, written, is_said, language, has_direction });
    }

    /// Ends the open block, where there is one.
    pub(super) fn close(&mut self) {
        if let Some(mut block) = self.open.take() {
            block.range.end = self.prose.text.len();
            self.prose.text.push('\n');
            self.prose.blocks.push(block);
        }
    }

    /// Keeps a block without words, such as a picture alone or an empty cell.
    fn keep_empty(&mut self, written: Range<usize>) {
        self.close();
        self.open_block(written);
        self.close();
    }

    fn begin(&mut self, kind: MarkKind, written: Range<usize>, target: String) -> usize {
        // Words that are marked from their start belong to the block that they open.
        if self.open.is_none() && self.image.is_none() && kind != MarkKind::Image {
            self.open_block(written.clone());
        }
        let at = self.prose.text.len();
        self.prose.marks.push(Mark { kind, range: at..at, written, target });
        self.prose.marks.len() - 1
    }

    fn finish(&mut self, mark: usize) {
        let end = self.prose.text.len();
        if let Some(mark) = self.prose.marks.get_mut(mark) {
            mark.range.end = end.max(mark.range.start);
            let written = mark.written.end;
            if let Some(open) = &mut self.open {
                open.written.end = open.written.end.max(written);
            }
        }
    }

    fn start(&mut self, tag: &Tag<'_>, written: Range<usize>) {
        if self.image.is_some() {
            return;
        }
        match tag {
            Tag::Emphasis => self.mark(MarkKind::Emphasis, written, String::new()),
            Tag::Strong => self.mark(MarkKind::Strong, written, String::new()),
            Tag::Link { dest_url, .. } => self.mark(MarkKind::Link, written, dest_url.to_string()),
            Tag::Image { dest_url, .. } => {
                self.image = Some(self.begin(MarkKind::Image, written, dest_url.to_string()));
            }
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::HtmlBlock => self.close(),
            Tag::CodeBlock(_) => {
                self.close();
                self.in_code = true;
            }
            Tag::BlockQuote(kind) => {
                self.close();
                self.quotes += u32::from(kind.is_none());
                self.holders.push(Holder::Other);
            }
            Tag::Paragraph => self.hold(Holder::Paragraph),
            Tag::Heading { level, .. } => self.hold(Holder::Heading(level_number(*level))),
            Tag::Item => self.hold(Holder::Item),
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.hold(Holder::Other);
            }
            Tag::TableRow => {
                self.column = 0;
                self.hold(Holder::Other);
            }
            Tag::TableCell => {
                self.hold(Holder::Cell);
                self.open_block(written);
            }
            _ => self.hold(Holder::Other),
        }
    }

    fn hold(&mut self, holder: Holder) {
        self.close();
        self.holders.push(holder);
    }

    fn mark(&mut self, kind: MarkKind, written: Range<usize>, target: String) {
        let mark = self.begin(kind, written, target);
        self.marks.push(mark);
    }

    fn end(&mut self, tag: TagEnd) {
        if self.image.is_some() && tag != TagEnd::Image {
            return;
        }
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => {
                if let Some(mark) = self.marks.pop() {
                    self.finish(mark);
                }
            }
            TagEnd::Image => {
                if let Some(mark) = self.image.take() {
                    let written = self.prose.marks[mark].written.clone();
                    match &mut self.open {
                        Some(open) => open.written.end = open.written.end.max(written.end),
                        None => self.keep_empty(written),
                    }
                }
            }
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::HtmlBlock => self.close(),
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::BlockQuote(kind) => {
                self.close();
                self.quotes -= u32::from(kind.is_none());
                self.holders.pop();
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.close();
                self.holders.pop();
            }
            TagEnd::TableCell => {
                self.close();
                self.column += 1;
                self.holders.pop();
            }
            _ => {
                self.close();
                self.holders.pop();
            }
        }
    }

    /// Follows an author's own HTML: which language it marks, and what it makes bold, italic or underlined.
    fn html(&mut self, html: &str, written: Range<usize>) {
        let is_inline = self.open.is_some();
        for tag in html.split('<').skip(1) {
            let Some((tag, _)) = tag.split_once('>') else { continue };
            let name_length = tag.find(|letter: char| letter.is_whitespace() || letter == '/').unwrap_or(tag.len());
            if let Some(name) = tag.strip_prefix('/') {
                self.end_element(name.trim());
                continue;
            }
            let name = tag[..name_length].to_ascii_lowercase();
            if name.is_empty() || tag.ends_with('/') || crate::html::is_void(&name) || name.starts_with('!') {
                continue;
            }
            let language = attribute(tag, "lang");
            let has_direction = attribute(tag, "dir").is_some();
            let kind = match name.as_str() {
                _ if language.is_some() && has_direction => Some(MarkKind::Directed),
                _ if language.is_some() => Some(MarkKind::Language),
                "b" | "strong" => Some(MarkKind::Strong),
                "i" | "em" => Some(MarkKind::Emphasis),
                "u" => Some(MarkKind::Underline),
                _ => None,
            };
            let kind = kind.filter(|_| is_inline || crate::html::is_inline(&name));
            let mark = kind.map(|kind| self.begin(kind, written.clone(), language.clone().unwrap_or_default()));
            self.elements.push((name, language, has_direction, mark));
        }
    }

    fn end_element(&mut self, name: &str) {
        let Some(at) = self.elements.iter().rposition(|(open, ..)| open.eq_ignore_ascii_case(name)) else {
            return;
        };
        for (_, _, _, mark) in self.elements.split_off(at) {
            if let Some(mark) = mark {
                self.finish(mark);
            }
        }
    }
}

/// The value of an attribute in a tag that an author wrote.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.match_indices(name).map(|(at, _)| at).find(|at| {
        lower[..*at].ends_with(char::is_whitespace) && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let end = match value.chars().next()? {
        quote @ ('"' | '\'') => return value[1..].split(quote).next().map(str::to_owned),
        _ => value.find(char::is_whitespace).unwrap_or(value.len()),
    };
    Some(value[..end].trim_end_matches('/').to_owned())
}

/// The keys of front matter whose words readers see as sentences.
const KEYS: &[&str] =
    &["title", "summary", "who_for", "how_to_get", "cost", "status_note", "decision", "who", "easy", "repeats"];

/// Takes in the words of front matter, which stand one value a line, or below their key and further in.
pub(super) fn front(prose: &mut Prose, text: &str) {
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let mut line = lines.next();
    while let Some((at, words)) = line {
        line = lines.next();
        let Some((key, value)) = words.split_once(':').filter(|(key, _)| !key.starts_with([' ', '\t', '#', '-']))
        else {
            continue;
        };
        let Some(key) = KEYS.iter().find(|known| **known == key.trim()) else {
            continue;
        };
        let from = at + words.len() - value.len();
        let is_block = matches!(value.trim(), ">" | ">-" | "|" | "|-" | ">+" | "|+");
        let start = prose.text.len();
        let mut written = from..from;
        if is_block {
            while let Some((below, words)) = line.filter(|(_, words)| words.starts_with([' ', '\t'])) {
                let bare = words.trim();
                let from = below + words.len() - words.trim_start().len();
                if prose.text.len() > start {
                    prose.push(" ", from..from);
                } else {
                    written.start = from;
                }
                prose.push(bare, from..from + bare.len());
                written.end = from + bare.len();
                line = lines.next();
            }
        } else {
            let bare = bare_value(value);
            // A list, a table and an anchor are no words.
            if bare.is_empty() || bare.starts_with(['[', '{', '&', '*', '!']) {
                continue;
            }
            let at = from + (bare.as_ptr() as usize - value.as_ptr() as usize);
            written = at..at + bare.len();
            prose.push(bare, written.clone());
        }
        let range = start..prose.text.len();
        if range.is_empty() {
            continue;
        }
        prose.text.push('\n');
        prose.blocks.push(Block {
            kind: BlockKind::Front(key),
            range,
            written,
            is_said: false,
            language: None,
            has_direction: false,
        });
    }
}

/// A value without its quotation marks, its comment and the space around it.
fn bare_value(value: &str) -> &str {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or(rest);
        }
    }
    value.split(" #").next().unwrap_or(value).trim_end()
}
