//! Cells as front matter and text of a page again.

use std::collections::{BTreeMap, BTreeSet};

use super::{KEPT, Planning, kept};
use crate::data::Value;
use crate::exchange::columns::{BODY, OTHER, key_of};
use crate::exchange::incoming::Incoming;
use crate::exchange::page::Existing;

impl Planning<'_> {
    /// Whether front matter says all that the cells say of what was touched.
    pub(super) fn is_whole(&self, front: &Value, cells: &BTreeMap<String, String>, touched: &BTreeSet<String>) -> bool {
        let keys: BTreeSet<&str> = touched
            .iter()
            .filter(|heading| ![BODY, KEPT, OTHER].contains(&heading.as_str()))
            .map(|heading| key_of(heading))
            .collect();
        // Items are counted anew where one in the middle is gone, and marks between words are none of theirs.
        let bare = |heading: &str, cell: &str| {
            let words: Vec<&str> = heading.split(' ').filter(|word| word.parse::<u32>().is_err()).collect();
            let letters: String = cell.chars().filter(|letter| letter.is_alphanumeric()).collect();
            let flag = Value::Text(cell.to_owned()).as_flag().map(|flag| flag.to_string());
            (words.join(" "), flag.unwrap_or(letters))
        };
        let all = |cells: &mut dyn Iterator<Item = (&String, &String)>| {
            let own = cells.filter(|(heading, cell)| {
                ![BODY, KEPT, OTHER].contains(&heading.as_str())
                    && keys.contains(key_of(heading))
                    && !cell.trim().is_empty()
            });
            let mut all: Vec<(String, String)> = own.map(|(heading, cell)| bare(heading, cell)).collect();
            all.sort();
            all
        };
        let made = self.target.keys.cells(front);
        all(&mut cells.iter()) == all(&mut made.iter().map(|(heading, cell)| (heading, cell)))
    }

    /// Front matter in which what was touched says what the cells say.
    pub(super) fn front(
        &self,
        page: &Existing,
        old: &BTreeMap<String, String>,
        cells: &BTreeMap<String, String>,
        touched: &BTreeSet<String>,
        service: &Incoming,
    ) -> Value {
        let keys = self.target.keys;
        let own = cells.iter().filter(|(heading, _)| *heading != BODY && *heading != KEPT);
        let made = keys.front(own.map(|(heading, cell)| (heading.as_str(), cell.as_str())));
        let mut changed: BTreeSet<String> = touched.iter().map(|heading| key_of(heading).to_owned()).collect();
        if touched.contains(OTHER) {
            let before = keys.front(old.get(OTHER).map(|cell| (OTHER, cell.as_str())));
            let after = keys.front(cells.get(OTHER).map(|cell| (OTHER, cell.as_str())));
            changed.extend(before.into_iter().chain(after).map(|(key, _)| key));
        }
        let mut entries: Vec<(String, Value)> = page.front.entries().to_vec();
        for key in changed.iter().filter(|key| !matches!(key.as_str(), BODY | OTHER) && *key != key_of(KEPT)) {
            put(&mut entries, key, made.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone()));
        }
        if touched.contains("notes") {
            put(&mut entries, "notes", made.iter().find(|(known, _)| known == "notes").map(|(_, value)| value.clone()));
        }
        if touched.contains(KEPT) {
            let notes = entries.iter().find(|(key, _)| key == "notes").map(|(_, value)| value.clone());
            let own = if cells.contains_key(KEPT) { Value::Table(service.notes.clone()) } else { Value::Null };
            put(&mut entries, "notes", Some(self.with_notes(notes, own)));
        }
        Value::Table(entries)
    }

    /// An editor's notes with those of the source beside them.
    pub(super) fn with_notes(&self, notes: Option<Value>, own: Value) -> Value {
        let mut entries = match notes {
            Some(Value::Table(entries)) => entries,
            Some(other) if !other.is_empty() => vec![("words".to_owned(), other)],
            _ => Vec::new(),
        };
        put(&mut entries, &self.source.name, (!own.is_empty()).then_some(own));
        Value::Table(entries)
    }

    pub(super) fn kept_of(&self, page: &Existing) -> Option<String> {
        let own = page.front.get("notes")?.get(&self.source.name)?;
        matches!(own, Value::Table(_)).then(|| kept(own.entries()))
    }

    pub(super) fn body(&self, said: Option<&str>) -> String {
        match (said, self.source.is_ours) {
            (Some(said), true) => said.to_owned(),
            (Some(said), false) => format!("\n{}\n", said.trim().replace("\r\n", "\n")),
            (None, _) => String::new(),
        }
    }
}

pub(super) fn put(entries: &mut Vec<(String, Value)>, key: &str, value: Option<Value>) {
    let at = entries.iter().position(|(known, _)| known == key);
    match (at, value) {
        (Some(at), Some(value)) => entries[at].1 = value,
        (Some(at), None) => drop(entries.remove(at)),
        (None, Some(value)) => entries.push((key.to_owned(), value)),
        (None, None) => {}
    }
}
