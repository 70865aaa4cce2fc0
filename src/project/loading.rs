//! Reads everything of a site but the bodies: settings, theme, records, front matter.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Loaded, Options, sort, unreadable};
use crate::config::{self, Settings};
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::render::Engine;
use crate::source::{FileId, Files, Sources, Span};
use crate::theme::Theme;
use crate::{check, load, render};

/// Loads a site: everything but the bodies.
pub(super) struct Loading<'a> {
    pub(super) sources: &'a dyn Sources,
    pub(super) options: Options,
    pub(super) pool: &'a rayon::ThreadPool,
}

impl Loading<'_> {
    /// Loads the site; ids of files keep their meaning.
    pub(super) fn load(&self, mut files: Files) -> Result<Loaded, Error> {
        let (mut found, mut allowances) = (Vec::new(), Vec::new());
        let settings = self.settings(&mut files, &mut found, &mut allowances);
        let files = Arc::new(files);
        let stop = |message: &str, mut found: Vec<Diagnostic>| {
            sort(&mut found, &files);
            Error { message: message.into(), diagnostics: found, files: Arc::clone(&files), ..Error::default() }
        };
        let Some((settings, walked)) = settings? else {
            return Err(stop("site.toml cannot be used", found));
        };
        match self.assemble(settings, walked, Arc::clone(&files), &mut found, &mut allowances) {
            Some((site, theme, engine)) => Ok(Loaded { site, theme, engine, found, allowances }),
            None => Err(stop("the theme's templates cannot be used", found)),
        }
    }

    /// Lists the files and reads the settings; nothing where those are broken, with a finding.
    fn settings(
        &self,
        files: &mut Files,
        found: &mut Vec<Diagnostic>,
        allowances: &mut Vec<check::Allowance>,
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
        allowances.extend(check::allowances(file, "site.toml", &text, 0));
        let mut settings = config::resolve(file, &text, &raw, &check::known(), found);
        // A notice whose last day has passed is shown no more.
        let today = self.sources.today();
        settings.banner = settings.banner.filter(|banner| banner.until.is_none_or(|until| until >= today));
        let walked = load::sort(&list, &settings.theme, files, found);
        Ok(Some((Arc::new(settings), walked)))
    }

    fn assemble(
        &self,
        settings: Arc<Settings>,
        walked: load::Walked,
        files: Arc<Files>,
        found: &mut Vec<Diagnostic>,
        allowances: &mut Vec<check::Allowance>,
    ) -> Option<(Site, Theme, Engine)> {
        let theme = self.theme(&walked, &files, found);
        let bundle = render::bundle(&theme, &settings, found);
        let engine = Engine::new(&theme, &settings, bundle, found)?;
        let files_of = |file: &FileId| (*file, files.path(*file));
        for (file, path) in
            walked.data.values().map(files_of).chain(walked.theme.iter().map(|(file, _)| files_of(file)))
        {
            // A file that cannot be read is reported by the stage that wants it.
            let is_read = path.ends_with(".yaml") || path.ends_with(".yml");
            let text = is_read.then(|| self.sources.read(path).ok()).flatten();
            let text = text.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
            allowances.extend(check::allowances(file, path, &text, 0));
        }
        let records = load::records(&walked.data, self.sources, found);
        let read = |(file, path): &(FileId, String)| {
            let mut found = Vec::new();
            let mut allowances = Vec::new();
            let front = match self.sources.read(path) {
                Ok(bytes) => {
                    let front = load::front_matter(*file, &bytes, &mut found);
                    if let (Some(front), Ok(text)) = (&front, std::str::from_utf8(&bytes)) {
                        allowances = check::allowances(*file, path, text, front.body);
                    }
                    front
                }
                Err(error) => {
                    found.push(unreadable(*file, path, &error));
                    None
                }
            };
            let below = path.strip_prefix("content/").unwrap_or(path).to_owned();
            (front.map(|front| (*file, below, front)), found, allowances)
        };
        let read: Vec<_> = self.pool.install(|| walked.pages.par_iter().map(read).collect());
        let mut pages = Vec::with_capacity(read.len());
        for (page, problems, allowed) in read {
            pages.extend(page);
            allowances.extend(allowed);
            found.extend(problems);
        }
        if pages.is_empty() {
            found.push(
                Diagnostic::error("empty-site", "there is no page in `content/`")
                    .help("write content/_index.md, the home page; `signpost new DIR` makes a site with an example of each page")
                    .always_stops(),
            );
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
        load::files(&mut site, self.sources);
        load::parts(&mut site, self.sources, &theme, found);
        load::meanings(&mut site, self.sources);
        load::references(&mut site, self.sources, found);
        load::documents(&mut site, found);
        load::media(&mut site, self.sources, found);
        load::progress(&mut site, self.sources, &theme);
        site.name_services();
        load::history(&site, self.sources, found);
        load::changes(&mut site);
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
