//! Words of the glossary in running text: found before the pass, explained and linked at their first use.
//!
//! `matcher` finds the words, this file knows where they may be touched (in paragraphs, list items and cells of
//! `.signpost-prose`, never in headings, links, buttons or code), `glossary` decides on links and meanings and
//! `abbreviations` on `<abbr>`. Where nothing is left to do the pass does not read text at all, which halves its time.

mod abbreviations;
mod glossary;
mod matcher;
mod places;

use std::ops::Range;

use lol_html::ElementContentHandlers;
use lol_html::html_content::{ContentType, Element, TextChunk};

use super::Concern;
use super::turn::Turn;
use crate::model::{Form, Page};
pub(super) use matcher::Glossary;
use matcher::{Term, Use};

pub(super) const CONCERN: Concern =
    Concern { wanted: |turn| !turn.edits.is_empty(), selectors: &["p, li, td"], handlers };

/// A stretch of the page's text and the HTML that takes its place.
#[derive(Debug)]
pub(super) struct Edit {
    range: Range<usize>,
    html: String,
    /// The first byte of the paragraph or list item that it stands in, and the meaning that goes below that.
    meaning: Option<(usize, String)>,
}

/// What is to be done with the glossary's words on a page, in the order of its text.
pub(super) fn edits(html: &str, main: usize, page: &Page, glossary: &Glossary) -> Vec<Edit> {
    // Easy Read explains its hard words in its own rows, and a link in the middle of a row is one thing more.
    let uses = if page.variant.form == Form::Easy { Vec::new() } else { glossary.uses(html, main, page) };
    if uses.is_empty() {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut done = Done::default();
    let places = places::places(html, main, &uses);
    for place in places.iter().filter(|place| place.is_open) {
        let found = &place.found;
        let term = &glossary.terms[found.term];
        let title = abbreviations::explanation(&places, place, term, &mut done);
        let link = glossary::link(page, html, found, term, &mut done);
        let meaning = link.and(place.block).zip(glossary::meaning(term));
        let words = &html[found.start..found.end];
        let explained = title.map(|title| abbreviations::wrap(words, title));
        let linked = link.map(|href| glossary::wrap(explained.as_deref().unwrap_or(words), href));
        if let Some(html) = linked.or(explained) {
            edits.push(Edit { range: found.start..found.end, html, meaning });
        }
    }
    edits
}

/// What has been explained on this page so far.
#[derive(Default)]
struct Done {
    /// Terms that have their link.
    linked: Vec<usize>,
    /// Terms whose abbreviation is explained.
    explained: Vec<usize>,
}

fn handlers<'t>(turn: &'t Turn<'t>) -> Vec<ElementContentHandlers<'t>> {
    let handlers = ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
        let at = element.source_location().bytes().start;
        let is_paragraph = element.tag_name() == "p";
        let own = turn.edits.iter().filter_map(|edit| edit.meaning.as_ref()).filter(|(block, _)| *block == at);
        let html: String = own.map(|(_, html)| html.as_str()).collect();
        if !html.is_empty() && is_paragraph {
            element.after(&html, ContentType::Html);
        } else if !html.is_empty() {
            element.append(&html, ContentType::Html);
        }
        Ok(())
    });
    vec![handlers.text(move |chunk: &mut TextChunk<'_>| {
        let chunk_at = chunk.source_location().bytes();
        let first = turn.edits.partition_point(|edit| edit.range.start < chunk_at.start);
        let within = turn.edits[first..].iter().take_while(|edit| edit.range.end <= chunk_at.end);
        let (mut html, mut written) = (String::new(), chunk_at.start);
        for edit in within {
            html.push_str(&turn.html[written..edit.range.start]);
            html.push_str(&edit.html);
            written = edit.range.end;
        }
        if written > chunk_at.start {
            html.push_str(&turn.html[written..chunk_at.end]);
            chunk.set_str(html);
        }
        Ok(())
    })]
}
