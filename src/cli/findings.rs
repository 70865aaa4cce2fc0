//! Prints findings in the format that was asked for, for people and for other programs.

use std::path::Path;

use super::session::Failure;
use super::terminal::{is_output_coloured, print};
use crate::check;
use crate::diagnostic::report::{Format, github_summary, places, write_with};
use crate::project::Report;
use crate::sink::append_file;
use crate::source::Sources;

/// Everything found, with what is allowed, as a text.
pub fn findings(report: &Report, sources: &dyn Sources, format: Format, is_coloured: bool) -> String {
    // What the rules say of themselves is long, and only one format has a place for it.
    let rules = if format == Format::Sarif { check::texts() } else { Vec::new() };
    write_with(format, &report.all(), &report.files, sources, is_coloured, &rules)
}

/// Prints everything found. GitHub Actions shows but a few findings beside a change: all of them are added to the
/// summary of the step, where there is one.
///
/// # Errors
/// When that summary cannot be written.
pub fn print_findings(report: &Report, sources: &dyn Sources, format: Format) -> Result<(), Failure> {
    print(&findings(report, sources, format, is_output_coloured()));
    let summary = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| format == Format::Github && !path.is_empty());
    let Some(path) = summary else { return Ok(()) };
    let text = github_summary(&places(&report.all(), &report.files, sources));
    append_file(Path::new(&path), text.as_bytes())
        .map_err(|error| Failure::new(format!("the summary of the step cannot be written: {error}"), String::new()))
}
