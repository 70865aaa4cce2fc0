//! Says of the heading cells in a raw table whether they head their column or their row, where that is sure.

use std::ops::Range;

use super::tags::RawTag;

/// A table with heading cells that do not say what they head.
pub struct Unscoped {
    /// The table, in bytes of the text.
    pub table: Range<usize>,
    /// Where to write which scope, in order; empty where the table is not simple enough to be sure.
    pub scopes: Vec<(usize, &'static str)>,
}

/// A cell of the table that is being read.
struct Cell {
    row: usize,
    column: usize,
    is_heading: bool,
    has_scope: bool,
    /// Behind its name, where an attribute can be written.
    at: usize,
}

#[derive(Default)]
struct Table {
    start: usize,
    /// Rows that have begun.
    rows: usize,
    cells: Vec<Cell>,
    is_simple: bool,
}

/// The tables of a text that begin and end in it and whose heading cells lack a scope.
pub fn unscoped(tags: &[RawTag<'_>]) -> Vec<Unscoped> {
    let (mut found, mut open): (Vec<Unscoped>, Option<Table>) = (Vec::new(), None);
    for tag in tags {
        match (tag.name.as_str(), &mut open) {
            ("table", None) if !tag.is_end => {
                open = Some(Table { start: tag.range.start, is_simple: true, ..Table::default() });
            }
            ("table", Some(table)) if !tag.is_end => table.is_simple = false,
            ("table", Some(table)) => {
                found.extend(table.unscoped(tag.range.end));
                open = None;
            }
            ("tr", Some(table)) if !tag.is_end => table.rows += 1,
            ("td" | "th", Some(table)) if !tag.is_end => table.cell(tag),
            _ => {}
        }
    }
    found
}

impl Table {
    fn cell(&mut self, tag: &RawTag<'_>) {
        let has = |name: &str| tag.attributes.iter().any(|attribute| attribute.name == name);
        self.is_simple &= self.rows > 0 && !["colspan", "rowspan", "headers", "id", "role"].into_iter().any(has);
        self.cells.push(Cell {
            row: self.rows,
            column: self.cells.iter().filter(|cell| cell.row == self.rows).count(),
            is_heading: tag.name == "th",
            has_scope: has("scope"),
            at: tag.range.start + 1 + tag.name.len(),
        });
    }

    fn unscoped(&self, end: usize) -> Option<Unscoped> {
        let unscoped = || self.cells.iter().filter(|cell| cell.is_heading && !cell.has_scope);
        unscoped().next()?;
        let width = |row: usize| self.cells.iter().filter(|cell| cell.row == row).count();
        let is_even = (2..=self.rows).all(|row| width(row) == width(1));
        // The corner of a table may be a plain cell.
        let mut first_row = self.cells.iter().filter(|cell| cell.row == 1 && cell.column > 0).peekable();
        let has_heading_row = first_row.peek().is_some() && first_row.all(|cell| cell.is_heading);
        let scope = |cell: &Cell| match (cell.row, cell.column) {
            (1, _) if has_heading_row => Some((cell.at, "col")),
            (_, 0) => Some((cell.at, "row")),
            _ => None,
        };
        let scopes: Option<Vec<_>> = unscoped().map(scope).collect();
        let scopes = scopes.filter(|_| self.is_simple && is_even && self.rows > 1).unwrap_or_default();
        Some(Unscoped { table: self.start..end, scopes })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    /// The table with its scopes written; nothing where none is missing or none is sure.
    fn mended(html: &str) -> Option<String> {
        let found = unscoped(&tags(html)).into_iter().next()?;
        let mut out = html.to_owned();
        for (at, scope) in found.scopes.iter().rev() {
            out.insert_str(*at, &format!(" scope=\"{scope}\""));
        }
        (out != html).then_some(out)
    }

    #[test]
    fn scopes_are_sure_in_simple_tables() {
        let table = "<table><tr><th>Day</th><th class=\"x\">Time</th></tr><tr><th>Monday</th><td>7pm</td></tr></table>";
        let scoped = mended(table).expect("it is simple");
        let expected = "<table><tr><th scope=\"col\">Day</th><th scope=\"col\" class=\"x\">Time</th></tr>\
                        <tr><th scope=\"row\">Monday</th><td>7pm</td></tr></table>";
        assert_eq!(scoped, expected);
        assert_eq!(mended(&scoped), None, "a second time changes nothing");
        let corner = "<table><tr><td></td><th>Time</th></tr><tr><th>Monday</th><td>7pm</td></tr></table>";
        assert_eq!(mended(corner).map(|text| text.matches("scope=").count()), Some(2));
        let rows = "<table><tr><th>Cost</th><td>Free</td></tr><tr><th>Time</th><td>7pm</td></tr></table>";
        assert_eq!(mended(rows).map(|text| text.matches("scope=\"row\"").count()), Some(2));
    }

    #[test]
    fn no_scope_is_written_where_it_is_not_sure() {
        for table in [
            "<table><tr><td>a</td></tr></table>",
            "<table><tr><th>One row</th></tr></table>",
            "<table><tr><th colspan=2>Days</th></tr><tr><td>Monday</td><td>7pm</td></tr></table>",
            "<table><tr><th>Day</th><th>Time</th></tr><tr><td>Monday</td></tr></table>",
            "<table><tr><th>Day</th><th>Time</th></tr><tr><td>Monday</td><th>7pm</th></tr></table>",
            "<table><tr><th>A</th><td><table></table></td></tr><tr><th>B</th><td>b</td></tr></table>",
            "<table><tr><th>Day</th>",
            "<th>Day</th></table>",
        ] {
            assert_eq!(mended(table), None, "{table}");
        }
    }
}
