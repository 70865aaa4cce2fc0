//! Checks values against a table of keys: unknown keys and wrong kinds, each at its place.

use super::locate::{Located, Step};
use super::{AddressFault, Field, Kind, Value, is_email, web_fault};
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
        Kind::Web | Kind::Target => found.extend(address(kind, value, key, at, path)),
        _ if fits(kind, value) => {}
        _ => {
            let mut diagnostic = wrong(kind, key, at, path);
            if let (Kind::Date, Some(text)) = (kind, value.as_text()) {
                diagnostic = at.mend(diagnostic.maybe_help(date_help(text)), path, sure_date(text));
            }
            if let (Kind::Choice(words), Some(text)) = (kind, value.as_text()) {
                diagnostic = diagnostic.maybe_help(did_you_mean_help(text, words.iter().copied()));
            }
            found.push(diagnostic);
        }
    }
}

/// A date written another way, where only one day can be meant: the month has a name, or no month has that number.
pub(super) fn sure_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', ' ', '-', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    let number = |word: &str| word.parse::<u8>().ok();
    let month_named = |word: &str| {
        let word = word.to_lowercase();
        let at = MONTHS.iter().position(|month| {
            word == *month || word.len() > 2 && LONG_MONTHS.contains(&word.as_str()) && word.starts_with(month)
        });
        at.and_then(|month| u8::try_from(month + 1).ok())
    };
    let day_of = |word: &str| {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        number(digits)
    };
    let (year, month, day) = if first.len() == 4 {
        (first, number(second)?, number(third)?)
    } else if let Some(month) = month_named(second) {
        (third, month, day_of(first)?)
    } else {
        let (day, month) = (number(first)?, number(second)?);
        // Elsewhere the month comes first.
        (third, month, Some(day).filter(|day| *day > 12 || *day == month)?)
    };
    let written = format!("{year}-{month:02}-{day:02}");
    (year.len() == 4 && written.parse::<jiff::civil::Date>().is_ok()).then_some(written)
}

const LONG_MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "sept",
];

/// What is wrong with an address that no reader could follow.
fn address(kind: &Kind, value: &Value, key: &str, at: &Located<'_>, path: &[Step]) -> Option<Diagnostic> {
    let Some(text) = value.as_text() else {
        return Some(wrong(kind, key, at, path));
    };
    match web_fault(text, matches!(kind, Kind::Target))? {
        AddressFault::Unsafe(scheme) => Some(
            Diagnostic::error("unsafe-link", format!("a link cannot begin with `{scheme}:`"))
                .at(at.value(path))
                .help(format!("write {}", kind.describe())),
        ),
        AddressFault::None(meant) => {
            Some(wrong(kind, key, at, path).maybe_help(meant.map(|meant| format!("did you mean `{meant}`?"))))
        }
    }
}

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a date written the British way is in the form that is read.
fn date_help(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', ' ', '-']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    if first.len() == 4 {
        return Some(format!("there is no such day: check the month and the day of {text}"));
    }
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
        Kind::Email => value.as_text().is_some_and(is_email),
        Kind::Web | Kind::Target => value.as_text().is_some(),
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
        (Kind::Choice(_) | Kind::Email, _) => value.as_text().is_some(),
        _ => fits(kind, value),
    }
}

#[cfg(test)]
mod tests {
    use super::sure_date;

    #[test]
    fn a_date_is_mended_where_only_one_day_can_be_meant() {
        for (text, date) in [
            ("3 March 2026", Some("2026-03-03")),
            ("1st Sept 2026", Some("2026-09-01")),
            ("25/12/2026", Some("2026-12-25")),
            ("4.4.2026", Some("2026-04-04")),
            ("2026/3/1", Some("2026-03-01")),
            ("1/3/2026", None),
            ("31/02/2026", None),
            ("25/12/26", None),
            ("3 Marching 2026", None),
            ("last week", None),
        ] {
            assert_eq!(sure_date(text).as_deref(), date, "{text}");
        }
    }
}
