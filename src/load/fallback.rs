//! Adds the pages that stand in for translations that nobody wrote, in the sections that `[fallback]` names.
//!
//! Such a page has its own address in the language, that language's furniture, and the words of the main language. What
//! marks it for readers is the theme's matter; that no list, search, sitemap or feed has it follows from
//! [`Page::is_listed`].

use std::collections::HashSet;

use super::name::variant_address;
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::{Form, Kind, Listing, Page, Publication, Site, Variant, slug};

/// Adds a page for each one that a language lacks in a section named in `[fallback]`. A section that does not exist is a
/// diagnostic.
pub(super) fn add(site: &mut Site, found: &mut Vec<Diagnostic>) {
    let sections = sections(site, found);
    let there: HashSet<&str> = site.pages.iter().map(|page| page.address.as_str()).collect();
    let mut new = Vec::new();
    for page in site.pages.iter().filter(|page| stands_in(page, &sections)) {
        for language in 1..site.settings.languages.len() {
            let variant = Variant { language: u8::try_from(language).unwrap_or(0), form: Form::Standard };
            let address = variant_address(&page.address, variant, &site.settings);
            if !there.contains(address.as_str()) {
                new.push(fallback(page, variant, address));
            }
        }
    }
    site.pages.extend(new);
}

/// Whether a language may have pages that nobody wrote in it.
pub(super) fn is_wanted(settings: &Settings) -> bool {
    !settings.fallback.is_empty()
}

/// The addresses of the sections named.
fn sections(site: &Site, found: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut sections = Vec::new();
    for (name, span) in &site.settings.fallback {
        let parts: Vec<String> = name.split('/').filter(|part| !part.is_empty()).map(slug).collect();
        let address = parts.iter().fold("/".to_owned(), |address, part| format!("{address}{part}/"));
        if site.pages.iter().any(|page| page.address == address) {
            sections.push(address);
            continue;
        }
        let is_main = |page: &&Page| page.kind == Kind::Section && page.variant.language == 0;
        let known: Vec<&str> = site.pages.iter().filter(is_main).map(|page| page.address.trim_matches('/')).collect();
        found.push(
            Diagnostic::error("unknown-section", format!("the site has no section called `{name}`")).at(*span).help(
                did_you_mean_help(name, known.iter().copied())
                    .unwrap_or_else(|| format!("the sections are: {}", known.join(", "))),
            ),
        );
    }
    sections
}

fn stands_in(page: &Page, sections: &[String]) -> bool {
    let is_for_everyone = page.variant == Variant { language: 0, form: Form::Standard };
    let is_kind = matches!(
        page.kind,
        Kind::Content | Kind::Section | Kind::List(Listing::Taxonomy(_) | Listing::Term(_) | Listing::Both(..))
    );
    is_for_everyone
        && is_kind
        && page.part == 1
        && page.publication == Publication::Live
        && sections.iter().any(|section| page.address.starts_with(section.as_str()))
}

fn fallback(page: &Page, variant: Variant, address: String) -> Page {
    let mut fallback = Page { address, variant, is_fallback: true, ..page.clone() };
    fallback.common.aliases.clear();
    fallback.common.short = None;
    fallback
}
