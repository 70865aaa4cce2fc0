//! The message files of a theme: the built-in words of a language, and below them the site's own.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::source::{FileId, Span};

/// The words of a language in Fluent's syntax.
#[derive(Clone, Debug, Default)]
pub struct MessageFile {
    /// Built-in messages, then the site's own, which take their places.
    pub text: String,
    /// The site's own file, and the byte of `text` with which it begins.
    pub own: Option<(FileId, usize)>,
}

impl MessageFile {
    /// Where bytes of the text stand in the site's own file; nothing for built-in ones.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let (file, start) = self.own?;
        Some(Span::new(file, range.start.checked_sub(start)?..range.end.saturating_sub(start)))
    }

    /// The ids of its messages in order, each with its first byte.
    pub fn ids(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut start = 0;
        self.text.split_inclusive('\n').filter_map(move |line| {
            let place = start;
            start += line.len();
            let id = line.split_once('=')?.0.trim_end();
            let is_id =
                id.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !id.contains(char::is_whitespace);
            is_id.then_some((place, id))
        })
    }
}

/// Reports messages of the site's own that the theme has under nearly the same id. An id that is like none is for a
/// template of the site's own.
pub(super) fn report_misspelt(files: &BTreeMap<String, MessageFile>, found: &mut Vec<Diagnostic>) {
    let is_built_in = |english: &MessageFile, start: usize| english.own.is_none_or(|(_, own)| start < own);
    let known: Vec<&str> = files.get("en").map_or_else(Vec::new, |english| {
        english.ids().filter(|(start, _)| is_built_in(english, *start)).map(|(_, id)| id).collect()
    });
    for file in files.values() {
        for (start, id) in file.ids().filter(|(_, id)| !known.contains(id)) {
            let Some(span) = file.span(start..start + id.len()) else { continue };
            if let Some(help) = did_you_mean_help(id, known.iter().copied()) {
                let message = format!("the theme has no message called `{id}`");
                found.push(Diagnostic::warning("unknown-message", message).at(span).help(help));
            }
        }
    }
}
