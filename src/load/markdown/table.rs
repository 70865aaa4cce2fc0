//! Writes tables: alignment by class, header cells where there is a header, and a component's table as data.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::writer::Writer;
use crate::model::{TableCell, TableData, TableRow, When};

/// The table being written.
#[derive(Default)]
pub struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Whether the first cell of the header is empty, which makes the first column a header of rows.
    corner: bool,
    table_at: usize,
    cell_at: usize,
    content_at: usize,
    plain_at: usize,
    wanted: bool,
    /// The first table as data, where it is wanted.
    pub data: Option<TableData>,
}

impl Table {
    /// `wanted` keeps the first table as data.
    pub fn new(wanted: bool) -> Self {
        Self { wanted, ..Self::default() }
    }
}

impl Writer<'_, '_, '_> {
    pub(super) fn open_table(&mut self, alignments: Vec<Alignment>, range: &Range<usize>) {
        self.table.table_at = self.out.len();
        self.open("<table", range);
        self.table.alignments = alignments;
        self.table.corner = false;
        if self.table.wanted && self.table.data.is_none() {
            self.table.data = Some(TableData::default());
        }
    }

    pub(super) fn open_table_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.out.push_str("<thead><tr>");
    }

    pub(super) fn close_table_head(&mut self) {
        self.table.in_head = false;
        self.out.push_str("</tr></thead>\n<tbody>\n");
    }

    pub(super) fn open_table_row(&mut self, range: &Range<usize>) {
        self.table.column = 0;
        self.open("<tr", range);
        let span = self.span(range);
        if let Some(data) = self.table.data.as_mut().filter(|_| self.table.wanted) {
            let (label, html) = (String::new(), String::new());
            data.rows.push(TableRow { label, html, when: None, span, cells: Vec::new() });
        }
    }

    pub(super) fn open_cell(&mut self) {
        self.table.cell_at = self.out.len();
        let is_header = self.table.in_head || (self.table.corner && self.table.column == 0);
        self.out.push_str(if is_header { "<th" } else { "<td" });
        self.out.push_str(match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"signpost-align-left\">",
            Some(Alignment::Center) => " class=\"signpost-align-center\">",
            Some(Alignment::Right) => " class=\"signpost-align-right\">",
            Some(Alignment::None) | None => ">",
        });
        self.table.content_at = self.out.len();
        self.table.plain_at = self.body.plain.len();
    }

    pub(super) fn close_cell(&mut self, range: &Range<usize>) {
        let is_empty = self.out.len() == self.table.content_at;
        let at = self.table.cell_at;
        if is_empty && self.out[at..].starts_with("<th") {
            // An empty header cell is announced as a header with no name; a plain cell is silent.
            self.out.replace_range(at..at + 3, "<td");
            self.table.corner |= self.table.in_head && self.table.column == 0;
        }
        let is_header = self.out[at..].starts_with("<th");
        if self.table.wanted {
            self.keep_cell(range);
        }
        self.out.push_str(if is_header { "</th>" } else { "</td>" });
        self.table.column += 1;
        self.body.plain.push(' ');
    }

    pub(super) fn close_table(&mut self) {
        if let Some(data) = self.table.data.as_mut().filter(|_| self.table.wanted) {
            let numbers = || data.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.number);
            let (max, min) = (numbers().fold(0.0, f64::max), numbers().fold(0.0, f64::min));
            (data.max, data.min) = (max, min);
            // The component draws it: in its body it would be there twice.
            data.html = self.out.split_off(self.table.table_at);
            self.table.wanted = false;
        }
    }

    fn keep_cell(&mut self, range: &Range<usize>) {
        let text = self.body.plain[self.table.plain_at..].trim().to_owned();
        let cell = self.in_body(range);
        let written = &self.body.text[cell.clone()];
        let start = cell.start + written.len() - written.trim_start().len();
        let span = self.body.span(start..start + written.trim().len());
        let html = self.out.get(self.table.content_at..).unwrap_or_default();
        let Some(data) = &mut self.table.data else {
            return;
        };
        if self.table.in_head {
            data.headers.push(text);
        } else if let Some(row) = data.rows.last_mut() {
            if self.table.column == 0 {
                html.clone_into(&mut row.html);
                row.when = When::read(&text);
                (row.label, row.span) = (text, span);
            } else {
                row.cells.push(TableCell { number: number(&text), text, span });
            }
        }
    }
}

/// The one number in a text such as `£1,200`, `-3.5%` or `46 carers`; nothing where there are several, as in `3 to 5`.
pub fn number(text: &str) -> Option<f64> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let length = text[start..].find(|letter| !is_part(letter)).unwrap_or(text.len() - start);
    let rest = &text[start + length..];
    if rest.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let written = text[start..start + length].trim_end_matches(['.', ',']).replace(',', "");
    let before = text[..start].trim_end_matches(['£', '€', '$', ' ', '.']);
    let value: f64 = written.parse().ok()?;
    Some(if before.ends_with(['-', '−', '–']) { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn reads_numbers_as_people_write_them() {
        assert_eq!(number("46"), Some(46.0));
        assert_eq!(number("£1,200.50"), Some(1200.5));
        assert_eq!(number("−3.5%"), Some(-3.5));
        assert_eq!(number("-£3"), Some(-3.0));
        assert_eq!(number("about 46."), Some(46.0));
        assert_eq!(number("3 to 5"), None);
        assert_eq!(number("none"), None);
        assert_eq!(number("1.2.3"), None);
    }
}
