//! Finds what an author's link leads to.

use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::model::{LinkTarget, Page, PageId, Publication, Site};
use crate::source::Span;

use super::files::{ending, find_file, join, resolve_file};
use crate::html::percent_decoded;

/// A link as it is written, in its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What stands before `?` and `#`.
    pub path: &'a str,
    /// What stands between `?` and `#`, with the `?`; empty without.
    pub query: &'a str,
    /// What stands after `#`; nothing without.
    pub fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    /// Takes a link apart.
    pub fn of(href: &'a str) -> Self {
        let (rest, fragment) = href.split_once('#').map_or((href, None), |(rest, fragment)| (rest, Some(fragment)));
        let at = rest.find('?').unwrap_or(rest.len());
        Self { path: &rest[..at], query: &rest[at..], fragment: fragment.filter(|fragment| !fragment.is_empty()) }
    }
}

/// The scheme of an address in small letters, such as `https`; nothing for a path.
pub fn scheme(href: &str) -> Option<String> {
    let (scheme, _) = href.split_once(':')?;
    let mut letters = scheme.chars();
    let starts_well = letters.next().is_some_and(|letter| letter.is_ascii_alphabetic());
    let goes_on_well = letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    (starts_well && goes_on_well).then(|| scheme.to_ascii_lowercase())
}

/// Looks up a link to a page or a file of the site, by content path or by address, as a page's author wrote it.
///
/// A page is led to the variant for this page's reader, unless the author named a variant or another form of this very
/// page; only then does the fragment stand for a heading of the page that is led to, so it is dropped otherwise.
/// A file is named by its path below `content/`. An address of another site is [`LinkTarget::Missing`].
pub fn resolve_link(site: &Site, from: &Page, href: &str) -> LinkTarget {
    match target(site, from, href) {
        LinkTarget::Page(to, Some(place)) => LinkTarget::Page(site.page_with(to, &place), Some(place)),
        other => other,
    }
}

fn target(site: &Site, from: &Page, href: &str) -> LinkTarget {
    let parts = Parts::of(own_part(site, href));
    if parts.path.is_empty() {
        return LinkTarget::Page(from.id, parts.fragment.map(decoded));
    }
    if let Some(named) = page_at(site, from, parts.path) {
        return lead(site, from, named, parts.fragment);
    }
    match find_file(site, path_of(from), parts.path) {
        Ok(found) => LinkTarget::File(found.path.to_owned()),
        Err(_) => match percent_decoded(parts.path).filter(|path| path != parts.path) {
            Some(path) => {
                page_at(site, from, &path).map_or(LinkTarget::Missing, |named| lead(site, from, named, parts.fragment))
            }
            None => {
                moved(site, parts.path).map_or(LinkTarget::Missing, |named| lead(site, from, named, parts.fragment))
            }
        },
    }
}

/// A link written with the site's own `base_url`, without it.
fn own_part<'a>(site: &Site, href: &'a str) -> &'a str {
    match href.strip_prefix(site.settings.base_url.as_str()) {
        Some("") => "/",
        Some(rest) if rest.starts_with(['/', '?', '#']) => rest,
        _ => href,
    }
}

/// Whether a link written as a whole web address leads to this site.
pub fn is_own(site: &Site, href: &str) -> bool {
    own_part(site, href).len() != href.len()
}

fn decoded(fragment: &str) -> String {
    percent_decoded(fragment).unwrap_or_else(|| fragment.to_owned())
}

fn path_of(page: &Page) -> &str {
    page.origin.as_ref().map_or("", |origin| origin.path.as_str())
}

fn lead(site: &Site, from: &Page, named: PageId, fragment: Option<&str>) -> LinkTarget {
    let page = site.page(named);
    if page.publication != Publication::Live {
        return LinkTarget::Unpublished(named);
    }
    let chosen_by_author = site.group(page.group).main != Some(named) || (page.group == from.group && named != from.id);
    let best = if chosen_by_author { None } else { site.best_for(page.group, from.variant) };
    let target = best.filter(|id| site.page(*id).publication == Publication::Live).unwrap_or(named);
    LinkTarget::Page(target, fragment.filter(|_| target == named).map(decoded))
}

fn page_at(site: &Site, from: &Page, path: &str) -> Option<PageId> {
    let by_address = |path: &str| {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let found = site.by_address.get(path);
        found.or_else(|| if path.ends_with('/') { None } else { site.by_address.get(&format!("{path}/")) }).copied()
    };
    let by_path = |path: &str| {
        let found = site.by_path.get(path);
        let is_whole = path.ends_with(".md") || path.is_empty();
        let longer = |end: &str| if is_whole { None } else { site.by_path.get(&format!("{path}{end}")) };
        found.or_else(|| longer(".md")).or_else(|| longer("/_index.md")).copied()
    };
    if let Some(absolute) = path.strip_prefix('/') {
        return by_address(path).or_else(|| by_path(absolute.trim_end_matches('/')));
    }
    let folder = path_of(from).rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = join(folder, path)?;
    by_path(&joined).or_else(|| by_address(&format!("/{joined}{}", if joined.is_empty() { "" } else { "/" })))
}

/// The page that had this address before.
fn moved(site: &Site, path: &str) -> Option<PageId> {
    let wanted = path.trim_matches('/');
    let had = |page: &&Page| page.common.aliases.iter().any(|alias| alias.trim_matches('/') == wanted);
    if path.starts_with('/') { site.pages.iter().find(had).map(|page| page.id) } else { None }
}

/// The finding for a link that leads nowhere, with what was probably meant.
pub fn broken(site: &Site, from: &Page, href: &str, span: Span) -> Diagnostic {
    if let Some(whole) = elsewhere(href) {
        return nowhere(href, span).help(format!("write `{whole}`"));
    }
    let path = Parts::of(own_part(site, href)).path;
    if names_file(path)
        && let Err(problem) = resolve_file(site, path_of(from), path)
    {
        return problem.diagnostic(path, span);
    }
    nowhere(href, span).maybe_help(meant(site, from, path).map(|meant| format!("did you mean `{meant}`?")))
}

/// The same without a search for what was meant.
pub fn broken_briefly(site: &Site, from: &Page, href: &str, span: Span) -> Diagnostic {
    if let Some(whole) = elsewhere(href) {
        return nowhere(href, span).help(format!("write `{whole}`"));
    }
    let path = Parts::of(own_part(site, href)).path;
    match find_file(site, path_of(from), path) {
        Err(problem) if names_file(path) => problem.diagnostic(path, span),
        _ => nowhere(href, span),
    }
}

/// What an address of another site, or an email address, lacks at its front.
fn elsewhere(href: &str) -> Option<String> {
    const ENDINGS: &[&str] = &["uk", "org", "com", "net", "gov", "eu", "info", "example", "wales", "scot"];
    let host = href.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((name, host)) = href.split_once('@') {
        return (!name.is_empty() && host.contains('.') && !host.contains('/')).then(|| format!("mailto:{href}"));
    }
    let is_host = host.starts_with("www.") || host.rsplit_once('.').is_some_and(|(_, end)| ENDINGS.contains(&end));
    is_host.then(|| format!("https://{href}"))
}

fn names_file(path: &str) -> bool {
    !matches!(ending(path).as_str(), "" | "md" | "html" | "htm")
}

fn nowhere(href: &str, span: Span) -> Diagnostic {
    Diagnostic::error("broken-link", format!("this link leads to `{href}`, which is not there"))
        .at(span)
        .help("name a page by its file, such as `../guides/breaks.md`, or by its address, such as `/guides/breaks/`")
}

/// The finding for a link to a page that readers cannot see.
pub fn unpublished(site: &Site, to: PageId, span: Span) -> Diagnostic {
    let page = site.page(to);
    let why = match page.publication {
        Publication::Draft => "is a draft".to_owned(),
        Publication::Future(day) => format!("is not published before {day}"),
        Publication::Expired(day) => format!("expired on {day}"),
        Publication::Live => "is not shown".to_owned(),
    };
    Diagnostic::warning("link-to-unpublished", format!("this link leads to a page that {why}"))
        .at(span)
        .label(format!("`{}`", page.common.safe_title()))
        .help("readers see the words without a link; take the link out, or lead somewhere else")
}

/// The page that was probably meant: one with the same last part elsewhere, or one with nearly the same path.
fn meant(site: &Site, from: &Page, path: &str) -> Option<String> {
    let last = |path: &str| {
        let path = path.trim_end_matches('/').trim_end_matches("/_index.md").trim_end_matches(".md");
        path.rsplit('/').next().unwrap_or_default().to_lowercase()
    };
    let wanted = last(path);
    let public = || site.pages.iter().filter(|page| page.is_public());
    if path.ends_with(".md") {
        let folder = path_of(from).rsplit_once('/').map_or("", |(folder, _)| folder);
        let whole = if path.starts_with('/') { join("", path) } else { join(folder, path) }?;
        let paths = || public().filter_map(|page| page.origin.as_ref()).map(|origin| origin.path.as_str());
        let same = paths().find(|path| last(path) == wanted);
        return same.or_else(|| did_you_mean(&whole, paths())).map(|path| relative(folder, path));
    }
    let same = public().find(|page| !wanted.is_empty() && last(&page.address) == wanted);
    same.map(|page| page.address.as_str())
        .or_else(|| did_you_mean(path, public().map(|page| page.address.as_str())))
        .map(str::to_owned)
}

/// A path below `content/` as it is written on a page in some folder.
fn relative(folder: &str, path: &str) -> String {
    let here: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let there: Vec<&str> = path.split('/').collect();
    let same = here.iter().zip(&there[..there.len() - 1]).take_while(|(a, b)| a == b).count();
    let ups = std::iter::repeat_n("..", here.len() - same);
    ups.chain(there[same..].iter().copied()).collect::<Vec<_>>().join("/")
}
