//! What a service becomes, apart from any file.

use std::sync::Arc;

use serde_json::{Value, json};

use super::*;
use crate::model::{Cost, Details, Phone, Provider, Status};
use crate::output::fixture;

/// What open data says of the fixture's service once it was changed.
fn said(change: impl FnOnce(&mut Page, &mut Service)) -> Value {
    let mut site = fixture::site();
    let mut service = Service::default();
    change(&mut site.pages[1], &mut service);
    site.pages[1].details = Details::Service(Box::new(service));
    let provider =
        Provider { name: "Together".into(), share: true, charity_number: Some("SC012".into()), ..Provider::default() };
    Arc::make_mut(&mut site.settings).owners.push(("Team".into(), "team@example.org".into()));
    site.records.providers.insert("together".into(), provider);
    let open = OpenData::new(&site).expect("it has one");
    let files = open.files_of(&open.services()[0]).files;
    serde_json::from_slice(&files.last().expect("there is the service").1).expect("it is JSON")
}

#[test]
fn a_bare_service_says_what_is_known_and_nothing_else() {
    assert_eq!(
        said(|_, _| {}),
        json!({
            "id": Uuid::named(Uuid::named(Uuid::URL, "https://carers.example/"), "/hub/").to_string(),
            "name": "Hub",
            "status": "active",
            "url": "https://carers.example/hub/",
            "additional_urls": [{
                "id": said(|_, _| {})["additional_urls"][0]["id"], "label": "Carers", "url": "https://carers.example/hub/"
            }],
            "assured_date": "2026-10-03",
            "last_modified": "2026-10-03T00:00:00.000Z",
        })
    );
}

#[test]
fn the_four_states_are_told_apart() {
    let state = |status: Status| {
        let said = said(|_, service| {
            service.status = status;
            service.status_note = Some("Ask again.".into());
            service.until = (status != Status::Ended).then(|| "2027-04-01".parse().expect("a day"));
        });
        (said["status"].as_str().map(str::to_owned), said["alert"].as_str().map(str::to_owned))
    };
    let pair = |status: &str, alert: &str| (Some(status.to_owned()), Some(alert.to_owned()));
    let past = said(|_, service| {
        (service.status, service.until) = (Status::Full, Some("2026-10-01".parse().expect("a day")));
    });
    assert_eq!(past["alert"], "Full, expected to change on 2026-10-01.");
    assert_eq!(state(Status::Open), pair("active", "Ask again."));
    assert_eq!(state(Status::Full), pair("active", "Full until 2027-04-01. Ask again."));
    assert_eq!(state(Status::ClosedForNow), pair("temporarily closed", "Closed until 2027-04-01. Ask again."));
    assert_eq!(state(Status::Ended), pair("defunct", "Ended. Ask again."));
}

#[test]
fn a_price_is_a_number_only_where_it_is_the_price() {
    let amount = |kind: Option<&str>, text: &str| {
        said(|_, service| service.cost = Some(Cost { kind: kind.map(str::to_owned), text: text.into() }))["cost_options"]
            [0]["amount"]
            .clone()
    };
    assert_eq!(amount(Some("free"), "Free"), json!(0));
    assert_eq!(amount(None, "£5 a session"), json!(5));
    assert_eq!(amount(Some("paid"), "£12.40 an hour"), json!(12.4));
    for text in ["Up to £5 a session", "£5 a session, or £40 for ten", "Donations welcome"] {
        assert_eq!(amount(None, text), Value::Null, "{text}");
    }
}

#[test]
fn a_provider_is_a_record_or_a_name() {
    let record = said(|_, service| service.provider = Some("together".into()))["organization"].clone();
    assert_eq!((&record["name"], &record["description"]), (&json!("Together"), &json!("Together")));
    assert_eq!(record["organization_identifiers"][0]["identifier_scheme"], "GB-SC");
    let name = said(|_, service| service.provider = Some("The Lunch Club".into()))["organization"].clone();
    assert_eq!(name["name"], "The Lunch Club");
    assert_ne!(name["id"], record["id"]);
}

#[test]
fn numbers_say_who_they_are_for_in_their_description() {
    let phone = Phone {
        number: "01632960123".into(),
        label: Some("Adults".into()),
        hours: Some("9am to 5pm".into()),
        languages: vec!["pl".into(), "Japanese".into()],
        ..Phone::default()
    };
    let contact =
        crate::model::Contact { phones: vec![phone], texts: vec!["07700900123".into()], ..Default::default() };
    let phones = said(|_, service| service.contacts = vec![contact])["contacts"][0]["phones"].clone();
    assert_eq!(
        (&phones[0]["number"], &phones[0]["description"]),
        (&json!("01632 960123"), &json!("Adults. 9am to 5pm"))
    );
    assert_eq!(
        (&phones[0]["languages"][0]["code"], &phones[0]["languages"][0]["name"]),
        (&json!("pl"), &json!("Polski"))
    );
    assert_eq!(phones[0]["languages"][1].get("code"), None);
    assert_eq!((&phones[1]["number"], &phones[1]["type"]), (&json!("07700 900123"), &json!("text")));
}

#[test]
fn who_answers_for_a_page_is_an_address_and_no_name() {
    let said = said(|page, _| page.common.owner = Some("Team".into()));
    assert_eq!(said["assurer_email"], "team@example.org");
    assert!(!said.to_string().contains("Team"), "{said}");
}

#[test]
fn links_are_whole_and_in_ascii() {
    let mut site = fixture::site();
    site.pages[1].details = Details::Service(Box::default());
    let open = OpenData::new(&site).expect("it has one");
    assert_eq!(open.link("/żółw/").as_deref(), Some("https://carers.example/%C5%BC%C3%B3%C5%82w/"));
    assert_eq!(open.link("https://example.org/a b?x=ż&y#z").as_deref(), Some("https://example.org/a%20b?x=%C5%BC&y#z"));
    assert_eq!(open.link("other.md"), None);
}
