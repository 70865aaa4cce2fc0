//! A place with a postcode that is not among the postcodes of the site.

use super::super::rule::rule;
use crate::data::{Postcode, Step};
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Page, Place, Site};

rule! {
    /// # What it does
    /// Reports a place whose postcode cannot be one or is not in `data/postcodes.csv`, although that file has others that
    /// begin alike. Hidden places, and sites without that file, are left alone.
    ///
    /// # Why it matters
    /// People are sent to a postcode that is not there, and the place has no distance where people look for help near them.
    ///
    /// # Example
    /// ```md
    /// places:
    ///   - { name: The Hub, postcode: NG1 1ZZ }   # Code-Point Open has no such postcode
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// places:
    ///   - { name: The Hub, postcode: NG1 1AA }
    /// ```
    ///
    /// # What it cannot see
    /// A postcode that is there and belongs to another house. A new one that the file does not have yet: get the newest file.
    "unknown-postcode" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let postcodes = &site.records.postcodes;
    if postcodes.is_empty() {
        return;
    }
    for (page, place, number) in places(site) {
        let Some(written) = &place.postcode else { continue };
        let (message, help) = match Postcode::read(written.as_bytes()) {
            None => (format!("`{written}` cannot be a postcode"), "a postcode looks like `NG1 1AA`"),
            Some(code) if postcodes.find(code).is_none() && postcodes.covers(code) => (
                format!("`{written}` is not in `data/postcodes.csv`"),
                "look it up at Royal Mail's postcode finder; where it is right, get a newer file",
            ),
            Some(_) => continue,
        };
        let finding = RULE.finding(message).help(help);
        found.push(at_place(finding, page, number, "postcode"));
    }
}

/// Points at a key of a place by the number that it has on its page.
pub(super) fn at_place(finding: Diagnostic, page: &Page, number: usize, key: &str) -> Diagnostic {
    let place = match page.details {
        Details::Event(_) => vec![Step::from("place")],
        _ => vec![Step::from("places"), Step::Item(number)],
    };
    match &page.origin {
        Some(origin) => finding.at_key(origin.file, place.into_iter().chain([Step::from(key)])),
        None => finding,
    }
}

/// Every place that readers learn of, with the page that names it first and its number there.
pub(super) fn places(site: &Site) -> impl Iterator<Item = (&Page, &Place, usize)> {
    let is_own = |page: &&Page| page.part == 1 && page.copy.is_none() && site.group(page.group).main == Some(page.id);
    site.pages.iter().filter(is_own).flat_map(|page| {
        let places: Vec<&Place> = match &page.details {
            Details::Service(service) => service.places.iter().collect(),
            Details::Event(event) => event.place.iter().collect(),
            _ => Vec::new(),
        };
        let numbered = places.into_iter().enumerate();
        numbered.filter(|(_, place)| !place.hidden).map(move |(number, place)| (page, place, number))
    })
}
