//! A small site through the whole index: built, asked, exported, and the export read again.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::date;

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
        copy: None,
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
        recordings: BTreeMap::new(),
        tracks: BTreeMap::new(),
        parts: Default::default(),
        progress: Default::default(),
        changes: Default::default(),
        list_ids: HashMap::new(),
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
fn the_page_that_bears_a_name_comes_before_those_that_have_it_in_theirs() {
    assert_eq!(found("short break")[0], "/glossary/respite/");
    let site = site();
    let built = built(&site);
    let part = |found: &[Vec<Part>], field| found[0].iter().any(|part| part.field == field);
    let named = explain(&built, &site, 0, "break", &hits(&built, &site, "break")[..1]);
    assert!(part(&named, "summary"), "the name is all that its title says");
    let schemes: Vec<Hit> =
        hits(&built, &site, "break").into_iter().filter(|hit| hit.title == "Respite scheme").collect();
    let partly = explain(&built, &site, 0, "break", &schemes);
    assert!(part(&partly, "synonyms") && !part(&partly, "summary"));
}

#[test]
fn documents_are_sorted_by_the_words_that_addresses_share() {
    let mut site = site();
    let wanted = [
        "/",
        "/guides/money/",
        "/services/aldbury-hub/",
        "/services/kenside-hub/",
        "/services/wadstow-hub/",
        "/services/wadstow-hub-2/",
        "/services/aldbury-respite-scheme/",
        "/services/kenside-respite-scheme/",
        "/services/kenside-respite-scheme/easy-read/",
    ];
    let mut addresses = wanted;
    addresses.sort_unstable();
    let group = |id: u32| id - u32::from(addresses[id as usize].ends_with("/easy-read/"));
    site.pages = addresses.iter().zip(0..).map(|(address, id)| page(id, address, "", group(id))).collect();
    site.groups = vec![Group::default(); addresses.len()];
    for page in &site.pages {
        site.groups[page.group.0 as usize].pages.push(page.id);
    }
    let mut sorted: Vec<&Page> = site.pages.iter().rev().collect();
    sort(&site, &mut sorted);
    assert_eq!(sorted.iter().map(|page| page.address.as_str()).collect::<Vec<_>>(), wanted);
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
