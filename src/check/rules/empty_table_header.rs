//! Columns without a name.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::{BlockKind, MarkKind};

rule! {
    /// # What it does
    /// Reports an empty cell in the first row of a table, but for the first column: its cells name the rows.
    ///
    /// # Why it matters
    /// A screen reader says the name of the column before each cell. Without one, its user hears figures and does not
    /// know of what.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```md
    /// | Break | |
    /// | --- | --- |
    /// | A day | £20 |
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// | Break | Cost |
    /// | --- | --- |
    /// | A day | £20 |
    /// ```
    ///
    /// # What it cannot see
    /// Whether the name fits.
    "empty-table-header" Error checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let prose = context.prose;
    for block in &prose.blocks {
        let BlockKind::Cell(true, column @ 1..) = block.kind else { continue };
        let has_picture = prose.marks_of(block).iter().any(|mark| mark.kind == MarkKind::Image);
        if prose.words(block).trim().is_empty() && !has_picture {
            found.push(
                RULE.finding(format!("column {} of this table has no name", column + 1))
                    .at(prose.place(block.written.clone()))
                    .help("say in a word or two what stands below"),
            );
        }
    }
}
