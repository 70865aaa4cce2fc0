//! `signpost check --fix`: makes the mends that are sure, and shows what it changed.

use std::path::Path;

use super::Args;
use crate::cli::session::{Failure, Session};
use crate::cli::terminal::{print, print_error};
use crate::diagnostic::report::Format;
use crate::edit::{difference, mended, mends};
use crate::project::Options;
use crate::sink::{Discard, replace_file};

/// One mend may bring another to light, such as two on the same line; this often the site is looked at anew.
const ROUNDS: usize = 20;

/// Mends what is sure to be right. In a dry run nothing is written, and what would be changed is shown.
pub fn fix(folder: &Path, arguments: &Args) -> Result<(), Failure> {
    let is_trial = arguments.dry_run;
    // Beside a document for another program the difference would break it.
    let say = if matches!(arguments.format, Format::Human | Format::Short) { print } else { print_error };
    let mut count = 0;
    for _ in 0..ROUNDS {
        let changed = round(folder, is_trial, say)?;
        count += changed;
        // What a second round would find cannot be known before the first is written.
        if changed == 0 || is_trial {
            break;
        }
    }
    let things = if count == 1 { "place".to_owned() } else { format!("{count} places") };
    print_error(&match (count, is_trial) {
        (0, _) => "nothing was found that can be mended without asking you\n".to_owned(),
        (1, true) => "one place would be mended; nothing was written\n".to_owned(),
        (_, true) => format!("{things} would be mended; nothing was written\n"),
        (1, false) => "one place was mended\n".to_owned(),
        (_, false) => format!("{things} were mended\n"),
    });
    Ok(())
}

fn round(folder: &Path, is_trial: bool, say: fn(&str)) -> Result<usize, Failure> {
    let mut session = Session::open(folder, Options::default())?;
    let report = session.build(&mut Discard)?;
    let mut count = 0;
    for (file, fixes) in mends(&report.diagnostics) {
        let path = report.files.path(file);
        let full = session.root.join(path);
        let read = session.sources.read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = read else { continue };
        let new = mended(&text, &fixes);
        if new == text {
            continue;
        }
        if !is_trial {
            replace_file(&full, new.as_bytes()).map_err(|error| {
                Failure::new(format!("`{path}` cannot be written: {error}"), "check who may write there")
            })?;
        }
        say(&difference(path, &text, &fixes));
        count += fixes.len();
    }
    Ok(count)
}
