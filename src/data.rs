//! Data as a person wrote it: a tree of values, where each stands in its file, and the table of keys it may have.
//!
//! YAML front matter, records and `site.toml` all become the same [`Value`], are checked against the same kind of table
//! ([`Field`]) and complain in the same words. What the values mean is left to `config`, `content_type` and `load`.

mod address;
mod amend;
mod cell;
mod check;
mod hours;
mod locate;
mod point;
mod postcode;
mod stated;
mod write;
mod yaml;

pub use address::{AddressFault, is_email, web_fault};
pub use amend::amend;
pub use cell::{plain_cell, safe_cell};
pub use check::check;
pub use hours::{Closed, HOURS_ROW, Hours, HoursRow, Opening, check_closed, check_hours, closed, hours};
pub use locate::{Format, Located, Step};
pub use point::Point;
pub use postcode::Postcode;
pub use stated::{Figure, figures, figures_and_hours};
pub use write::{key_order, quoted, write_entry, write_flow, write_front_matter, write_scalar};
pub use yaml::{YamlError, parse_yaml};

/// A value as it was written; numbers keep their spelling, so that `+441632960123` and `3.50` lose nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An empty value, `~` or `null`.
    Null,
    /// true or false.
    Flag(bool),
    /// A number, as it was spelled.
    Number(String),
    /// Text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Keys and values in the order they were written.
    Table(Vec<(String, Value)>),
}

impl Value {
    /// The value of a key of a table; nothing for an empty value.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Table(entries) => {
                entries.iter().find(|(name, _)| name == key).map(|(_, value)| value).filter(|value| !value.is_empty())
            }
            _ => None,
        }
    }

    /// Whether nothing was said: an empty value, empty text, an empty list or table.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(values) => values.is_empty(),
            Self::Table(entries) => entries.is_empty(),
            Self::Flag(_) | Self::Number(_) => false,
        }
    }

    /// Text, or a number as it was spelled, without white space at its ends.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text.trim()),
            Self::Flag(true) => Some("yes"),
            Self::Flag(false) => Some("no"),
            _ => None,
        }
    }

    /// A number.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(text) | Self::Text(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        }
    }

    /// yes or no, in any of the ways that people write it.
    pub fn as_flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            Self::Text(text) => match text.trim().to_ascii_lowercase().as_str() {
                "yes" | "true" | "on" | "y" => Some(true),
                "no" | "false" | "off" | "n" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// A day written as `2026-10-03`; a time after it is left out.
    pub fn as_date(&self) -> Option<jiff::civil::Date> {
        let text = self.as_text()?;
        let day = text.get(..10)?;
        let rest = &text[10..];
        let day_only = rest.is_empty() || rest.starts_with(['T', ' ']);
        if day_only { day.parse().ok() } else { None }
    }

    /// A list, or one value as a list of one.
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(values) => values,
            Self::Null => &[],
            other => std::slice::from_ref(other),
        }
    }

    /// The entries of a table.
    pub fn entries(&self) -> &[(String, Value)] {
        match self {
            Self::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.as_text().map(str::to_owned)
    }

    /// The texts of a key that may hold one or several.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let items = self.get(key).map(Value::items).unwrap_or_default();
        items.iter().filter_map(Value::as_text).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    /// The day of a key.
    pub fn date(&self, key: &str) -> Option<jiff::civil::Date> {
        self.get(key)?.as_date()
    }

    /// The number of a key.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.get(key)?.as_number()
    }

    /// The yes or no of a key.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.get(key)?.as_flag()
    }
}

/// One key that an author may write.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Its manual: what it changes, and what happens without it.
    pub doc: &'static str,
}

/// What a key may hold.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Words; a number is read as it is written.
    Text,
    /// yes or no.
    Flag,
    /// A number.
    Number,
    /// A day, `2026-10-03`.
    Date,
    /// A day with a time, `2026-12-03T10:30`, or a day.
    DateTime,
    /// The address of a page of another site.
    Web,
    /// The address of a page of another site or of this one.
    Target,
    /// An email address.
    Email,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// One or several; a single value stands for a list of one.
    List(&'static Kind),
    /// Keys of its own.
    Table(&'static [Field]),
    /// Any keys, each with a value of one kind.
    Map(&'static Kind),
    /// The first kind that fits; the message names them all.
    Either(&'static [Kind]),
    /// Anything, kept as it is.
    Anything,
}

impl Kind {
    /// What an author should write, for messages: "a day such as 2026-10-03".
    pub fn describe(&self) -> String {
        match self {
            Self::Text => "words".into(),
            Self::Flag => "yes or no".into(),
            Self::Number => "a number".into(),
            Self::Date => "a day such as 2026-10-03".into(),
            Self::DateTime => "a day and time such as 2026-12-03T10:30".into(),
            Self::Web => "a web address such as https://www.example.org/".into(),
            Self::Target => "a web address such as https://www.example.org/, or a page of this site".into(),
            Self::Email => "one email address such as hub@example.org".into(),
            Self::Choice(words) => format!("one of: {}", words.join(", ")),
            Self::List(kind) => format!("a list, each {}", kind.describe()),
            Self::Table(fields) => {
                format!("keys such as {}", fields.iter().take(4).map(|field| field.name).collect::<Vec<_>>().join(", "))
            }
            Self::Map(kind) => format!("names, each with {}", kind.describe()),
            Self::Either(kinds) => kinds.iter().map(Self::describe).collect::<Vec<_>>().join("; or "),
            Self::Anything => "anything".into(),
        }
    }
}
