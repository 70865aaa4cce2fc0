//! Pages without a title.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports a page without a `title`.
    ///
    /// # Why it matters
    /// The title is the page's main heading, its name in lists and search results, and the first thing that a screen
    /// reader says when the page opens.
    /// WCAG 2.2, 2.4.2 Page Titled (A).
    ///
    /// # Example
    /// ```md
    /// ---
    /// summary: Breaks from caring, for an hour or a week.
    /// ---
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ---
    /// title: Taking a break
    /// summary: Breaks from caring, for an hour or a week.
    /// ---
    /// ```
    ///
    /// # What it cannot see
    /// Whether the title says what the page is about.
    "missing-title" Error act ["2779a5"] checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    // Of several, browsers show the first; that of a drawing is not the page's.
    let title = context.document.all(Name::Title).find(|title| !title.is_foreign());
    if context.document.is_whole() && title.is_none_or(|title| title.text().is_empty()) {
        let finding = RULE.finding("the page has no title for the browser's tab");
        let in_template = "write `<title>{{ page.head_title }}</title>` in the template";
        let help = context.help(in_template, "write what the page is about, then the site's name, in `<title>`");
        found.push(context.place(finding, title.as_ref()).help(help));
    }
}
