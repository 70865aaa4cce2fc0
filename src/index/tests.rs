//! A small site through the whole index: built, asked, exported, and the export read again.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::date;
use serde_json::Value;
use tantivy::fieldnorm::FieldNormReader;

use super::export::read_digits;
use super::*;
use crate::config;
use crate::model::ContentType;
use crate::model::{
    Common, Details, Form, GlossaryTerm, Group, GroupId, Kind, Page, PageId, PlainSection, PlainText, Publication,
    Records, SearchText, Site, Variant,
};
use crate::source::Files;

const SETTINGS: &str = r#"
title = "Test"
base_url = "https://test.example/sub"
languages = ["en", "pl"]
"#;

fn page(id: u32, address: &str, title: &str, group: u32) -> Page {
    let form = if address.ends_with("/easy-read/") { Form::Easy } else { Form::Standard };
    Page {
        id: PageId(id),
        origin: None,
        address: address.to_owned(),
        variant: Variant { language: u8::from(address.starts_with("/pl/")), form },
        group: GroupId(group),
        section: None,
        kind: Kind::Content,
        content_type: ContentType::Page,
        common: Common { title: title.to_owned(), ..Common::default() },
        details: Details::None,
        publication: Publication::Live,
        references: Vec::new(),
        part: 1,
        is_fallback: false,
    }
}

fn glossary(mut page: Page, synonyms: &[&str]) -> Page {
    let synonyms = synonyms.iter().map(|name| (*name).to_owned()).collect();
    page.details = Details::Glossary(Box::new(GlossaryTerm { synonyms, easy: None, meaning: String::new() }));
    page
}

/// Pages with their bodies, in the order of addresses.
fn pages() -> Vec<(Page, &'static str)> {
    let mut refuge = page(8, "/services/zoe-house/", "Zoe House refuge", 6);
    refuge.common.sensitive = true;
    refuge.common.quiet_title = Some("Zoe House".to_owned());
    let mut draft = page(9, "/services/zzz/", "Unwritten respite draft", 7);
    draft.publication = Publication::Draft;
    vec![
        (page(0, "/a-break/", "Time away", 0), "A short break for carers, at home or elsewhere."),
        (page(1, "/breaks/", "Sitting service", 1), "Someone sits with the person. This is respite."),
        (page(2, "/breaks/easy-read/", "Sitting service", 1), "A kind visitor stays with Mum."),
        (glossary(page(3, "/glossary/respite/", "Respite care", 2), &["respite", "short break"]), "Time off."),
        (page(4, "/pl/breaks/", "Opieka zastępcza", 1), "Chwila odpoczynku dla opiekuna."),
        (page(5, "/services/hub/", "Carers Hub", 3), "Advice for carers, and a café for carers."),
        (page(6, "/services/memory/", "Memory cafe", 4), "For people with dementia and their carers."),
        (page(7, "/services/respite/", "Respite scheme", 5), "Weekend stays."),
        (refuge, "A safe place."),
        (draft, "Not yet."),
    ]
}

fn site() -> Site {
    let mut found = Vec::new();
    let mut files = Files::default();
    let file = files.intern("site.toml");
    let raw = config::read(file, SETTINGS, &mut found).unwrap();
    let pages: Vec<Page> = pages().into_iter().map(|(page, _)| page).collect();
    let mut groups = vec![Group::default(); pages.len()];
    for page in &pages {
        groups[page.group.0 as usize].pages.push(page.id);
    }
    Site {
        settings: Arc::new(config::resolve(file, SETTINGS, &raw, &[], &mut found)),
        today: date(2026, 11, 22),
        pages,
        by_path: HashMap::new(),
        by_address: HashMap::new(),
        groups,
        taxonomies: Vec::new(),
        records: Records::default(),
        assets: BTreeMap::new(),
        lists: BTreeMap::new(),
        videos: BTreeMap::new(),
        parts: Default::default(),
        progress: Default::default(),
        files: Arc::new(files),
    }
}

fn built(site: &Site) -> Built {
    let mut builder = Builder::new(site);
    for (page, body) in pages() {
        let section = PlainSection { text: body.to_owned(), ..PlainSection::default() };
        builder.add(&SearchText { page: page.id, text: PlainText { sections: vec![section] } });
    }
    builder.finish()
}

fn found(words: &str) -> Vec<String> {
    let site = site();
    hits(&built(&site), &site, words).into_iter().map(|hit| hit.address).collect()
}

fn hits(built: &Built, site: &Site, words: &str) -> Vec<Hit> {
    search(built, site, words, 10).1.hits
}

#[test]
fn every_word_of_every_title_finds_its_page() {
    let site = site();
    let built = built(&site);
    for page in site.pages.iter().filter(|page| page.is_listed() && page.variant.form == Form::Standard) {
        for word in page.common.title.split(' ') {
            let hits = hits(&built, &site, word);
            assert!(hits.iter().any(|hit| hit.page == page.id), "{word} does not find {}", page.address);
        }
    }
}

#[test]
fn slips_beginnings_and_other_words_are_understood() {
    assert_eq!(found("resptie")[0], "/glossary/respite/");
    assert_eq!(found("dem"), ["/services/memory/"]);
    assert_eq!(found("cafés").len(), 2, "accents and plurals do not matter");
    assert!(found("short break").contains(&"/services/respite/".to_owned()), "the title's word has another name");
    assert!(found("short break").contains(&"/breaks/".to_owned()), "so has one in the body");
    assert!(found("respite").contains(&"/a-break/".to_owned()), "and the other way round");
    assert_eq!(found("xyzzyq"), Vec::<String>::new());
    assert_eq!(found("the of and 🙂 <b>"), Vec::<String>::new());
}

#[test]
fn pages_with_all_words_come_first() {
    let site = site();
    let hits = hits(&built(&site), &site, "carers dementia");
    assert!(hits[0].has_all && hits[0].address == "/services/memory/");
    assert!(hits.len() > 2 && !hits[1].has_all);
    let answer = ask(&built(&site), &site, 0, "carers qqqqqq dementai", 2);
    assert_eq!((answer.hits.len(), answer.unknown), (2, vec!["qqqqqq".to_owned()]));
    assert_eq!(answer.corrected, [("dementai".to_owned(), "dementia".to_owned())]);
}

#[test]
fn easy_read_words_find_the_page_they_explain() {
    assert_eq!(found("mum"), ["/breaks/"]);
    assert!(found("sitting").iter().all(|address| address != "/breaks/easy-read/"));
}

#[test]
fn a_sensitive_page_is_found_and_named_quietly() {
    let site = site();
    let hits = hits(&built(&site), &site, "refuge");
    assert_eq!(hits[0].title, "Zoe House");
    let exported = export(&built(&site), &site);
    let shown =
        |title: &str| exported.files.iter().any(|(_, content)| String::from_utf8_lossy(content).contains(title));
    assert!(shown("Zoe House") && !shown("refuge\""), "the card has the quiet title");
}

#[test]
fn languages_and_drafts_keep_apart() {
    assert_eq!(found("odpoczynku"), ["/pl/breaks/"], "what the main language has not is looked for in the others");
    assert_eq!(found("unwritten"), Vec::<String>::new());
    let site = site();
    assert_eq!(ask(&built(&site), &site, 1, "carers", 10).hits, []);
    assert_eq!(ask(&built(&site), &site, 7, "carers", 10), Answer::default());
}

#[test]
fn exporting_twice_gives_the_same_files() {
    let site = site();
    let exported = export(&built(&site), &site);
    assert_eq!(exported, export(&built(&site), &site));
    assert_eq!(exported.manifests.len(), 2);
    assert_eq!(exported.manifests[0].1["folder"], "/sub/assets/search/en/");
    let mut paths: Vec<&String> = exported.files.iter().map(|(path, _)| path).collect();
    paths.dedup();
    assert_eq!(paths.len(), exported.files.len());
}

#[test]
fn an_empty_site_has_no_manifest() {
    let mut site = site();
    site.pages.clear();
    let built = Builder::new(&site).finish();
    assert_eq!(export(&built, &site), Exported::default());
    assert_eq!(hits(&built, &site, "carers"), []);
}

/// Reads the export as the browser does.
struct Reader {
    files: HashMap<String, Value>,
    manifest: Value,
}

impl Reader {
    fn new(exported: &Exported) -> Self {
        let read = |(path, content): &(String, Vec<u8>)| (path.clone(), serde_json::from_slice(content).unwrap());
        let files: HashMap<String, Value> = exported.files.iter().map(read).collect();
        Self { files, manifest: exported.manifests[0].1.clone() }
    }

    fn file(&self, name: &str) -> &Value {
        &self.files[&format!("search/en/{name}.json")]
    }

    /// Scores of all documents for a word that the first part of the lexicon has.
    fn scores(&self, word: &str) -> Vec<f64> {
        let part = self.file(&format!("w0.{}", self.manifest["parts"][0][1].as_str().unwrap()));
        let (mut before, mut stems, mut place) = (String::new(), 0, None);
        let references = read_digits(part["r"].as_str().unwrap());
        let words = part["w"].as_str().unwrap();
        let starts: Vec<usize> =
            words.match_indices(|letter: char| letter.is_ascii_uppercase()).map(|(at, _)| at).collect();
        for (number, start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(words.len());
            let shared = usize::from(words.as_bytes()[*start] - b'A');
            before = before.chars().take(shared).chain(words[start + 1..end].chars()).collect();
            let stem = if references[number] == 0 { stems } else { stems + 1 - references[number] as usize };
            stems += usize::from(references[number] == 0);
            if before == word {
                place = Some(stem);
            }
        }
        self.score(part, place.expect("the word is in the lexicon"))
    }

    fn score(&self, part: &Value, mut place: usize) -> Vec<f64> {
        let counts = read_digits(part["s"].as_str().unwrap());
        let mut file = 0;
        while place >= counts[file] as usize {
            place -= counts[file] as usize;
            file += 1;
        }
        let hash = &part["h"].as_str().unwrap()[file * 5..file * 5 + 5];
        let texts = &self.file(&format!("p{}.{hash}", part["p"].as_u64().unwrap() as usize + file))[place];
        let documents = self.manifest["n"].as_u64().unwrap() as usize;
        let mut scores = vec![0.0; documents];
        for (field, text) in texts.as_array().unwrap().iter().enumerate() {
            let columns = read_digits(text.as_str().unwrap());
            let Some((count, columns)) = columns.split_first() else { continue };
            let (count, facts) = (*count as usize, &self.manifest["fields"][field]);
            let idf = (1.0 + (documents as f64 - count as f64 + 0.5) / (count as f64 + 0.5)).ln();
            let mut document = 0;
            for at in 0..count {
                document += columns[at] as usize + usize::from(at > 0);
                let often = f64::from(columns[count + at] + 1);
                let id =
                    u8::try_from(facts[2].as_u64().unwrap()).unwrap() + u8::try_from(columns[2 * count + at]).unwrap();
                let length = f64::from(FieldNormReader::id_to_fieldnorm(id));
                let norm = 1.2 * (0.25 + 0.75 * length / facts[1].as_f64().unwrap());
                scores[document] += facts[0].as_f64().unwrap() * idf * 2.2 * often / (often + norm);
            }
        }
        scores
    }
}

#[test]
fn the_export_holds_all_that_bm25_needs() {
    let site = site();
    let built = built(&site);
    let reader = Reader::new(&export(&built, &site));
    for word in ["carers", "respite", "cafe", "break", "dementia", "advice", "away", "weekend"] {
        let mut expected = vec![0.0; reader.manifest["n"].as_u64().unwrap() as usize];
        for hit in ask(&built, &site, 0, word, 100).hits {
            let document = built.languages[&0].pages.iter().position(|page| page.page == hit.page).unwrap();
            expected[document] = f64::from(hit.score);
        }
        for (document, score) in reader.scores(word).iter().enumerate() {
            assert!((score - expected[document]).abs() < 1e-5, "{word} in {document}: {score}, {}", expected[document]);
        }
    }
}
