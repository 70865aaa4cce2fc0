//! Finds the key that words of a finished page come from.
//!
//! Templates leave no marks, so that a finding about a link that front matter words points at the template alone. Where
//! the very words stand under one key, that is what a person can mend. So with findings about a page's facts, which name
//! their key. Findings are rare: nothing is read without one.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::records::read_data;
use super::{FrontMatter, front_matter};
use crate::data::{Format, Located, Step, Value};
use crate::diagnostic::Diagnostic;
use crate::model::{Form, Page, Site, Variant};
use crate::source::{FileId, Sources, Span};

/// The words of a site's records; read when first asked for.
#[derive(Default)]
pub struct Written {
    records: OnceLock<Records>,
}

/// The files of records, and which value of which file has some words; nothing where several have the same.
#[derive(Default)]
struct Records {
    files: Vec<(FileId, String, usize)>,
    known: BTreeMap<String, Option<(usize, Vec<Step>)>>,
}

/// The front matter from which a page has its facts, and the records of its site.
pub struct OfPage<'w> {
    fronts: Vec<(FileId, FrontMatter)>,
    written: &'w Written,
    site: &'w Site,
    sources: &'w dyn Sources,
}

impl Written {
    /// Reads the front matter of a page, and that of the page whose facts it has.
    pub fn of_page<'w>(&'w self, page: &Page, site: &'w Site, sources: &'w dyn Sources) -> OfPage<'w> {
        let main = site.best_for(page.group, Variant { language: 0, form: Form::Standard }).map(|id| site.page(id));
        let own = std::iter::once(page).chain(main.filter(|main| main.id != page.id));
        let fronts = own.filter_map(|page| {
            let origin = page.origin.as_ref()?;
            let bytes = sources.read(&format!("content/{}", origin.path)).ok()?;
            Some((origin.file, front_matter(origin.file, &bytes, &mut Vec::new())?))
        });
        OfPage { fronts: fronts.collect(), written: self, site, sources }
    }
}

impl OfPage<'_> {
    /// The value that some words come from: in the front matter, or else the only one of all records.
    pub fn find(&self, words: &str) -> Option<Span> {
        self.fronts.iter().find_map(|(file, front)| in_front_matter(words, *file, front)).or_else(|| {
            let records = self.written.records.get_or_init(|| Records::read(self.site, self.sources));
            let (file, path) = records.known.get(words)?.as_ref()?;
            let (file, text, start) = &records.files[*file];
            Some(Located::new(*file, Format::Yaml, text, *start).value(path))
        })
    }
}

/// Points the findings that name a key of front matter at where it stands; those of a key that comes from elsewhere, such
/// as the page's section, at the front matter. Findings about one file that follow each other read it once.
pub fn point_at_keys(found: &mut [Diagnostic], site: &Site, sources: &dyn Sources) {
    let mut last = None;
    for finding in found.iter_mut().filter(|finding| !finding.key.is_empty()) {
        let Some(file) = finding.span.map(|span| span.file) else { continue };
        if last.as_ref().is_none_or(|(known, _)| *known != file) {
            let bytes = sources.read(site.files.path(file)).ok();
            last = Some((file, bytes.and_then(|bytes| front_matter(file, &bytes, &mut Vec::new()))));
        }
        if let Some((_, Some(front))) = &last {
            finding.span = Some(Located::new(file, Format::Yaml, &front.text, front.start).value(&finding.key));
        }
        finding.key.clear();
    }
}

fn in_front_matter(words: &str, file: FileId, front: &FrontMatter) -> Option<Span> {
    let mut found = None;
    each_text(&front.value, &mut Vec::new(), &mut |text, path| {
        if found.is_none() && text == words {
            found = Some(Located::new(file, Format::Yaml, &front.text, front.start).value(path));
        }
    });
    found
}

impl Records {
    fn read(site: &Site, sources: &dyn Sources) -> Self {
        let records = &site.records;
        let files = [
            ("contacts.yaml", records.contacts.values().find_map(|contact| contact.span)),
            ("providers.yaml", records.providers.values().find_map(|provider| provider.span)),
            ("areas.yaml", records.areas.iter().find_map(|area| area.span)),
        ];
        let mut read = Self::default();
        for (name, span) in files {
            if let Some(span) = span {
                read.take(name, span.file, sources);
            }
        }
        read
    }

    /// Takes in all words of a file. One that cannot be read is a finding of its own.
    fn take(&mut self, name: &str, file: FileId, sources: &dyn Sources) {
        read_data(name, file, sources, &mut Vec::new(), |value, at, _| {
            let number = self.files.len();
            each_text(value, &mut Vec::new(), &mut |words, path| {
                let place = || Some((number, path.to_vec()));
                self.known.entry(words.to_owned()).and_modify(|known| *known = None).or_insert_with(place);
            });
            self.files.push((file, at.text().to_owned(), at.range(0..0).start as usize));
        });
    }
}

/// Hands over every text of a tree of values, with the way to it.
fn each_text(value: &Value, path: &mut Vec<Step>, take: &mut impl FnMut(&str, &[Step])) {
    match value {
        Value::Text(text) => take(text.trim(), path),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Step::Item(index));
                each_text(item, path, take);
                path.pop();
            }
        }
        Value::Table(entries) => {
            for (key, value) in entries {
                path.push(Step::Key(key.clone()));
                each_text(value, path, take);
                path.pop();
            }
        }
        Value::Null | Value::Flag(_) | Value::Number(_) => {}
    }
}
