//! `/updates/feed.xml`: what is new, as an Atom feed (RFC 4287).
//!
//! A feed reader may be open on a shared screen: a sensitive update stands in it with its quiet title and nothing more,
//! and one without a quiet title does not stand in it at all.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::atom::{Entry, Feed};
use super::{OutputFile, address};
use crate::model::{Details, Form, Page, Site, Update, Variant};

/// The newest updates in the feed; older ones stay on the site.
const MOST_ENTRIES: usize = 50;

const PATH: &str = "/updates/feed.xml";

/// Makes the feed, also an empty one, as every page names it.
pub fn files(site: &Site) -> Vec<OutputFile> {
    let mut updates: Vec<(&Page, &Update)> = site
        .pages
        .iter()
        .filter(|page| page.is_listed() && page.variant == Variant { language: 0, form: Form::Standard })
        .filter(|page| page.common.may_be_announced())
        .filter_map(|page| match &page.details {
            Details::Update(update) => Some((page, update.as_ref())),
            _ => None,
        })
        .collect();
    updates.sort_by_key(|(page, update)| (Reverse(update.date), page.id));
    updates.truncate(MOST_ENTRIES);
    vec![(PATH.trim_start_matches('/').into(), feed(site, &updates))]
}

fn feed(site: &Site, updates: &[(&Page, &Update)]) -> Vec<u8> {
    let feed = Feed {
        title: site.settings.title.clone(),
        id: address(site, PATH),
        path: PATH,
        page: "/",
        updated: updates.iter().map(|(page, update)| changed(page, update)).max().unwrap_or(site.today),
        entries: updates.iter().map(|(page, update)| entry(site, page, update)).collect(),
    };
    feed.write(site)
}

fn changed(page: &Page, update: &Update) -> Date {
    page.common.updated.map_or(update.date, |updated| updated.max(update.date))
}

fn entry(site: &Site, page: &Page, update: &Update) -> Entry {
    let link = address(site, &page.address);
    Entry {
        title: page.common.safe_title().to_owned(),
        id: link.clone(),
        link,
        published: update.date,
        updated: changed(page, update),
        categories: Vec::new(),
        summary: page.common.summary.clone().filter(|_| !page.common.sensitive),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fixture;

    fn text(site: &Site) -> String {
        String::from_utf8(files(site).remove(0).1).expect("a feed is UTF-8")
    }

    #[test]
    fn updates_stand_newest_first() {
        let text = text(&fixture::site());
        let (new, old) = (text.find("Tea &amp; talk moves"), text.find("The hub is new"));
        assert!(new.is_some() && new < old, "{text}");
        assert!(text.contains("<updated>2026-11-02T00:00:00Z</updated>\n<author><name>Mereshire County Council"));
    }

    #[test]
    fn a_sensitive_update_shows_its_quiet_title_or_stays_out() {
        let mut site = fixture::site();
        let page = site.pages.iter_mut().find(|page| page.common.title == "The hub is new").expect("it is there");
        (page.common.sensitive, page.common.summary) = (true, Some("It opens in Quay Street.".into()));
        let without = text(&site);
        assert!(!without.contains("The hub is new") && !without.contains("Quay Street"), "{without}");
        let page = site.pages.iter_mut().find(|page| page.common.title == "The hub is new").expect("it is there");
        page.common.quiet_title = Some("A change".into());
        let quiet = text(&site);
        assert!(quiet.contains("<title>A change</title>"));
        assert!(!quiet.contains("The hub is new") && !quiet.contains("Quay Street"), "{quiet}");
    }
}
