//! `signpost import csv`: the spreadsheet that a council has.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{Common, Home, finish, source_name};
use crate::cli::session::{Failure, Session};
use crate::cli::terminal::{is_asked, print, print_error};
use crate::exchange::cells::services;
use crate::exchange::mapping::{Mapping, guess};
use crate::exchange::sheet::{Sheet, csv, decoded};
use crate::exchange::table::{Table, table};
use crate::exchange::workbook::{is_workbook, workbook};
use crate::model::Uuid;
use crate::sink::replace_file;
use crate::source::{Disk, Sources as _};

/// Reads services from a spreadsheet: CSV, Excel or OpenDocument.
///
/// Which column is what is guessed from its heading and written beside the sheet, for you to correct. What no key can hold
/// is kept in `notes`, which readers never see.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost import csv services.xlsx --sheet Directory --dry-run")]
pub struct Args {
    /// The spreadsheet: .csv, .xlsx, .xls or .ods.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file that says which column is what; without this, `FILE.mapping.yaml` beside the sheet where there is one.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// The sheet of a workbook; without this, the first that holds anything.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[command(flatten)]
    common: Common,
}

/// Runs the command.
pub fn run(session: &Session, arguments: &Args, start: Instant) -> Result<u8, Failure> {
    let path = &arguments.file;
    let name = source_name(&arguments.common, path)?;
    let bytes = read(path)?;
    let beside = mapping_beside(path);
    let given = match &arguments.mapping {
        Some(mapping) => Some((mapping, decoded(&read(mapping)?).0)),
        None if is_there(&beside) => Some((&beside, decoded(&read(&beside)?).0)),
        None => None,
    };
    let of_mapping = given.as_ref().and_then(|(_, text)| Mapping::sheet_of(text));
    let sheet = match (&arguments.sheet, of_mapping) {
        (Some(wanted), _) => sheet(path, &bytes, Some(wanted))?,
        // A mapping that merely lies there may be that of another sheet.
        (None, Some(wanted)) if arguments.mapping.is_none() => {
            sheet(path, &bytes, Some(&wanted)).or_else(|_| sheet(path, &bytes, None))?
        }
        (None, wanted) => sheet(path, &bytes, wanted.as_deref())?,
    };
    let sheet_name = sheet.name.clone();
    let site = Home::new(session);
    let table = table(sheet, |heading| site.keys.kind_of(heading).is_some());
    if table.headings.is_empty() || table.rows.is_empty() {
        return Err(Failure::new(
            format!("`{}` holds no rows below its headings", path.display()),
            "give a sheet with a row of headings and a row for each service",
        ));
    }
    let guessed = guess(&headings(&table), &site.keys, &site.known.titles, |column| has_uuids(&table, column));
    // An export of ours says what its columns are, whatever mapping lies beside it.
    let given = given.filter(|_| arguments.mapping.is_some() || !guessed.is_ours);
    let shown = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mapping = match &given {
        Some((mapping_path, text)) => Mapping::read(text, &headings(&table), &site.keys).map_err(|why| {
            Failure::new(
                format!("the mapping `{}` cannot be used: {why}", mapping_path.display()),
                "correct it, or take it away to have it guessed anew",
            )
        })?,
        None => {
            let mut mapping = guessed;
            mapping.sheet = sheet_name;
            mapping
        }
    };
    print(&about(&shown, &table, &mapping, given.as_ref().map(|(path, _)| path.as_path())));
    let may_write = !arguments.common.dry_run && (arguments.common.yes || is_asked());
    if given.is_none() && !mapping.is_ours && may_write {
        replace_file(&beside, mapping.write(&shown).as_bytes()).map_err(|error| {
            Failure::new(
                format!("`{}` cannot be written: {error}", beside.display()),
                "say where the mapping is with `--mapping FILE`",
            )
        })?;
        print_error(&format!("the mapping is in {}: correct it there and import again\n", beside.display()));
    }
    let source = services(table, &mapping, &name, &site.keys, &site.known);
    finish(&site, source, &arguments.common, start)
}

fn headings(table: &Table) -> Vec<String> {
    table.headings.iter().filter(|heading| !heading.is_empty()).cloned().collect()
}

/// Whether a column, counted among those with a heading, holds identifiers of ours.
fn has_uuids(table: &Table, column: usize) -> bool {
    let position =
        table.headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()).nth(column).map(|(at, _)| at);
    let Some(position) = position else { return false };
    let mut cells = table
        .rows
        .iter()
        .filter_map(|(_, cells)| cells.get(position))
        .filter(|cell| !cell.trim().is_empty())
        .peekable();
    cells.peek().is_some() && cells.all(|cell| Uuid::read(cell).is_some())
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failure = |error: std::io::Error| {
        let why = if error.kind() == std::io::ErrorKind::NotFound {
            "there is no such file".to_owned()
        } else {
            error.to_string()
        };
        Failure::new(
            format!("`{}` cannot be read: {why}", path.display()),
            "give the spreadsheet: `signpost import csv FILE`",
        )
    };
    let here = Disk::new(".").map_err(failure)?;
    here.read(&path.to_string_lossy()).map_err(failure)
}

/// The mapping of a sheet: `services.csv.mapping.yaml`, so that `services.xlsx` has another.
fn mapping_beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".mapping.yaml");
    path.with_file_name(name)
}

/// Whether there is a file, though perhaps one that cannot be read.
fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

fn sheet(path: &Path, bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, Failure> {
    if !is_workbook(bytes) {
        return Ok(csv(bytes));
    }
    workbook(bytes, wanted).map_err(|why| {
        Failure::new(
            format!("`{}` cannot be read: {why}", path.display()),
            "open it in a spreadsheet program and save it as .xlsx or .csv",
        )
    })
}

/// How the sheet was read and what its columns become.
fn about(file: &str, table: &Table, mapping: &Mapping, given: Option<&Path>) -> String {
    let mut text = format!("{file}: {} rows", table.rows.len());
    for said in &table.said {
        text.push_str(&format!("; {said}"));
    }
    text.push('\n');
    if mapping.is_ours {
        text.push_str("It is an export of Signpost: every column is what it says.\n\n");
        return text;
    }
    text.push_str(&match given {
        Some(path) => format!("Its columns, by {}:\n", path.display()),
        None => "Its columns, guessed from their headings:\n".to_owned(),
    });
    let width = mapping.columns.iter().map(|(heading, _)| heading.chars().count()).max().unwrap_or(0).min(40);
    for (heading, target) in &mapping.columns {
        let shown = heading.replace(char::is_control, " ");
        text.push_str(&format!("  {shown:width$}  {}\n", target.word()));
    }
    for said in &mapping.said {
        text.push_str(&format!("  {said}\n"));
    }
    text.push('\n');
    text
}
