//! Records of providers that are added below those that are there.

use super::Planning;
use crate::data::{Value, parse_yaml, write_entry};
use crate::exchange::Problem;

impl Planning<'_> {
    /// Adds records of providers below those that are there, of which no byte changes.
    pub(super) fn add_providers(&mut self) {
        const PATH: &str = "content/data/providers.yaml";
        let known = &self.target.site.records.providers;
        let new: Vec<_> = self.source.providers.iter().filter(|provider| !known.contains_key(&provider.id)).collect();
        if new.is_empty() {
            return;
        }
        // What an organisation says of itself may repeat the address of its refuge.
        let is_open = |value: &Value| {
            value.as_text().is_none_or(|text| !self.addresses.iter().any(|address| address.is_told_by(text)))
        };
        let open = |record: &Value| {
            let entries = record.entries().iter().filter(|(key, value)| key == "name" || is_open(value));
            Value::Table(entries.cloned().collect())
        };
        let added: String =
            new.iter().map(|provider| format!("\n{}", write_entry(&provider.id, &open(&provider.record), 0))).collect();
        let old = match self.target.sources.read(PATH) {
            Ok(bytes) => String::from_utf8(bytes).ok(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(String::new()),
            Err(_) => None,
        };
        let glue = old.as_deref().map_or("", |old| if old.is_empty() || old.ends_with('\n') { "" } else { "\n" });
        let text = old.as_ref().map(|old| match old.is_empty() {
            true => added.trim_start().to_owned(),
            false => format!("{old}{glue}{added}"),
        });
        // What comes out has all that was there, and the new: else the file is in a form to which no lines can be added.
        let count = |text: &str| match parse_yaml(text) {
            Ok(Value::Table(entries)) => Some(entries.len()),
            Ok(value) if value.is_empty() => Some(0),
            _ => None,
        };
        let is_whole = |text: &&String| {
            let before = old.as_deref().and_then(count);
            before.is_some() && count(text) == before.map(|before| before + new.len())
        };
        match text.as_ref().filter(is_whole) {
            Some(text) => {
                self.note_before(PATH);
                self.plan.files.push((PATH.into(), text.clone()));
            }
            None => {
                let ids: Vec<&str> = new.iter().map(|provider| provider.id.as_str()).collect();
                let why = format!(
                    "no record was added to it, since it cannot be read, or its records do not stand in lines of their own: \
                     add {} there",
                    ids.join(", ")
                );
                self.plan.problems.push(Problem::error(PATH, why));
            }
        }
    }
}
