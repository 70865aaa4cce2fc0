//! `signpost search`: asks the index that readers' browsers ask.

use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use super::session::{Failure, Session};
use super::summary::summary;
use super::terminal::{print, print_error, progress};
use crate::index;
use crate::project::Options;
use crate::sink::Discard;

/// Finds pages by words, as readers do: title, address and score.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  signpost search carers assessment\n  signpost search \"short break\" --json")]
pub struct Args {
    /// What to look for.
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Writes a JSON array of objects with title, address and score.
    #[arg(long)]
    json: bool,
    /// The most pages to show.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: usize,
}

/// A page that was found, as it stands in the array.
#[derive(Serialize)]
struct Found<'a> {
    title: &'a str,
    address: &'a str,
    score: f32,
}

/// Runs the command.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let started = Instant::now();
    progress("Reading the site");
    let mut session = Session::open(folder, Options { preview: true, ..Options::default() })?;
    let report = session.build(&mut Discard)?;
    let Some(built) = &report.index else {
        return Err(Failure::new(
            "there is no index to search",
            "`signpost check` says what stopped it from being made",
        ));
    };
    let words = arguments.words.join(" ");
    let hits = index::search(built, session.project.site(), &words, arguments.limit);
    let found: Vec<Found<'_>> =
        hits.iter().map(|hit| Found { title: &hit.title, address: &hit.address, score: hit.score }).collect();
    print(&if arguments.json { json(&found) } else { lines(&found) });
    let count = match found.len() {
        0 => format!("nothing found for \"{words}\""),
        1 => format!("1 page found for \"{words}\""),
        count => format!("{count} pages found for \"{words}\""),
    };
    print_error(&summary(&report, started.elapsed(), &count));
    Ok(0)
}

fn lines(found: &[Found<'_>]) -> String {
    found.iter().map(|page| format!("{:7.3}  {}\n         {}\n", page.score, page.title, page.address)).collect()
}

fn json(found: &[Found<'_>]) -> String {
    let mut text = serde_json::to_string_pretty(found).expect("text and numbers are always JSON");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_have_title_address_and_score() {
        let found = [Found { title: "Breaks", address: "/guides/breaks/", score: 12.5 }];
        assert_eq!(lines(&found), " 12.500  Breaks\n         /guides/breaks/\n");
        let value: serde_json::Value = serde_json::from_str(&json(&found)).expect("it is JSON");
        assert_eq!(value[0]["address"], "/guides/breaks/");
        assert_eq!(json(&[]), "[]\n");
    }
}
