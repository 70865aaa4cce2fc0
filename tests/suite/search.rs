//! The search of the browser against tantivy's: the same words, the same pages, the same order.
//!
//! `tests/suite/search/*.mjs` run the script that readers get in Node, over the files that readers get.

mod corpus;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use signpost::index::{self, Builder, Built, Exported};
use signpost::model::{Kind, Page, SearchText, Site};
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use crate::harness::{Failures, build, demonstration_made, expect, files, open, root, tests};
use corpus::{Corpus, Rng, english_shapes, query_of, slips};

/// An index and everything that a browser would fetch of it.
struct Indexed<'a> {
    site: &'a Site,
    built: &'a Built,
    exported: Exported,
}

impl<'a> Indexed<'a> {
    fn new(site: &'a Site, built: &'a Built) -> Self {
        Self { site, built, exported: index::export(built, site) }
    }

    /// What tantivy says to a query in a language.
    fn expected(&self, language: u8, query: &str) -> Value {
        let answer = index::ask(self.built, self.site, language, query, 60);
        let hits: Vec<Value> = answer
            .hits
            .iter()
            .map(|hit| {
                json!([
                    hit.address,
                    hit.score,
                    hit.has_all,
                    hit.section.as_ref().and_then(|(_, address)| address.split('#').next_back())
                ])
            })
            .collect();
        json!({ "query": query, "hits": hits, "total": answer.total, "corrected": answer.corrected, "unknown": answer.unknown })
    }

    /// Asks in the browser's script and in tantivy, and gives what the script counted. Fails where they differ.
    fn compare(&self, language: u8, queries: &[String]) -> Value {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let write = |path: &str, content: &[u8]| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a temporary folder can be written");
            fs::write(path, content).expect("a temporary folder can be written");
        };
        for (path, content) in &self.exported.files {
            write(&format!("assets/{path}"), content);
        }
        let manifest = self.exported.manifests.iter().find(|(known, _)| *known == language).expect("it has pages");
        write("manifest.json", manifest.1.to_string().as_bytes());
        let expected: Vec<Value> = queries.iter().map(|query| self.expected(language, query)).collect();
        write("expected.json", json!(expected).to_string().as_bytes());
        let said = node("parity.mjs", folder.path());
        serde_json::from_str(said.lines().last().unwrap_or_default()).expect("the last line is JSON")
    }
}

/// Indexes a corpus without rendering it.
fn indexed(site: &Site, corpus: &Corpus) -> Built {
    let mut builder = Builder::new(site);
    let is_own = |page: &&Page| page.origin.is_some() && page.kind != Kind::Bsl;
    let mut pages: Vec<&Page> = site.public_pages().filter(is_own).collect();
    index::sort(site, &mut pages);
    for page in pages {
        builder.add(&SearchText { page: page.id, text: corpus.text(&page.address) });
    }
    builder.finish()
}

/// Runs a script of this suite in Node, over the search script that readers get.
fn node(script: &str, folder: &Path) -> String {
    let module = root().join("themes/signpost/assets/search.js");
    let mut command = Command::new("node");
    command.arg(tests("suite/search").join(script)).arg(module).arg(folder);
    let output = command.output().expect("Node 20.19 or newer must be installed to test the search of the browser");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn the_browser_ranks_as_tantivy_does_in_every_language() {
    for code in ["en", "pl", "ur", "de"] {
        let corpus = Corpus::new(code, 400, 60);
        let project = open(&corpus.files());
        let built = indexed(project.site(), &corpus);
        let told = Indexed::new(project.site(), &built).compare(0, &corpus.queries(200));
        assert!(told["found"].as_u64() > Some(150), "{code}: most queries must find something: {told}");
        assert!(told["sections"].as_u64() > Some(10), "{code}: some must lead to a section: {told}");
    }
}

#[test]
fn the_order_is_tantivys_where_only_the_heads_of_long_postings_are_fetched() {
    let corpus = Corpus::new("en", 9_000, 30);
    let project = open(&corpus.files());
    let built = indexed(project.site(), &corpus);
    let told = Indexed::new(project.site(), &built).compare(0, &corpus.queries(200));
    assert!(told["cut"].as_u64() > Some(50), "many queries must meet postings that are cut: {told}");
    assert!(told["proved"].as_u64() > Some(20), "some must be proved by the heads alone: {told}");
    assert!(told["refined"].as_u64() > Some(20), "some must need a tail: {told}");
}

#[test]
fn the_demonstration_ranks_alike() {
    let (project, report) = demonstration_made().inside.as_ref().expect("the demonstration can be opened");
    let built = report.index.as_ref().expect("it has an index");
    let indexed = Indexed::new(project.site(), built);
    let titles: Vec<String> = project.site().public_pages().map(|page| page.common.title.clone()).collect();
    let mut rng = Rng::new(7);
    for (language, _) in &indexed.exported.manifests {
        let queries: Vec<String> = (0..100).map(|_| query_of(&mut rng, &titles)).collect();
        indexed.compare(*language, &queries);
    }
}

#[test]
fn every_word_of_every_title_and_each_kind_of_slip_finds_its_page() {
    let corpus = Corpus::new("en", 300, 40);
    let project = open(&corpus.files());
    let site = project.site();
    let built = indexed(site, &corpus);
    let mut rng = Rng::new(3);
    let finds = |query: &str, address: &str| {
        index::ask(&built, site, 0, query, usize::MAX).hits.iter().any(|hit| hit.address == address)
    };
    for page in site.public_pages().filter(|page| page.origin.is_some() && page.kind == Kind::Content) {
        for word in page.common.title.split(' ').filter(|word| word.len() > 2) {
            assert!(finds(word, &page.address), "{word:?} does not find {}", page.address);
        }
        // A slip may make another word that is there; the whole title with one slip still finds its page.
        for slip in slips(&mut rng, &page.common.title) {
            assert!(finds(&slip, &page.address), "{slip:?} does not find {}", page.address);
        }
    }
}

/// The format that a phone may still hold from yesterday: a change of it is a change of `search.js`, too.
#[test]
fn the_files_of_a_tiny_site_stay_as_they_are() {
    let made = build(&files(&[
        ("site.toml", TINY),
        ("content/_index.md", "---\ntitle: Carers\n---\nHelp for carers.\n"),
        (
            "content/breaks.md",
            "---\ntitle: Breaks\nsummary: Time away.\ntopics: [Rest]\n---\nA short break for carers.\n",
        ),
        ("content/breaks.easy.md", "---\ntitle: Breaks\n---\nYou can rest.\n"),
    ]));
    let (project, report) = made.inside.as_ref().expect("it can be opened");
    let exported = index::export(report.index.as_ref().expect("it has an index"), project.site());
    assert_eq!(exported, index::export(report.index.as_ref().expect("it has an index"), project.site()));
    let mut told = String::new();
    for (path, content) in &exported.files {
        told.push_str(&format!("{path}\n{}\n\n", String::from_utf8_lossy(content)));
    }
    for (_, manifest) in &exported.manifests {
        told.push_str(&format!("the manifest\n{manifest:#}\n"));
    }
    let mut failures = Failures::default();
    expect(&tests("suite/search/tiny.txt"), &told, &mut failures);
    failures.end();
}

const TINY: &str = "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n\
                    [taxonomies.topics]\ntitle = \"Topics\"\n";

/// Words that exercise every rule: stems of all shapes with every chain of endings.
#[test]
fn stems_are_tantivys() {
    let mut analyser = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::English)).build();
    let mut words = english_shapes();
    for (path, bytes) in &demonstration_made().files {
        if path.ends_with(".html") {
            let text = String::from_utf8_lossy(bytes);
            let own = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
            words.extend(own.map(str::to_ascii_lowercase));
        }
    }
    words.sort_unstable();
    words.dedup();
    assert!(words.len() > 100_000, "{}", words.len());
    let mut pairs = String::new();
    for word in &words {
        let mut stream = analyser.token_stream(word);
        assert!(stream.advance());
        pairs.push_str(&format!("{word} {}\n", stream.token().text));
    }
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("stems.txt"), pairs).expect("a temporary folder can be written");
    node("stems.mjs", folder.path());
}
