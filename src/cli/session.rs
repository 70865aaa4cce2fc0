//! What all commands share: opening the site of a folder, and saying why something could not run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::findings::findings;
use super::terminal::{is_error_coloured, is_output_coloured, print, print_error};
use crate::diagnostic::report::Format;
use crate::model::{Letter, LettersWanted};
use crate::output::OutputFile;
use crate::project::{self, Options, Project, Report};
use crate::sink::{Refusal, Sink};
use crate::source::{Disk, Sources};

/// Why a command could not run, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong.
    pub message: String,
    /// How to go on; may be empty.
    pub hint: String,
    /// Findings that say where, already written.
    pub findings: String,
}

impl Failure {
    /// Makes a failure.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), findings: String::new() }
    }

    /// Prints it to standard error.
    pub fn print(&self) {
        let hint = if self.hint.is_empty() { String::new() } else { format!("  = help: {}\n", self.hint) };
        print_error(&format!("{}error: {}\n{hint}", self.findings, self.message));
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.message, refusal.hint)
    }
}

/// A site that was opened.
pub struct Session {
    /// The folder of the site.
    pub root: PathBuf,
    /// Its files and the clock.
    pub sources: Arc<dyn Sources>,
    /// The site.
    pub project: Project,
    /// In which format findings are printed that keep it from being opened or made.
    format: Format,
}

impl Session {
    /// Opens the site of a folder and reads everything but its bodies.
    pub fn open(folder: &Path, options: Options) -> Result<Self, Failure> {
        Self::open_for(folder, options, Format::Human)
    }

    /// The same, where findings are printed in a format: those of a site that cannot be read are too, so that a program
    /// always gets its document.
    pub fn open_for(folder: &Path, options: Options, format: Format) -> Result<Self, Failure> {
        let sources = sources(folder)?;
        let project = Project::open(Arc::clone(&sources), options).map_err(|error| failure(error, &sources, format))?;
        Ok(Self { root: folder.to_owned(), sources, project, format })
    }

    /// Takes in what changed since.
    pub fn update(&mut self, changed: &[String]) -> Result<(), Failure> {
        self.project.update(changed).map_err(|error| failure(error, &self.sources, self.format))
    }

    /// Makes the site.
    pub fn build(&mut self, sink: &mut dyn Sink) -> Result<Report, Failure> {
        self.project.build(sink).map_err(|error| failure(error, &self.sources, self.format))
    }

    /// Makes letters to providers, and the files that belong to them.
    pub fn letters(&self, wanted: &LettersWanted) -> Result<(Vec<Letter>, Vec<OutputFile>), Failure> {
        self.project.letters(wanted).map_err(|error| failure(error, &self.sources, self.format))
    }

    /// The findings of a report in a format, and with them those that are allowed.
    pub fn findings(&self, report: &Report, format: Format, is_coloured: bool) -> String {
        findings(report, self.sources.as_ref(), format, is_coloured)
    }
}

/// The files of a folder that is a site.
fn sources(folder: &Path) -> Result<Arc<dyn Sources>, Failure> {
    let shown = folder.display();
    let disk = Disk::new(folder).map_err(|error| {
        let why = match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            _ => error.to_string(),
        };
        Failure::new(format!("`{shown}` cannot be opened: {why}"), "give the folder of your site: `--site DIR`")
    })?;
    if !folder.join("site.toml").exists() {
        let place = if folder == Path::new(".") { "this folder".to_owned() } else { format!("`{shown}`") };
        return Err(Failure::new(
            format!("there is no `site.toml` in {place}"),
            "go to the folder of your site, or make a new site: `signpost new my-site`",
        ));
    }
    Ok(Arc::new(disk))
}

fn failure(error: project::Error, sources: &Arc<dyn Sources>, format: Format) -> Failure {
    let (message, hint) = (error.message, error.hint.unwrap_or_default());
    let report = Report { diagnostics: error.diagnostics, files: error.files, ..Report::default() };
    if format == Format::Human {
        let findings = findings(&report, sources.as_ref(), format, is_error_coloured());
        return Failure { message, hint, findings };
    }
    print(&findings(&report, sources.as_ref(), format, is_output_coloured()));
    Failure::new(message, hint)
}
