//! `/api/csv/datapackage.json`: what the tables are and how they belong together, as a Data Package
//! (specs.frictionlessdata.io, version 1), by which programs can check them and fill a database.

use serde_json::{Value, json};

use super::table::{Column, Holds, TABLES, Table};
use super::{address, known};
use crate::model::Site;

/// Makes the file; `sizes` are the bytes of the tables.
pub(super) fn package(site: &Site, sizes: &[usize]) -> Vec<u8> {
    let settings = &site.settings;
    let licence = settings.open_data("licence");
    let is_link = |text: &&str| text.starts_with("https://") || text.starts_with("http://");
    let path = settings.open_data("licence_url").or(licence.filter(is_link));
    let is_name = |text: &&str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    let words = licence.filter(|text| !is_link(text));
    let licences = (path.is_some() || words.filter(is_name).is_some())
        .then(|| json!([{ "name": words.filter(is_name), "title": words, "path": path }]));
    let publisher = Some(&settings.organisation.name).filter(|name| !name.is_empty());
    let mut description =
        "The services of this site in the tabular form of Open Referral UK (HSDS-UK 3.0). Text that a \
                           spreadsheet program would run as a formula has an apostrophe in front of it; take it off."
            .to_owned();
    if let Some(attribution) = settings.open_data("attribution") {
        description.push_str(&format!(" Attribution: {}.", attribution.trim_end_matches(['.', ' '])));
    }
    if let Some(words) = words.filter(|_| licences.is_none()) {
        description.push_str(&format!(" Licence: {words}."));
    }
    let package = known(json!({
        "profile": "tabular-data-package",
        "name": "open-referral-uk",
        "title": settings.title,
        "description": description,
        "homepage": address(site, "/"),
        "version": "3.0",
        "licenses": licences,
        "contributors": publisher.map(|name| json!([{ "title": name, "role": "publisher" }])),
        "resources": TABLES.iter().zip(sizes).map(|(table, size)| resource(table, *size)).collect::<Vec<_>>(),
    }));
    let mut text = serde_json::to_vec_pretty(&package).expect("text and numbers are always JSON");
    text.push(b'\n');
    text
}

fn resource(table: &Table, size: usize) -> Value {
    let keys = table.columns.iter().filter_map(|column| match column.holds {
        Holds::Of(kind) => {
            let to = TABLES[kind as usize].name;
            // The standard's own word for the table that the key stands in is empty.
            let to = if to == table.name { "" } else { to };
            Some(json!({ "fields": column.name, "reference": { "resource": to, "fields": "id" } }))
        }
        _ => None,
    });
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "description": table.doc,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "schema": {
            "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
            "primaryKey": "id",
            "foreignKeys": keys.collect::<Vec<_>>(),
        },
    })
}

fn field(column: &Column) -> Value {
    let (kind, format) = match column.holds {
        Holds::Key | Holds::Of(_) | Holds::Id => ("string", Some("uuid")),
        Holds::Text | Holds::Choice(_) => ("string", None),
        Holds::Email => ("string", Some("email")),
        Holds::Link => ("string", Some("uri")),
        Holds::Number => ("number", None),
        Holds::Day => ("date", None),
        Holds::Time => ("time", None),
        // With parts of a second, which the plain form has not.
        Holds::Moment => ("datetime", Some("any")),
    };
    let choices = match column.holds {
        Holds::Choice(words) => Some(words),
        _ => None,
    };
    let constraints = json!({
        "required": column.is_required.then_some(true),
        "unique": (column.holds == Holds::Key).then_some(true),
        "enum": choices,
    });
    let constraints = known(constraints);
    let is_bound = constraints.as_object().is_some_and(|bounds| !bounds.is_empty());
    json!({ "name": column.name, "type": kind, "format": format, "constraints": is_bound.then_some(constraints) })
}
