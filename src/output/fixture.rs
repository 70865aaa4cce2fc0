//! A small site for the tests of the formats.

use std::sync::Arc;

use jiff::civil::Date;

use crate::config::Settings;
use crate::model::{Details, Form, Group, PageId, Site, Update, UpdateKind, Variant, sample};

/// A home page, a service in two languages and in Easy Read, and two updates.
pub fn site() -> Site {
    let pages = [
        ("/", "Home"),
        ("/hub/", "Hub"),
        ("/hub/easy-read/", "Hub"),
        ("/pl/hub/", "Hub"),
        ("/updates/new-hub/", "The hub is new"),
        ("/updates/talk/", "Tea & talk moves"),
    ];
    let pages = pages.iter().map(|(address, title)| sample::page(address, title)).collect();
    let mut site = sample::site("[organisation]\nname = \"Mereshire County Council\"\n", pages);
    site.today = day("2026-11-22");
    let hub = site.pages[1].group;
    (site.pages[2].group, site.pages[3].group) = (hub, hub);
    site.groups[1] = Group { main: Some(PageId(1)), pages: vec![PageId(1), PageId(2), PageId(3)] };
    site.pages[2].variant.form = Form::Easy;
    site.pages[3].variant = Variant { language: 1, form: Form::Standard };
    site.pages[1].common.reviewed = Some(day("2026-10-03"));
    site.pages[1].common.updated = Some(day("2026-09-01"));
    site.pages[4].details = update("2026-10-30", UpdateKind::New);
    site.pages[5].details = update("2026-11-02", UpdateKind::Changed);
    site
}

/// Changes the settings of a site.
pub fn set(site: &mut Site, change: impl FnOnce(&mut Settings)) {
    change(Arc::make_mut(&mut site.settings));
}

fn update(date: &str, kind: UpdateKind) -> Details {
    Details::Update(Box::new(Update { date: day(date), kind, about: Vec::new() }))
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}
