//! `signpost import`: services from a spreadsheet or from open data, shown as a difference first and written when a person
//! agrees.

mod csv;
mod hsds;
mod shown;

use std::io::{self, BufRead};
use std::path::Path;
use std::time::Instant;

use clap::Subcommand;

use super::FOUND;
use super::export::keys;
use super::session::{Failure, Session};
use super::summary::seconds;
use super::terminal::{is_asked, print, print_error};
use crate::diagnostic::Severity;
use crate::exchange::Problem;
use crate::exchange::columns::Keys;
use crate::exchange::incoming::Source;
use crate::exchange::known::Known;
use crate::exchange::page::listed;
use crate::exchange::plan::{Plan, Target, plan};
use crate::exchange::state::{FOLDER, State};
use crate::model::{ContentType, Kind, Site, slug};
use crate::project::Options;
use crate::sink::replace_files;

/// Reads services from a spreadsheet or from open data.
///
/// It shows first what would be added and changed, field by field, and asks before it writes. What was changed by hand
/// since the last import is left as it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost import csv services.xlsx --dry-run")]
pub struct Args {
    #[command(subcommand)]
    form: Form,
}

#[derive(Debug, Subcommand)]
enum Form {
    Csv(csv::Args),
    Hsds(hsds::Args),
}

/// What every import may be told.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// What the source is called: its state is kept in `content/data/imports/NAME.yaml`. Without this, by its file.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The folder of new pages below `content/`; without this, the first section of services.
    #[arg(long, value_name = "FOLDER")]
    into: Option<String>,
    /// Writes without asking.
    #[arg(long, short)]
    yes: bool,
    /// Shows a line for each page, and not every field of it.
    #[arg(long)]
    brief: bool,
    /// Writes nothing.
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Writes also over what was changed by hand since the last import.
    #[arg(long)]
    overwrite: bool,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let start = Instant::now();
    let session = Session::open(folder, Options { drafts: true, ..Options::default() })?;
    match &arguments.form {
        Form::Csv(arguments) => csv::run(&session, arguments, start),
        Form::Hsds(arguments) => hsds::run(&session, arguments, start),
    }
}

/// A site with all that an import asks of it.
struct Home<'s> {
    session: &'s Session,
    keys: Keys,
    known: Known,
}

impl<'s> Home<'s> {
    fn new(session: &'s Session) -> Self {
        let site = session.project.site();
        Self { session, keys: keys(site), known: Known::new(site) }
    }
}

/// The name of a source: as it was given, or that of its file.
fn source_name(common: &Common, path: &Path) -> Result<String, Failure> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = slug(common.name.as_deref().unwrap_or(&stem));
    if name.is_empty() {
        return Err(Failure::new("the source has no name of letters and digits", "give it one: `--name NAME`"));
    }
    Ok(name)
}

/// Compares, shows, asks and writes.
fn finish(site: &Home<'_>, source: Source, common: &Common, start: Instant) -> Result<u8, Failure> {
    let session = site.session;
    let state = state_of(session, &source)?;
    let folder = match &common.into {
        Some(folder) => folder.trim_matches('/').trim_start_matches("content/").to_owned(),
        None => service_folder(session.project.site()),
    };
    let first = folder.split('/').next().unwrap_or_default();
    let is_language = session.project.site().settings.language(first).is_some();
    let is_odd = |part: &str| part.is_empty() || part.starts_with(['.', '_', '~']);
    if folder.split('/').any(is_odd) || first == "data" || is_language {
        return Err(Failure::new(
            format!("`{folder}` cannot be a folder of pages"),
            "give one below content/: `--into services`",
        ));
    }
    let listed = listed(session.project.site());
    let target = Target {
        site: session.project.site(),
        sources: session.sources.as_ref(),
        keys: &site.keys,
        known: &site.known,
        listed: &listed,
        folder: &folder,
        overwrite: common.overwrite,
    };
    let plan = plan(&source, &state, &target);
    print(&shown::plan(&plan, source.is_ours, common.brief));
    let problems: Vec<Problem> = source.problems.iter().chain(&plan.problems).cloned().collect();
    print_error(&shown::problems(&problems));
    let wrote = write(session, &plan, common)?;
    print_error(&format!("{}; {}; {wrote}\n", shown::counts(&plan), seconds(start.elapsed())));
    let is_found = problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if is_found { FOUND } else { 0 })
}

fn state_of(session: &Session, source: &Source) -> Result<State, Failure> {
    let path = format!("{FOLDER}{}.yaml", source.name);
    let Ok(bytes) = session.sources.read(&path) else { return Ok(State::default()) };
    State::read(&String::from_utf8_lossy(&bytes)).map_err(|why| {
        Failure::new(
            format!("`{path}`, which says what the last import wrote, cannot be read: {why}"),
            "take it from the history of the site; without it every difference counts as changed by hand",
        )
    })
}

/// The folder of the first section of services.
fn service_folder(site: &Site) -> String {
    let sections = site.pages.iter().filter(|page| {
        page.kind == Kind::Section && page.content_type == ContentType::Service && page.variant.language == 0
    });
    let folders = sections.filter_map(|page| {
        let path = &page.origin.as_ref()?.path;
        Some(path.strip_prefix("content/").unwrap_or(path).rsplit_once('/')?.0.to_owned())
    });
    folders.min_by_key(|folder| (folder.matches('/').count(), folder.clone())).unwrap_or_else(|| "services".into())
}

/// Writes what was agreed to; says what became of it.
fn write(session: &Session, plan: &Plan, common: &Common) -> Result<String, Failure> {
    let count = plan.files.len();
    let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    if count == 0 {
        return Ok("nothing to write".into());
    }
    if common.dry_run {
        return Ok(format!("{files} would be written; nothing was, in a dry run"));
    }
    if !common.yes {
        if !is_asked() {
            return Ok(format!("{files} would be written; nothing was: add `--yes` to write"));
        }
        print(&format!("Write {files}? [y/N] "));
        let answer = io::stdin().lock().lines().next().and_then(Result::ok).unwrap_or_default();
        if !matches!(answer.trim().to_lowercase().as_str(), "y" | "yes") {
            return Ok("nothing was written".into());
        }
    }
    let since = plan.changed_since(session.sources.as_ref());
    if !since.is_empty() {
        return Err(Failure::new(
            format!("nothing was imported: somebody changed {} meanwhile", since.join(", ")),
            "import again, to see what differs now",
        ));
    }
    replace_files(&session.root, &plan.files).map_err(|error| {
        Failure::new(format!("nothing was imported: {error}"), "check who may write there and how much room is left")
    })?;
    Ok(format!("{files} written"))
}
