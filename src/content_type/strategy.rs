//! A strategy: its state, its years, who adopted it, and its documents. What it promises stands in its components.

use super::reading::Reading;
use crate::data::{Field, Kind, Value};
use crate::model::{Details, Document, Partner, Strategy, Version};

const PARTNER: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "Its name." },
    Field {
        name: "adopted",
        kind: Kind::Either(&[Kind::Flag, Kind::Date]),
        doc: "The day it adopted the strategy, or yes or no.",
    },
    Field {
        name: "declined",
        kind: Kind::Either(&[Kind::Flag, Kind::Date]),
        doc: "The day it decided not to adopt the strategy, or yes.",
    },
    Field { name: "note", kind: Kind::Text, doc: "What to know about that." },
];

const VERSION: &[Field] = &[
    Field { name: "version", kind: Kind::Text, doc: "Its name, such as `1.1`." },
    Field { name: "date", kind: Kind::Date, doc: "Its day." },
    Field { name: "note", kind: Kind::Text, doc: "What changed, and who agreed it." },
];

const DOCUMENT: &[Field] = &[
    Field { name: "title", kind: Kind::Text, doc: "What it is called." },
    Field { name: "label", kind: Kind::Text, doc: "The same, by another name." },
    Field { name: "file", kind: Kind::Text, doc: "The file." },
    Field { name: "url", kind: Kind::Text, doc: "Its address, where it is not a file of this site." },
];

const BOARD: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "Its name." },
    Field { name: "note", kind: Kind::Text, doc: "What it does." },
];

/// The keys of a strategy.
pub const FIELDS: &[Field] = &[
    Field {
        name: "state",
        kind: Kind::Choice(&["draft", "consulting", "approved", "superseded"]),
        doc: "How far the strategy is.",
    },
    Field { name: "period", kind: Kind::Text, doc: "The years it covers, such as `2025 to 2030`." },
    Field {
        name: "partners",
        kind: Kind::List(&Kind::Either(&[Kind::Table(PARTNER), Kind::Text])),
        doc: "Who adopted it.",
    },
    Field { name: "replaces", kind: Kind::Text, doc: "The strategy before it: its content path or address." },
    Field {
        name: "versions",
        kind: Kind::List(&Kind::Table(VERSION)),
        doc: "Its versions, the newest first, each with what changed.",
    },
    Field {
        name: "boards",
        kind: Kind::List(&Kind::Either(&[Kind::Table(BOARD), Kind::Text])),
        doc: "Who watches over it.",
    },
    Field {
        name: "documents",
        kind: Kind::List(&Kind::Either(&[Kind::Table(DOCUMENT), Kind::Text])),
        doc: "Files that belong to it.",
    },
];

/// Makes the facts of a strategy.
pub fn details(reading: &mut Reading<'_>) -> Details {
    let value = reading.value;
    let items = |key: &str| value.get(key).map(Value::items).unwrap_or_default();
    Details::Strategy(Box::new(Strategy {
        state: value.text("state"),
        period: value.text("period"),
        partners: items("partners").iter().flat_map(partners).collect(),
        replaces: value.text("replaces"),
        boards: items("boards").iter().filter_map(|board| name_of(board, "name")).collect(),
        documents: items("documents").iter().filter_map(document).collect(),
        versions: items("versions").iter().filter_map(version).collect(),
        has_actions: false,
    }))
}

fn name_of(value: &Value, key: &str) -> Option<String> {
    value.as_text().map(str::to_owned).or_else(|| value.text(key))
}

/// One partner, or several in one line: "Mereshire County Council, Merebridge City Council".
fn partners(value: &Value) -> Vec<Partner> {
    match value.as_text() {
        Some(names) => {
            let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
            names.map(|name| Partner { name: name.to_owned(), ..Partner::default() }).collect()
        }
        None => partner(value).into_iter().collect(),
    }
}

fn version(value: &Value) -> Option<Version> {
    Some(Version { name: value.text("version")?, date: value.date("date"), note: value.text("note") })
}

fn partner(value: &Value) -> Option<Partner> {
    let is_yes = |written: &Value| written.as_date().is_some() || written.as_flag().unwrap_or(false);
    let (adopted, declined) = (value.get("adopted"), value.get("declined"));
    let declined = declined.filter(|written| is_yes(written));
    let date = declined.or(adopted).and_then(Value::as_date);
    Some(Partner {
        name: name_of(value, "name")?,
        adopted: adopted.map(is_yes),
        declined: declined.is_some(),
        date,
        note: value.text("note"),
    })
}

fn document(value: &Value) -> Option<Document> {
    let file = name_of(value, "file").or_else(|| value.text("url"))?;
    let title = value.text("title").or_else(|| value.text("label")).unwrap_or_else(|| file.clone());
    Some(Document { title, file, path: None })
}
