//! What a service on one sheet of paper adds to its facts: where the newest is, in words and as a QR code.

use serde_json::{Value, json};

use super::date;
use crate::model::{Page, Site};
use crate::render::{Engine, qr};

/// The short address in words and as a QR code, the page that this is a copy of, and the day it was checked.
pub fn handout(engine: &Engine, site: &Site, page: &Page) -> Value {
    let own = page.copy.as_ref().map_or(page.address.as_str(), |copy| &copy.address);
    let short = site.short_address(page);
    let link = site.settings.permalink(short.as_deref().unwrap_or(own));
    let checked = page.common.checked_on().map(|day| date(engine, usize::from(page.variant.language), day));
    json!({
        "page": site.settings.href(own), "address": bare_address(&link), "link": link, "code": qr::code(&link),
        "is_short": short.is_some(), "checked": checked,
    })
}

/// A whole address as people read it aloud: without `https://`, and without a slash at its end.
pub fn bare_address(link: &str) -> String {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
}
