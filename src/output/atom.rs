//! Atom feeds (RFC 4287), whatever they are about.

use jiff::civil::Date;

use super::{address, xml};
use crate::model::Site;

/// A feed.
#[derive(Debug)]
pub(super) struct Feed<'a> {
    pub(super) title: String,
    /// What names it for good.
    pub(super) id: String,
    /// Its own path on the site.
    pub(super) path: &'a str,
    /// The address of the page that says the same.
    pub(super) page: &'a str,
    /// The day of the newest entry, or of the feed where it has none.
    pub(super) updated: Date,
    pub(super) entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) title: String,
    /// What names it for good.
    pub(super) id: String,
    /// The full address of its page.
    pub(super) link: String,
    pub(super) published: Date,
    pub(super) updated: Date,
    /// What kinds of thing it tells.
    pub(super) categories: Vec<&'static str>,
    pub(super) summary: Option<String>,
}

impl Feed<'_> {
    /// The feed as a file.
    pub(super) fn write(&self, site: &Site) -> Vec<u8> {
        let settings = &site.settings;
        let author = if settings.organisation.name.is_empty() { &settings.title } else { &settings.organisation.name };
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
             <title>{title}</title>\n<id>{id}</id>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n\
             <updated>{updated}T00:00:00Z</updated>\n<author><name>{author}</name></author>\n{entries}</feed>\n",
            language = settings.main_language().code,
            title = xml(&self.title),
            id = xml(&self.id),
            own = xml(&address(site, self.path)),
            page = xml(&address(site, self.page)),
            updated = self.updated,
            author = xml(author),
            entries = self.entries.iter().map(entry).collect::<String>(),
        );
        text.into_bytes()
    }
}

fn entry(entry: &Entry) -> String {
    let categories: String =
        entry.categories.iter().map(|category| format!("<category term=\"{}\"/>", xml(category))).collect();
    let summary = entry.summary.as_ref().map(|words| format!("<summary>{}</summary>", xml(words))).unwrap_or_default();
    format!(
        "<entry><title>{title}</title><id>{id}</id><link rel=\"alternate\" type=\"text/html\" href=\"{link}\"/>\
         <published>{published}T00:00:00Z</published><updated>{updated}T00:00:00Z</updated>{categories}{summary}</entry>\n",
        title = xml(&entry.title),
        id = xml(&entry.id),
        link = xml(&entry.link),
        published = entry.published,
        updated = entry.updated,
    )
}
