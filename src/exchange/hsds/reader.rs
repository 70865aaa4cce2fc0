//! What every part of a service is read with: words, numbers, days and lists out of objects that may hold anything, and
//! notes for whatever is left.

use serde_json::Value as Json;

use super::Object;
use crate::data::Value;
use crate::exchange::Problem;
use crate::exchange::columns::Keys;
use crate::exchange::dates::day;
use crate::exchange::incoming::{Doubt, NewProvider};
use crate::exchange::known::Known;
use crate::exchange::words::without_tags;

/// Reads one service.
pub(super) struct Reader<'r> {
    pub(super) place: String,
    pub(super) known: &'r Known,
    pub(super) keys: &'r Keys,
    /// The title of the site that the data is from, by which it names its own pages.
    pub(super) title: Option<&'r str>,
    pub(super) problems: &'r mut Vec<Problem>,
    /// Where a value was `null`.
    pub(super) nulls: &'r mut Vec<String>,
    /// Where a number is that of a mobile.
    pub(super) mobiles: &'r mut Vec<String>,
    /// Where a place has no address.
    pub(super) unplaced: &'r mut Vec<String>,
    /// The records that services before this one have brought.
    pub(super) providers: &'r [NewProvider],
    /// Whether the service names its areas, which open data tells of no service with a hidden place.
    pub(super) has_areas: bool,
    /// What is known of the service, by our keys.
    pub(super) front: Vec<(String, Value)>,
    /// What is no fact of ours, by the names that the standard has.
    pub(super) notes: Vec<(String, Value)>,
    /// What could not be read of its places.
    pub(super) doubts: Vec<Doubt>,
}

impl Reader<'_> {
    pub(super) fn warn(&mut self, why: &str) {
        self.problems.push(Problem::warning(self.place.clone(), why));
    }

    /// Says a fact.
    pub(super) fn say(&mut self, key: &str, words: String) {
        self.front.push((key.to_owned(), Value::Text(words)));
    }

    /// Keeps what is no fact of ours.
    pub(super) fn note(&mut self, key: &str, value: Value) {
        if value.is_empty() {
            return;
        }
        match self.notes.iter_mut().find(|(known, _)| known == key) {
            Some((_, Value::List(items))) => items.push(value),
            Some((_, known)) => *known = Value::List(vec![known.clone(), value]),
            None => self.notes.push((key.to_owned(), value)),
        }
    }

    /// Words, taken out of an object. A value of another type is named and kept in notes.
    pub(super) fn text(&mut self, object: &mut Object, key: &str) -> Option<String> {
        match object.remove(key)? {
            Json::String(text) => Some(without_tags(text.trim())).filter(|text| !text.is_empty()),
            Json::Null => {
                self.nulls.push(self.place.clone());
                None
            }
            Json::Number(number) if ["id", "number", "postal_code", "identifier"].contains(&key) => {
                Some(number.to_string())
            }
            other => {
                self.wrong(key, &other, "words may");
                None
            }
        }
    }

    /// Names a value that cannot be read, and keeps it.
    pub(super) fn wrong(&mut self, key: &str, value: &Json, wanted: &str) {
        let shown: String = value.to_string().chars().take(40).collect();
        self.doubt(key, &format!("is {shown}, where {wanted} stand"), "cannot be read");
        let value = self.value(value.clone());
        self.note(key, value);
    }

    /// Tells what cannot be read; of where a place is without its words where that is hidden.
    pub(super) fn doubt(&mut self, key: &str, why: &str, concealed: &str) {
        const WHERE: [&str; 9] = [
            "latitude",
            "longitude",
            "addresses",
            "address_1",
            "address_2",
            "city",
            "postal_code",
            "location",
            "location_type",
        ];
        let message = format!("`{key}` {why}; it is kept in notes");
        if !WHERE.contains(&key) {
            return self.warn(&message);
        }
        let concealed = format!("`{key}` {concealed}, and was left out");
        self.doubts.push(Doubt { place: self.place.clone(), message, concealed });
    }

    /// A number, also as text.
    pub(super) fn number(&mut self, object: &mut Object, key: &str) -> Option<Value> {
        match object.remove(key)? {
            Json::Number(number) => Some(Value::Number(number.to_string())),
            Json::Null => {
                self.nulls.push(self.place.clone());
                None
            }
            Json::String(text) if text.trim().parse::<f64>().is_ok_and(f64::is_finite) => {
                self.warn(&format!("`{key}` is a text, and was read as a number"));
                Some(Value::Number(text.trim().to_owned()))
            }
            other => {
                self.wrong(key, &other, "a number may");
                None
            }
        }
    }

    /// A number from one to another; any other is named and noted.
    pub(super) fn number_within(&mut self, object: &mut Object, key: &str, least: f64, most: f64) -> Option<Value> {
        let number = self.number(object, key)?;
        if number.as_number().is_some_and(|number| (least..=most).contains(&number)) {
            return Some(number);
        }
        self.wrong(key, &Json::String(number.as_text().unwrap_or_default().to_owned()), "another number may");
        None
    }

    /// A day, also as a moment.
    pub(super) fn date(&mut self, object: &mut Object, key: &str) -> Option<String> {
        let text = self.text(object, key)?;
        let day = text.get(..10).and_then(|_| day(&text)).map(|read| read.day().to_string());
        if day.is_none() {
            self.wrong(key, &Json::String(text), "a day may");
        }
        day
    }

    /// An object in an object.
    pub(super) fn object(&mut self, object: &mut Object, key: &str) -> Option<Object> {
        match object.remove(key)? {
            Json::Object(inner) => Some(inner),
            Json::Null => {
                self.nulls.push(self.place.clone());
                None
            }
            other => {
                self.wrong(key, &other, "an object may");
                None
            }
        }
    }

    /// The objects of a list.
    pub(super) fn objects(&mut self, object: &mut Object, key: &str) -> Vec<Object> {
        match object.remove(key) {
            None => Vec::new(),
            Some(Json::Null) => {
                self.nulls.push(self.place.clone());
                Vec::new()
            }
            Some(Json::Array(items)) => {
                let mut objects = Vec::new();
                for item in items {
                    match item {
                        Json::Object(object) => objects.push(object),
                        Json::Null => self.nulls.push(self.place.clone()),
                        other => self.wrong(key, &other, "objects may"),
                    }
                }
                objects
            }
            Some(Json::Object(one)) => vec![one],
            Some(other) => {
                self.wrong(key, &other, "a list may");
                Vec::new()
            }
        }
    }

    /// Any value as YAML has it.
    fn value(&mut self, value: Json) -> Value {
        match value {
            Json::Null => {
                self.nulls.push(self.place.clone());
                Value::Null
            }
            Json::Bool(flag) => Value::Flag(flag),
            Json::Number(number) => Value::Number(number.to_string()),
            Json::String(text) => Value::Text(text),
            Json::Array(items) => Value::List(items.into_iter().map(|item| self.value(item)).collect()),
            Json::Object(fields) => {
                Value::Table(fields.into_iter().map(|(key, value)| (key.clone(), self.value(value))).collect())
            }
        }
    }

    /// Keeps a part of a service that no key of ours is about.
    pub(super) fn keep(&mut self, key: &str, value: Json) {
        let value = self.value(value);
        self.note(key, value);
    }

    /// What is left of an object goes into notes, but for what is said elsewhere.
    pub(super) fn rest(&mut self, key: &str, mut object: Object, boilerplate: &[&str]) {
        object.remove("id");
        boilerplate.iter().for_each(|key| drop(object.remove(*key)));
        if !object.is_empty() {
            let value = self.value(Json::Object(object));
            let is_said = value.entries().iter().any(|(_, value)| !value.is_empty());
            if is_said {
                self.note(key, value);
            }
        }
    }
}
