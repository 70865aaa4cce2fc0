//! A second title in the text of a page.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a heading with a single `#` in the text of a page.
    ///
    /// # Why it matters
    /// The page's title, from `title:` at its top, is its one main heading.
    /// With two, people who use a screen reader cannot tell where the page begins.
    /// The page is made with `##` in its place, so that readers are never shown two.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```md
    /// # Taking a break
    /// There are three ways to get a break.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// There are three ways to get a break.
    ///
    /// ## A few hours off
    /// ```
    ///
    /// # What it cannot see
    /// Whether the heading only repeats the title; then it is best taken out.
    "heading-one-in-body" Error checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    for heading in context.facts.outline.iter().filter(|heading| heading.level == 1) {
        let repeats = heading.text.trim().eq_ignore_ascii_case(context.page.common.title.trim());
        let help = if repeats {
            "take it out: the title is already shown above the text".to_owned()
        } else {
            format!("write `## {}`", heading.text)
        };
        let finding = RULE.finding("the page already has a main heading, its title");
        found.push(finding.at(heading.span).label("this would be a second one").help(help));
    }
}
