//! What the page about help near you sees, and the box that leads to it.

use serde_json::{Value as Json, json};

use super::list::doors_of;
use super::{contact, foreign, telephone};
use crate::model::{Details, Form, Kind, Listing, Page, Site, Status, Variant, fold};

/// How many services for the whole country are named on the page itself.
const NATIONAL: usize = 20;

/// The box on other pages: the home page, the section of services and the door to the areas. Nothing elsewhere, and for
/// a site without postcodes.
pub fn near_box(site: &Site, page: &Page) -> Option<Json> {
    let is_for = match &page.kind {
        Kind::Home => true,
        Kind::Section => page.content_type.name() == "service",
        Kind::List(Listing::Taxonomy(taxonomy)) => site.taxonomies[*taxonomy].key == "areas",
        _ => false,
    };
    if !is_for || page.variant.form != Form::Standard || page.part > 1 {
        return None;
    }
    let target = site.best_at("/near/", page.variant)?;
    Some(json!({ "url": site.settings.href(&target.address), "example": site.settings.near_example }))
}

/// The page itself: the districts as doors, who is next door, and who helps anyone.
pub fn near(site: &Site, page: &Page, manifest: Option<&Json>) -> Json {
    let language = usize::from(page.variant.language);
    let mut next_door = Vec::new();
    for area in site.records.areas.iter().filter(|area| area.is_neighbour()) {
        let record = area.contact.as_ref().and_then(|id| site.records.contact_now(id));
        let ways = record.map(|record| contact(record, foreign(site, 0, language)));
        next_door.push(json!({ "id": area.id, "name": area.name, "contact": ways }));
    }
    let is_told = |name: &str| site.records.areas.iter().any(|area| fold(&area.name) == fold(name) || area.id == *name);
    let mut others: Vec<&str> = site
        .records
        .own_areas()
        .flat_map(|(_, area)| &area.neighbours)
        .map(String::as_str)
        .filter(|name| !is_told(name))
        .collect();
    others.sort_unstable();
    others.dedup();
    let differs = site.pages.iter().any(|page| {
        matches!(&page.details, Details::Service(service) if page.is_listed()
            && matches!(service.area_of.as_deref(), Some("carer" | "cared-for")))
    });
    json!({
        // As data within HTML: nothing in it may look like a tag.
        "manifest": manifest.map(|manifest| manifest.to_string().replace('<', "\\u003c")),
        "example": site.settings.near_example,
        "districts": doors_of(site, "areas", page.variant),
        "next_door": next_door, "others": others.join(", "),
        "national": national(site, page.variant),
        "differs": differs,
        "attribution": site.settings.near_attribution,
        "year": site.today.year(),
    })
}

/// Services for the whole country, by title.
fn national(site: &Site, reader: Variant) -> Vec<Json> {
    let mut pages: Vec<&Page> = site
        .pages
        .iter()
        .filter(|page| {
            matches!(&page.details, Details::Service(service) if service.national && service.status != Status::Ended)
                && page.is_listed()
                && page.kind == Kind::Content
                && page.part == 1
                && page.variant == Variant { language: 0, form: Form::Standard }
        })
        .collect();
    pages.sort_by_cached_key(|page| (fold(page.common.safe_title()), page.id));
    let link = |page: &&Page| {
        let best = site.best_for(page.group, reader).map_or(*page, |id| site.page(id));
        let phone = match &page.details {
            Details::Service(service) if !page.common.sensitive => {
                service.contacts.iter().flat_map(|contact| &contact.phones).next().map(|phone| telephone(&phone.number))
            }
            _ => None,
        };
        json!({
            "title": best.common.safe_title(), "url": site.settings.href(&best.address), "phone": phone,
            "lang": foreign(site, best.words_language(), usize::from(reader.language)),
        })
    };
    pages.iter().take(NATIONAL).map(link).collect()
}
