//! By which short addresses a service would go: its own name, and those that it had before it moved.
//!
//! Sheets of paper with a short address and its code lie about for years. So a name that two services want is nobody's,
//! rather than that of whichever page comes first: it never leads to another service than the one it was printed for.
//!
//! A website that was here before had no such sheets. A name out of an address of its own, `/old-site/contact/`, leads to
//! the page as long as one page alone would have it, and takes nothing from a service of that name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Form, Page, Publication, Site, Variant, slug};

/// Those that would have a name.
#[derive(Debug, Default)]
pub struct WantedShort {
    /// Their positions among the pages.
    pub pages: Vec<usize>,
    /// Whether sheets with it may be printed: it is or was the name of a service at an address of this site.
    pub is_printed: bool,
}

impl Site {
    /// The short addresses that front matter claims, in small letters; nothing that is made ever takes their place.
    pub fn written_shorts(&self) -> BTreeSet<String> {
        self.pages.iter().filter(|page| page.publication != Publication::Draft).flat_map(Page::written_shorts).collect()
    }

    /// Every name that services would have as a short address, with those that would have it. Where sheets with it may be
    /// printed for some, those alone.
    ///
    /// One that has ended, one whose day has not come and a sensitive one count too: what is printed outlasts all that.
    pub fn wanted_shorts(&self) -> BTreeMap<String, WantedShort> {
        let sections = self.service_sections();
        let mut all: BTreeMap<String, WantedShort> = BTreeMap::new();
        for (position, page) in self.pages.iter().enumerate() {
            for (name, is_printed) in self.named(page, &sections) {
                let wanted = all.entry(name).or_default();
                if is_printed && !wanted.is_printed {
                    *wanted = WantedShort { pages: Vec::new(), is_printed };
                }
                if is_printed == wanted.is_printed {
                    wanted.pages.push(position);
                }
            }
        }
        all
    }

    /// The names that a page would have, the best first: the last part of its address, then those of its earlier ones;
    /// for a translation all names of its page, each with the language behind it. None for what is no service.
    ///
    /// `sections` are those of [`Site::service_sections`].
    pub fn short_names(&self, page: &Page, sections: &BTreeSet<String>) -> Vec<String> {
        self.named(page, sections).into_iter().map(|(name, _)| name).collect()
    }

    /// The sections that hold services, by each address that they have or had, without slashes at its ends.
    pub fn service_sections(&self) -> BTreeSet<String> {
        let is_main = |page: &&Page| page.variant == Variant { language: 0, form: Form::Standard };
        let services = self.pages.iter().filter(|page| page.service().is_some()).filter(is_main);
        let sections: BTreeSet<_> = services.filter_map(|page| page.section).collect();
        let addresses = |section| {
            let page: &Page = self.page(section);
            std::iter::once(&page.address).chain(&page.common.aliases)
        };
        sections.into_iter().flat_map(addresses).map(|address| address.trim_matches('/').to_owned()).collect()
    }

    /// The names of a page, and whether sheets with them may be printed.
    fn named(&self, page: &Page, sections: &BTreeSet<String>) -> Vec<(String, bool)> {
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
            let written = main.common.short.iter().filter(|_| main.common.short_at.is_some());
            let written = written.map(|short| (short.to_lowercase(), true));
            let all = written.chain(self.named(main, sections));
            names.extend(all.map(|(name, is_printed)| (format!("{name}-{code}"), is_printed)));
        } else {
            let last =
                |address: &str| address.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_lowercase();
            names.push((last(&page.address), true));
            let aliases = page.common.aliases.iter().map(|alias| alias.trim_matches('/'));
            // An address that another page has leads there, and was never this one's.
            let earlier = aliases
                .filter(|alias| !alias.starts_with("s/") && !self.by_address.contains_key(&format!("/{alias}/")))
                .map(|alias| (last(alias), is_below(alias, sections)));
            // An old site's `page.php?id=7` is no name to read aloud.
            names.extend(earlier.filter(|(name, _)| !name.is_empty() && slug(name) == *name));
        }
        let mut seen = BTreeSet::new();
        // Of two addresses with one name the one that was this site's counts.
        let printed: BTreeSet<String> =
            names.iter().filter(|(_, is_printed)| *is_printed).map(|(name, _)| name.clone()).collect();
        names.retain(|(name, _)| seen.insert(name.clone()));
        names
            .into_iter()
            .map(|(name, _)| {
                let is_printed = printed.contains(&name);
                (name, is_printed)
            })
            .collect()
    }
}

impl Page {
    /// The short addresses that its front matter claims, as `short` or among its `aliases`, in small letters.
    pub fn written_shorts(&self) -> impl Iterator<Item = String> {
        let aliases = self.common.aliases.iter().filter_map(|alias| alias.trim_matches('/').strip_prefix("s/"));
        let short = self.common.short.as_deref().filter(|_| self.common.short_at.is_some());
        short.into_iter().chain(aliases).map(str::to_lowercase)
    }
}

/// Whether an address lies in one of some sections, however deep; right below the home page, where that is one of them.
fn is_below(address: &str, sections: &BTreeSet<String>) -> bool {
    let mut above = address.rsplit_once('/').map_or("", |(above, _)| above);
    if above.is_empty() {
        return sections.contains("");
    }
    loop {
        if sections.contains(above) {
            return true;
        }
        match above.rsplit_once('/') {
            Some((higher, _)) => above = higher,
            None => return false,
        }
    }
}
