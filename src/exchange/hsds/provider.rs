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
        let is_taken = self.known.providers.values().any(|known| *known == id);
        let id = if is_taken { format!("{id}-2") } else { id };
        self.say("provider", id.clone());
        let record = std::iter::once(("name".to_owned(), Value::Text(name))).chain(more).collect();
        Some(NewProvider { id, record: Value::Table(record) })
    }
}
