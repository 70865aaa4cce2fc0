//! Menus that change their order from page to page.

use super::super::rule::rule;
use crate::check::{PagesContext, Turned};
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Compares the order of links in the header, the footer and the menus of all pages, and the order of those parts
    /// themselves; reports two that stand the other way round than on most pages, which are more than twice as many. Only
    /// the order counts: what is left out on a page is no fault.
    ///
    /// # Why it matters
    /// Who sees a small part of the screen, or goes through a page by ear, learns once where things are.
    /// WCAG 2.2, 3.2.3 Consistent Navigation (AA).
    ///
    /// # Example
    /// ```html
    /// <nav><a href="/topics/">Topics</a> <a href="/areas/">Areas</a></nav>
    /// ```
    /// on most pages, and on one
    /// ```html
    /// <nav><a href="/areas/">Areas</a> <a href="/topics/">Topics</a></nav>
    /// ```
    ///
    /// # Use instead
    /// The same order on every page, from one template.
    ///
    /// # What it cannot see
    /// Menus that are no `<nav>`, `<header>`, `<footer>` or `<aside>`, links that lead to another place on every page, and
    /// what only styles move.
    "inconsistent-navigation" Warning checks [Pages(check)]
}

fn check(context: &PagesContext<'_>, found: &mut Vec<Diagnostic>) {
    for turned in context.turned().iter().filter(|turned| !turned.is_help) {
        found.push(finding(&RULE, context, turned).help("keep one order on every page"));
    }
}

/// A finding about two things that have changed places.
pub(super) fn finding(rule: &crate::check::Rule, context: &PagesContext<'_>, turned: &Turned) -> Diagnostic {
    let Turned { part, first, second, count, pages, usual, .. } = turned;
    let message = format!("{first} stands before {second} {part} here, and behind it on most pages");
    let pages_in_words = |count: u32| if count == 1 { "1 page".to_owned() } else { format!("{count} pages") };
    let mut finding = context.place(rule.finding(message), pages);
    finding.count = *count;
    finding.note(format!("behind it on {}, such as {}", pages_in_words(usual.0), context.name(usual.1)))
}
