//! Pages that name each other as translations, or do not.

use super::super::rule::rule;
use crate::check::{FinishedContext, PagesContext};
use crate::diagnostic::Diagnostic;
use crate::html::Element;

rule! {
    /// # What it does
    /// Reports a `<link rel="alternate" hreflang>` that leads to no page, and one to a page that does not lead back.
    ///
    /// # Why it matters
    /// Search engines take such a link as true only where both pages say it. Otherwise somebody who searches in Polish is
    /// shown the English page, although there is one in Polish.
    ///
    /// # Example
    /// ```html
    /// <link rel="alternate" hreflang="pl" href="/pl/breaks/">
    /// ```
    /// where `/pl/breaks/` does not name `/breaks/`.
    ///
    /// # Use instead
    /// ```html
    /// <link rel="alternate" hreflang="en" href="/breaks/">
    /// <link rel="alternate" hreflang="pl" href="/pl/breaks/">
    /// ```
    /// on both.
    ///
    /// # What it cannot see
    /// Translations on other sites, and files that are no pages, such as a PDF; what a sitemap or a server says of
    /// languages. In a folder whose pages name no canonical address, whole addresses. As a folder may be a part of a
    /// site, a page at a whole address, or at one from `/`, is missed only where other files of its first folder are
    /// there.
    "broken-alternate" Error checks [Pages(check)]
}

/// Starts a finding about a link to a page that is not there.
pub fn missing(context: &FinishedContext<'_>, link: &Element<'_, '_>, href: &str) -> Diagnostic {
    let language = link.attribute("hreflang").unwrap_or_default();
    let message = format!("the page for `{}` that this names is not there: {href}", language.trim());
    context.report(&RULE, link, message).help("name a page that exists, or take the link away")
}

fn check(context: &PagesContext<'_>, found: &mut Vec<Diagnostic>) {
    let pairs = context.one_way();
    let Some((first, other)) = pairs.first() else { return };
    let message = format!(
        "{} names {} as the same page in another language, and is not named by it",
        context.name(*first),
        context.name(*other)
    );
    let pages: Vec<u32> = pairs.iter().map(|(page, _)| *page).collect();
    let mut finding = context.place(RULE.finding(message), &pages);
    finding.count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    found.push(finding.help("let both pages name each other, and themselves"));
}
