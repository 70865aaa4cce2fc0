//! What a service is called by the ways in which it is classified: terms and areas.

use serde_json::Value as Json;

use super::Object;
use super::reader::Reader;
use crate::data::Value;
use crate::model::fold;

impl Reader<'_> {
    /// The terms of a service, and where it helps.
    pub(super) fn terms(&mut self, service: &mut Object) {
        let mut terms: Vec<(String, Vec<Value>)> = Vec::new();
        for mut attribute in self.objects(service, "attributes") {
            let link = self.text(&mut attribute, "link_type").unwrap_or_default();
            let name = attribute
                .get("taxonomy_term")
                .and_then(|term| term["name"].as_str().or(term["term"].as_str()))
                .map(str::to_owned);
            let own = name.as_deref().and_then(|name| {
                let is_own = self.known.is_taxonomy(&link);
                let key = if is_own { Some(link.as_str()) } else { None };
                let keys = key.into_iter().chain(
                    self.known
                        .taxonomies
                        .iter()
                        .filter(|(_, is_closed, _)| !is_own && *is_closed)
                        .map(|(key, ..)| key.as_str()),
                );
                keys.into_iter().find_map(|key| Some((key.to_owned(), self.known.term(key, name)?)))
            });
            match own {
                Some((key, term)) => put(&mut terms, &key, term),
                None => {
                    if let Some(name) = name {
                        self.warn(&format!("there is no term for its attribute `{name}`; it is kept in notes"));
                    }
                    if !link.is_empty() {
                        attribute.insert("link_type".into(), Json::String(link));
                    }
                    self.rest("attributes", attribute, &["link_id", "taxonomy_term_id"]);
                }
            }
        }
        self.has_areas = terms.iter().any(|(key, _)| key == "areas");
        for mut area in self.objects(service, "service_areas") {
            let name = self.text(&mut area, "name");
            let other = self.text(&mut area, "service_area").filter(|other| name.as_ref() != Some(other));
            let uri = area.get("uri").and_then(Json::as_str).unwrap_or_default();
            if uri.starts_with("http://statistics.data.gov.uk/") {
                area.remove("uri");
            }
            let Some(name) = name.or(other) else {
                self.rest("service_areas", area, &[]);
                continue;
            };
            let term = self.known.term("areas", &name);
            let is_national = fold(&name) == "national";
            match term {
                _ if is_national => self.front.push(("national".into(), Value::Flag(true))),
                // The county stands for areas that are all of it.
                _ if fold(&name) == fold(&self.known.county) && self.has_areas => {}
                Some(term) => put(&mut terms, "areas", term),
                None => self.note("service_areas", Value::Text(name)),
            }
            self.rest("service_areas", area, &["service_id"]);
        }
        self.front.extend(terms.into_iter().map(|(key, terms)| (key, Value::List(terms))));
    }
}

fn put(terms: &mut Vec<(String, Vec<Value>)>, key: &str, term: String) {
    let term = Value::Text(term);
    match terms.iter_mut().find(|(known, _)| known == key) {
        Some((_, known)) if known.contains(&term) => {}
        Some((_, known)) => known.push(term),
        None => terms.push((key.to_owned(), vec![term])),
    }
}
