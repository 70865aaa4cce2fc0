//! Atom feeds of what changed: `/changes/feed.xml`, and one for each topic and area, such as `/changes/topics/breaks.xml`.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{MOST, Words};
use crate::model::{Change, ChangeKind, Site, Uuid};
use crate::output::atom::{Entry, Feed};
use crate::output::{OutputFile, address};

/// Makes the feeds, also those that are still empty, so that people can follow them.
pub(super) fn files(site: &Site, since: Date, words: &Words<'_>) -> Vec<OutputFile> {
    let mut by_term: HashMap<&str, Vec<&Change>> = HashMap::new();
    for change in &site.changes.all {
        for term in &change.terms {
            let changes = by_term.entry(term.as_str()).or_default();
            if changes.len() < MOST {
                changes.push(change);
            }
        }
    }
    let title = (words.say)("changes_title", &[]);
    let all: Vec<&Change> = site.changes.all.iter().take(MOST).collect();
    let mut files = vec![feed(site, since, words, "/changes/feed.xml", title.clone(), &all)];
    for (path, name) in site.changes_feeds() {
        let key = path.trim_start_matches("/changes/").trim_end_matches(".xml");
        let changes = by_term.remove(key).unwrap_or_default();
        files.push(feed(site, since, words, &path, format!("{title}: {name}"), &changes));
    }
    files
}

fn feed(site: &Site, since: Date, words: &Words<'_>, path: &str, title: String, changes: &[&Change]) -> OutputFile {
    let feed = Feed {
        title: format!("{title} – {}", site.settings.title),
        id: urn(site, path),
        path,
        page: "/changes/",
        updated: changes.iter().map(|change| change.date).max().unwrap_or(since),
        entries: changes.iter().map(|change| entry(site, words, change)).collect(),
    };
    (path.trim_start_matches('/').to_owned(), feed.write(site))
}

fn entry(site: &Site, words: &Words<'_>, change: &Change) -> Entry {
    let page = change.page(site);
    let is_new = change.kinds.contains(&ChangeKind::New);
    let summary = page.filter(|page| is_new && !page.common.sensitive).and_then(|page| page.common.summary.clone());
    Entry {
        title: format!("{}: {}", change.title, change.words(site, words.say)),
        id: urn(site, &format!("change/{}/{}", change.id, change.number)),
        // What is on the site no longer has the page that tells so.
        link: address(site, page.map_or("/changes/", |page| &page.address)),
        published: change.date,
        updated: change.date,
        categories: change.kinds.iter().map(|kind| kind.word()).collect(),
        summary,
    }
}

fn urn(site: &Site, name: &str) -> String {
    format!("urn:uuid:{}", Uuid::named(site.namespace(), name))
}
