//! `signpost check --watch`: checks again whenever a source changes.
//!
//! A line begins and a line ends each look, so that an editor's problem matcher knows which findings belong together.
//! Nothing on the screen is cleared: what was said stays to be read again.

use std::path::Path;
use std::sync::Arc;

use super::{Args, look};
use crate::cli::session::{Failure, Session};
use crate::cli::terminal::{print, print_error};
use crate::diagnostic::report::Format;
use crate::serve::Changes;

/// Checks until the person stops it.
pub fn watch(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    if !matches!(arguments.format, Format::Human | Format::Short) {
        return Err(Failure::new(
            "one document after another is none that a program can read",
            "with `--watch`, choose `--format human` or `--format short`",
        ));
    }
    let mut session = Session::open_for(folder, arguments.options(), arguments.format)?;
    // Watching begins before the first look, so that an edit during it is not lost.
    let (mut changes, why) = Changes::start(&session.root, Arc::clone(&session.sources), arguments.poll);
    if let Some(why) = why {
        print_error(&format!("changes are looked for every moment, as this system cannot tell of them: {why}\n"));
    }
    let mut changed = Vec::new();
    loop {
        print("signpost: checking\n");
        let outcome = if changed.is_empty() { Ok(()) } else { session.update(&changed) };
        match outcome.and_then(|()| look(&mut session, arguments)) {
            Ok(_) => {}
            // A site that cannot be read now can be once the editor has gone on.
            Err(failure) => failure.print(),
        }
        print("signpost: checked, waiting for changes\n");
        let Some(next) = changes.wait() else { return Ok(0) };
        changed = next;
    }
}
