//! `signpost build`: makes the site and swaps it in whole, or leaves the last one as it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::session::{Failure, Session};
use super::summary::{summary, timings};
use super::terminal::{is_error_coloured, print_error, progress};
use crate::diagnostic::report::Format;
use crate::project::Options;
use crate::sink::Staging;

/// Makes the site as a folder that any host can serve.
///
/// The folder is replaced whole, and only when nothing stops the build. A folder that holds anything else is refused.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost build --output public --timings")]
pub struct Args {
    /// The folder to make [default: public, in the site's folder].
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Makes the site in spite of findings at error level, and lists them.
    #[arg(long)]
    keep_going: bool,
    /// Makes everything anew (this version keeps no cache, so it always does).
    #[arg(long)]
    no_cache: bool,
    /// Shows how long each stage took.
    #[arg(long)]
    timings: bool,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let started = Instant::now();
    let output = arguments.output.clone().unwrap_or_else(|| folder.join("public"));
    refuse_sources(folder, &output)?;
    progress("Reading the site");
    let mut session = Session::open(folder, Options { keep_going: arguments.keep_going, ..Options::default() })?;
    let files = Arc::clone(&session.project.site().files);
    let mut sink = Staging::new(&output, Arc::clone(&session.sources), files)?;
    progress("Making its pages");
    let report = session.build(&mut sink)?;
    print_error(&session.findings(&report, Format::Human, is_error_coloured()));
    if arguments.timings {
        print_error(&timings(&report));
    }
    let shown = output.display();
    let place = match (report.made, output.exists()) {
        (true, _) => format!("made {shown}"),
        (false, true) => format!("nothing was made, {shown} is as it was"),
        (false, false) => "nothing was made".to_owned(),
    };
    if let Some(day) = session.project.site().next_change().filter(|_| report.made) {
        let day = day.strftime("%-d %B %Y");
        print_error(&format!("The site next changes by itself on {day}: build it again then.\n"));
    }
    print_error(&summary(&report, started.elapsed(), &place));
    Ok(if report.made { 0 } else { super::FOUND })
}

/// Refuses to write among the sources, which the next build would read.
pub(super) fn refuse_sources(folder: &Path, output: &Path) -> Result<(), Failure> {
    let whole =
        |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    let output = whole(output);
    if ["content", "themes"].iter().any(|sources| output.starts_with(whole(&folder.join(sources)))) {
        return Err(Failure::new(
            format!("`{}` lies among what the site is made from", output.display()),
            "give a folder beside `content`, such as `--output public`",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_cannot_lie_among_the_sources() {
        let site = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(site.path().join("content")).expect("the folder can be made");
        let refused = |output: &str| refuse_sources(site.path(), &site.path().join(output)).is_err();
        assert!(refused("content") && refused("content/public") && refused("themes/x"));
        assert!(!refused("public") && !refused("content-public"));
    }
}
