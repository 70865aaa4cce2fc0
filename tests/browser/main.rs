//! The browser suite: builds the demonstration site as a reader would meet it, and drives it in Chromium.
//!
//! The cases are one file each in `cases/`, run by `run.mjs` in Node; what they share is in `harness/`. This program
//! gets the sites ready for them, and fails aloud where Node, its packages or Chromium are missing: a suite that passes
//! because it was not run tells nobody anything. Words after `--` choose cases by name.

mod examples;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

/// The day on which the demonstration site is looked at, so that reviews fall due and consultations close for the suite
/// only when somebody changes the content: 22 November 2026.
const TODAY: &str = "1795305600";

/// What a person sets who knows that this machine has no browser.
const WITHOUT: &str = "SIGNPOST_WITHOUT_BROWSER";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| !word.starts_with('-')).collect();
    let all = arguments.iter().any(|argument| argument == "--all");
    let cases = cases();
    if arguments.iter().any(|argument| argument == "--list") {
        cases.iter().for_each(|case| println!("{case}: test"));
        return ExitCode::SUCCESS;
    }
    let chosen = cases.iter().filter(|case| words.is_empty() || words.iter().any(|word| case.contains(word))).count();
    if chosen == 0 {
        println!("no browser case has such a name; {} filtered out", cases.len());
        return ExitCode::SUCCESS;
    }
    if env::var(WITHOUT).is_ok_and(|value| value == "1") {
        eprintln!("\n*** THE BROWSER SUITE WAS NOT RUN: {WITHOUT}=1 is set, and {chosen} cases are untested. ***\n");
        return ExitCode::SUCCESS;
    }
    match run(&words, all) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("\nthe browser suite could not run: {reason}\nset {WITHOUT}=1 to go without it, knowingly\n");
            ExitCode::FAILURE
        }
    }
}

/// Builds what the cases look at, then hands over to Node. True when every case passed.
fn run(words: &[&str], all: bool) -> Result<bool, String> {
    let here = root().join("tests/browser");
    ready(&here)?;
    let scratch = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let (site, shelf) = (scratch.path().join("site"), scratch.path().join("examples"));
    build(&root(), &site)?;
    let source = scratch.path().join("examples-source");
    examples::write(&root(), &source)?;
    build(&source, &shelf)?;
    let mut node = Command::new("node");
    node.arg(here.join("run.mjs")).arg("--site").arg(&site).arg("--examples").arg(&shelf).args(words);
    if all {
        node.arg("--all");
    }
    let status = node.status().map_err(|error| format!("node did not start: {error}"))?;
    Ok(status.success())
}

/// Node is there, and so are the packages that the cases import.
fn ready(here: &Path) -> Result<(), String> {
    let missing = "Node is not on the path; tests/run says what is needed".to_owned();
    Command::new("node").arg("--version").output().map_err(|_| missing)?;
    if !here.join("node_modules/playwright-core").is_dir() {
        return Err("its packages are not installed; tests/run does it, or: \
                    npm ci --ignore-scripts --prefix tests/browser"
            .to_owned());
    }
    Ok(())
}

/// Builds a site with the program under test.
fn build(source: &Path, output: &Path) -> Result<(), String> {
    let run = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(["build", "--output"])
        .arg(output)
        .current_dir(source)
        .env("SOURCE_DATE_EPOCH", TODAY)
        .output()
        .map_err(|error| format!("signpost did not start: {error}"))?;
    if run.status.success() {
        return Ok(());
    }
    let said = [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    Err(format!("`signpost build` in {} ended with {}:\n{said}", source.display(), run.status))
}

/// The names of all cases, in order.
fn cases() -> Vec<String> {
    let folder = root().join("tests/browser/cases");
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "mjs"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
