//! Words of the glossary that no page uses.

use std::collections::HashSet;

use super::super::rule::rule;
use crate::check::AcrossContext;
use crate::diagnostic::Diagnostic;
use crate::model::PageId;
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a term of the glossary that stands on no page of the site, neither by its title nor by one of its
    /// synonyms, and to which no page links.
    ///
    /// # Why it matters
    /// A glossary of words that nobody meets is longer to search for the one that somebody did meet. Often the pages
    /// use another word, which belongs in `synonyms`.
    /// WCAG 2.2, 3.1.3 Unusual Words (AAA).
    ///
    /// # Example
    /// ```yaml
    /// title: Reablement
    /// synonyms: []
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: Reablement
    /// synonyms: [help to get back on your feet]
    /// ```
    ///
    /// # What it cannot see
    /// Words in headings, on Easy Read pages and in other languages: there no term is explained.
    "unused-term" Warning checks [Across(check)]
}

fn check(context: &AcrossContext<'_>, found: &mut Vec<Diagnostic>) {
    let site = context.site;
    let uses = context.facts.iter().zip(&site.pages).flat_map(|(facts, page)| {
        let linked = facts.links.iter().map(|link| link.to);
        facts.terms.iter().copied().chain(linked).filter(|term| *term != page.id)
    });
    let used: HashSet<PageId> = uses.collect();
    for (page, _) in site.glossary() {
        if let Some(origin) = page.origin.as_ref().filter(|_| !used.contains(&page.id)) {
            found.push(
                RULE.finding(format!("no page uses the word \"{}\"", page.common.title))
                    .at(Span::whole(origin.file))
                    .help("name the words that pages use for it in `synonyms`, or take the term out"),
            );
        }
    }
}
