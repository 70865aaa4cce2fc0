//! Easy Read pages that nobody tried.

use super::super::context::about_pages;
use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Form, Page, Publication, Site};

rule! {
    /// # What it does
    /// Reports Easy Read pages whose `checked_with` is empty: one finding for the site, with their number and names.
    /// When it is filled in, the page shows it.
    /// A site with fewer than a number of such `pages`, 3 where it sets nothing else, has only begun.
    ///
    /// # Why it matters
    /// Only people with a learning disability can say whether an Easy Read page is easy to read. Every other rule
    /// here is a guess at what they would say.
    /// Inclusion Europe, Information for all: do not write for us without us.
    ///
    /// # Example
    /// ```yaml
    /// title: Having a break
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: Having a break
    /// checked_with: Merebridge People First, 12 October 2026
    /// ```
    ///
    /// # What it cannot see
    /// Whether they were listened to, and paid.
    "not-checked-with-people" Advice thresholds [pages 3] checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let is_easy = |page: &&Page| {
        page.variant.form == Form::Easy
            && page.publication == Publication::Live
            && page.copy.is_none()
            && !page.is_fallback
            && page.part == 1
    };
    let pages: Vec<&Page> = site.pages.iter().filter(is_easy).filter(|page| page.origin.is_some()).collect();
    let missing: Vec<&Page> = pages.iter().copied().filter(|page| page.common.checked_with.is_none()).collect();
    if pages.len() < RULE.threshold("pages", &site.settings) as usize {
        return;
    }
    let finding = RULE
        .finding(format!(
            "no people with a learning disability have tried {} of {} Easy Read pages",
            missing.len(),
            pages.len()
        ))
        .help("try a page with them, mend what they say, then write who and when in `checked_with`");
    found.extend(about_pages(finding, &missing));
}
