//! Sites that nobody thought of on paper.

use super::super::rule::rule;
use crate::check::PagesContext;
use crate::diagnostic::{Diagnostic, Severity};

rule! {
    /// # What it does
    /// Reports a site whose styles say nothing of paper: no `@media print`, no `@page`, no sheet for print. In a folder of
    /// HTML it is advice.
    ///
    /// # Why it matters
    /// Many carers are given a page on paper, by a nurse or a neighbour. Without styles for print it has menus that
    /// nobody can press, links whose address is not there, and pale letters.
    ///
    /// # Example
    /// ```css
    /// nav { background: #123 }
    /// ```
    ///
    /// # Use instead
    /// ```css
    /// nav { background: #123 }
    /// @media print { nav { display: none } }
    /// ```
    ///
    /// # What it cannot see
    /// How good the printed page is; styles that lie on other sites.
    "missing-print-styles" Warning checks [Pages(check)]
}

fn check(context: &PagesContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(first) = context.never_prints() else { return };
    let mut finding = RULE.finding("no styles are meant for paper");
    if context.is_folder() {
        finding = context.place(finding, first);
        finding.severity = Severity::Advice;
    }
    found.push(finding.help("add `@media print { … }` that hides menus and shows where links lead"));
}
