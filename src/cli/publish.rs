//! `signpost publish --record`: takes down what is published now, so that later builds can tell what has changed since.
//! Sending a site to its host comes with a later version, which will record by itself.

use std::collections::BTreeMap;
use std::path::Path;

use super::session::{Failure, Session};
use super::terminal::{is_error_coloured, print, print_error, progress};
use crate::diagnostic::report::Format;
use crate::load::changes_file;
use crate::model::{Change, ChangeKind, Published};
use crate::project::Options;
use crate::sink::{Discard, replace_file};

/// Takes down what is published now (this version sends nothing to a host yet).
///
/// With --record it writes content/data/changes.yaml: every service with what the page /changes/, its feeds and the open
/// data compare, and what changed since it was written last. Keep that file with your content. Run it on the day on which
/// you publish, after `signpost build` has made what you publish.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost build\n  signpost publish --record")]
pub struct Args {
    /// Writes down what is published now in content/data/changes.yaml.
    #[arg(long)]
    record: bool,
    /// What a later version will take.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    rest: Vec<String>,
}

impl Args {
    /// Why it does not run: it was asked for more than this version can do.
    pub fn refusal(&self) -> Option<Failure> {
        (!self.record || !self.rest.is_empty()).then(|| {
            Failure::new(
                "`signpost publish` is not in this version yet, but for `signpost publish --record`",
                "`signpost build`, then copy the whole folder to your host",
            )
        })
    }
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    if let Some(refusal) = arguments.refusal() {
        return Err(refusal);
    }
    let mut session = Session::open(folder, Options::default())?;
    progress("Making the site, as it would be published");
    let report = session.build(&mut Discard)?;
    if !report.made {
        print_error(&session.findings(&report, Format::Human, is_error_coloured()));
        print_error("nothing was written down: this site would not be published\n");
        return Ok(super::FOUND);
    }
    let site = session.project.site();
    let is_first = site.changes.since.is_none();
    let new = site.changes.new;
    let published = Published::now(site);
    let (path, text) = changes_file(&published);
    let cannot = |error: std::io::Error| {
        Failure::new(
            format!("`{path}` cannot be written: {error}"),
            "check who may write there and how much room is left",
        )
    };
    replace_file(&session.root.join(&path), text.as_bytes()).map_err(cannot)?;
    print(&format!("{path}\n"));
    let count = match published.services.len() {
        1 => "1 service is written down".to_owned(),
        count => format!("{count} services are written down"),
    };
    let since = match is_first {
        true => "what changes from now on is told on /changes/".to_owned(),
        false => format!("{} since the last time", told(&site.changes.all[..new])),
    };
    print_error(&format!("{count}; {since}\n"));
    print_error("keep this file with your content; sending the site to its host is not in this version yet\n");
    Ok(0)
}

/// How many changes of each kind there are, in words.
fn told(changes: &[Change]) -> String {
    let mut counts: BTreeMap<ChangeKind, usize> = BTreeMap::new();
    for kind in changes.iter().flat_map(|change| &change.kinds) {
        *counts.entry(*kind).or_default() += 1;
    }
    let parts: Vec<String> = counts.iter().map(|(kind, count)| format!("{count} {}", kind.word())).collect();
    if parts.is_empty() { "no change".to_owned() } else { parts.join(", ") }
}
