//! A service: who gives it, for whom, where, when, and how to reach it.
//!
//! The public sector's own services are told apart by who provides them: the organisation of the site, or one whose
//! website is at an address that only public bodies have.

use serde_json::{Value, json};

use super::{address, offer, set};
use crate::model::{Contact, Hours, Opening, Page, Service, Site, Status, phone_href};
use crate::render::context::is_free;

/// What is said of it; nothing of one that cannot be used, as there are no words for that: what an answer of a search
/// engine or an assistant leaves out sends nobody to a shut door. Of one that is full, that no place is to be had.
pub(super) fn service(site: &Site, page: &Page, service: &Service) -> Option<Value> {
    if matches!(service.status, Status::Ended | Status::ClosedForNow) {
        return None;
    }
    let (provider, is_public) = provider(site, service);
    let kind = if is_public { "GovernmentService" } else { "Service" };
    let mut said = json!({
        "@type": kind, "name": page.common.title, "url": site.settings.permalink(&page.address),
    });
    set(&mut said, "provider", provider);
    set(&mut said, "areaServed", areas(site, page, service));
    set(&mut said, "audience", audience(service));
    set(&mut said, "offers", offers(service));
    set(&mut said, "hoursAvailable", hours(service));
    let channels: Vec<Value> = service.contacts.iter().filter_map(channel).chain(places(service)).collect();
    set(&mut said, "availableChannel", Some(channels).filter(|channels| !channels.is_empty()).map(Value::from));
    Some(said)
}

/// What it costs, where that is a figure; of one that is full in any case, as that alone says so.
fn offers(service: &Service) -> Option<Value> {
    let price = service.cost.as_ref().and_then(|cost| offer(&cost.text, is_free(&cost.text)));
    if service.status != Status::Full {
        return price;
    }
    let mut offer = price.unwrap_or_else(|| json!({ "@type": "Offer" }));
    set(&mut offer, "availability", Some("https://schema.org/SoldOut".into()));
    Some(offer)
}

/// Who provides it, and whether that is a public body.
fn provider(site: &Site, service: &Service) -> (Option<Value>, bool) {
    let Some(written) = service.provider.as_deref() else {
        return (None, false);
    };
    let record = site.records.providers.get(written);
    let name = record.map_or(written, |record| &record.name);
    let website = record.and_then(|record| record.website.as_deref());
    let is_public = name == site.settings.organisation.name || website.is_some_and(is_public_body);
    let kind = if is_public { "GovernmentOrganization" } else { "Organization" };
    let mut provider = json!({ "@type": kind, "name": name });
    set(&mut provider, "url", website.map(Value::from));
    (Some(provider), is_public)
}

/// Whether an address is one that only public bodies of the United Kingdom can have.
fn is_public_body(url: &str) -> bool {
    const ENDINGS: &[&str] =
        &[".gov.uk", ".nhs.uk", ".gov.scot", ".gov.wales", ".llyw.cymru", ".nhs.scot", ".nhs.wales"];
    let host = url.split("://").nth(1).unwrap_or_default().split(['/', '?', '#', ':']).next().unwrap_or_default();
    ENDINGS.iter().any(|ending| host.to_ascii_lowercase().ends_with(ending))
}

fn areas(site: &Site, page: &Page, service: &Service) -> Option<Value> {
    let names: Vec<&str> = match site.county_of(page) {
        _ if service.national => return None,
        Some(county) => vec![county],
        None => site.areas_of(page).map(|area| site.term(area).name.as_str()).collect(),
    };
    (!names.is_empty()).then(|| one_or_all(&names))
}

fn one_or_all(names: &[&str]) -> Value {
    match names {
        [name] => (*name).into(),
        names => names.into(),
    }
}

fn audience(service: &Service) -> Option<Value> {
    let (from, to) = (service.age_from, service.age_to);
    if from.is_none() && to.is_none() {
        return service.who_for.as_ref().map(|words| json!({ "@type": "Audience", "audienceType": words }));
    }
    let mut people = json!({ "@type": "PeopleAudience" });
    set(&mut people, "audienceType", service.who_for.as_deref().map(Value::from));
    set(&mut people, "suggestedMinAge", from.map(Value::from));
    set(&mut people, "suggestedMaxAge", to.map(Value::from));
    Some(people)
}

/// The rows that hold every week; those that hold at other times would be taken for such.
fn hours(service: &Service) -> Option<Value> {
    let Some(Hours::Rows(rows)) = &service.hours else {
        return None;
    };
    let weekly: Vec<Value> = rows
        .iter()
        .filter(|row| row.every.is_none() && !row.term_time)
        .filter_map(|row| row.opening.map(opening))
        .collect();
    (weekly.len() == rows.len() && !weekly.is_empty()).then(|| weekly.into())
}

fn opening(opening: Opening) -> Value {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let days: Vec<&str> = (0..7).filter(|day| opening.days >> day & 1 == 1).map(|day| DAYS[day]).collect();
    let time = |minute: u16| match minute {
        1440 => "23:59".to_owned(),
        minute => format!("{:02}:{:02}", minute / 60 % 24, minute % 60),
    };
    json!({
        "@type": "OpeningHoursSpecification", "dayOfWeek": one_or_all(&days), "opens": time(opening.from), "closes": time(opening.to),
    })
}

/// The ways to reach somebody, but for a person's own number.
fn channel(contact: &Contact) -> Option<Value> {
    let phones = contact.phones.iter().filter(|phone| phone.may_be_shared()).map(|phone| {
        let mut point = json!({
            "@type": "ContactPoint", "telephone": phone_href("tel", &phone.number).trim_start_matches("tel:"),
        });
        set(&mut point, "contactType", phone.label.as_deref().map(Value::from));
        point
    });
    let phones: Vec<Value> = phones.collect();
    let text = contact.texts.first().map(
        |number| json!({ "@type": "ContactPoint", "telephone": phone_href("tel", number).trim_start_matches("tel:") }),
    );
    let mut channel = json!({ "@type": "ServiceChannel" });
    set(&mut channel, "servicePhone", Some(phones).filter(|phones| !phones.is_empty()).map(Value::from));
    set(&mut channel, "serviceSmsNumber", text);
    set(&mut channel, "serviceUrl", contact.websites.first().map(|website| website.as_str().into()));
    (channel.as_object().is_some_and(|fields| fields.len() > 1)).then_some(channel)
}

fn places(service: &Service) -> impl Iterator<Item = Value> {
    let known = service.places.iter().filter(|place| !place.hidden);
    known.filter_map(address).map(|place| json!({ "@type": "ServiceChannel", "serviceLocation": place }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_bodies_are_known_by_their_addresses() {
        for url in ["https://www.mereshire.gov.uk/carers", "http://trust.nhs.uk", "https://x.gov.wales:443/"] {
            assert!(is_public_body(url), "{url}");
        }
        for url in ["https://example.org/gov.uk", "https://gov.uk.example.org", "mailto:a@b.gov.uk", ""] {
            assert!(!is_public_body(url), "{url}");
        }
    }
}
