//! Says what each file of a site is: a page, data, a part of the theme, or a file that a page may show.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::model::{Asset, MediaHead};
use crate::source::{FileId, Files, SourceFile, Span};

/// The largest Markdown file that is read, in bytes: two thousand printed pages.
const LARGEST_PAGE: u64 = 4 << 20;

/// The files of a site by what they are.
#[derive(Clone, Debug, Default)]
pub struct Walked {
    /// Markdown files: id and path from the top of the site.
    pub pages: Vec<(FileId, String)>,
    /// Files below `content/data/`, by name.
    pub data: BTreeMap<String, FileId>,
    /// Files of the site's own theme: path below `themes/NAME/`.
    pub theme: Vec<(FileId, String)>,
    /// `site.toml`.
    pub settings: Option<FileId>,
    /// Everything else below `content/`, by path below it.
    pub assets: BTreeMap<String, Asset>,
}

/// Sorts files by what they are. Names that begin with `.`, `~` or `_` (but `_index.md`) are for nobody but editors.
pub fn sort(list: &[SourceFile], theme: &str, files: &mut Files, found: &mut Vec<Diagnostic>) -> Walked {
    let mut walked = Walked::default();
    let theme_folder = format!("themes/{theme}/");
    let mut others: Vec<&str> = Vec::new();
    for entry in list {
        let path = entry.path.as_str();
        if path == "site.toml" {
            walked.settings = Some(files.intern(path));
        } else if let Some(below) = path.strip_prefix(&theme_folder) {
            if !is_private(below) {
                walked.theme.push((files.intern(path), below.to_owned()));
            }
        } else if let Some(below) = path.strip_prefix("content/") {
            content(entry, below, files, &mut walked, found);
        } else if let Some((other, _)) = path.strip_prefix("themes/").and_then(|below| below.split_once('/'))
            && !others.contains(&other)
        {
            others.push(other);
            found.push(other_theme(theme, other, files.intern(path)));
        }
    }
    walked
}

/// Says once for each folder that is not the site's theme.
fn other_theme(theme: &str, other: &str, file: FileId) -> Diagnostic {
    let message = format!("nothing in `themes/{other}/` is used: the theme of this site is `{theme}`");
    Diagnostic::warning("unused-theme-file", message).at(Span::whole(file)).help(format!(
        "call the folder `themes/{theme}`, or write `theme = \"{other}\"` in site.toml; or take the folder away"
    ))
}

fn content(entry: &SourceFile, below: &str, files: &mut Files, walked: &mut Walked, found: &mut Vec<Diagnostic>) {
    let id = files.intern(&entry.path);
    if let Some(name) = below.strip_prefix("data/") {
        walked.data.insert(name.to_owned(), id);
        return;
    }
    let lower = below.to_lowercase();
    let is_page = lower.ends_with(".md") || lower.ends_with(".markdown");
    if is_page && entry.size > LARGEST_PAGE {
        found.push(
            Diagnostic::error("oversized-page", format!("this page is {} MB long", entry.size >> 20))
                .at(Span::whole(id))
                .help("split it into several pages: no reader gets through more than 4 MB of text, and no page was made of this")
                .always_stops(),
        );
    } else if is_page && !is_private_page(below) {
        walked.pages.push((id, entry.path.clone()));
    } else if !is_page && !is_private(below) {
        let address = format!("/{below}");
        walked.assets.insert(
            below.to_owned(),
            Asset { file: id, bytes: entry.size, address, size: None, media: MediaHead::default(), is_animated: false },
        );
    }
}

fn is_private(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with(['.', '~', '_']))
}

fn is_private_page(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    is_private(folder) || (is_private(name) && !name.starts_with("_index."))
}
