//! Cells that name headings which are not there.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a cell of a table whose `headers` names something else than other cells of the same table.
    ///
    /// # Why it matters
    /// A screen reader says these headings with the cell; where they are not found, it says none.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```html
    /// <table>
    /// <tr><th id="day">Day</th></tr>
    /// <tr><td headers="dya">Monday</td></tr>
    /// </table>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <table>
    /// <tr><th scope="col">Day</th></tr>
    /// <tr><td>Monday</td></tr>
    /// </table>
    /// ```
    ///
    /// # What it cannot see
    /// Whether they are the right headings.
    "wrong-table-headers" Error act ["a25f45"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let cells = context.document.all(Name::Td).chain(context.document.all(Name::Th));
    for cell in cells {
        let Some(headers) = cell.attribute("headers") else { continue };
        let Some(table) = table_of(&cell) else { continue };
        let is_table = matches!(access.role(&table), Role::TABLE | Role::GRID | Role::TREEGRID);
        if !is_table || access.is_hidden(&table) || !access.is_visible(&table) {
            continue;
        }
        let wrong = headers.split_ascii_whitespace().find(|id| {
            let named = access.by_id(&context.document, id);
            !named.is_some_and(|named| {
                matches!(named.kind(), Name::Td | Name::Th)
                    && named.order() != cell.order()
                    && table_of(&named).is_some_and(|own| own.order() == table.order())
            })
        });
        if let Some(id) = wrong {
            let message = format!("`headers` names `{id}`, which is no other cell of this table");
            found.push(
                context
                    .report(&RULE, &cell, message)
                    .help("name the ids of its heading cells, or use `scope` on those"),
            );
        }
    }
}

fn table_of<'d, 'a>(cell: &Element<'d, 'a>) -> Option<Element<'d, 'a>> {
    cell.ancestors().find(|outer| outer.kind() == Name::Table)
}
