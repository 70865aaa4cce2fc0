//! Checks values against a table of keys: unknown keys and wrong kinds, each at its place.

use super::locate::{Located, Step};
use super::{Field, Kind, Value};
use crate::diagnostic::{Diagnostic, did_you_mean_help};

/// Reports every key that the table does not have and every value that is not of its key's kind.
///
/// `what` names the thing in messages ("a service", "`site.toml`"). Empty values are always fine: a form that was not
/// filled in is not wrong.
pub fn check(
    fields: &[Field],
    value: &Value,
    what: &str,
    at: &Located<'_>,
    path: &mut Vec<Step>,
    found: &mut Vec<Diagnostic>,
) {
    let Value::Table(entries) = value else {
        if !matches!(value, Value::Null) {
            found.push(
                Diagnostic::error("wrong-kind", format!("{what} is written as keys and values"))
                    .at(at.value(path))
                    .help(format!("write lines such as `{}: …`", fields.first().map_or("title", |field| field.name))),
            );
        }
        return;
    };
    for (key, item) in entries {
        path.push(Step::Key(key.clone()));
        match fields.iter().find(|field| field.name == key) {
            None => found.push(unknown(key, item, fields, what, at, path)),
            Some(field) => check_kind(&field.kind, item, key, at, path, found),
        }
        path.pop();
    }
}

fn unknown(key: &str, value: &Value, fields: &[Field], what: &str, at: &Located<'_>, path: &[Step]) -> Diagnostic {
    let help = did_you_mean_help(key, fields.iter().map(|field| field.name));
    if matches!(value, Value::Null) && at.is_inside_braces(path) {
        return Diagnostic::error("unknown-key", format!("{what} has no key called `{key}`"))
            .at(at.key(path))
            .help("a comma ends a value between { and }: put the words that hold one in \"quotes\"");
    }
    let names = || fields.iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    Diagnostic::error("unknown-key", format!("{what} has no key called `{key}`"))
        .at(at.key(path))
        .help(help.unwrap_or_else(|| format!("the keys here are: {}", names())))
}

fn check_kind(
    kind: &Kind,
    value: &Value,
    key: &str,
    at: &Located<'_>,
    path: &mut Vec<Step>,
    found: &mut Vec<Diagnostic>,
) {
    if value.is_empty() {
        return;
    }
    match kind {
        Kind::List(item_kind) => {
            let Value::List(items) = value else {
                return check_kind(item_kind, value, key, at, path, found);
            };
            for (index, item) in items.iter().enumerate() {
                path.push(Step::Item(index));
                check_kind(item_kind, item, key, at, path, found);
                path.pop();
            }
        }
        Kind::Table(fields) if matches!(value, Value::Table(_)) => {
            check(fields, value, &format!("`{key}`"), at, path, found);
        }
        Kind::Map(item_kind) if matches!(value, Value::Table(_)) => {
            for (name, item) in value.entries() {
                path.push(Step::Key(name.clone()));
                check_kind(item_kind, item, name, at, path, found);
                path.pop();
            }
        }
        Kind::Either(kinds) => match kinds.iter().find(|kind| shape_fits(kind, value)) {
            Some(kind) => check_kind(kind, value, key, at, path, found),
            None => found.push(wrong(kind, key, at, path)),
        },
        _ if fits(kind, value) => {}
        _ => {
            let mut diagnostic = wrong(kind, key, at, path);
            if let (Kind::Date, Some(text)) = (kind, value.as_text()) {
                diagnostic = diagnostic.maybe_help(date_help(text));
            }
            if let (Kind::Choice(words), Some(text)) = (kind, value.as_text()) {
                diagnostic = diagnostic.maybe_help(did_you_mean_help(text, words.iter().copied()));
            }
            found.push(diagnostic);
        }
    }
}

/// What a date written the British way is in the form that is read.
fn date_help(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', ' ', '-']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    if first.len() == 4 {
        return Some(format!("there is no such day: check the month and the day of {text}"));
    }
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let named =
        |word: &str| MONTHS.iter().position(|month| word.to_lowercase().starts_with(month)).map(|month| month + 1);
    let month = second.parse::<usize>().ok().or_else(|| named(second))?;
    let (day, year) = (first.trim_end_matches(|letter: char| letter.is_alphabetic()).parse::<usize>().ok()?, third);
    if year.len() != 4 {
        return None;
    }
    let written = format!("{year}-{month:02}-{day:02}");
    Some(match written.parse::<jiff::civil::Date>() {
        Ok(_) => format!("write {written}: the year, the month, the day"),
        Err(_) => format!("there is no such day: check the day and the month of {text}"),
    })
}

fn wrong(kind: &Kind, key: &str, at: &Located<'_>, path: &[Step]) -> Diagnostic {
    Diagnostic::error("wrong-kind", format!("`{key}` cannot be read"))
        .at(at.value(path))
        .help(format!("write {}", kind.describe()))
}

fn fits(kind: &Kind, value: &Value) -> bool {
    match kind {
        Kind::Text => value.as_text().is_some(),
        Kind::Flag => value.as_flag().is_some(),
        Kind::Number => value.as_number().is_some(),
        Kind::Date => value.as_date().is_some(),
        // A day alone, or a day and a time: a time that cannot be read must not be lost.
        Kind::DateTime => value.as_text().is_some_and(|text| {
            text.len() == 10 && value.as_date().is_some() || text.parse::<jiff::civil::DateTime>().is_ok()
        }),
        Kind::Choice(words) => value.as_text().is_some_and(|text| words.contains(&text.to_lowercase().as_str())),
        Kind::Anything => true,
        Kind::List(_) | Kind::Table(_) | Kind::Map(_) | Kind::Either(_) => false,
    }
}

/// Whether a value has the outward shape of a kind, so that `Either` can pick one and report inside it.
fn shape_fits(kind: &Kind, value: &Value) -> bool {
    match (kind, value) {
        (Kind::Table(_) | Kind::Map(_), Value::Table(_)) => true,
        (Kind::Table(_) | Kind::Map(_), _) => false,
        (Kind::List(item), Value::List(items)) => items.iter().all(|value| shape_fits(item, value)),
        (Kind::List(item), _) => shape_fits(item, value),
        (Kind::Either(kinds), _) => kinds.iter().any(|kind| shape_fits(kind, value)),
        (Kind::Choice(_), _) => value.as_text().is_some(),
        _ => fits(kind, value),
    }
}
