//! Our own pages held against our own rules: every example of every component, and the report that a manager reads.

use std::path::Path;

use serde_json::Value;

use super::run;
use crate::harness::root;

#[path = "../../browser/examples.rs"]
mod examples;

/// What may be found all the same, with the reason: a rule, and a part of its message.
const EXPECTED: &[(&str, &str, &str)] = &[(
    "vague-link-text",
    "\"details\"",
    "the page of the component `details` is called by the word that authors write",
)];

/// What is an error or a warning in a run's JSON, a line each.
fn serious(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let run = run(folder, arguments);
    let found: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("it is JSON: {}", run.all()));
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let is_expected = |rule: &str, message: &str| {
        EXPECTED.iter().any(|(known, part, reason)| *known == rule && message.contains(part) && !reason.is_empty())
    };
    let all = found.as_array().expect("an array").iter();
    let lines = all.filter(|finding| finding["severity"] != "advice").filter_map(|finding| {
        let (rule, message) = (text(finding, "rule"), text(finding, "message"));
        let line = format!("{}:{}: {rule}: {message}", text(finding, "file"), finding["line"]);
        (!is_expected(&rule, &message)).then_some(line)
    });
    lines.collect()
}

#[test]
fn examples_of_components_and_the_report_have_nothing_wrong_with_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    examples::write(root(), path).expect("the examples can be written");
    let found = serious(path, &["check", "--format", "json", "--report", "report.html"]);
    assert!(found.is_empty(), "in the site of the examples:\n{}", found.join("\n"));
    let report = serious(path, &["check", "--html", "report.html", "--format", "json"]);
    assert!(report.is_empty(), "in the report:\n{}", report.join("\n"));
    let built = run(path, &["build", "--output", "out"]);
    assert_eq!(built.code, 0, "{}", built.all());
    let found = serious(path, &["check", "--html", "out", "--format", "json"]);
    assert!(found.is_empty(), "in its pages as files:\n{}", found.join("\n"));
}
