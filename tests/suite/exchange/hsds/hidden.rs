//! Hidden places in open data: what a neighbour learned of one never reaches a page, the state or a screen.

use serde_json::{Value, json};

use super::{api, brought_in, document};
use crate::exchange::{Imported, small};
use crate::harness::{Files, files};

const HUB: &str = "content/services/hub.md";
const ID: &str = "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2";

fn at(name: &str, address: Value) -> Value {
    json!({ "id": name, "location": { "location_type": "physical", "name": name, "addresses": [address],
        "latitude": 52.91734, "longitude": -1.23817 } })
}

fn house(name: &str) -> Value {
    json!({ "id": ID, "name": name, "status": "active", "application_process": "Come to 9 Larkspur Close",
        "service_at_locations": [at("House", json!({ "address_1": "9 Larkspur Close", "postal_code": "ZZ9 9ZZ" }))] })
}

fn tells(came: &Imported) -> bool {
    let all = format!("{:?} {}", came.plan, came.said());
    ["Larkspur", "ZZ9 9ZZ", "52.917", "1.238"].iter().any(|secret| all.contains(secret))
}

#[test]
fn a_page_with_a_hidden_place_learns_no_address() {
    let page = "---\ntitle: Hub\nplaces: [{ name: House, hidden: true }]\n---\n";
    let site = small(&[("content/services/hub.md", page)]);
    for overwrite in [false, true] {
        let came = brought_in(&site, &document(&house("Hub")), overwrite);
        assert_eq!((came.plan.counts().0, tells(&came)), (0, false), "{:?} {}", came.plan, came.said());
        assert!(came.said().contains("an address of a hidden place was left out"), "{}", came.said());
    }
    // Also where the postcode cannot be read, and from tables.
    let mut wrong = house("Hub");
    wrong["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] = json!("Larkspur");
    assert!(!tells(&brought_in(&site, &document(&wrong), false)));
    let tables = files(&[
        ("services.csv", &format!("id,name,status\n{ID},Hub,active\n")),
        ("service_at_location.csv", &format!("id,service_id,location_id\nl,{ID},p\n")),
        ("locations.csv", "id,name,latitude,longitude\np,House,52.91734,-1.23817\n"),
        ("addresses.csv", "id,location_id,address_1,postal_code\na,p,9 Larkspur Close,ZZ9 9ZZ\n"),
    ]);
    assert!(!tells(&brought_in(&site, &tables, false)));
}

#[test]
fn a_new_refuge_has_no_address() {
    let came = brought_in(&small(&[]), &document(&house("Rose refuge")), false);
    let text = came.text("content/services/rose-refuge.md");
    assert!(
        text.contains("places: [{ name: House, hidden: true }]") || text.contains("{ name: House, hidden: true }"),
        "{text}"
    );
    assert!(!tells(&came), "{:?}", came.plan);
    assert!(came.said().contains("it may be a refuge"), "{}", came.said());
    // Nor does what its organisation says of itself.
    let mut own = house("Rose refuge");
    own["organization"] =
        json!({ "name": "Rose", "description": "We are at 9 Larkspur Close.", "website": "https://a.example/" });
    let with = brought_in(&small(&[]), &document(&own), false);
    assert!(!tells(&with) && with.text("content/data/providers.yaml").contains("a.example"), "{:?}", with.plan);
    // The next import does not bring it either.
    let again = brought_in(&came.files, &document(&house("Rose refuge")), true);
    assert!(!tells(&again) && again.text("content/services/rose-refuge.md") == text, "{:?}", again.plan);
}

#[test]
fn what_another_site_hides_stays_hidden() {
    let page = "---\ntitle: Hub\nplaces:\n  - { name: House, address: 9 Larkspur Close, postcode: ZZ9 9ZZ, lat: 52.91734, lon: -1.23817, hidden: true }\n  - { name: Office, address: 1 High St, postcode: ZZ1 1AA }\n---\n";
    let neighbour = small(&[("content/services/hub.md", page)]);
    let sent = api(&neighbour);
    let came = brought_in(&small(&[]), &sent, false);
    let text = came.text(HUB);
    assert!(text.contains("name: House, hidden: true") && text.contains("address: 1 High St"), "{text}");
    assert!(came.said().contains("1 place has no address, and has `hidden: true`"), "{}", came.said());
    // Somebody writes the address down over there: it does not come here.
    let open = small(&[("content/services/hub.md", &page.replace(", hidden: true", ""))]);
    let told: Files = api(&open);
    for overwrite in [false, true] {
        let later = brought_in(&came.files, &told, overwrite);
        assert!(!tells(&later) && later.text(HUB).contains("name: House, hidden: true"), "{:?}", later.plan);
    }
}
