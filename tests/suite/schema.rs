//! Reports held against their JSON Schemas: our own in `docs/`, and that of SARIF in `tests/schemas/`. `open_data` holds
//! the API against those of Open Referral UK.
//!
//! The validator knows the keywords that these use, and refuses a schema with any other: a rule that is passed over
//! would be a test that cannot fail.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::harness::{files, files_below, root, sources};
use signpost::check;
use signpost::diagnostic::Diagnostic;
use signpost::diagnostic::report::{Format, write_with};
use signpost::project::{Options, Project};
use signpost::sink::Discard;

/// A schema, and those beside it that it may refer to.
pub struct Schema {
    root: Value,
    beside: BTreeMap<String, Value>,
}

impl Schema {
    /// Reads the schema of a file of the repository.
    pub fn open(path: &str) -> Self {
        let file = root().join(path);
        let folder = files_below(file.parent().expect("it lies in a folder"));
        let schemas = folder.into_iter().filter(|(name, _)| name.ends_with(".json") && !name.contains('/'));
        let beside: BTreeMap<String, Value> =
            schemas.map(|(name, bytes)| (name, serde_json::from_slice(&bytes).expect("a schema is JSON"))).collect();
        let name = file.file_name().expect("it has a name").to_string_lossy().into_owned();
        Self { root: beside.get(&name).unwrap_or_else(|| panic!("{path} is not there")).clone(), beside }
    }

    /// What does not fit, each with where it stands.
    pub fn complaints(&self, value: &Value) -> Vec<String> {
        let mut found = Vec::new();
        self.check(&self.root, value, "", &mut found);
        found
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
        for (keyword, rule) in schema.as_object().expect("a schema is an object") {
            let mut say = |what: String| found.push(format!("{at}: {what}"));
            match keyword.as_str() {
                "$id" | "$schema" | "title" | "description" | "default" | "definitions" => {}
                // What Open Referral UK says of its tables.
                "name"
                | "path"
                | "core"
                | "constraints"
                | "example"
                | "datapackage_metadata"
                | "datapackage_type"
                | "tabular_required" => {}
                "format" => {
                    let format = rule.as_str().expect("a name");
                    if value.as_str().is_some_and(|text| !has_format(text, format)) {
                        say(format!("{value} is no {format}"));
                    }
                }
                "properties" => {
                    for (name, inner) in rule.as_object().expect("properties are an object") {
                        if let Some(item) = value.get(name) {
                            self.check(inner, item, &format!("{at}/{name}"), found);
                        }
                    }
                }
                "additionalProperties" => self.others(schema, rule, value, at, found),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(rule, item, &format!("{at}/{index}"), found);
                    }
                }
                "$ref" => {
                    let path = rule.as_str().expect("a place");
                    let other = match path.strip_prefix('#') {
                        Some(inside) => self.root.pointer(inside),
                        None => self.beside.get(path),
                    };
                    self.check(other.unwrap_or_else(|| panic!("{path} is not there")), value, at, found);
                }
                "anyOf" | "oneOf" => {
                    let fits = |inner: &&Value| {
                        let mut inside = Vec::new();
                        self.check(inner, value, at, &mut inside);
                        inside.is_empty()
                    };
                    let count = rule.as_array().expect("a list").iter().filter(fits).count();
                    if count == 0 || keyword == "oneOf" && count > 1 {
                        say(format!("{count} of {keyword} fit"));
                    }
                }
                "type" => {
                    let names = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                    if !names.iter().filter_map(Value::as_str).any(|name| is_of(value, name)) {
                        say(format!("{value} is not of {rule}"));
                    }
                }
                "required" => {
                    for name in rule.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        if value.is_object() && value.get(name).is_none() {
                            say(format!("`{name}` is missing"));
                        }
                    }
                }
                "enum" => {
                    if !rule.as_array().expect("a list").contains(value) {
                        say(format!("{value} is none of {rule}"));
                    }
                }
                "minimum" | "maximum" => {
                    let (limit, number) = (rule.as_f64().expect("a number"), value.as_f64().unwrap_or(f64::NAN));
                    if keyword == "minimum" && number < limit || keyword == "maximum" && number > limit {
                        say(format!("{value} is beyond the {keyword} {rule}"));
                    }
                }
                "minItems" => {
                    let least = rule.as_u64().expect("a number");
                    if value.as_array().is_some_and(|items| (items.len() as u64) < least) {
                        say(format!("there are fewer than {least}"));
                    }
                }
                "uniqueItems" => {
                    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                    if items.iter().enumerate().any(|(index, item)| items[..index].contains(item)) {
                        say("an item stands there twice".into());
                    }
                }
                // Of the texts with a pattern we write none but in our own schema, where it is a rule's name.
                "pattern" => {
                    let is_name = |text: &str| {
                        text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
                    };
                    let known = rule == "^[a-z0-9-]+$";
                    if !known || !value.as_str().is_some_and(is_name) {
                        say(format!("{value} does not look like {rule}"));
                    }
                }
                other => panic!("the validator does not know `{other}`"),
            }
        }
    }

    fn others(&self, schema: &Value, rule: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
        for (name, item) in value.as_object().into_iter().flatten() {
            if schema.get("properties").is_some_and(|known| known.get(name).is_some()) {
                continue;
            }
            match rule {
                Value::Bool(true) => {}
                Value::Bool(false) => found.push(format!("{at}: `{name}` is no key here")),
                inner => self.check(inner, item, &format!("{at}/{name}"), found),
            }
        }
    }
}

/// Whether a text has a format, as far as that can be told from its letters.
fn has_format(text: &str, format: &str) -> bool {
    let groups = |text: &str, separator: char| text.split(separator).map(str::len).collect::<Vec<_>>();
    match format {
        "uuid" => {
            let is_hex = |letter: char| letter.is_ascii_digit() || ('a'..='f').contains(&letter) || letter == '-';
            groups(text, '-') == [8, 4, 4, 4, 12] && text.chars().all(is_hex)
        }
        "uri" => {
            let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
            let is_free = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
            !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) && text.bytes().all(is_free)
        }
        "uri-reference" => text.bytes().all(|byte| byte.is_ascii_graphic()),
        "email" => text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
        "date-time" => text.parse::<jiff::Timestamp>().is_ok(),
        other => panic!("the validator does not know the format `{other}`"),
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("there is no type `{other}`"),
    }
}

/// A report over a site with findings of every level, one without a place, one with a fix, and one that is allowed.
fn report(format: Format) -> Value {
    let site = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n[rules]\nmissing-owner = \"advice\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        (
            "content/breaks & more.md",
            "---\ntitle: Breaks\n---\n![](missing.png)\n\n[click here](/) <!-- allow vague-link-text: the button says so -->\n\n[here](/)\n",
        ),
    ]);
    let sources = sources(&site);
    let mut project = Project::open(sources.clone(), Options::default()).expect("it is a site");
    let mut made = project.build(&mut Discard).expect("nothing is written");
    assert_eq!(made.allowed.len(), 1, "{:?}", made.diagnostics);
    let place = made.diagnostics.iter().find_map(|finding| finding.span).expect("one has a place");
    made.diagnostics.push(Diagnostic::error("empty-site", "it has no place"));
    made.diagnostics.push(Diagnostic::warning("odd-time", "it has a fix").at(place).fix(place, "9am"));
    let all = [made.diagnostics, made.allowed].concat();
    let text = write_with(format, &all, &made.files, sources.as_ref(), false, &check::texts());
    serde_json::from_str(&text).expect("the report is JSON")
}

#[test]
fn the_json_report_is_what_its_schema_says() {
    let schema = Schema::open("docs/findings.schema.json");
    let report = report(Format::Json);
    assert_eq!(schema.complaints(&report), [""; 0]);
    let levels: Vec<&str> =
        report.as_array().expect("a list").iter().filter_map(|one| one["severity"].as_str()).collect();
    for level in ["error", "warning", "advice", "allowed"] {
        assert!(levels.contains(&level), "{level} is not tried: {levels:?}");
    }
    // Every key that is written is told of in the schema.
    let mut other = report.clone();
    other[0]["colour"] = Value::from("red");
    other[1].as_object_mut().expect("an object").remove("rule");
    other[2]["severity"] = Value::from("fatal");
    assert_eq!(schema.complaints(&other).len(), 3, "{:?}", schema.complaints(&other));
}

#[test]
fn the_sarif_report_is_what_the_standard_says() {
    let schema = Schema::open("tests/schemas/sarif-2.1.0.json");
    let log = report(Format::Sarif);
    assert_eq!(schema.complaints(&log), [""; 0]);
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("a list");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("the rule is known")).expect("a position");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    }
    let has = |key: &str| results.iter().any(|result| result.get(key).is_some());
    assert!(has("suppressions") && has("fixes") && has("locations"), "not all of it is tried");
    let paths: Vec<&str> = results
        .iter()
        .filter_map(|one| one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str())
        .collect();
    assert!(paths.contains(&"content/breaks%20%26%20more.md"), "{paths:?}");
    let mut other = log.clone();
    other["runs"][0]["results"][0]["level"] = Value::from("fatal");
    other["runs"][0]["results"][1].as_object_mut().expect("an object").remove("message");
    other["version"] = Value::from("3");
    assert_eq!(schema.complaints(&other).len(), 3, "{:?}", schema.complaints(&other));
}

#[test]
fn machine_formats_write_their_document_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("content")).expect("it can be made");
    std::fs::write(path("site.toml"), "title = \"C\"\nbase_url = \"https://c.example/\"\n").expect("it can be written");
    std::fs::write(path("content/_index.md"), "---\ntitle: Home\n---\n[click here](/)\n\n![](x.png)\n")
        .expect("it can be written");
    let summary = path("summary.md");
    for format in ["json", "sarif", "gitlab", "github"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
        command.args(["check", "--format", format, "--report", "report.html"]).current_dir(folder.path());
        let output = command.env("GITHUB_STEP_SUMMARY", &summary).output().expect("it runs");
        let text = String::from_utf8(output.stdout).expect("it is text");
        assert_eq!(output.status.code(), Some(1), "{format}: {}", String::from_utf8_lossy(&output.stderr));
        if format == "github" {
            assert!(text.lines().count() > 1 && text.lines().all(|line| line.starts_with("::")), "{text}");
        } else {
            let document: Result<Value, _> = serde_json::from_str(&text);
            assert!(document.is_ok(), "{format}: {text}");
        }
        let report = std::fs::read_to_string(path("report.html")).expect("it is written");
        assert!(report.contains("What Signpost found in C"), "{report}");
    }
    let told = std::fs::read_to_string(&summary).expect("it is written for GitHub");
    assert!(told.starts_with("## What Signpost found") && told.matches("##").count() == 1, "{told}");
}
