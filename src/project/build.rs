//! Makes every page and every file of a site, in order and on all processors.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::clock::Clock;
use super::pieces::{Pieces, Tools};
use super::{Loaded, Options, Report, unreadable};
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Kind, Listing, Node, Page, PageFacts, PageId, Publication, SearchText, Tree};
use crate::render::{Cards, Dressed, Late};
use crate::sink::{Body, Sink};
use crate::source::{FileId, Sources, Span};
use crate::{check, index, load, output, post};

/// Pages that are rendered between two looks at the order: the index takes pages in an order of its own.
const CHUNK: usize = 64;

/// One build while it runs: what every worker may look at.
pub(super) struct Build<'a> {
    sources: &'a dyn Sources,
    loaded: &'a Loaded,
    sink: &'a dyn Sink,
    clock: &'a Clock,
    options: Options,
    secrets: check::Secrets,
    post: post::Context,
    gathered: check::Gathered,
    /// Where the words of records stand, for findings about what templates made of them.
    written: load::Written,
    whole: check::Whole<'a>,
    /// Parts that many pages share.
    pieces: Pieces,
    /// Styles of parts that are written already: many pages share one file.
    styles: Mutex<BTreeSet<String>>,
}

/// What is kept of a page once its text is gone.
#[derive(Default)]
struct Done {
    facts: PageFacts,
    search: Option<SearchText>,
    kept: check::Kept,
    found: Vec<Diagnostic>,
}

impl<'a> Build<'a> {
    /// Gathers what every worker needs.
    pub(super) fn new(
        sources: &'a dyn Sources,
        loaded: &'a Loaded,
        sink: &'a dyn Sink,
        clock: &'a Clock,
        options: Options,
    ) -> Self {
        let site = &loaded.site;
        let (secrets, post) = (check::Secrets::gather(site), post::Context::new(site));
        let (gathered, whole) = (check::Gathered::of(site), check::Whole::new(site, &loaded.theme));
        let gathered = if options.spelling { gathered.with_spelling(site) } else { gathered };
        let (written, pieces, styles) = (load::Written::default(), Pieces::default(), Mutex::default());
        Self { sources, loaded, sink, clock, options, secrets, post, gathered, written, whole, pieces, styles }
    }

    /// Makes everything, in the order in which one thing needs another.
    ///
    /// # Errors
    /// When the sink cannot take a file.
    pub(super) fn everything(&self, report: &mut Report) -> io::Result<()> {
        let Loaded { site, engine, .. } = self.loaded;
        self.put_all(engine.bundle().files.iter().cloned(), report)?;
        let cards = self.cards(&mut report.diagnostics);
        let (facts, pages) = self.pages(&cards, report)?;
        report.diagnostics.extend(self.clock.time("check", || check::across(site, &facts)));
        report.diagnostics.extend(self.clock.time("check", || check::pages(&pages, check::Whose::Site(site))));
        if self.options.external {
            report.external = check::external_links(site, &facts);
        }
        let mut formats = output::files(site);
        formats.extend(output::host_files(site, &facts));
        let icon = site.settings.href(engine.bundle().address("favicon.svg"));
        let (say, day) = (|id: &str, args: &[(&str, &str)]| engine.say(id, args), |day| engine.day(day));
        formats.extend(output::changes(site, &output::Words { say: &say, day: &day, icon }));
        self.put_files(&facts, &formats, report)?;
        let manifests = self.export(report)?;
        let (near, services) = (self.near(report)?, self.listed(report)?);
        self.late_pages(&cards, &manifests, near.as_ref(), &services, report)?;
        self.put_all(formats, report)?;
        self.open_data(report)?;
        self.redirects(report)
    }

    /// Finishes the pages of the main language as they stand on lists.
    fn cards(&self, found: &mut Vec<Diagnostic>) -> Cards {
        let Loaded { site, engine, .. } = self.loaded;
        let listed: BTreeSet<PageId> =
            site.lists.values().flat_map(|list| &list.groups).flat_map(|group| group.items.iter().copied()).collect();
        let listed: Vec<PageId> = listed.into_iter().collect();
        let card = |id: &PageId| {
            let html = self.clock.time("render", || engine.card(site, site.page(*id), 0))?;
            let (html, _) = self.clock.time("minify", || post::minify(&post::unmark(html), false));
            let exposed = self.clock.time("check", || self.last_look(&html, site.page(*id)));
            Ok((engine.bundle().finished(html), exposed))
        };
        let cards: Vec<Result<_, Box<Diagnostic>>> = listed.par_iter().map(card).collect();
        let mut made = Vec::with_capacity(cards.len());
        for (id, card) in listed.into_iter().zip(cards) {
            match card {
                Ok((card, exposed)) => {
                    made.push((id, card));
                    found.extend(exposed);
                }
                // One broken template breaks every card alike: once is enough.
                Err(diagnostic) if found.iter().all(|known| known.message != diagnostic.message) => {
                    found.push(diagnostic.always_stops())
                }
                Err(_) => {}
            }
        }
        Cards::new(made)
    }

    /// Makes every page but the late ones; beside them the index takes in their words, in its own order.
    fn pages(&self, cards: &Cards, report: &mut Report) -> io::Result<(Vec<PageFacts>, check::Pages)> {
        let site = &self.loaded.site;
        let mut facts = vec![PageFacts::default(); site.pages.len()];
        let mut pages = check::Pages::default();
        pages.add_styles(check::prints(&self.loaded.theme));
        let mut early: Vec<&Page> = site.public_pages().filter(|page| !is_late(page)).collect();
        index::sort(site, &mut early);
        let (send, receive) = sync_channel::<SearchText>(CHUNK);
        std::thread::scope(|scope| {
            let indexer = scope.spawn(|| self.index(receive));
            let mut outcome = Ok(());
            for chunk in early.chunks(CHUNK) {
                let done: Vec<io::Result<Done>> = chunk.par_iter().map(|page| self.page(page, cards, None)).collect();
                for (page, done) in chunk.iter().zip(done) {
                    match done {
                        Ok(mut done) => {
                            pages.add(page.id.0, std::mem::take(&mut done.kept));
                            self.take(page, done, &send, &mut facts, report);
                        }
                        Err(error) => outcome = Err(error),
                    }
                }
                if outcome.is_err() {
                    break;
                }
            }
            drop(send);
            match indexer.join() {
                Ok(built) => report.index = Some(built),
                Err(_) => report
                    .diagnostics
                    .push(Diagnostic::error("internal-error", "the search index could not be made").always_stops()),
            }
            outcome.map(|()| (facts, pages))
        })
    }

    fn take(
        &self,
        page: &Page,
        done: Done,
        send: &SyncSender<SearchText>,
        facts: &mut [PageFacts],
        report: &mut Report,
    ) {
        facts[page.id.0 as usize] = done.facts;
        report.diagnostics.extend(done.found);
        if let Some(search) = done.search {
            // It fails only when the index has given up, which is reported when it is asked for.
            let _ = send.send(search);
        }
    }

    fn index(&self, receive: Receiver<SearchText>) -> index::Built {
        let mut builder = index::Builder::new(&self.loaded.site);
        for search in receive {
            self.clock.time("index", || builder.add(&search));
        }
        self.clock.time("index", || builder.finish())
    }

    /// Makes one page, from its file to the sink. A page that cannot be made is a finding, and the rest goes on.
    fn page(&self, page: &Page, cards: &Cards, late: Option<&Late>) -> io::Result<Done> {
        let made = catch_unwind(AssertUnwindSafe(|| self.make(page, cards, late)));
        let (mut done, html) = made.unwrap_or_else(|_| {
            let mut finding =
                Diagnostic::error("internal-error", format!("the page {} could not be made", page.address))
                    .help("this is a mistake in Signpost: please report it, with the page")
                    .always_stops();
            finding.span = page.origin.as_ref().map(|origin| Span::whole(origin.file));
            (Done { found: vec![finding], ..Done::default() }, None)
        });
        let path = file_of(&page.address);
        match html {
            Some(Dressed { html, styles }) => {
                self.clock.time("write", || self.sink.put(&path, Body::Bytes(html.into_bytes())))?;
                self.put_styles(styles)?;
            }
            None => self.sink.keep(&path),
        }
        if let Some((path, bytes)) = output::vcard(&self.loaded.site, page) {
            done.found.extend(self.secrets.look(&bytes, &path, &self.loaded.site));
            self.clock.time("write", || self.sink.put(&path, Body::Bytes(bytes)))?;
        }
        Ok(done)
    }

    /// Writes the styles of a page's parts, once for all pages with the same ones.
    fn put_styles(&self, styles: Option<(String, Vec<u8>)>) -> io::Result<()> {
        let Some((path, css)) = styles else { return Ok(()) };
        let is_new = self.styles.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone());
        if is_new { self.clock.time("write", || self.sink.put(&path, Body::Bytes(css))) } else { Ok(()) }
    }

    fn make(&self, page: &Page, cards: &Cards, late: Option<&Late>) -> (Done, Option<Dressed>) {
        let Loaded { site, theme, engine, .. } = self.loaded;
        let mut done = Done::default();
        let text = match self.clock.time("read", || self.text(page)) {
            Ok(text) => text,
            Err(diagnostic) => {
                done.found.push(*diagnostic);
                return (done, None);
            }
        };
        let parsed = self.clock.time("parse", || match &text {
            Some(text) => load::parse(page, text, site, theme),
            None => load::Parsed::default(),
        });
        drop(text);
        let (mut facts, words, prose, mut tree) = (parsed.facts, parsed.text, parsed.prose, parsed.tree);
        if page.kind == Kind::List(Listing::WholeBooklet) {
            match self.booklet(page, &mut facts) {
                Ok(whole) => tree = whole,
                Err(diagnostic) => {
                    done.found.push(diagnostic.always_stops());
                    return (done, None);
                }
            }
        }
        if !site.parts_of(page).is_empty() {
            tree = load::part_of(tree, page.part, theme);
        }
        // What is wrong with the words of a copy is said of the page itself, at its line.
        let repeats = page.copy.is_some() || page.kind == Kind::List(Listing::WholeBooklet);
        if !repeats {
            done.found.extend(parsed.diagnostics);
            let words = check::Words { facts: &facts, text: &words, prose: &prose };
            done.found.extend(self.clock.time("check", || check::page(page, words, &self.gathered, site)));
        }
        let rendered = self.clock.time("render", || engine.page(site, page, &tree, &facts, cards, late));
        let html = match rendered {
            Ok(html) => html,
            Err(diagnostic) => {
                let mut diagnostic = diagnostic.always_stops();
                diagnostic.span = diagnostic.span.or(page.origin.as_ref().map(|origin| Span::whole(origin.file)));
                done.found.push(diagnostic);
                return (done, None);
            }
        };
        let has_raw_html = tree.has_raw_html;
        let bundle = engine.bundle();
        let tools = Tools { site, post: &self.post, secrets: &self.secrets, bundle };
        let cut = self.clock.time("post", || self.pieces.cut(html, page, has_raw_html, &tools));
        let posted = self.clock.time("post", || post::page(&cut.html, page, site, &self.post));
        let whole = cut.posted(&posted.html);
        let mut looked = self.clock.time("check", || check::html(&whole, page, &self.whole));
        if !repeats {
            self.point(&mut looked.found, page);
            done.found.extend(posted.diagnostics.into_iter().chain(looked.found));
        }
        (facts.ids, done.kept) = (looked.ids, looked.kept);
        facts.terms = check::terms(&whole, site);
        drop(whole);
        let html = self.clock.time("post", || post::unmark(posted.html));
        let (html, changed) = self.clock.time("minify", || post::minify(&html, has_raw_html));
        if let Some(mut changed) = changed {
            changed.span = changed.span.or(page.origin.as_ref().map(|origin| Span::whole(origin.file)));
            done.found.push(changed);
        }
        done.found.extend(self.clock.time("check", || self.last_look(&html, page)));
        let mut needs = bundle.needs(&html);
        let html = cut.finished(html, &mut needs);
        let html = cards.fill(html, &mut needs);
        let dressed = bundle.dress(html, &needs, &site.settings);
        if page.is_listed() && page.origin.is_some() && page.part == 1 {
            done.search = Some(SearchText { page: page.id, text: words });
        }
        if repeats {
            facts.links.clear();
        }
        done.facts = facts;
        (done, Some(dressed))
    }

    /// The last look at what is about to be published of a page. Cards and shared parts are looked at by themselves, once.
    fn last_look(&self, html: &str, page: &Page) -> Vec<Diagnostic> {
        let mut found = post::safety(html.as_bytes(), page, &self.loaded.site);
        found.extend(self.secrets.look(html.as_bytes(), &file_of(&page.address), &self.loaded.site));
        found
    }

    /// Points findings about words that a template shows at the front matter or the record that holds them.
    fn point(&self, found: &mut [Diagnostic], page: &Page) {
        if found.iter().all(|finding| finding.shown.is_empty()) {
            return;
        }
        let written = self.written.of_page(page, &self.loaded.site, self.sources);
        for finding in found {
            let shown = std::mem::take(&mut finding.shown);
            if let Some(place) = shown.iter().find_map(|words| written.find(words)) {
                check::point_at_words(finding, place);
            }
        }
    }

    /// Every chapter of the booklet, one after another. What is wrong in a chapter is reported with its own page.
    fn booklet(&self, page: &Page, facts: &mut PageFacts) -> Result<Tree, Box<Diagnostic>> {
        let Loaded { site, theme, engine, .. } = self.loaded;
        let mut whole = Tree::default();
        for chapter in site.chapters(page.variant) {
            let Some(text) = self.text(chapter)? else { continue };
            let parsed = load::parse(chapter, &text, site, theme);
            let html = engine.chapter(site, chapter, &parsed.tree, &parsed.facts)?;
            whole.nodes.push(Node::Html(post::unmark(html)));
            whole.has_raw_html |= parsed.tree.has_raw_html;
            facts.links.extend(parsed.facts.links);
            facts.files.extend(parsed.facts.files);
        }
        Ok(whole)
    }

    /// A page's file as text; nothing for pages that nobody wrote and for those that say only that they have ended.
    fn text(&self, page: &Page) -> Result<Option<String>, Box<Diagnostic>> {
        let Some(origin) = &page.origin else {
            return Ok(None);
        };
        // A sheet of paper has the facts alone.
        if matches!(page.publication, Publication::Expired(_)) || page.kind == Kind::Handout {
            return Ok(None);
        }
        let path = format!("content/{}", origin.path);
        let bytes = self.sources.read(&path).map_err(|error| Box::new(unreadable(origin.file, &path, &error)))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let finding = Diagnostic::error("not-utf-8", "this file is not text in UTF-8").at(Span::whole(origin.file));
            Box::new(finding.note(error.to_string()).always_stops())
        })?;
        Ok(Some(text))
    }

    /// Hands over every file that a published page shows or links to.
    fn put_files(&self, facts: &[PageFacts], formats: &[(String, Vec<u8>)], report: &mut Report) -> io::Result<()> {
        let site = &self.loaded.site;
        let mut used: BTreeSet<FileId> =
            facts.iter().flat_map(|facts| facts.files.iter().map(|used| used.file)).collect();
        used.extend(site.videos.values().flat_map(|video| video.files.iter().copied()));
        used.extend(site.recordings.values().filter_map(|recording| recording.file));
        let mark = site.settings.token("mark").map(|path| path.trim_start_matches('/'));
        let documents: BTreeSet<&str> = site
            .public_pages()
            .filter_map(|page| match &page.details {
                Details::Strategy(strategy) => {
                    Some(strategy.documents.iter().filter_map(|document| document.path.as_deref()))
                }
                _ => None,
            })
            .flatten()
            .collect();
        for (path, asset) in &site.assets {
            if documents.contains(path.as_str()) || used.contains(&asset.file) || mark == Some(path.as_str()) {
                if is_text(path) && asset.bytes < LARGEST_TEXT {
                    let bytes = self.sources.read(&format!("content/{path}"))?;
                    report.diagnostics.extend(self.secrets.look(&bytes, path, site));
                }
                report.diagnostics.extend(self.secrets.look(path.as_bytes(), path, site));
                let target = asset.address.trim_start_matches('/');
                // A file in the place of one that Signpost makes is a finding that stops the build.
                if formats.iter().any(|(made, _)| made == target) || target == "404.html" || target.starts_with("api/")
                {
                    continue;
                }
                if target
                    .strip_suffix("index.html")
                    .is_some_and(|page| site.by_address.contains_key(&format!("/{page}")))
                {
                    continue;
                }
                self.clock.time("write", || self.sink.put(target, Body::Copy(asset.file)))?;
            }
        }
        Ok(())
    }

    /// Writes the index's files, and gives the manifest of each language.
    fn export(&self, report: &mut Report) -> io::Result<BTreeMap<u8, serde_json::Value>> {
        let Some(built) = &report.index else {
            return Ok(BTreeMap::new());
        };
        let (mut outcome, mut exposed) = (Ok(()), Vec::new());
        let manifests = self.clock.time("export", || {
            index::export_each(built, &self.loaded.site, &mut |path, bytes| {
                exposed.extend(self.secrets.look(&bytes, &path, &self.loaded.site));
                if outcome.is_ok() {
                    outcome = self.sink.put(&format!("assets/{path}"), Body::Bytes(bytes));
                }
            })
        });
        report.diagnostics.extend(exposed);
        outcome.map(|()| manifests.into_iter().collect())
    }

    /// Writes what the page about help near you reads.
    fn near(&self, report: &mut Report) -> io::Result<Option<output::Near>> {
        let Some(mut near) = self.clock.time("near", || output::Near::new(&self.loaded.site)) else {
            return Ok(None);
        };
        self.put_all(std::mem::take(&mut near.files), report)?;
        Ok(Some(near))
    }

    /// Makes the pages that tell of the others: search, help near you, and the accessibility statement.
    fn late_pages(
        &self,
        cards: &Cards,
        manifests: &BTreeMap<u8, serde_json::Value>,
        near: Option<&output::Near>,
        services: &BTreeMap<u8, serde_json::Value>,
        report: &mut Report,
    ) -> io::Result<()> {
        let site = &self.loaded.site;
        let mut findings = check::level(&site.settings, report.diagnostics.clone());
        findings.retain(|finding| check::rule(finding.rule).is_some_and(|rule| rule.docs.contains("WCAG")));
        for page in site.public_pages().filter(|page| is_late(page)) {
            let own = Some(page.variant.language).filter(|language| *language > 0);
            let of = |all: &BTreeMap<u8, serde_json::Value>| {
                own.into_iter().chain([0]).filter_map(|language| all.get(&language).cloned()).collect()
            };
            let near = near.map(|near| near.manifest(page.variant.language));
            let late = Late { indexes: of(manifests), findings: findings.clone(), services: of(services), near };
            let done = self.page(page, cards, Some(&late))?;
            report.diagnostics.extend(done.found);
        }
        Ok(())
    }

    /// Makes each service as it stands on a reader's own list, and says by language how the page of that list finds it.
    fn listed(&self, report: &mut Report) -> io::Result<BTreeMap<u8, serde_json::Value>> {
        let Loaded { site, engine, .. } = self.loaded;
        let mut indexes = BTreeMap::new();
        for language in 0..site.settings.languages.len() {
            let is_wanted = |page: &&Page| usize::from(page.variant.language) == language && page.service().is_some();
            let pages = site.public_pages().filter(is_wanted);
            let named: Vec<(&str, &Page)> =
                pages.filter_map(|page| site.list_id(page).map(|name| (name, page))).collect();
            if named.is_empty() {
                continue;
            }
            let made: Vec<Result<(String, String), Box<Diagnostic>>> = named
                .par_iter()
                .map(|(name, page)| {
                    let html = self.clock.time("render", || engine.listed(site, page))?;
                    let (html, _) = self.clock.time("minify", || post::minify(&post::unmark(html), false));
                    Ok(((*name).to_owned(), html))
                })
                .collect();
            let mut services = Vec::with_capacity(made.len());
            for made in made {
                match made {
                    Ok(service) => services.push(service),
                    // One broken template breaks every service alike: once is enough.
                    Err(diagnostic) => {
                        report.diagnostics.push(diagnostic.always_stops());
                        return Ok(indexes);
                    }
                }
            }
            let (files, index) = output::shards(site, language, &services);
            self.put_all(files, report)?;
            indexes.insert(u8::try_from(language).unwrap_or(u8::MAX), index);
        }
        Ok(indexes)
    }

    /// Makes `/api/`, a service at a time on every processor, and then the lists that they grew into.
    fn open_data(&self, report: &mut Report) -> io::Result<()> {
        let site = &self.loaded.site;
        let Some(open) = self.clock.time("open data", || output::OpenData::new(site)) else {
            return Ok(());
        };
        let mut lists = open.lists();
        for chunk in open.services().chunks(CHUNK) {
            let made: Vec<io::Result<_>> = chunk
                .par_iter()
                .map(|service| {
                    let mut made = self.clock.time("open data", || open.files_of(service));
                    let mut found = Vec::new();
                    for (path, bytes) in std::mem::take(&mut made.files) {
                        found.extend(self.secrets.look(&bytes, &path, site));
                        self.clock.time("write", || self.sink.put(&path, Body::Bytes(bytes)))?;
                    }
                    Ok((made, found))
                })
                .collect();
            for made in made {
                let (made, found) = made?;
                lists.take(&made);
                report.diagnostics.extend(found);
            }
        }
        self.put_all(self.clock.time("open data", || open.other_files(lists)), report)
    }

    /// Makes the small pages that lead from old and short addresses to where a page is.
    fn redirects(&self, report: &mut Report) -> io::Result<()> {
        let redirects = output::redirects(&self.loaded.site);
        let made: Vec<io::Result<Vec<Diagnostic>>> =
            redirects.par_iter().map(|(from, to)| self.redirect(from, to)).collect();
        for found in made {
            report.diagnostics.extend(found?);
        }
        Ok(())
    }

    fn redirect(&self, from: &str, to: &str) -> io::Result<Vec<Diagnostic>> {
        let Loaded { site, engine, .. } = self.loaded;
        let target = site.by_address.get(to).map(|id| site.page(*id));
        let title = target.map_or("", |page| page.common.safe_title());
        let language = target.map_or(0, |page| usize::from(page.variant.language));
        let html = match engine.redirect(&site.settings.href(to), title, language) {
            Ok(html) => html,
            Err(diagnostic) => return Ok(vec![diagnostic.always_stops()]),
        };
        let path = file_of(from);
        let mut found = self.secrets.look(from.replace('-', " ").as_bytes(), &path, site);
        found.extend(self.secrets.look(html.as_bytes(), &path, site));
        self.sink.put(&path, Body::Bytes(html.into_bytes()))?;
        Ok(found)
    }

    fn put_all(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>, report: &mut Report) -> io::Result<()> {
        for (path, bytes) in files {
            report.diagnostics.extend(self.secrets.look(&bytes, &path, &self.loaded.site));
            self.clock.time("write", || self.sink.put(&path, Body::Bytes(bytes)))?;
        }
        Ok(())
    }
}

/// The largest file that is looked through for hidden places before it is copied, in bytes.
const LARGEST_TEXT: u64 = 16 << 20;

/// Whether a file that is copied can be read as text.
fn is_text(path: &str) -> bool {
    const ENDINGS: &[&str] = &["svg", "vtt", "srt", "csv", "tsv", "txt", "json", "xml", "html", "htm", "ics", "vcf"];
    path.rsplit('.').next().is_some_and(|ending| ENDINGS.contains(&ending.to_lowercase().as_str()))
}

/// Pages that need the index, the files about help near you or the findings of all others.
fn is_late(page: &Page) -> bool {
    matches!(page.kind, Kind::Search | Kind::Near | Kind::Statement | Kind::Shortlist)
}

/// The file of an address below the output folder.
fn file_of(address: &str) -> String {
    match address.trim_start_matches('/') {
        "404/" => "404.html".into(),
        below if below.is_empty() || below.ends_with('/') => format!("{below}index.html"),
        below => below.to_owned(),
    }
}
