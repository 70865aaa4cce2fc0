//! `content/data/changes.yaml`: what was published, written by `signpost publish --record` and read by every build.
//!
//! Each entry is one line, so that git shows a service that changed as a line that changed, and an entry is JSON, which is
//! YAML too: such lines are read one by one. A file that somebody has written in any other way is read as YAML.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::ser::Formatter;

use super::records::read_data;
use crate::data::{Field, Kind, Located, Step, Value, check};
use crate::diagnostic::Diagnostic;
use crate::model::{Change, ChangeKind, Changes, Gone, Published, PublishedService, Site, Status, Uuid};
use crate::source::{FileId, Sources};

const NAME: &str = "changes.yaml";

const SERVICE: &[Field] = &[
    Field { name: "id", kind: Kind::Text, doc: "Its identifier in open data." },
    Field { name: "address", kind: Kind::Text, doc: "The address of its page." },
    Field { name: "title", kind: Kind::Text, doc: "Its title; the quiet one of a sensitive page." },
    Field { name: "status", kind: Kind::Text, doc: "Whether it could be used." },
    Field { name: "sensitive", kind: Kind::Flag, doc: "Its page was sensitive: nothing else is kept of it." },
    Field { name: "shared", kind: Kind::Flag, doc: "`no`: open data did not tell of it." },
    Field { name: "phones", kind: Kind::List(&Kind::Text), doc: "Its numbers." },
    Field { name: "places", kind: Kind::List(&Kind::Text), doc: "Its places." },
    Field { name: "hidden_place", kind: Kind::Flag, doc: "One of its places is hidden: nothing is kept of any." },
    Field { name: "hours", kind: Kind::Text, doc: "When it was open." },
    Field { name: "cost", kind: Kind::Text, doc: "What it cost." },
];

const CHANGE: &[Field] = &[
    Field { name: "date", kind: Kind::Date, doc: "The day of the publication." },
    Field { name: "id", kind: Kind::Text, doc: "The service." },
    Field { name: "number", kind: Kind::Number, doc: "Which change of this service it is." },
    Field { name: "what", kind: Kind::List(&Kind::Text), doc: "What changed." },
    Field { name: "address", kind: Kind::Text, doc: "The address of its page." },
    Field { name: "title", kind: Kind::Text, doc: "Its title." },
    Field { name: "was", kind: Kind::Text, doc: "What it was called before." },
    Field { name: "phones", kind: Kind::List(&Kind::Text), doc: "Numbers that it has got." },
    Field { name: "terms", kind: Kind::List(&Kind::Text), doc: "Its topics and areas." },
    Field { name: "shared", kind: Kind::Flag, doc: "`no`: open data did not tell of it." },
];

const GONE: &[Field] = &[
    Field { name: "id", kind: Kind::Text, doc: "The identifier that open data had." },
    Field { name: "date", kind: Kind::Date, doc: "Since when it has it no longer." },
    Field { name: "now", kind: Kind::Text, doc: "The identifier that the same service has now." },
];

const FIELDS: &[Field] = &[
    Field { name: "recorded", kind: Kind::Date, doc: "The day of the publication." },
    Field { name: "changes", kind: Kind::List(&Kind::Table(CHANGE)), doc: "What changed, the newest first." },
    Field { name: "gone", kind: Kind::List(&Kind::Table(GONE)), doc: "Identifiers that open data has no longer." },
    Field { name: "services", kind: Kind::List(&Kind::Table(SERVICE)), doc: "The services as they were published." },
];

/// Reads the record of what was published; nothing where there is none. What cannot be read is a diagnostic.
pub(super) fn published(
    data: &BTreeMap<String, FileId>,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
) -> Option<Published> {
    let file = data.get(NAME).copied()?;
    let text = sources.read(&format!("content/data/{NAME}")).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    if let Some(published) = text.and_then(|text| by_line(&text)) {
        return Some(published);
    }
    let mut published = None;
    read_data(NAME, file, sources, found, |value, at, found| {
        if !value.is_empty() {
            check(FIELDS, value, "`data/changes.yaml`", at, &mut Vec::new(), found);
            published = from_yaml(value, at, found);
        }
    });
    published
}

/// Fills in what changed about the services of a site.
pub fn changes(site: &mut Site) {
    site.changes = Changes::of(site);
}

/// Reads the file as it is written by [`changes_file`]; nothing where it looks any other way.
fn by_line(text: &str) -> Option<Published> {
    let mut published =
        Published { recorded: Date::default(), services: Vec::new(), log: Vec::new(), gone: Vec::new() };
    let (mut key, mut is_dated) = ("", false);
    for line in text.lines() {
        if let Some(entry) = line.strip_prefix("  - ") {
            let entry: Value = serde_json::from_str(entry).ok()?;
            let has_only = |fields: &[Field]| {
                let is_known = |key: &str| fields.iter().any(|field| field.name == key);
                entry.entries().iter().all(|(key, _)| is_known(key))
            };
            match key {
                "services" if has_only(SERVICE) => published.services.push(service(&entry)?),
                "changes" if has_only(CHANGE) => published.log.push(change(&entry)?),
                "gone" if has_only(GONE) => published.gone.push(gone(&entry)?),
                _ => return None,
            }
        } else if let Some(day) = line.strip_prefix("recorded: ") {
            published.recorded = day.parse().ok()?;
            is_dated = true;
        } else if !line.is_empty() && !line.starts_with('#') {
            key = line.strip_suffix(':').or(line.strip_suffix(": []"))?;
        }
    }
    is_dated.then_some(published)
}

fn from_yaml(value: &Value, at: &Located<'_>, found: &mut Vec<Diagnostic>) -> Option<Published> {
    let mut broken = |path: &[Step]| {
        found.push(
            Diagnostic::error("wrong-kind", "this part of `data/changes.yaml` cannot be read")
                .at(at.value(path))
                .help("take the file as it was last written from your history, or take it away: then the next `signpost publish --record` begins anew"),
        );
    };
    let Some(recorded) = value.date("recorded") else {
        broken(&[]);
        return None;
    };
    let entries = |key: &str| value.get(key).map_or(&[][..], Value::items).to_vec();
    let mut published = Published { recorded, services: Vec::new(), log: Vec::new(), gone: Vec::new() };
    for (key, entries) in ["services", "changes", "gone"].map(|key| (key, entries(key))) {
        for (index, entry) in entries.iter().enumerate() {
            let taken = match key {
                "services" => service(entry).map(|service| published.services.push(service)),
                "changes" => change(entry).map(|change| published.log.push(change)),
                _ => gone(entry).map(|gone| published.gone.push(gone)),
            };
            if taken.is_none() {
                broken(&[Step::from(key), Step::Item(index)]);
            }
        }
    }
    Some(published)
}

fn service(value: &Value) -> Option<PublishedService> {
    const STATES: [Status; 4] = [Status::Open, Status::Full, Status::ClosedForNow, Status::Ended];
    let status = value.text("status");
    Some(PublishedService {
        id: id(value, "id")?,
        address: value.text("address")?,
        title: value.text("title")?,
        status: match status {
            Some(word) => STATES.into_iter().find(|status| status.word() == word)?,
            None => Status::Open,
        },
        sensitive: value.flag("sensitive").unwrap_or(false),
        shared: value.flag("shared").unwrap_or(true),
        phones: value.texts("phones"),
        places: value.texts("places"),
        hides: value.flag("hidden_place").unwrap_or(false),
        hours: value.text("hours"),
        cost: value.text("cost"),
    })
}

fn change(value: &Value) -> Option<Change> {
    let kind = |word: String| ChangeKind::ALL.iter().copied().find(|kind| kind.word() == word);
    Some(Change {
        date: value.date("date")?,
        id: id(value, "id")?,
        number: value.text("number").map_or(Some(1), |number| number.parse().ok())?,
        kinds: value.texts("what").into_iter().map(kind).collect::<Option<Vec<_>>>()?,
        address: value.text("address")?,
        title: value.text("title")?,
        was: value.text("was"),
        phones: value.texts("phones"),
        terms: value.texts("terms"),
        shared: value.flag("shared").unwrap_or(true),
    })
}

fn gone(value: &Value) -> Option<Gone> {
    let now = value.get("now").is_some().then(|| id(value, "now"));
    Some(Gone { id: id(value, "id")?, date: value.date("date")?, now: now.flatten() })
}

fn id(value: &Value, key: &str) -> Option<Uuid> {
    Uuid::read(&value.text(key)?)
}

/// The path and text of the file.
pub fn changes_file(published: &Published) -> (String, String) {
    let mut text = format!(
        "# What was published, and what changed from one publication to the next. Written by `signpost publish --record`;\n\
         # keep it with your content. What changed since is told on /changes/ and in /api/changes.json. See docs/changes.md.\n\
         # Of sensitive pages there is no more than may be announced, of hidden places nothing.\n\n\
         recorded: {}\n",
        published.recorded
    );
    list(
        &mut text,
        "changes",
        published.log.iter().map(|change| ChangeLine {
            date: change.date.to_string(),
            id: change.id.to_string(),
            number: Some(change.number).filter(|number| *number > 1),
            what: change.kinds.iter().map(|kind| kind.word()).collect(),
            address: &change.address,
            title: &change.title,
            was: change.was.as_deref(),
            phones: &change.phones,
            terms: &change.terms,
            shared: (!change.shared).then_some(false),
        }),
    );
    list(
        &mut text,
        "gone",
        published.gone.iter().map(|gone| GoneLine {
            id: gone.id.to_string(),
            date: gone.date.to_string(),
            now: gone.now.map(|now| now.to_string()),
        }),
    );
    list(
        &mut text,
        "services",
        published.services.iter().map(|service| ServiceLine {
            address: &service.address,
            id: service.id.to_string(),
            title: &service.title,
            status: Some(service.status.word()).filter(|_| service.status != Status::Open),
            sensitive: service.sensitive.then_some(true),
            shared: (!service.shared).then_some(false),
            phones: &service.phones,
            places: &service.places,
            hidden_place: service.hides.then_some(true),
            hours: service.hours.as_deref(),
            cost: service.cost.as_deref(),
        }),
    );
    (format!("content/data/{NAME}"), text)
}

#[derive(Serialize)]
struct ServiceLine<'a> {
    address: &'a str,
    id: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sensitive: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<bool>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    phones: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    places: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    hidden_place: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<&'a str>,
}

#[derive(Serialize)]
struct ChangeLine<'a> {
    date: String,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    what: Vec<&'static str>,
    address: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    phones: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    terms: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<bool>,
}

#[derive(Serialize)]
struct GoneLine {
    id: String,
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<String>,
}

/// Writes a list with one line for each entry.
fn list<T: Serialize>(text: &mut String, key: &str, entries: impl ExactSizeIterator<Item = T>) {
    if entries.len() == 0 {
        text.push_str(&format!("{key}: []\n"));
        return;
    }
    text.push_str(&format!("{key}:\n"));
    for entry in entries {
        let mut line = Vec::with_capacity(256);
        let mut writer = serde_json::Serializer::with_formatter(&mut line, Spaced);
        entry.serialize(&mut writer).expect("text and numbers are always JSON");
        text.push_str("  - ");
        // What JSON may hold as it is and YAML may not.
        for letter in String::from_utf8_lossy(&line).chars() {
            match letter {
                '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                    text.push_str(&format!("\\u{:04x}", u32::from(letter)));
                }
                letter => text.push(letter),
            }
        }
        text.push('\n');
    }
}

/// JSON in one line with spaces where a reader wants them, and where YAML needs them.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        if is_first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        if is_first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    fn sample() -> Published {
        let day = |day: &str| day.parse().expect("a day");
        let id = |number: u8| Uuid::named(Uuid::URL, &number.to_string());
        let service = PublishedService {
            id: id(1),
            address: "/services/hub/".into(),
            title: "Hub: \"tea\" # and\u{2028} \u{7f}more\n - 😀".into(),
            status: Status::Full,
            sensitive: false,
            shared: false,
            phones: vec!["+44 1632 960123".into(), "01632 960124".into()],
            places: vec!["The Hub, 4 Quay Street".into()],
            hides: false,
            hours: Some("9am to 5pm".into()),
            cost: Some("yes".into()),
        };
        let quiet = PublishedService {
            id: id(2),
            sensitive: true,
            shared: true,
            status: Status::Open,
            phones: Vec::new(),
            places: Vec::new(),
            hides: true,
            hours: None,
            cost: None,
            ..service.clone()
        };
        let change = Change {
            date: day("2026-11-01"),
            id: id(1),
            number: 3,
            kinds: vec![ChangeKind::Title, ChangeKind::Phone],
            address: "/services/hub/".into(),
            title: "2026-11-01".into(),
            was: Some("~".into()),
            phones: vec!["0800 1111".into()],
            terms: vec!["topics/breaks".into()],
            shared: true,
        };
        let gone = vec![
            Gone { id: id(3), date: day("2026-10-01"), now: None },
            Gone { id: id(4), date: day("2026-10-01"), now: Some(id(1)) },
        ];
        Published { recorded: day("2026-11-01"), services: vec![service, quiet], log: vec![change], gone }
    }

    fn read(text: &str) -> (Option<Published>, Vec<Diagnostic>) {
        let mut sources = Memory::new([], "2026-11-22T00:00:00Z".parse().expect("a moment"));
        sources.write("content/data/changes.yaml", text);
        let mut found = Vec::new();
        (published(&BTreeMap::from([(NAME.to_owned(), FileId(0))]), &sources, &mut found), found)
    }

    #[test]
    fn a_record_is_read_as_it_was_written_by_line_and_as_yaml() {
        for record in [sample(), Published { services: Vec::new(), log: Vec::new(), gone: Vec::new(), ..sample() }] {
            let (_, text) = changes_file(&record);
            assert_eq!(by_line(&text).as_ref(), Some(&record), "{text}");
            // Another order and other white space are YAML still.
            let other = text.replace("recorded: 2026-11-01", "recorded: '2026-11-01'").replace("  - {", "-   {");
            assert_eq!(by_line(&other), None);
            let (read, found) = read(&other);
            assert_eq!((read.as_ref(), found), (Some(&record), Vec::new()), "{other}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_line() {
        let (_, text) = changes_file(&sample());
        let rules = |text: &str| read(text).1.iter().map(|finding| finding.rule).collect::<Vec<_>>();
        assert_eq!(rules(&text.replace("\"what\": [\"title\"", "\"what\": [\"tilte\"")), ["wrong-kind"]);
        assert_eq!(rules(&text.replace("\"status\"", "\"statsu\"")), ["unknown-key"]);
        assert_eq!(rules(&text.replace("recorded", "# recorded")), ["wrong-kind"]);
        assert_eq!(rules(&text.replace("services:", "services: [")), ["broken-yaml"]);
        assert_eq!(rules(""), [] as [&str; 0]);
    }
}
