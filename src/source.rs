//! Where everything a person wrote is read from: the files of a site, their history, and the clock.
//!
//! Every other stage reads through [`Sources`], so tests run from memory and nothing but this module, the sinks and
//! the store touches the disk. What a file means is left to `load`, `config` and `theme`.

mod encoding;
mod folder;
mod history;

pub use folder::Folder;
pub use history::{History, Pair};

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

use crate::diagnostic::Diagnostic;

/// Names one source file for the life of a [`Files`] table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range in what an author wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte, counted from the start of the file.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// Makes a span from a range of bytes; ranges beyond 4 GiB are cut off there.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clip = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Self { file, start: clip(range.start), end: clip(range.end.max(range.start)) }
    }

    /// Points at the first line of a file as a whole.
    pub fn whole(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// What is known of a file before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path from the top of the site, with `/` between the parts.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds since 1970, where the system tells.
    pub modified: Option<i128>,
}

/// The files and the clock that a build depends on.
pub trait Sources: Send + Sync {
    /// Lists `site.toml` and every file below `content/` and `themes/`, sorted by path.
    ///
    /// A link that leads out of the site and a folder that cannot be read become diagnostics.
    ///
    /// # Errors
    /// When the site's own folder cannot be read.
    fn list(&self, files: &mut Files) -> io::Result<(Vec<SourceFile>, Vec<Diagnostic>)>;

    /// Reads one file whole.
    ///
    /// # Errors
    /// When the file is not there or cannot be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// Opens a file for copying, so that a large one is never held in memory.
    ///
    /// # Errors
    /// When the file is not there or cannot be read.
    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>>;

    /// What the history of the files tells of pages and their variants; most sources have none.
    fn history(&self, _pairs: &[Pair]) -> History {
        History::None
    }

    /// The moment of this build.
    fn now(&self) -> Timestamp;

    /// The day of this build, in Universal Time so that it is the same on every machine.
    fn today(&self) -> Date {
        self.now().to_zoned(TimeZone::UTC).date()
    }
}

/// The paths behind every [`FileId`]; an id once given keeps its meaning.
#[derive(Clone, Debug, Default)]
pub struct Files {
    paths: Vec<String>,
    ids: HashMap<String, FileId>,
}

impl Files {
    /// Gives the id of a path, a new one the first time.
    pub fn intern(&mut self, path: &str) -> FileId {
        if let Some(id) = self.ids.get(path) {
            return *id;
        }
        let id = FileId(u32::try_from(self.paths.len()).expect("fewer than four billion files"));
        self.paths.push(path.to_owned());
        self.ids.insert(path.to_owned(), id);
        id
    }

    /// The path of a file, from the top of the site.
    pub fn path(&self, id: FileId) -> &str {
        &self.paths[id.0 as usize]
    }

    /// The id of a path that has one.
    pub fn id(&self, path: &str) -> Option<FileId> {
        self.ids.get(path).copied()
    }
}

/// A site in a folder on disk.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    now: Timestamp,
}

impl Disk {
    /// Reads from a folder, at the machine's time or at `SOURCE_DATE_EPOCH` where that is set
    /// (<https://reproducible-builds.org/specs/source-date-epoch/>).
    ///
    /// # Errors
    /// When the folder is not there, or is a file.
    pub fn new(root: impl Into<PathBuf>) -> io::Result<Self> {
        let root = root.into();
        if !root.metadata()?.is_dir() {
            return Err(io::Error::new(io::ErrorKind::NotADirectory, "it is a file, not a folder"));
        }
        let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.trim().parse::<i64>().ok());
        let now = epoch.and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or_else(Timestamp::now);
        Ok(Self { root, now })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

/// The places below a site's folder that are read; everything else there is left alone.
const READ: [&str; 3] = ["content", "site.toml", "themes"];

impl Sources for Disk {
    fn list(&self, files: &mut Files) -> io::Result<(Vec<SourceFile>, Vec<Diagnostic>)> {
        std::fs::read_dir(&self.root)?;
        let real_root = self.root.canonicalize()?;
        let (mut found, mut diagnostics) = (Vec::new(), Vec::new());
        for name in READ {
            let top = self.root.join(name);
            if top.symlink_metadata().is_err() {
                continue;
            }
            for entry in walkdir::WalkDir::new(&top).follow_links(false).sort_by_file_name() {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => {
                        let path = relative(&self.root, error.path().unwrap_or(&top));
                        diagnostics.push(unreadable(files.intern(&path), &path, &error.to_string()));
                        continue;
                    }
                };
                let path = relative(&self.root, entry.path());
                let metadata = if entry.path_is_symlink() {
                    match inside(&real_root, entry.path()) {
                        Some(metadata) if metadata.is_file() => metadata,
                        Some(_) => {
                            diagnostics.push(linked_folder(files.intern(&path), &path));
                            continue;
                        }
                        None => {
                            diagnostics.push(link_out(files.intern(&path), &path));
                            continue;
                        }
                    }
                } else {
                    match entry.metadata() {
                        Ok(metadata) => metadata,
                        Err(error) => {
                            diagnostics.push(unreadable(files.intern(&path), &path, &error.to_string()));
                            continue;
                        }
                    }
                };
                if metadata.is_file() {
                    let modified = metadata
                        .modified()
                        .ok()
                        .and_then(|time| Timestamp::try_from(time).ok())
                        .map(Timestamp::as_nanosecond);
                    found.push(SourceFile { path, size: metadata.len(), modified });
                }
            }
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok((found, diagnostics))
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path))
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(self.root.join(path))?))
    }

    fn history(&self, pairs: &[Pair]) -> History {
        history::ask(&self.root, pairs)
    }

    fn now(&self) -> Timestamp {
        self.now
    }
}

/// A path below the site with `/` between its parts, as it stands in messages.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// What a link points at, if that lies within the site.
fn inside(real_root: &Path, link: &Path) -> Option<std::fs::Metadata> {
    let target = link.canonicalize().ok()?;
    if target.starts_with(real_root) { target.metadata().ok() } else { None }
}

fn link_out(file: FileId, path: &str) -> Diagnostic {
    Diagnostic::error("link-out-of-site", format!("`{path}` is a link to something outside the site"))
        .at(Span::whole(file))
        .help("put a copy of the file here, or remove the link: what is outside the site is never published")
}

fn linked_folder(file: FileId, path: &str) -> Diagnostic {
    Diagnostic::error("linked-folder", format!("`{path}` is a link to a folder"))
        .at(Span::whole(file))
        .help("move the folder here: links to folders are not followed, as one can lead back to itself")
}

fn unreadable(file: FileId, path: &str, why: &str) -> Diagnostic {
    Diagnostic::error("unreadable-file", format!("`{path}` cannot be read"))
        .at(Span::whole(file))
        .note(why.to_owned())
        .help("check who may read this file, then build again")
}

/// A site held in memory, for tests and previews.
#[derive(Clone, Debug)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
    now: Timestamp,
}

impl Memory {
    /// Makes a site from paths and their content, at a fixed moment.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>, now: Timestamp) -> Self {
        Self { files: files.into_iter().collect(), now }
    }

    /// Writes or replaces one file.
    pub fn write(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), content.into());
    }

    /// Takes one file away; nothing happens when it is not there.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

impl Sources for Memory {
    fn list(&self, _files: &mut Files) -> io::Result<(Vec<SourceFile>, Vec<Diagnostic>)> {
        let list = self.files.iter().map(|(path, content)| SourceFile {
            path: path.clone(),
            size: content.len() as u64,
            modified: None,
        });
        Ok((list.collect(), Vec::new()))
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(io::Cursor::new(self.read(path)?)))
    }

    fn now(&self) -> Timestamp {
        self.now
    }
}
