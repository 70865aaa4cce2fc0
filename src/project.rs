//! Keeps a site between changes and puts the stages in order. The story of the whole program is [`Project::build`].
//!
//! This is the only place that splits work across threads. What a stage does is its own module's matter, where finished
//! files go is the sink's, and what a person sees of a run is the command line's.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::config::{self, Settings, StopOn};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Form, Kind, Page, PageFacts, PageId, Publication, SearchText, Site};
use crate::render::{Cards, Engine, Late};
use crate::sink::{Body, Sink};
use crate::source::{FileId, Files, Sources, Span};
use crate::theme::Theme;
use crate::{check, index, load, output, post, render};

/// Pages that are rendered between two looks at the order: the index takes pages in the order of addresses.
const CHUNK: usize = 256;

/// The stack of each worker, in bytes: deeply nested HTML is walked by functions that call themselves.
const STACK: usize = 16 << 20;

/// How a project is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Shows drafts and pages whose day has not come.
    pub drafts: bool,
    /// Makes the site in spite of findings, but for what cannot be made or must never be published.
    pub keep_going: bool,
    /// Lets nothing stop it: for a preview, where a page that cannot be made keeps its last good form.
    pub preview: bool,
    /// The number of workers; 0 takes one for each processor.
    pub threads: usize,
}

/// Why nothing could be done at all.
#[derive(Clone, Debug, Default)]
pub struct Error {
    /// What is wrong.
    pub message: String,
    /// How to go on.
    pub hint: Option<String>,
    /// Findings that say where, such as in `site.toml` or in a template.
    pub diagnostics: Vec<Diagnostic>,
    /// The paths behind them.
    pub files: Arc<Files>,
}

impl Error {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: Some(hint.into()), ..Self::default() }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// What a build found and made.
#[derive(Default)]
pub struct Report {
    /// Everything found, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// Published pages.
    pub counts: Counts,
    /// Time spent by stage, added up over all threads.
    pub timings: Vec<(&'static str, Duration)>,
    /// The paths behind the diagnostics.
    pub files: Arc<Files>,
    /// Whether the sink was told to show what was made.
    pub made: bool,
    /// The index, for `signpost search`.
    pub index: Option<index::Built>,
}

/// Published pages, counted.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// By type; "list" for what Signpost adds.
    pub types: Vec<(String, usize)>,
    /// By form and language, but for the standard form in the main language.
    pub variants: Vec<(String, usize)>,
}

/// A site kept between changes.
pub struct Project {
    sources: Arc<dyn Sources>,
    options: Options,
    pool: rayon::ThreadPool,
    loaded: Loaded,
}

/// Everything that is known before any body is read.
struct Loaded {
    site: Site,
    theme: Theme,
    engine: Engine,
    /// What was found on the way.
    found: Vec<Diagnostic>,
}

impl Project {
    /// Opens a site and loads all of it but the bodies.
    ///
    /// # Errors
    /// When the folder or `site.toml` cannot be read, or no template can be used.
    pub fn open(sources: Arc<dyn Sources>, options: Options) -> Result<Self, Error> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(options.threads)
            .stack_size(STACK)
            .thread_name(|number| format!("signpost-{number}"))
            .build()
            .map_err(|error| Error::new(error.to_string(), "close other programs and try again"))?;
        let loaded = Loading { sources: sources.as_ref(), options, pool: &pool }.load(Files::default())?;
        Ok(Self { sources, options, pool, loaded })
    }

    /// Takes in what changed since; the next build makes everything that depends on it anew. When it fails, the
    /// project stays as it was.
    ///
    /// # Errors
    /// When the folder or `site.toml` cannot be read any more, or no template can be used.
    pub fn update(&mut self, _changed: &[String]) -> Result<(), Error> {
        let loading = Loading { sources: self.sources.as_ref(), options: self.options, pool: &self.pool };
        self.loaded = loading.load(Files::clone(&self.loaded.site.files))?;
        Ok(())
    }

    /// The site as it was last loaded.
    pub fn site(&self) -> &Site {
        &self.loaded.site
    }

    /// The theme as it was last loaded.
    pub fn theme(&self) -> &Theme {
        &self.loaded.theme
    }

    /// Builds the site into a sink: every page, the index, the late pages, the formats; then shows it or drops it.
    ///
    /// # Errors
    /// When a file cannot be written; nothing of this build is shown then.
    pub fn build(&mut self, sink: &mut dyn Sink) -> Result<Report, Error> {
        let loaded = &self.loaded;
        let site = &loaded.site;
        let mut report =
            Report { files: Arc::clone(&site.files), diagnostics: loaded.found.clone(), ..Report::default() };
        report.diagnostics.extend(check::model(site));
        let clock = Clock::default();
        let build = Build {
            sources: self.sources.as_ref(),
            loaded,
            sink: &*sink,
            clock: &clock,
            secrets: check::Secrets::gather(site),
            post: post::Context::new(site),
        };
        let outcome = self.pool.install(|| build.everything(&mut report));
        report.diagnostics = check::level(&site.settings, std::mem::take(&mut report.diagnostics));
        sort(&mut report.diagnostics, &site.files);
        report.timings = clock.stages();
        report.counts = counts(site);
        if let Err(error) = outcome {
            sink.discard().map_err(unwritten)?;
            return Err(unwritten(error));
        }
        report.made = !self.stops(&site.settings, &report.diagnostics);
        if report.made { sink.commit() } else { sink.discard() }.map_err(unwritten)?;
        Ok(report)
    }

    fn stops(&self, settings: &Settings, found: &[Diagnostic]) -> bool {
        let any_error = || found.iter().any(|finding| finding.severity == Severity::Error);
        let any_broken = || found.iter().any(|finding| finding.always_stops);
        match settings.stop_on {
            _ if self.options.preview => false,
            StopOn::Error if !self.options.keep_going => any_error() || any_broken(),
            StopOn::Error | StopOn::Broken => any_broken(),
        }
    }

    /// Checks one page as an editor has it in hand, by its path below `content/`; nothing is made of it.
    pub fn check_page(&self, path: &str, text: &str) -> Vec<Diagnostic> {
        let loaded = &self.loaded;
        let Some(id) = loaded.site.by_path.get(path) else {
            return Vec::new();
        };
        let mut page = loaded.site.page(*id).clone();
        let mut found = Vec::new();
        if let Some(origin) = &mut page.origin {
            let Some(front) = load::front_matter(origin.file, text.as_bytes(), &mut found) else {
                return found;
            };
            origin.body = u32::try_from(front.body).unwrap_or(u32::MAX);
        }
        let parsed = load::parse(&page, text, &loaded.site, &loaded.theme);
        found.extend(check::page(&page, &parsed.facts, &parsed.text, &loaded.site));
        found.extend(parsed.diagnostics);
        check::level(&loaded.site.settings, found)
    }
}

/// Loads a site: everything but the bodies.
struct Loading<'a> {
    sources: &'a dyn Sources,
    options: Options,
    pool: &'a rayon::ThreadPool,
}

impl Loading<'_> {
    fn load(&self, mut files: Files) -> Result<Loaded, Error> {
        let mut found = Vec::new();
        let settings = self.settings(&mut files, &mut found);
        let files = Arc::new(files);
        let stop = |message: &str, mut found: Vec<Diagnostic>| {
            sort(&mut found, &files);
            Error { message: message.into(), diagnostics: found, files: Arc::clone(&files), ..Error::default() }
        };
        let Some((settings, walked)) = settings? else {
            return Err(stop("site.toml cannot be used", found));
        };
        match self.assemble(settings, walked, Arc::clone(&files), &mut found) {
            Some((site, theme, engine)) => Ok(Loaded { site, theme, engine, found }),
            None => Err(stop("the theme's templates cannot be used", found)),
        }
    }

    /// Lists the files and reads the settings; nothing where those are broken, with a finding.
    fn settings(
        &self,
        files: &mut Files,
        found: &mut Vec<Diagnostic>,
    ) -> Result<Option<(Arc<Settings>, load::Walked)>, Error> {
        let (list, problems) = self.sources.list(files).map_err(|error| {
            let hint = "go to the folder that holds site.toml, or name it with --site";
            Error::new(format!("the site's folder cannot be read: {error}"), hint)
        })?;
        found.extend(problems);
        if list.iter().all(|file| file.path != "site.toml") {
            let hint =
                "go to the folder that holds it, name it with --site, or make a new site with `signpost new my-site`";
            return Err(Error::new("there is no site.toml here", hint));
        }
        let file = files.intern("site.toml");
        let bytes = self
            .sources
            .read("site.toml")
            .map_err(|error| Error::new(format!("site.toml cannot be read: {error}"), "check who may read it"))?;
        let Ok(text) = String::from_utf8(bytes) else {
            found.push(
                Diagnostic::error("not-utf-8", "`site.toml` is not text in UTF-8")
                    .at(Span::whole(file))
                    .help("save it again with the encoding UTF-8")
                    .always_stops(),
            );
            return Ok(None);
        };
        let raw = match config::read(file, &text, found) {
            Ok(raw) => raw,
            Err(diagnostic) => {
                found.push(diagnostic.always_stops());
                return Ok(None);
            }
        };
        let settings = config::resolve(file, &text, &raw, &check::names(), found);
        let walked = load::sort(&list, &settings.theme, files, found);
        Ok(Some((Arc::new(settings), walked)))
    }

    fn assemble(
        &self,
        settings: Arc<Settings>,
        walked: load::Walked,
        files: Arc<Files>,
        found: &mut Vec<Diagnostic>,
    ) -> Option<(Site, Theme, Engine)> {
        let theme = self.theme(&walked, &files, found);
        let bundle = render::bundle(&theme, &settings, found);
        let engine = Engine::new(&theme, &settings, bundle, found)?;
        let records = load::records(&walked.data, self.sources, found);
        let read = |(file, path): &(FileId, String)| {
            let mut found = Vec::new();
            let front = match self.sources.read(path) {
                Ok(bytes) => load::front_matter(*file, &bytes, &mut found),
                Err(error) => {
                    found.push(unreadable(*file, path, &error));
                    None
                }
            };
            let below = path.strip_prefix("content/").unwrap_or(path).to_owned();
            (front.map(|front| (*file, below, front)), found)
        };
        let read: Vec<_> = self.pool.install(|| walked.pages.par_iter().map(read).collect());
        let mut pages = Vec::with_capacity(read.len());
        for (page, problems) in read {
            pages.extend(page);
            found.extend(problems);
        }
        let input = load::Input {
            settings,
            today: self.sources.today(),
            records,
            pages,
            assets: walked.assets,
            files,
            drafts: self.options.drafts,
        };
        let mut site = load::site(input, found);
        load::picture_sizes(&mut site, self.sources);
        load::meanings(&mut site, self.sources);
        load::references(&mut site, self.sources, found);
        load::videos(&mut site, self.sources, found);
        Some((site, theme, engine))
    }

    fn theme(&self, walked: &load::Walked, files: &Files, found: &mut Vec<Diagnostic>) -> Theme {
        let mut own = Vec::new();
        for (file, path) in &walked.theme {
            let full = files.path(*file);
            match self.sources.read(full) {
                Ok(bytes) => own.push((path.clone(), *file, bytes)),
                Err(error) => found.push(unreadable(*file, full, &error)),
            }
        }
        Theme::new(&own, found)
    }
}

/// One build while it runs: what every worker may look at.
struct Build<'a> {
    sources: &'a dyn Sources,
    loaded: &'a Loaded,
    sink: &'a dyn Sink,
    clock: &'a Clock,
    secrets: check::Secrets,
    post: post::Context,
}

/// What is kept of a page once its text is gone.
#[derive(Default)]
struct Done {
    facts: PageFacts,
    search: Option<SearchText>,
    found: Vec<Diagnostic>,
}

impl Build<'_> {
    fn everything(&self, report: &mut Report) -> io::Result<()> {
        let Loaded { site, engine, .. } = self.loaded;
        self.put_all(engine.bundle().files.iter().cloned())?;
        let cards = self.cards(&mut report.diagnostics);
        let facts = self.pages(&cards, report)?;
        report.diagnostics.extend(self.clock.time("check", || check::across(site, &facts)));
        self.put_files(&facts)?;
        let manifests = self.export(report)?;
        self.late_pages(&cards, &manifests, report)?;
        self.put_all(output::files(site))?;
        self.redirects(report)
    }

    /// Renders the pages of the main language as they stand on lists.
    fn cards(&self, found: &mut Vec<Diagnostic>) -> Cards {
        let Loaded { site, engine, .. } = self.loaded;
        let listed: BTreeSet<PageId> =
            site.lists.values().flat_map(|list| &list.groups).flat_map(|group| group.items.iter().copied()).collect();
        let listed: Vec<PageId> = listed.into_iter().collect();
        let card =
            |id: &PageId| self.clock.time("render", || engine.card(site, site.page(*id), 0).map(|html| (*id, html)));
        let cards: Vec<_> = listed.par_iter().map(card).collect();
        let mut made = Vec::with_capacity(cards.len());
        for card in cards {
            match card {
                Ok(card) => made.push(card),
                // One broken template breaks every card alike: once is enough.
                Err(diagnostic) if found.iter().all(|known| known.message != diagnostic.message) => {
                    found.push(diagnostic.always_stops())
                }
                Err(_) => {}
            }
        }
        Cards::new(made)
    }

    /// Makes every page but the late ones; beside them, in the order of addresses, the index takes in their words.
    fn pages(&self, cards: &Cards, report: &mut Report) -> io::Result<Vec<PageFacts>> {
        let site = &self.loaded.site;
        let mut facts = vec![PageFacts::default(); site.pages.len()];
        let early: Vec<&Page> = site.public_pages().filter(|page| !is_late(page)).collect();
        let (send, receive) = sync_channel::<SearchText>(CHUNK * 2);
        std::thread::scope(|scope| {
            let indexer = scope.spawn(|| self.index(receive));
            let mut outcome = Ok(());
            for chunk in early.chunks(CHUNK) {
                let done: Vec<io::Result<Done>> = chunk.par_iter().map(|page| self.page(page, cards, None)).collect();
                for (page, done) in chunk.iter().zip(done) {
                    match done {
                        Ok(done) => self.take(page, done, &send, &mut facts, report),
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
            outcome.map(|()| facts)
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
        let (done, html) = made.unwrap_or_else(|_| {
            let mut finding =
                Diagnostic::error("internal-error", format!("the page {} could not be made", page.address))
                    .help("this is a mistake in Signpost: please report it, with the page")
                    .always_stops();
            finding.span = page.origin.as_ref().map(|origin| Span::whole(origin.file));
            (Done { found: vec![finding], ..Done::default() }, None)
        });
        let path = file_of(&page.address);
        match html {
            Some(html) => self.clock.time("write", || self.sink.put(&path, Body::Bytes(html.into_bytes())))?,
            None => self.sink.keep(&path),
        }
        Ok(done)
    }

    fn make(&self, page: &Page, cards: &Cards, late: Option<&Late>) -> (Done, Option<String>) {
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
        let (mut facts, words, tree) = (parsed.facts, parsed.text, parsed.tree);
        done.found.extend(parsed.diagnostics);
        done.found.extend(self.clock.time("check", || check::page(page, &facts, &words, site)));
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
        let posted = self.clock.time("post", || post::page(&html, page, site, &self.post));
        done.found.extend(posted.diagnostics);
        let (found, ids) = self.clock.time("check", || check::html(&posted.html, page, site));
        done.found.extend(found);
        facts.ids = ids;
        let html = self.clock.time("post", || post::unmark(posted.html));
        let (html, changed) = self.clock.time("minify", || post::minify(&html, has_raw_html));
        if let Some(mut changed) = changed {
            changed.span = changed.span.or(page.origin.as_ref().map(|origin| Span::whole(origin.file)));
            done.found.push(changed);
        }
        done.found.extend(self.clock.time("check", || {
            let mut found = post::safety(html.as_bytes(), page, site);
            found.extend(self.secrets.look(html.as_bytes(), &file_of(&page.address), site));
            found
        }));
        if page.is_listed() && page.origin.is_some() && page.part == 1 {
            done.search = Some(SearchText { page: page.id, text: words });
        }
        done.facts = facts;
        (done, Some(html))
    }

    /// A page's file as text; nothing for pages that nobody wrote and for those that say only that they have ended.
    fn text(&self, page: &Page) -> Result<Option<String>, Box<Diagnostic>> {
        let Some(origin) = &page.origin else {
            return Ok(None);
        };
        if matches!(page.publication, Publication::Expired(_)) {
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
    fn put_files(&self, facts: &[PageFacts]) -> io::Result<()> {
        let site = &self.loaded.site;
        let mut used: BTreeSet<FileId> =
            facts.iter().flat_map(|facts| facts.files.iter().map(|used| used.file)).collect();
        used.extend(site.videos.values().flat_map(|video| video.files.iter().copied()));
        let mark = site
            .settings
            .tokens
            .iter()
            .find(|(token, _)| token == "mark")
            .map(|(_, path)| path.trim_start_matches('/'));
        for (path, asset) in &site.assets {
            if used.contains(&asset.file) || mark == Some(path.as_str()) {
                self.clock
                    .time("write", || self.sink.put(asset.address.trim_start_matches('/'), Body::Copy(asset.file)))?;
            }
        }
        Ok(())
    }

    /// Writes the index's files, and gives the address of each language's first one.
    fn export(&self, report: &mut Report) -> io::Result<BTreeMap<u8, String>> {
        let Some(built) = &report.index else {
            return Ok(BTreeMap::new());
        };
        let mut outcome = Ok(());
        let manifests = self.clock.time("export", || {
            index::export_each(built, &self.loaded.site, &mut |path, bytes| {
                if outcome.is_ok() {
                    outcome = self.sink.put(&format!("assets/{path}"), Body::Bytes(bytes));
                }
            })
        });
        outcome.map(|()| manifests.into_iter().map(|(language, path)| (language, format!("/assets/{path}"))).collect())
    }

    /// Makes the pages that tell of the others: search, and the accessibility statement.
    fn late_pages(&self, cards: &Cards, manifests: &BTreeMap<u8, String>, report: &mut Report) -> io::Result<()> {
        let site = &self.loaded.site;
        let findings = check::level(&site.settings, report.diagnostics.clone());
        for page in site.public_pages().filter(|page| is_late(page)) {
            let main = manifests.get(&0).cloned();
            let own = manifests.get(&page.variant.language).cloned();
            let fallback = main.clone().filter(|main| own.as_ref().is_some_and(|own| own != main));
            let late = Late { manifest: own.or(main).unwrap_or_default(), fallback, findings: findings.clone() };
            let done = self.page(page, cards, Some(&late))?;
            report.diagnostics.extend(done.found);
        }
        Ok(())
    }

    /// Makes the small pages that lead from old addresses to new ones.
    fn redirects(&self, report: &mut Report) -> io::Result<()> {
        let Loaded { site, engine, .. } = self.loaded;
        for (from, to) in output::redirects(site) {
            let target = site.by_address.get(&to).map(|id| site.page(*id));
            let title = target.map_or("", |page| page.common.safe_title());
            let language = target.map_or(0, |page| usize::from(page.variant.language));
            match engine.redirect(&site.settings.href(&to), title, language) {
                Ok(html) => self.sink.put(&file_of(&from), Body::Bytes(html.into_bytes()))?,
                Err(diagnostic) => report.diagnostics.push(diagnostic.always_stops()),
            }
        }
        Ok(())
    }

    fn put_all(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> io::Result<()> {
        for (path, bytes) in files {
            self.clock.time("write", || self.sink.put(&path, Body::Bytes(bytes)))?;
        }
        Ok(())
    }
}

/// Pages that need the index or the findings of all others.
fn is_late(page: &Page) -> bool {
    matches!(page.kind, Kind::Search | Kind::Statement)
}

/// The file of an address below the output folder.
fn file_of(address: &str) -> String {
    match address.trim_start_matches('/') {
        "404/" => "404.html".into(),
        below if below.is_empty() || below.ends_with('/') => format!("{below}index.html"),
        below => below.to_owned(),
    }
}

fn unreadable(file: FileId, path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("unreadable-file", format!("`{path}` cannot be read"))
        .at(Span::whole(file))
        .note(error.to_string())
        .help("check who may read this file, then build again")
        .always_stops()
}

/// Puts findings in the order of files and places, the same however many threads found them, each once.
fn sort(found: &mut Vec<Diagnostic>, files: &Files) {
    found.sort_by(|a, b| {
        let key =
            |finding: &Diagnostic| finding.span.map(|span| (files.path(span.file).to_owned(), span.start, span.end));
        key(a).cmp(&key(b)).then_with(|| a.rule.cmp(b.rule)).then_with(|| a.message.cmp(&b.message))
    });
    found.dedup();
}

fn unwritten(error: io::Error) -> Error {
    Error::new(format!("the site could not be written: {error}"), "the last good site is unchanged")
}

/// Published pages by type, and by form and language besides the main ones.
fn counts(site: &Site) -> Counts {
    let (mut types, mut variants) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    for page in site.public_pages() {
        let form = match page.variant.form {
            Form::Standard => None,
            Form::Easy => Some("Easy Read"),
            Form::Young => Some("young people's"),
            Form::Bsl => Some("BSL"),
        };
        let language = &site.settings.languages[usize::from(page.variant.language)];
        match (form, page.variant.language) {
            (Some(form), 0) => *variants.entry(form.to_owned()).or_default() += 1,
            (Some(form), _) => *variants.entry(format!("{} {form}", language.name)).or_default() += 1,
            (None, 0) if page.kind == Kind::Content => {
                *types.entry(page.content_type.name().to_owned()).or_default() += 1
            }
            (None, 0) => *types.entry("list".to_owned()).or_default() += 1,
            (None, _) => *variants.entry(language.name.clone()).or_default() += 1,
        }
    }
    Counts { types: types.into_iter().collect(), variants: variants.into_iter().collect() }
}

/// Adds up the time that each stage takes, over all threads.
#[derive(Default)]
struct Clock {
    stages: Mutex<BTreeMap<&'static str, Duration>>,
}

impl Clock {
    fn time<T>(&self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let spent = start.elapsed();
        *self.stages.lock().unwrap_or_else(PoisonError::into_inner).entry(stage).or_default() += spent;
        result
    }

    fn stages(&self) -> Vec<(&'static str, Duration)> {
        const ORDER: &[&str] = &["read", "parse", "render", "post", "minify", "check", "write", "index", "export"];
        let stages = self.stages.lock().unwrap_or_else(PoisonError::into_inner);
        ORDER.iter().filter_map(|stage| Some((*stage, *stages.get(stage)?))).collect()
    }
}
