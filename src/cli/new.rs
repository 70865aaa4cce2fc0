//! `signpost new`: makes the folder of a small site to start from, with one example of each type of page.
//!
//! Its files are in `new/`, with words in double braces where answers and dates go. Dates are counted from today, so
//! that a new site is never overdue.

use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use jiff::ToSpan;
use jiff::civil::Date;

use super::session::Failure;
use super::terminal::{print, print_error};
use crate::sink::write_new_folder;
use crate::source::{Disk, Sources};

/// Makes a small site to start from, explained in its own files.
///
/// It asks for the names of the site and of your organisation, and for a phone number and an email address.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost new my-site --yes")]
pub struct Args {
    /// The folder to make.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Asks nothing and takes examples, which you change in `site.toml` later.
    #[arg(long, short)]
    yes: bool,
}

macro_rules! templates {
    ($($path:literal)*) => { &[$(($path, include_str!(concat!("new/", $path))),)*] };
}

/// Every file of a new site.
const FILES: &[(&str, &str)] = templates! {
    "site.toml"
    "README.md"
    "content/_index.md"
    "content/_index.easy.md"
    "content/help.md"
    "content/help.easy.md"
    "content/emergencies.md"
    "content/questions.md"
    "content/services/_index.md"
    "content/services/carers-hub.md"
    "content/strategy/_index.md"
    "content/strategy/carers-strategy.md"
    "content/consultations/_index.md"
    "content/consultations/short-breaks.md"
    "content/updates/_index.md"
    "content/updates/new-site.md"
    "content/events/_index.md"
    "content/events/coffee-morning.md"
    "content/glossary/_index.md"
    "content/glossary/carers-assessment.md"
    "content/data/contacts.yaml"
    "content/data/providers.yaml"
    "content/data/areas.yaml"
    "content/img/easy/carer.svg"
    "content/img/easy/look-after.svg"
    "content/img/easy/phone.svg"
    "content/img/easy/talk.svg"
    "content/img/easy/warning.svg"
};

/// What is asked: the word in the templates, the question, and the example that stands in.
const QUESTIONS: &[(&str, &str, &str)] = &[
    ("title", "What is the site called?", "Carers Information Point"),
    ("organisation", "Which organisation is it from?", "Example County Council"),
    ("county", "Which county or area is it for?", "Example County"),
    ("phone", "Which phone number can anyone call?", "01632 960000"),
    ("email", "Which email address can anyone write to?", "help@example.org"),
];

/// Runs the command.
pub fn run(arguments: &Args) -> Result<u8, Failure> {
    let answers = if arguments.yes { examples() } else { ask()? };
    let parent = arguments.folder.parent().filter(|parent| parent.is_dir()).unwrap_or(Path::new("."));
    let today = Disk::new(parent).map(|disk| disk.today()).unwrap_or_default();
    write_new_folder(&arguments.folder, &files(&answers, today))?;
    let shown = arguments.folder.display();
    print(&format!("Your site is in {shown}. Look at it:\n\n  cd {shown}\n  signpost serve\n"));
    print_error(&format!("{} files; made {shown}\n", FILES.len()));
    Ok(0)
}

type Answers = Vec<(&'static str, String)>;

fn examples() -> Answers {
    QUESTIONS.iter().map(|(word, _, example)| (*word, (*example).to_owned())).collect()
}

fn ask() -> Result<Answers, Failure> {
    let input = io::stdin();
    if !input.is_terminal() {
        return Err(Failure::new("there is nobody to ask", "add `--yes` to take examples"));
    }
    let mut lines = input.lock().lines();
    let mut answers = Answers::new();
    for (word, question, example) in QUESTIONS {
        print(&format!("{question} [{example}] "));
        let line = match lines.next() {
            Some(Ok(line)) => line,
            Some(Err(_)) | None => return Err(Failure::new("no answer came", "add `--yes` to take examples")),
        };
        let answer = line.trim();
        answers.push((word, if answer.is_empty() { (*example).to_owned() } else { answer.to_owned() }));
    }
    Ok(answers)
}

/// The files with their words filled in.
fn files(answers: &Answers, today: Date) -> Vec<(String, Vec<u8>)> {
    let day = |days: i32| today.checked_add(days.days()).unwrap_or(today).to_string();
    let dates = [
        ("today", day(0)),
        ("last_week", day(-7)),
        ("next_month", day(30)),
        ("in_two_months", day(60)),
        ("in_six_months", day(180)),
        ("period", format!("{} to {}", today.year(), today.year() + 5)),
    ];
    let mut files = Vec::new();
    for (path, template) in FILES {
        let mut text = (*template).to_owned();
        for (word, answer) in answers {
            text = text.replace(&format!("{{{{{word}}}}}"), &quoted(answer));
        }
        for (word, date) in &dates {
            text = text.replace(&format!("{{{{{word}}}}}"), date);
        }
        files.push(((*path).to_owned(), text.into_bytes()));
    }
    files
}

/// An answer as it may stand between double quotes, in TOML as in YAML.
fn quoted(answer: &str) -> String {
    let mut written = String::new();
    for letter in answer.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            letter if letter.is_control() => {
                write!(written, "\\u{:04x}", u32::from(letter)).expect("a string takes it");
            }
            letter => written.push(letter),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Options, Project};
    use crate::sink::Memory;

    fn made(title: &str) -> Vec<(String, Vec<u8>)> {
        let mut answers = examples();
        answers[0].1 = title.to_owned();
        files(&answers, "2026-11-22".parse().expect("a day"))
    }

    #[test]
    fn a_new_site_builds_with_no_finding() {
        let files = files(&examples(), "2026-11-22".parse().expect("a day"));
        let now = "2026-11-22T09:00:00Z".parse().expect("a moment");
        let sources = std::sync::Arc::new(crate::source::Memory::new(files, now));
        let mut project = Project::open(sources, Options::default()).expect("its settings can be read");
        let report = project.build(&mut Memory::new()).expect("memory can be written");
        // What nobody but its editors can do: try its Easy Read with people, and write more of it.
        const THEIRS: [&str; 2] = ["missing-easy-read", "not-checked-with-people"];
        let ours = report.diagnostics.iter().filter(|found| !THEIRS.contains(&found.rule));
        let messages: Vec<&str> = ours.map(|found| found.message.as_str()).collect();
        assert!(report.made && messages.is_empty(), "{messages:#?}");
    }

    #[test]
    fn every_word_is_filled_in() {
        for (path, content) in made("Carers") {
            let text = String::from_utf8(content).expect("templates are text");
            assert!(!text.contains("{{") && !text.contains("}}"), "{path}: {text}");
        }
    }

    #[test]
    fn any_title_leaves_settings_that_can_be_read() {
        let settings = made("The \"Hub\" \\ \u{7} Łódź").remove(0).1;
        let settings: toml::Table = toml::from_str(std::str::from_utf8(&settings).expect("text")).expect("it is TOML");
        assert_eq!(settings["title"].as_str(), Some("The \"Hub\" \\ \u{7} Łódź"));
    }

    #[test]
    fn every_template_file_is_in_the_list() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli/new");
        let found = walkdir::WalkDir::new(&root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        let mut found: Vec<String> = found
            .filter_map(|entry| Some(entry.path().strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/")))
            .collect();
        let mut listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        found.sort();
        listed.sort_unstable();
        assert_eq!(found, listed);
    }

    #[test]
    fn a_folder_that_holds_anything_is_refused() {
        let parent = tempfile::tempdir().expect("a temporary folder");
        let arguments = |name: &str| Args { folder: parent.path().join(name), yes: true };
        assert_eq!(run(&arguments("deep/site")).ok(), Some(0));
        assert!(parent.path().join("deep/site/content/services/carers-hub.md").is_file());
        let refused = run(&arguments("deep/site")).expect_err("it is refused");
        assert!(refused.message.contains("not empty"), "{}", refused.message);
    }
}
