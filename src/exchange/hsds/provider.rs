//! Who provides a service: a record that is there, a new one, or a name.

use serde_json::Value as Json;

use super::Object;
use super::reader::Reader;
use crate::data::Value;
use crate::exchange::incoming::NewProvider;
use crate::model::slug;

impl Reader<'_> {
    /// The provider of a service, with its record where there is none and more than a name is known.
    pub(super) fn provider(&mut self, service: &mut Object) -> Option<NewProvider> {
        let mut organization = self.object(service, "organization")?;
        let Some(name) = self.text(&mut organization, "name") else {
            self.warn("its `organization` has no `name`");
            self.rest("organization", organization, &[]);
            return None;
        };
        let description = self.text(&mut organization, "description").filter(|words| *words != name);
        let website = self.text(&mut organization, "website").and_then(|website| self.web("website", website));
        let mut charity = None;
        for mut identifier in self.objects(&mut organization, "organization_identifiers") {
            let is_charity = ["GB-CHC", "GB-SC", "GB-NIC"]
                .contains(&identifier.get("identifier_scheme").and_then(Json::as_str).unwrap_or_default());
            if is_charity && charity.is_none() {
                charity = self.text(&mut identifier, "identifier");
                continue;
            }
            self.rest("organization_identifiers", identifier, &["organization_id"]);
        }
        self.rest("organization", organization, &["services"]);
        let known = self.known.provider(&name);
        let own = self.known.records.get(&known);
        let more = [
            ("description", description, own.and_then(|own| own.description.as_ref())),
            ("website", website, own.and_then(|own| own.website.as_ref())),
            ("charity_number", charity, own.and_then(|own| own.charity_number.as_ref())),
        ];
        let more = more.into_iter().filter(|(_, words, own)| words.as_ref() != *own);
        let more: Vec<(String, Value)> =
            more.filter_map(|(key, words, _)| Some((key.to_owned(), Value::Text(words?)))).collect();
        let id: String =
            slug(&name).chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        if own.is_some() || more.is_empty() || id.is_empty() {
            // A record is written in one place; where the source says something else, that is kept for an editor.
            more.into_iter().for_each(|(key, words)| self.note(&format!("organization {key}"), words));
            self.say("provider", known);
            return None;
        }
        let record: Vec<(String, Value)> =
            std::iter::once(("name".to_owned(), Value::Text(name.clone()))).chain(more).collect();
        let is_it = |new: &&NewProvider| new.record.text("name").as_deref() == Some(name.as_str());
        let is_taken = |id: &String| {
            self.known.providers.values().any(|known| known == id) || self.providers.iter().any(|new| new.id == *id)
        };
        let numbered = |number: usize| if number == 1 { id.clone() } else { format!("{id}-{number}") };
        let id = match self.providers.iter().find(is_it) {
            Some(new) => new.id.clone(),
            None => (1..).map(numbered).find(|id| !is_taken(id)).unwrap_or_default(),
        };
        self.say("provider", id.clone());
        Some(NewProvider { id, record: Value::Table(record) })
    }
}
