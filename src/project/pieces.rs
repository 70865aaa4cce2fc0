//! Parts that many pages share, such as the header, the foot and the icons: finished once, and put in last.
//!
//! A page is cut where such a part stands. What is left of it, with an empty element in each cut, goes through the passes
//! that follow rendering; the part's own finished form takes that place again. A page comes out with the same bytes as one
//! that was never cut. A part is finished by itself when it is met for the second time, so that what is never met again
//! costs one number; a part in which anything was found is never cut out, so that each page reports it.

use std::collections::hash_map::DefaultHasher;
use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

use memchr::memmem;

use crate::check::Secrets;
use crate::model::{Page, Site};
use crate::post;
use crate::render::{Bundle, Finished, Needs};

/// The attribute by which the empty element in a cut is known.
const CUT: &str = " data-cut=";

/// Parts that are looked at after a page's second, at most. What a site shares are a few hundred.
const MOST: usize = 1 << 16;

/// What finishing a part takes.
pub(super) struct Tools<'t> {
    pub(super) site: &'t Site,
    pub(super) post: &'t post::Context,
    pub(super) secrets: &'t Secrets,
    pub(super) bundle: &'t Bundle,
}

/// A part that many pages share.
struct Piece {
    /// Its HTML as it was rendered.
    rendered: Box<str>,
    /// After the pass of every concern, still with its source marks.
    posted: String,
    /// As it is published.
    finished: Finished,
}

/// All shared parts of a build, by a number made of their HTML and the language of their page.
#[derive(Default)]
pub(super) struct Pieces {
    seen: RwLock<HashSet<u64>>,
    known: RwLock<HashMap<u64, Arc<Piece>>>,
}

/// A page without the parts that it shares.
pub(super) struct Cut {
    /// What is left of it.
    pub(super) html: String,
    pieces: Vec<Arc<Piece>>,
}

impl Pieces {
    /// Cuts the shared parts out of a rendered page.
    pub(super) fn cut(&self, html: String, page: &Page, has_raw_html: bool, tools: &Tools<'_>) -> Cut {
        let mut pieces = Vec::new();
        if memmem::find(html.as_bytes(), CUT.as_bytes()).is_some() {
            return Cut { html, pieces };
        }
        let mut left = String::with_capacity(html.len());
        let mut copied = 0;
        for range in shared(&html, has_raw_html) {
            let Some(piece) = self.piece(&html[range.clone()], page, tools) else { continue };
            let name = name_at(&html, range.start);
            left.push_str(&html[copied..range.start]);
            left.push_str(&format!("<{name}{CUT}{}></{name}>", pieces.len()));
            copied = range.end;
            pieces.push(piece);
        }
        if pieces.is_empty() {
            return Cut { html, pieces };
        }
        left.push_str(&html[copied..]);
        Cut { html: left, pieces }
    }
}

impl Pieces {
    /// A part as other pages have it too; nothing where no page before this one had it, or where it is to be said of each
    /// page what is wrong with it.
    fn piece(&self, rendered: &str, page: &Page, tools: &Tools<'_>) -> Option<Arc<Piece>> {
        let mut hasher = DefaultHasher::new();
        (rendered, page.variant.language).hash(&mut hasher);
        let number = hasher.finish();
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&number).cloned();
        if let Some(piece) = known {
            return (*piece.rendered == *rendered).then_some(piece);
        }
        if !self.seen.read().unwrap_or_else(PoisonError::into_inner).contains(&number) {
            let mut seen = self.seen.write().unwrap_or_else(PoisonError::into_inner);
            if seen.len() < MOST {
                seen.insert(number);
            }
            return None;
        }
        let piece = Arc::new(Piece::finish(rendered, page, tools)?);
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(number, Arc::clone(&piece));
        Some(piece)
    }
}

impl Piece {
    /// Finishes a part by itself; nothing where anything is found in it.
    fn finish(rendered: &str, page: &Page, tools: &Tools<'_>) -> Option<Self> {
        let posted = post::part(rendered, page, tools.site, tools.post);
        let (html, changed) = post::minify(&post::unmark(posted.html.clone()), false);
        let is_clean = posted.diagnostics.is_empty()
            && changed.is_none()
            && post::safety(html.as_bytes(), page, tools.site).is_empty()
            && tools.secrets.look(html.as_bytes(), "", tools.site).is_empty();
        let finished = is_clean.then(|| tools.bundle.finished(html))?;
        Some(Self { rendered: rendered.into(), posted: posted.html, finished })
    }
}

impl Cut {
    /// The whole page again, with its parts as they are after the pass of every concern.
    pub(super) fn posted(&self, html: &str) -> String {
        self.fill(html, |piece| piece.posted.as_str())
    }

    /// The whole page again, with its parts as they are published; what they need is added to what the page needs.
    pub(super) fn finished(&self, html: String, needs: &mut Needs) -> String {
        if self.pieces.is_empty() {
            return html;
        }
        self.fill(&html, |piece| {
            needs.add(&piece.finished.needs);
            &piece.finished.html
        })
    }

    /// Puts a form of each part in its place.
    fn fill<'p>(&'p self, html: &str, mut form: impl FnMut(&'p Piece) -> &'p str) -> String {
        let mut filled =
            String::with_capacity(html.len() + self.pieces.iter().map(|piece| piece.posted.len()).sum::<usize>());
        let mut copied = 0;
        for at in memmem::find_iter(html.as_bytes(), CUT.as_bytes()) {
            let number = html[at + CUT.len()..].split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or("");
            let piece = number.parse().ok().and_then(|number: usize| self.pieces.get(number));
            let start = memchr::memrchr(b'<', &html.as_bytes()[..at]);
            if let (Some(piece), Some(start)) = (piece, start) {
                filled.push_str(&html[copied..start]);
                filled.push_str(form(piece));
                copied = end_of_empty(html, start);
            }
        }
        filled.push_str(&html[copied..]);
        filled
    }
}

/// Where the empty element that begins somewhere ends: in a drawing it may have no end tag.
fn end_of_empty(html: &str, start: usize) -> usize {
    let end = |from: usize| memchr::memchr(b'>', &html.as_bytes()[from..]).map_or(html.len(), |at| from + at + 1);
    let tag = end(start);
    if html[start..tag].ends_with("/>") { tag } else { end(tag) }
}

/// Where parts stand that other pages may have too, in order: the header of the page, its foot, and drawings elsewhere. In
/// `main` an editor's own HTML may hold anything, and nothing is cut.
fn shared(html: &str, has_raw_html: bool) -> Vec<Range<usize>> {
    let main = memmem::find(html.as_bytes(), b"<main").unwrap_or(html.len());
    let after = memmem::rfind(html.as_bytes(), b"</main>").unwrap_or(html.len()).max(main);
    let mut ranges: Vec<Range<usize>> =
        [only(html, "header", 0..main), only(html, "footer", after..html.len())].into_iter().flatten().collect();
    let is_free = |range: &Range<usize>, ranges: &[Range<usize>]| {
        ranges.iter().all(|taken| range.end <= taken.start || taken.end <= range.start)
    };
    let mut at = if has_raw_html { html.len() } else { 0 };
    while let Some(found) = memmem::find(&html.as_bytes()[at..], b"<svg") {
        let start = at + found;
        let Some(end) = memmem::find(&html.as_bytes()[start..], b"</svg>") else { break };
        let drawing = start..start + end + "</svg>".len();
        at = drawing.end;
        let is_simple = memmem::rfind(&html.as_bytes()[drawing.clone()], b"<svg") == Some(0);
        if is_simple && is_free(&drawing, &ranges) {
            ranges.push(drawing);
        }
    }
    ranges.sort_unstable_by_key(|range| range.start);
    ranges
}

/// The one element of a name in a part of a page; nothing where there are several.
fn only(html: &str, name: &str, within: Range<usize>) -> Option<Range<usize>> {
    let part = &html.as_bytes()[within.clone()];
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let start = memmem::find(part, open.as_bytes())?;
    let end = memmem::find(part, close.as_bytes())? + close.len();
    let is_one = memmem::rfind(part, open.as_bytes()) == Some(start) && start < end;
    is_one.then(|| within.start + start..within.start + end)
}

/// The name of the element that begins somewhere.
fn name_at(html: &str, start: usize) -> &str {
    let name = &html[start + 1..];
    &name[..name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample;

    /// Pages with these bodies, one after another: how many parts were cut out of each, and what came of it.
    fn finished(pages: &[(&str, bool)]) -> Vec<(usize, String)> {
        let site = sample::site("", vec![sample::page("/a/", "A")]);
        let (post, secrets, bundle) = (post::Context::new(&site), Secrets::gather(&site), Bundle::default());
        let tools = Tools { site: &site, post: &post, secrets: &secrets, bundle: &bundle };
        let pieces = Pieces::default();
        let finish = |(html, has_raw_html): &(&str, bool)| {
            let page = &site.pages[0];
            let whole = post::minify(&post::page(html, page, &site, &post).html, false).0;
            let cut = pieces.cut((*html).to_owned(), page, *has_raw_html, &tools);
            let posted = post::page(&cut.html, page, &site, &post).html;
            assert_eq!(cut.posted(&posted), post::page(html, page, &site, &post).html, "{html}");
            let made = cut.finished(post::minify(&posted, false).0, &mut Needs::default());
            assert_eq!(made, whole, "{html}");
            (cut.pieces.len(), made)
        };
        pages.iter().map(finish).collect()
    }

    fn page(header: &str, main: &str) -> String {
        format!(
            "<!doctype html><html lang=\"en\"><body>\n<header class=\"top\">\n{header}\n</header>\n<main>\n{main}\n\
             </main>\n<footer> <p>Foot <a href=\"https://other.example/\">Other</a></p> </footer>\n</body></html>"
        )
    }

    #[test]
    fn what_pages_share_is_cut_from_the_second_on_and_no_byte_changes() {
        const ICON: &str = "<svg width=\"10\" viewBox=\"0 0 9 9\"> <path d=\"M0 0\"/> </svg>";
        let pages = [
            page("<p>One <img src=\"/a.png\" alt=\"\"> two</p>", &format!("<p>{ICON} Words {ICON}</p>")),
            page("<p>One <img src=\"/a.png\" alt=\"\"> two</p>", &format!("<ul><li>{ICON} other</li></ul>")),
            page("<p>Other</p>", &format!("<p>a {ICON}</p>")),
        ];
        let counts = |raw: bool| -> Vec<usize> {
            let pages: Vec<(&str, bool)> = pages.iter().map(|page| (page.as_str(), raw)).collect();
            finished(&pages).into_iter().map(|(count, _)| count).collect()
        };
        assert_eq!(counts(false), [1, 3, 2]);
        assert_eq!(counts(true), [0, 2, 1]);
    }

    #[test]
    fn odd_html_is_left_whole() {
        for odd in [
            "<p data-cut=0></p>",
            "<header>a</header><header>b</header><main></main>",
            "</header><header><main></main>",
            "<main><svg><svg></svg></svg></main>",
            "<main><svg>",
            "<header title=\"<main\">é</header>",
            "",
        ] {
            for (_, made) in finished(&[(odd, false), (odd, false), (odd, false)]) {
                assert!(!made.contains("data-cut=1"), "{made}");
            }
        }
    }
}
