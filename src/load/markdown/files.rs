//! Finds the files that pages show or link to, and says which may be published.

use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::model::{Asset, Publication, Site};
use crate::source::Span;

use crate::html::percent_decoded;

/// Endings of pictures.
pub const PICTURES: &[&str] = &["svg", "png", "jpg", "jpeg", "webp", "avif", "gif"];

/// Endings of what else is published without being asked for: captions, video, audio, PDF.
const OTHERS: &[&str] = &["vtt", "srt", "mp4", "webm", "ogv", "mov", "mp3", "m4a", "ogg", "oga", "wav", "opus", "pdf"];

/// A file that may be published.
#[derive(Clone, Copy, Debug)]
pub struct FoundFile<'s> {
    /// Its path below `content/`.
    pub path: &'s str,
    /// The file.
    pub asset: &'s Asset,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is not there; perhaps another was meant.
    Missing(Option<String>),
    /// It is there twice.
    Ambiguous(String, String),
    /// It is of a kind that is never published, or belongs to a draft.
    Private(PrivateReason),
}

/// Why a file is kept from readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivateReason {
    /// Its ending is not one of those that are published.
    Kind,
    /// Its name begins with `.`, `_` or `~`, or it lies in `data/`.
    Place,
    /// It belongs to a page that is a draft.
    Draft,
}

/// Looks for a file as an author named it on the page at `from`, a path below `content/`.
///
/// A relative name is looked for in the folder named after the page, then beside it; one that begins with `/` from
/// `content/`. The variants of a page share its folder.
///
/// # Errors
/// Why it cannot be used; [`FileProblem::diagnostic`] makes a finding of that.
pub fn resolve_file<'s>(site: &'s Site, from: &str, name: &str) -> Result<FoundFile<'s>, FileProblem> {
    find_file(site, from, name).map_err(|problem| match problem {
        FileProblem::Missing(_) => FileProblem::Missing(meant(site, from, name)),
        other => other,
    })
}

/// The same without a search for what was meant.
///
/// # Errors
/// Why it cannot be used.
pub fn find_file<'s>(site: &'s Site, from: &str, name: &str) -> Result<FoundFile<'s>, FileProblem> {
    let places = places(from, name);
    let mut found = places.iter().filter_map(|path| site.assets.get_key_value(path.as_str()));
    let first = found.next();
    if let (Some((first, _)), Some((second, _))) = (first, found.next()) {
        return Err(FileProblem::Ambiguous(first.clone(), second.clone()));
    }
    match (first, private(site, from, first.map_or(name, |(path, _)| path))) {
        (_, Some(reason)) => Err(FileProblem::Private(reason)),
        (Some((path, asset)), None) => Ok(FoundFile { path, asset }),
        (None, None) => match percent_decoded(name).filter(|decoded| decoded != name) {
            Some(decoded) => find_file(site, from, &decoded),
            None => Err(FileProblem::Missing(None)),
        },
    }
}

/// The paths below `content/` where a name may stand for a file, the first one first.
fn places(from: &str, name: &str) -> Vec<String> {
    if let Some(absolute) = name.strip_prefix('/') {
        return join("", absolute).into_iter().collect();
    }
    let (folder, file) = from.rsplit_once('/').unwrap_or(("", from));
    let stem = file.split('.').next().unwrap_or(file);
    let beside = join(folder, name);
    if stem == "_index" {
        return beside.into_iter().collect();
    }
    let own = if folder.is_empty() { stem.to_owned() } else { format!("{folder}/{stem}") };
    join(&own, name).filter(|own| beside.as_ref() != Some(own)).into_iter().chain(beside).collect()
}

/// Joins a folder and a name, with `.` and `..` worked out; nothing where that leads out of `content/`.
pub fn join(folder: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The part of a path after its last dot, in small letters.
pub fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Whether a file is a picture by its name.
pub fn is_picture(path: &str) -> bool {
    PICTURES.contains(&ending(path).as_str())
}

/// Whether a file is a document that people open apart, such as a PDF.
pub fn is_document(path: &str) -> bool {
    let ending = ending(path);
    !PICTURES.contains(&ending.as_str()) && (ending == "pdf" || !OTHERS.contains(&ending.as_str()))
}

fn private(site: &Site, from: &str, path: &str) -> Option<PrivateReason> {
    let hidden = |part: &str| part.starts_with(['.', '_', '~']) && part != "." && part != "..";
    if path.split('/').any(hidden) || path.trim_start_matches('/').starts_with("data/") {
        return Some(PrivateReason::Place);
    }
    let ending = ending(path);
    let listed =
        site.settings.publish_types.iter().any(|kind| kind.trim_start_matches('.').eq_ignore_ascii_case(&ending));
    if !listed && !PICTURES.contains(&ending.as_str()) && !OTHERS.contains(&ending.as_str()) {
        return Some(PrivateReason::Kind);
    }
    let mut folder = path.trim_start_matches('/');
    while let Some((above, _)) = folder.rsplit_once('/') {
        let owner = site.by_path.get(&format!("{above}.md")).map(|id| site.page(*id));
        let is_draft = owner.is_some_and(|page| page.publication == Publication::Draft);
        let is_own = from.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'));
        if is_draft && !is_own {
            return Some(PrivateReason::Draft);
        }
        folder = above;
    }
    None
}

/// The file that was probably meant: one of the same name elsewhere, or one with nearly the same path.
fn meant(site: &Site, from: &str, name: &str) -> Option<String> {
    let places = places(from, name);
    let wanted = places.last()?;
    let file_name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let wanted_name = file_name(wanted);
    let allowed = |path: &&String| private(site, from, path).is_none();
    let same_name = site.assets.keys().filter(allowed).find(|path| file_name(path) == wanted_name);
    let near =
        || places.iter().find_map(|place| did_you_mean(place, site.assets.keys().filter(allowed).map(String::as_str)));
    same_name.map(String::as_str).or_else(near).map(|path| format!("/{path}"))
}

impl FileProblem {
    /// The finding for a file that an author named at a place.
    pub fn diagnostic(&self, name: &str, span: Span) -> Diagnostic {
        match self {
            Self::Missing(meant) => Diagnostic::error("missing-file", format!("there is no file `{name}`"))
                .at(span)
                .help("a file is looked for in the folder named after the page, then beside it; from the top with a leading `/`")
                .maybe_help(meant.as_ref().map(|meant| format!("did you mean `{meant}`?"))),
            Self::Ambiguous(first, second) => {
                Diagnostic::error("ambiguous-file", format!("there are two files called `{name}`"))
                    .at(span)
                    .help(format!("write `/{first}` or `/{second}`, or take one of them away"))
            }
            Self::Private(reason) => {
                let (why, help) = match reason {
                    PrivateReason::Kind => (
                        "spreadsheets, Word files and the like can hold what nobody meant to publish",
                        "save it as a PDF or write it as a page; `[files] publish` in `site.toml` allows more kinds",
                    ),
                    PrivateReason::Place => (
                        "files in `data/`, and names that begin with `.`, `_` or `~`, are for editors only",
                        "put a copy with another name beside the page",
                    ),
                    PrivateReason::Draft => {
                        ("it belongs to a page that is a draft", "publish that page, or put a copy of the file beside this one")
                    }
                };
                Diagnostic::error("private-file", format!("`{name}` is a file that is never published"))
                    .at(span)
                    .note(why)
                    .help(help)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_in_the_pages_folder_then_beside_it() {
        assert_eq!(places("services/hub.easy.md", "map.svg"), ["services/hub/map.svg", "services/map.svg"]);
        assert_eq!(places("services/_index.pl.md", "./map.svg"), ["services/map.svg"]);
        assert_eq!(places("hub.md", "../map.svg"), ["map.svg"]);
        assert_eq!(places("services/hub.md", "/img/map.svg"), ["img/map.svg"]);
        assert_eq!(places("hub.md", "../../map.svg"), Vec::<String>::new());
    }
}
