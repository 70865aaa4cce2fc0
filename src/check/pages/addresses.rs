//! Which of a set of pages an address means: the pages of a site, or the files of a folder.

use std::collections::HashMap;

use crate::html::percent_decoded;
use crate::model::Site;

/// Finds pages by their path below the root, without its first stroke.
type Find<'a> = Box<dyn Fn(&str) -> Option<u32> + Send + Sync + 'a>;

/// Where a set of pages lies.
pub struct Addresses<'a> {
    /// The address of the first page, with a stroke at its end; nothing where no page tells it.
    root: Option<String>,
    find: Find<'a>,
}

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
        Self { root: Some(format!("{}/", site.settings.base_url)), find: Box::new(find) }
    }

    /// The files of a folder by their paths within it; each is meant by its place in the list.
    ///
    /// `root` is where the folder is published, if one of its pages says so ([`root_of`]).
    pub fn of_folder(paths: impl Iterator<Item = &'a str>, root: Option<String>) -> Self {
        let places: HashMap<&str, u32> = paths.zip(0..).collect();
        let find = move |path: &str| {
            let place = |path: &str| places.get(path).copied();
            let folder = path.trim_end_matches('/');
            let index = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
            place(path).or_else(|| place(&index)).or_else(|| place(&format!("{folder}.html")))
        };
        Self { root, find: Box::new(find) }
    }

    /// The host of the pages, where it is known.
    pub fn host(&self) -> Option<&str> {
        host(self.root.as_deref()?)
    }

    /// What an address leads to that stands on the page with the path `own` below the root.
    pub fn target(&self, own: &str, href: &str) -> Target {
        let href = href.trim_ascii();
        let path = match self.below_root(own, href) {
            Some(path) => path,
            None => return Target::Elsewhere,
        };
        match percent_decoded(&path).and_then(|path| (self.find)(&path)) {
            Some(page) => Target::Page(page),
            // Where the folder lies on its site is not known, so neither is what lies at a path from the site's top.
            None if self.root.is_none() && href.starts_with('/') => Target::Elsewhere,
            None => Target::Missing,
        }
    }

    /// The path below the root, without its first stroke; nothing for other sites.
    fn below_root(&self, own: &str, href: &str) -> Option<String> {
        let href = href.split(['#', '?']).next().unwrap_or(href);
        if is_absolute(href) {
            let (root, href) = (without_scheme(self.root.as_deref()?), without_scheme(href));
            // `https://example.org` is `https://example.org/`.
            return match href.strip_prefix(root) {
                Some(path) => Some(path.to_owned()),
                None => (format!("{href}/") == root).then(String::new),
            };
        }
        let joined = joined(own, href)?;
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
    let folder = path.strip_suffix("index.html");
    let forms = [Some(path), folder, folder.map(|folder| folder.trim_end_matches('/')), path.strip_suffix(".html")];
    let root = forms.into_iter().flatten().find_map(|form| canonical.strip_suffix(form))?;
    let root = if path == "index.html" && !root.ends_with('/') { format!("{root}/") } else { root.to_owned() };
    (root.ends_with('/') && host(&root).is_some_and(|host| !host.is_empty())).then_some(root)
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
    let folder = if href.starts_with('/') { "" } else { own.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in href.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    let end = if href.ends_with(['/', '.']) && !steps.is_empty() { "/" } else { "" };
    Some(format!("/{}{end}", steps.join("/")))
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
            ("mailto:a@example.org", Target::Elsewhere),
        ] {
            let own = "b/index.html";
            if !href.is_empty() && !href.contains(':') {
                assert_eq!(unknown.target(own, href), target, "{href}");
                assert_eq!(known.target(own, href), target, "{href}");
            }
        }
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
}
