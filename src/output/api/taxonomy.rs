//! The ways in which services are classified, as far as a service that is told of has such a term: a term of drafts alone
//! would tell of them.

use serde_json::{Value, json};

use super::{OpenData, OpenService, address, each_once, known, with};
use crate::model::{Page, TermRef};

/// Every taxonomy with its terms, and every term.
pub(super) fn taxonomies(open: &OpenData<'_>) -> (Vec<Value>, Vec<Value>) {
    let terms: Vec<Value> = open.terms.iter().map(|reference| term(open, *reference)).collect();
    let taxonomies = open.site.taxonomies.iter().enumerate().filter_map(|(position, _)| {
        let own: Vec<Value> = open
            .terms
            .iter()
            .zip(&terms)
            .filter(|(reference, _)| usize::from(reference.taxonomy) == position)
            .map(|(_, term)| term.clone())
            .collect();
        (!own.is_empty()).then(|| with(taxonomy(open, position), "taxonomy_terms", own.into()))
    });
    (taxonomies.collect(), terms)
}

/// The terms of a service.
pub(super) fn attributes(open: &OpenData<'_>, entry: &OpenService<'_>) -> Vec<Value> {
    let attribute = |reference: &TermRef| {
        let (key, slug) = (open.site.key_of(*reference), &open.site.term(*reference).slug);
        json!({
            "id": open.id("attribute", &format!("{}/{key}/{slug}", entry.id)).to_string(),
            "link_type": key,
            "taxonomy_term": term(open, *reference),
        })
    };
    each_once(entry.page.common.terms.iter().map(attribute))
}

fn taxonomy(open: &OpenData<'_>, position: usize) -> Value {
    let taxonomy = &open.site.taxonomies[position];
    let list = public_page(open, &format!("/{}/", taxonomy.key));
    known(json!({
        "id": open.id("taxonomy", &taxonomy.key).to_string(),
        "name": taxonomy.title,
        "description": list.and_then(|page| page.common.summary.as_ref()).unwrap_or(&taxonomy.title),
        "uri": list.map(|page| address(open.site, &page.address)),
    }))
}

/// A term, with what its list says of itself; the standard wants a description, and its name is all that there may be.
fn term(open: &OpenData<'_>, reference: TermRef) -> Value {
    let site = open.site;
    let (taxonomy, term) = (&site.taxonomies[usize::from(reference.taxonomy)], site.term(reference));
    let list = public_page(open, &site.term_address(reference));
    known(json!({
        "id": open.id("taxonomy_term", &format!("{}/{}", taxonomy.key, term.slug)).to_string(),
        "name": term.name,
        "description": list.and_then(|page| page.common.summary.as_ref()).unwrap_or(&term.name),
        "taxonomy": taxonomy.title,
        "taxonomy_id": open.id("taxonomy", &taxonomy.key).to_string(),
        "term_uri": list.map(|page| address(site, &page.address)),
    }))
}

fn public_page<'a>(open: &OpenData<'a>, address: &str) -> Option<&'a Page> {
    open.site
        .by_address
        .get(address)
        .map(|id| open.site.page(*id))
        .filter(|page| page.is_listed() && !page.common.sensitive)
}
