//! Looks across all finished pages, of a site or of a folder: what is kept of each, and what a rule is given.
//!
//! A worker reads what matters out of a page while its HTML is in hand ([`Kept`]); [`Pages`] takes it in one page after
//! the other, in order, so that of a thousand pages with one menu the menu is held once.

mod addresses;
mod orders;
mod requests;

use std::collections::{BTreeMap, BTreeSet};

pub use addresses::{Addresses, Target, root_of};
pub use orders::Turned;

use super::{FinishedContext, context};
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};
use crate::model::{Kind, Page, Site};
use crate::source::{FileId, Span};
use orders::{Order, Orders};

/// What is kept of a finished page.
#[derive(Debug, Default)]
pub struct Kept {
    orders: Vec<Order>,
    alternates: Option<Vec<u32>>,
    has_statement: Option<bool>,
    requests: Vec<(String, Asked)>,
    has_styles: bool,
    prints: bool,
    /// The scripts in it of which there is something to say, each by what it is known by.
    pub(super) scripts: Vec<(u64, Vec<Diagnostic>)>,
}

/// What is asked of a host.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The first place; nothing in pages that somebody else than the author made.
    pub span: Option<Span>,
    /// The first address as written.
    pub address: String,
    /// How many times it is asked for something.
    pub count: u32,
}

/// A page among others.
#[derive(Clone, Copy, Debug)]
pub enum Own<'o> {
    /// A page of a site, with the links that lead to its accessibility statement.
    Page(&'o Page, &'o [String]),
    /// A file of a folder, by its path in it and its id.
    File(&'o str, FileId),
}

/// The links that lead to the accessibility statement of a site, one in each language.
pub fn statements(site: &Site) -> Vec<String> {
    let pages = site.pages.iter().filter(|page| page.kind == Kind::Statement);
    pages.map(|page| site.settings.href(&page.address)).collect()
}

impl Kept {
    /// Reads a page. Its links to other languages that lead nowhere are reported at once.
    pub fn read(
        context: &FinishedContext<'_>,
        own: Own<'_>,
        addresses: &Addresses<'_>,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let path = match own {
            Own::Page(page, _) => page.address.trim_start_matches('/'),
            Own::File(path, _) => path,
        };
        let is_left = context.document.all(Name::Meta).any(|meta| meta.says("http-equiv", "refresh"));
        if !context.document.is_whole() || is_left {
            return Self::default();
        }
        let (requests, has_styles, prints) = match own {
            Own::Page(..) => (Vec::new(), false, false),
            Own::File(_, file) => of_file(context, file, addresses),
        };
        Self {
            orders: orders::read(context, path),
            alternates: alternates(context, path, addresses, found),
            has_statement: Some(has_statement(context, own)),
            requests,
            has_styles,
            prints,
            scripts: Vec::new(),
        }
    }

    /// Reads a style sheet of a folder.
    pub fn read_styles(css: &str, file: FileId, addresses: &Addresses<'_>) -> Self {
        let requests = requests::of_styles(css).into_iter().map(|request| (request, file));
        Self {
            requests: gathered(requests, addresses.host()),
            has_styles: true,
            prints: super::css::prints(css),
            ..Self::default()
        }
    }
}

/// What only matters in a folder: requests to other hosts, whether there are styles, and any for paper.
fn of_file(
    context: &FinishedContext<'_>,
    file: FileId,
    addresses: &Addresses<'_>,
) -> (Vec<(String, Asked)>, bool, bool) {
    let requests = requests::of_page(context).into_iter().map(|request| (request, file));
    let canonical = canonical(context);
    let host = canonical.as_deref().and_then(addresses::host).or(addresses.host());
    let links = || context.document.all(Name::Link).filter(|link| rel(link, "stylesheet"));
    let blocks = || context.document.all(Name::Style);
    let for_paper = |element: &Element<'_, '_>| element.attribute("media").is_some_and(|media| css_prints(&media));
    let prints = links().any(|link| for_paper(&link))
        || blocks().any(|block| for_paper(&block) || block.raw_text().is_some_and(super::css::prints));
    // Of styles that lie elsewhere nothing is known.
    let is_elsewhere = |link: Element<'_, '_>| {
        let href = link.attribute("href").unwrap_or_default();
        addresses::host(&href).is_some_and(|named| Some(named) != host)
    };
    let has_styles = blocks().next().is_some();
    (gathered(requests, host), has_styles, prints || links().any(is_elsewhere))
}

fn css_prints(media: &str) -> bool {
    media.to_ascii_lowercase().contains("print")
}

/// Requests to other hosts than the pages' own, by host.
fn gathered(requests: impl Iterator<Item = (requests::Request, FileId)>, own: Option<&str>) -> Vec<(String, Asked)> {
    let mut hosts: BTreeMap<String, Asked> = BTreeMap::new();
    for (request, file) in requests {
        if own.is_some_and(|own| own.eq_ignore_ascii_case(&request.host)) {
            continue;
        }
        let asked = hosts.entry(request.host).or_insert_with(|| Asked {
            span: Some(Span::new(file, request.range)),
            address: request.address,
            count: 0,
        });
        asked.count += 1;
    }
    hosts.into_iter().collect()
}

fn rel(link: &Element<'_, '_>, word: &str) -> bool {
    link.raw("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word)))
}

/// The address that a page calls its own.
pub(super) fn canonical(context: &FinishedContext<'_>) -> Option<String> {
    let link = context.document.all(Name::Link).find(|link| rel(link, "canonical"))?;
    link.attribute("href").map(|href| href.trim_ascii().to_owned())
}

/// The pages that this one names as the same in another language. Nothing where that cannot be known: the page stands
/// in for another one, or its addresses count from elsewhere.
fn alternates(
    context: &FinishedContext<'_>,
    path: &str,
    addresses: &Addresses<'_>,
    found: &mut Vec<Diagnostic>,
) -> Option<Vec<u32>> {
    if context.document.all(Name::Base).next().is_some() {
        return None;
    }
    let own = addresses.target(path, "");
    let stands_in = canonical(context).is_some_and(|canonical| addresses.target(path, &canonical) != own);
    let mut pages = Vec::new();
    for link in context.document.all(Name::Link).filter(|link| rel(link, "alternate") && link.has("hreflang")) {
        let is_page = link.raw("type").is_none_or(|kind| kind.trim().eq_ignore_ascii_case("text/html"));
        let Some(href) = link.attribute("href").filter(|_| is_page) else { continue };
        match addresses.target(path, &href) {
            Target::Page(page) => pages.push(page),
            Target::Missing => found.push(super::rules::broken_alternate::missing(context, &link, &href)),
            Target::Elsewhere => {}
        }
    }
    pages.sort_unstable();
    pages.dedup();
    (!stands_in).then_some(pages)
}

fn has_statement(context: &FinishedContext<'_>, own: Own<'_>) -> bool {
    /// "Accessibility" as it stands in addresses and words: in English, French and Portuguese, in Spanish, in Polish and
    /// in Welsh, without a letter that may be a capital.
    const WORDS: [&str; 5] = ["ccessib", "ccesib", "ostępno", "ostepno", "ygyrch"];
    let says = |text: &str| WORDS.iter().any(|word| text.contains(word));
    let mut links = context.document.all(Name::A);
    match own {
        Own::Page(page, statements) => {
            page.kind == Kind::Statement
                || links.any(|link| link.raw("href").is_some_and(|href| statements.iter().any(|known| known == href)))
        }
        // Words cost more to gather than addresses. The statement itself is known by what it is called.
        Own::File(path, _) => {
            says(path)
                || links.any(|link| link.raw("href").is_some_and(says))
                || context.document.all(Name::A).chain(context.document.all(Name::H1)).any(|named| says(&named.text()))
        }
    }
}

/// What is known of all pages.
#[derive(Debug, Default)]
pub struct Pages {
    orders: Orders,
    /// The pages that name others as the same in another language, with those they name, in order.
    alternates: BTreeMap<u32, Vec<u32>>,
    /// The pages that could have named others.
    judged: BTreeSet<u32>,
    with_statement: u32,
    without_statement: Vec<u32>,
    requests: BTreeMap<String, Asked>,
    /// The first page or style sheet of a folder that has styles.
    styles: Option<u32>,
    prints: bool,
    /// What is said of scripts that stand in pages, each script once, in the order of the pages.
    scripts: BTreeMap<u64, (usize, Vec<Diagnostic>)>,
}

/// Hosts that are told apart.
const MOST_HOSTS: usize = 1_000;
/// Scripts in pages that are told apart.
const MOST_SCRIPTS: usize = 1_000;

impl Pages {
    /// Takes in a page, or a style sheet of a folder.
    pub fn add(&mut self, page: u32, kept: Kept) {
        self.orders.add(page, kept.orders);
        if let Some(alternates) = kept.alternates {
            self.judged.insert(page);
            if !alternates.is_empty() {
                self.alternates.insert(page, alternates);
            }
        }
        match kept.has_statement {
            Some(true) => self.with_statement += 1,
            Some(false) => self.without_statement.push(page),
            None => {}
        }
        for (host, asked) in kept.requests {
            let has_room = self.requests.len() < MOST_HOSTS;
            match self.requests.get_mut(&host) {
                Some(known) => known.count += asked.count,
                None if has_room => drop(self.requests.insert(host, asked)),
                None => {}
            }
        }
        for (text, said) in kept.scripts {
            let place = self.scripts.len();
            match self.scripts.get_mut(&text) {
                Some((_, known)) => known.iter_mut().zip(said).for_each(|(known, more)| known.count += more.count),
                None if place < MOST_SCRIPTS => drop(self.scripts.insert(text, (place, said))),
                None => {}
            }
        }
        self.styles = self.styles.or(kept.has_styles.then_some(page));
        self.prints |= kept.prints;
    }

    /// What is said of scripts that stand in pages: of one that many pages have, once.
    pub(super) fn of_scripts(&self) -> Vec<Diagnostic> {
        let mut scripts: Vec<&(usize, Vec<Diagnostic>)> = self.scripts.values().collect();
        scripts.sort_by_key(|(place, _)| *place);
        scripts.into_iter().flat_map(|(_, said)| said.iter().cloned()).collect()
    }

    /// Takes in what the styles of a site are for.
    pub fn add_styles(&mut self, prints: bool) {
        self.prints |= prints;
    }
}

/// Every page of a site or a folder.
#[derive(Clone, Copy, Debug)]
pub struct PagesContext<'c> {
    pages: &'c Pages,
    whose: Whose<'c>,
}

/// Whose pages are looked at.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'c> {
    /// A site's.
    Site(&'c Site),
    /// Those of a folder, with their paths.
    Folder(&'c [(FileId, String)]),
}

impl<'c> PagesContext<'c> {
    pub(super) fn new(pages: &'c Pages, whose: Whose<'c>) -> Self {
        Self { pages, whose }
    }

    /// Whether they are the files of a folder, without a site.
    pub fn is_folder(&self) -> bool {
        matches!(self.whose, Whose::Folder(_))
    }

    /// What stands in another order than on more than twice as many pages.
    pub fn turned(&self) -> Vec<Turned> {
        self.pages.orders.turned()
    }

    /// The pages that name another as the same in another language, which does not name them; each with the first of
    /// those, in order.
    pub fn one_way(&self) -> Vec<(u32, u32)> {
        let Pages { alternates, judged, .. } = self.pages;
        let names =
            |page: &u32, other: &u32| alternates.get(page).is_some_and(|named| named.binary_search(other).is_ok());
        let of = |(page, named): (&u32, &Vec<u32>)| {
            let lost = named.iter().find(|other| *other != page && judged.contains(other) && !names(other, page));
            lost.map(|other| (*page, *other))
        };
        alternates.iter().filter_map(of).collect()
    }

    /// The pages without a link to the accessibility statement, and the number of those with one.
    pub fn without_statement(&self) -> (&'c [u32], u32) {
        (&self.pages.without_statement, self.pages.with_statement)
    }

    /// What other hosts are asked for.
    pub fn requests(&self) -> impl Iterator<Item = (&'c str, &'c Asked)> {
        self.pages.requests.iter().map(|(host, asked)| (host.as_str(), asked))
    }

    /// Whether there are styles, and none that are meant for paper; in a folder with the first page or sheet that has
    /// any.
    pub fn never_prints(&self) -> Option<&'c [u32]> {
        let Pages { styles, prints, .. } = self.pages;
        let is_known = !self.is_folder() || styles.is_some();
        (is_known && !prints).then_some(styles.as_slice())
    }

    /// What a person calls a page.
    pub fn name(&self, page: u32) -> &'c str {
        match self.whose {
            Whose::Site(site) => &site.pages[page as usize].address,
            Whose::Folder(files) => &files[page as usize].1,
        }
    }

    /// Points a finding at the first of several pages, and names the first few.
    pub fn place(&self, finding: Diagnostic, pages: &[u32]) -> Diagnostic {
        let names: Vec<&str> = pages.iter().map(|page| self.name(*page)).collect();
        // A file says its name itself.
        let is_said = self.is_folder() && names.len() == 1;
        let mut finding = if is_said { finding } else { finding.note(context::first_few(&names)) };
        finding.span = match self.whose {
            Whose::Site(site) => {
                pages.iter().find_map(|page| site.pages[*page as usize].origin.as_ref()).map(|origin| origin.file)
            }
            Whose::Folder(files) => pages.first().map(|page| files[*page as usize].0),
        }
        .map(Span::whole);
        finding
    }
}
