//! All services of an API: each once, with what its pages say of it together.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::Object;
use crate::exchange::Problem;

/// Everything that was found, before it is looked at.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Services in the order in which they were met, by the place of each.
    pub(super) services: Vec<(String, Object)>,
    pub(super) problems: Vec<Problem>,
    by_id: HashMap<String, usize>,
    /// The title of the site that the data is from, as it says itself.
    title: Option<String>,
    /// What each term, and each organisation, says it belongs to, and where.
    parents: BTreeMap<String, (String, String)>,
    /// Links that name their service and their location.
    links: Vec<(String, Object)>,
    locations: HashMap<String, Object>,
}

/// An identifier as text, also where it is a number.
fn id_of(id: &Value) -> String {
    id.as_str().map_or_else(|| if id.is_number() { id.to_string() } else { String::new() }, str::to_lowercase)
}

/// Whether a file or its folder is named after something that is no service.
fn is_of_others(path: &str) -> bool {
    const OTHERS: [&str; 8] =
        ["organization", "taxonom", "location", "contact", "phone", "address", "schedule", "accessibility"];
    path.rsplit('/').take(2).any(|part| OTHERS.iter().any(|other| part.starts_with(other)))
}

impl Found {
    /// Takes in a document: a page of a list, one thing, or a plain list.
    pub(super) fn take(&mut self, path: &str, value: Value) {
        match value {
            Value::Array(items) => self.items(path, items),
            Value::Object(mut object) => {
                if let Some(Value::Array(items)) = object.remove("contents") {
                    return self.items(path, items);
                }
                // What the API is, or its data package.
                if ["openapi_url", "endpoints", "resources"].iter().any(|key| object.contains_key(*key)) {
                    self.title = object.get("title").and_then(Value::as_str).map(str::to_owned);
                    return;
                }
                self.one(path, path.to_owned(), object);
            }
            _ => self.problems.push(Problem::warning(path, "it holds neither a service nor a list of them")),
        }
    }

    fn items(&mut self, path: &str, items: Vec<Value>) {
        for (number, item) in items.into_iter().enumerate() {
            let place = format!("{path}, item {}", number + 1);
            match item {
                Value::Object(object) => self.one(path, place, object),
                _ => self.problems.push(Problem::error(place, "it is no object, and was left out")),
            }
        }
    }

    /// One thing, by what it says or else by the file that it is in.
    fn one(&mut self, path: &str, place: String, mut object: Object) {
        let has = |object: &Object, keys: &[&str]| keys.iter().any(|key| object.contains_key(*key));
        self.parents_in(&object, &place);
        if has(&object, &["service"]) && has(&object, &["location", "location_id", "schedules"]) {
            let Some(Value::Object(mut service)) = object.remove("service") else {
                return self.problems.push(Problem::warning(place, "its `service` is no object"));
            };
            service.entry("service_at_locations").or_insert_with(|| Value::Array(Vec::new()));
            if let Some(Value::Array(links)) = service.get_mut("service_at_locations") {
                links.push(Value::Object(object));
            }
            return self.add(place, service);
        }
        if has(&object, &["service_id"]) && has(&object, &["location_id", "location"]) {
            return self.links.push((place, object));
        }
        if has(&object, &["location_type", "latitude", "addresses"]) && !has(&object, &["status", "organization"]) {
            if let Some(id) = object.get("id").map(id_of) {
                self.locations.entry(id).or_insert(object);
            }
            return;
        }
        const OF_SERVICES: [&str; 4] = ["status", "organization", "schedules", "service_at_locations"];
        const OF_OTHERS: [&str; 17] = [
            "taxonomy",
            "taxonomy_id",
            "taxonomy_terms",
            "term_uri",
            "version",
            "parent_id",
            "parent_organization_id",
            "organization_identifiers",
            "location_type",
            "latitude",
            "addresses",
            "address_1",
            "number",
            "opens_at",
            "byday",
            "contact_id",
            "service_id",
        ];
        let is_service = has(&object, &OF_SERVICES);
        if !is_service && !has(&object, &["id", "name", "services"]) {
            return self.problems.push(Problem::error(place, "it is no service, and was left out"));
        }
        if let Some(Value::Array(services)) = object.remove("services").filter(|_| !is_service) {
            // An organisation with its services in it; in the lists of an API these are names alone, which are known.
            for (number, service) in services.into_iter().enumerate() {
                let Value::Object(mut service) = service else { continue };
                service.entry("organization").or_insert_with(|| Value::Object(object.clone()));
                self.add(format!("{place}, service {}", number + 1), service);
            }
            return;
        }
        if is_service || !is_of_others(path) && !has(&object, &OF_OTHERS) {
            self.add(place, object);
        }
    }

    /// Adds a service, or what another page says of one that is known.
    pub(super) fn add(&mut self, place: String, service: Object) {
        self.terms_of(&service, &place);
        let id = service.get("id").map(id_of).unwrap_or_default();
        let known = self.by_id.get(&id).copied().filter(|_| !id.is_empty());
        let Some(position) = known else {
            if !id.is_empty() {
                self.by_id.insert(id, self.services.len());
            }
            return self.services.push((place, service));
        };
        let (first, old) = &mut self.services[position];
        // A page that has no name for it speaks of it all the same.
        let name = |service: &Object| service.get("name").filter(|name| !name.is_null()).cloned();
        if name(old).is_some() && name(&service).is_some() && name(old) != name(&service) {
            self.problems.push(Problem::warning(
                place.clone(),
                format!("it has the `id` of {first}, which has another name; it was taken in with an id of its own"),
            ));
            let mut service = service;
            service.remove("id");
            return self.services.push((place, service));
        }
        for (key, value) in service {
            match (old.get_mut(&key), value) {
                (Some(Value::Array(links)), Value::Array(more)) if key == "service_at_locations" => merge(links, more),
                // A list of an API leaves out what there may be several of, and has words as they are.
                (Some(known), value) if !is_of_parts(known) || size(known) >= size(&value) => {}
                (_, value) => drop(old.insert(key, value)),
            }
        }
    }

    /// Puts links of services and locations where they belong, once everything was read.
    pub(super) fn join(&mut self) {
        for (place, mut link) in std::mem::take(&mut self.links) {
            let service = link.remove("service_id").map(|id| id_of(&id)).unwrap_or_default();
            let Some(position) = self.by_id.get(&service).copied() else {
                let why = "there is no service that it names, and it was left out";
                self.problems.push(Problem::warning(place, why));
                continue;
            };
            if !link.contains_key("location") {
                let id = link.get("location_id").map(id_of).unwrap_or_default();
                match self.locations.get(&id) {
                    Some(location) => drop(link.insert("location".into(), Value::Object(location.clone()))),
                    None => self.problems.push(Problem::warning(place, format!("there is no location `{id}`"))),
                }
            }
            let service = &mut self.services[position].1;
            let links = service.entry("service_at_locations").or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(links) = links {
                merge(links, vec![Value::Object(link)]);
            }
        }
    }

    /// What the site that the data is from is called: as it says, or as every service names the link to its own page.
    pub(super) fn title(&self) -> Option<String> {
        let label = |service: &Object| service.get("additional_urls")?[0]["label"].as_str().map(str::to_owned);
        let common = || {
            let mut labels = self.services.iter().map(|(_, service)| label(service));
            let first = labels.next()??;
            (self.services.len() > 1 && labels.all(|label| label.as_ref() == Some(&first))).then_some(first)
        };
        self.title.clone().or_else(common)
    }

    /// Names terms and organisations that belong to themselves by way of others.
    pub(super) fn cycles(&mut self) {
        let mut told: HashSet<&str> = HashSet::new();
        let mut problems = Vec::new();
        for start in self.parents.keys() {
            let mut seen: HashSet<&str> = HashSet::new();
            let mut at = start.as_str();
            while let Some((parent, place)) = self.parents.get(at).filter(|_| !told.contains(at)) {
                if !seen.insert(at) {
                    let why = format!("`{at}` belongs to itself, by way of its parents; nothing was made of these");
                    problems.push(Problem::warning(place.clone(), why));
                    break;
                }
                at = parent;
            }
            told.extend(seen);
        }
        self.problems.extend(problems);
    }

    fn parents_in(&mut self, object: &Object, place: &str) {
        let text = |key: &str| object.get(key).and_then(Value::as_str);
        for key in ["parent_id", "parent_organization_id"] {
            if let (Some(id), Some(parent)) = (text("id"), text(key)) {
                self.parents.entry(id.to_owned()).or_insert_with(|| (parent.to_owned(), place.to_owned()));
            }
        }
    }

    /// The parents of a service's terms and organisation.
    fn terms_of(&mut self, service: &Object, place: &str) {
        for attribute in service.get("attributes").and_then(Value::as_array).into_iter().flatten() {
            attribute["taxonomy_term"].as_object().into_iter().for_each(|term| self.parents_in(term, place));
        }
        let organization = service.get("organization").and_then(Value::as_object);
        organization.into_iter().for_each(|organization| self.parents_in(organization, place));
    }
}

/// Places of one service from two pages: the fuller list says their order, and the fuller place what is there.
fn merge(links: &mut Vec<Value>, more: Vec<Value>) {
    let others = if more.len() > links.len() { std::mem::replace(links, more) } else { more };
    for link in others {
        match links.iter_mut().find(|known| !known["id"].is_null() && known["id"] == link["id"]) {
            Some(known) if size(known) < size(&link) => *known = link,
            Some(_) => {}
            None => links.push(link),
        }
    }
}

fn is_of_parts(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Array(_))
}

fn size(value: &Value) -> usize {
    match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| key.len() + size(value)).sum(),
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::String(text) => text.len(),
        Value::Null => 0,
        _ => 1,
    }
}
