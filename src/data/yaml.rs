//! Reads YAML into a [`Value`](super::Value), keeping the spelling of numbers.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Value;
use super::locate::{Format, Located, Step};
use crate::source::FileId;

/// Why YAML could not be read, and where in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YamlError {
    /// What is wrong, in the parser's words.
    pub message: String,
    /// The byte it was noticed at.
    pub offset: usize,
    /// The key that is written twice, where that is what is wrong.
    pub twice: Option<String>,
}

/// Reads one YAML document. Nothing but comments and white space is [`Value::Null`].
///
/// # Errors
/// When the text is not YAML, holds a key twice, or its aliases would fill memory.
pub fn parse_yaml(text: &str) -> Result<Value, YamlError> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Value::Null);
    }
    let mut value: Value = serde_yaml::from_str(text).map_err(|error| describe(text, &error))?;
    let located = Located::new(FileId(0), Format::Yaml, text, 0);
    respell(&mut value, &mut Vec::new(), &located);
    Ok(value)
}

/// The parser reports where it noticed; a duplicate key it reports at the top, so its second line is looked for here.
fn describe(text: &str, error: &serde_yaml::Error) -> YamlError {
    let full = error.to_string();
    if let Some(key) = full.split(TWICE).nth(1).and_then(|rest| rest.split('`').next()) {
        let offset = second_line_of(text, key).unwrap_or(0);
        return YamlError { message: format!("the key `{key}` is written twice"), offset, twice: Some(key.to_owned()) };
    }
    let offset = error.location().map_or(0, |location| location.index().min(text.len()));
    let message = full.split(" at line ").next().unwrap_or(&full).to_owned();
    YamlError { message, offset, twice: None }
}

const TWICE: &str = "key written twice: `";

fn second_line_of(text: &str, key: &str) -> Option<usize> {
    let mut offset = 0;
    let mut seen: Vec<usize> = Vec::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start();
        let indent = line.len() - bare.len();
        let name = bare.split(':').next().unwrap_or("").trim_matches(['"', '\'', ' ']);
        if name == key && bare.contains(':') {
            if seen.contains(&indent) {
                return Some(offset + indent);
            }
            seen.push(indent);
        }
        offset += line.len();
    }
    None
}

/// YAML turns `+441632960123` into a number; its own spelling is put back from the text.
fn respell(value: &mut Value, path: &mut Vec<Step>, located: &Located<'_>) {
    match value {
        Value::Number(spelling) => {
            if let Some(range) = located.value_range(path) {
                let written = located.text()[range].trim();
                if written.bytes().any(|byte| byte.is_ascii_digit()) && written.len() < 64 {
                    *spelling = written.to_owned();
                }
            }
        }
        Value::List(values) => {
            for (index, item) in values.iter_mut().enumerate() {
                path.push(Step::Item(index));
                respell(item, path, located);
                path.pop();
            }
        }
        Value::Table(entries) => {
            for (key, item) in entries.iter_mut() {
                if matches!(item, Value::Number(_) | Value::List(_) | Value::Table(_)) {
                    path.push(Step::Key(key.clone()));
                    respell(item, path, located);
                    path.pop();
                }
            }
        }
        Value::Null | Value::Flag(_) | Value::Text(_) => {}
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = sequence.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries: Vec<(String, Value)> = Vec::new();
        while let Some(key) = map.next_key::<Value>()? {
            let key = match key.as_text() {
                Some(text) => text.to_owned(),
                None => return Err(A::Error::custom("a key is a single word or phrase")),
            };
            if entries.iter().any(|(name, _)| *name == key) {
                return Err(A::Error::custom(format!("{TWICE}{key}`")));
            }
            entries.push((key, map.next_value()?));
        }
        Ok(Value::Table(entries))
    }
}
