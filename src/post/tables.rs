//! Tables: a named region that can be scrolled by keyboard, and a `scope` on every heading cell.
//!
//! A wide table scrolls inside its region, so that the page itself never scrolls sideways (WCAG 2.2, 1.4.10); the region
//! takes the focus so that arrow keys work, and has a name so that a screen reader says what was entered. A table with
//! the class `signpost-table__table` has been seen to.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::ElementContentHandlers;
use lol_html::html_content::{ContentType, Element};

use super::Concern;
use super::turn::Turn;
use crate::html::{self, escaped};

pub(super) const CONCERN: Concern = Concern {
    wanted: |turn| turn.holds("<table"),
    selectors: &["h1, h2, h3, h4, h5, h6", "table", "thead, tbody, tr, th, td"],
    handlers,
};

const DONE: &str = "signpost-table__table";

#[derive(Default)]
struct State {
    /// Where the last heading's words begin.
    heading: Option<usize>,
    /// The names of regions so far: two of the same name cannot be told apart.
    names: Vec<String>,
    in_head: bool,
    has_head: bool,
    /// Rows so far outside `thead`, this one included.
    row: usize,
    /// Cells so far in this row.
    cell: usize,
}

fn handlers<'t>(turn: &'t Turn<'t>) -> Vec<ElementContentHandlers<'t>> {
    let state = Rc::new(RefCell::new(State::default()));
    let (of_heading, of_table, of_cell) = (Rc::clone(&state), Rc::clone(&state), state);
    vec![
        ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            of_heading.borrow_mut().heading = Some(element.source_location().bytes().end);
            Ok(())
        }),
        ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            wrap(turn, element, &mut of_table.borrow_mut());
            Ok(())
        }),
        ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            scope(element, &mut of_cell.borrow_mut());
            Ok(())
        }),
    ]
}

fn wrap(turn: &Turn<'_>, element: &mut Element<'_, '_>, state: &mut State) {
    (state.in_head, state.has_head, state.row, state.cell) = (false, false, 0, 0);
    let class = element.get_attribute("class").unwrap_or_default();
    let is_done = class.split_ascii_whitespace().any(|word| word == DONE);
    let is_layout = element.get_attribute("role").is_some_and(|role| matches!(role.as_str(), "presentation" | "none"));
    let name = name(turn, element.source_location().bytes().end, state);
    if is_done || is_layout {
        return;
    }
    let label = if name.is_empty() { String::new() } else { format!(" aria-label=\"{}\"", escaped(&name)) };
    let region = format!("<section class=\"signpost-table\" tabindex=\"0\"{label}>");
    let class = if class.is_empty() { DONE.to_owned() } else { format!("{class} {DONE}") };
    if element.set_attribute("class", &class).is_ok() {
        element.before(&region, ContentType::Html);
        element.after("</section>", ContentType::Html);
    }
}

/// The caption's words, else the heading's above it, else the page's title; numbered where that name was taken.
fn name(turn: &Turn<'_>, from: usize, state: &mut State) -> String {
    let rest = &turn.html[from..];
    let table = &rest[..rest.find("</table").unwrap_or(rest.len())];
    let caption = table.find("<caption").and_then(|at| {
        let inside = at + table[at..].find('>')? + 1;
        Some(words_until(&table[inside..], "</caption"))
    });
    let name = caption.filter(|words| !words.is_empty()).unwrap_or_else(|| {
        let heading = state.heading.map(|at| words_until(&turn.html[at..], "</h")).filter(|words| !words.is_empty());
        let about = heading.unwrap_or_else(|| turn.page.common.title.clone());
        format!("{}: {about}", table_word(turn.language()))
    });
    let taken = state.names.iter().filter(|known| **known == name).count();
    state.names.push(name.clone());
    if taken == 0 { name } else { format!("{name} ({})", taken + 1) }
}

fn words_until(html: &str, end: &str) -> String {
    html::visible_words(&html[..html.find(end).unwrap_or(0)])
}

/// "Table" in the languages that the theme speaks.
fn table_word(language: &str) -> &'static str {
    match language {
        "pl" => "Tabela",
        "ur" => "جدول",
        "cy" => "Tabl",
        _ => "Table",
    }
}

fn scope(element: &mut Element<'_, '_>, state: &mut State) {
    match element.tag_name().as_str() {
        "thead" => (state.in_head, state.has_head) = (true, true),
        "tbody" => state.in_head = false,
        "tr" => {
            state.cell = 0;
            state.row += usize::from(!state.in_head);
        }
        "th" => {
            state.cell += 1;
            // The first row of a table without `thead` holds the headings of its columns, but for a lone first cell,
            // which names its row all the same.
            let is_column = state.in_head || !state.has_head && state.row == 1;
            let scope = match (is_column, state.cell) {
                (true, _) => "col",
                (false, 1) => "row",
                _ => return,
            };
            if !element.has_attribute("scope") {
                // A name that is a constant is always a legal one.
                let _ = element.set_attribute("scope", scope);
            }
        }
        _ => state.cell += 1,
    }
}
