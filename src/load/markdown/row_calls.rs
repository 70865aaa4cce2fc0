//! Makes components of the rows of a table: the short way to write many that are alike.

use std::borrow::Cow;
use std::ops::Range;

use super::Body;
use super::escape;
use crate::diagnostic::Diagnostic;
use crate::load::component::Attribute;
use crate::model::{Arg, Call, Node, TableData, TableRow, Tree};
use crate::source::Span;
use crate::theme::{Component, ParameterKind};

impl Body<'_> {
    /// A call of `row` for each row of a table. The first column is its body; the others hold its parameters in the
    /// order that `component` names them. An empty cell is a parameter that was not written.
    pub(super) fn row_calls(&mut self, component: &Component, row: &Component, table: &TableData) -> Vec<Node> {
        table.rows.iter().map(|written| Node::Call(self.row_call(component, row, written))).collect()
    }

    fn row_call(&mut self, component: &Component, row: &Component, written: &TableRow) -> Call {
        let before = self.errors();
        let mut args: Vec<(String, Arg)> =
            row.parameters.iter().map(|parameter| (parameter.name.clone(), Arg::Missing)).collect();
        let columns = component.columns.get(1..).unwrap_or_default();
        for (name, cell) in columns.iter().zip(&written.cells) {
            let Some(index) = row.parameters.iter().position(|parameter| parameter.name == *name) else {
                continue;
            };
            if cell.text.is_empty() {
                continue;
            }
            let range = self.in_text(cell.span);
            let value = Some(Cow::Borrowed(cell.text.as_str()));
            let attribute = Attribute { key: name, value, range: range.clone(), value_range: range, closed: true };
            args[index].1 = self.argument(&row.parameters[index], &attribute, 0);
        }
        if let Some(cell) = written.cells.get(columns.len()).filter(|cell| !cell.text.is_empty()) {
            let message = format!("a table of `{}` has no column for this", component.name);
            let help = format!("its columns are, in this order: {}", component.columns.join(", "));
            self.report(Diagnostic::error("wrong-body", message).at(cell.span).help(help));
        }
        for (parameter, (_, arg)) in row.parameters.iter().zip(&args) {
            let was_read =
                written.cells.iter().zip(columns).any(|(cell, name)| *name == parameter.name && !cell.text.is_empty());
            if parameter.required && *arg == Arg::Missing && (!was_read || parameter.kind == ParameterKind::Text) {
                let message = format!("this row has no `{}`", parameter.name);
                self.report(
                    Diagnostic::error("missing-parameter", message)
                        .at(written.span)
                        .label(parameter.doc.trim_end_matches('.'))
                        .help(format!("the columns are, in this order: {}", component.columns.join(", "))),
                );
            }
        }
        let mut html = String::from("<p");
        escape::mark(&mut html, written.span.start as usize, written.span.end as usize);
        html.push('>');
        html.push_str(&written.html);
        html.push_str("</p>\n");
        Call {
            name: row.name.clone(),
            args,
            body: Tree { nodes: vec![Node::Html(html)], has_raw_html: false },
            table: None,
            is_broken: self.errors() > before,
            span: written.span,
        }
    }

    /// A place in the file as a range of the body.
    fn in_text(&self, span: Span) -> Range<usize> {
        (span.start as usize).saturating_sub(self.base)..(span.end as usize).saturating_sub(self.base)
    }
}
