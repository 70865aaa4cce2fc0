//! Keeps a site between changes and puts the stages in order. The story of the whole program is [`Project::build`].
//!
//! `loading` reads all but the bodies, `build` makes every file. They are the only places that split work across
//! threads. What a stage does is its own module's matter, where finished
//! files go is the sink's, and what a person sees of a run is the command line's.

mod build;
mod clock;
mod html;
mod loading;
mod pieces;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;

use crate::config::{Settings, StopOn};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{ExternalLink, Form, Kind, Letter, LettersWanted, Page, Publication, Site};
use crate::output::OutputFile;
use crate::render::Engine;
use crate::sink::Sink;
use crate::source::{FileId, Files, Sources, Span};
use crate::theme::Theme;
use crate::{check, index, load, output};
use build::Build;
use clock::Clock;
pub use html::{FolderReport, check_folder};
use loading::Loading;

/// The stack of each worker, in bytes: deeply nested HTML is walked by functions that call themselves.
const STACK: usize = 16 << 20;

/// How a project is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Shows drafts and pages whose day has not come.
    pub drafts: bool,
    /// Makes the site in spite of findings, but for what cannot be made or must never be published.
    pub keep_going: bool,
    /// Gathers the links to other sites, for whoever asks for them.
    pub external: bool,
    /// Looks at how words are spelt.
    pub spelling: bool,
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
    /// What was found and is allowed in its place, with the reasons.
    pub allowed: Vec<Diagnostic>,
    /// Links to other sites, where they were to be gathered.
    pub external: Vec<ExternalLink>,
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

impl Report {
    /// What was found, and what was found and is allowed.
    pub fn all(&self) -> Vec<Diagnostic> {
        [self.diagnostics.as_slice(), self.allowed.as_slice()].concat()
    }
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
    /// Comments that allow a finding.
    allowances: Vec<check::Allowance>,
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
        let mut found = check::model(site);
        let sources = self.sources.as_ref();
        // A file is read for each; 10,000 services may all be overdue.
        self.pool.install(|| found.par_chunks_mut(64).for_each(|some| load::point_at_keys(some, site, sources)));
        report.diagnostics.append(&mut found);
        report.diagnostics.extend(check::styles(&loaded.theme));
        report.diagnostics.extend(check::scripts(&loaded.theme));
        let clock = Clock::default();
        let build = Build::new(self.sources.as_ref(), loaded, &*sink, &clock, self.options);
        let outcome = self.pool.install(|| build.everything(&mut report));
        drop(build);
        let found = std::mem::take(&mut report.diagnostics);
        (report.diagnostics, report.allowed) = self
            .judge(found, |rule| rule.asked.is_none() || self.options.spelling && rule.asked == Some(check::SPELLING));
        check::gather(&mut report.diagnostics);
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

    /// Makes letters to providers, and with them every file that belongs to them; nothing of the site.
    ///
    /// # Errors
    /// When a template cannot be rendered, or a file would tell where a hidden place is.
    pub fn letters(&self, wanted: &LettersWanted) -> Result<(Vec<Letter>, Vec<OutputFile>), Error> {
        let Loaded { site, engine, .. } = &self.loaded;
        let failed = |message: &str, hint: &str, diagnostics: Vec<Diagnostic>| Error {
            diagnostics,
            files: Arc::clone(&site.files),
            ..Error::new(message, hint)
        };
        let letters = engine.letters(site, wanted).map_err(|diagnostic| {
            failed("the letters cannot be made", "mend the template that is named above", vec![*diagnostic])
        })?;
        let files = output::letter_files(site, &letters, wanted.owner.as_deref());
        let secrets = check::Secrets::gather(site);
        let exposed: Vec<Diagnostic> = files.iter().flat_map(|(path, bytes)| secrets.look(bytes, path, site)).collect();
        match exposed.is_empty() {
            true => Ok((letters, files)),
            false => Err(failed("a letter would tell where a hidden place is", "mend what is named above", exposed)),
        }
    }

    /// Takes out what is allowed and gives each finding its level; the second value is what was allowed.
    ///
    /// `was_asked` names the rules that looked: a comment that allows nothing is reported of these alone.
    pub fn judge(
        &self,
        mut found: Vec<Diagnostic>,
        was_asked: impl Fn(&check::Rule) -> bool,
    ) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
        let Loaded { site, allowances, .. } = &self.loaded;
        sort(&mut found, &site.files);
        // Pages that are not made were not looked at.
        let is_made = |page: &Page| page.publication == Publication::Live || page.publication == Publication::Draft;
        let made: BTreeSet<FileId> = site
            .public_pages()
            .filter(|page| is_made(page))
            .filter_map(|page| Some(page.origin.as_ref()?.file))
            .collect();
        let is_page = |file| site.files.path(file).ends_with(".md");
        let outcome = check::allow(allowances, found, &site.settings, |rule, file| {
            was_asked(rule) && (made.contains(&file) || !is_page(file))
        });
        let mut found = check::level(&site.settings, outcome.found);
        sort(&mut found, &site.files);
        (found, check::level(&site.settings, outcome.allowed))
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
        let words = check::Words { facts: &parsed.facts, text: &parsed.text, prose: &parsed.prose };
        found.extend(check::page(&page, words, &check::Gathered::of(&loaded.site), &loaded.site));
        found.extend(parsed.diagnostics);
        if let Some(origin) = &page.origin {
            found = check::without_allowed(origin.file, &origin.path, text, origin.body as usize, found);
        }
        check::level(&loaded.site.settings, found)
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
    // What a stage could only say of the whole page is left out where another pointed at the place.
    let placed: BTreeSet<(&'static str, String, FileId)> = found
        .iter()
        .filter_map(|finding| Some((finding, finding.span.filter(|span| span.end > 0)?)))
        .map(|(finding, span)| (finding.rule, finding.message.clone(), span.file))
        .collect();
    found.retain(|finding| match finding.span {
        Some(span) if span.end == 0 => !placed.contains(&(finding.rule, finding.message.clone(), span.file)),
        _ => true,
    });
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
        let form = if page.is_fallback { Some("untranslated") } else { form };
        let language = &site.settings.languages[usize::from(page.variant.language)];
        match (form, page.variant.language) {
            _ if page.copy.is_some() => {}
            (Some(form), 0) => *variants.entry(form.to_owned()).or_default() += 1,
            (Some(form), _) => *variants.entry(format!("{} {form}", language.name)).or_default() += 1,
            _ if page.is_section_of_page() => *types.entry("section".to_owned()).or_default() += 1,
            (None, 0) if page.kind == Kind::Content => {
                *types.entry(page.content_type.name().to_owned()).or_default() += 1
            }
            (None, 0) => *types.entry("list".to_owned()).or_default() += 1,
            (None, _) => *variants.entry(language.name.clone()).or_default() += 1,
        }
    }
    Counts { types: types.into_iter().collect(), variants: variants.into_iter().collect() }
}
