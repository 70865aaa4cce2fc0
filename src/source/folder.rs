//! Any folder of HTML files with their style sheets and scripts, or one such file, read as text in UTF-8.
//!
//! There need be no site: `check --html` looks at what another program made. What is in the pages is left to `check`.

use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use jiff::Timestamp;

use super::{Files, SourceFile, Sources, encoding, relative, unreadable};
use crate::diagnostic::Diagnostic;

/// The ends of names by which pages, style sheets and scripts are known.
const PAGES: [&str; 6] = ["css", "htm", "html", "js", "mjs", "xhtml"];

/// A folder of HTML files.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// The one file, where no folder was named.
    only: Option<String>,
    /// What stands before the path of each file.
    prefix: String,
}

impl Folder {
    /// Opens a folder, or a single file.
    ///
    /// # Errors
    /// When it is not there.
    pub fn new(path: &Path) -> io::Result<Self> {
        if path.metadata()?.is_dir() {
            return Ok(Self { root: path.to_owned(), only: None, prefix: String::new() });
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let root = path.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Self { root, only: name, prefix: String::new() })
    }

    /// Names each file by its path from the current folder, for programs that know no other; a folder that was given by
    /// its whole path keeps the short names.
    pub fn from_here(mut self) -> Self {
        let steps = self.root.components().filter(|step| *step != Component::CurDir);
        let steps: Option<Vec<String>> = steps
            .map(|step| match step {
                Component::Normal(name) => Some(format!("{}/", name.to_string_lossy())),
                _ => None,
            })
            .collect();
        self.prefix = steps.unwrap_or_default().concat();
        self
    }

    /// The path of a file within the folder.
    pub fn below<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(&self.prefix).unwrap_or(path)
    }

    fn shown(&self, path: &Path) -> String {
        format!("{}{}", self.prefix, relative(&self.root, path))
    }
}

impl Sources for Folder {
    /// Lists every page, style sheet and script of the folder, sorted by path. Links are not followed; a folder that cannot be read is a finding.
    fn list(&self, files: &mut Files) -> io::Result<(Vec<SourceFile>, Vec<Diagnostic>)> {
        if let Some(name) = &self.only {
            let size = self.root.join(name).metadata()?.len();
            return Ok((vec![SourceFile { path: format!("{}{name}", self.prefix), size, modified: None }], Vec::new()));
        }
        let (mut found, mut diagnostics) = (Vec::new(), Vec::new());
        for entry in walkdir::WalkDir::new(&self.root).follow_links(false).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_page(entry.path()) => {
                    let size = entry.metadata().map_or(0, |metadata| metadata.len());
                    found.push(SourceFile { path: self.shown(entry.path()), size, modified: None });
                }
                Ok(_) => {}
                Err(error) => {
                    let path = self.shown(error.path().unwrap_or(&self.root));
                    diagnostics.push(unreadable(files.intern(&path), &path, &error.to_string()));
                }
            }
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok((found, diagnostics))
    }

    /// Reads a page whole, as UTF-8 whatever its encoding.
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(self.below(path))).map(encoding::to_utf8)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(io::Cursor::new(self.read(path)?)))
    }

    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

fn is_page(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| PAGES.contains(&ending.as_str()))
}
