//! The online booklet: the pages that `[booklet]` names, as chapters to read one after another.
//!
//! A chapter is a copy of its page below `/booklet/`, in each form and language that the page has; only the copy knows
//! its neighbours. What is printed lies about where anybody finds it, so a sensitive page is never a chapter.

use std::collections::{BTreeMap, BTreeSet};

use super::doors::made;
use super::lists::Catalogue;
use super::name::variant_address;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::{CopyOf, Form, GroupId, Kind, Listing, Page, PageId, Publication, Site, Variant};
use crate::source::Span;

/// Where the booklet stands.
const BASE: &str = "/booklet/";

/// A booklet in a form or language has at least so many chapters.
const FEWEST: usize = 2;

/// Adds the chapters, the contents and the page that prints whole, in every form and language that has enough of them.
/// A name that leads nowhere, and a page that may not be in it, are diagnostics.
pub(super) fn add(site: &mut Site, found: &mut Vec<Diagnostic>) {
    let groups = chapters(site, found);
    let mut booklets: BTreeMap<Variant, Vec<Page>> = BTreeMap::new();
    for group in groups {
        for id in &site.group(group).pages {
            let page = site.page(*id);
            let is_safe = !page.common.sensitive && !page.is_fallback;
            if page.kind == Kind::Content && page.publication == Publication::Live && is_safe {
                booklets.entry(page.variant).or_default().push(page.clone());
            }
        }
    }
    let is_whole = |variant: &Variant, pages: &Vec<Page>| variant.form != Form::Bsl && pages.len() >= FEWEST;
    for (variant, pages) in booklets.into_iter().filter(|(variant, pages)| is_whole(variant, pages)) {
        let title = site.settings.booklet_title.clone().unwrap_or_else(|| "Booklet".into());
        for (address, listing) in
            [(BASE.to_owned(), Listing::Booklet), (format!("{BASE}whole/"), Listing::WholeBooklet)]
        {
            let mut page = made(&variant_address(&address, variant, &site.settings), Kind::List(listing), &title);
            page.variant = variant;
            site.pages.push(page);
        }
        for (position, page) in pages.into_iter().enumerate() {
            let main = super::assemble::main_address(&page, &site.settings);
            let address = variant_address(&format!("{BASE}{}", main.trim_start_matches('/')), variant, &site.settings);
            site.pages.push(copy(page, address, u16::try_from(position + 1).unwrap_or(u16::MAX)));
        }
    }
}

/// A page at another address, which no list, search, sitemap or feed has.
pub(super) fn copy(page: Page, address: String, chapter: u16) -> Page {
    let mut copy = Page { copy: Some(CopyOf { address: page.address.clone(), chapter }), address, ..page };
    copy.common.aliases.clear();
    copy.common.more_shorts.clear();
    (copy.common.short, copy.common.bsl) = (None, None);
    copy
}

/// The groups of the pages named, in their order, each once.
fn chapters(site: &Site, found: &mut Vec<Diagnostic>) -> Vec<GroupId> {
    if site.settings.booklet.is_empty() {
        return Vec::new();
    }
    let catalogue = Catalogue::new(site);
    let (mut groups, mut seen) = (Vec::new(), BTreeSet::new());
    for (name, span) in &site.settings.booklet {
        let Some(id) = named(site, name) else {
            found.push(unknown(site, name, *span));
            continue;
        };
        let page = site.page(id);
        let below = if page.kind == Kind::Section { catalogue.below(id) } else { Vec::new() };
        if page.common.sensitive {
            found.push(sensitive(name, *span));
        } else if page.publication != Publication::Live {
            found.push(
                Diagnostic::warning(
                    "link-to-unpublished",
                    format!("`{name}` is not published, and not in the booklet"),
                )
                .at(*span)
                .help("publish the page, or take it out of `[booklet]`"),
            );
        }
        let own = (page.kind == Kind::Content).then_some(id);
        for id in own.into_iter().chain(below) {
            let page = site.page(id);
            if page.kind == Kind::Content && !page.common.sensitive && seen.insert(page.group) {
                groups.push(page.group);
            }
        }
    }
    groups
}

/// The page of a content path, with or without its ending, or of an address.
fn named(site: &Site, name: &str) -> Option<PageId> {
    let path = name.trim_matches('/');
    let paths = [path.to_owned(), format!("{path}.md"), format!("{path}/_index.md")];
    let by_path = paths.iter().find_map(|path| site.by_path.get(path));
    by_path.or_else(|| site.by_address.get(&format!("/{path}/"))).copied()
}

fn unknown(site: &Site, name: &str, span: Span) -> Diagnostic {
    let known = site.by_path.keys().map(String::as_str).chain(site.by_address.keys().map(String::as_str));
    Diagnostic::error("unknown-chapter", format!("the booklet names `{name}`, and there is no such page"))
        .at(span)
        .help(did_you_mean_help(name, known).unwrap_or_else(|| {
            "write the path of a page below content/, such as `guides/breaks.md`, or of a section".into()
        }))
}

fn sensitive(name: &str, span: Span) -> Diagnostic {
    Diagnostic::warning("sensitive-chapter", format!("`{name}` is sensitive, and is left out of the booklet"))
        .at(span)
        .help("take it out of `[booklet]`: a printed page can be found by the wrong person")
}
