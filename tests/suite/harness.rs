//! The one place of the suite that knows how a site is made: from files in memory, at a fixed clock, into memory.
//!
//! What the cases mean is left to the other modules; they hand over files and look at what came out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use signpost::diagnostic::Diagnostic;
use signpost::diagnostic::report::{self, Format};
use signpost::project::{Options, Project, Report};
use signpost::sink::{self, Body};
use signpost::source::{Disk, Files as Paths, Memory, Sources};

/// A folder as paths with `/` between their parts, and what each file holds.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The moment at which the suite builds: noon on 22 November 2026.
pub const NOW: i64 = 1_795_348_800;

/// The folder of the whole repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder below `tests/`.
pub fn tests(folder: &str) -> PathBuf {
    root().join("tests").join(folder)
}

/// Every file below a folder. A folder that is not there holds none.
pub fn files_below(folder: &Path) -> Files {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let below = entry.path().strip_prefix(folder).expect("it was found there");
        let path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        (path, read(entry.path()))
    });
    files.collect()
}

/// The names of the folders in a folder, sorted.
pub fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The bytes of a file that is there.
pub fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a site written in a test: path and text.
pub fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// A site with what is said of nearly every small one turned off, but for the rule that a case is about.
pub fn quiet(mut sources: Files, rule: &str) -> Files {
    const REPORTS: [&str; 6] = [
        "incomplete-service",
        "missing-easy-read",
        "not-checked-with-people",
        "unmarked-language",
        "untranslated-page",
        "voice-only-contact",
    ];
    let Some(settings) = sources.get("site.toml").and_then(|bytes| String::from_utf8(bytes.clone()).ok()) else {
        return sources;
    };
    let off = REPORTS.iter().filter(|report| **report != rule && !settings.contains(&format!("\n{report} =")));
    let quiet: String = off.map(|report| format!("{report} = \"off\"\n")).collect();
    // Below what the case has, so that the lines of its own are those of its findings.
    let settings = match settings.split_once("[rules]\n") {
        Some((before, after)) => {
            let end = after.find("\n[").map_or(after.len(), |at| at + 1);
            let (own, rest) = after.split_at(end);
            format!("{before}[rules]\n{}\n{quiet}{rest}", own.trim_end())
        }
        None => format!("{}\n[rules]\n{quiet}", settings.trim_end()),
    };
    sources.insert("site.toml".into(), settings.into_bytes());
    sources
}

/// The sources of the demonstration site, which are the repository's own.
pub fn demonstration() -> Files {
    let mut files = Files::new();
    files.insert("site.toml".into(), read(&root().join("site.toml")));
    for (path, content) in files_below(&root().join("content")) {
        files.insert(format!("content/{path}"), content);
    }
    files
}

/// What came of a build.
pub struct Made {
    /// Every file that readers would get; none when the build stopped.
    pub files: Files,
    /// Whether the site was made.
    pub is_made: bool,
    /// The findings, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// What a person would be told: every finding, and why nothing could be done at all.
    pub said: String,
    /// Why nothing could be done at all.
    pub failure: Option<String>,
    /// The paths behind the findings.
    pub paths: Arc<Paths>,
    /// The files that it was made from.
    pub sources: Arc<dyn Sources>,
    /// The project and the rest of its report, where it could be opened.
    pub inside: Option<(Project, Report)>,
}

impl Made {
    /// Some of its findings, as a person reads them.
    pub fn report(&self, is_wanted: impl Fn(&Diagnostic, Option<&str>) -> bool) -> String {
        let path = |finding: &Diagnostic| finding.span.map(|span| self.paths.path(span.file).to_owned());
        let wanted: Vec<Diagnostic> =
            self.diagnostics.iter().filter(|finding| is_wanted(finding, path(finding).as_deref())).cloned().collect();
        report::write(Format::Human, &wanted, &self.paths, self.sources.as_ref(), false)
    }

    /// The rules of its findings, in order.
    pub fn rules(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|finding| finding.rule).collect()
    }
}

/// The demonstration site, built once for all tests that only look at it.
pub fn demonstration_made() -> &'static Made {
    static MADE: LazyLock<Made> = LazyLock::new(|| build(&demonstration()));
    &MADE
}

/// Builds a site as `signpost build` does.
pub fn build(files: &Files) -> Made {
    build_with(files, Options { threads: 2, ..Options::default() })
}

/// The files as sources, at the suite's moment.
pub fn sources(files: &Files) -> Arc<dyn Sources> {
    let now = Timestamp::from_second(NOW).expect("a moment that the calendar knows");
    Arc::new(Memory::new(files.clone(), now))
}

/// Opens a site that can be opened, without building it.
pub fn open(files: &Files) -> Project {
    let options = Options { threads: 1, ..Options::default() };
    Project::open(sources(files), options).unwrap_or_else(|error| panic!("the site cannot be opened: {error}"))
}

/// Builds a site in a folder on disk.
pub fn build_folder(folder: &Path) -> Made {
    let sources: Arc<dyn Sources> = Arc::new(Disk::new(folder).expect("the folder is there"));
    let project = Project::open(Arc::clone(&sources), Options { threads: 1, ..Options::default() });
    made(project.unwrap_or_else(|error| panic!("the site cannot be opened: {error}")), sources)
}

/// Builds a site with other options.
pub fn build_with(files: &Files, options: Options) -> Made {
    let sources = sources(files);
    match Project::open(Arc::clone(&sources), options) {
        Ok(project) => made(project, sources),
        Err(error) => {
            let findings = report::write(Format::Human, &error.diagnostics, &error.files, sources.as_ref(), false);
            let hint = error.hint.as_ref().map_or(String::new(), |hint| format!("  = help: {hint}\n"));
            Made {
                files: Files::new(),
                is_made: false,
                diagnostics: error.diagnostics.clone(),
                said: format!("{findings}error: {}\n{hint}", error.message),
                failure: Some(error.message),
                paths: Arc::clone(&error.files),
                sources,
                inside: None,
            }
        }
    }
}

fn made(mut project: Project, sources: Arc<dyn Sources>) -> Made {
    let mut sink = sink::Memory::new();
    let (report, failure) = match project.build(&mut sink) {
        Ok(report) => (report, None),
        // A disk may be full; memory is not, so this is a mistake of ours in every case.
        Err(error) => (Report { files: Arc::clone(&project.site().files), ..Report::default() }, Some(error.message)),
    };
    let published = sink.published();
    let bytes = |body: &Body| match body {
        Body::Bytes(bytes) => bytes.clone(),
        Body::Copy(file) => sources.read(report.files.path(*file)).expect("a published file is there"),
    };
    Made {
        files: published.iter().map(|(path, body)| (path.clone(), bytes(body))).collect(),
        is_made: report.made,
        diagnostics: report.diagnostics.clone(),
        said: report::write(Format::Human, &report.diagnostics, &report.files, sources.as_ref(), false)
            + &failure.as_ref().map_or(String::new(), |message| format!("error: {message}\n")),
        failure,
        paths: Arc::clone(&report.files),
        sources,
        inside: Some((project, report)),
    }
}

/// Whether what is expected is to be written anew.
pub fn is_updating() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Whether a case was asked for: all are, unless `CASE` holds a part of its name.
pub fn is_wanted(name: &str) -> bool {
    std::env::var("CASE").map_or(true, |part| name.contains(&part))
}

/// Compares with the file that says what is expected. No file stands for the empty text.
pub fn expect(path: &Path, actual: &str, failures: &mut Failures) {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return;
    }
    if !is_updating() {
        failures.add(path, &difference(&expected, actual));
    } else if actual.is_empty() {
        fs::remove_file(path).expect("a file that was read can be removed");
    } else {
        let folder = path.parent().expect("expected files lie in a folder");
        fs::create_dir_all(folder).and_then(|()| fs::write(path, actual)).expect("the case's folder can be written");
    }
}

/// What went wrong in many cases, told at once at the end.
#[derive(Default)]
pub struct Failures {
    told: Vec<String>,
}

impl Failures {
    /// Adds one.
    pub fn add(&mut self, place: &Path, what: &str) {
        let place = place.strip_prefix(root()).unwrap_or(place);
        self.told.push(format!("---- {}\n{what}", place.display()));
    }

    /// Fails where there is one.
    pub fn end(self) {
        assert!(
            self.told.is_empty(),
            "\n{}\n{} cases differ. If that is meant: UPDATE_EXPECT=1 cargo test --test suite, and read the diff.\n",
            self.told.join("\n"),
            self.told.len()
        );
    }
}

/// The lines that differ: `-` was expected, `+` came, with a line of what is the same around them.
pub fn difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
    let marked = marked(&old, &new);
    let is_near =
        |at: usize| marked[at.saturating_sub(1)..(at + 2).min(marked.len())].iter().any(|(mark, _)| *mark != ' ');
    let mut shown = String::new();
    for (at, (mark, line)) in marked.iter().enumerate() {
        if is_near(at) {
            shown.push_str(&format!("{mark} {line}\n"));
        } else if !shown.ends_with("…\n") {
            shown.push_str("  …\n");
        }
    }
    if marked.iter().all(|(mark, _)| *mark == ' ') { "they differ in the ends of lines alone\n".into() } else { shown }
}

/// Both texts as one, each line marked: the longest common subsequence stays.
fn marked<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            longest[a * width + b] = if old[a] == new[b] {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut marked) = (0, 0, Vec::new());
    while a < old.len() || b < new.len() {
        if a < old.len() && b < new.len() && old[a] == new[b] {
            marked.push((' ', old[a]));
            (a, b) = (a + 1, b + 1);
        } else if b == new.len() || a < old.len() && longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            marked.push(('-', old[a]));
            a += 1;
        } else {
            marked.push(('+', new[b]));
            b += 1;
        }
    }
    marked
}
