//! Headings in tables that head nothing.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Access, Role};
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a heading cell of a table that belongs to no other cell: a column with nothing below, a row with nothing
    /// beside it.
    ///
    /// # Why it matters
    /// A screen reader says the heading with each cell that it belongs to.
    /// One that belongs to none is a title in the wrong place, or its cells are. WCAG 2.2, 1.3.1 Info and Relationships
    /// (A).
    ///
    /// # Example
    /// ```html
    /// <table>
    /// <tr><th>Day</th><th>Time</th></tr>
    /// <tr><td>Monday</td></tr>
    /// </table>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <table>
    /// <tr><th>Day</th><th>Time</th></tr>
    /// <tr><td>Monday</td><td>7pm</td></tr>
    /// </table>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the heading is the right one for its cells.
    "header-without-cells" Error act ["d0f69e"] checks [Finished(check)]
}
/// Tables wider or longer than this are not looked at.
const MOST_COLUMNS: usize = 1_000;
const MOST_CELLS: usize = 5_000;

/// A cell with the place that it takes in the table.
struct Cell<'d, 'a> {
    element: Element<'d, 'a>,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    /// The part of the table it lies in.
    group: usize,
}

/// What a heading cell heads.
#[derive(Clone, Copy, PartialEq)]
enum Heads {
    Column,
    Columns,
    Row,
    Rows,
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for table in context.document.all(Name::Table) {
        let is_table = matches!(access.role(&table), Role::TABLE | Role::GRID | Role::TREEGRID);
        if is_table && !access.is_hidden(&table) {
            native(context, &table, found);
        }
    }
    for table in access.with_role(&context.document).filter(|table| table.kind() != Name::Table) {
        if matches!(access.role(&table), Role::TABLE | Role::GRID) && !access.is_hidden(&table) {
            made_of_roles(context, &table, found);
        }
    }
}

fn native<'a>(context: &FinishedContext<'a>, table: &Element<'_, 'a>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let is_header = |cell: &Element<'_, 'a>| {
        cell.kind() == Name::Th || matches!(access.role(cell), Role::COLUMNHEADER | Role::ROWHEADER)
    };
    let cells = cells(table);
    for header in cells.iter().filter(|cell| is_header(&cell.element)) {
        let element = &header.element;
        let is_there = !access.is_hidden(element) && access.is_visible(element);
        // An empty corner heads nothing and says nothing.
        if !is_there || !access.has_name(element) {
            continue;
        }
        if let Some(heads) = heads(access, header, &cells)
            && !cells.iter().any(|cell| is_headed(header, heads, cell))
        {
            report(context, element, found);
        }
    }
}

fn report(context: &FinishedContext<'_>, element: &Element<'_, '_>, found: &mut Vec<Diagnostic>) {
    let finding = context.report(&RULE, element, "this heading cell heads no other cell");
    found.push(finding.help("fill the table, or make it a plain cell; a title of the whole table goes in `<caption>`"));
}

/// Where each cell stands (HTML, 4.9.12.1 "Forming a table").
fn cells<'d, 'a>(table: &Element<'d, 'a>) -> Vec<Cell<'d, 'a>> {
    let mut cells = Vec::new();
    // For each column, the row from which it is free again.
    let mut free: Vec<usize> = Vec::new();
    let rows = table.descendants().filter(|row| {
        row.kind() == Name::Tr
            && row.ancestors().find(|outer| outer.kind() == Name::Table).is_some_and(|own| own.order() == table.order())
    });
    for (y, row) in rows.enumerate() {
        let group = row.parent().map_or(0, |outer| outer.order());
        let mut x = 0;
        for element in row.children().filter(|cell| matches!(cell.kind(), Name::Td | Name::Th)) {
            while free.get(x).is_some_and(|from| *from > y) {
                x += 1;
            }
            let span = |name: &str| element.raw(name).and_then(|number| number.trim_ascii().parse::<usize>().ok());
            let width = span("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS);
            let height = match span("rowspan") {
                Some(0) => usize::from(u16::MAX),
                other => other.unwrap_or(1).min(usize::from(u16::MAX)),
            };
            if x + width > MOST_COLUMNS || cells.len() >= MOST_CELLS {
                return Vec::new();
            }
            free.resize(free.len().max(x + width), 0);
            free[x..x + width].fill(y + height);
            cells.push(Cell { element, x, y, width, height, group });
            x += width;
        }
    }
    cells
}

/// What a heading cell heads, by its `scope` or else by what stands beside and below it; nothing for one that is a cell.
fn heads(access: &Access<'_>, header: &Cell<'_, '_>, cells: &[Cell<'_, '_>]) -> Option<Heads> {
    let element = &header.element;
    let scope = element.raw("scope").unwrap_or("").trim_ascii().to_ascii_lowercase();
    match (element.raw("role").and_then(Role::of), scope.as_str()) {
        (Some(Role::COLUMNHEADER), _) => return Some(Heads::Column),
        (Some(Role::ROWHEADER), _) => return Some(Heads::Row),
        (Some(_), _) => return None,
        (None, "col") => return Some(Heads::Column),
        (None, "colgroup") => return Some(Heads::Columns),
        (None, "row") => return Some(Heads::Row),
        (None, "rowgroup") => return Some(Heads::Rows),
        (None, _) => {}
    }
    let is_data = |cell: &&Cell<'_, '_>| cell.element.kind() == Name::Td && !access.is_hidden(&cell.element);
    if !cells.iter().filter(is_data).any(|cell| shares_rows(header, cell)) {
        Some(Heads::Column)
    } else if !cells.iter().filter(is_data).any(|cell| shares_columns(header, cell)) {
        Some(Heads::Row)
    } else {
        None
    }
}

fn shares_rows(a: &Cell<'_, '_>, b: &Cell<'_, '_>) -> bool {
    a.y < b.y + b.height && b.y < a.y + a.height
}

fn shares_columns(a: &Cell<'_, '_>, b: &Cell<'_, '_>) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width
}

/// Whether a cell belongs to a heading cell (HTML, 4.9.12.2 "assigning header cells").
fn is_headed(header: &Cell<'_, '_>, heads: Heads, cell: &Cell<'_, '_>) -> bool {
    if header.element.order() == cell.element.order() {
        return false;
    }
    if let Some(headers) = cell.element.raw("headers") {
        let id = header.element.raw("id").unwrap_or("");
        return !id.is_empty() && headers.split_ascii_whitespace().any(|named| named == id);
    }
    match heads {
        Heads::Column => cell.y >= header.y + header.height && shares_columns(header, cell),
        Heads::Columns => cell.y >= header.y + header.height && cell.x + cell.width > header.x,
        Heads::Row => cell.x >= header.x + header.width && shares_rows(header, cell),
        Heads::Rows => {
            cell.group == header.group && (cell.y > header.y || shares_rows(header, cell) && cell.x > header.x)
        }
    }
}

/// A table made of roles: rows of cells that stand below each other by their number.
fn made_of_roles<'a>(context: &FinishedContext<'a>, table: &Element<'_, 'a>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    if table.order_after() - table.order() > MOST_CELLS {
        return;
    }
    let is_cell = |role: Role| matches!(role, Role::CELL | Role::GRIDCELL | Role::COLUMNHEADER | Role::ROWHEADER);
    let rows: Vec<Vec<Element<'_, 'a>>> = table
        .descendants()
        .filter(|row| access.role(row) == Role::ROW && !access.is_hidden(row))
        .map(|row| {
            let cells = row.descendants().filter(|cell| is_cell(access.role(cell)) && !access.is_hidden(cell));
            cells.collect()
        })
        .collect();
    let is_placed = |cell: &Element<'_, 'a>| cell.has("aria-colindex") || cell.has("aria-colspan");
    if rows.iter().flatten().any(is_placed) {
        return;
    }
    for (y, row) in rows.iter().enumerate() {
        for (x, cell) in row.iter().enumerate().filter(|(_, cell)| access.is_visible(cell)) {
            let heads = match access.role(cell) {
                Role::COLUMNHEADER => rows[y + 1..].iter().any(|below| below.len() > x),
                Role::ROWHEADER => row.len() > 1,
                _ => true,
            };
            if !heads && access.has_name(cell) {
                report(context, cell, found);
            }
        }
    }
}
