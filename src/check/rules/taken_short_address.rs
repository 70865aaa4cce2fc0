//! A short address that another service's own name would give it.

use std::collections::HashMap;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Form, Page, Site, Variant};

rule! {
    /// # What it does
    /// Reports a page whose `short` is the name of another page that is a service.
    ///
    /// # Why it matters
    /// A service without a `short` has its own name as a short address: `/s/carers-hub` for `/services/carers-hub/`. Someone
    /// who hears that name expects that service, and the service itself is left without a short address.
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
    /// Names that only sound alike.
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
}
