//! Pages without a way to the accessibility statement.

use super::super::rule::rule;
use crate::check::PagesContext;
use crate::diagnostic::{Diagnostic, Severity};

rule! {
    /// # What it does
    /// Reports pages that do not link to the accessibility statement: one finding, with their number and names. In a
    /// folder of HTML it is advice, and is given only where most pages have such a link.
    ///
    /// # Why it matters
    /// Who cannot use a page needs to know from there whom to ask for it in another way.
    /// The Public Sector Bodies Accessibility Regulations 2018, regulation 8, and the GOV.UK model statement: linked from
    /// every page.
    ///
    /// # Example
    /// ```html
    /// <footer><a href="/privacy/">Privacy</a></footer>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <footer><a href="/accessibility/">Accessibility</a> <a href="/privacy/">Privacy</a></footer>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the link can be found by people. In a folder, links without "accessibility" in their words or address; and
    /// a page with it in its own address or main heading is taken for the statement.
    "unlinked-statement" Warning checks [Pages(check)]
}

fn check(context: &PagesContext<'_>, found: &mut Vec<Diagnostic>) {
    let (without, with) = context.without_statement();
    let is_usual = with as usize > without.len();
    if without.is_empty() || context.is_folder() && !is_usual {
        return;
    }
    let what = match without.len() {
        1 => "a page does not link".to_owned(),
        many => format!("{many} pages do not link"),
    };
    let mut finding = context.place(RULE.finding(format!("{what} to the accessibility statement")), without);
    finding.count = u32::try_from(without.len()).unwrap_or(u32::MAX);
    if context.is_folder() {
        finding.severity = Severity::Advice;
    }
    found.push(finding.help("link to it in the footer of every page"));
}
