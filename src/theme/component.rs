//! Components: reusable parts that templates and `:::` blocks call, with the parameters that authors may write.

use std::collections::BTreeMap;

use super::Theme;
use crate::data::{Field, Format, Kind, Located, Value, check, parse_yaml};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::source::{FileId, Span};

/// A reusable part of a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// The name that authors write, such as `i-statement`.
    pub name: String,
    /// What it is for, in one sentence.
    pub description: String,
    /// What an author puts between its fences.
    pub body: BodyKind,
    /// The component that each row of its table is one of.
    pub rows: Option<String>,
    /// The parameters of that component that the columns after the first hold, in their order; the first is its body.
    pub columns: Vec<String>,
    /// The level of its own heading; 3 where it does not say.
    pub heading: u8,
    /// The components it must stand in; empty where it may stand anywhere.
    pub inside: Vec<String>,
    /// What an author may write on its opening fence.
    pub parameters: Vec<Parameter>,
    /// Its template, which defines one Tera component.
    pub template: String,
    /// The site's own file that the template came from.
    pub file: Option<FileId>,
    /// Examples: a name, and the Markdown.
    pub examples: Vec<(String, String)>,
}

/// What stands between the fences of a component.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BodyKind {
    /// Markdown, and other components.
    #[default]
    Markdown,
    /// Nothing.
    None,
    /// One table.
    Table,
    /// One table whose first column names what the numbers in the others are of.
    NumberTable,
    /// Markdown, and where there is a table in it, dates in its first column and a number beside each.
    DatedTable,
    /// One list.
    List,
    /// One numbered list.
    OrderedList,
}

/// Something an author may write on an opening fence.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What it may hold.
    pub kind: ParameterKind,
    /// Whether the component is nothing without it.
    pub required: bool,
    /// Its manual.
    pub doc: String,
}

/// What a parameter may hold.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterKind {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A day, or a month such as `2027-03`.
    Date,
    /// One of a few words.
    Choice(Vec<String>),
    /// The id of a contact record.
    Contact,
    /// A page, by content path or address.
    Page,
    /// A file.
    File,
    /// yes or no; the name alone means yes.
    Flag,
    /// A video: its file, or its address at another host. The parameters `sizes`, `captions`, `chapters`, `poster` and
    /// `sound` belong to it.
    Video,
    /// A sound file.
    Audio,
}

const PARAMETER_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "The name that authors write." },
    Field {
        name: "type",
        kind: Kind::Choice(&["text", "number", "date", "choice", "contact", "page", "file", "flag", "video", "audio"]),
        doc: "What it may hold.",
    },
    Field { name: "values", kind: Kind::List(&Kind::Text), doc: "The words of a choice." },
    Field { name: "required", kind: Kind::Flag, doc: "Whether it must be written." },
    Field { name: "doc", kind: Kind::Text, doc: "Its manual." },
];

const EXAMPLE_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "What it shows." },
    Field { name: "markdown", kind: Kind::Text, doc: "The Markdown." },
];

const FIELDS: &[Field] = &[
    Field { name: "description", kind: Kind::Text, doc: "What it is for, in one sentence." },
    Field {
        name: "body",
        kind: Kind::Choice(&[
            "markdown",
            "none",
            "table",
            "table of numbers",
            "markdown and dated numbers",
            "list",
            "ordered list",
        ]),
        doc: "What stands between its fences.",
    },
    Field { name: "rows", kind: Kind::Text, doc: "The component that each row of its table is one of." },
    Field {
        name: "columns",
        kind: Kind::List(&Kind::Text),
        doc: "What the columns hold: the body of that component, then parameters of it.",
    },
    Field { name: "inside", kind: Kind::List(&Kind::Text), doc: "The components it must stand in." },
    Field { name: "parameters", kind: Kind::List(&Kind::Table(PARAMETER_FIELDS)), doc: "What authors may write." },
    Field { name: "examples", kind: Kind::List(&Kind::Table(EXAMPLE_FIELDS)), doc: "Examples." },
    Field { name: "heading", kind: Kind::Number, doc: "The level of its own heading." },
];

type Files = BTreeMap<String, (Option<FileId>, Vec<u8>)>;

/// Adds every component that has a template, in the order of names.
pub(super) fn complete(theme: &mut Theme, files: &Files, found: &mut Vec<Diagnostic>) {
    let text = |path: &str| files.get(path).and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()).map(str::to_owned);
    let names: Vec<&str> = files
        .keys()
        .filter_map(|path| path.strip_prefix("components/")?.strip_suffix(".html")?.split_once('/'))
        .filter(|(folder, name)| folder == name)
        .map(|(folder, _)| folder)
        .collect();
    for name in &names {
        let base = format!("components/{name}/{name}");
        let Some(template) = text(&format!("{base}.html")) else {
            continue;
        };
        let yaml_path = format!("{base}.yaml");
        let yaml = text(&yaml_path).unwrap_or_default();
        let file = files.get(&yaml_path).and_then(|(id, _)| *id);
        let value = describe(&yaml, &yaml_path, file, found);
        let component = Component {
            name: (*name).to_owned(),
            description: value.text("description").unwrap_or_default(),
            body: match value.text("body").as_deref() {
                Some("none") => BodyKind::None,
                Some("table") => BodyKind::Table,
                Some("table of numbers") => BodyKind::NumberTable,
                Some("markdown and dated numbers") => BodyKind::DatedTable,
                Some("list") => BodyKind::List,
                Some("ordered list") => BodyKind::OrderedList,
                _ => BodyKind::Markdown,
            },
            heading: value.number("heading").map_or(3, |level| level.clamp(2.0, 6.0) as u8),
            rows: value.text("rows"),
            columns: value.texts("columns"),
            inside: value.texts("inside"),
            parameters: value
                .get("parameters")
                .map(Value::items)
                .unwrap_or_default()
                .iter()
                .filter_map(parameter)
                .collect(),
            template,
            file: files.get(&format!("{base}.html")).and_then(|(id, _)| *id),
            examples: value.get("examples").map(Value::items).unwrap_or_default().iter().filter_map(example).collect(),
        };
        for outer in &component.inside {
            if !names.contains(&outer.as_str())
                && let Some(file) = file
            {
                found.push(
                    Diagnostic::error(
                        "unknown-component",
                        format!("`{name}` is to stand inside `{outer}`, which does not exist"),
                    )
                    .at(Span::whole(file))
                    .maybe_help(did_you_mean_help(outer, names.iter().copied())),
                );
            }
        }
        theme.components.insert((*name).to_owned(), component);
    }
}

fn describe(yaml: &str, path: &str, file: Option<FileId>, found: &mut Vec<Diagnostic>) -> Value {
    let file = file.unwrap_or(FileId(0));
    match parse_yaml(yaml) {
        Ok(value) => {
            let at = Located::new(file, Format::Yaml, yaml, 0);
            check(FIELDS, &value, "a component", &at, &mut Vec::new(), found);
            value
        }
        Err(error) => {
            found.push(
                Diagnostic::error("broken-yaml", format!("`{path}` cannot be read from here on"))
                    .at(Span::new(file, error.offset..error.offset + 1))
                    .label(error.message),
            );
            Value::Null
        }
    }
}

fn parameter(value: &Value) -> Option<Parameter> {
    Some(Parameter {
        name: value.text("name")?,
        kind: match value.text("type").as_deref() {
            Some("number") => ParameterKind::Number,
            Some("date") => ParameterKind::Date,
            Some("choice") => ParameterKind::Choice(value.texts("values")),
            Some("contact") => ParameterKind::Contact,
            Some("page") => ParameterKind::Page,
            Some("file") => ParameterKind::File,
            Some("flag") => ParameterKind::Flag,
            Some("video") => ParameterKind::Video,
            Some("audio") => ParameterKind::Audio,
            _ => ParameterKind::Text,
        },
        required: value.flag("required").unwrap_or(false),
        doc: value.text("doc").unwrap_or_default(),
    })
}

fn example(value: &Value) -> Option<(String, String)> {
    Some((value.text("name").unwrap_or_default(), value.text("markdown")?))
}
