//! What results can be narrowed by, one file a facet, loaded only when somebody does.
//!
//! A file is an array of `[id, name, pages]`: the value's id in the address, its name (empty where the search page
//! translates the id), and as [`digits`] the gaps between the pages that have it, less one.

use serde_json::{Value, json};

use super::Put;
use super::cards::{forms, is_free};
use super::digits::push;
use crate::index::build::LanguageIndex;
use crate::model::{Form, Page, Site, Variant};

/// A value of a facet: its id and its name.
type Choice = (String, String);

/// A facet while it is made.
struct Facet {
    key: String,
    title: String,
    choices: Vec<Choice>,
    pages: Vec<Vec<u32>>,
}

/// Writes the facets that tell pages apart, and gives key, title (empty where the search page has one) and hash of each.
pub(super) fn write(site: &Site, index: &LanguageIndex, put: &mut Put<'_>) -> Vec<(String, String, String)> {
    let mut written = Vec::new();
    for mut facet in facets(site, index) {
        for (number, indexed) in (0..).zip(&index.pages) {
            for choice in facet.of(site, site.page(indexed.page)) {
                facet.pages[choice].push(number);
            }
        }
        let has_choices = facet.pages.iter().any(|pages| !pages.is_empty());
        if has_choices {
            let hash = put(&format!("f-{}", facet.key), serde_json::to_vec(&facet.values()).expect("it is JSON"));
            written.push((facet.key, facet.title, hash));
        }
    }
    written
}

/// Every taxonomy, then cost, format and language.
fn facets(site: &Site, index: &LanguageIndex) -> Vec<Facet> {
    let own = |id: &str| (id.to_owned(), String::new());
    let mut facets: Vec<Facet> = Vec::new();
    for taxonomy in &site.taxonomies {
        let choices = taxonomy.terms.iter().map(|term| (term.slug.clone(), term.name.clone())).collect();
        facets.push(Facet::new(&taxonomy.key, &taxonomy.title, choices));
    }
    facets.push(Facet::new("cost", "", vec![own("free")]));
    let forms = [Form::Easy.word(), "bsl", Form::Young.word()];
    facets.push(Facet::new("format", "", forms.into_iter().map(own).collect()));
    let here = index.pages.first().map(|indexed| site.page(indexed.page).variant.language);
    let others = (0..).zip(&site.settings.languages).filter(|(number, _)| Some(*number) != here);
    let languages = others.map(|(_, language)| (language.code.clone(), language.name.clone())).collect();
    facets.push(Facet::new("language", "", languages));
    facets
}

impl Facet {
    fn new(key: &str, title: &str, choices: Vec<Choice>) -> Self {
        let pages = vec![Vec::new(); choices.len()];
        Self { key: key.to_owned(), title: title.to_owned(), choices, pages }
    }

    /// The positions of the choices that a page falls under.
    fn of(&self, site: &Site, page: &Page) -> Vec<usize> {
        let choice = |id: &str| self.choices.iter().position(|(known, _)| known == id);
        match self.key.as_str() {
            "cost" => is_free(page).then(|| choice("free")).flatten().into_iter().collect(),
            "format" => forms(site, page).into_iter().filter_map(choice).collect(),
            "language" => {
                let group = site.group(page.group).pages.iter().map(|id| site.page(*id));
                let others = group.filter(|other| {
                    other.is_listed() && other.variant == Variant { form: Form::Standard, ..other.variant }
                });
                let codes = others.map(|other| &site.settings.languages[usize::from(other.variant.language)].code);
                codes.filter_map(|code| choice(code)).collect()
            }
            key => {
                let terms = page.common.terms.iter();
                let own = terms.filter(|term| site.taxonomies[usize::from(term.taxonomy)].key == key);
                own.filter_map(|term| choice(&site.term(*term).slug)).collect()
            }
        }
    }

    fn values(&self) -> Vec<Value> {
        let used = self.choices.iter().zip(&self.pages).filter(|(_, pages)| !pages.is_empty());
        used.map(|((id, name), pages)| {
            let (mut gaps, mut next) = (String::new(), 0);
            for page in pages {
                push(&mut gaps, page - next);
                next = page + 1;
            }
            json!([id, name, gaps])
        })
        .collect()
    }
}
