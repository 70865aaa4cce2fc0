//! Checks `:::` blocks against the theme's components and turns them into calls.

use std::ops::Range;

use super::Body;
use super::writer::{self, Kinds};
use crate::diagnostic::{Diagnostic, Severity, did_you_mean_help};
use crate::load::component::{Block, Written};
use crate::model::{Arg, Call, Node, TableData, Tree};
use crate::theme::{BodyKind, Component};

/// What stands between two fences, or on a whole page.
#[derive(Default)]
pub struct Content {
    /// In order.
    pub nodes: Vec<Node>,
    kinds: Kinds,
    table: Option<TableData>,
}

impl<'a> Body<'a> {
    /// Reads blocks in order. `inside` names the components they stand in, the outermost first.
    pub(super) fn content(&mut self, blocks: &[Block], easy: bool, inside: &mut Vec<&'a str>, table: bool) -> Content {
        let mut content = Content::default();
        for block in blocks {
            match block {
                Block::Text(range) => self.markdown(range.clone(), easy, table, &mut content),
                Block::Component(written) => {
                    content.kinds.anything = true;
                    self.component(written, easy, inside, &mut content.nodes);
                }
            }
        }
        content
    }

    fn markdown(&mut self, range: Range<usize>, easy: bool, table: bool, content: &mut Content) {
        if self.text[range.clone()].trim().is_empty() {
            return;
        }
        self.slips(range.clone());
        let piece = writer::write(self, range, easy, table && content.table.is_none());
        content.kinds = content.kinds.and(piece.kinds);
        content.table = content.table.take().or(piece.table);
        if piece.html.is_empty() {
            return;
        }
        match content.nodes.last_mut() {
            Some(Node::Html(html)) => html.push_str(&piece.html),
            _ => content.nodes.push(Node::Html(piece.html)),
        }
    }

    fn component(&mut self, written: &Written, easy: bool, inside: &mut Vec<&'a str>, nodes: &mut Vec<Node>) {
        let span = self.span(written.fence.clone());
        let name = &self.text[written.name.clone()];
        let theme = self.theme;
        if !written.closed {
            self.report(
                Diagnostic::error("unclosed-component", format!("the component `{name}` has no end"))
                    .at(span)
                    .label("it starts here")
                    .help("close it with a line that has just as many colons and nothing else"),
            );
        }
        let Some(component) = theme.components.get(name) else {
            self.report_unknown(written);
            // Its words are worth more than none: they stand as if there were no fence.
            nodes.extend(self.content(&written.body, easy, inside, false).nodes);
            return;
        };
        self.check_place(component, written, inside);
        let before = self.errors();
        let mut args = self.arguments(component, written);
        let mut is_broken = self.errors() > before;
        is_broken |= !self.media(component, written, &mut args);
        self.plain_titles(&args, written);
        inside.push(&component.name);
        self.gathering.enter(&component.name);
        let wants_table = matches!(component.body, BodyKind::Table | BodyKind::NumberTable | BodyKind::DatedTable);
        let raw_before = std::mem::take(&mut self.raw_html);
        let mut content = self.content(&written.body, false, inside, wants_table);
        let has_raw_html = std::mem::replace(&mut self.raw_html, raw_before);
        self.raw_html |= has_raw_html;
        inside.pop();
        self.gathering.leave(&component.name);
        let before = self.errors();
        self.check_body(component, &content, written);
        self.check_figures(component, &args, content.table.as_ref(), span);
        is_broken |= self.errors() > before;
        let row = component.rows.as_ref().and_then(|row| theme.components.get(row));
        if let (Some(row), Some(table)) = (row, &content.table) {
            content.nodes.extend(self.row_calls(component, row, table));
            content.table = None;
        } else if let Some(table) = content.table.as_ref().filter(|_| is_broken) {
            content.nodes.push(Node::Html(table.html.clone()));
        }
        let nodes_inside = if component.body == BodyKind::None { Vec::new() } else { content.nodes };
        let body = Tree { nodes: nodes_inside, has_raw_html };
        nodes.push(Node::Call(Call {
            name: component.name.clone(),
            args,
            body,
            table: content.table,
            is_broken,
            span,
        }));
    }

    pub(super) fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    fn report_unknown(&mut self, written: &Written) {
        let name = &self.text[written.name.clone()];
        let names = || self.theme.components.keys().map(String::as_str);
        let (message, help) = if name.is_empty() {
            ("this component has no name".to_owned(), None)
        } else {
            (format!("there is no component called `{name}`"), did_you_mean_help(name, names()))
        };
        let range = if name.is_empty() { written.fence.clone() } else { written.name.clone() };
        let all = format!("the components are: {}", names().collect::<Vec<_>>().join(", "));
        let finding = Diagnostic::error("unknown-component", message).at(self.span(range)).help(help.unwrap_or(all));
        self.report(finding);
    }

    fn check_place(&mut self, component: &Component, written: &Written, inside: &[&str]) {
        if component.inside.is_empty() || inside.iter().any(|name| component.inside.iter().any(|known| known == name)) {
            return;
        }
        let holders = component.inside.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ");
        let holder = &component.inside[0];
        let name = &component.name;
        let span = self.span(written.fence.clone());
        self.report(
            Diagnostic::error("misplaced-component", format!("the component `{name}` stands only in {holders}"))
                .at(span)
                .help(format!("write `:::: {holder}` above and `::::` below, with `::: {name}` between them")),
        );
    }

    fn check_body(&mut self, component: &Component, content: &Content, written: &Written) {
        let kinds = content.kinds;
        let (is_right, wanted, help) = match component.body {
            BodyKind::Markdown | BodyKind::DatedTable => (true, "", ""),
            BodyKind::None => (!kinds.anything, "nothing between its fences", "close it on the next line with `:::`"),
            BodyKind::Table | BodyKind::NumberTable => (
                content.table.is_some(),
                "a table",
                "write a line such as `| Year | Carers |`, below it `|---|---|`, then a line for each row",
            ),
            BodyKind::List => (kinds.list || kinds.ordered, "a list", "begin each item with `- `"),
            BodyKind::OrderedList => (kinds.ordered, "a numbered list", "begin each item with a number, such as `1. `"),
        };
        if !is_right {
            let span = self.span(written.fence.clone());
            self.report(
                Diagnostic::error("wrong-body", format!("the component `{}` holds {wanted}", component.name))
                    .at(span)
                    .help(help),
            );
        }
    }

    /// Titles are words of the page too.
    fn plain_titles(&mut self, args: &[(String, Arg)], written: &Written) {
        for (name, arg) in args {
            match arg {
                Arg::Text(text) if matches!(name.as_str(), "title" | "label") => {
                    self.plain.push_str(text);
                    self.plain.push('\n');
                    if let Some(at) = self.text[written.attributes.clone()].find(text.as_str()) {
                        let at = self.base + written.attributes.start + at;
                        self.gathering.title(text, at..at + text.len());
                    }
                }
                Arg::Text(text) if name == "id" => {
                    self.ids.entry(text.clone()).or_insert(1);
                }
                _ => {}
            }
        }
    }
}
