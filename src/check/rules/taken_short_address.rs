//! A short address that is the name of another service.

use std::collections::HashMap;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Form, Page, Site, Variant};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a page whose `short` is the name of another page that is a service, and services that would have the same
    /// name, now or by an earlier address in `aliases`.
    ///
    /// # Why it matters
    /// A service without a `short` has its own name as a short address: `/s/carers-hub` for `/services/carers-hub/`. Someone
    /// who hears that name expects that service, and the service itself is left without a short address. Of two services
    /// with one name neither has it: a sheet that was printed for one must never lead to the other.
    ///
    /// # Example
    /// ```yaml
    /// title: Carers groups
    /// short: carers-hub
    /// ```
    /// while there is a service at `/services/carers-hub/`.
    ///
    /// # Use instead
    /// ```yaml
    /// title: Carers groups
    /// short: groups
    /// ```
    ///
    /// # What it cannot see
    /// Names that only sound alike, and names that were printed and that no page or `aliases` has any
    /// more.
    "taken-short-address" Warning checks [Model(look)]
}

fn look(site: &Site, found: &mut Vec<Diagnostic>) {
    let is_main = |page: &Page| page.variant == Variant { language: 0, form: Form::Standard };
    let services = site.public_pages().filter(|page| page.service().is_some() && is_main(page));
    let mut names: HashMap<&str, &Page> = HashMap::new();
    // A service that has a word of its own needs its name no more.
    for page in services.filter(|page| page.common.short_at.is_none() && !page.common.sensitive) {
        names.entry(page.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default()).or_insert(page);
    }
    for page in site.public_pages() {
        let (Some(short), Some(at)) = (page.common.short.as_deref(), page.common.short_at) else { continue };
        if let Some(other) = names.get(short).filter(|other| other.group != page.group) {
            found.push(
                RULE.finding(format!("the short address `/s/{short}` is the name of another service"))
                    .at(at)
                    .help(format!("take another word here, or write `short` on that service too: {}", other.address)),
            );
        }
    }
    same_names(site, found);
}

/// Names that more than one service would have, and that nobody wrote down as theirs.
fn same_names(site: &Site, found: &mut Vec<Diagnostic>) {
    let written = site.written_shorts();
    for (name, positions) in site.wanted_shorts() {
        let pages: Vec<&Page> = positions.iter().map(|position| &site.pages[*position]).collect();
        // Those of translations are mended with those of their pages.
        let is_translated = pages.iter().all(|page| page.variant.language > 0);
        let unnamed = pages.iter().find(|page| page.common.short_at.is_none());
        let (Some(unnamed), false, false) = (unnamed, pages.len() < 2 || is_translated, written.contains(&name)) else {
            continue;
        };
        let addresses: Vec<&str> = pages.iter().map(|page| page.address.as_str()).collect();
        let mut finding = RULE
            .finding(format!("{} services would have the short address `/s/{name}`, so none has it", pages.len()))
            .note(format!("they are {}", addresses.join(" and ")))
            .help(format!(
                "write `short: {name}` on the one whose sheets are printed already, and `short` with another word on the other"
            ));
        finding.span = unnamed.origin.as_ref().map(|origin| Span::whole(origin.file));
        found.push(finding);
    }
}
