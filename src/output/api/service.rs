//! A service: what it is, for whom, at what cost, and how true that still is.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{OpenData, OpenService, address, contact, each_once, known, organization, schedule, taxonomy};
use crate::data::{Figure, figures};
use crate::model::{Cost, Service, Status};

/// A service with everything but its places.
pub(super) fn service(open: &OpenData<'_>, entry: &OpenService<'_>) -> Value {
    let OpenService { page, service, id } = entry;
    let (site, common) = (open.site, &page.common);
    let own_address = address(site, &page.address);
    let changed = service.contacts.iter().map(|contact| contact.reviewed).fold(common.checked_on(), Option::max);
    let quiet = json!({
        "id": id.to_string(),
        "name": common.safe_title(),
        "url": own_address,
        "status": status(service.status),
        "assured_date": common.reviewed.map(|day| day.to_string()),
        "last_modified": changed.map(moment),
    });
    if common.sensitive {
        return known(quiet);
    }
    let websites: Vec<String> = service
        .contacts
        .iter()
        .flat_map(|contact| &contact.websites)
        .filter_map(|website| open.link(website))
        .collect();
    let mut whole = quiet;
    let more = json!({
        "description": common.summary,
        "url": websites.first().unwrap_or(&own_address),
        "additional_urls": additional_urls(open, entry, &own_address, websites.get(1..).unwrap_or_default()),
        "email": service.contacts.iter().find_map(|contact| contact.emails.first()),
        "alert": alert(service, site.today),
        "fees": service.cost.as_ref().map(|cost| &cost.text),
        "cost_options": service.cost.iter().map(|cost| cost_option(open, entry, cost)).collect::<Vec<_>>(),
        "minimum_age": service.age_from,
        "maximum_age": service.age_to,
        "eligibility_description": service.who_for,
        "application_process": service.how_to_get,
        "wait_time": service.waiting.as_ref().map(|waiting| &waiting.about),
        "interpretation_services": service.bsl_access.as_ref().map(|access| format!("BSL: {access}")),
        "assurer_email": common.owner.as_deref().and_then(|owner| site.settings.owner_email(owner)),
        "organization": service.provider.as_deref().map(|provider| organization::organization(open, provider)),
        "contacts": contact::contacts(open, entry),
        "schedules": schedule::schedules(open, entry),
        "service_areas": areas(open, entry),
        "languages": each_once(service.languages.iter().map(|language| open.language(*id, language))),
        "attributes": taxonomy::attributes(open, entry),
    });
    if let (Value::Object(whole), Value::Object(more)) = (&mut whole, more) {
        whole.extend(more);
    }
    known(whole)
}

/// Ours in the words of the standard. A service that is full is still there; one that has ended is gone for good.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Open | Status::Full => "active",
        Status::ClosedForNow => "temporarily closed",
        Status::Ended => "defunct",
    }
}

/// What the four words of the standard cannot say. What was to hold until a day that has passed may hold no more.
fn alert(service: &Service, today: Date) -> Option<String> {
    let until = match service.until {
        Some(day) if day < today => format!(", expected to change on {day}"),
        Some(day) => format!(" until {day}"),
        None => String::new(),
    };
    let state = match service.status {
        Status::Open => None,
        Status::Full => Some(format!("Full{until}.")),
        Status::ClosedForNow => Some(format!("Closed{until}.")),
        Status::Ended => Some("Ended.".to_owned()),
    };
    let parts: Vec<String> = state.into_iter().chain(service.status_note.clone()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The day as the moment that the standard asks for; nobody knows the hour.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00.000Z")
}

/// A price where there is one figure and nothing in front of it, such as "up to".
fn cost_option(open: &OpenData<'_>, entry: &OpenService<'_>, cost: &Cost) -> Value {
    let prices = figures(&cost.text);
    let amount = match (cost.kind.as_deref(), prices.as_slice()) {
        (Some("free"), _) => Some(json!(0)),
        (_, [(Figure::Price(pence), place)]) if place.start <= '£'.len_utf8() => Some(pounds(*pence)),
        _ => None,
    };
    json!({
        "id": open.id("cost_option", &entry.id.to_string()).to_string(),
        "option": cost.kind,
        "amount": amount,
        "amount_description": cost.text,
    })
}

fn pounds(pence: u64) -> Value {
    match (pence / 100, pence % 100) {
        (pounds, 0) => json!(pounds),
        // Two decimals are the nearest number to what was written.
        (pounds, pence) => format!("{pounds}.{pence:02}").parse::<f64>().map_or(Value::Null, |amount| json!(amount)),
    }
}

/// Where else to read on or ask: the page itself, further websites, and forms.
fn additional_urls(open: &OpenData<'_>, entry: &OpenService<'_>, own: &str, websites: &[String]) -> Vec<Value> {
    let service = entry.service;
    let mut links = vec![(open.site.settings.title.clone(), own.to_owned())];
    links.extend(websites.iter().map(|website| (entry.page.common.title.clone(), website.clone())));
    links.extend(service.apply.iter().filter_map(|apply| Some((apply.label.clone(), open.link(&apply.url)?))));
    for contact in &service.contacts {
        let form = contact.form.as_deref().map(|form| ("Contact form", form));
        let relay = contact.bsl_relay.as_deref().map(|relay| ("BSL video relay", relay));
        links
            .extend([form, relay].into_iter().flatten().filter_map(|(label, to)| Some((label.into(), open.link(to)?))));
    }
    let mut told: Vec<Value> = Vec::new();
    for (label, url) in links {
        if told.iter().all(|link| link["url"] != url.as_str()) {
            let id = open.id("url", &format!("{}/{url}", entry.id)).to_string();
            told.push(json!({ "id": id, "label": label, "url": url }));
        }
    }
    told
}

/// The areas that a service covers: of one that covers the whole county, and of one with a hidden place, the county alone.
fn areas(open: &OpenData<'_>, entry: &OpenService<'_>) -> Vec<Value> {
    let site = open.site;
    let names: Vec<&str> = match site.county_of(entry.page) {
        _ if entry.service.national => vec!["National"],
        Some(county) => vec![county],
        None => site.areas_of(entry.page).map(|area| site.term(area).name.as_str()).collect(),
    };
    let area = |name: &&str| {
        let code = site.records.areas.iter().find(|area| area.name.trim() == *name).and_then(|area| area.gss.as_ref());
        json!({
            "id": open.id("service_area", &format!("{}/{name}", entry.id)).to_string(),
            "name": name,
            "service_area": name,
            "uri": code.map(|code| format!("http://statistics.data.gov.uk/id/statistical-geography/{code}")),
        })
    };
    each_once(names.iter().map(area))
}
