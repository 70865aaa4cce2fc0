//! Open data in: what a site says in `/api/` comes back field for field, and what others say is taken in, noted or named.

mod generated;
mod hidden;
mod wrong;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use signpost::exchange::hsds::source;
use signpost::exchange::known::Known;
use signpost::output::OpenData;

use super::{Imported, keys, small, taken_in, without_services};
use crate::harness::{Files, demonstration, open};

/// What a site says in `/api/`.
fn api(site: &Files) -> Files {
    let project = open(site);
    let Some(open) = OpenData::new(project.site()) else { return Files::new() };
    let mut lists = open.lists();
    let mut files = Files::new();
    for service in open.services() {
        let made = open.files_of(service);
        lists.take(&made);
        files.extend(made.files);
    }
    files.extend(open.other_files(lists));
    files
}

fn is_table(path: &str) -> bool {
    path.starts_with("api/csv/")
}

/// Takes in files of Open Referral.
fn brought_in(site: &Files, files: &Files, overwrite: bool) -> Imported {
    let project = open(site);
    let files: Vec<(String, Vec<u8>)> = files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let known = Known::new(project.site());
    let source = source(&files, "neighbours", &keys(&project), &known).expect("there is a service");
    taken_in(site, &project, &source, overwrite)
}

/// One document alone, for a small site.
fn document(value: &Value) -> Files {
    Files::from([("services.json".to_owned(), value.to_string().into_bytes())])
}

/// Services by their identifiers, without the identifiers that are made of other things.
fn services(api: &Files) -> BTreeMap<String, Value> {
    let own = api.iter().filter(|(path, _)| path.starts_with("api/services/") && !path.ends_with("index.json"));
    let read = own.map(|(path, bytes)| {
        let mut service: Value = serde_json::from_slice(bytes).expect("it is JSON");
        without_mobiles(&mut service);
        let links = service["service_at_locations"].as_array().cloned().unwrap_or_default();
        for row in service["schedules"].as_array_mut().into_iter().flatten() {
            let at = links.iter().position(|link| link["id"] == row["service_at_location_id"]);
            if let Some(at) = at {
                row["service_at_location_id"] = json!(at);
            }
        }
        (path.clone(), without_ids(service))
    });
    read.collect()
}

/// A mobile comes back, and into open data only once somebody has said that it may.
fn without_mobiles(service: &mut Value) {
    let is_mobile = |phone: &Value| phone["number"].as_str().is_some_and(|number| number.starts_with("07700"));
    let Some(contacts) = service["contacts"].as_array_mut() else { return };
    // Whoever can be reached in no other way is not told either.
    contacts.retain_mut(|contact| {
        let has_email = contact.get("email").is_some();
        let Some(phones) = contact["phones"].as_array_mut() else { return true };
        let count = phones.len();
        phones.retain(|phone| !is_mobile(phone) || phone["type"] == "text");
        let (is_empty, is_less) = (phones.is_empty(), phones.len() < count);
        if is_empty {
            contact.as_object_mut().expect("it is a contact").remove("phones");
        }
        has_email || !is_empty || !is_less
    });
    if contacts.is_empty() {
        service.as_object_mut().expect("it is a service").remove("contacts");
    }
}

fn without_ids(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(key, _)| key != "id" && key != "taxonomy_id");
            let fields: Map<String, Value> = fields
                .map(|(key, value)| {
                    let mut value = without_ids(value);
                    // These have no order.
                    if let (true, Value::Array(items)) = (key == "additional_urls" || key == "attributes", &mut value) {
                        items.sort_by_key(Value::to_string);
                    }
                    (key, value)
                })
                .collect();
            fields.into()
        }
        Value::Array(items) => items.into_iter().map(without_ids).collect(),
        other => other,
    }
}

/// Where one service says less than another, or something else.
fn lost(before: &Value, after: &Value, at: &str, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let none = Value::Null;
            before.iter().for_each(|(key, value)| {
                lost(value, after.get(key).unwrap_or(&none), &format!("{at}/{key}"), found);
            });
        }
        (Value::Array(one), Value::Array(other)) if one.len() <= other.len() => {
            one.iter().zip(other).enumerate().for_each(|(index, (one, other))| {
                lost(one, other, &format!("{at}/{index}"), found);
            });
        }
        _ if before == after => {}
        _ => found.push(format!("{at}: {before} became {after}")),
    }
}

/// Sends a site's services out as open data and takes them in again where there are none; what was lost on the way.
fn there_and_back(site: &Files, is_wanted: impl Fn(&str) -> bool) -> (Imported, Vec<String>) {
    let before = api(site);
    let sent: Files =
        before.iter().filter(|(path, _)| is_wanted(path)).map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let back = brought_in(&without_services(site), &sent, false);
    let (one, other) = (services(&before), services(&api(&back.files)));
    let mut found = Vec::new();
    for (path, service) in &one {
        match other.get(path) {
            Some(again) => lost(service, again, path, &mut found),
            None => found.push(format!("{path} is gone")),
        }
    }
    // Taken in once more, nothing changes.
    let again = brought_in(&back.files, &sent, false);
    found.extend(
        again.plan.files.iter().map(|(path, text)| format!("{path} changes when it is taken in again: {text}")),
    );
    (back, found)
}

#[test]
fn the_demonstration_comes_back_field_for_field() {
    let site = demonstration();
    let (json, found) = there_and_back(&site, |path| !is_table(path));
    assert_eq!(found, Vec::<String>::new());
    assert!(json.plan.counts().0 > 60, "{:?}", json.plan.counts());
    let only_advice = |came: &Imported| {
        came.said().lines().all(|line| line.contains("`public: true`") || line.contains("`hidden: true`"))
    };
    assert!(only_advice(&json), "{}", json.said());
    let (tables, found) = there_and_back(&site, is_table);
    assert_eq!(found, Vec::<String>::new());
    assert!(only_advice(&tables), "{}", tables.said());
    // Both say the same.
    let pages = |came: &Imported| -> Vec<(String, String)> {
        came.plan.files.iter().filter(|(path, _)| path.ends_with(".md")).cloned().collect()
    };
    let (mut one, mut other) = (pages(&json), pages(&tables));
    one.sort();
    other.sort();
    assert_eq!(one, other);
    // Files keep their names.
    assert!(json.text("content/services/mereshire-carers-hub.md").starts_with("---\ntitle: "));
}

#[test]
fn a_page_alone_says_as_much_as_the_whole() {
    let site = demonstration();
    let all = api(&site);
    let (path, bytes) = all
        .iter()
        .find(|(path, bytes)| path.starts_with("api/service_at_locations/") && bytes.len() > 4000)
        .expect("there is a place");
    let one = Files::from([(path.clone(), bytes.clone())]);
    let came = brought_in(&without_services(&site), &one, false);
    assert_eq!(came.plan.counts(), (1, 0, 0), "{}", came.said());
    assert!(came.plan.files[0].1.contains("\nplaces:"), "{}", came.plan.files[0].1);
}

/// A service in which every key of the standard has words of its own.
fn full() -> Value {
    let mut number = 0;
    let mut word = || {
        number += 1;
        format!("word{number}")
    };
    let mut service = json!({
        "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "status": "active", "url": "https://a.example/", "minimum_age": 12,
        "maximum_age": 99, "assured_date": "2026-01-02", "last_modified": "2026-03-04T10:30:45.123Z",
        "assurer_email": "someone@a.example", "email": "hello@a.example",
    });
    for key in [
        "name",
        "alternate_name",
        "description",
        "interpretation_services",
        "application_process",
        "fees",
        "wait_time",
        "fees_description",
        "accreditations",
        "eligibility_description",
        "licenses",
        "alert",
    ] {
        service[key] = json!(word());
    }
    service["organization"] = json!({ "name": word(), "description": word(), "website": "https://b.example/",
        "logo": "https://b.example/logo.png", "legal_status": word(), "year_incorporated": 1987,
        "organization_identifiers": [{ "identifier_scheme": word(), "identifier_type": word(), "identifier": word() }] });
    service["schedules"] = json!([
        { "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00:00", "closes_at": "12:30:00", "description": word(),
          "valid_from": "2026-05-06", "attending_type": word(), "notes": word(), "schedule_link": "https://c.example/" },
        { "freq": "MONTHLY", "bymonthday": "17", "opens_at": "13:15:00", "closes_at": "14:45:00", "notes": word() },
        { "service_at_location_id": "no-such-place", "description": word() },
    ]);
    service["service_at_locations"] = json!([{ "id": "p1", "description": word(), "contacts": [{ "name": word() }],
        "phones": [{ "number": "01632 960777" }],
        "schedules": [{ "freq": "WEEKLY", "byday": "FR", "opens_at": "07:05:00", "closes_at": "08:10:00" },
                      { "freq": "MONTHLY", "byday": "1MO", "opens_at": "05:05:00", "description": word() }],
        "location": { "location_type": "postal", "name": word(), "description": word(), "alternate_name": word(),
            "transportation": word(), "latitude": 52.5, "longitude": -1.25, "external_identifier": word(),
            "addresses": [{ "attention": word(), "address_1": word(), "address_2": word(), "city": word(),
                "region": word(), "state_province": word(), "postal_code": "ZZ9 9AA", "country": "US" },
                { "address_1": word() }],
            "accessibility": [{ "description": word(), "details": word(), "url": "https://d.example/" }] } }]);
    service["contacts"] = json!([{ "name": word(), "title": word(), "department": word(), "email": "c@a.example",
        "phones": [{ "number": "01632 960123", "extension": 456, "type": "textphone", "description": word(),
                     "languages": [{ "code": "pl", "note": word() }] },
                   { "number": "07700 900123", "type": "text" }, { "number": "01632 960999", "type": "fax" }] }]);
    service["phones"] = json!([{ "number": "07700 900456", "type": "cell" }]);
    service["service_areas"] = json!([{ "name": word(), "extent": word(), "uri": "https://e.example/" }]);
    service["languages"] = json!([{ "name": word(), "note": word() }]);
    service["cost_options"] = json!([{ "option": word(), "amount": 12.5, "currency": "EUR", "amount_description": word(),
        "valid_from": "2026-07-08" }]);
    service["funding"] = json!([{ "source": word() }]);
    service["required_documents"] = json!([{ "document": word() }]);
    service["program"] = json!({ "name": word() });
    service["attributes"] = json!([{ "link_type": word(), "value": word(), "taxonomy_term": { "name": word() } }]);
    service["additional_urls"] = json!([{ "label": word(), "url": "https://f.example/" },
        { "label": word(), "url": "https://g.example/" }, { "url": "https://h.example/" }]);
    service[word()] = json!({ word(): [word(), { word(): 54321 }] });
    service
}

/// The words of a value that are no identifiers.
fn words(value: &Value, key: &str, found: &mut Vec<String>) {
    const OUT: [&str; 6] = ["id", "status", "service_at_location_id", "type", "currency", "location_type"];
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| words(value, key, found)),
        Value::Array(items) => items.iter().for_each(|item| words(item, key, found)),
        _ if OUT.contains(&key) => {}
        Value::String(text) if ["byday", "freq"].contains(&key) && text.len() != 3 => {}
        Value::String(text) if key.ends_with("s_at") => found.push(text[..5].to_owned()),
        Value::String(text) if key == "last_modified" => found.push(text[..10].to_owned()),
        Value::String(text) => found.push(text.clone()),
        other => found.push(other.to_string()),
    }
}

#[test]
fn what_our_keys_cannot_hold_is_noted() {
    let service = full();
    let came = brought_in(&small(&[]), &document(&service), false);
    let all: String =
        came.plan.files.iter().filter(|(path, _)| !path.contains("imports/")).map(|(_, text)| text.as_str()).collect();
    let mut wanted = Vec::new();
    words(&service, "", &mut wanted);
    assert!(wanted.len() > 90, "{wanted:?}");
    let letters: Vec<&str> = all.split(|letter: char| !letter.is_alphanumeric() && !"/:.@-".contains(letter)).collect();
    let is_there = |word: &&String| match word.strip_prefix("word") {
        Some(_) => letters.iter().any(|known| known.trim_matches([':', '.']) == word.as_str()),
        None => all.contains(word.as_str()),
    };
    let missing: Vec<&String> = wanted.iter().filter(|word| !is_there(word)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "{all}");
    for line in [
        "\nprovider: word13\n",
        "\nwho_for: word10\n",
        "label: textphone, word",
        "hours: Fri, 07:05 to 08:10; word26\n",
        "EUR",
    ] {
        assert!(all.contains(line), "{line}\n--\n{all}");
    }
    // It is a page that a site can be built with, and a second time there is nothing to do.
    let again = brought_in(&came.files, &document(&service), false);
    assert_eq!(again.plan.files, Vec::new(), "{:#?}", again.plan.changes);
    assert_eq!(again.said(), came.said());
}

#[test]
fn what_was_changed_by_hand_is_kept_and_listed() {
    let service = |fees: &str, phone: &str| {
        json!({ "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Hub", "status": "active", "fees": fees,
            "contacts": [{ "phones": [{ "number": phone }] }], "accreditations": "ISO" })
    };
    let first = brought_in(&small(&[]), &document(&service("Free", "01632 960124")), false);
    let path = "content/services/hub.md";
    let mut ours = first.files.clone();
    let text = first.text(path).replace("cost: Free", "cost: Free for carers  # asked Ann") + "\nBy hand.\n";
    assert_ne!(text, first.text(path));
    ours.insert(path.into(), text.into_bytes());
    let same = brought_in(&ours, &document(&service("Free", "01632 960124")), false);
    assert_eq!((same.plan.files.len(), same.plan.changes.len()), (0, 0), "{:?}", same.plan.changes);
    let changed = document(&service("£2", "01632 960125"));
    let both = brought_in(&ours, &changed, false);
    let text = both.text(path);
    assert!(text.contains("cost: Free for carers  # asked Ann\n") && text.contains("960125"), "{text}");
    assert!(text.ends_with("\nBy hand.\n"), "{text}");
    let fields = &both.plan.changes[0].fields;
    let kept: Vec<&str> = fields.iter().filter(|field| field.is_kept).map(|field| field.heading.as_str()).collect();
    assert_eq!(kept, ["cost"]);
    let over = brought_in(&both.files, &changed, true);
    assert!(over.text(path).contains("cost: £2  # asked Ann\n"), "{}", over.text(path));
    // A service that is gone is told, and its page left alone.
    let other = json!({ "id": "8b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Cafe", "status": "active" });
    let gone = brought_in(&over.files, &document(&other), false);
    assert_eq!(gone.plan.gone, ["services/hub.md"]);
    assert!(gone.files.contains_key(path));
}
