//! Gives every service an address to read aloud: `/s/hub` for the page at `/services/hub/`, `/s/hub-pl` in Polish.
//!
//! What an editor wrote comes first, and is never taken by another page. A sensitive page has a short address only where
//! somebody wrote one.

use std::collections::HashSet;

use super::assemble::main_address;
use crate::model::{Page, Publication, Site};

/// Fills in `short` of each service that has none, where its own name is free; the site must have been numbered.
pub(super) fn add(site: &mut Site) {
    let mut taken: HashSet<String> = site.pages.iter().flat_map(claims).collect();
    let is_in_need = |page: &Page| {
        page.common.short.is_none()
            && !page.common.sensitive
            && page.publication == Publication::Live
            && page.service().is_some()
    };
    // Translations are called after their page, which must have its name first.
    for is_translation in [false, true] {
        for index in 0..site.pages.len() {
            let page = &site.pages[index];
            if (page.variant.language > 0) == is_translation
                && is_in_need(page)
                && let Some(name) = name(site, page)
                && taken.insert(name.to_lowercase())
            {
                site.pages[index].common.short = Some(name);
            }
        }
    }
}

/// The short addresses that a page's front matter claims.
fn claims(page: &Page) -> Vec<String> {
    let aliases = page.common.aliases.iter().filter_map(|alias| alias.trim_matches('/').strip_prefix("s/"));
    aliases.chain(page.common.short.as_deref()).map(str::to_lowercase).collect()
}

/// What a service would be called: the last part of its address, with the language behind it in a translation.
fn name(site: &Site, page: &Page) -> Option<String> {
    if page.variant.language == 0 {
        return page.address.trim_end_matches('/').rsplit('/').next().map(str::to_owned);
    }
    let main = site.by_address.get(&main_address(page, &site.settings))?;
    let short = site.page(*main).common.short.as_ref()?;
    Some(format!("{short}-{}", site.settings.languages[usize::from(page.variant.language)].code.to_lowercase()))
}
