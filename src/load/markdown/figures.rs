//! Looks at the numbers of a table that a component draws.

use super::Body;
use crate::diagnostic::Diagnostic;
use crate::model::{Arg, TableData};
use crate::source::Span;
use crate::theme::{BodyKind, Component};

impl Body<'_> {
    /// Reports words where a number is drawn, a first column without dates where time is drawn, and bars below zero.
    pub(super) fn check_figures(
        &mut self,
        component: &Component,
        args: &[(String, Arg)],
        table: Option<&TableData>,
        fence: Span,
    ) {
        let Some(table) = table else {
            let has_latest = args.iter().any(|(name, arg)| name == "latest" && *arg != Arg::Missing);
            if component.body == BodyKind::DatedTable && !has_latest {
                let message = format!("the component `{}` has no number", component.name);
                self.report(
                    Diagnostic::error("missing-parameter", message)
                        .at(fence)
                        .help("add a table of dates and numbers below this line, or `latest=5` to it"),
                );
            }
            return;
        };
        match component.body {
            BodyKind::NumberTable => {
                self.check_numbers(table);
                let is_line = args.iter().any(|(name, arg)| name == "kind" && *arg == Arg::Text("line".into()));
                if !is_line {
                    self.check_signs(table);
                }
            }
            BodyKind::DatedTable => self.check_dates(component, table),
            _ => {}
        }
    }

    fn check_numbers(&mut self, table: &TableData) {
        let words = |cell: &&crate::model::TableCell| cell.number.is_none() && !cell.text.is_empty();
        for cell in table.rows.iter().flat_map(|row| &row.cells).filter(words) {
            self.report(
                Diagnostic::error("words-for-numbers", format!("`{}` cannot be drawn", cell.text))
                    .at(cell.span)
                    .label("a number belongs here")
                    .help("write one number, or leave the cell empty where nobody knows it"),
            );
        }
    }

    fn check_signs(&mut self, table: &TableData) {
        let is_below = |cell: &&crate::model::TableCell| cell.number.is_some_and(|number| number < 0.0);
        for cell in table.rows.iter().flat_map(|row| &row.cells).filter(is_below) {
            self.report(
                Diagnostic::error("number-below-zero", format!("`{}` is less than nothing", cell.text))
                    .at(cell.span)
                    .help("write `kind=line`, which can go below zero, or show the change in words"),
            );
        }
    }

    fn check_dates(&mut self, component: &Component, table: &TableData) {
        for row in &table.rows {
            if row.when.is_none() {
                let message = format!("each row of a `{}` begins with a date", component.name);
                let help = "write a day such as 2026-10-03, a month such as 2026-10, or a year";
                self.report(Diagnostic::error("wrong-kind", message).at(row.span).help(help));
            }
            let number = row.cells.first();
            if number.is_none_or(|cell| cell.number.is_none()) {
                let span = number.map_or(row.span, |cell| cell.span);
                self.report(
                    Diagnostic::error("words-for-numbers", "there is no number beside this date")
                        .at(if span.start == span.end { row.span } else { span })
                        .help("write one number in the second column"),
                );
            }
        }
    }
}
