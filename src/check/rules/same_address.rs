//! Two things with one address.

use std::collections::{BTreeSet, HashMap};

use super::super::context::AcrossContext;
use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

rule! {
    /// # What it does
    /// Reports two files that would be published at the same address, also where only capitals differ.
    ///
    /// # Why it matters
    /// One would take the place of the other, and on many hosts which one is left to chance.
    ///
    /// # Example
    /// ```text
    /// content/services/hub.md
    /// content/services/Hub.md
    /// ```
    ///
    /// # Use instead
    /// ```text
    /// content/services/hub.md
    /// content/services/hub-for-young-carers.md
    /// ```
    ///
    /// # What it cannot see
    /// Two pages at different addresses that say the same.
    "same-address" Error checks [Across(check)]
}

/// Files that Signpost makes at the top of every site.
const MADE: &[&str] =
    &["/404.html", "/_headers", "/_redirects", "/build.json", "/opensearch.xml", "/robots.txt", "/sitemap.xml"];

/// Pages were compared while the site was put together; this looks at files that are shown and at earlier addresses.
fn check(context: &AcrossContext<'_>, found: &mut Vec<Diagnostic>) {
    let site = context.site;
    let used: BTreeSet<FileId> = context.facts.iter().flat_map(|facts| &facts.files).map(|used| used.file).collect();
    let mut seen: HashMap<String, String> =
        MADE.iter().map(|made| ((*made).to_owned(), "Signpost".to_owned())).collect();
    seen.extend(
        site.pages.iter().map(|page| (format!("{}index.html", page.address), format!("the page {}", page.address))),
    );
    for (path, asset) in site.assets.iter().filter(|(_, asset)| used.contains(&asset.file)) {
        let key = asset.address.to_lowercase();
        if key.starts_with("/api/") {
            found.push(finding(&asset.address, "Signpost", asset.file));
            continue;
        }
        match seen.get(&key) {
            Some(owner) => found.push(finding(&asset.address, owner, asset.file)),
            None => {
                seen.insert(key, format!("content/{path}"));
            }
        }
    }
    let mut aliases: HashMap<String, &str> = HashMap::new();
    for page in site.public_pages() {
        let Some(origin) =
            page.origin.as_ref().filter(|_| page.part == 1 && site.group(page.group).main == Some(page.id))
        else {
            continue;
        };
        for alias in &page.common.aliases {
            let address = format!("/{}/", alias.trim_matches('/'));
            if !site.by_address.contains_key(&address)
                && let Some(owner) = seen.get(&format!("{}index.html", address.to_lowercase()))
            {
                found.push(finding(alias, owner, origin.file));
            }
            let owner = aliases.entry(alias.trim_matches('/').to_lowercase()).or_insert(&page.address);
            if *owner != page.address {
                found.push(finding(alias, &format!("the page {owner}"), origin.file));
            }
        }
    }
}

fn finding(address: &str, owner: &str, file: FileId) -> Diagnostic {
    RULE.finding(format!("the address `{address}` is taken by {owner}"))
        .at(Span::whole(file))
        .help("give one of the two another name")
        .always_stops()
}
