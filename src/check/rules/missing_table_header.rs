//! Tables without heading cells.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports a table none of whose heading cells holds a word.
    ///
    /// # Why it matters
    /// In a table, a screen reader says the heading of a column with each cell.
    /// Without it, "7pm" could be anything.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```md
    /// |        |     |
    /// | ------ | --- |
    /// | Monday | 7pm |
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// | Day    | Starts at |
    /// | ------ | --------- |
    /// | Monday | 7pm       |
    /// ```
    ///
    /// # What it cannot see
    /// Whether the headings are the right ones. One empty heading cell, such as the corner, is accepted.
    "missing-table-header" Error checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for table in context.visible(Name::Table) {
        let is_layout = table.attribute("role").is_some_and(|role| role == "presentation" || role == "none");
        let is_header = |cell: &crate::html::Element<'_, '_>| {
            cell.is("th") || cell.attribute("role").is_some_and(|role| role == "columnheader" || role == "rowheader")
        };
        let has_header = table.descendants().filter(is_header).any(|cell| context.access.has_name(&cell));
        if !is_layout && !has_header {
            let finding = context.report(&RULE, &table, "table has no heading cells");
            let in_markdown = "name each column in the first line of the table, above the line of dashes";
            found.push(finding.help(context.help(in_markdown, "name each column in a row of `<th scope=\"col\">`")));
        }
    }
}
