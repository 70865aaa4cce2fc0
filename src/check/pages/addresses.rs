//! Which of a set of pages an address means: the pages of a site, or the files of a folder.

use std::collections::{HashMap, HashSet};

use crate::html::percent_decoded;
use crate::model::Site;

/// Finds pages by their path below the root, without its first stroke.
type Find<'a> = Box<dyn Fn(&str) -> Option<u32> + Send + Sync + 'a>;

/// Where a set of pages lies.
pub struct Addresses<'a> {
    /// The address of the first page, with a stroke at its end; nothing where no page tells it.
    root: Option<String>,
    find: Find<'a>,
    /// The folders at the top; nothing where every page is known, and not a part of them only.
    tops: Option<HashSet<&'a str>>,
}

/// Endings of the names of pages.
const ENDINGS: [&str; 3] = ["html", "htm", "xhtml"];

/// What an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One of the pages.
    Page(u32),
    /// Where one of the pages should be, and none is.
    Missing,
    /// Another site, or a place that cannot be known.
    Elsewhere,
}

impl std::fmt::Debug for Addresses<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Addresses").field("root", &self.root).finish_non_exhaustive()
    }
}

impl<'a> Addresses<'a> {
    /// The pages of a site; each is meant by its id.
    pub fn of_site(site: &'a Site) -> Self {
        let find = |path: &str| site.by_address.get(&format!("/{path}")).map(|id| id.0);
        Self { root: Some(format!("{}/", site.settings.base_url)), find: Box::new(find), tops: None }
    }

    /// The files of a folder by their paths within it; each is meant by its place in the list.
    ///
    /// `root` is where the folder is published, if its pages say so ([`root_of`]). It may be a part of what lies there.
    pub fn of_folder(paths: impl Iterator<Item = &'a str>, root: Option<String>) -> Self {
        let places: HashMap<&str, u32> = paths.zip(0..).collect();
        let tops = places.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
        let find = move |path: &str| {
            let folder = path.trim_end_matches('/');
            let index = if folder.is_empty() { "index".to_owned() } else { format!("{folder}/index") };
            let names =
                [index.as_str(), folder].into_iter().flat_map(|stem| ENDINGS.map(|end| format!("{stem}.{end}")));
            let place = |path: &str| places.get(path).copied();
            place(path).or_else(|| names.into_iter().find_map(|name| place(&name)))
        };
        Self { root, find: Box::new(find), tops: Some(tops) }
    }

    /// The host of the pages, where it is known.
    pub fn host(&self) -> Option<&str> {
        host(self.root.as_deref()?)
    }

    /// What an address leads to that stands on the page with the path `own` below the root.
    pub fn target(&self, own: &str, href: &str) -> Target {
        let href = without_query(href.trim_ascii());
        if href.is_empty() {
            return (self.find)(own).map_or(Target::Elsewhere, Target::Page);
        }
        let Some(path) = self.below_root(own, href) else { return Target::Elsewhere };
        let path = percent_decoded(&path).unwrap_or(path);
        match (self.find)(&path) {
            Some(page) => Target::Page(page),
            None if self.is_known(href, &path) && may_be_page(&path) => Target::Missing,
            None => Target::Elsewhere,
        }
    }

    /// Whether a page at a path below the root would be among the pages.
    fn is_known(&self, href: &str, path: &str) -> bool {
        match &self.tops {
            Some(tops) if href.starts_with('/') || is_absolute(href) => {
                self.root.is_some() && path.split('/').next().is_some_and(|top| tops.contains(top))
            }
            _ => true,
        }
    }

    /// The path below the root, without its first stroke; nothing for other sites.
    fn below_root(&self, own: &str, href: &str) -> Option<String> {
        if is_absolute(href) {
            let (root, href) = (without_scheme(self.root.as_deref()?), without_scheme(href));
            // `https://example.org` is `https://example.org/`.
            return match href.strip_prefix(root) {
                Some(path) => Some(path.to_owned()),
                None => (format!("{href}/") == root).then(String::new),
            };
        }
        // What has another scheme is no path.
        let joined = joined(own, href).filter(|joined| joined.starts_with('/'))?;
        if !href.starts_with('/') {
            return Some(joined.trim_start_matches('/').to_owned());
        }
        let root = self.root.as_deref().map_or("/", |root| {
            let after = without_scheme(root);
            after.find('/').map_or("/", |at| &after[at..])
        });
        joined.strip_prefix(root).map(ToOwned::to_owned)
    }
}

/// Where a folder is published, as the canonical address of one of its pages tells.
pub fn root_of(path: &str, canonical: &str) -> Option<String> {
    let canonical = canonical.trim_ascii();
    if !is_absolute(canonical) {
        return None;
    }
    // `https://example.org` is `https://example.org/`.
    let end = if without_scheme(canonical).contains('/') { "" } else { "/" };
    let canonical = format!("{canonical}{end}");
    let stem = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)?.strip_suffix('.'));
    let folder = stem.and_then(|stem| stem.strip_suffix("index"));
    let folder = folder.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    let forms = [Some(path), folder, folder.map(|folder| folder.trim_end_matches('/')), stem];
    let roots = forms.into_iter().flatten().filter_map(|form| canonical.strip_suffix(form));
    let root = roots.into_iter().find(|root| root.ends_with('/') && !root.contains(['?', '#']))?;
    host(root).is_some_and(|host| !host.is_empty()).then(|| root.to_owned())
}

/// An address on the page with the path `own`, from the top: other pages say the same place in the same way.
/// Nothing where it leads nowhere else, or is no address of a page.
pub fn joined(own: &str, href: &str) -> Option<String> {
    let href = href.trim_ascii();
    if is_absolute(href) {
        return Some(without_scheme(href).to_owned());
    }
    let scheme = href.find([':', '/', '?', '#']).filter(|at| href.as_bytes()[*at] == b':');
    if scheme.is_some() {
        return Some(href.to_owned());
    }
    if href.starts_with('#') {
        return None;
    }
    let path = without_query(href);
    let query = &href[path.len()..];
    if path.is_empty() {
        return Some(format!("/{own}{query}"));
    }
    let folder = if path.starts_with('/') { "" } else { own.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    let end = if path.ends_with(['/', '.']) && !steps.is_empty() { "/" } else { "" };
    Some(format!("/{}{end}{query}", steps.join("/")))
}

/// An address without what begins at its `?` or `#`.
fn without_query(href: &str) -> &str {
    href.split(['#', '?']).next().unwrap_or(href)
}

/// Whether the name at the end of a path can be a page's: files of other kinds are in no set of pages.
fn may_be_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').is_none_or(|(_, ending)| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// The host of an address with a host, with its port, as written.
pub fn host(address: &str) -> Option<&str> {
    let rest = is_absolute(address).then(|| without_scheme(address))?;
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or(rest);
    Some(host.rsplit('@').next().unwrap_or(host))
}

/// Whether an address names its host.
pub fn is_absolute(href: &str) -> bool {
    href.starts_with("//") || without_scheme(href).len() < href.len()
}

fn without_scheme(href: &str) -> &str {
    let scheme = ["https://", "http://", "//"]
        .into_iter()
        .find(|scheme| href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    scheme.map_or(href, |scheme| &href[scheme.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_found_by_what_its_pages_call_themselves() {
        for (path, canonical, root) in [
            ("index.html", "https://a.example", Some("https://a.example/")),
            ("index.html", "https://a.example/docs/", Some("https://a.example/docs/")),
            ("b/index.html", "https://a.example/b/", Some("https://a.example/")),
            ("b/index.html", "https://a.example/b", Some("https://a.example/")),
            ("b/c.html", "https://a.example/x/b/c", Some("https://a.example/x/")),
            ("b/c.html", "https://a.example/c.html", None),
            ("b/c.html", "/b/c.html", None),
            ("b/index.htm", "https://a.example/b/", Some("https://a.example/")),
            ("b/c.xhtml", "https://a.example/b/c", Some("https://a.example/")),
            ("b/findex.html", "https://a.example/b/f", None),
            ("index.html", "https://a.example/index.html", Some("https://a.example/")),
            ("index.html", "https://a.example/home", None),
            ("index.html", "https://a.example/home?x=1", None),
            ("index.html", "https://a.example?x=1", None),
            ("b/index.html", "https://a.example/?at=/b/", None),
            ("b/index.html", "https://a.example/#/b/", None),
        ] {
            assert_eq!(root_of(path, canonical).as_deref(), root, "{path} {canonical}");
        }
    }

    #[test]
    fn addresses_lead_to_files_of_the_folder() {
        let paths = ["index.html", "b/index.html", "b/c.html", "pl/b/index.html"];
        let known = Addresses::of_folder(paths.into_iter(), Some("https://a.example/x/".into()));
        let unknown = Addresses::of_folder(paths.into_iter(), None);
        for (href, target) in [
            ("", Target::Page(1)),
            ("c.html#top", Target::Page(2)),
            ("c", Target::Page(2)),
            ("../pl/b/", Target::Page(3)),
            ("..", Target::Page(0)),
            ("d.html", Target::Missing),
            ("d", Target::Missing),
            ("d/", Target::Missing),
            ("leaflet-cy.pdf", Target::Elsewhere),
            ("v1.2/", Target::Missing),
            ("?lang=pl", Target::Page(1)),
            ("#top", Target::Page(1)),
            ("mailto:a@example.org", Target::Elsewhere),
            ("android-app://org.example/http/a.example/", Target::Elsewhere),
        ] {
            let own = "b/index.html";
            assert_eq!(unknown.target(own, href), target, "{href}");
            assert_eq!(known.target(own, href), target, "{href}");
        }
        assert_eq!(known.target("b/c.html", "?lang=pl"), Target::Page(2));
        assert_eq!(known.target("index.html", "https://a.example/x"), Target::Page(0));
        assert_eq!(known.target("index.html", "http://a.example/x/pl/b/?q=1"), Target::Page(3));
        assert_eq!(known.target("index.html", "https://a.example/x/pl/"), Target::Missing);
        assert_eq!(known.target("index.html", "https://a.example/y/"), Target::Elsewhere);
        assert_eq!(known.target("index.html", "/x/b/c.html"), Target::Page(2));
        assert_eq!(known.target("index.html", "/b/c.html"), Target::Elsewhere);
        assert_eq!(unknown.target("index.html", "/b/c.html"), Target::Page(2));
        assert_eq!(unknown.target("index.html", "/nowhere/"), Target::Elsewhere);
        assert_eq!(known.host(), Some("a.example"));
    }

    #[test]
    fn pages_are_found_by_every_ending() {
        let paths = ["cy/index.htm", "pl/index.xhtml", "a.htm", "b.xhtml", "100%.html"];
        let addresses = Addresses::of_folder(paths.into_iter(), None);
        for (href, target) in [("cy/", 0), ("pl", 1), ("a", 2), ("b", 3), ("B.HTM", 9), ("b.xhtml", 3)] {
            let target = if target == 9 { Target::Missing } else { Target::Page(target) };
            assert_eq!(addresses.target("100%.html", href), target, "{href}");
        }
        assert_eq!(addresses.target("100%.html", "?a=b"), Target::Page(4));
    }

    #[test]
    fn of_a_part_of_a_site_the_rest_is_not_known() {
        let paths = ["index.html", "pl/b/index.html"];
        let known = Addresses::of_folder(paths.into_iter(), Some("https://a.example/".into()));
        for (href, target) in [
            ("https://a.example/pl/c/", Target::Missing),
            ("/pl/c/", Target::Missing),
            ("https://a.example/cy/b/", Target::Elsewhere),
            ("/cy/b/", Target::Elsewhere),
            ("https://a.example/cy", Target::Elsewhere),
            ("cy/b/", Target::Missing),
        ] {
            assert_eq!(known.target("index.html", href), target, "{href}");
        }
    }

    #[test]
    fn an_address_is_joined_without_what_is_asked_of_it() {
        for (own, href, whole) in [
            ("b/c.html", "?lang=pl", Some("/b/c.html?lang=pl")),
            ("b/c.html", "d?back=/a/../e#f", Some("/b/d?back=/a/../e#f")),
            ("b/c.html", "../?a", Some("/?a")),
            ("b/c.html", "#d", None),
            ("b/c.html", "mailto:a@example.org?subject=/", Some("mailto:a@example.org?subject=/")),
        ] {
            assert_eq!(joined(own, href).as_deref(), whole, "{href}");
        }
    }

    #[test]
    fn a_look_that_fails_is_named_and_loses_no_finding() {
        let failing = Addresses {
            root: None,
            find: Box::new(|_: &str| -> Option<u32> { panic!("no page is found") }),
            tops: None,
        };
        let html = "<!doctype html><html lang=\"en\"><head><title>A</title></head><body><main><h1>A</h1>\
                    <video src=\"hub.mp4\" controls></video></main></body></html>";
        let (found, _) = crate::check::file(html, "a.html", crate::source::FileId(0), &failing);
        let said = |rule: &str| found.iter().filter(|finding| finding.rule == rule).count();
        assert_eq!((said("uncaptioned-video"), said("internal-error")), (1, 1));
        let failed = found.iter().find(|finding| finding.rule == "internal-error").expect("it is there");
        assert!(failed.message.contains("broken-alternate") && failed.span.is_some());
    }
}
