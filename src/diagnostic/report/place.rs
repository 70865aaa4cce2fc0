//! Where a finding stands: path, line, column, and a few lines of what was written there.
//!
//! Each file is read once for all its findings and dropped again; only excerpts of a few hundred bytes are kept.

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Files, Sources, Span};

/// Lines longer than this are not shown: nobody reads them in a terminal.
const LONGEST_LINE: usize = 2_000;
/// Lines shown of a span that covers many.
const MOST_LINES: usize = 4;

/// Where a finding stands. Lines and columns count from 1; columns count characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path from the top of the site.
    pub path: String,
    /// Line and column of the first character; nothing where the file cannot be read.
    pub start: Option<(usize, usize)>,
    /// Line and column after the last character.
    pub end: Option<(usize, usize)>,
    /// What was written there, where it can be shown.
    pub excerpt: Option<Excerpt>,
}

/// Whole lines of a file, and the part of them that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The number of the first line.
    pub first_line: usize,
    /// The lines.
    pub text: String,
    /// The marked part of the text, in bytes.
    pub marked: Range<usize>,
}

/// Finds the place of every finding and sorts them: those without a place first, then by path and place.
pub fn places<'a>(
    diagnostics: &'a [Diagnostic],
    files: &Files,
    sources: &dyn Sources,
) -> Vec<(&'a Diagnostic, Option<Place>)> {
    let mut by_file: HashMap<FileId, Vec<Span>> = HashMap::new();
    for span in diagnostics.iter().filter_map(|diagnostic| diagnostic.span) {
        by_file.entry(span.file).or_default().push(span);
    }
    let mut found: HashMap<Span, Place> = HashMap::new();
    for (file, spans) in by_file {
        places_in(files.path(file), spans, sources, &mut found);
    }
    let mut placed: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| (diagnostic, diagnostic.span.and_then(|span| found.get(&span).cloned())))
        .collect();
    placed.sort_by(|(a, at_a), (b, at_b)| {
        let key = |diagnostic: &Diagnostic| (diagnostic.span.map(|span| span.start), diagnostic.rule);
        let path = |place: &Option<Place>| place.as_ref().map(|place| place.path.clone());
        path(at_a).cmp(&path(at_b)).then_with(|| key(a).cmp(&key(b)))
    });
    placed
}

fn places_in(path: &str, mut spans: Vec<Span>, sources: &dyn Sources, found: &mut HashMap<Span, Place>) {
    let bytes = sources.read(path).ok();
    spans.sort();
    spans.dedup();
    let mut counter = bytes.as_deref().map(Lines::new);
    for span in spans {
        let place = match &mut counter {
            Some(lines) => lines.place(path, span),
            None => Place { path: path.to_owned(), start: None, end: None, excerpt: None },
        };
        found.insert(span, place);
    }
}

/// Counts lines forwards only, as spans come sorted.
struct Lines<'a> {
    bytes: &'a [u8],
    line: usize,
    line_start: usize,
}

impl<'a> Lines<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, line: 1, line_start: 0 }
    }

    fn place(&mut self, path: &str, span: Span) -> Place {
        let length = self.bytes.len();
        let (start, end) = ((span.start as usize).min(length), (span.end as usize).min(length));
        self.advance(start);
        let mut after = Lines { ..*self };
        after.advance(end);
        Place {
            path: path.to_owned(),
            start: Some((self.line, self.column(start))),
            end: Some((after.line, after.column(end))),
            excerpt: self.excerpt(start, end),
        }
    }

    fn advance(&mut self, offset: usize) {
        let (bytes, from) = (self.bytes, self.line_start.min(offset));
        for newline in memchr::memchr_iter(b'\n', &bytes[from..offset]) {
            self.line += 1;
            self.line_start = from + newline + 1;
        }
    }

    fn column(&self, offset: usize) -> usize {
        // A byte that continues a character of UTF-8 does not begin one.
        self.bytes[self.line_start..offset].iter().filter(|byte| (**byte & 0xC0) != 0x80).count() + 1
    }

    fn excerpt(&self, start: usize, end: usize) -> Option<Excerpt> {
        let from = self.line_start;
        let mut until = from;
        for line in 0..MOST_LINES {
            let rest = &self.bytes[until..];
            let width = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            if width > LONGEST_LINE {
                if line == 0 {
                    return None;
                }
                break;
            }
            until = (until + width + 1).min(self.bytes.len());
            if until >= end || until == self.bytes.len() {
                break;
            }
        }
        let text = std::str::from_utf8(&self.bytes[from..until]).ok()?.trim_end_matches(['\n', '\r']);
        let clip =
            |offset: usize| (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let marked = clip(start - from)..clip(end.max(start) - from);
        Some(Excerpt { first_line: self.line, text: text.to_owned(), marked })
    }
}
