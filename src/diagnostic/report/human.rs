//! Findings for people: what is wrong, the line where it stands, and how to mend it.
//!
//! Every finding begins with `error[rule]:`, `warning[rule]:` or `advice[rule]:` at column 1, in plain words, so that
//! it can be searched for and reads well aloud.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Place, one_line};
use crate::diagnostic::{Diagnostic, Severity};

/// Writes one finding, followed by an empty line. One that is allowed is told in two lines, with the reason.
pub fn human(diagnostic: &Diagnostic, place: Option<&Place>, is_coloured: bool) -> String {
    if let Some(reason) = &diagnostic.allowed {
        let title = Level::INFO.with_name("allowed").primary_title(one_line(reason)).id(diagnostic.rule);
        let at: Option<Element<'_>> = place.map(|place| origin(place).into());
        return written(Group::with_title(title).elements(at), is_coloured);
    }
    let title = level(diagnostic.severity).primary_title(one_line(&diagnostic.message)).id(diagnostic.rule);
    let mut group = Group::with_title(title);
    if let Some(place) = place {
        group = group.element(shown(place, &diagnostic.label));
    }
    let has_mark = place.is_some_and(|place| place.excerpt.is_some());
    if !has_mark && !diagnostic.label.is_empty() {
        group = group.element(Level::NOTE.message(one_line(&diagnostic.label)));
    }
    group = group.elements(diagnostic.help.iter().map(|help| Level::HELP.message(lines(help))));
    group = group.elements(diagnostic.notes.iter().map(|note| Level::NOTE.message(lines(note))));
    if diagnostic.count > 1 {
        group = group.element(Level::NOTE.message(format!("the same in {} places", diagnostic.count)));
    }
    written(group, is_coloured)
}

fn written(group: Group<'_>, is_coloured: bool) -> String {
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.render(&[group]))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE.with_name("advice"),
    }
}

fn shown<'a>(place: &'a Place, label: &str) -> Element<'a> {
    if let Some(excerpt) = &place.excerpt {
        let mark = AnnotationKind::Primary.span(excerpt.marked.clone());
        let mark = if label.is_empty() { mark } else { mark.label(one_line(label)) };
        let snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.first_line).path(place.path.as_str());
        return snippet.annotation(mark).into();
    }
    origin(place).into()
}

fn origin(place: &Place) -> Origin<'_> {
    let origin = Origin::path(place.path.as_str());
    match place.start {
        Some((line, column)) => origin.line(line).char_column(column),
        None => origin,
    }
}

/// Keeps the lines of a longer help, without other control characters.
fn lines(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("\n")
}
