//! Findings as GitHub shows them beside a change: workflow commands, and Markdown for the summary of the step.
//!
//! GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest in silence; a step that fails brings
//! one error of its own. So nine of each are written, the worst first, and every finding stands in the summary.
//! (<https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>)

use super::{Place, Tally};
use crate::diagnostic::{Diagnostic, Severity};

/// The most of each kind.
const MOST: usize = 9;
/// The longest summary in bytes; GitHub refuses one over 1 MiB.
const LONGEST: usize = 900_000;

/// Writes the worst findings as workflow commands, one to a line.
pub fn github(placed: &[(&Diagnostic, Option<Place>)]) -> String {
    let mut commands = String::new();
    for (severity, command) in
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Advice, "notice")]
    {
        let of_it = reported(placed).filter(|(diagnostic, _)| diagnostic.severity == severity);
        let mut of_it: Vec<_> = of_it.collect();
        // What stands in most places comes first; otherwise the order of files stays.
        of_it.sort_by_key(|(diagnostic, _)| (!diagnostic.always_stops, std::cmp::Reverse(diagnostic.count)));
        for (diagnostic, place) in of_it.into_iter().take(MOST) {
            commands += &annotation(command, diagnostic, place.as_ref());
        }
    }
    commands
}

fn reported<'a, 'b>(
    placed: &'b [(&'a Diagnostic, Option<Place>)],
) -> impl Iterator<Item = &'b (&'a Diagnostic, Option<Place>)> {
    placed.iter().filter(|(diagnostic, _)| diagnostic.allowed.is_none())
}

fn annotation(command: &str, diagnostic: &Diagnostic, place: Option<&Place>) -> String {
    let mut properties = Vec::new();
    if let Some(place) = place {
        properties.push(format!("file={}", property(&place.path)));
        if let (Some((line, column)), Some((end_line, end_column))) = (place.start, place.end) {
            properties.push(format!("line={line}"));
            properties.push(format!("endLine={end_line}"));
            // Columns are for findings within a line alone.
            if line == end_line && end_column > column {
                properties.push(format!("col={column},endColumn={end_column}"));
            }
        }
    }
    properties.push(format!("title={}", property(diagnostic.rule)));
    let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!("\n{help}"));
    let message = data(&format!("{}{help}", diagnostic.message));
    format!("::{command} {}::{message}\n", properties.join(","))
}

/// Words behind the `::` of a command.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    text.chars().filter(|letter| !letter.is_control()).collect()
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Writes every finding as Markdown, for the summary of the step: the worst first.
pub fn github_summary(placed: &[(&Diagnostic, Option<Place>)]) -> String {
    let all: Vec<Diagnostic> = placed.iter().map(|(diagnostic, _)| (*diagnostic).clone()).collect();
    let mut text = format!("## What Signpost found\n\n{}.\n\n", sentence(&Tally::of(&all).to_string()));
    let mut rows: Vec<_> = reported(placed).collect();
    rows.sort_by_key(|(diagnostic, _)| std::cmp::Reverse(diagnostic.severity));
    text += &table(
        "| | Where | What | How to mend it |",
        rows.iter().map(|(diagnostic, place)| {
            let help = diagnostic.help.as_deref().unwrap_or_default();
            let what = format!("{} (`{}`)", cell(&diagnostic.message), diagnostic.rule);
            format!("| {} | {} | {what} | {} |\n", diagnostic.severity.word(), shown(place.as_ref()), cell(help))
        }),
    );
    let allowed: Vec<_> = placed
        .iter()
        .filter_map(|(diagnostic, place)| Some((diagnostic, place, diagnostic.allowed.as_ref()?)))
        .collect();
    if !allowed.is_empty() {
        text += "\n## What is allowed, and why\n\n";
        text += &table(
            "| Rule | Where | What | Why |",
            allowed.iter().map(|(diagnostic, place, reason)| {
                format!(
                    "| `{}` | {} | {} | {} |\n",
                    diagnostic.rule,
                    shown(place.as_ref()),
                    cell(&diagnostic.message),
                    cell(reason)
                )
            }),
        );
    }
    text
}

/// Rows below a head, as many as GitHub takes.
fn table(head: &str, rows: impl ExactSizeIterator<Item = String>) -> String {
    let count = rows.len();
    if count == 0 {
        return String::new();
    }
    let mut text = format!("{head}\n|{}\n", " --- |".repeat(head.matches('|').count() - 1));
    for (at, row) in rows.enumerate() {
        if text.len() + row.len() > LONGEST / 2 {
            text += &format!("\nand {} more: run `signpost check` to see them.\n", count - at);
            break;
        }
        text += &row;
    }
    text
}

fn shown(place: Option<&Place>) -> String {
    match place {
        Some(Place { path, start: Some((line, _)), .. }) => format!("{}:{line}", cell(path)),
        Some(Place { path, .. }) => cell(path),
        None => String::new(),
    }
}

/// Words in a cell: on one line, and nothing of them taken for Markdown or HTML. What stands between backticks stays code.
fn cell(text: &str) -> String {
    let mut written = String::new();
    for (at, piece) in text.split('`').enumerate() {
        let is_code = at % 2 == 1;
        if at > 0 {
            written.push('`');
        }
        for letter in piece.chars() {
            match letter {
                '|' => written.push_str("\\|"),
                '\\' | '*' | '_' | '[' | ']' | '#' | '~' if !is_code => written.extend(['\\', letter]),
                '<' if !is_code => written.push_str("&lt;"),
                '&' if !is_code => written.push_str("&amp;"),
                letter if letter.is_control() => written.push(' '),
                letter => written.push(letter),
            }
        }
    }
    if text.matches('`').count() % 2 == 1 {
        written.push('`');
    }
    written
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str, start: (usize, usize), end: (usize, usize)) -> Option<Place> {
        Some(Place { path: path.into(), start: Some(start), end: Some(end), excerpt: None })
    }

    #[test]
    fn a_command_escapes_what_would_end_it() {
        let found = Diagnostic::error("a-rule", "100% of\nit: a, b").help("do\r\nthis");
        let text = github(&[(&found, place("content/a,b:c.md", (3, 2), (3, 9)))]);
        assert_eq!(
            text,
            "::error file=content/a%2Cb%3Ac.md,line=3,endLine=3,col=2,endColumn=9,title=a-rule::100%25 of%0Ait: a, b%0Ado%0D%0Athis\n"
        );
        let text = github(&[(&found, place("a.md", (3, 2), (5, 1)))]);
        assert!(text.starts_with("::error file=a.md,line=3,endLine=5,title=a-rule::"), "{text}");
    }

    #[test]
    fn the_worst_come_first_and_no_more_than_are_shown() {
        let found: Vec<Diagnostic> = (0..40)
            .map(|number| match number % 4 {
                0 => Diagnostic::advice("a", "x"),
                1 => Diagnostic::warning("a", "x"),
                2 => Diagnostic::error("a", "x"),
                _ => Diagnostic { allowed: Some("the law".into()), ..Diagnostic::error("a", "allowed") },
            })
            .chain([Diagnostic::error("worst", "x").always_stops()])
            .collect();
        let placed: Vec<_> = found.iter().map(|found| (found, None)).collect();
        let text = github(&placed);
        let kinds: Vec<&str> = text.lines().map(|line| line.split([' ', ':']).nth(2).expect("a command")).collect();
        assert_eq!(kinds, [["error"; 9], ["warning"; 9], ["notice"; 9]].concat());
        assert!(text.starts_with("::error title=worst::") && !text.contains("::allowed"), "{text}");
        let summary = github_summary(&placed);
        assert!(summary.contains("\n11 errors, 10 warnings, 10 pieces of advice.\n"), "{summary}");
        assert_eq!(summary.matches("\n| error |").count(), 11);
        assert_eq!(summary.matches("| the law |").count(), 10);
    }

    #[test]
    fn a_summary_shows_words_as_they_are_and_stays_small_enough() {
        let found = Diagnostic::error("a-rule", "`<b|>` is <b> & *not* [bold](x)\nhere `");
        let text = github_summary(&[(&found, None)]);
        assert!(text.contains("| `<b\\|>` is &lt;b> &amp; \\*not\\* \\[bold\\](x) here `` (`a-rule`) |"), "{text}");
        let found = Diagnostic::error("a-rule", "x".repeat(1_000));
        let many: Vec<_> = (0..2_000).map(|_| (&found, None)).collect();
        let text = github_summary(&many);
        assert!(text.len() < 1 << 20 && text.contains("more: run `signpost check`"), "{}", text.len());
    }
}
