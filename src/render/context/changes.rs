//! What the page of changes shows: the newest of them by day, and the ways to follow them.

use serde_json::{Value, json};

use super::{Link, date, foreign};
use crate::model::{Change, Page, Site};
use crate::render::Engine;

/// How many changes stand on the page; all of them are in the data.
const MOST: usize = 100;

/// What the page shows.
pub fn changes(engine: &Engine, site: &Site, page: &Page) -> Value {
    let language = usize::from(page.variant.language);
    let shown = &site.changes.all[..site.changes.all.len().min(MOST)];
    let days = shown.chunk_by(|one, other| one.date == other.date).map(|changes| {
        json!({
            "date": date(engine, language, changes[0].date),
            "items": changes.iter().map(|change| item(engine, site, page, change)).collect::<Vec<_>>(),
        })
    });
    let feed = |key: &str| {
        let feeds = site.changes_feeds().into_iter().filter(|(path, _)| path.starts_with(&format!("/changes/{key}/")));
        let link = |(path, title): (String, String)| Link {
            title,
            url: site.settings.href(&path),
            lang: foreign(site, 0, language),
        };
        feeds.map(link).collect::<Vec<_>>()
    };
    json!({
        "days": days.collect::<Vec<_>>(),
        "rest": site.changes.all.len() - shown.len(),
        "since": site.changes.since.map(|day| date(engine, language, day)),
        "topics": feed("topics"),
        "areas": feed("areas"),
        "digest": site.settings.href("/changes/digest.html"),
        "digest_text": site.settings.href("/changes/digest.txt"),
        "digest_message": site.settings.href("/changes/digest.eml"),
        "data": site.settings.href("/api/changes.json"),
    })
}

/// Whether the page names one that could endanger the reader.
pub(super) fn names_sensitive(site: &Site) -> bool {
    let shown = site.changes.all.iter().take(MOST);
    shown.filter_map(|change| change.page(site)).any(|page| page.common.sensitive)
}

fn item(engine: &Engine, site: &Site, reader: &Page, change: &Change) -> Value {
    let language = usize::from(reader.variant.language);
    let best = change.page(site).and_then(|page| site.best_for(page.group, reader.variant)).map(|id| site.page(id));
    // Names and numbers run in their own direction within the words.
    let own = |value: &str| format!("\u{2068}{value}\u{2069}");
    let words = change.words(site, |id, args| {
        let args: Vec<(&str, String)> = args.iter().map(|(name, value)| (*name, own(value))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        engine.messages.with(engine.code(language), id, &args)
    });
    json!({
        "title": change.title,
        "title_lang": foreign(site, 0, language),
        "url": best.map(|best| site.settings.href(&best.address)),
        "words": words,
    })
}
