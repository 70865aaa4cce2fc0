//! Footnotes: numbered as they are first used, listed at the end of the page; and definitions shared by all pieces.
//!
//! A body is parsed piece by piece around its components, but an author thinks of one page: a note or an address
//! defined at its end is meant for every piece. So a piece is followed by the definitions it does not hold itself.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::writer::Writer;
use super::{Body, escape};
use crate::html::push_escaped;
use crate::load::component::Block;
use crate::model::Node;

/// The definitions of a body by label: where each stands, and the line that stands for it in another piece.
#[derive(Clone, Debug, Default)]
pub struct Definitions(HashMap<String, (usize, String)>);

/// The footnotes of a page.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Labels in the order of their first use; a note's number is its position from 1.
    used: Vec<String>,
    numbers: HashMap<String, usize>,
    /// What was written for each label.
    written: HashMap<String, String>,
}

/// Collects the definitions of a body that has components; without any, its one piece holds them all.
pub fn definitions(text: &str, blocks: &[Block]) -> Definitions {
    let mut found = Definitions::default();
    let has_components = blocks.iter().any(|block| matches!(block, Block::Component(_)));
    if !has_components || memchr::memmem::find(text.as_bytes(), b"]:").is_none() {
        return found;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let is_near_margin = line.len() - line.trim_start_matches(' ').len() <= 3;
        if let Some((label, _)) = bare.strip_prefix('[').and_then(|rest| rest.split_once("]:"))
            && is_near_margin
        {
            let line = if label.starts_with('^') { format!("[{label}]: -") } else { bare.to_owned() };
            found.0.entry(label.to_lowercase()).or_insert((at, line));
        }
        at += line.len();
    }
    found
}

impl Body<'_> {
    /// A piece with the definitions it uses from other pieces below it; nothing where it uses none.
    pub(super) fn with_definitions(&self, range: &Range<usize>) -> Option<String> {
        let text = &self.text[range.clone()];
        if self.definitions.0.is_empty() {
            return None;
        }
        let labels =
            text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(label, _)| label.to_lowercase());
        let wanted: BTreeSet<String> = labels.collect();
        let mut extended = String::new();
        for (_, line) in
            wanted.iter().filter_map(|label| self.definitions.0.get(label)).filter(|(at, _)| !range.contains(at))
        {
            if extended.is_empty() {
                extended = format!("{text}\n\n");
            }
            extended.push_str(line);
            extended.push_str("\n\n");
        }
        (!extended.is_empty()).then_some(extended)
    }

    /// Ends a page with its notes.
    pub(super) fn write_notes(&mut self, nodes: &mut Vec<Node>) {
        if self.notes.used.is_empty() {
            return;
        }
        let mut out = String::from("<section class=\"signpost-notes\" role=\"doc-endnotes\" aria-label=\"");
        push_escaped(&mut out, self.words.notes);
        out.push_str("\"><ol>\n");
        for (index, label) in self.notes.used.iter().enumerate() {
            let html = self.notes.written.get(label).map_or("", |html| html.trim_end());
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
        let known = notes.numbers.get(label).copied();
        let number = known.unwrap_or(notes.used.len() + 1);
        if known.is_none() {
            notes.used.push(label.to_owned());
            notes.numbers.insert(label.to_owned(), number);
        }
        self.out.push_str("<sup><a href=\"#note-");
        escape::number(&mut self.out, number);
        self.out.push('"');
        if known.is_none() {
            self.out.push_str(" id=\"note-");
            escape::number(&mut self.out, number);
            self.out.push_str("-from\"");
        }
        self.out.push_str(" role=\"doc-noteref\">[");
        self.out.push_str(self.body.words.note);
        self.out.push(' ');
        escape::number(&mut self.out, number);
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
            self.body.notes.written.insert(label, html);
        }
    }
}
