//! Checks any folder of HTML files, without a site.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Report, STACK};
use crate::check::{Addresses, Kept};
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

/// Pages that are asked where the folder is published.
const ASKED: usize = 16;

/// Looks at every page of a folder with all rules that need nothing but the page, and then across them. Files are read
/// one by one on all processors, and none is kept.
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
    let root = pool.install(|| root(folder, &ids));
    let addresses = Addresses::of_folder(ids.iter().map(|(_, path)| folder.below(path)), root);
    let mut all = check::Pages::default();
    for (chunk, first) in ids.chunks(CHUNK).zip((0..).step_by(CHUNK)) {
        let look = |(file, path): &(FileId, String)| page(folder, *file, path, folder.below(path), &addresses);
        let looked: Vec<(Vec<Diagnostic>, Kept)> = pool.install(|| chunk.par_iter().map(look).collect());
        for ((found, kept), place) in looked.into_iter().zip(first..) {
            diagnostics.extend(found);
            all.add(place, kept);
        }
    }
    diagnostics.extend(check::pages(&all, check::Whose::Folder(&ids)));
    let pages = ids.iter().filter(|(_, path)| Kind::of(path) == Kind::Page).count();
    let report = Report { diagnostics, files: Arc::new(files), ..Report::default() };
    Ok(FolderReport { report, pages })
}

/// What a file of a folder is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Page,
    Styles,
    Script,
}

impl Kind {
    fn of(path: &str) -> Self {
        let ending = path.rsplit('.').next().unwrap_or("");
        match () {
            () if ending.eq_ignore_ascii_case("css") => Self::Styles,
            () if ending.eq_ignore_ascii_case("js") || ending.eq_ignore_ascii_case("mjs") => Self::Script,
            () => Self::Page,
        }
    }
}

/// Where a folder is published, as most of the pages that are asked say; of two places said as often, the first.
fn root(folder: &source::Folder, ids: &[(FileId, String)]) -> Option<String> {
    let mut roots: Vec<(String, usize)> = Vec::new();
    for (_, path) in ids.iter().filter(|(_, path)| Kind::of(path) == Kind::Page).take(ASKED) {
        let Ok(bytes) = folder.read(path) else { continue };
        let canonical = catch_unwind(|| check::canonical(&String::from_utf8_lossy(&bytes))).ok().flatten();
        let Some(root) = canonical.and_then(|canonical| check::root_of(folder.below(path), &canonical)) else {
            continue;
        };
        match roots.iter_mut().find(|(known, _)| *known == root) {
            Some((_, count)) => *count += 1,
            None => roots.push((root, 1)),
        }
    }
    roots.into_iter().rev().max_by_key(|(_, count)| *count).map(|(root, _)| root)
}

fn page(
    folder: &source::Folder,
    file: FileId,
    path: &str,
    below: &str,
    addresses: &Addresses<'_>,
) -> (Vec<Diagnostic>, Kept) {
    let bytes = match folder.read(path) {
        Ok(bytes) => bytes,
        Err(error) => return (vec![super::unreadable(file, path, &error)], Kept::default()),
    };
    // Quicker than looking for what is wrong in bytes that hardly ever are.
    let text = std::str::from_utf8(&bytes).map_or_else(|_| String::from_utf8_lossy(&bytes), Cow::Borrowed);
    // A rule that fails is named by `check`; this is for what comes before the rules.
    let look = || match Kind::of(path) {
        Kind::Page => check::file(&text, below, file, addresses),
        Kind::Styles => check::style_file(&text, file, addresses),
        Kind::Script => (check::script_file(&text, file), Kept::default()),
    };
    catch_unwind(AssertUnwindSafe(look)).unwrap_or_else(|_| {
        let finding = Diagnostic::error("internal-error", "this page could not be looked at").at(Span::whole(file));
        let help = "this is a mistake in Signpost: please report it, with the page";
        (vec![finding.help(help)], Kept::default())
    })
}
