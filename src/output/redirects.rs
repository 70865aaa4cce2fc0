//! Earlier and short addresses, and where they lead now. The pages themselves are drawn by `render`.

use std::collections::BTreeSet;

use crate::model::{Kind, Listing, Site, slug};

/// Lists every address that leads on: `from` with a slash at both ends, and the address of the page it leads to.
///
/// The first page that claims an address has it, and an address with a page of its own never leads away; for both,
/// capitals make no other address, as they make no other file on many disks. Only pages that readers can see are led to.
pub fn redirects(site: &Site) -> Vec<(String, String)> {
    let mut redirects: Vec<(String, String)> = Vec::new();
    let taken: BTreeSet<String> = site.by_address.keys().map(|address| address.to_lowercase()).collect();
    for page in site.public_pages() {
        let shorts = page.common.short.iter().chain(&page.common.more_shorts);
        let short = shorts.map(|short| format!("/s/{}/", short.trim_matches('/')));
        let aliases = page.common.aliases.iter().map(|alias| format!("/{}/", alias.trim_matches('/')));
        for from in aliases.chain(short) {
            if from != "//" && !taken.contains(&from.to_lowercase()) {
                redirects.push((from, page.address.clone()));
            }
        }
    }
    redirects.extend(retired_areas(site).into_iter().filter(|(from, _)| !taken.contains(&from.to_lowercase())));
    // A stable sort: of two pages that claim an address, the first in the order of addresses stays.
    redirects.sort_by_cached_key(|(from, _)| from.to_lowercase());
    redirects.dedup_by_key(|(from, _)| from.to_lowercase());
    redirects
}

/// The lists of areas that another has replaced lead to those of the other; to all areas, where that has no list.
fn retired_areas(site: &Site) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for old in &site.records.retired_areas {
        let slug = slug(&old.name);
        let now = site.records.area_now(&old.id).map(|now| now.name.trim());
        let before = all.len();
        for page in site.public_pages() {
            let (Kind::List(Listing::Term(term) | Listing::Both(_, term)), 1) = (&page.kind, page.part) else {
                continue;
            };
            let above = page.address.strip_suffix(&format!("{}/", site.term(*term).slug));
            if let (true, true, Some(above)) =
                (site.key_of(*term) == "areas", Some(site.term(*term).name.as_str()) == now, above)
            {
                all.push((format!("{above}{slug}/"), page.address.clone()));
            }
        }
        if all.len() == before && site.by_address.contains_key("/areas/") {
            all.push((format!("/areas/{slug}/"), "/areas/".to_owned()));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fixture;

    #[test]
    fn aliases_and_short_addresses_lead_to_their_page() {
        let mut site = fixture::site();
        site.pages[1].common.aliases =
            vec!["/old-hub/".into(), "centre".into(), "/".into(), "/pl/hub/".into(), "/Hub/".into()];
        site.pages[1].common.short = Some("hub".into());
        site.pages[2].common.aliases = vec!["/centre".into(), "/Old-Hub/".into()];
        let lead = |from: &str| (from.to_owned(), "/hub/".to_owned());
        assert_eq!(redirects(&site), [lead("/centre/"), lead("/old-hub/"), lead("/s/hub/")]);
    }
}
