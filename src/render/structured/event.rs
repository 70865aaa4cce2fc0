//! An event: when and where it is, whether it takes place, and what it costs.

use serde_json::{Value, json};

use super::{address, offer, set};
use crate::model::{Event, EventTime, Page, Site};
use crate::render::context::is_free;

/// What is said of it.
pub(super) fn event(site: &Site, page: &Page, event: &Event) -> Value {
    let status = if event.cancelled { "EventCancelled" } else { "EventScheduled" };
    let mut said = json!({
        "@type": "Event", "name": page.common.title, "url": site.settings.permalink(&page.address),
        "startDate": time(event.starts), "eventStatus": format!("https://schema.org/{status}"),
    });
    let place = event.place.as_ref().filter(|place| !place.hidden).and_then(address);
    let online = event
        .online
        .as_ref()
        .filter(|url| url.contains("://"))
        .map(|url| json!({ "@type": "VirtualLocation", "url": url }));
    set(&mut said, "endDate", event.ends.map(|ends| time(ends).into()));
    set(
        &mut said,
        "location",
        match (place, online) {
            (Some(place), Some(online)) => Some(json!([place, online])),
            (place, online) => place.or(online),
        },
    );
    set(&mut said, "isAccessibleForFree", event.cost.as_deref().filter(|cost| is_free(cost)).map(|_| true.into()));
    let paid = event.cost.as_deref().filter(|cost| !is_free(cost)).and_then(|cost| offer(cost, false));
    set(&mut said, "offers", paid);
    said
}

/// A day, or a moment by the clock on the wall.
fn time(time: EventTime) -> String {
    match time {
        EventTime::Day(day) => day.to_string(),
        EventTime::Moment(moment) => moment.strftime("%Y-%m-%dT%H:%M").to_string(),
    }
}
