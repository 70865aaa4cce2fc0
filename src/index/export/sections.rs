//! The sections that have documents of their own: where they are, and what a result says of them.
//!
//! `s.HASH.json` is an array of two texts: in turn how many pages have no such section and how many the next page has, as
//! [`digits`]; and the hashes of the files of headings. `hN.HASH.json` holds the headings of the next few pages that have
//! any, an array a page: a heading is a text where its id is the heading itself in the form of addresses, else an
//! array of heading and id, or of heading and link where the section stands on a page of its own.

use serde_json::{Value, json};

use super::Put;
use super::cards::plain_slug;
use super::digits::push;
use crate::index::build::{Indexed, LanguageIndex};
use crate::index::document::Section;
use crate::model::Site;

/// How many pages a file of headings covers.
pub(super) const PER_FILE: usize = 16;

/// Writes the files and gives the hash of the first, or nothing where no page has such sections.
pub(super) fn write(site: &Site, index: &LanguageIndex, put: &mut Put<'_>) -> Option<String> {
    let (mut runs, mut without) = (String::new(), 0);
    let mut long: Vec<&Indexed> = Vec::new();
    for page in &index.pages {
        if page.sections.is_empty() {
            without += 1;
            continue;
        }
        push(&mut runs, without);
        push(&mut runs, u32::try_from(page.sections.len()).expect("a page has few sections"));
        without = 0;
        long.push(page);
    }
    let mut hashes = String::new();
    for (number, pages) in long.chunks(PER_FILE).enumerate() {
        let headings: Vec<Vec<Value>> =
            pages.iter().map(|page| page.sections.iter().map(|section| heading(site, section)).collect()).collect();
        hashes.push_str(&put(&format!("h{number}"), serde_json::to_vec(&headings).expect("strings are JSON")));
    }
    (!long.is_empty()).then(|| put("s", json!([runs, hashes]).to_string().into_bytes()))
}

/// The browser makes an id of a heading of plain letters and digits; every other id is written.
fn heading(site: &Site, section: &Section) -> Value {
    if let Some(address) = &section.address {
        json!([section.heading, format!("{}#{}", site.settings.href(address), section.id)])
    } else if section.id == plain_slug(&section.heading) {
        json!(section.heading)
    } else {
        json!([section.heading, section.id])
    }
}
