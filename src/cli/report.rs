//! `signpost report`: takes down what the strategies had promised for a year and what came of it.

use std::path::Path;

use super::session::{Failure, Session};
use super::terminal::{print, print_error};
use crate::load::{report_file, report_of};
use crate::model::{ActionState, Period};
use crate::project::Options;
use crate::sink::write_new_file;

/// Writes the report of a past year: what was promised, done and late, and the measures then and now.
///
/// It is written once, from what the strategy pages say today, to content/data/reports/YEAR.yaml. Keep that file with
/// your content: the report's page is made of it alone and does not change any more when the strategy does.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  signpost report 2026\n  signpost report 2025-26     (April 2025 to March 2026)")]
pub struct Args {
    /// The year: 2026 from January to December, 2025-26 from April to March.
    #[arg(value_name = "YEAR")]
    year: String,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let year = &arguments.year;
    let Some(period) = Period::read(year) else {
        return Err(Failure::new(
            format!("`{year}` is no year"),
            "write it as 2026, or as 2025-26 for April 2025 to March 2026",
        ));
    };
    let session = Session::open(folder, Options::default())?;
    let site = session.project.site();
    if period.to >= site.today {
        return Err(Failure::new(
            format!("{year} is not over: it ends on {}", period.to),
            "a report made now could not take in what is still done; run this again after that day",
        ));
    }
    let report = report_of(site, &period);
    if report.actions.is_empty() && report.measures.is_empty() {
        return Err(Failure::new(
            format!("no strategy in force promised anything for {year}"),
            "actions with `due` stand on pages of type strategy whose `state` is approved",
        ));
    }
    let (path, text) = report_file(&report);
    write_new_file(&session.root, &path, text.as_bytes())?;
    let done = report.actions.iter().filter(|action| action.state == ActionState::Done).count();
    print(&format!("{path}\n"));
    print_error(&format!(
        "{} actions were promised for {year}: {done} done. Read the file, then keep it with your content.\n",
        report.actions.len()
    ));
    Ok(0)
}
