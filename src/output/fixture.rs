//! A small site for the tests of the formats.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::{self, Settings};
use crate::content_type::ContentType;
use crate::data::Value;
use crate::model::{
    Common, Details, Form, Group, GroupId, Kind, Page, PageId, Publication, Records, Site, Update, UpdateKind, Variant,
};
use crate::source::FileId;

/// The settings of the site, after a change.
pub fn settings(change: impl FnOnce(&mut Settings)) -> Arc<Settings> {
    let text = "title = \"Mereshire Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
                [organisation]\nname = \"Mereshire County Council\"\n";
    let mut found = Vec::new();
    let raw = config::read(FileId(0), text, &mut found).unwrap_or(Value::Null);
    let mut settings = config::resolve(FileId(0), text, &raw, &[], &mut found);
    assert!(found.is_empty(), "{found:?}");
    change(&mut settings);
    Arc::new(settings)
}

/// A home page, a service in two languages and in Easy Read, and two updates.
pub fn site() -> Site {
    let update = |date, kind| Details::Update(Box::new(Update { date: day(date), kind, about: Vec::new() }));
    let mut pages = vec![
        page("/", "Home", 0, (0, Form::Standard)),
        page("/hub/", "Hub", 1, (0, Form::Standard)),
        page("/hub/easy-read/", "Hub", 1, (0, Form::Easy)),
        page("/pl/hub/", "Hub", 1, (1, Form::Standard)),
        page("/updates/new-hub/", "The hub is new", 2, (0, Form::Standard)),
        page("/updates/talk/", "Tea & talk moves", 3, (0, Form::Standard)),
    ];
    pages[1].common.reviewed = Some(day("2026-10-03"));
    pages[1].common.updated = Some(day("2026-09-01"));
    pages[4].details = update("2026-10-30", UpdateKind::New);
    pages[5].details = update("2026-11-02", UpdateKind::Changed);
    for (number, page) in pages.iter_mut().enumerate() {
        page.id = PageId(u32::try_from(number).expect("a few pages"));
    }
    let groups = (0..4).map(|group| {
        let ids: Vec<PageId> = pages.iter().filter(|page| page.group == GroupId(group)).map(|page| page.id).collect();
        Group { main: ids.first().copied(), pages: ids }
    });
    Site {
        settings: settings(|_| {}),
        today: day("2026-11-22"),
        by_path: HashMap::new(),
        by_address: pages.iter().map(|page| (page.address.clone(), page.id)).collect(),
        groups: groups.collect(),
        taxonomies: Vec::new(),
        records: Records::default(),
        assets: BTreeMap::new(),
        lists: BTreeMap::new(),
        videos: BTreeMap::new(),
        files: Arc::default(),
        pages,
    }
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn page(address: &str, title: &str, group: u32, (language, form): (u8, Form)) -> Page {
    Page {
        id: PageId(0),
        origin: None,
        address: address.into(),
        variant: Variant { language, form },
        group: GroupId(group),
        section: None,
        kind: Kind::Content,
        content_type: ContentType::Page,
        common: Common { title: title.into(), ..Common::default() },
        details: Details::None,
        publication: Publication::Live,
        part: 1,
        references: Vec::new(),
    }
}
