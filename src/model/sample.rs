//! A small site for the unit tests of the stages.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::date;

use super::ContentType;
use super::{Common, Details, Form, Group, GroupId, Kind, Origin, Page, PageId, Publication, Records, Site, Variant};
use crate::config;
use crate::source::{FileId, Files};

/// A page for everyone in the main language, which readers can see.
pub fn page(address: &str, title: &str) -> Page {
    let path = format!("{}.md", address.trim_matches('/'));
    Page {
        id: PageId(0),
        origin: Some(Origin { file: FileId(0), path, body: 0 }),
        address: address.into(),
        variant: Variant { language: 0, form: Form::Standard },
        group: GroupId(0),
        section: None,
        kind: Kind::Content,
        content_type: ContentType::Page,
        common: Common { title: title.into(), ..Common::default() },
        details: Details::None,
        publication: Publication::Live,
        references: Vec::new(),
        part: 1,
        is_fallback: false,
        copy: None,
    }
}

/// A site of these pages in English, Polish and Urdu, on 1 November 2026, with more settings as in `site.toml`. Every
/// page is a group of its own, and its file has the number of the page.
pub fn site(more: &str, mut pages: Vec<Page>) -> Site {
    let text = format!(
        "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\", \"ur\"]\n{more}"
    );
    let mut found = Vec::new();
    let raw = config::read(FileId(0), &text, &mut found).expect("settings that can be read");
    let settings = config::resolve(FileId(0), &text, &raw, &[], &mut found);
    let mut files = Files::default();
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    for (number, page) in (0u32..).zip(&mut pages) {
        (page.id, page.group) = (PageId(number), GroupId(number));
        if let Some(origin) = &mut page.origin {
            origin.file = files.intern(&format!("content/{}", origin.path));
        }
    }
    Site {
        settings: Arc::new(settings),
        today: date(2026, 11, 1),
        by_path: HashMap::new(),
        by_address: pages.iter().map(|page| (page.address.clone(), page.id)).collect(),
        groups: pages.iter().map(|page| Group { main: Some(page.id), pages: vec![page.id] }).collect(),
        pages,
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
