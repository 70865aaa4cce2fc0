//! `signpost search`: asks the index that readers' browsers ask.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use super::session::{Failure, Session};
use super::summary::summary;
use super::terminal::{print, print_error, progress};
use crate::index::{self, Answer, Part};
use crate::project::Options;
use crate::sink::Discard;

/// Finds pages by words, in the order in which readers see them: score, title and address.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  signpost search carers assessment\n  signpost search \"short break\" --json\n  signpost search resptie --explain"
)]
pub struct Args {
    /// What to look for.
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// Writes a JSON array of objects with title, address, score, whether the page has all words, and the section that
    /// answers best.
    #[arg(long)]
    json: bool,
    /// Shows what each word gave to each score, by field.
    #[arg(long)]
    explain: bool,
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
    all_words: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<Section<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
}

/// The section of a page that answers best.
#[derive(Serialize)]
struct Section<'a> {
    heading: &'a str,
    address: &'a str,
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
    let site = session.project.site();
    let words = arguments.words.join(" ");
    let (language, answer) = index::search(built, site, &words, arguments.limit);
    let mut explained = match arguments.explain {
        true => index::explain(built, site, language, &words, &answer.hits),
        false => Vec::new(),
    }
    .into_iter();
    let found: Vec<Found<'_>> = answer
        .hits
        .iter()
        .map(|hit| Found {
            title: &hit.title,
            address: &hit.address,
            score: hit.score,
            all_words: hit.has_all,
            section: hit.section.as_ref().map(|(heading, address)| Section { heading, address }),
            parts: explained.next().unwrap_or_default(),
        })
        .collect();
    print(&if arguments.json { json(&found) } else { lines(&found) });
    print_error(&summary(&report, started.elapsed(), &told(&words, &answer, found.len())));
    Ok(0)
}

/// What was understood, and how much was found.
fn told(words: &str, answer: &Answer, shown: usize) -> String {
    let mut told = String::new();
    for (typed, used) in &answer.corrected {
        let _ = writeln!(told, "no page has \"{typed}\": looked for \"{used}\"");
    }
    for word in &answer.unknown {
        let _ = writeln!(told, "no page has \"{word}\"");
    }
    let _ = match answer.total {
        0 => write!(told, "nothing found for \"{words}\""),
        1 => write!(told, "1 page found for \"{words}\""),
        total if total > shown => write!(told, "{total} pages found for \"{words}\", the first {shown} shown"),
        total => write!(told, "{total} pages found for \"{words}\""),
    };
    told
}

fn lines(found: &[Found<'_>]) -> String {
    let mut lines = String::new();
    for page in found {
        let _ = writeln!(lines, "{:7.3}  {}\n         {}", page.score, page.title, page.address);
        if let Some(section) = &page.section {
            let _ = writeln!(lines, "         {}: {}", section.heading, section.address);
        }
        for part in &page.parts {
            let _ = writeln!(lines, "    {:7.3}  {} in {}", part.score, word_and_stem(part), part.field);
        }
    }
    lines
}

fn word_and_stem(part: &Part) -> String {
    if part.word == part.stem { part.word.clone() } else { format!("{} ({})", part.word, part.stem) }
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
        let part = Part { word: "breaks".to_owned(), stem: "break".to_owned(), field: "title", score: 12.0 };
        let section = Section { heading: "At home", address: "/guides/breaks/#at-home" };
        let found = [Found {
            title: "Breaks",
            address: "/guides/breaks/",
            score: 12.5,
            all_words: true,
            section: Some(section),
            parts: vec![part],
        }];
        let expected = " 12.500  Breaks\n         /guides/breaks/\n         At home: /guides/breaks/#at-home\n     12.000  breaks (break) in title\n";
        assert_eq!(lines(&found), expected);
        let value: serde_json::Value = serde_json::from_str(&json(&found)).expect("it is JSON");
        assert_eq!(value[0]["section"]["address"], "/guides/breaks/#at-home");
        assert_eq!(json(&[]), "[]\n");
    }

    #[test]
    fn what_was_understood_is_told() {
        let answer = Answer {
            total: 20,
            corrected: vec![("resptie".to_owned(), "respite".to_owned())],
            unknown: vec!["qq".to_owned()],
            ..Answer::default()
        };
        let told = told("resptie qq", &answer, 10);
        assert_eq!(
            told,
            "no page has \"resptie\": looked for \"respite\"\nno page has \"qq\"\n20 pages found for \"resptie qq\", the first 10 shown"
        );
    }
}
