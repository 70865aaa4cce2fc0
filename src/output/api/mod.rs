//! `/api/`: the services as open data, in the form of Open Referral UK (HSDS-UK 3.0), one file for each answer that such
//! an API gives. `docs/open-data.md` says what of a page stands where.
//!
//! The model keeps hidden places to itself, and `Site::is_open_data` says which services are told of at all. Of a
//! sensitive one there is the quiet title, its address and its dates, as in feeds. What is not known is left out; nothing
//! is ever `null`. A service is made by itself, so that a large directory needs the room of its lists and tables and no
//! more.

mod contact;
mod csv;
mod index;
mod list;
mod organization;
mod package;
mod place;
mod schedule;
mod service;
mod table;
mod taxonomy;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::{OutputFile, address};
use crate::config::{is_language_code, language_name};
use crate::model::{Page, Service, Site, TermRef, Uuid};
use csv::{Rows, Tables};
use list::List;

/// The open data of a site while its files are made.
#[derive(Debug)]
pub struct OpenData<'a> {
    site: &'a Site,
    /// In which names become identifiers: another site's are never the same.
    namespace: Uuid,
    services: Vec<OpenService<'a>>,
    /// The services of each provider, by what front matter calls it.
    providers: BTreeMap<&'a str, Vec<usize>>,
    /// The terms that a service has which may be told of.
    terms: BTreeSet<TermRef>,
}

/// A service that open data tells of.
#[derive(Debug)]
pub struct OpenService<'a> {
    page: &'a Page,
    service: &'a Service,
    id: Uuid,
}

/// The files of one service, and what the lists say of it.
#[derive(Debug)]
pub struct ServiceFiles {
    /// Its own files.
    pub files: Vec<OutputFile>,
    entry: Vec<u8>,
    places: Vec<Vec<u8>>,
    rows: Rows,
}

/// The lists of services, and the tables, while they grow.
#[derive(Debug)]
pub struct ServiceLists {
    services: List,
    places: List,
    tables: Tables,
}

impl<'a> OpenData<'a> {
    /// Gathers what is told of; nothing for a site without any such service.
    pub fn new(site: &'a Site) -> Option<Self> {
        let namespace = site.namespace();
        let mut open =
            Self { site, namespace, services: Vec::new(), providers: BTreeMap::new(), terms: BTreeSet::new() };
        for (page, service, id) in site.services() {
            if !site.is_open_data(page) {
                continue;
            }
            if !page.common.sensitive {
                if let Some(provider) = &service.provider {
                    open.providers.entry(provider).or_default().push(open.services.len());
                }
                open.terms.extend(page.common.terms.iter().copied());
            }
            open.services.push(OpenService { page, service, id });
        }
        (!open.services.is_empty()).then_some(open)
    }

    /// Every service, in the order of addresses.
    pub fn services(&self) -> &[OpenService<'a>] {
        &self.services
    }

    /// Makes the files of one service.
    pub fn files_of(&self, open: &OpenService<'_>) -> ServiceFiles {
        let service = service::service(self, open);
        let places = if open.page.common.sensitive { Vec::new() } else { place::places(self, open) };
        let entry = one_to_one(&service);
        let mut made =
            ServiceFiles { files: Vec::new(), entry: bytes(&entry), places: Vec::new(), rows: Rows::default() };
        for place in &places {
            let path = format!("api/service_at_locations/{}.json", place["id"].as_str().unwrap_or_default());
            made.files.push((path, line(&Placed { place, service: &service })));
            made.places.push(bytes(&Placed { place: &one_to_one(place), service: &entry }));
        }
        let whole = match places.is_empty() {
            true => service,
            false => with(service, "service_at_locations", places.into()),
        };
        made.rows = Rows::of_service(&whole);
        made.files.push((format!("api/services/{}.json", open.id), line(&whole)));
        made
    }

    /// The lists of services, still empty.
    pub fn lists(&self) -> ServiceLists {
        let places = |open: &OpenService<'_>| if open.page.common.sensitive { 0 } else { open.service.places.len() };
        ServiceLists {
            services: List::new(self.services.len()),
            places: List::new(self.services.iter().map(places).sum()),
            tables: Tables::default(),
        }
    }

    /// Makes every file that is not about one service: the lists, what the data is, organisations, taxonomies and their
    /// terms, and last the tables.
    pub fn other_files(&self, lists: ServiceLists) -> Vec<OutputFile> {
        let ServiceLists { services, places, mut tables } = lists;
        let mut files = vec![
            ("api/services/index.json".into(), services.finish()),
            ("api/service_at_locations/index.json".into(), places.finish()),
            index::index(self),
        ];
        let organizations = organization::organizations(self);
        let (taxonomies, terms) = taxonomy::taxonomies(self);
        let mut rows = Rows::default();
        organizations.iter().for_each(|organization| rows.add_organization(organization));
        taxonomies.iter().for_each(|taxonomy| rows.add_taxonomy(taxonomy));
        tables.take(&rows);
        files.extend(listed("organizations", &organizations));
        files.extend(listed("taxonomies", &taxonomies));
        files.extend(listed("taxonomy_terms", &terms));
        files.extend(tables.files(self.site));
        files
    }

    /// The identifier of a thing that has a name of its own on this site.
    fn id(&self, kind: &str, name: &str) -> Uuid {
        Uuid::named(self.namespace, &format!("{kind}/{name}"))
    }

    /// A language by its code or, where it was written otherwise, by its name.
    fn language(&self, owner: Uuid, written: &str) -> Value {
        json!({
            "id": self.id("language", &format!("{owner}/{written}")).to_string(),
            "code": is_language_code(written).then(|| written.to_lowercase()),
            "name": language_name(written),
        })
    }

    /// A link as data has it, whole and in ASCII; nothing for one that leads nowhere by itself.
    fn link(&self, written: &str) -> Option<String> {
        match written {
            path if path.starts_with('/') => Some(address(self.site, path)),
            url if url.contains("://") || url.starts_with("mailto:") => Some(super::ascii(url)),
            _ => None,
        }
    }
}

impl ServiceLists {
    /// Takes in one service, in the order of services.
    pub fn take(&mut self, made: &ServiceFiles) {
        self.services.push(&made.entry);
        made.places.iter().for_each(|place| self.places.push(place));
        self.tables.take(&made.rows);
    }
}

/// A place with the service that is given there.
#[derive(Serialize)]
struct Placed<'v> {
    #[serde(flatten)]
    place: &'v Value,
    service: &'v Value,
}

/// A list of one kind, and a file for each thing in it.
fn listed(folder: &str, all: &[Value]) -> Vec<OutputFile> {
    let mut list = List::new(all.len());
    all.iter().for_each(|one| list.push(&bytes(&one_to_one(one))));
    let own = all
        .iter()
        .map(|one| (format!("api/{folder}/{}.json", one["id"].as_str().unwrap_or_default()), line(one)))
        .collect::<Vec<_>>();
    std::iter::once((format!("api/{folder}/index.json"), list.finish())).chain(own).collect()
}

/// An object without the keys that nothing is known of.
fn known(mut object: Value) -> Value {
    match &mut object {
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| *value = known(value.take()));
            fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| *value = known(value.take())),
        _ => {}
    }
    object
}

/// What a list says of an object: all but what there may be several of.
fn one_to_one(object: &Value) -> Value {
    match object {
        Value::Object(fields) => {
            let single = fields.iter().filter(|(_, value)| !value.is_array());
            single.map(|(key, value)| (key.clone(), one_to_one(value))).collect()
        }
        other => other.clone(),
    }
}

/// Things without those that are there already: one that was written twice has one identifier.
fn each_once(things: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for thing in things {
        if kept.iter().all(|known| known["id"] != thing["id"]) {
            kept.push(thing);
        }
    }
    kept
}

fn with(mut object: Value, key: &str, value: Value) -> Value {
    object[key] = value;
    object
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("text and numbers are always JSON")
}

fn line(value: &impl Serialize) -> Vec<u8> {
    let mut line = bytes(value);
    line.push(b'\n');
    line
}

#[cfg(test)]
mod tests;
