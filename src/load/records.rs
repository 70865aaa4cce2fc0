//! Reads the records: contacts, providers, areas, and the reports of past years.

mod references;

use std::collections::BTreeMap;

use super::split::{broken_yaml, not_utf8};
use super::{changes, postcodes, reports};
use crate::content_type::{CONTACT_RECORD_FIELDS, check_contact, contact};
use crate::data::{Field, Format, Kind, Located, Step, Value, check, parse_yaml};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::{Area, Contact, Provider, Records, WORD_LISTS};
use crate::source::{FileId, Sources, Span};
use jiff::civil::Date;

const PROVIDER_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "Its name." },
    Field { name: "description", kind: Kind::Text, doc: "What it is, in a sentence." },
    Field { name: "website", kind: Kind::Web, doc: "Its website." },
    Field { name: "charity_number", kind: Kind::Text, doc: "Its number at the Charity Commission." },
    Field { name: "contact", kind: Kind::Text, doc: "The id of its contact record." },
    Field { name: "share", kind: Kind::Flag, doc: "`no` keeps its entries out of open data." },
    Field { name: "replaced_by", kind: Kind::Text, doc: "The id of the provider that took its place." },
    Field { name: "notes", kind: Kind::Anything, doc: "For editors; it reaches no output." },
];

const AREA_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "Its name." },
    Field {
        name: "kind",
        kind: Kind::Text,
        doc: "What it is, such as `county` or `district`; `neighbour` for a place next door.",
    },
    Field { name: "parent", kind: Kind::Text, doc: "The id of the area it lies in." },
    Field { name: "gss", kind: Kind::Text, doc: "Its code in the register of geographic codes." },
    Field { name: "neighbours", kind: Kind::List(&Kind::Text), doc: "Who is next door: ids of areas, or names." },
    Field { name: "replaced_by", kind: Kind::Text, doc: "The id of the area that took its place." },
    Field { name: "contact", kind: Kind::Text, doc: "The id of the contact to ask there, for a place next door." },
    Field { name: "notes", kind: Kind::Anything, doc: "For editors; it reaches no output." },
];

/// Data files that have a meaning, with what they hold. Those that later parts of Signpost read are left alone here.
const KNOWN: &[&str] = &[
    "contacts.yaml",
    "providers.yaml",
    "areas.yaml",
    "postcodes.csv",
    "bank-holidays.yaml",
    "audit.yaml",
    "addresses.yaml",
    "changes.yaml",
    "redirects.yaml",
    "words.yaml",
];

/// What `signpost import` remembers of its sources; nothing here reads it.
const IMPORTS: &str = "imports/";

/// Reads every record of a site. What cannot be read is a diagnostic, and the rest goes on.
pub fn records(data: &BTreeMap<String, FileId>, paths: &dyn Sources, found: &mut Vec<Diagnostic>) -> Records {
    for (name, file) in data {
        let is_text = name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".csv");
        if is_text
            && !KNOWN.contains(&name.as_str())
            && !name.starts_with(reports::FOLDER)
            && !name.starts_with(IMPORTS)
        {
            found.push(
                Diagnostic::warning("unknown-data-file", format!("Signpost has no use for `data/{name}`"))
                    .at(Span::whole(*file))
                    .maybe_help(did_you_mean_help(name, KNOWN.iter().copied())),
            );
        }
    }
    let mut records = Records::default();
    let before = found.len();
    each(data, "contacts.yaml", CONTACT_RECORD_FIELDS, "a contact", paths, found, |id, value, span, at, found| {
        check_contact(value, at, &[Step::Key(id.clone())], found);
        records.contacts.insert(id.clone(), Contact { id: Some(id), span: Some(span), ..contact(value) });
    });
    each(data, "providers.yaml", PROVIDER_FIELDS, "a provider", paths, found, |id, value, span, _, _| {
        records.providers.insert(id.clone(), provider(id, value, span));
    });
    each(data, "areas.yaml", AREA_FIELDS, "an area", paths, found, |id, value, span, _, _| {
        let area = area(id, value, span);
        if area.replaced_by.is_some() { &mut records.retired_areas } else { &mut records.areas }.push(area);
    });
    records.postcodes = postcodes::postcodes(data, &records, paths, found);
    records.bank_holidays = bank_holidays(data, paths, found);
    records.reports = reports::reports(data, paths, found);
    (records.words, records.spelling) = words(data, paths, found);
    records.published = changes::published(data, paths, found);
    const UNREADABLE: &[&str] = &["broken-yaml", "not-utf-8", "unreadable-file", "duplicate-key"];
    records.is_partial = found[before..].iter().any(|finding| UNREADABLE.contains(&finding.rule));
    if !records.is_partial {
        references::check(&records, data, paths, found);
    }
    references::follow(&mut records);
    records
}

const BANK_HOLIDAY_FIELDS: &[Field] = &[
    Field { name: "date", kind: Kind::Date, doc: "The day." },
    Field { name: "name", kind: Kind::Text, doc: "What it is called." },
];

/// The bank holidays, in order; one without a day is a diagnostic.
fn bank_holidays(data: &BTreeMap<String, FileId>, sources: &dyn Sources, found: &mut Vec<Diagnostic>) -> Vec<Date> {
    const NAME: &str = "bank-holidays.yaml";
    let mut days = Vec::new();
    let Some(file) = data.get(NAME).copied() else {
        return days;
    };
    read_data(NAME, file, sources, found, |value, at, found| {
        let rows = if value.is_empty() { &[] } else { value.items() };
        for (index, row) in rows.iter().enumerate() {
            let mut path: Vec<Step> =
                matches!(value, Value::List(_)).then_some(Step::Item(index)).into_iter().collect();
            // A day alone needs no name.
            let is_table = matches!(row, Value::Table(_));
            match if is_table { row.date("date") } else { row.as_date() } {
                Some(day) => days.push(day),
                None if row.get("date").is_some() => {}
                None => found.push(
                    Diagnostic::error("missing-key", "a bank holiday needs `date`")
                        .at(at.value(&path))
                        .help("write a row such as `- { date: 2026-12-25, name: Christmas Day }`"),
                ),
            }
            if is_table {
                check(BANK_HOLIDAY_FIELDS, row, "a bank holiday", at, &mut path, found);
            }
        }
    });
    days.sort_unstable();
    days.dedup();
    days
}

/// The words that a site adds to the lists of the checker or takes out of them, and those that are spelt rightly.
fn words(
    data: &BTreeMap<String, FileId>,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
) -> (Vec<(String, String, String)>, Vec<String>) {
    const NAME: &str = "words.yaml";
    const SPELLING: Field =
        Field { name: "spelling", kind: Kind::List(&Kind::Text), doc: "Words that are spelt rightly." };
    let (mut words, mut spelling) = (Vec::new(), Vec::new());
    let Some(file) = data.get(NAME).copied() else {
        return (words, spelling);
    };
    read_data(NAME, file, sources, found, |value, at, found| {
        const LIST: Kind = Kind::Map(&Kind::Text);
        let fields = WORD_LISTS.iter().map(|name| Field { name, kind: LIST, doc: "Words, and what to say for them." });
        check(&fields.chain([SPELLING]).collect::<Vec<_>>(), value, "`data/words.yaml`", at, &mut Vec::new(), found);
        for (list, entries) in value.entries().iter().filter(|(list, _)| WORD_LISTS.contains(&list.as_str())) {
            let entries = entries.entries().iter();
            words.extend(entries.map(|(written, plain)| {
                (list.clone(), written.clone(), plain.as_text().unwrap_or_default().to_owned())
            }));
        }
        spelling = value.texts("spelling");
    });
    (words, spelling)
}

fn provider(id: String, value: &Value, span: Span) -> Provider {
    Provider {
        name: value.text("name").unwrap_or_else(|| id.clone()),
        id,
        description: value.text("description"),
        website: value.text("website"),
        charity_number: value.text("charity_number"),
        contact: value.text("contact"),
        share: value.flag("share").unwrap_or(true),
        replaced_by: value.text("replaced_by"),
        span: Some(span),
    }
}

fn area(id: String, value: &Value, span: Span) -> Area {
    Area {
        name: value.text("name").unwrap_or_else(|| id.clone()),
        id,
        kind: value.text("kind"),
        parent: value.text("parent"),
        gss: value.text("gss"),
        neighbours: value.texts("neighbours"),
        replaced_by: value.text("replaced_by"),
        contact: value.text("contact"),
        span: Some(span),
    }
}

fn each(
    data: &BTreeMap<String, FileId>,
    name: &str,
    fields: &[Field],
    what: &str,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
    mut take: impl FnMut(String, &Value, Span, &Located<'_>, &mut Vec<Diagnostic>),
) {
    let Some(file) = data.get(name).copied() else {
        return;
    };
    read_data(name, file, sources, found, |value, at, found| {
        if !matches!(value, Value::Table(_) | Value::Null) {
            found.push(
                Diagnostic::error("wrong-kind", format!("`data/{name}` holds records by id"))
                    .at(Span::whole(file))
                    .help("begin each record with its id and a colon, and indent its keys below"),
            );
        }
        for (id, record) in value.entries() {
            let mut path = vec![Step::Key(id.clone())];
            let is_id = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            if !is_id {
                found.push(
                    Diagnostic::error("wrong-id", format!("`{id}` cannot be the id of {what}"))
                        .at(at.key(&path))
                        .help("an id has only small letters a to z, digits and dashes"),
                );
            }
            check(fields, record, what, at, &mut path, found);
            take(id.clone(), record, at.key(&path), at, found);
        }
    });
}

/// Reads a data file as YAML and hands over what it says; a file that cannot be read is a diagnostic.
pub(super) fn read_data(
    name: &str,
    file: FileId,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
    take: impl FnOnce(&Value, &Located<'_>, &mut Vec<Diagnostic>),
) {
    let bytes = match sources.read(&format!("content/data/{name}")) {
        Ok(bytes) => bytes,
        Err(error) => {
            found.push(
                Diagnostic::error("unreadable-file", format!("`data/{name}` cannot be read"))
                    .at(Span::whole(file))
                    .note(error.to_string()),
            );
            return;
        }
    };
    let Ok(text) = std::str::from_utf8(&bytes) else {
        found.push(not_utf8(file, 0));
        return;
    };
    let whole = text.len();
    let text = text.trim_start_matches('\u{feff}');
    let start = whole - text.len();
    match parse_yaml(text) {
        Ok(value) => take(&value, &Located::new(file, Format::Yaml, text, start), found),
        Err(error) => found.push(broken_yaml(file, text, start, &error)),
    }
}
