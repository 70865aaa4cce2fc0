//! Gives every service an address to read aloud: `/s/hub` for the page at `/services/hub/`, `/s/hub-pl` in Polish.
//!
//! What an editor wrote comes first, and is never taken by another page. A name that two services want is nobody's. The
//! names that a page had at its earlier addresses lead to it as well. A sensitive page has a short address only where
//! somebody wrote one.

use crate::model::Site;

/// Fills in `short` of each service that has none, and its further names; the site must have been numbered.
pub(super) fn add(site: &mut Site) {
    let (written, wanted) = (site.written_shorts(), site.wanted_shorts());
    let sections = site.service_sections();
    for position in 0..site.pages.len() {
        let page = &site.pages[position];
        let names = site.short_names(page, &sections);
        let is_free = |name: &str| {
            let only = wanted.get(name).map(|wanted| wanted.pages.as_slice());
            !written.contains(name) && matches!(only, Some([only]) if site.pages[*only].group == page.group)
        };
        if page.common.sensitive || names.is_empty() {
            continue;
        }
        let code = &site.settings.languages[usize::from(page.variant.language)].code.to_lowercase();
        let main = site.group(page.group).main.map(|main| &site.page(main).common);
        let own = main.filter(|common| common.short_at.is_some()).and_then(|common| common.short.as_deref());
        // A translation is called after its page, by no name that the page itself may not have.
        let is_of_page = |name: &str| match name.strip_suffix(code.as_str()).and_then(|name| name.strip_suffix('-')) {
            Some(base) if page.variant.language > 0 => {
                own.is_some_and(|own| own.to_lowercase() == base) || is_free(base)
            }
            _ => true,
        };
        let mut names = names.into_iter().filter(|name| is_free(name) && is_of_page(name));
        let short = page.common.short.clone().or_else(|| names.next());
        let more = names.collect();
        let common = &mut site.pages[position].common;
        (common.short, common.more_shorts) = (short, more);
    }
}
