//! Findings as SARIF 2.1.0, which code hosts and editors read.
//! (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html>)

use serde_json::{Value, json};

use super::{Place, Prints, RuleText};
use crate::diagnostic::{Diagnostic, Severity};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes findings as a SARIF log with one run. `rules` tells of the rules; those that nothing was found of are named too,
/// so that a reader sees what was looked for.
pub fn sarif(placed: &[(&Diagnostic, Option<Place>)], rules: &[RuleText]) -> String {
    let mut prints = Prints::default();
    let results: Vec<Value> =
        placed.iter().map(|(diagnostic, place)| result(diagnostic, place.as_ref(), rules, &mut prints)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Signpost",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "SITE": { "description": { "text": "The folder of the site, where site.toml stands." } } },
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(rule: &RuleText) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": rule.summary },
        "help": { "text": rule.manual, "markdown": rule.manual },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "act": rule.act, "tags": ["accessibility", "content"] },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn result(diagnostic: &Diagnostic, place: Option<&Place>, rules: &[RuleText], prints: &mut Prints) -> Value {
    let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!(". {help}"));
    let mut result = json!({
        "ruleId": diagnostic.rule,
        "level": level(diagnostic.severity),
        "message": { "text": format!("{}{help}", diagnostic.message) },
        "partialFingerprints": { "signpost/v1": prints.of(diagnostic, place) },
        "occurrenceCount": diagnostic.count,
    });
    if let Some(index) = rules.iter().position(|rule| rule.name == diagnostic.rule) {
        result["ruleIndex"] = json!(index);
    }
    if !diagnostic.act.is_empty() {
        result["properties"] = json!({ "act": diagnostic.act });
    }
    if let Some(place) = place {
        result["locations"] = json!([{ "physicalLocation": physical(place) }]);
    }
    if let Some(reason) = &diagnostic.allowed {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    if let (Some(fix), Some(place)) = (&diagnostic.fix, place.filter(|place| place.start.is_some()))
        && diagnostic.span == Some(fix.span)
    {
        let change = json!({ "deletedRegion": region(place), "insertedContent": { "text": fix.replacement } });
        result["fixes"] = json!([{
            "description": { "text": format!("write `{}`", fix.replacement) },
            "artifactChanges": [{ "artifactLocation": artifact(place), "replacements": [change] }],
        }]);
    }
    result
}

fn physical(place: &Place) -> Value {
    let mut physical = json!({ "artifactLocation": artifact(place) });
    if place.start.is_some() {
        physical["region"] = region(place);
    }
    physical
}

fn artifact(place: &Place) -> Value {
    json!({ "uri": uri(&place.path), "uriBaseId": "SITE" })
}

fn region(place: &Place) -> Value {
    let (line, column) = place.start.unwrap_or((1, 1));
    let (end_line, end_column) = place.end.unwrap_or((line, column));
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(uri("content/opieka domowa/żółw #1.md"), "content/opieka%20domowa/%C5%BC%C3%B3%C5%82w%20%231.md");
    }

    #[test]
    fn each_result_names_its_act_rules() {
        let mut found = Diagnostic::error("a-rule", "it has no name");
        found.act = &["23a2a8"];
        let log: Value = serde_json::from_str(&sarif(&[(&found, None)], &[])).expect("it is JSON");
        assert_eq!(log["runs"][0]["results"][0]["properties"]["act"], json!(["23a2a8"]));
    }

    #[test]
    fn what_is_allowed_is_suppressed_with_its_reason() {
        let mut found = Diagnostic::warning("a-rule", "it is long").help("make it shorter");
        found.allowed = Some("the law's own words".into());
        let log: Value = serde_json::from_str(&sarif(&[(&found, None)], &[])).expect("it is JSON");
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result["suppressions"][0]["justification"], "the law's own words");
        assert_eq!(result["message"]["text"], "it is long. make it shorter");
        assert_eq!((&result["level"], &result["locations"]), (&json!("warning"), &Value::Null));
        assert_eq!(result["properties"], Value::Null);
    }
}
