//! Words of the glossary in running text: found once for a page, explained and linked at their first use.
//!
//! `glossary` decides on links, `abbreviations` on `<abbr>`; this file finds the words and knows where they may be
//! touched: in paragraphs, list items and cells of `.signpost-prose`, never in headings, links, buttons or code.

mod abbreviations;
mod glossary;
mod matcher;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use lol_html::ElementContentHandlers;
use lol_html::html_content::TextChunk;

use super::Concern;
use super::turn::Turn;
pub(super) use matcher::{Glossary, Term, Use};

pub(super) const CONCERN: Concern = Concern {
    wanted: |turn| !turn.uses.is_empty(),
    selectors: &[
        // Tried before the second, for the same text: what it sees, the second leaves alone.
        "a, abbr, button, code, dfn, h1, h2, h3, h4, h5, h6, kbd, label, pre, q, samp, summary, [translate=no], [lang]:not(html)",
        ".signpost-prose p, .signpost-prose li, .signpost-prose td",
    ],
    handlers,
};

fn handlers<'t>(turn: &'t Turn<'t>) -> Vec<ElementContentHandlers<'t>> {
    let left_alone = Rc::new(Cell::new(None));
    let excluded = Rc::clone(&left_alone);
    let done = RefCell::new(Done::default());
    vec![
        ElementContentHandlers::default().text(move |chunk: &mut TextChunk<'_>| {
            excluded.set(Some(chunk.source_location().bytes().start));
            Ok(())
        }),
        ElementContentHandlers::default().text(move |chunk: &mut TextChunk<'_>| {
            let range = chunk.source_location().bytes();
            if !range.is_empty() && left_alone.get() != Some(range.start) {
                if let Some(html) = explain(turn, range.start, chunk.as_str(), &mut done.borrow_mut()) {
                    chunk.set_str(html);
                }
            }
            Ok(())
        }),
    ]
}

/// What has been explained on this page so far.
#[derive(Default)]
struct Done {
    /// Terms that have their link.
    linked: Vec<usize>,
    /// Terms whose abbreviation is explained.
    explained: Vec<usize>,
}

/// A text with its glossary words explained; nothing where there is nothing to do.
fn explain(turn: &Turn<'_>, start: usize, text: &str, done: &mut Done) -> Option<String> {
    let first = turn.uses.partition_point(|found| found.start < start);
    let glossary = turn.context.glossaries[usize::from(turn.page.variant.language)].as_ref()?;
    let (mut html, mut written) = (String::new(), 0);
    for found in turn.uses[first..].iter().take_while(|found| found.end <= start + text.len()) {
        let range = found.start - start..found.end - start;
        let Some(words) = text.get(range.clone()) else {
            continue;
        };
        let term = &glossary.terms[found.term];
        let title = abbreviations::explanation(turn, found, term, done);
        let link = glossary::link(turn, found, term, done);
        if title.is_none() && link.is_none() {
            continue;
        }
        html.push_str(&text[written..range.start]);
        let words = title.map_or(words.to_owned(), |title| abbreviations::wrap(words, &title));
        html.push_str(&link.map_or(words.clone(), |href| glossary::wrap(&words, href)));
        written = range.end;
    }
    if written == 0 {
        return None;
    }
    html.push_str(&text[written..]);
    Some(html)
}
