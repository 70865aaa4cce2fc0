//! Taxonomies: which terms there are, and which of them a page has.

use std::collections::HashMap;

use crate::config::{Settings, TaxonomySettings};
use crate::content_type::retired;
use crate::data::{Located, Step, Value};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::model::{Records, Taxonomy, Term, TermRef, fold, slug};

/// The terms of a site while pages are read: closed lists are full, open ones grow.
pub struct Terms {
    /// The taxonomies so far.
    pub taxonomies: Vec<Taxonomy>,
    /// For each taxonomy, what a page may write (folded) and the terms it stands for.
    known: Vec<HashMap<String, Vec<u16>>>,
    closed: Vec<bool>,
    /// Areas that another has replaced, by what a page may write (folded): the id, and that of the other.
    retired: HashMap<String, (String, Option<String>)>,
}

impl Terms {
    /// Makes the terms that settings and records name.
    pub fn new(settings: &Settings, records: &Records) -> Self {
        let mut terms = Self { taxonomies: Vec::new(), known: Vec::new(), closed: Vec::new(), retired: HashMap::new() };
        for taxonomy in &settings.taxonomies {
            terms.add_taxonomy(taxonomy, records);
        }
        terms
    }

    fn add_taxonomy(&mut self, settings: &TaxonomySettings, records: &Records) {
        let position = self.taxonomies.len();
        self.taxonomies.push(Taxonomy { key: settings.key.clone(), title: settings.title.clone(), terms: Vec::new() });
        self.known.push(HashMap::new());
        let from_records = settings.key == "areas" && records.own_areas().next().is_some();
        self.closed.push(from_records || settings.terms.is_some());
        if from_records {
            self.add_areas(position, records);
        } else {
            for name in settings.terms.iter().flatten() {
                self.add(position, name);
            }
        }
    }

    /// Areas in which no other of the site's lies are the terms; the name of a larger one stands for all in it.
    fn add_areas(&mut self, position: usize, records: &Records) {
        let is_leaf = |id: &str| records.own_areas().all(|(_, area)| area.parent.as_deref() != Some(id));
        for area in records.own_areas().map(|(_, area)| area).filter(|area| is_leaf(&area.id)) {
            let term = self.add(position, &area.name);
            self.known[position].insert(fold(&area.id), vec![term]);
        }
        for area in records.own_areas().map(|(_, area)| area).filter(|area| !is_leaf(&area.id)) {
            let inside = |id: &str| ancestors(records, id).any(|ancestor| ancestor == area.id);
            let leaves = records.own_areas().map(|(_, leaf)| leaf).filter(|leaf| is_leaf(&leaf.id) && inside(&leaf.id));
            let terms: Vec<u16> =
                leaves.filter_map(|leaf| self.known[position].get(&fold(&leaf.id))?.first().copied()).collect();
            self.known[position].insert(fold(&area.id), terms.clone());
            self.known[position].insert(fold(&area.name), terms);
        }
        // What was replaced stands for what took its place; for nothing, where that is none.
        for area in &records.retired_areas {
            let now = records.area_now(&area.id);
            let terms = now.and_then(|now| self.known[position].get(&fold(&now.id)).cloned()).unwrap_or_default();
            for name in [&area.id, &area.name].map(|name| fold(name)) {
                // A name that an area in use has too is that area's.
                if !self.known[position].contains_key(&name) {
                    self.known[position].insert(name.clone(), terms.clone());
                    self.retired.insert(name, (area.id.clone(), now.map(|now| now.id.clone())));
                }
            }
        }
    }

    /// Reports an area that another has replaced: by its id or its name, and the other one in the same way.
    fn retired(&self, name: &str, position: usize, records: &Records) -> Option<(Diagnostic, Option<String>)> {
        let (id, now) = self.retired.get(&fold(name)).filter(|_| self.taxonomies[position].key == "areas")?;
        let now = now.as_deref().and_then(|now| records.areas.iter().find(|area| area.id == now));
        let written = now.map(|now| if fold(name) == fold(id) { now.id.clone() } else { now.name.clone() });
        Some((retired("retired-area", "area", name.trim(), written.as_deref()), written))
    }

    fn add(&mut self, position: usize, name: &str) -> u16 {
        let terms = &mut self.taxonomies[position].terms;
        let number = u16::try_from(terms.len()).unwrap_or(u16::MAX);
        let base = slug(name);
        let is_taken = |slug: &str| terms.iter().any(|term| term.slug == slug);
        let slug = if base.is_empty() || is_taken(&base) { format!("{base}-{}", terms.len() + 1) } else { base };
        terms.push(Term { name: name.trim().to_owned(), slug, pages: Vec::new() });
        self.known[position].insert(fold(name.trim()), vec![number]);
        number
    }

    /// Takes the terms that a page names out of its front matter. An unknown term of a closed list is a diagnostic.
    pub fn of_page(
        &mut self,
        value: &Value,
        at: &Located<'_>,
        records: &Records,
        found: &mut Vec<Diagnostic>,
    ) -> Vec<TermRef> {
        let mut all = Vec::new();
        for position in 0..self.taxonomies.len() {
            let key = self.taxonomies[position].key.clone();
            let Some(written) = value.get(&key) else {
                continue;
            };
            for (index, item) in written.items().iter().enumerate() {
                let Some(name) = item.as_text() else {
                    continue;
                };
                let path = || {
                    let mut path = vec![Step::Key(key.clone())];
                    path.extend(matches!(written, Value::List(_)).then_some(Step::Item(index)));
                    path
                };
                if let Some((finding, now)) = self.retired(name, position, records) {
                    found.push(at.mend(finding.at(at.value(&path())), &path(), now));
                }
                let numbers = match self.known[position].get(&fold(name)) {
                    Some(numbers) => numbers.clone(),
                    None if self.closed[position] => {
                        found.push(self.unknown(position, name).at(at.value(&path())));
                        continue;
                    }
                    None => vec![self.add(position, name)],
                };
                let taxonomy = u16::try_from(position).unwrap_or(u16::MAX);
                all.extend(numbers.into_iter().map(|term| TermRef { taxonomy, term }));
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Terms without areas: the area of a hidden place is no smaller than the county.
    pub fn without_areas(&self, mut terms: Vec<TermRef>) -> Vec<TermRef> {
        terms.retain(|term| self.taxonomies[usize::from(term.taxonomy)].key != "areas");
        terms
    }

    fn unknown(&self, position: usize, name: &str) -> Diagnostic {
        let taxonomy = &self.taxonomies[position];
        let names = taxonomy.terms.iter().map(|term| term.name.as_str());
        let help = match did_you_mean(name, names.clone()) {
            Some(term) => format!("did you mean `{term}`?"),
            None => format!("the terms are: {}", names.collect::<Vec<_>>().join(", ")),
        };
        Diagnostic::error("unknown-term", format!("`{}` has no term called `{name}`", taxonomy.key)).help(help)
    }
}

fn ancestors<'a>(records: &'a Records, id: &str) -> impl Iterator<Item = &'a str> {
    let parent_of = |id: &str| records.areas.iter().find(|area| area.id == id).and_then(|area| area.parent.as_deref());
    // An area that lies in itself by way of others ends here instead of going round.
    std::iter::successors(parent_of(id), move |parent| parent_of(parent)).take(records.areas.len())
}
