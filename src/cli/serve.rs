//! `signpost serve`: shows the site on this machine, with what was found, and again after every change.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::session::{Failure, Session};
use super::summary::summary;
use super::terminal::{print, print_error, progress};
use crate::diagnostic::report::{Format, places};
use crate::model::Site;
use crate::project::{Options, Report};
use crate::serve::{self, Changes, Finding, Preview};
use crate::sink::Memory;
use crate::source::FileId;

/// The most findings printed after a change; the page of all findings has the rest.
const MOST_PRINTED: usize = 20;

/// Shows the site on this machine while you write. Nobody else can reach it, and no file is written.
///
/// Drafts are shown, and the findings of a page beside it. A page that cannot be made keeps its last good form.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  signpost serve --port 8080")]
pub struct Args {
    /// The port; the next free one where it is taken.
    #[arg(long, value_name = "NUMBER", default_value_t = 8000)]
    port: u16,
    /// Looks for changes again and again, for folders of other machines and containers.
    #[arg(long)]
    poll: bool,
    /// Shows exactly what readers would get: no drafts, no findings, no reloading.
    #[arg(long)]
    production: bool,
}

/// Runs the command until the person stops it.
pub fn run(folder: &Path, arguments: &Args) -> Result<u8, Failure> {
    let started = Instant::now();
    progress("Reading the site");
    let options = Options { drafts: !arguments.production, preview: true, ..Options::default() };
    let mut session = Session::open(folder, options)?;
    let listener = serve::bind(arguments.port).map_err(|error| {
        Failure::new(format!("port {} cannot be used: {error}", arguments.port), "give another: `--port 8080`")
    })?;
    // Watching begins before the first build, so that an edit during it is not lost.
    let (changes, why) = Changes::start(&session.root, Arc::clone(&session.sources), arguments.poll);
    let mut sink = Memory::new();
    let report = session.build(&mut sink)?;
    say(&session, &report, started.elapsed());
    if let Some(why) = why {
        print_error(&format!("changes are looked for every moment, as this system cannot tell of them: {why}\n"));
    }
    let first = preview(&session, &report, &sink);
    let port = listener.local_addr().map_or(arguments.port, |address| address.port());
    let address = format!("http://127.0.0.1:{port}{}\n", first.base_path);
    let sources = Arc::clone(&session.sources);
    let rebuild = move |changed: &[String]| rebuild(&mut session, &mut sink, changed);
    serve::run(listener, sources, arguments.production, first, changes, rebuild, || print(&address))
        .map_err(|error| Failure::new(format!("the server stopped: {error}"), "start it again"))?;
    Ok(0)
}

/// Makes the site again. Where that cannot be done the last pages stay, with the reason beside them.
fn rebuild(session: &mut Session, sink: &mut Memory, changed: &[String]) -> Preview {
    let started = Instant::now();
    match session.update(changed).and_then(|()| session.build(sink)) {
        Ok(report) => {
            say(session, &report, started.elapsed());
            preview(session, &report, sink)
        }
        Err(failure) => {
            failure.print();
            let trouble = Some(format!("{}{}\n{}", failure.findings, failure.message, failure.hint));
            Preview { trouble, ..preview(session, &Report::default(), sink) }
        }
    }
}

fn say(session: &Session, report: &Report, took: Duration) {
    let findings = session.findings(report, Format::Short, false);
    let count = findings.lines().count();
    let shown: String = findings.split_inclusive('\n').take(MOST_PRINTED).collect();
    let more = match count.saturating_sub(MOST_PRINTED) {
        0 => String::new(),
        more => format!("and {more} more: see /__signpost/ in the browser\n"),
    };
    print_error(&format!("{shown}{more}{}", summary(report, took, "shown, not written")));
}

fn preview(session: &Session, report: &Report, sink: &Memory) -> Preview {
    let pages = pages_by_file(session.project.site());
    let placed = places(&report.diagnostics, &report.files, session.sources.as_ref());
    let findings = placed.into_iter().map(|(diagnostic, place)| Finding {
        severity: diagnostic.severity,
        rule: diagnostic.rule.to_owned(),
        message: diagnostic.message.clone(),
        place: place.map(|place| match place.start {
            Some((line, column)) => format!("{}:{line}:{column}", place.path),
            None => place.path,
        }),
        help: diagnostic.help.clone(),
        pages: diagnostic.span.and_then(|span| pages.get(&span.file).cloned()).unwrap_or_default(),
    });
    let site = session.project.site();
    Preview {
        files: sink.published(),
        paths: Arc::clone(&site.files),
        findings: findings.collect(),
        base_path: site.settings.base_path.clone(),
        trouble: None,
    }
}

/// The addresses made from each file.
fn pages_by_file(site: &Site) -> HashMap<FileId, Vec<String>> {
    let mut pages: HashMap<FileId, Vec<String>> = HashMap::new();
    for page in &site.pages {
        if let Some(origin) = &page.origin {
            pages.entry(origin.file).or_default().push(page.address.clone());
        }
    }
    pages
}
