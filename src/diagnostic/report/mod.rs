//! Ways to print findings: one file per format, and what they share.
//!
//! A report makes text and prints nothing. Where a finding stands is worked out here, once for each file, so that a
//! file that is huge, gone or not text costs a report its excerpt and never the finding itself.

mod github;
mod gitlab;
mod html;
mod human;
mod json;
mod place;
mod prints;
mod sarif;
mod short;

use std::fmt;
use std::str::FromStr;

pub use github::{github, github_summary};
pub use gitlab::gitlab;
pub use html::{Late, Overview, OwnerPages, PageName, html};
pub use human::human;
pub use json::{Finding, json};
pub use place::{Excerpt, Place, places};
pub use prints::Prints;
pub use sarif::sarif;
pub use short::short;

use super::{Diagnostic, Severity};
use crate::source::{Files, Sources};

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: the place, what was written there, and how to mend it.
    #[default]
    Human,
    /// One line for each finding.
    Short,
    /// A JSON array of objects, for other programs.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Annotations of GitHub Actions, and the summary of the step.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
}

impl Format {
    /// The words that `--format` takes.
    pub const NAMES: &'static [&'static str] = &["human", "short", "json", "sarif", "github", "gitlab"];
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "human" => Ok(Self::Human),
            "short" => Ok(Self::Short),
            "json" => Ok(Self::Json),
            "sarif" => Ok(Self::Sarif),
            "github" => Ok(Self::Github),
            "gitlab" => Ok(Self::Gitlab),
            _ => Err(format!("the formats are {}", Self::NAMES.join(", "))),
        }
    }
}

/// What a report can say of a rule.
#[derive(Clone, Debug)]
pub struct RuleText {
    /// Its name.
    pub name: &'static str,
    /// How much it matters where a site sets nothing else.
    pub severity: Severity,
    /// The first sentence of its manual.
    pub summary: String,
    /// Its manual as Markdown.
    pub manual: String,
    /// The W3C ACT rules that it answers.
    pub act: &'static [&'static str],
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Pieces of advice.
    pub advice: usize,
}

impl Tally {
    /// Counts findings; those that are allowed are none.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let counts = |diagnostic: &&Diagnostic| diagnostic.allowed.is_none();
        let count = |severity| diagnostics.iter().filter(counts).filter(|found| found.severity == severity).count();
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), advice: count(Severity::Advice) }
    }

    /// Whether there is nothing to report.
    pub fn is_clean(self) -> bool {
        self == Self::default()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_clean() {
            return formatter.write_str("no findings");
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let parts = [
            (self.errors, format!("{} error{}", self.errors, plural(self.errors))),
            (self.warnings, format!("{} warning{}", self.warnings, plural(self.warnings))),
            (self.advice, format!("{} piece{} of advice", self.advice, plural(self.advice))),
        ];
        let said: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        formatter.write_str(&said.join(", "))
    }
}

/// Writes findings in a format, in the order of files and places.
///
/// Nothing to report is the empty text, or `[]` in JSON.
pub fn write(
    format: Format,
    diagnostics: &[Diagnostic],
    files: &Files,
    sources: &dyn Sources,
    is_coloured: bool,
) -> String {
    write_with(format, diagnostics, files, sources, is_coloured, &[])
}

/// The same, with what can be said of the rules where a format has a place for it.
pub fn write_with(
    format: Format,
    diagnostics: &[Diagnostic],
    files: &Files,
    sources: &dyn Sources,
    is_coloured: bool,
    rules: &[RuleText],
) -> String {
    let mut placed = places(diagnostics, files, sources);
    // What is allowed comes last.
    placed.sort_by_key(|(diagnostic, _)| diagnostic.allowed.is_some());
    let reported = || placed.iter().filter(|(diagnostic, _)| diagnostic.allowed.is_none());
    match format {
        Format::Human => {
            placed.iter().map(|(diagnostic, place)| human(diagnostic, place.as_ref(), is_coloured)).collect()
        }
        Format::Short => reported().map(|(diagnostic, place)| short(diagnostic, place.as_ref())).collect(),
        Format::Json => json(&placed),
        Format::Sarif => sarif(&placed, rules),
        Format::Github => github(&placed),
        Format::Gitlab => gitlab(&placed),
    }
}

/// Words on one line without control characters, so that what an author wrote cannot move a terminal's cursor.
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Memory, Span};

    fn memory(files: &[(&str, &str)]) -> Memory {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Memory::new(files, jiff::Timestamp::UNIX_EPOCH)
    }

    fn report(format: Format, text: &str, diagnostic: impl FnOnce(crate::source::FileId) -> Diagnostic) -> String {
        let mut files = Files::default();
        let file = files.intern("content/taxi.md");
        write(format, &[diagnostic(file)], &files, &memory(&[("content/taxi.md", text)]), false)
    }

    fn missing_alt(file: crate::source::FileId) -> Diagnostic {
        Diagnostic::error("missing-alt-text", "image has no text alternative")
            .at(Span::new(file, 9..26))
            .label("what would a reader miss without this picture?")
            .help("describe it in the brackets, or mark it as decoration: `![-](calendar.png)`")
            .note("WCAG 2.2, 1.1.1 Non-text content (A)")
    }

    const TEXT: &str = "Zażółć\n![](calendar.png)\nlast\n";

    #[test]
    fn human_begins_with_severity_and_rule_and_marks_what_was_written() {
        let text = TEXT.replace("Zażółć\n", "# Taxi.\n\n");
        let written = report(Format::Human, &text, missing_alt);
        assert_eq!(
            written,
            "error[missing-alt-text]: image has no text alternative\n \
             --> content/taxi.md:3:1\n  \
             |\n\
             3 | ![](calendar.png)\n  \
             | ^^^^^^^^^^^^^^^^^ what would a reader miss without this picture?\n  \
             |\n  \
             = help: describe it in the brackets, or mark it as decoration: `![-](calendar.png)`\n  \
             = note: WCAG 2.2, 1.1.1 Non-text content (A)\n\n"
        );
    }

    #[test]
    fn advice_has_its_own_word() {
        let written = report(Format::Human, "x", |_| Diagnostic::advice("long-sentence", "sentence is long"));
        assert_eq!(written, "advice[long-sentence]: sentence is long\n\n");
    }

    #[test]
    fn short_is_one_line_and_counts_letters() {
        let written =
            report(Format::Short, "żółw ![](x)\n", |file| missing_alt(file).at(Span::new(file, 8..14)).note("x\ny"));
        assert_eq!(written, "content/taxi.md:1:6: error[missing-alt-text]: image has no text alternative\n");
    }

    #[test]
    fn control_characters_of_an_author_do_not_reach_the_terminal() {
        for format in [Format::Human, Format::Short] {
            let written = report(format, "x", |file| {
                Diagnostic::error("a-rule", "title \u{1b}[31m\nis red").at(Span::whole(file)).note("\u{1b}]0;x\u{7}")
            });
            assert!(!written.contains(['\u{1b}', '\u{7}']), "{written:?}");
            assert!(written.starts_with("error[a-rule]: title  [31m is red\n") || format == Format::Short);
        }
    }

    #[test]
    fn json_is_an_array_of_objects_with_fixed_keys() {
        let written = report(Format::Json, TEXT, missing_alt);
        let value: serde_json::Value = serde_json::from_str(&written).expect("the report is JSON");
        let first = &value[0];
        assert_eq!(first["rule"], "missing-alt-text");
        assert_eq!((first["line"].as_u64(), first["end_line"].as_u64()), (Some(1), Some(2)));
        assert_eq!(first["count"], 1);
        let empty = write(Format::Json, &[], &Files::default(), &memory(&[]), false);
        assert_eq!(empty, "[]\n");
    }

    #[test]
    fn a_file_that_is_gone_costs_the_excerpt_only() {
        let mut files = Files::default();
        let file = files.intern("content/gone.md");
        let found = [Diagnostic::error("broken-link", "link leads nowhere").at(Span::new(file, 40..50))];
        let written = write(Format::Human, &found, &files, &memory(&[]), false);
        assert!(written.starts_with("error[broken-link]: link leads nowhere\n--> content/gone.md\n"), "{written}");
        let written = write(Format::Short, &found, &files, &memory(&[]), false);
        assert_eq!(written, "content/gone.md: error[broken-link]: link leads nowhere\n");
    }

    #[test]
    fn a_huge_line_and_bytes_that_are_not_text_break_nothing() {
        let mut files = Files::default();
        let (huge, bytes) = (files.intern("content/huge.md"), files.intern("content/picture.md"));
        let mut site = memory(&[]);
        site.write("content/huge.md", "x ".repeat(1_000_000));
        site.write("content/picture.md", vec![0xff, b'\n', 0xfe, 0xfe, b'\n']);
        let found = [
            Diagnostic::error("a-rule", "far right").at(Span::new(huge, 1_900_000..1_900_004)),
            Diagnostic::error("a-rule", "the whole").at(Span::new(huge, 0..4_000_000)),
            Diagnostic::error("not-utf-8", "not text").at(Span::new(bytes, 2..3)),
        ];
        let written = write(Format::Human, &found, &files, &site, false);
        assert!(written.contains("--> content/huge.md:1:1900001\n"), "{written}");
        assert!(written.contains("--> content/picture.md:2:1\n"), "{written}");
        assert!(written.len() < 5_000, "{}", written.len());
    }

    #[test]
    fn findings_stand_in_the_order_of_files_and_places() {
        let mut files = Files::default();
        let (b, a) = (files.intern("b.md"), files.intern("a.md"));
        let at = |file, start| Diagnostic::error("a-rule", "x").at(Span::new(file, start..start + 1));
        let found = [at(b, 0), at(a, 2), at(a, 0), Diagnostic::error("a-rule", "nowhere")];
        let written = write(Format::Short, &found, &files, &memory(&[("a.md", "x\ny"), ("b.md", "x")]), false);
        let lines: Vec<&str> = written.lines().map(|line| line.split(": ").next().unwrap_or("")).collect();
        assert_eq!(lines, ["error[a-rule]", "a.md:1:1", "a.md:2:1", "b.md:1:1"]);
    }

    #[test]
    fn a_tally_leaves_out_what_is_not_there() {
        let found = [Diagnostic::error("a", "x"), Diagnostic::advice("a", "x"), Diagnostic::advice("a", "x")];
        assert_eq!(Tally::of(&found).to_string(), "1 error, 2 pieces of advice");
        assert_eq!(Tally::of(&[]).to_string(), "no findings");
    }
}
