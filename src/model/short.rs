//! By which short addresses a service would go: its own name, and those that it had before it moved.
//!
//! Sheets of paper with a short address and its code lie about for years. So a name that two services want is nobody's,
//! rather than that of whichever page comes first: it never leads to another service than the one it was printed for.

use std::collections::{BTreeMap, BTreeSet};

use super::{Page, Publication, Site, slug};

impl Site {
    /// The short addresses that front matter claims, in small letters; nothing that is made ever takes their place.
    pub fn written_shorts(&self) -> BTreeSet<String> {
        let written = |page: &Page| {
            let aliases = page.common.aliases.iter().filter_map(|alias| alias.trim_matches('/').strip_prefix("s/"));
            let short = page.common.short.as_deref().filter(|_| page.common.short_at.is_some());
            aliases.chain(short).map(str::to_lowercase).collect::<Vec<_>>()
        };
        self.pages.iter().flat_map(written).collect()
    }

    /// Every name that services would have as a short address, with the positions of those that would have it.
    ///
    /// One that has ended, one whose day has not come and a sensitive one count too: what is printed outlasts all that.
    pub fn wanted_shorts(&self) -> BTreeMap<String, Vec<usize>> {
        let mut wanted: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (position, page) in self.pages.iter().enumerate() {
            for name in self.short_names(page) {
                wanted.entry(name).or_default().push(position);
            }
        }
        wanted
    }

    /// The names that a page would have, the best first: the last part of its address, then those of its earlier ones;
    /// for a translation all names of its page, each with the language behind it. None for what is no service.
    pub fn short_names(&self, page: &Page) -> Vec<String> {
        if page.publication == Publication::Draft || page.service().is_none() {
            return Vec::new();
        }
        let mut names = Vec::new();
        if page.variant.language > 0 {
            let Some(main) = self.group(page.group).main.map(|main| self.page(main)) else { return names };
            if main.variant.language > 0 {
                return names;
            }
            let code = self.settings.languages[usize::from(page.variant.language)].code.to_lowercase();
            let written = main.common.short.iter().filter(|_| main.common.short_at.is_some()).cloned();
            names.extend(written.chain(self.short_names(main)).map(|name| format!("{}-{code}", name.to_lowercase())));
        } else {
            let last =
                |address: &str| address.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_lowercase();
            names.push(last(&page.address));
            let aliases = page.common.aliases.iter().map(|alias| alias.trim_matches('/'));
            // An address that another page has leads there, and was never this one's.
            let earlier = aliases
                .filter(|alias| !alias.starts_with("s/") && !self.by_address.contains_key(&format!("/{alias}/")));
            // An old site's `page.php?id=7` is no name to read aloud.
            names.extend(earlier.map(last).filter(|name| !name.is_empty() && slug(name) == *name));
        }
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names
    }
}
