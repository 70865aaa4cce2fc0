//! `signpost import hsds`: open data of others, in the form of Open Referral.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{Common, Home, finish, source_name};
use crate::cli::session::{Failure, Session};
use crate::cli::terminal::print;
use crate::exchange::hsds::source;
use crate::source::{Disk, Sources as _};

/// Reads services from Open Referral: the JSON of an API's pages, or tables with a data package.
///
/// What the keys of a service cannot hold is kept in `notes`, which readers never see.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost import hsds neighbours/api/ --name neighbours --dry-run")]
pub struct Args {
    /// A file of JSON, or a folder of JSON or CSV files, such as the `api` of another site.
    #[arg(value_name = "FOLDER|FILE")]
    path: PathBuf,
    #[command(flatten)]
    common: Common,
}

/// Runs the command.
pub fn run(session: &Session, arguments: &Args, start: Instant) -> Result<u8, Failure> {
    let path = &arguments.path;
    let name = source_name(&arguments.common, path)?;
    let files = files(path)?;
    let site = Home::new(session);
    let source = source(&files, &name, &site.keys, &site.known).map_err(|why| {
        Failure::new(
            format!("`{}` cannot be imported: {why}", path.display()),
            "give the JSON of an Open Referral API, or its tables as CSV",
        )
    })?;
    let count = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
    let services = match source.services.len() {
        1 => "1 service".to_owned(),
        number => format!("{number} services"),
    };
    print(&format!("{count}, {services}\n\n"));
    finish(&site, source, &arguments.common, start)
}

fn files(path: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let failure = |error: std::io::Error| {
        let why = if error.kind() == std::io::ErrorKind::NotFound {
            "there is no such file or folder".to_owned()
        } else {
            error.to_string()
        };
        Failure::new(
            format!("`{}` cannot be read: {why}", path.display()),
            "give the JSON or the tables: `signpost import hsds FOLDER`",
        )
    };
    if path.is_dir() {
        return read_folder(path).map_err(failure);
    }
    let here = Disk::new(".").map_err(failure)?;
    let shown = path.to_string_lossy();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(vec![(name, here.read(&shown).map_err(failure)?)])
}

/// The JSON and CSV files of a folder and those in it, by path.
fn read_folder(path: &Path) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let folder = Disk::new(path)?;
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry?;
        let ending = entry.path().extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if !entry.file_type().is_file() || !ending.is_some_and(|ending| matches!(ending.as_str(), "json" | "csv")) {
            continue;
        }
        let below = entry.path().strip_prefix(path).unwrap_or(entry.path());
        let below = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        let bytes = folder.read(&below)?;
        files.push((below, bytes));
    }
    Ok(files)
}
