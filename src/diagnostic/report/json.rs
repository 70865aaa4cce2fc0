//! Findings as a JSON array, for other programs. The keys are a promise: one may be added, none is renamed.
//! `docs/findings.schema.json` tells of them.

use serde::Serialize;

use super::Place;
use crate::diagnostic::Diagnostic;

/// One finding as it stands in the array. `null` is what is not known or does not apply.
#[derive(Debug, Serialize)]
pub struct Finding<'a> {
    /// The rule's name, as `check --explain` takes it.
    pub rule: &'a str,
    /// `error`, `warning`, `advice`, or `allowed` where an editor allowed it in its place.
    pub severity: &'static str,
    /// What is wrong, in one line.
    pub message: &'a str,
    /// The file, from the top of the site, with `/` between its parts.
    pub file: Option<&'a str>,
    /// The line of the first character, from 1.
    pub line: Option<usize>,
    /// Its column, from 1, in characters.
    pub column: Option<usize>,
    /// The line after the last character.
    pub end_line: Option<usize>,
    /// The column after the last character.
    pub end_column: Option<usize>,
    /// A few words about the marked text.
    pub label: Option<&'a str>,
    /// How to mend it.
    pub help: Option<&'a str>,
    /// Sources and reasons.
    pub notes: &'a [String],
    /// W3C ACT rule ids.
    pub act: &'a [&'static str],
    /// How many places have this same defect.
    pub count: u32,
    /// Why an editor allowed it in its place; `severity` is `allowed` then.
    pub allowed: Option<&'a str>,
    /// What `check --fix` would write in its place.
    pub fix: Option<&'a str>,
}

/// Writes findings as a JSON array with one object to a line, so that two reports can be compared by line.
pub fn json(placed: &[(&Diagnostic, Option<Place>)]) -> String {
    if placed.is_empty() {
        return "[]\n".into();
    }
    let objects: Vec<String> = placed
        .iter()
        .map(|(diagnostic, place)| {
            serde_json::to_string(&finding(diagnostic, place.as_ref())).expect("text and numbers are always JSON")
        })
        .collect();
    format!("[\n{}\n]\n", objects.join(",\n"))
}

fn finding<'a>(diagnostic: &'a Diagnostic, place: Option<&'a Place>) -> Finding<'a> {
    let start = place.and_then(|place| place.start);
    let end = place.and_then(|place| place.end);
    Finding {
        rule: diagnostic.rule,
        severity: if diagnostic.allowed.is_some() { "allowed" } else { diagnostic.severity.word() },
        message: &diagnostic.message,
        file: place.map(|place| place.path.as_str()),
        line: start.map(|(line, _)| line),
        column: start.map(|(_, column)| column),
        end_line: end.map(|(line, _)| line),
        end_column: end.map(|(_, column)| column),
        label: Some(diagnostic.label.as_str()).filter(|label| !label.is_empty()),
        help: diagnostic.help.as_deref(),
        notes: &diagnostic.notes,
        act: diagnostic.act,
        count: diagnostic.count,
        allowed: diagnostic.allowed.as_deref(),
        fix: diagnostic.fix.as_ref().map(|fix| fix.replacement.as_str()),
    }
}
