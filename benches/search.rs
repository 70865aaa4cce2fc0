//! Measures the search index of a site: time to index and to export, files and bytes, time to answer.
//!
//!     cargo bench --bench search                    # the demonstration site
//!     SITE=path/to/site cargo bench --bench search  # any other
//!     OUT=path/to/folder …                          # also writes what was exported, and the manifests beside it
//!
//! Times are of one thread, the middle of five runs; compare ratios of one machine and one hour. Bytes are those of the
//! files as they are, and compressed each by itself with gzip at level 9, as hosts send them.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use signpost::index::{self, Builder, Built};
use signpost::load;
use signpost::model::{SearchText, Site};
use signpost::project::{Options, Project};
use signpost::source::{Disk, Sources};
use signpost::theme::Theme;

const RUNS: usize = 5;
const QUERIES: [&str; 6] = ["carers", "young carers", "help with money for carers", "resptie", "dem", "short breaks"];

fn main() {
    let site = std::env::var("SITE").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let disk = Arc::new(Disk::new(Path::new(&site)).expect("the site's folder can be read"));
    let project = Project::open(Arc::clone(&disk) as Arc<dyn Sources>, Options { threads: 1, ..Options::default() });
    let project = project.unwrap_or_else(|error| panic!("the site cannot be opened: {error}"));
    let site = project.site();
    let texts = texts(site, disk.as_ref());
    let built = build(site, &texts);
    println!("{} pages indexed of {}", texts.len(), site.pages.len());
    time("index", || drop(build(site, &texts)));
    time("export", || drop(index::export(&built, site)));
    for query in QUERIES {
        time(&format!("ask {query:?}"), || drop(index::search(&built, site, query, 10)));
    }
    sizes(&built, site);
    if let Ok(folder) = std::env::var("OUT") {
        write(&built, site, Path::new(&folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    }
}

fn write(built: &Built, site: &Site, folder: &Path) -> std::io::Result<()> {
    let exported = index::export(built, site);
    for (path, content) in &exported.files {
        let path = folder.join("assets").join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, content)?;
    }
    for (language, manifest) in &exported.manifests {
        std::fs::write(folder.join(format!("manifest-{language}.json")), manifest.to_string())?;
    }
    Ok(())
}

/// The words of every page that somebody wrote.
fn texts(site: &Site, sources: &dyn Sources) -> Vec<SearchText> {
    let theme = Theme::new(&[], &mut Vec::new());
    let mut texts = Vec::new();
    let mut pages: Vec<_> = site.public_pages().filter(|page| page.is_listed() && page.part == 1).collect();
    index::sort(site, &mut pages);
    for page in pages {
        let Some(origin) = &page.origin else { continue };
        let Ok(bytes) = sources.read(&format!("content/{}", origin.path)) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        texts.push(SearchText { page: page.id, text: load::parse(page, &text, site, &theme).text });
    }
    texts
}

fn build(site: &Site, texts: &[SearchText]) -> Built {
    let mut builder = Builder::new(site);
    texts.iter().for_each(|text| builder.add(text));
    builder.finish()
}

fn time(what: &str, mut run: impl FnMut()) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what:34} {:9.1} ms", times[RUNS / 2].as_secs_f64() * 1000.0);
}

/// Files by kind: how many, how large, and how large as hosts send them.
fn sizes(built: &Built, site: &Site) {
    let mut kinds: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (path, content) in index::export(built, site).files {
        let name = path.rsplit('/').next().unwrap_or_default();
        let kind = name.split(|letter: char| letter.is_ascii_digit() || letter == '.').next().unwrap_or_default();
        kinds.entry(kind.to_owned()).or_default().push((content.len(), gzipped(&content)));
    }
    println!("{:16} {:>6} {:>10} {:>10} {:>8} {:>8}", "kind", "files", "bytes", "gzipped", "average", "largest");
    for (kind, sizes) in kinds {
        let sum = |of: fn(&(usize, usize)) -> usize| sizes.iter().map(of).sum::<usize>();
        let (bytes, sent) = (sum(|size| size.0), sum(|size| size.1));
        let largest = sizes.iter().map(|size| size.1).max().unwrap_or_default();
        println!("{kind:16} {:6} {bytes:10} {sent:10} {:8} {largest:8}", sizes.len(), sent / sizes.len());
    }
}

fn gzipped(content: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).expect("memory takes everything");
    encoder.finish().expect("memory takes everything").len()
}
