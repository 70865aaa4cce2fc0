//! Ways to get help that change their place from page to page.

use super::super::rule::rule;
use super::inconsistent_navigation::finding;
use crate::check::PagesContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Compares where the ways to get help stand around the text of all pages: phone numbers, addresses for text and
    /// email, and links such as "Contact us" or "Help". It reports one that stands the other way round to its neighbour
    /// than on most pages, which are more than twice as many. Only the order counts: what is left out on a page is no
    /// fault.
    ///
    /// # Why it matters
    /// Who is tired, or forgets easily, looks for help where it was the last time.
    /// WCAG 2.2, 3.2.6 Consistent Help (A).
    ///
    /// # Example
    /// ```html
    /// <footer><a href="tel:01632960000">01632 960000</a> <a href="/contact/">Contact us</a></footer>
    /// ```
    /// on most pages, and on one
    /// ```html
    /// <footer><a href="/contact/">Contact us</a> <a href="tel:01632960000">01632 960000</a></footer>
    /// ```
    ///
    /// # Use instead
    /// The same order on every page, from one template.
    ///
    /// # What it cannot see
    /// Help in the main part of a page, help that is no link, and links in other languages than English but for numbers
    /// and addresses.
    "inconsistent-help" Warning checks [Pages(check)]
}

fn check(context: &PagesContext<'_>, found: &mut Vec<Diagnostic>) {
    for turned in context.turned().iter().filter(|turned| turned.is_help) {
        found.push(finding(&RULE, context, turned).help("keep help in one place on every page"));
    }
}
