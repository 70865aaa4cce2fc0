//! `site.toml` as it was written: its keys, and what is wrong with them.

use super::rules::LEVELS;
use crate::data::{Field, Format, HOURS_ROW, Kind, Located, Value, check};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

const TEXTS: Kind = Kind::List(&Kind::Text);
const TEXT_MAP: Kind = Kind::Map(&Kind::Text);

const ORGANISATION: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "The council or partnership that answers for the site." },
    Field { name: "county", kind: Kind::Text, doc: "The county. A hidden place is told no nearer than this." },
    Field { name: "country", kind: Kind::Text, doc: "The country's two-letter code. By default `GB`." },
];

const HELP: &[Field] = &[
    Field { name: "phone", kind: Kind::Text, doc: "The number that a person answers." },
    Field { name: "text", kind: Kind::Text, doc: "The number for text messages." },
    Field { name: "email", kind: Kind::Email, doc: "The address for questions." },
    Field {
        name: "hours",
        kind: Kind::Either(&[Kind::Text, Kind::List(&Kind::Table(HOURS_ROW))]),
        doc: "When someone answers: a sentence, or rows such as `{ days = \"Mon-Fri\", from = \"9am\", to = \"5pm\" }`. With \
              rows a script shows the number for other times first when it is the right one.",
    },
    Field { name: "out_of_hours", kind: Kind::Text, doc: "The number outside those hours, shown first then." },
];

const TAXONOMY: &[Field] = &[
    Field { name: "title", kind: Kind::Text, doc: "What readers see, such as \"Topic\"." },
    Field { name: "terms", kind: TEXTS, doc: "The terms that may be used. Leave it out for an open list." },
];

const BUILD: &[Field] = &[
    Field {
        name: "stop_on",
        kind: Kind::Choice(&["error", "broken"]),
        doc: "`error` (the default) stops at any finding of that level; `broken` reports findings and still makes the site.",
    },
    Field {
        name: "staging",
        kind: Kind::Flag,
        doc: "`true` puts a banner on every page and keeps search engines out.",
    },
];

const SENSITIVE: &[Field] = &[
    Field { name: "topics", kind: TEXTS, doc: "Topics whose pages are sensitive." },
    Field { name: "conditions", kind: TEXTS, doc: "Conditions whose pages are sensitive." },
    Field { name: "audiences", kind: TEXTS, doc: "Audiences whose pages are sensitive." },
    Field { name: "exit", kind: Kind::Text, doc: "Where \"Leave this site\" goes. By default a weather page." },
];

const BANNER: &[Field] = &[
    Field { name: "text", kind: Kind::Text, doc: "One sentence shown on every page." },
    Field { name: "url", kind: Kind::Target, doc: "Where it leads." },
    Field { name: "until", kind: Kind::Date, doc: "The last day it is shown." },
];

const FILES: &[Field] = &[Field {
    name: "publish",
    kind: TEXTS,
    doc: "File name endings that may be published besides pictures, captions, video, audio and PDF, such as `\"docx\"`.",
}];

const HOSTS: &[&str] = &["apache", "azure", "caddy", "cloudflare", "github", "gitlab", "netlify", "nginx", "s3"];

const HOSTING: &[Field] =
    &[Field { name: "hosts", kind: Kind::List(&Kind::Choice(HOSTS)), doc: "The hosts whose own files are written." }];

const PRIVACY: &[Field] = &[
    Field { name: "controller", kind: Kind::Text, doc: "Who is the data controller." },
    Field { name: "host", kind: Kind::Text, doc: "The company whose machines serve the site." },
    Field { name: "logs_kept", kind: Kind::Text, doc: "How long the host keeps its logs." },
    Field { name: "contact", kind: Kind::Text, doc: "Whom to ask about personal data." },
    Field {
        name: "registration",
        kind: Kind::Text,
        doc: "The controller's registration with the Information Commissioner.",
    },
];

const FEEDBACK: &[Field] = &[
    Field { name: "form", kind: Kind::Text, doc: "The address of a form to tell what is wrong." },
    Field { name: "post", kind: Kind::Text, doc: "The postal address to write to." },
];

const BOOKLET: &[Field] = &[
    Field { name: "title", kind: Kind::Text, doc: "Its title." },
    Field {
        name: "pages",
        kind: TEXTS,
        doc: "Its chapters in order: paths of pages below content/; a section stands for the pages in it.",
    },
];

const OPEN_DATA: &[Field] = &[
    Field { name: "licence", kind: Kind::Text, doc: "The licence of the directory as data." },
    Field { name: "licence_url", kind: Kind::Text, doc: "Where that licence can be read." },
    Field { name: "attribution", kind: Kind::Text, doc: "What those who use the data must say." },
    Field { name: "contact", kind: Kind::Text, doc: "Whom to ask about the data." },
];

const FALLBACK: &[Field] =
    &[Field { name: "sections", kind: TEXTS, doc: "Sections whose missing pages are shown in the main language." }];

const NEAR: &[Field] = &[
    Field {
        name: "attribution",
        kind: Kind::Text,
        doc: "What the licence of data/postcodes.csv says must be shown. Without it: the words for Code-Point Open and ONS.",
    },
    Field { name: "example", kind: Kind::Text, doc: "A postcode that shows what one looks like. By default SW1A 2AA." },
];

/// Every key of `site.toml`.
pub const FIELDS: &[Field] = &[
    Field { name: "title", kind: Kind::Text, doc: "The site's name." },
    Field { name: "base_url", kind: Kind::Text, doc: "Where the site will be published. It may hold a subfolder." },
    Field { name: "languages", kind: TEXTS, doc: "Language codes; the first is the main one. By default `[\"en\"]`." },
    Field { name: "theme", kind: Kind::Text, doc: "The theme. By default `signpost`." },
    Field { name: "organisation", kind: Kind::Table(ORGANISATION), doc: "Who answers for the site." },
    Field {
        name: "help",
        kind: Kind::Table(HELP),
        doc: "Whom a reader can reach wherever a page would be a dead end.",
    },
    Field {
        name: "owners",
        kind: Kind::Map(&Kind::Email),
        doc: "Roles that keep pages true, and their email addresses.",
    },
    Field { name: "taxonomies", kind: Kind::Map(&Kind::Table(TAXONOMY)), doc: "The ways to classify pages." },
    Field {
        name: "sensitive",
        kind: Kind::Table(SENSITIVE),
        doc: "Which pages need \"Leave this site\", and where that goes.",
    },
    Field { name: "build", kind: Kind::Table(BUILD), doc: "What stops a build." },
    Field {
        name: "rules",
        kind: Kind::Map(&Kind::Either(&[Kind::Choice(LEVELS), Kind::Map(&Kind::Anything)])),
        doc: "Rules and their level: off, advice, warning or error. One that goes by numbers may have these as well: \
              `long-sentence = { level = \"warning\", words = 30 }`.",
    },
    Field { name: "hosting", kind: Kind::Table(HOSTING), doc: "Where the output is put." },
    Field { name: "tokens", kind: TEXT_MAP, doc: "Colours, the short name and the mark of the theme." },
    Field { name: "open_data", kind: Kind::Table(OPEN_DATA), doc: "How the directory may be used as data." },
    Field { name: "privacy", kind: Kind::Table(PRIVACY), doc: "What the privacy page says." },
    Field {
        name: "feedback",
        kind: Kind::Table(FEEDBACK),
        doc: "Ways to tell what is wrong, besides those of `[help]` and the owner's address.",
    },
    Field { name: "newsletter", kind: TEXT_MAP, doc: "The address of a newsletter, and its name." },
    Field { name: "banner", kind: Kind::Table(BANNER), doc: "A notice on every page." },
    Field { name: "near", kind: Kind::Table(NEAR), doc: "The page about help near you." },
    Field { name: "publish", kind: Kind::Map(&Kind::Anything), doc: "Where `signpost publish` sends the site." },
    Field { name: "fallback", kind: Kind::Table(FALLBACK), doc: "What is shown where a translation is missing." },
    Field { name: "files", kind: Kind::Table(FILES), doc: "Which kinds of file may be published." },
    Field { name: "booklet", kind: Kind::Table(BOOKLET), doc: "What the booklet holds." },
];

/// Reads `site.toml` and reports every key that it cannot have.
///
/// # Errors
/// The diagnostic that says where the file stops being TOML.
pub fn read(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> Result<Value, Box<Diagnostic>> {
    let document = toml::from_str::<toml::Table>(text).map_err(|error| {
        let range = error.span().unwrap_or(0..0);
        let first = error.message().lines().next().unwrap_or_default().to_owned();
        Box::new(
            Diagnostic::error("broken-settings", "`site.toml` cannot be read from here on")
                .at(Span::new(file, range))
                .label(first)
                .help("texts stand in \"quotes\", lists in [ ], and a table's name in [ ] on a line of its own")
                .note("nothing was built; the last good site is unchanged"),
        )
    })?;
    let value = from_toml(toml::Value::Table(document));
    let located = Located::new(file, Format::Toml, text, 0);
    check(FIELDS, &value, "`site.toml`", &located, &mut Vec::new(), found);
    Ok(value)
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::Text(text),
        toml::Value::Integer(number) => Value::Number(number.to_string()),
        toml::Value::Float(number) => Value::Number(number.to_string()),
        toml::Value::Boolean(flag) => Value::Flag(flag),
        toml::Value::Datetime(date) => Value::Text(date.to_string()),
        toml::Value::Array(items) => Value::List(items.into_iter().map(from_toml).collect()),
        toml::Value::Table(table) => {
            Value::Table(table.into_iter().map(|(key, item)| (key, from_toml(item))).collect())
        }
    }
}
