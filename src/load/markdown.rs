//! Reads a page's body: Markdown and `:::` blocks become a tree of HTML and component calls, facts, and plain words.
//!
//! [`parse`] is the story. `component` cuts the body up; here each piece of Markdown goes through pulldown-cmark into
//! `writer`, whose HTML carries a source mark on every element that a finding could be about, and each `:::` block goes
//! through `call`. Rendering components, and everything done to finished HTML, is left to `render` and `post`.

mod argument;
mod call;
mod contact;
mod element;
mod escape;
mod figures;
mod files;
mod heading;
mod image;
mod link;
mod links;
mod media;
mod notes;
mod progress;
mod prose;
mod raw;
mod row_calls;
mod rows;
mod slips;
mod table;
#[cfg(test)]
mod tests;
mod words;
mod writer;

use std::collections::HashMap;
use std::ops::Range;

pub use files::{FileProblem, FoundFile, PICTURES, PrivateReason, ending, find_file, resolve_file};
pub use links::{broken as broken_link, resolve_link};
pub use words::size as size_text;

use super::component::{Scanned, Stray, scan};
use crate::data::{Figure, figures_and_hours};
use crate::diagnostic::Diagnostic;
use crate::model::{Form, Node, Page, PageFacts, PlainSection, PlainText, Prose, Site, Tree};
use crate::source::{FileId, Span};
use crate::theme::Theme;
use notes::{Definitions, Notes};
use prose::Gathering;
use words::Words;

/// What became of a body.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// HTML and component calls.
    pub tree: Tree,
    /// What the checks across pages, the sink and late pages need.
    pub facts: PageFacts,
    /// Its words.
    pub text: PlainText,
    /// The same by paragraph, with where each stands.
    pub prose: Prose,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the body of a page from the whole text of its file.
///
/// Whatever is in it, something comes out: what cannot be made is left out or shown as plain text, with a finding that
/// says so. A page that nobody wrote has nothing.
pub fn parse(page: &Page, source: &str, site: &Site, theme: &Theme) -> Parsed {
    let Some(origin) = &page.origin else {
        return Parsed::default();
    };
    let start = usize::try_from(origin.body).unwrap_or(usize::MAX).min(source.len());
    let start = if source.is_char_boundary(start) { start } else { source.len() };
    let text = &source[start..];
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let text = &text[skipped..];
    let mut body = Body::new(page, text, start + skipped, origin.file, site, theme);
    prose::front(&mut body.gathering.prose, &source[..start]);
    let scanned = scan(text);
    body.strays(&scanned);
    body.definitions = notes::definitions(text, &scanned.blocks);
    let content = body.content(&scanned.blocks, page.variant.form == Form::Easy, &mut Vec::new(), false);
    body.finish(content.nodes)
}

/// A body while it is read.
struct Body<'a> {
    page: &'a Page,
    site: &'a Site,
    theme: &'a Theme,
    /// The text below the front matter.
    text: &'a str,
    /// Where that begins in the file.
    base: usize,
    file: FileId,
    /// The furniture's words, and the language they are in where it is not the page's.
    words: &'static Words,
    words_language: Option<&'static str>,
    facts: PageFacts,
    sections: Vec<PlainSection>,
    /// The section being read; its text grows in `plain`.
    section: PlainSection,
    plain: String,
    /// The words by paragraph.
    gathering: Gathering,
    /// Ids of headings, each with the last number that was given to one of the same words.
    ids: HashMap<String, usize>,
    notes: Notes,
    definitions: Definitions,
    /// How many more findings look for what was meant.
    suggestions: u8,
    raw_html: bool,
    raw_reported: bool,
    depth_reported: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Body<'a> {
    fn new(page: &'a Page, text: &'a str, base: usize, file: FileId, site: &'a Site, theme: &'a Theme) -> Self {
        let language = &site.settings.languages[usize::from(page.words_language())];
        let (words, is_own) = Words::of(language);
        Self {
            page,
            site,
            theme,
            text,
            base,
            file,
            words,
            words_language: (!is_own).then_some("en"),
            facts: PageFacts::default(),
            sections: Vec::new(),
            section: PlainSection::default(),
            plain: String::with_capacity(text.len().min(1 << 20)),
            gathering: Gathering::new(Prose::new(file)),
            ids: HashMap::new(),
            notes: Notes::default(),
            definitions: Definitions::default(),
            suggestions: 50,
            raw_html: false,
            raw_reported: false,
            depth_reported: false,
            diagnostics: Vec::new(),
        }
    }

    /// A range of the body as a place in its file.
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.base..range.end + self.base)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Whether a finding may search the whole site for what was meant. A page with more mistakes than this was moved
    /// or pasted from elsewhere, and thousands of searches would only keep its author waiting.
    fn may_search(&mut self) -> bool {
        let left = self.suggestions;
        self.suggestions = left.saturating_sub(1);
        left > 0
    }

    /// Says once a page that something stands too deep in other things.
    fn report_depth(&mut self, range: Range<usize>) {
        if !std::mem::replace(&mut self.depth_reported, true) {
            let span = self.span(range);
            self.report(
                Diagnostic::error(
                    "nested-too-deep",
                    "lists, quotations or components stand too deep in each other here",
                )
                .at(span)
                .help("say it in fewer levels: what lies deeper is shown without them"),
            );
        }
    }

    /// The figures of the words that are the page's own, and the numbers that may be hours.
    fn figures(&self) -> (Vec<(Figure, Span)>, Vec<u16>) {
        let (mut figures, mut hours) = (Vec::new(), Vec::new());
        if self.page.copy.is_some() || self.page.is_fallback || self.page.part > 1 {
            return (figures, hours);
        }
        let prose = &self.gathering.prose;
        for block in &prose.blocks {
            let (found, may_be) = figures_and_hours(prose.words(block));
            let at = block.range.start;
            figures.extend(
                found.into_iter().map(|(figure, range)| (figure, prose.span(at + range.start..at + range.end))),
            );
            hours.extend(may_be);
        }
        hours.sort_unstable();
        hours.dedup();
        (figures, hours)
    }

    fn strays(&mut self, scanned: &Scanned) {
        for stray in &scanned.strays {
            match stray {
                Stray::TooDeep(range) => self.report_depth(range.clone()),
                Stray::Closing(range) => {
                    let span = self.span(range.clone());
                    self.report(
                        Diagnostic::error("stray-fence", "this fence closes no component")
                            .at(span)
                            .help("take it away, or give it as many colons as the fence it closes"),
                    );
                }
            }
        }
    }

    /// Ends the words below one heading and begins those below the next.
    fn next_section(&mut self) {
        // A copy of just this length: the growing text keeps its room, and a section holds no more than its words.
        self.plain.trim_end().clone_into(&mut self.section.text);
        self.plain.clear();
        self.sections.push(std::mem::take(&mut self.section));
    }

    fn finish(mut self, mut nodes: Vec<Node>) -> Parsed {
        self.write_notes(&mut nodes);
        self.next_section();
        let words = self.sections.iter().map(|section| count_words(&section.heading) + count_words(&section.text));
        self.facts.words = words.sum();
        self.facts.progress = progress::gather(&nodes);
        (self.facts.figures, self.facts.hours) = self.figures();
        Parsed {
            tree: Tree { nodes, has_raw_html: self.raw_html },
            facts: self.facts,
            text: PlainText { sections: self.sections },
            prose: self.gathering.prose,
            diagnostics: self.diagnostics,
        }
    }
}

/// Words between white space. Bytes will do: no letter of UTF-8 holds a byte as small as a space.
fn count_words(text: &str) -> u32 {
    let mut words = 0;
    let mut in_word = false;
    for byte in text.bytes() {
        let is_space = byte <= b' ';
        words += u32::from(!is_space && !in_word);
        in_word = !is_space;
    }
    words
}
