//! A film may be larger than memory: it is looked at by its first bytes, handed to the sink as a copy, and copied a
//! piece at a time. One that a host would refuse is named.

use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use signpost::diagnostic::{Diagnostic, Severity};
use signpost::project::{Options, Project};
use signpost::sink::{Body, Sink, Staging};
use signpost::source::{Files, Memory, SourceFile, Sources};

use crate::harness::{NOW, files};

const FILM: &str = "content/film/strategy.mp4";

/// A site in memory with a film of any size, which cannot be read whole.
struct Cinema {
    rest: Memory,
    size: u64,
    /// How much of the film was read, and the largest piece asked for.
    read: Arc<AtomicU64>,
    piece: Arc<AtomicUsize>,
}

struct Film {
    at: u64,
    size: u64,
    read: Arc<AtomicU64>,
    piece: Arc<AtomicUsize>,
}

impl Read for Film {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        const START: &[u8] = b"\0\0\0\x10ftypisom\0\0\0\0";
        let count = buffer.len().min(usize::try_from(self.size - self.at).unwrap_or(usize::MAX));
        for (place, byte) in buffer[..count].iter_mut().enumerate() {
            let at = usize::try_from(self.at).unwrap_or(usize::MAX).saturating_add(place);
            *byte = START.get(at).copied().unwrap_or(0);
        }
        self.at += count as u64;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        self.piece.fetch_max(buffer.len(), Ordering::Relaxed);
        Ok(count)
    }
}

impl Sources for Cinema {
    fn list(&self, files: &mut Files) -> io::Result<(Vec<SourceFile>, Vec<Diagnostic>)> {
        let (mut list, found) = self.rest.list(files)?;
        list.iter_mut().filter(|file| file.path == FILM).for_each(|file| file.size = self.size);
        Ok((list, found))
    }

    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        assert_ne!(path, FILM, "the film is loaded whole");
        self.rest.read(path)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send>> {
        if path != FILM {
            return self.rest.open(path);
        }
        let (read, piece) = (Arc::clone(&self.read), Arc::clone(&self.piece));
        Ok(Box::new(Film { at: 0, size: self.size, read, piece }))
    }

    fn now(&self) -> Timestamp {
        self.rest.now()
    }
}

fn cinema(size: u64, hosting: &str) -> Cinema {
    let settings = format!(
        "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\"]\n\
         [organisation]\nname = \"Mereshire County Council\"\ncounty = \"Mereshire\"\ncountry = \"GB\"\n\
         [help]\nphone = \"01632 960000\"\n[owners]\n\"Carers team\" = \"team@example.org\"\n{hosting}"
    );
    let film = "---\ntitle: Film\nowner: Carers team\n---\n\n\
                ::: video title=\"Our strategy\" src=strategy.mp4 captions=strategy.vtt\n:::\n";
    let captions = "WEBVTT\n\n00:00.000 --> 00:04.000\nWords.\n";
    let rest = files(&[
        ("site.toml", &settings),
        ("content/_index.md", "---\ntitle: Home\nowner: Carers team\n---\n"),
        ("content/film.md", film),
        ("content/film/strategy.vtt", captions),
        (FILM, ""),
    ]);
    let now = Timestamp::from_second(NOW).expect("a moment");
    Cinema { rest: Memory::new(rest, now), size, read: Arc::default(), piece: Arc::default() }
}

/// Keeps what it is told to copy.
#[derive(Default)]
struct Copies(Mutex<Vec<String>>);

impl Sink for Copies {
    fn put(&self, path: &str, body: Body) -> io::Result<()> {
        if matches!(body, Body::Copy(_)) {
            self.0.lock().expect("no test fails with it").push(path.to_owned());
        }
        Ok(())
    }

    fn commit(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn discard(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_film_larger_than_memory_is_copied_and_never_loaded() {
    let site = Arc::new(cinema(3 << 40, "[hosting]\nhosts = [\"nginx\"]\n"));
    let mut project = Project::open(Arc::clone(&site) as Arc<dyn Sources>, Options::default()).expect("it opens");
    let mut sink = Copies::default();
    let report = project.build(&mut sink).expect("it is made");
    assert!(report.diagnostics.is_empty(), "{:?}", report.diagnostics);
    let copies = sink.0.into_inner().expect("no test fails with it");
    assert!(copies.contains(&"film/strategy.mp4".to_owned()), "{copies:?}");
    let read = site.read.load(Ordering::Relaxed);
    assert!(read <= 64 << 10, "{read} bytes were read to learn what it is");
}

#[test]
fn a_film_is_written_a_piece_at_a_time() {
    const SIZE: u64 = 24 << 20;
    let site = Arc::new(cinema(SIZE, "[hosting]\nhosts = [\"nginx\"]\n"));
    let mut paths = Files::default();
    let film = paths.intern(FILM);
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("public");
    let mut sink =
        Staging::new(&output, Arc::clone(&site) as Arc<dyn Sources>, Arc::new(paths)).expect("it can be written");
    sink.put("film/strategy.mp4", Body::Copy(film)).expect("the disk takes it");
    sink.put("build.json", Body::Bytes(br#"{"generator":"signpost"}"#.to_vec())).expect("the disk takes it");
    sink.commit().expect("the disk takes it");
    let written = std::fs::metadata(output.join("film/strategy.mp4")).expect("it is there").len();
    assert_eq!((written, site.read.load(Ordering::Relaxed)), (SIZE, SIZE));
    let piece = site.piece.load(Ordering::Relaxed);
    assert!(piece <= 1 << 20, "it is read in pieces of {piece} bytes");
}

#[test]
fn a_film_that_a_host_would_refuse_is_named() {
    let found = |size: u64, hosting: &str| {
        let sources = Arc::new(cinema(size, hosting));
        let mut project = Project::open(sources as Arc<dyn Sources>, Options::default()).expect("it opens");
        let report = project.build(&mut Copies::default()).expect("it is made");
        let about = report.diagnostics.into_iter().filter(|finding| finding.rule == "oversized-file");
        about.map(|finding| (finding.severity, finding.message)).collect::<Vec<_>>()
    };
    let said = |names: &str| format!("`film/strategy.mp4` has 125 MB, more than {names} takes");
    let both = said("Cloudflare Pages (25 MiB) and GitHub Pages (100 MiB)");
    assert_eq!(found(125_000_000, ""), [(Severity::Warning, both)]);
    let one = "[hosting]\nhosts = [\"cloudflare\", \"nginx\"]\n";
    assert_eq!(found(125_000_000, one), [(Severity::Error, said("Cloudflare Pages (25 MiB)"))]);
    assert_eq!(found(25 << 20, one), []);
    assert_eq!(found(125_000_000, "[hosting]\nhosts = [\"nginx\"]\n"), []);
}
