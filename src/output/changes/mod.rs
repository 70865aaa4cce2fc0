//! What changed about the services, in every form but the page: data (`/api/deleted.json`, `/api/changes.json`), feeds for
//! everything and for each topic and area, and a digest to send by email. Nothing where no publication was taken down.
//!
//! `model::Changes` says what may be told; the words come from the theme's messages.

mod data;
mod digest;
mod feeds;
mod message;

use jiff::civil::Date;

use super::OutputFile;
use crate::model::Site;

/// Gives the words of a message with its arguments.
pub type Say<'a> = dyn Fn(&str, &[(&str, &str)]) -> String + 'a;

/// The words of the main language.
pub struct Words<'a> {
    /// A message with its arguments.
    pub say: &'a Say<'a>,
    /// A day as people write it.
    pub day: &'a dyn Fn(Date) -> String,
    /// The link to the site's icon: a browser asks for one at an address of its own where a file names none.
    pub icon: String,
}

/// How many changes a feed or a digest holds; the newest of them.
const MOST: usize = 100;

/// Makes every such file.
pub fn changes(site: &Site, words: &Words<'_>) -> Vec<OutputFile> {
    let Some(since) = site.changes.since else {
        return Vec::new();
    };
    let mut files = data::files(site, since);
    files.extend(feeds::files(site, since, words));
    files.extend(digest::files(site, since, words));
    files
}
