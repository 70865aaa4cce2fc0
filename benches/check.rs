//! Measures the checker: what its rules cost for a page in a build, and for a page of a folder of HTML.
//!
//!     cargo bench --bench check                    # the demonstration site
//!     SITE=path/to/site cargo bench --bench check  # any other
//!
//! Times are of one thread, the middle of five runs; compare ratios of one machine and one hour. Where the system tells
//! them (Linux, to about 4 ms), they are those on a processor, so that other programs do not count.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use signpost::check::{self, Check, FinishedContext, RULES, Words};
use signpost::html::Document;
use signpost::html::access::Access;
use signpost::load::{self, Parsed};
use signpost::model::{Page, Site};
use signpost::project::{Options, Project};
use signpost::sink::{Body, Memory};
use signpost::source::{Disk, FileId, Sources};
use signpost::theme::Theme;

const RUNS: usize = 5;
/// Rules that are named: those that cost most.
const NAMED: usize = 8;

fn main() {
    let site = std::env::var("SITE").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let disk = Arc::new(Disk::new(Path::new(&site)).expect("the site's folder can be read"));
    let options = Options { threads: 1, keep_going: true, ..Options::default() };
    let project = Project::open(Arc::clone(&disk) as Arc<dyn Sources>, options);
    let mut project = project.unwrap_or_else(|error| panic!("the site cannot be opened: {error}"));
    let pages = build(&mut project);
    let of_words = words(project.site(), disk.as_ref());
    let of_html = html(&project, &pages);
    show("all rules of a page in a build", of_words + of_html, pages.len(), pages.values().map(String::len).sum());
    folder(&pages.into_values().collect::<Vec<_>>());
}

/// The pages of a site, by address.
fn build(project: &mut Project) -> BTreeMap<String, String> {
    let mut sink = Memory::new();
    project.build(&mut sink).unwrap_or_else(|error| panic!("the site cannot be built: {error}"));
    let page = |(path, body): (&String, &Arc<Body>)| match body.as_ref() {
        Body::Bytes(bytes) => {
            let address = format!("/{}", path.strip_suffix("index.html")?);
            Some((address, String::from_utf8(bytes.clone()).ok()?))
        }
        Body::Copy(_) => None,
    };
    sink.published().iter().filter_map(page).collect()
}

/// The rules that look at a page's finished HTML.
fn html(project: &Project, pages: &BTreeMap<String, String>) -> Duration {
    let (site, theme) = (project.site(), project.theme());
    let known: Vec<_> =
        pages.iter().filter_map(|(address, html)| Some((html, *site.by_address.get(address)?))).collect();
    let whole = check::Whole::new(site, theme);
    let look = || known.iter().for_each(|(html, page)| drop(check::html(html, site.page(*page), &whole)));
    let time = time(look);
    show("rules about a page's HTML", time, known.len(), known.iter().map(|(html, _)| html.len()).sum());
    time
}

/// The rules that look at words, with the reading of English.
fn words(site: &Site, sources: &dyn Sources) -> Duration {
    let (theme, gathered) = (Theme::new(&[], &mut Vec::new()), check::Gathered::of(site));
    let parse = |page: &Page| {
        let text = sources.read(&format!("content/{}", page.origin.as_ref()?.path)).ok()?;
        let text = String::from_utf8(text).ok()?;
        Some((page.id, load::parse(page, &text, site, &theme)))
    };
    let parsed: Vec<_> = site.public_pages().filter(|page| page.copy.is_none()).filter_map(parse).collect();
    let size = parsed.iter().map(|(_, parsed)| parsed.prose.text.len()).sum();
    let time = time(|| {
        for (page, Parsed { facts, text, prose, .. }) in &parsed {
            drop(check::page(site.page(*page), Words { facts, text, prose }, &gathered, site));
        }
    });
    show("rules about words", time, parsed.len(), size);
    time
}

/// The rules that look at finished HTML, as for a folder without a site.
fn folder(pages: &[String]) {
    let size = bytes(pages);
    let addresses = check::Addresses::of_folder(std::iter::once("a.html"), None);
    let whole = time(|| pages.iter().for_each(|html| drop(check::file(html, "a.html", FileId(0), &addresses))));
    show("a folder of HTML", whole, pages.len(), size);
    let parse = time(|| pages.iter().for_each(|html| drop(Document::parse(html))));
    show("  the tree", parse, pages.len(), size);
    let documents: Vec<Document<'_>> = pages.iter().map(|html| Document::parse(html)).collect();
    let access = time(|| documents.iter().for_each(|document| drop(Access::of(document))));
    show("  roles, ids, what is hidden", access, pages.len(), size);
    drop(documents);
    let contexts: Vec<_> = pages.iter().map(|html| FinishedContext::of_file(html, FileId(0))).collect();
    let looks = RULES.iter().flat_map(|rule| rule.checks.iter().map(|check| (rule.name, check)));
    let mut rules: Vec<(Duration, &str)> = looks
        .filter_map(|(name, check)| match check {
            Check::Finished(look) => Some((time(|| contexts.iter().for_each(|c| look(c, &mut Vec::new()))), name)),
            _ => None,
        })
        .collect();
    rules.sort_unstable_by(|a, b| b.cmp(a));
    let all = rules.iter().map(|(time, _)| *time).sum();
    show(&format!("  {} rules", rules.len()), all, pages.len(), size);
    for (time, name) in rules.iter().take(NAMED) {
        show(&format!("    {name}"), *time, pages.len(), size);
    }
}

fn bytes(pages: &[String]) -> usize {
    pages.iter().map(String::len).sum()
}

fn time(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = now();
            run();
            now() - start
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

/// The time that this thread has run so far; on systems that do not tell, the time that has passed.
fn now() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.as_deref().and_then(|line| line.split(' ').next()?.parse().ok());
    spent.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn show(what: &str, time: Duration, pages: usize, bytes: usize) {
    let seconds = time.as_secs_f64().max(f64::MIN_POSITIVE);
    let (each, speed) = (seconds * 1e6 / pages.max(1) as f64, bytes as f64 / seconds / 1e6);
    println!("{what:32} {pages:6} pages {each:9.1} µs a page {speed:9.1} MB a second");
}
