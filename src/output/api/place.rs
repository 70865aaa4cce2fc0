//! Where a service is given: a link to a location, with its address and what helps people to get in.
//!
//! Of a hidden place there is its name and access, which is all that the model holds.

use serde_json::{Value, json};

use super::{OpenData, OpenService, each_once, known};
use crate::model::{Place, Uuid};

/// The places of a service, each as the link that the standard calls a service at a location.
pub(super) fn places(open: &OpenData<'_>, entry: &OpenService<'_>) -> Vec<Value> {
    let link = |(number, place): (usize, &Place)| {
        known(json!({
            "id": place_id(open, entry, number).to_string(),
            "location": location(open, entry, number, place),
        }))
    };
    entry.service.places.iter().enumerate().map(link).collect()
}

/// What names a service at one of its places.
pub(super) fn place_id(open: &OpenData<'_>, entry: &OpenService<'_>, number: usize) -> Uuid {
    open.id("service_at_location", &format!("{}/{number}", entry.id))
}

fn location(open: &OpenData<'_>, entry: &OpenService<'_>, number: usize, place: &Place) -> Value {
    // Known by its service and which of its places it is: no word that somebody mends changes it, and no other service.
    let id = open.id("location", &format!("{}/{number}", entry.id));
    let access = place.access.iter().map(
        |item| json!({ "id": open.id("accessibility", &format!("{id}/{item}")).to_string(), "description": item }),
    );
    json!({
        "id": id.to_string(),
        "location_type": "physical",
        "name": place.name,
        "latitude": place.lat.filter(|_| !place.hidden),
        "longitude": place.lon.filter(|_| !place.hidden),
        "addresses": address(open, id, place).into_iter().collect::<Vec<_>>(),
        "accessibility": each_once(access),
    })
}

/// An address: the standard wants all of its parts, and one that nobody wrote is empty.
fn address(open: &OpenData<'_>, location: Uuid, place: &Place) -> Option<Value> {
    if place.hidden || place.address.is_none() && place.postcode.is_none() && place.town.is_none() {
        return None;
    }
    let organisation = &open.site.settings.organisation;
    Some(json!({
        "id": open.id("address", &location.to_string()).to_string(),
        "address_1": place.address.as_ref().or(place.name.as_ref()).map_or("", String::as_str),
        "city": place.town.as_deref().unwrap_or_default(),
        "state_province": organisation.county,
        "postal_code": place.postcode.as_deref().unwrap_or_default(),
        "country": organisation.country,
        "address_type": "physical",
    }))
}
