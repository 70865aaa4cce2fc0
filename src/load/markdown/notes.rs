//! Footnotes: numbered as they are first used, listed at the end of the page; and definitions shared by all pieces.
//!
//! A body is parsed piece by piece around its components, but an author thinks of one page: a note or an address
//! defined at its end is meant for every piece. So a piece is followed by the definitions it does not hold itself.

use std::ops::Range;

use super::writer::Writer;
use super::{Body, escape};
use crate::load::component::Block;
use crate::model::Node;

/// A line such as `[label]: address` or `[^label]: words`.
#[derive(Clone, Debug)]
pub struct Definition {
    at: usize,
    line: String,
}

/// The footnotes of a page.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Labels in the order of their first use; a note's number is its position from 1.
    used: Vec<String>,
    /// What was written for each label, with its uses counted.
    written: Vec<(String, String)>,
    uses: Vec<usize>,
}

/// Collects the definitions of a body that has components; without any, its one piece holds them all.
pub fn definitions(text: &str, blocks: &[Block]) -> Vec<Definition> {
    let has_components = blocks.iter().any(|block| matches!(block, Block::Component(_)));
    if !has_components || memchr::memmem::find(text.as_bytes(), b"]:").is_none() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if line.len() - line.trim_start_matches(' ').len() <= 3
            && bare.starts_with('[')
            && let Some(end) = bare.find("]:")
        {
            let is_note = bare.starts_with("[^");
            let line = if is_note { format!("{}]: -", &bare[..end]) } else { bare.to_owned() };
            found.push(Definition { at, line });
        }
        at += line.len();
    }
    found
}

impl Body<'_> {
    /// A piece with the definitions of other pieces below it, where it could need any.
    pub(super) fn with_definitions(&self, range: &Range<usize>) -> Option<String> {
        let text = &self.text[range.clone()];
        if self.definitions.is_empty() || !text.contains('[') {
            return None;
        }
        let mut extended = format!("{text}\n\n");
        for definition in self.definitions.iter().filter(|definition| !range.contains(&definition.at)) {
            extended.push_str(&definition.line);
            extended.push_str("\n\n");
        }
        Some(extended)
    }

    /// Ends a page with its notes.
    pub(super) fn write_notes(&mut self, nodes: &mut Vec<Node>) {
        if self.notes.used.is_empty() {
            return;
        }
        let mut out = String::from("<section class=\"signpost-elsewheres\" role=\"doc-endnotes\" aria-label=\"");
        escape::text(&mut out, self.words.notes);
        out.push_str("\"><ol>\n");
        for (index, label) in self.notes.used.iter().enumerate() {
            let html =
                self.notes.written.iter().find(|(known, _)| known == label).map_or("", |(_, html)| html.trim_end());
            let back = format!(" <a href=\"#note-{0}-from\" role=\"doc-backlink\">{1}</a>", index + 1, self.words.back);
            out.push_str("<li id=\"note-");
            escape::number(&mut out, index + 1);
            out.push_str("\">");
            match html.strip_suffix("</p>") {
                Some(inside) => out.extend([inside, &back, "</p>"]),
                None => out.extend([html, &back]),
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ol></section>\n");
        match nodes.last_mut() {
            Some(Node::Html(html)) => html.push_str(&out),
            _ => nodes.push(Node::Html(out)),
        }
    }
}

impl Writer<'_, '_, '_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let notes = &mut self.body.notes;
        let index = notes.used.iter().position(|known| known == label).unwrap_or_else(|| {
            notes.used.push(label.to_owned());
            notes.uses.push(0);
            notes.used.len() - 1
        });
        notes.uses[index] += 1;
        let is_first = notes.uses[index] == 1;
        self.out.push_str("<sup><a href=\"#note-");
        escape::number(&mut self.out, index + 1);
        self.out.push('"');
        if is_first {
            self.out.push_str(" id=\"note-");
            escape::number(&mut self.out, index + 1);
            self.out.push_str("-from\"");
        }
        self.out.push_str(" role=\"doc-noteref\">[");
        self.out.push_str(self.body.words.note);
        self.out.push(' ');
        escape::number(&mut self.out, index + 1);
        self.out.push_str("]</a></sup>");
    }

    /// Writes a footnote apart until it ends.
    pub(super) fn open_note(&mut self, label: &str) {
        let before = std::mem::take(&mut self.out);
        self.open_notes.push((label.to_owned(), before));
    }

    pub(super) fn close_note(&mut self) {
        if let Some((label, before)) = self.open_notes.pop() {
            let html = if self.has_raw { self.cleaned() } else { std::mem::take(&mut self.out) };
            self.out = before;
            self.body.notes.written.push((label, html));
        }
    }
}
