//! What the concerns share: for a whole build, and for one page.

use std::collections::HashMap;

use lol_html::Selector;

use super::CONCERNS;
use super::words::{self, Edit, Glossary};
use crate::model::{Page, Site};

/// What every page needs, made once for a build.
#[derive(Debug)]
pub struct Context {
    /// The selectors of each concern, in its order; reading them anew for each page would take as long as the pass.
    pub(super) selectors: Vec<Vec<Selector>>,
    /// Width and height of pictures by their link.
    pub(super) sizes: HashMap<String, (u32, u32)>,
    /// The glossary of each language, in the order of the settings.
    pub(super) glossaries: Vec<Option<Glossary>>,
}

impl Context {
    /// Reads selectors, picture sizes and the glossary.
    pub fn new(site: &Site) -> Self {
        let parse = |selector: &&str| selector.parse().expect("the selectors of a concern are constants under test");
        let sizes = site.assets.values().filter_map(|asset| Some((site.settings.href(&asset.address), asset.size?)));
        let languages = 0..site.settings.languages.len();
        Self {
            selectors: CONCERNS.iter().map(|concern| concern.selectors.iter().map(parse).collect()).collect(),
            sizes: sizes.collect(),
            glossaries: languages.map(|language| Glossary::new(site, language)).collect(),
        }
    }
}

/// One page in its pass.
pub(super) struct Turn<'t> {
    /// Its HTML before the pass, in which a concern may look ahead.
    pub(super) html: &'t str,
    pub(super) page: &'t Page,
    pub(super) site: &'t Site,
    pub(super) context: &'t Context,
    /// Where `main` begins.
    pub(super) main: usize,
    /// What is to be done with its words.
    pub(super) edits: Vec<Edit>,
}

impl<'t> Turn<'t> {
    pub(super) fn new(html: &'t str, page: &'t Page, site: &'t Site, context: &'t Context) -> Self {
        let main = memchr::memmem::find(html.as_bytes(), b"<main").unwrap_or(0);
        let glossary = context.glossaries.get(usize::from(page.variant.language)).and_then(Option::as_ref);
        let edits = glossary.map_or(Vec::new(), |glossary| words::edits(html, main, page, glossary));
        Self { html, page, site, context, main, edits }
    }

    /// A part of a page outside of its `main`.
    pub(super) fn of_part(html: &'t str, page: &'t Page, site: &'t Site, context: &'t Context) -> Self {
        Self { html, page, site, context, main: html.len(), edits: Vec::new() }
    }

    /// Whether the page holds a text anywhere.
    pub(super) fn holds(&self, text: &str) -> bool {
        memchr::memmem::find(self.html.as_bytes(), text.as_bytes()).is_some()
    }

    /// Whether the page is written from right to left.
    pub(super) fn is_rtl(&self) -> bool {
        self.site.settings.languages.get(usize::from(self.page.variant.language)).is_some_and(|language| language.rtl)
    }

    /// The code of the page's language.
    pub(super) fn language(&self) -> &'t str {
        self.site
            .settings
            .languages
            .get(usize::from(self.page.variant.language))
            .map_or("en", |language| &language.code)
    }
}
