//! Adds a sheet of paper for each service: a copy of its page at `…/handout/`, in each language that the page has.

use super::booklet::copy;
use crate::model::{Kind, Page, Site};

/// Adds them. What stands at such an address already stays.
pub(super) fn add(site: &mut Site) {
    let handout =
        |page: &Page| Page { kind: Kind::Handout, ..copy(page.clone(), format!("{}handout/", page.address), 0) };
    let services = site.pages.iter().filter(|page| page.has_handout());
    let new: Vec<Page> = services.map(handout).filter(|page| !site.by_address.contains_key(&page.address)).collect();
    site.pages.extend(new);
}
