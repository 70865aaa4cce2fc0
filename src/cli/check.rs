//! `signpost check`: makes the site, drops it, and prints what was found.
//!
//! What other programs read goes to standard output alone; what is for a person beside it goes to standard error.

mod external;
mod fix;
mod watch;

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::findings::print_findings;
use super::overview::overview;
use super::session::{Failure, Session};
use super::summary::{summary, timings};
use super::terminal::{print, print_error, progress};
use crate::check::{self, RULES};
use crate::diagnostic::report::{Format, Tally, html, places};
use crate::diagnostic::{Diagnostic, Severity, did_you_mean_help};
use crate::project::{Options, Report};
use crate::sink::{Discard, replace_file};

/// Finds what is wrong, and says how to mend it. Writes nothing of the site.
///
/// Findings go to standard output. The exit code is 1 when there is one at error level.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  signpost check\n  signpost check --format short\n  signpost check --html public\n  signpost check --explain missing-alt-text\n  signpost check --watch --format short\n  \
                  signpost check --report report.html\n  signpost check --format sarif > findings.sarif"
)]
pub struct Args {
    /// How findings are written: human, short, json, sarif, github or gitlab.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Prints the manual of a rule.
    #[arg(long, value_name = "RULE", conflicts_with = "list")]
    explain: Option<String>,
    /// Lists every rule.
    #[arg(long)]
    list: bool,
    /// Writes a report that says what is overdue and whose it is, what fails, what has no Easy Read, and what was allowed.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Asks for the pages of other sites that are linked to. Answers are kept in .signpost/ for a week.
    #[arg(long)]
    external: bool,
    /// Looks at how English words are spelt, by a British dictionary and the site's own words.
    #[arg(long)]
    spelling: bool,
    /// Mends what is sure to be right, such as the form of a date, and shows what it changed.
    #[arg(long)]
    fix: bool,
    /// With --fix: shows what would be changed, and writes nothing.
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Checks again whenever a file changes, until it is stopped.
    #[arg(long, conflicts_with = "fix")]
    watch: bool,
    /// With --watch: looks for changes again and again, for folders of other machines and containers.
    #[arg(long, requires = "watch")]
    poll: bool,
    /// Checks any folder of HTML files, or one such file, without a site.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["explain", "list", "timings", "report", "external", "spelling", "fix", "watch"])]
    html: Option<PathBuf>,
    /// Takes warnings for errors, also those that came with the date.
    #[arg(long)]
    strict: bool,
    /// Shows how long each stage took.
    #[arg(long)]
    timings: bool,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    if let Some(name) = &arguments.explain {
        return explain(name);
    }
    if arguments.list {
        print(&list());
        return Ok(0);
    }
    if let Some(folder) = &arguments.html {
        let change = |found: &mut Diagnostic| {
            if arguments.strict {
                make_strict(found);
            }
        };
        return super::check_html::run(folder, arguments.format, change);
    }
    if arguments.fix {
        fix::fix(folder, arguments)?;
    }
    if arguments.watch {
        return watch::watch(folder, arguments);
    }
    progress("Reading the site");
    let mut session = Session::open_for(folder, arguments.options(), arguments.format)?;
    let tally = look(&mut session, arguments)?;
    Ok(if tally.errors > 0 { super::FOUND } else { 0 })
}

impl Args {
    fn options(&self) -> Options {
        Options { external: self.external, spelling: self.spelling, ..Options::default() }
    }
}

/// Looks at an open site, and prints and writes what was asked for.
fn look(session: &mut Session, arguments: &Args) -> Result<Tally, Failure> {
    let started = Instant::now();
    progress("Checking its pages");
    let mut report = session.build(&mut Discard)?;
    if arguments.external {
        external::external(session, &mut report);
    }
    if arguments.strict {
        report.diagnostics.iter_mut().for_each(make_strict);
    }
    print_findings(&report, session.sources.as_ref(), arguments.format)?;
    if let Some(path) = &arguments.report {
        write_report(session, &report, path)?;
    }
    if arguments.timings {
        print_error(&timings(&report));
    }
    print_error(&summary(&report, started.elapsed(), "nothing was written"));
    Ok(Tally::of(&report.diagnostics))
}

fn write_report(session: &Session, report: &Report, path: &Path) -> Result<(), Failure> {
    let all = report.all();
    let text = html(&overview(session.project.site()), &places(&all, &report.files, session.sources.as_ref()));
    replace_file(path, text.as_bytes()).map_err(|error| {
        Failure::new(
            format!("the report `{}` cannot be written: {error}", path.display()),
            "check who may write there and how much room is left",
        )
    })?;
    print_error(&format!("the report is in {}\n", path.display()));
    Ok(())
}

fn make_strict(diagnostic: &mut Diagnostic) {
    if diagnostic.severity == Severity::Warning {
        diagnostic.severity = Severity::Error;
    }
}

fn explain(name: &str) -> Result<u8, Failure> {
    let Some(rule) = check::rule(name) else {
        let known = RULES.iter().map(|rule| rule.name);
        let hint = did_you_mean_help(name, known).unwrap_or_else(|| "`signpost check --list` names them all".into());
        return Err(Failure::new(format!("there is no rule called `{name}`"), hint));
    };
    print(&check::explained(rule));
    Ok(0)
}

/// Every rule with its severity, and its manual's first sentence.
fn list() -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    RULES
        .iter()
        .map(|rule| format!("{:width$}  {:7}  {}\n", rule.name, rule.severity.word(), rule.first_sentence()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_shows_a_whole_sentence_of_each_rule() {
        let list = list();
        assert!(list.contains("stale-variant "), "{list}");
        let line = list.lines().find(|line| line.starts_with("stale-variant ")).unwrap_or_default();
        assert!(line.ends_with("with the day on which its page changed"), "{line}");
    }

    #[test]
    fn strict_takes_warnings_for_errors_and_leaves_advice() {
        let mut found = [Diagnostic::warning("a", "x"), Diagnostic::advice("a", "x")];
        found.iter_mut().for_each(make_strict);
        assert_eq!((found[0].severity, found[1].severity), (Severity::Error, Severity::Advice));
    }
}
