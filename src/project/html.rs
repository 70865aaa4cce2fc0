//! Checks any folder of HTML files, without a site.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Report, STACK};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Files, Sources, Span};
use crate::{check, source};

/// Files that are looked at before their findings are put together.
const CHUNK: usize = 1024;

/// What a look at a folder found.
pub struct FolderReport {
    /// The findings and the paths behind them.
    pub report: Report,
    /// The number of pages.
    pub pages: usize,
}

/// Looks at every page of a folder with all rules that need nothing but the page. Files are read one by one on all
/// processors, and none is kept.
///
/// # Errors
/// When the folder cannot be read.
pub fn check_folder(folder: &source::Folder, threads: usize) -> Result<FolderReport, Error> {
    let mut files = Files::default();
    let (pages, mut diagnostics) =
        folder.list(&mut files).map_err(|error| Error::new(error.to_string(), "check who may read the folder"))?;
    let ids: Vec<(FileId, String)> = pages.into_iter().map(|page| (files.intern(&page.path), page.path)).collect();
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .stack_size(STACK)
        .build()
        .map_err(|error| Error::new(error.to_string(), "close other programs and try again"))?;
    for chunk in ids.chunks(CHUNK) {
        let found: Vec<Vec<Diagnostic>> =
            pool.install(|| chunk.par_iter().map(|(file, path)| page(folder, *file, path)).collect());
        diagnostics.extend(found.into_iter().flatten());
    }
    let report = Report { diagnostics, files: Arc::new(files), ..Report::default() };
    let pages = ids.iter().filter(|(_, path)| !is_sheet(path)).count();
    Ok(FolderReport { report, pages })
}

fn is_sheet(path: &str) -> bool {
    path.len() > 4 && path.as_bytes()[path.len() - 4..].eq_ignore_ascii_case(b".css")
}

fn page(folder: &source::Folder, file: FileId, path: &str) -> Vec<Diagnostic> {
    let bytes = match folder.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return vec![super::unreadable(file, path, &error)],
    };
    // Quicker than looking for what is wrong in bytes that hardly ever are.
    let html = std::str::from_utf8(&bytes).map_or_else(|_| String::from_utf8_lossy(&bytes), Cow::Borrowed);
    // A rule that fails is named by `check`; this is for what comes before the rules.
    let look = || if is_sheet(path) { check::style_file(&html, file) } else { check::file(&html, file) };
    catch_unwind(AssertUnwindSafe(look)).unwrap_or_else(|_| {
        let finding = Diagnostic::error("internal-error", "this page could not be looked at").at(Span::whole(file));
        vec![finding.help("this is a mistake in Signpost: please report it, with the page")]
    })
}
