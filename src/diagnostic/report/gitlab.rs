//! Findings as GitLab's code quality report: a JSON array that a merge request compares with the one before.
//! (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>)

use serde::Serialize;

use super::{Place, Prints};
use crate::diagnostic::{Diagnostic, Severity};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// Writes findings as a code quality report. One that belongs to no file is shown at `site.toml`, since each needs a path.
pub fn gitlab(placed: &[(&Diagnostic, Option<Place>)]) -> String {
    let mut prints = Prints::default();
    let issues: Vec<String> = placed
        .iter()
        .filter(|(diagnostic, _)| diagnostic.allowed.is_none())
        .map(|(diagnostic, place)| {
            let place = place.as_ref();
            let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!(": {help}"));
            let issue = Issue {
                description: format!("{}{help}", diagnostic.message),
                check_name: diagnostic.rule,
                fingerprint: prints.of(diagnostic, place),
                severity: match diagnostic.severity {
                    _ if diagnostic.always_stops => "blocker",
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                    Severity::Advice => "info",
                },
                location: Location {
                    path: place.map_or("site.toml", |place| place.path.as_str()),
                    lines: Lines { begin: place.and_then(|place| place.start).map_or(1, |(line, _)| line) },
                },
            };
            serde_json::to_string(&issue).expect("text and numbers are always JSON")
        })
        .collect();
    if issues.is_empty() { "[]\n".into() } else { format!("[\n{}\n]\n", issues.join(",\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::report::{Format, write};
    use crate::source::{Files, Memory, Span};

    fn report(text: &str) -> Vec<(String, u64)> {
        let mut files = Files::default();
        let file = files.intern("content/a.md");
        let found: Vec<Diagnostic> = text
            .match_indices("![]")
            .map(|(at, _)| Diagnostic::error("missing-alt-text", "image has no text").at(Span::new(file, at..at + 10)))
            .collect();
        let memory = Memory::new([("content/a.md".to_owned(), text.as_bytes().to_vec())], jiff::Timestamp::UNIX_EPOCH);
        let json = write(Format::Gitlab, &found, &files, &memory, false);
        let issues: Vec<serde_json::Value> = serde_json::from_str(&json).expect("it is JSON");
        let print = |issue: &serde_json::Value| issue["fingerprint"].as_str().expect("it has one").to_owned();
        issues.iter().map(|issue| (print(issue), issue["location"]["lines"]["begin"].as_u64().unwrap_or(0))).collect()
    }

    #[test]
    fn a_fingerprint_stays_when_lines_move_and_no_two_are_the_same() {
        let before = report("![](a.png)\n\n![](a.png)\n\n![](b.png)\n");
        let after = report("New words.\n\n![](a.png)\n\nMore.\n\n![](a.png)\n\n![](b.png)\n");
        let prints = |issues: &[(String, u64)]| issues.iter().map(|(print, _)| print.clone()).collect::<Vec<_>>();
        assert_eq!(prints(&before), prints(&after));
        assert_eq!(after.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [3, 7, 9]);
        let mut unique = prints(&before);
        unique.dedup();
        assert_eq!(unique.len(), 3);
        assert_ne!(report("![](c.png)")[0].0, before[0].0);
    }

    #[test]
    fn what_has_no_place_has_a_path_all_the_same() {
        let found = Diagnostic::error("empty-site", "there is no page").always_stops();
        let json = gitlab(&[(&found, None)]);
        let issues: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(issues[0]["location"]["path"], "site.toml");
        assert_eq!((issues[0]["severity"].as_str(), gitlab(&[]).as_str()), (Some("blocker"), "[]\n"));
    }
}
