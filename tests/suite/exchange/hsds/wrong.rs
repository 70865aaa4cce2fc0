//! Open data that is not as the standard says: named with its file and record, the rest taken in.

use serde_json::{Value, json};
use signpost::exchange::hsds::source;
use signpost::exchange::known::Known;

use super::{brought_in, document};
use crate::exchange::{Imported, keys, small};
use crate::harness::{Files, files, open};

fn refused(files: &Files) -> String {
    let project = open(&small(&[]));
    let files: Vec<(String, Vec<u8>)> = files.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    let known = Known::new(project.site());
    source(&files, "neighbours", &keys(&project), &known)
        .map(|source| source.services.len())
        .expect_err("there is none")
}

fn check(came: &Imported, expected: &[&str]) {
    let said = came.said();
    for line in expected {
        assert!(said.contains(line), "{line}\n--\n{said}");
    }
    assert_eq!(said.lines().count(), expected.len(), "{said}");
}

#[test]
fn records_that_are_wrong_are_named_and_the_rest_taken_in() {
    let services = json!({ "contents": [
        { "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Good", "status": "active" },
        { "id": "8b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "status": "active" },
        { "id": 5, "name": "Number", "description": ["a"], "minimum_age": "eighteen", "maximum_age": -4, "status": "maybe",
          "email": "nobody", "url": "nowhere", "assured_date": "soon" },
        { "name": "Nulls", "status": null, "description": null, "contacts": null, "organization": null },
        "text",
        { "id": "x", "name": "Shapes", "status": "active", "contacts": "Ann", "schedules": [5, null], "organization": "Us",
          "service_at_locations": [{ "location": [] }, {}, { "location": { "latitude": 95, "longitude": "east",
            "addresses": [{ "postal_code": "QQ99" }] } }], "languages": [{}], "attributes": [{ "taxonomy_term": 7 }],
          "cost_options": [{ "amount": {} }], "phones": [{ "description": "no number" }] },
        { "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Other", "status": "active" },
    ]});
    let came = brought_in(&small(&[]), &document(&services), false);
    let titles: Vec<&str> = came.plan.changes.iter().map(|change| change.title.as_str()).collect();
    assert_eq!(titles, ["Good", "Number", "Nulls", "Shapes", "Other"]);
    check(
        &came,
        &[
            "services.json, item 2: it has no `name`, which the standard requires, and no page was made of it",
            "services.json, item 3: its id `5` is no UUID",
            "services.json, item 3: `description` is [\"a\"], where words may stand",
            "services.json, item 3: `minimum_age` is \"eighteen\", where a number may stand",
            "services.json, item 3: `maximum_age` is \"-4\", where another number may stand",
            "services.json, item 3: `status` is \"maybe\", where active",
            "services.json, item 3: `email` is \"nobody\"",
            "services.json, item 3: `url` is \"nowhere\"",
            "services.json, item 3: `assured_date` is \"soon\"",
            "services.json, item 4: it has no `id`",
            "services.json, item 4: it has no `status`",
            "services.json, item 5: it is no object, and was left out",
            "services.json, item 6: its id `x` is no UUID",
            "services.json, item 6: `contacts` is \"Ann\"",
            "services.json, item 6: `schedules` is 5",
            "services.json, item 6: `organization` is \"Us\"",
            "services.json, item 6: `location` is []",
            "services.json, item 6: a place of it has no `location`",
            "services.json, item 6: a place of it has no `location`",
            "services.json, item 6: `latitude` is \"95\"",
            "services.json, item 6: `longitude` is \"east\"",
            "services.json, item 6: `postal_code` is `QQ99`, which is no postcode",
            "services.json, item 6: `amount` is {}",
            "services.json, item 6: a phone of it has no `number`",
            "services.json, item 7: it has the `id` of services.json, item 1, which has another name",
            "services.json, item 7: it has no `id`",
            "services.json, item 4: 5 values are `null`",
        ],
    );
    assert!(
        came.text("content/services/number.md").contains("maximum_age: \"-4\""),
        "{}",
        came.text("content/services/number.md")
    );
    let again = brought_in(&came.files, &document(&services), false);
    assert_eq!((again.plan.files, again.plan.unchanged), (Vec::new(), 5));
}

#[test]
fn things_that_belong_to_themselves_end() {
    let term = |id: &str, parent: &str| json!({ "id": id, "name": id, "description": id, "parent_id": parent });
    let service = json!({ "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Hub", "status": "active",
        "attributes": [{ "link_type": "topics", "taxonomy_term": term("Breaks", "b") }],
        "organization": { "id": "o", "name": "O", "parent_organization_id": "o" } });
    let came = brought_in(
        &small(&[]),
        &files(&[
            ("services/1.json", &service.to_string()),
            ("taxonomy_terms/index.json", &json!({ "contents": [term("b", "c"), term("c", "Breaks")] }).to_string()),
        ]),
        false,
    );
    assert!(
        came.text("content/services/hub.md").contains("topics: [Breaks]"),
        "{}",
        came.text("content/services/hub.md")
    );
    check(&came, &["services/1.json: `Breaks` belongs to itself", "services/1.json: `o` belongs to itself"]);
}

#[test]
fn what_is_no_open_data_is_told() {
    let text = |path: &str, text: &str| refused(&files(&[(path, text)]));
    assert_eq!(refused(&Files::new()), "no service was found in it");
    assert_eq!(text("a.json", "{\"contents\": []}"), "no service was found in it");
    assert!(text("a.json", "<html>").starts_with("no service was found in it: a.json: it is no JSON: "));
    assert!(text("a.json", "").contains("a.json: it is no JSON"));
    assert!(text("a.json", "5").contains("a.json: it holds neither a service nor a list of them"));
    assert!(text("a.csv", "a,b\n1,2\n").starts_with("no service was found in it"));
    assert!(text("a.json", &"[".repeat(100_000)).contains("it is no JSON"), "nested too deep");
    let long = "x".repeat(10_000_000);
    assert!(text("a.json", &long).contains("it is no JSON"));
    assert!(text("services.csv", &long).starts_with("no service was found in it"));
    assert!(text("a.json", &format!("\"{long}\"")).len() < 200);
    // Ten million letters in one value are words like any other.
    let service = json!({ "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Hub", "status": long });
    let came = brought_in(&small(&[]), &document(&service), false);
    assert!(came.said().len() < 300, "{}", came.said().len());
}

#[test]
fn tables_are_put_together_and_rows_without_a_service_are_named() {
    let id = "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2";
    let came = brought_in(
        &small(&[]),
        &files(&[
            (
                "services.csv",
                &format!("id,organization_id,name,status,minimum_age\n{id},o9,Hub,active,18\n,,No id,active,\n"),
            ),
            ("contacts.csv", &format!("id,service_id,name\nc1,{id},Ann\nc2,gone,Bob\nc3,,Cem\n")),
            ("phones.csv", "id,contact_id,number\np1,c1,\"\"\"+44 1632 960123\"\"\"\np2,c1,'+441632960124\n"),
            ("service_at_location.csv", &format!("id,service_id,location_id\nl1,{id},nowhere\n")),
        ]),
        false,
    );
    let text = came.text("content/services/hub.md");
    assert!(
        text.contains("  name: Ann\n  phones: [+44 1632 960123, \"+441632960124\"]\nages: { from: 18 }\n"),
        "{text}"
    );
    check(
        &came,
        &[
            "service_at_location.csv, row 2: there is no location `nowhere`",
            "contacts.csv, row 3: it has no `service_id` of anything that is here, and was left out; so was contacts.csv, row 4",
            "services.csv, row 2: there is no organization \"o9\"",
            "services.csv, row 2: a place of it has no `location`",
            "services.csv, row 3: it has no `id`",
        ],
    );
}

#[test]
fn one_service_on_many_pages_is_one() {
    let id = "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2";
    let place = |link: &str| {
        let address = json!([{ "city": "Merebridge" }]);
        json!({ "id": link, "location": { "location_type": "physical", "name": link, "addresses": address } })
    };
    let bare = json!({ "id": id, "name": "Hub", "status": "active" });
    let mut whole = bare.clone();
    whole["service_at_locations"] = Value::from(vec![place("b"), place("a")]);
    let at = |link: &str| {
        let mut at = place(link);
        at["service"] = bare.clone();
        at.to_string()
    };
    let came = brought_in(
        &small(&[]),
        &files(&[
            ("service_at_locations/a.json", &at("a")),
            ("service_at_locations/b.json", &at("b")),
            ("services/index.json", &json!({ "contents": [bare] }).to_string()),
            (&format!("services/{id}.json"), &whole.to_string()),
            ("datapackage.json", "{\"title\": \"Carers\", \"resources\": []}"),
            ("taxonomies/index.json", "{\"contents\": [{\"id\": \"t\", \"name\": \"T\", \"description\": \"T\"}]}"),
        ]),
        false,
    );
    assert_eq!((came.plan.counts(), came.said()), ((1, 0, 0), String::new()));
    let text = came.text("content/services/hub.md");
    assert!(text.contains("places:\n  - { name: b, town: Merebridge }\n  - { name: a, town: Merebridge }\n"), "{text}");
}

#[test]
fn services_without_an_identifier_are_told_apart() {
    let hub = |phone: &str| json!({ "name": "Hub", "status": "active", "phones": [{ "number": phone }] });
    let came = brought_in(&small(&[]), &document(&json!([hub("01632 960123"), hub("01632 960124")])), false);
    let ids: Vec<String> = ["hub", "hub-2"]
        .iter()
        .map(|stem| {
            let text = came.text(&format!("content/services/{stem}.md"));
            text.lines().find(|line| line.starts_with("id: ")).expect("it has an id").to_owned()
        })
        .collect();
    assert_ne!(ids[0], ids[1]);
    let again = brought_in(&came.files, &document(&json!([hub("01632 960123"), hub("01632 960124")])), false);
    assert_eq!((again.plan.files, again.plan.unchanged), (Vec::new(), 2));
    // A number is an identifier like any other.
    let five = json!({ "id": 5, "name": "Five", "status": "active" });
    let pages = files(&[("services/index.json", &json!([five]).to_string()), ("services/5.json", &five.to_string())]);
    assert_eq!(brought_in(&small(&[]), &pages, false).plan.counts(), (1, 0, 0));
}

#[test]
fn what_is_no_service_makes_no_page_and_links_are_joined() {
    let id = "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2";
    let came = brought_in(
        &small(&[]),
        &files(&[
            ("all/1.json", &json!({ "id": "b", "name": "Town Hall", "latitude": 52.5, "longitude": -1.5 }).to_string()),
            ("all/2.json", &json!({ "service_id": id, "location_id": "b" }).to_string()),
            (
                "all/3.json",
                &json!({ "service": { "id": id }, "location": { "name": "Church", "addresses": [{ "city": "X" }] } })
                    .to_string(),
            ),
            ("all/4.json", &json!({ "id": id, "name": "Hub", "status": "active" }).to_string()),
            ("all/5.json", &json!({ "service_id": "gone", "location_id": "b" }).to_string()),
        ]),
        false,
    );
    assert_eq!(came.plan.counts(), (1, 0, 0), "{:?}", came.plan.changes);
    let text = came.text("content/services/hub.md");
    assert!(text.contains("Town Hall") && text.contains("Church"), "{text}");
    assert!(came.said().contains("all/5.json: there is no service that it names"), "{}", came.said());
}

#[test]
fn rows_of_a_place_or_an_organisation_are_kept() {
    let id = "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2";
    let came = brought_in(
        &small(&[]),
        &files(&[
            ("services.csv", &format!("id,organization_id,name,status\n{id},o,Hub,active\n")),
            ("organizations.csv", "id,name\no,Council\n"),
            ("service_at_location.csv", &format!("id,service_id,location_id\nl,{id},p\n")),
            ("locations.csv", "id,name\np,Hall\n"),
            ("addresses.csv", "id,location_id,city\na,p,Merebridge\n"),
            ("contacts.csv", "id,organization_id,service_at_location_id,name\nc1,o,,Ann\nc2,,l,Bob\n"),
            ("phones.csv", "id,location_id,number\np1,p,01632 960777\n"),
            ("schedules.csv", "id,location_id,description\ns1,p,Always open\n"),
            ("capacity.csv", "id\n1\n"),
        ]),
        false,
    );
    let text = came.text("content/services/hub.md");
    for word in ["Ann", "Bob", "01632 960777", "Always open"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    check(&came, &["capacity.csv: it is no table that is read here"]);
}

#[test]
fn circles_are_found_from_outside_too() {
    let term = |id: &str, parent: &str| json!({ "id": id, "name": id, "description": id, "parent_id": parent });
    let service = json!({ "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Hub", "status": "active" });
    let terms = json!({ "contents": [term("a", "b"), term("b", "c"), term("c", "b")] });
    let came = brought_in(
        &small(&[]),
        &files(&[("services/1.json", &service.to_string()), ("taxonomy_terms/index.json", &terms.to_string())]),
        false,
    );
    check(&came, &["taxonomy_terms/index.json, item 2: `b` belongs to itself"]);
}

#[test]
fn a_mobile_is_not_made_public_and_a_social_page_is_no_way_in() {
    let service = json!({ "id": "7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d2", "name": "Hub", "status": "active",
        "phones": [{ "number": "07700 900456" }], "additional_urls": [
            { "label": "Facebook", "url": "https://www.facebook.com/hub" }, { "label": "Book a place", "url": "https://a.example/" }] });
    let came = brought_in(&small(&[]), &document(&service), false);
    let text = came.text("content/services/hub.md");
    assert!(text.contains("07700 900456") && !text.contains("public"), "{text}");
    assert!(text.contains("label: Book a place") && text.contains("facebook.com"), "{text}");
    check(&came, &["services.json: 1 number is that of a mobile, which may be a person's own"]);
}

#[test]
fn records_of_providers_are_added_and_no_byte_of_the_others_changes() {
    const PATH: &str = "content/data/providers.yaml";
    let service = |number: usize, provider: &str, about: &str| {
        json!({ "id": format!("7b0f5a52-3f0e-5d7c-9a3e-0c9a54f3a1d{number}"), "name": format!("Hub {number}"), "status": "active",
            "organization": { "name": provider, "description": about } })
    };
    let two = document(&json!([
        service(1, "Scope!", "One."),
        service(2, "Scope", "Two."),
        service(3, "Age Friends", "Three.")
    ]));
    let site = small(&[]);
    let came = brought_in(&site, &two, false);
    let (old, new) = (String::from_utf8(site[PATH].clone()).expect("it is text"), came.text(PATH));
    assert!(new.starts_with(&old) && new.contains("\nscope: {") && new.contains("\nscope-2: {"), "{new}");
    assert!(came.text("content/services/hub-2.md").contains("provider: scope-2\n"));
    assert!(came.text("content/services/hub-3.md").contains("provider: age-friends\n"));
    for broken in
        [b"age-friends:\n  name: Caf\xe9\n".as_slice(), b"{ age-friends: { name: Age Friends } }\n", b"{}\n", b"- a\n"]
    {
        let mut site = site.clone();
        site.insert(PATH.into(), broken.to_vec());
        let came = brought_in(&site, &two, false);
        assert_eq!(came.files[PATH], broken);
        assert!(came.said().contains("content/data/providers.yaml: no record was added to it"), "{}", came.said());
    }
}
