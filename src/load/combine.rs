//! Lists by two terms at once, such as a topic in an area, and the ways to narrow a list.
//!
//! A combination gets a page only where that page tells a reader something that no other list does: enough services to
//! choose from, few enough to read, and not the same as the list of either term alone.

use std::collections::BTreeMap;

use super::lists::Catalogue;
use crate::model::{
    ContentType, Form, Kind, Listing, Narrowing, Page, PageId, Site, Taxonomy, TermRef, Variant, WayToNarrow,
};

/// The least services of a combination with a page of its own. Fewer are found faster on the longer list.
const FEWEST: usize = 3;
/// The most. What is longer than this is searched, not read.
const MOST: usize = 200;
/// How many combinations any site may have.
const ALWAYS: usize = 1000;
/// A list with no more pages than this is read whole sooner than it is narrowed.
const SHORT: usize = 5;

/// The taxonomies whose terms are combined with areas.
const COMBINED: [&str; 2] = ["topics", "audiences"];
/// The taxonomies by which lists are narrowed, in the order in which readers meet them.
const NARROWING: [&str; 3] = ["areas", "topics", "audiences"];

/// What was counted of one combination.
#[derive(Default)]
struct Count {
    pages: usize,
    services: usize,
    /// Services that are not there for every area.
    local: usize,
}

/// The combinations that get a page, in the order of terms: 3 to 200 services, one of them at least not the same in every
/// area, and fewer pages than either term has alone. There are never more than [`ALWAYS`] or, where that is more, one for
/// each service; then those with the most services of their own are kept.
pub(super) fn combinations(site: &Site, catalogue: &Catalogue) -> Vec<(TermRef, TermRef)> {
    let mut counts: BTreeMap<(TermRef, TermRef), Count> = BTreeMap::new();
    let mut alone: BTreeMap<TermRef, usize> = BTreeMap::new();
    let every = site.area_count();
    let mut services = 0;
    for id in catalogue.classified() {
        let page = site.page(*id);
        let is_service = page.content_type == ContentType::Service;
        let own: Vec<TermRef> = site.areas_of(page).collect();
        services += usize::from(is_service);
        for term in &page.common.terms {
            *alone.entry(*term).or_default() += 1;
            if !COMBINED.contains(&site.key_of(*term)) {
                continue;
            }
            for area in &own {
                let count = counts.entry((*term, *area)).or_default();
                count.pages += 1;
                count.services += usize::from(is_service);
                count.local += usize::from(is_service && own.len() < every);
            }
        }
    }
    let is_worth_it = |terms: &(TermRef, TermRef), count: &Count| {
        (FEWEST..=MOST).contains(&count.services)
            && count.local > 0
            && count.pages < alone[&terms.0]
            && count.pages < alone[&terms.1]
    };
    let mut kept: Vec<_> = counts.into_iter().filter(|(terms, count)| is_worth_it(terms, count)).collect();
    let most = services.max(ALWAYS);
    if kept.len() > most {
        kept.sort_by_key(|(terms, count)| (std::cmp::Reverse(count.local), *terms));
        kept.truncate(most);
    }
    kept.sort_unstable_by_key(|(terms, _)| *terms);
    kept.into_iter().map(|(terms, _)| terms).collect()
}

fn taxonomy(site: &Site, term: TermRef) -> &Taxonomy {
    &site.taxonomies[usize::from(term.taxonomy)]
}

/// The ways to narrow a page's list, whose pages are given, all parts of it together.
pub(super) fn narrowing(site: &Site, page: &Page, items: &[PageId]) -> Narrowing {
    let own = match &page.kind {
        _ if page.variant.form != Form::Standard => return Narrowing::default(),
        Kind::List(Listing::Term(term)) => vec![*term],
        Kind::List(Listing::Both(term, area)) => vec![*term, *area],
        Kind::Section if page.content_type == ContentType::Service => Vec::new(),
        _ => return Narrowing::default(),
    };
    let mut within: BTreeMap<TermRef, usize> = BTreeMap::new();
    for term in items.iter().flat_map(|id| &site.page(*id).common.terms) {
        *within.entry(*term).or_default() += 1;
    }
    let ways = NARROWING.iter().filter_map(|key| {
        let position = site.taxonomies.iter().position(|taxonomy| taxonomy.key == *key)?;
        let all = 0..u16::try_from(site.taxonomies[position].terms.len()).unwrap_or(u16::MAX);
        let all = all.map(|term| TermRef { taxonomy: u16::try_from(position).unwrap_or(u16::MAX), term });
        let current = own.iter().copied().find(|term| usize::from(term.taxonomy) == position);
        let way = match current {
            // The list of one area leads to the same topic in others, and to the topic everywhere.
            Some(current) => elsewhere(site, page, &own, current, all)?,
            None => WayToNarrow {
                key,
                taxonomy: position,
                choices: all
                    .filter(|term| within.get(term).is_some_and(|count| *count < items.len()))
                    .map(|term| (term, find(site, page, &narrowed_address(site, &own, term))))
                    .collect(),
                current: None,
                whole: None,
            },
        };
        (!way.choices.is_empty()).then_some(way)
    });
    let ways: Vec<WayToNarrow> = ways.collect();
    // A list made beforehand is named where there is one, however short the list that it narrows.
    let has_pages = !own.is_empty() && ways.iter().flat_map(|way| &way.choices).any(|(_, list)| list.is_some());
    if items.len() <= SHORT && !has_pages { Narrowing::default() } else { Narrowing { ways, own } }
}

/// Other terms in the place of one of the two that a list has.
fn elsewhere(
    site: &Site,
    page: &Page,
    own: &[TermRef],
    current: TermRef,
    all: impl Iterator<Item = TermRef>,
) -> Option<WayToNarrow> {
    let other = *own.iter().find(|term| **term != current)?;
    let choice = |term: TermRef| {
        let target =
            if term == current { Some(page.id) } else { find(site, page, &narrowed_address(site, &[other], term)) };
        Some((term, Some(target?)))
    };
    Some(WayToNarrow {
        key: NARROWING.iter().find(|key| **key == taxonomy(site, current).key)?,
        taxonomy: usize::from(current.taxonomy),
        choices: all.filter_map(choice).collect(),
        current: Some(current),
        whole: find(site, page, &site.term_address(other)),
    })
}

/// The address of a list's terms together with another one.
fn narrowed_address(site: &Site, own: &[TermRef], term: TermRef) -> String {
    match own {
        [] => site.term_address(term),
        [own] if site.key_of(*own) == "areas" => site.combination_address(term, *own),
        [own] if site.key_of(term) == "areas" => site.combination_address(*own, term),
        _ => String::new(),
    }
}

fn find(site: &Site, reader: &Page, address: &str) -> Option<PageId> {
    let page = site.page(*site.by_address.get(address)?);
    let is_list = matches!(page.kind, Kind::List(_)) && page.variant == Variant { language: 0, form: Form::Standard };
    if is_list { site.best_for(page.group, reader.variant) } else { None }
}
