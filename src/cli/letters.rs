//! `signpost letters`: asks every provider whether its entries are right, and tells every owner what is due to be checked.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::build::refuse_sources;
use super::session::{Failure, Session};
use super::terminal::{print_error, progress};
use crate::diagnostic::did_you_mean_help;
use crate::model::{LettersWanted, fold};
use crate::project::Options;
use crate::sink::{Body, Sink, Staging};

/// How long people have to reply where no day is given.
const WEEKS: i64 = 3;

/// Writes a letter to each provider: its entries as the public sees them, and what to do if they are right or wrong.
///
/// In the folder are email/ with the letters that have an address to go to and print/ with the others, each as HTML and
/// as plain text; letters.csv with a row for each, for a mail merge; and reviews/ with a calendar for each owner of the
/// pages that are due to be checked. The folder is replaced whole. It is for you: do not publish it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  signpost letters\n  signpost letters --overdue --owner \"Carers team\" --reply-by 2027-01-15\n  signpost letters --provider carers-together --output /tmp/letters"
)]
pub struct Args {
    /// The folder to make [default: letters, in the site's folder].
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The day by which to reply [default: in three weeks].
    #[arg(long, value_name = "DATE")]
    reply_by: Option<Date>,
    /// Only services that are due to be checked, or that nobody has checked.
    #[arg(long)]
    overdue: bool,
    /// Only services that this role looks after, and only its calendar.
    #[arg(long, value_name = "ROLE")]
    owner: Option<String>,
    /// Only this provider, by its id or its name.
    #[arg(long, value_name = "PROVIDER")]
    provider: Option<String>,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let output = arguments.output.clone().unwrap_or_else(|| folder.join("letters"));
    refuse_sources(folder, &output)?;
    progress("Reading the site");
    let session = Session::open(folder, Options::default())?;
    let site = session.project.site();
    let reply_by = arguments.reply_by.unwrap_or_else(|| site.today.saturating_add(WEEKS.weeks()));
    if reply_by <= site.today {
        return Err(Failure::new(
            format!("{reply_by} is no day by which anyone could reply"),
            "give a day to come, such as `--reply-by 2027-01-15`",
        ));
    }
    if let Some(owner) = &arguments.owner {
        let known = || site.pages.iter().filter_map(|page| page.common.owner.as_deref());
        if known().all(|known| fold(known) != fold(owner)) {
            let hint = did_you_mean_help(owner, known());
            return Err(Failure::new(
                format!("no page has the owner `{owner}`"),
                hint.unwrap_or_else(|| "roles are written as `owner:` on pages and in sections".into()),
            ));
        }
    }
    let wanted = LettersWanted {
        reply_by,
        owner: arguments.owner.clone(),
        provider: arguments.provider.clone(),
        overdue: arguments.overdue,
    };
    let (letters, files) = session.letters(&wanted)?;
    if let (true, Some(provider)) = (letters.is_empty(), &arguments.provider) {
        let records = &site.records.providers;
        let is_known = records.values().any(|record| record.id == *provider || fold(&record.name) == fold(provider));
        let hint = did_you_mean_help(provider, records.keys().map(String::as_str)).filter(|_| !is_known);
        return Err(Failure::new(
            format!("there is no service of `{provider}` to ask after"),
            hint.unwrap_or_else(|| {
                "those that have ended are left out, and with --overdue those that are not due".into()
            }),
        ));
    }
    let calendars = files.iter().filter(|(path, _)| path.starts_with("reviews/")).count();
    let mut sink =
        Staging::marked(&output, Arc::clone(&session.sources), Arc::clone(&site.files), crate::output::LETTERS_MARK)?;
    let unwritten = |error: std::io::Error| {
        Failure::new(
            format!("the letters cannot be written: {error}"),
            "check who may write there and how much room is left",
        )
    };
    for (path, bytes) in files {
        sink.put(&path, Body::Bytes(bytes)).map_err(unwritten)?;
    }
    sink.commit().map_err(unwritten)?;
    let emails = letters.iter().filter(|letter| letter.email.is_some()).count();
    let services: usize = letters.iter().map(|letter| letter.services.len()).sum();
    print_error(&format!(
        "{} about {}: {emails} by email, {} to print; {}; replies by {reply_by}; made {}\n",
        counted(letters.len(), "letter"),
        counted(services, "service"),
        letters.len() - emails,
        counted(calendars, "calendar"),
        output.display()
    ));
    Ok(0)
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
