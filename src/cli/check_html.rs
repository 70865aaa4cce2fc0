//! `signpost check --html`: looks at any folder of HTML files, without a site.

use std::path::Path;
use std::time::Instant;

use super::findings::print_findings;
use super::session::Failure;
use super::summary::seconds;
use super::terminal::{print_error, progress};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::report::{Format, Tally};
use crate::project::check_folder;
use crate::source::Folder;

/// Looks at a folder, or at one file, and prints what was found.
pub fn run(path: &Path, format: Format, change: impl FnMut(&mut Diagnostic)) -> Result<u8, Failure> {
    let started = Instant::now();
    progress("Checking the pages of the folder");
    let unopened = |why: String| Failure::new(format!("`{}` cannot be opened: {why}", path.display()), HELP);
    let folder = Folder::new(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => unopened("there is no such folder".into()),
        _ => unopened(error.to_string()),
    })?;
    // Other programs look for the files from where they stand.
    let is_for_programs = matches!(format, Format::Sarif | Format::Github | Format::Gitlab);
    let folder = if is_for_programs { folder.from_here() } else { folder };
    let found = check_folder(&folder, 0).map_err(|error| unopened(error.message))?;
    if found.pages == 0 {
        return Err(Failure::new(format!("there is no HTML file in `{}`", path.display()), HELP));
    }
    let mut report = found.report;
    report.diagnostics.iter_mut().for_each(change);
    // The other formats have a place of their own for them.
    if !matches!(format, Format::Json | Format::Sarif) {
        report.diagnostics.iter_mut().for_each(name_act_rules);
    }
    print_findings(&report, &folder, format)?;
    let pages = match found.pages {
        1 => "1 page".to_owned(),
        many => format!("{many} pages"),
    };
    let tally = Tally::of(&report.diagnostics);
    print_error(&format!("{pages}; {tally}; {}; nothing was written\n", seconds(started.elapsed())));
    Ok(if tally.errors > 0 { super::FOUND } else { 0 })
}

/// Says which of W3C's rules a finding answers, so that it can be compared with what other programs find.
fn name_act_rules(finding: &mut Diagnostic) {
    if !finding.act.is_empty() {
        finding.message.push_str(&format!(" (ACT {})", finding.act.join(", ")));
    }
}

const HELP: &str = "give a folder of HTML files, or one such file: `signpost check --html FOLDER`";
