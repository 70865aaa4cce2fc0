//! The reports of past years in `content/data/reports/`: one file a year, written once by `signpost report` and kept
//! with the content.
//!
//! A report page is made of its file alone, so that nothing that happens to a strategy later can change it. Each file
//! carries a checksum of what it says; one that was changed by hand is an error, and what has to be put right stands
//! under `corrections`, which the checksum leaves out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::records::read_data;
use crate::data::{Field, Kind, Located, Step, Value, check};
use crate::diagnostic::Diagnostic;
use crate::model::{ActionState, MeasureValue, Period, ReportedAction, ReportedMeasure, When, YearReport};
use crate::source::{FileId, Sources, Span};

/// Where reports are kept, below `content/data/`.
pub(super) const FOLDER: &str = "reports/";

const ACTION: &[Field] = &[
    Field { name: "strategy", kind: Kind::Text, doc: "The title of its strategy." },
    Field { name: "priority", kind: Kind::Text, doc: "The title of its priority." },
    Field { name: "action", kind: Kind::Text, doc: "What was promised." },
    Field { name: "owner", kind: Kind::Text, doc: "Who was to do it." },
    Field { name: "due", kind: Kind::Text, doc: "By when." },
    Field { name: "done", kind: Kind::Text, doc: "When it was done." },
    Field { name: "state", kind: Kind::Choice(&["done", "late", "stopped"]), doc: "How far it was." },
    Field { name: "why", kind: Kind::Text, doc: "Why it was late or stopped." },
];

const MEASURE: &[Field] = &[
    Field { name: "measure", kind: Kind::Text, doc: "What is measured." },
    Field { name: "unit", kind: Kind::Text, doc: "What stands with each number." },
    Field { name: "then", kind: Kind::Number, doc: "Where it was at the start." },
    Field { name: "then_date", kind: Kind::Text, doc: "When that was." },
    Field { name: "now", kind: Kind::Number, doc: "Where it was at the end." },
    Field { name: "now_date", kind: Kind::Text, doc: "When that was." },
    Field { name: "target", kind: Kind::Number, doc: "Where it is to go." },
    Field { name: "target_date", kind: Kind::Text, doc: "By when." },
    Field { name: "source", kind: Kind::Text, doc: "Where the numbers come from." },
    Field { name: "carers_said", kind: Kind::Text, doc: "What carers said about it." },
];

const CORRECTION: &[Field] = &[
    Field { name: "date", kind: Kind::Date, doc: "The day it was put right." },
    Field { name: "text", kind: Kind::Text, doc: "What was wrong, and what is right." },
];

const FIELDS: &[Field] = &[
    Field { name: "year", kind: Kind::Text, doc: "The year: `2026`, or `2025-26` from April to March." },
    Field { name: "made", kind: Kind::Date, doc: "The day it was made." },
    Field { name: "due_later", kind: Kind::Number, doc: "How many actions were due only later." },
    Field { name: "actions", kind: Kind::List(&Kind::Table(ACTION)), doc: "What was promised for the year." },
    Field { name: "measures", kind: Kind::List(&Kind::Table(MEASURE)), doc: "The measures then and now." },
    Field { name: "checksum", kind: Kind::Text, doc: "Shows whether anything above was changed." },
    Field {
        name: "corrections",
        kind: Kind::List(&Kind::Table(CORRECTION)),
        doc: "What was put right afterwards, with its day.",
    },
];

/// Reads every report, the newest year first. One that cannot be read, or was changed, is a diagnostic.
pub fn reports(data: &BTreeMap<String, FileId>, sources: &dyn Sources, found: &mut Vec<Diagnostic>) -> Vec<YearReport> {
    let mut reports = Vec::new();
    for (name, file) in data {
        let Some(stem) = name.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".yaml")) else {
            continue;
        };
        read_data(name, *file, sources, found, |value, at, found| {
            check(FIELDS, value, "a report", at, &mut Vec::new(), found);
            reports.extend(report(stem, value, at, *file, found));
        });
    }
    reports.sort_by(|a: &YearReport, b: &YearReport| b.period.cmp(&a.period));
    reports
}

fn report(
    stem: &str,
    value: &Value,
    at: &Located<'_>,
    file: FileId,
    found: &mut Vec<Diagnostic>,
) -> Option<YearReport> {
    let year = value.text("year").unwrap_or_default();
    let Some(period) = Period::read(&year).filter(|_| year == stem) else {
        let span = if year.is_empty() { Span::whole(file) } else { at.value(&[Step::from("year")]) };
        found.push(
            Diagnostic::error("wrong-kind", format!("`data/reports/{stem}.yaml` is no report for a year"))
                .at(span)
                .help("`signpost report 2026` writes data/reports/2026.yaml; keep that name and its `year`"),
        );
        return None;
    };
    if value.text("checksum").as_deref() != Some(checksum(value).as_str()) {
        let written = value.get("checksum").map(|_| at.value(&[Step::from("checksum")]));
        found.push(
            Diagnostic::error("changed-report", format!("the report for {year} was changed after it was made"))
                .at(written.unwrap_or(Span::whole(file)))
                .label("this no longer fits what stands above")
                .help(
                    "take the change back; what has to be put right goes under `corrections:`, with `date` and `text`",
                ),
        );
    }
    let items = |key: &str| value.get(key).map(Value::items).unwrap_or_default();
    let correction = |value: &Value| Some((value.date("date")?, value.text("text")?));
    Some(YearReport {
        made: value.date("made").unwrap_or(period.to),
        period,
        actions: items("actions").iter().filter_map(action).collect(),
        due_later: value.number("due_later").map_or(0, |count| count.max(0.0) as usize),
        measures: items("measures").iter().filter_map(measure).collect(),
        corrections: items("corrections").iter().filter_map(correction).collect(),
    })
}

fn when(value: &Value, key: &str) -> Option<When> {
    value.text(key).as_deref().and_then(When::read)
}

fn action(value: &Value) -> Option<ReportedAction> {
    Some(ReportedAction {
        strategy: value.text("strategy").unwrap_or_default(),
        priority: value.text("priority"),
        words: value.text("action")?,
        owner: value.text("owner"),
        due: when(value, "due"),
        done: when(value, "done"),
        state: value.text("state").as_deref().and_then(ActionState::named).unwrap_or_default(),
        why: value.text("why"),
    })
}

fn measure(value: &Value) -> Option<ReportedMeasure> {
    let number =
        |key: &str| value.number(key).map(|number| MeasureValue { number, when: when(value, &format!("{key}_date")) });
    Some(ReportedMeasure {
        title: value.text("measure")?,
        unit: value.text("unit"),
        then: number("then"),
        now: number("now"),
        target: number("target"),
        source: value.text("source"),
        said: value.text("carers_said"),
    })
}

/// A checksum of what a report says, whatever the order of its keys and its quotation marks.
fn checksum(value: &Value) -> String {
    let mut text = String::new();
    for (key, value) in value.entries().iter().filter(|(key, _)| key != "checksum" && key != "corrections") {
        let mut own = String::new();
        spell(value, &mut own);
        // Order does not matter at the top: each key is digested by itself.
        let digest = blake3::hash(format!("{key}={own}").as_bytes());
        text.push_str(&digest.to_hex());
        text.push('\n');
    }
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    blake3::hash(lines.join("\n").as_bytes()).to_hex()[..16].to_owned()
}

/// Writes a value in one way: keys sorted, lengths before texts, so that no two values are spelled alike.
fn spell(value: &Value, out: &mut String) {
    match value {
        Value::List(items) => {
            out.push('[');
            items.iter().for_each(|item| spell(item, out));
            out.push(']');
        }
        Value::Table(entries) => {
            let mut entries: Vec<_> = entries.iter().filter(|(_, value)| !value.is_empty()).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            out.push('{');
            for (key, value) in entries {
                let _ = write!(out, "{}:{key}", key.len());
                spell(value, out);
            }
            out.push('}');
        }
        plain => {
            let text = plain.as_text().unwrap_or_default();
            let _ = write!(out, "{}:{text}", text.len());
        }
    }
}

/// A report as the file that keeps it: its path from the top of the site, and its text.
pub fn report_file(report: &YearReport) -> (String, String) {
    let year = &report.period.name;
    let mut text = format!(
        "# What was promised for {year}, and what came of it: made by `signpost report {year}`.\n\
         # The page of this report is made of this file alone. Do not change it: `signpost check` would notice.\n\
         # To put something right, add `- {{ date: 2026-01-31, text: \"…\" }}` under `corrections`.\n\n\
         year: {}\nmade: {}\ndue_later: {}\n",
        quoted(year),
        report.made,
        report.due_later,
    );
    list(&mut text, "actions", &report.actions, |action| {
        vec![
            ("strategy", Some(quoted(&action.strategy))),
            ("priority", action.priority.as_deref().map(quoted)),
            ("action", Some(quoted(&action.words))),
            ("owner", action.owner.as_deref().map(quoted)),
            ("due", action.due.map(|due| quoted(&due.iso()))),
            ("done", action.done.map(|done| quoted(&done.iso()))),
            ("state", Some(action.state.word().to_owned())),
            ("why", action.why.as_deref().map(quoted)),
        ]
    });
    list(&mut text, "measures", &report.measures, |measure| {
        let number = |value: Option<MeasureValue>| value.map(|value| value.number.to_string());
        let date = |value: Option<MeasureValue>| value.and_then(|value| value.when).map(|when| quoted(&when.iso()));
        vec![
            ("measure", Some(quoted(&measure.title))),
            ("unit", measure.unit.as_deref().map(quoted)),
            ("then", number(measure.then)),
            ("then_date", date(measure.then)),
            ("now", number(measure.now)),
            ("now_date", date(measure.now)),
            ("target", number(measure.target)),
            ("target_date", date(measure.target)),
            ("source", measure.source.as_deref().map(quoted)),
            ("carers_said", measure.said.as_deref().map(quoted)),
        ]
    });
    let value = crate::data::parse_yaml(&text).unwrap_or(Value::Null);
    let _ = write!(text, "checksum: {}\ncorrections: []\n", quoted(&checksum(&value)));
    (format!("content/data/{FOLDER}{year}.yaml"), text)
}

type Entries = Vec<(&'static str, Option<String>)>;

fn list<T>(text: &mut String, key: &str, items: &[T], entries: impl Fn(&T) -> Entries) {
    if items.is_empty() {
        let _ = writeln!(text, "{key}: []");
        return;
    }
    let _ = writeln!(text, "{key}:");
    for item in items {
        let mut dash = "  - ";
        for (key, value) in entries(item) {
            if let Some(value) = value {
                let _ = writeln!(text, "{dash}{key}: {value}");
                dash = "    ";
            }
        }
    }
}

/// Text as YAML reads it whatever is in it: between double quotes, as JSON writes it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    fn sample() -> YearReport {
        let value = |number: f64, when: &str| Some(MeasureValue { number, when: When::read(when) });
        YearReport {
            period: Period::read("2025-26").expect("a year"),
            made: "2026-04-20".parse().expect("a day"),
            actions: vec![ReportedAction {
                strategy: "Our \"plan\": 2025".into(),
                priority: None,
                words: "Train staff # and volunteers\u{7}".into(),
                owner: Some("The council".into()),
                due: When::read("2026-03"),
                done: None,
                state: ActionState::Late,
                why: Some("Nobody came.".into()),
            }],
            due_later: 3,
            measures: vec![ReportedMeasure {
                title: "Wait".into(),
                unit: Some("£ million".into()),
                then: value(0.9, "2025"),
                now: value(-1200.0, "2026-03-31"),
                target: None,
                source: None,
                said: None,
            }],
            corrections: Vec::new(),
        }
    }

    fn read(text: &str) -> (Vec<YearReport>, Vec<Diagnostic>) {
        let mut sources = Memory::new([], "2026-11-22T00:00:00Z".parse().expect("a moment"));
        sources.write("content/data/reports/2025-26.yaml", text);
        let data = BTreeMap::from([("reports/2025-26.yaml".to_owned(), FileId(0))]);
        let mut found = Vec::new();
        (reports(&data, &sources, &mut found), found)
    }

    #[test]
    fn a_report_is_read_as_it_was_written() {
        let (path, text) = report_file(&sample());
        assert_eq!(path, "content/data/reports/2025-26.yaml");
        let (reports, found) = read(&text);
        assert_eq!(found, [], "{text}");
        assert_eq!(report_file(&reports[0]).1, text);
        assert_eq!(reports[0].actions[0].words, "Train staff # and volunteers\u{7}");
        assert_eq!(reports[0].measures[0].now.map(|now| now.number), Some(-1200.0));
    }

    #[test]
    fn a_changed_report_is_an_error_and_a_correction_is_none() {
        let (_, text) = report_file(&sample());
        let rules = |text: &str| read(text).1.iter().map(|finding| finding.rule).collect::<Vec<_>>();
        assert_eq!(rules(&text.replace("Nobody came.", "Snow.")), ["changed-report"]);
        assert_eq!(rules(&text.replace("due_later: 3", "due_later: 0")), ["changed-report"]);
        let checksum = text.lines().find(|line| line.starts_with("checksum")).expect("it has one");
        assert_eq!(rules(&text.replace(checksum, "")), ["changed-report"]);
        let corrected = text.replace("corrections: []", "corrections:\n  - { date: 2026-05-01, text: It snowed. }");
        assert_eq!(rules(&corrected), [] as [&str; 0]);
        assert_eq!(read(&corrected).0[0].corrections[0].1, "It snowed.");
        let requoted =
            text.replace("due_later: 3", "due_later: '3'").replace("made: 2026-04-20", "made: \"2026-04-20\"");
        assert_eq!(rules(&requoted), [] as [&str; 0]);
        assert_eq!(rules(&text.replace("year: \"2025-26\"", "year: \"2024-25\"")), ["wrong-kind"]);
    }
}
