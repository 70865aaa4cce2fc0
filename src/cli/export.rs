//! `signpost export csv`: all services as one spreadsheet.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Subcommand;

use super::session::{Failure, Session};
use super::summary::seconds;
use super::terminal::{print_error, print_output};
use crate::check::Secrets;
use crate::exchange::columns::Keys;
use crate::exchange::export::export;
use crate::exchange::page::{Existing, listed};
use crate::model::Site;
use crate::project::Options;
use crate::sink::{replace_file, replace_private_file};

/// Writes the directory as a spreadsheet.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost export csv --output services.csv")]
pub struct Args {
    #[command(subcommand)]
    form: Form,
}

#[derive(Debug, Subcommand)]
enum Form {
    Csv(Csv),
}

/// Writes a row for each service, with a column for every fact that one of them has.
///
/// `signpost import csv` reads it back; nothing is lost either way.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost export csv --output services.csv")]
struct Csv {
    /// Where to write it; without this, to standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Writes the addresses of hidden places too, and the notes beside them. Keep such a file as safe as the addresses.
    #[arg(long)]
    hidden_places: bool,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let Form::Csv(arguments) = &arguments.form;
    let start = Instant::now();
    let session = Session::open(folder, Options { drafts: true, ..Options::default() })?;
    let keys = keys(session.project.site());
    let listed = listed(session.project.site());
    let pages: Vec<Existing> = listed.iter().filter_map(|listed| listed.read(session.sources.as_ref())).collect();
    let read: BTreeSet<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    for listed in listed.iter().filter(|listed| !read.contains(listed.path.as_str())) {
        print_error(&format!(
            "warning: content/{} cannot be read and is left out: `signpost check` says why\n",
            listed.path
        ));
    }
    if !arguments.hidden_places {
        let secrets = Secrets::gather(session.project.site());
        let tells = |page: &&Existing| {
            let row = export(std::slice::from_ref(*page), &keys, false);
            !secrets.look(&row, "services.csv", session.project.site()).is_empty()
        };
        let telling: Vec<String> = pages.iter().filter(tells).map(|page| format!("content/{}", page.path)).collect();
        if !telling.is_empty() {
            return Err(Failure::new(
                format!("nothing was exported: {} would tell where a hidden place is", telling.join(", ")),
                "take its street, postcode and coordinates out of the text there, or say `--hidden-places` and keep the file safe",
            ));
        }
    }
    let kept_back = pages.iter().filter(|page| page.hides()).count();
    let bytes = export(&pages, &keys, arguments.hidden_places);
    let place = match &arguments.output {
        Some(path) => {
            let written = match arguments.hidden_places {
                true => replace_private_file(path, &bytes),
                false => replace_file(path, &bytes),
            };
            written.map_err(|error| {
                Failure::new(format!("`{}` cannot be written: {error}", path.display()), "check who may write there")
            })?;
            format!("wrote {}", path.display())
        }
        None => {
            print_output(&bytes);
            "written to standard output".to_owned()
        }
    };
    if kept_back > 0 {
        print_error(&match arguments.hidden_places {
            true => format!("warning: the addresses of hidden places are in it ({kept_back} services): keep it safe\n"),
            false => format!(
                "the addresses of hidden places were kept back ({kept_back} services); importing it leaves them as they are\n"
            ),
        });
    }
    print_error(&format!("{}; {}; {place}\n", services(pages.len()), seconds(start.elapsed())));
    Ok(0)
}

/// The keys of a site's services.
pub fn keys(site: &Site) -> Keys {
    let taxonomies: Vec<&str> = site.taxonomies.iter().map(|taxonomy| taxonomy.key.as_str()).collect();
    Keys::of_services(&taxonomies)
}

fn services(count: usize) -> String {
    if count == 1 { "1 service".into() } else { format!("{count} services") }
}
