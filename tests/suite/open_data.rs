//! `/api/` held against the schemas of Open Referral UK, file by file, and against itself: every list has a file for each
//! of its entries and no other, and nothing is ever `null`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::harness::{Files, Made, build, demonstration_made, files};
use crate::schema::Schema;

/// The folders of the API and the schema of what lies in each.
const FOLDERS: [(&str, &str); 5] = [
    ("organizations", "organization"),
    ("service_at_locations", "service_at_location"),
    ("services", "service"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
];

struct Schemas(BTreeMap<&'static str, Schema>);

impl Schemas {
    fn open() -> Self {
        let names = FOLDERS.iter().map(|(_, schema)| *schema).chain(["phone", "language"]);
        Self(names.map(|name| (name, Schema::open(&format!("tests/schemas/hsds-uk/{name}.json")))).collect())
    }

    /// What does not fit. The schemas know no phones of a contact and no service of a place, so these are looked at apart.
    fn complaints(&self, name: &str, value: &Value) -> Vec<String> {
        let mut found = self.0[name].complaints(value);
        nulls(value, name, &mut found);
        let service = if name == "service" { value } else { &value["service"] };
        if name == "service_at_location" {
            found.extend(self.0["service"].complaints(service));
        }
        for contact in service["contacts"].as_array().into_iter().flatten() {
            for phone in contact["phones"].as_array().into_iter().flatten() {
                found.extend(self.0["phone"].complaints(phone));
            }
        }
        for inner in value["services"].as_array().into_iter().flatten() {
            found.extend(self.0["service"].complaints(inner));
        }
        found
    }
}

/// Every `null`, empty list and empty object, none of which the standard wants.
fn nulls(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Null => found.push(format!("{at} is null")),
        Value::Array(items) if items.is_empty() => found.push(format!("{at} is an empty list")),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| nulls(item, &format!("{at}/{index}"), found))
        }
        Value::Object(fields) if fields.is_empty() => found.push(format!("{at} is an empty object")),
        Value::Object(fields) => fields.iter().for_each(|(key, item)| nulls(item, &format!("{at}/{key}"), found)),
        _ => {}
    }
}

fn json(made: &Made, path: &str) -> Value {
    let bytes = made.files.get(path).unwrap_or_else(|| panic!("{path} was not made:\n{}", made.said));
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Looks at every file of the API; how many there are of each folder.
fn check(made: &Made, schemas: &Schemas) -> BTreeMap<&'static str, usize> {
    assert!(made.is_made, "{}", made.said);
    let mut counts = BTreeMap::new();
    let mut wrong = Vec::new();
    for (folder, schema) in FOLDERS {
        let list = json(made, &format!("api/{folder}/index.json"));
        let contents = list["contents"].as_array().expect("a list");
        let count = Value::from(contents.len());
        let head = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"];
        let head: Vec<&Value> = head.iter().map(|key| &list[*key]).collect();
        let (one, yes, is_empty) = (Value::from(1), Value::from(true), Value::from(contents.is_empty()));
        assert_eq!(head, [&count, &one, &one, &count, &yes, &yes, &is_empty], "{folder}");
        let mut named = BTreeSet::from([format!("api/{folder}/index.json")]);
        for entry in contents {
            wrong.extend(schemas.complaints(schema, entry).into_iter().map(|why| format!("{folder}/index: {why}")));
            let has_list = |value: &Value| value.as_object().is_some_and(|fields| fields.values().any(Value::is_array));
            assert!(!has_list(entry) && !has_list(&entry["organization"]), "{folder}: {entry} holds a list");
            let path = format!("api/{folder}/{}.json", entry["id"].as_str().expect("it has an id"));
            let whole = json(made, &path);
            wrong.extend(schemas.complaints(schema, &whole).into_iter().map(|why| format!("{path}: {why}")));
            assert_eq!(whole["id"], entry["id"]);
            assert!(named.insert(path.clone()), "{path} stands twice in its list");
        }
        let prefix = format!("api/{folder}/");
        let made: BTreeSet<String> = made.files.keys().filter(|path| path.starts_with(&prefix)).cloned().collect();
        assert_eq!(made, named, "{folder}: its list and its files differ");
        counts.insert(folder, contents.len());
    }
    assert_eq!(wrong, Vec::<String>::new());
    counts
}

#[test]
fn the_demonstration_is_what_the_standard_says() {
    let schemas = Schemas::open();
    let counts = check(demonstration_made(), &schemas);
    assert!(counts.values().all(|count| *count > 4), "too little is tried: {counts:?}");
    let index = json(demonstration_made(), "api/index.json");
    assert_eq!(index["version"], "HSDS-UK-3.0");
    assert_eq!(index["total_services"], counts["services"]);
    for endpoint in index["endpoints"].as_array().expect("a list") {
        let path = endpoint.as_str().and_then(|url| url.strip_prefix("https://carers.mereshire.example/"));
        assert!(demonstration_made().files.contains_key(path.expect("an address here")), "{endpoint}");
    }
    // The look can fail, and does where a value is wrong in any way.
    let hub = "api/services/fcf8094e-48b9-463d-843b-fc00bcdf8453.json";
    let mut broken = json(demonstration_made(), hub);
    broken["status"] = "open".into();
    broken["organization"]["website"] = Value::Null;
    broken["service_at_locations"][0]["location"]["location_type"] = "house".into();
    broken["contacts"][0]["phones"][0]["number"] = 1.into();
    broken["attributes"][0]["taxonomy_term"]["id"] = "breaks".into();
    broken.as_object_mut().expect("an object").remove("name");
    // The website is of the wrong type, and null besides.
    assert_eq!(schemas.complaints("service", &broken).len(), 7, "{:?}", schemas.complaints("service", &broken));
}

#[test]
fn what_is_said_of_a_service_is_what_its_page_says() {
    let hub = json(demonstration_made(), "api/services/fcf8094e-48b9-463d-843b-fc00bcdf8453.json");
    assert_eq!(hub["name"], "Mereshire Carers Hub");
    assert_eq!(hub["organization"]["name"], "Mereshire Carers Together");
    assert_eq!(hub["contacts"][0]["phones"][0]["number"], "01632 960123");
    assert_eq!(hub["schedules"][1]["byday"], "TU");
    assert_eq!(hub["schedules"][1]["closes_at"], "20:00:00");
    assert_eq!(hub["service_at_locations"][1]["location"]["addresses"][0]["postal_code"], "ZZ6 2BD");
    assert_eq!(hub["service_areas"].as_array().map(Vec::len), Some(1), "all districts are the county");
    assert_eq!(hub["assured_date"], "2026-10-19");
}

/// A small site with a service, and what is changed of it.
fn site(service: &str, more: &[(&str, &str)]) -> Files {
    let mut sources = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/sub/\"\n[organisation]\nname = \"Council\"\n\
             county = \"Mereshire\"\n[help]\nphone = \"01632 960000\"\n[hosting]\nhosts = [\"netlify\"]\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/services/hub.md", &format!("---\n{service}\n---\nCome in.\n")),
    ]);
    sources.extend(files(more));
    sources
}

fn all(made: &Made) -> String {
    assert!(made.is_made, "{}", made.said);
    let api = made.files.iter().filter(|(path, _)| path.starts_with("api/"));
    api.map(|(path, bytes)| format!("{path} {}\n", String::from_utf8_lossy(bytes))).collect()
}

#[test]
fn what_must_not_be_shared_is_not() {
    let providers =
        ("content/data/providers.yaml", "kept: { name: Kept, share: no }\nours: { name: Ours, contact: own }\n");
    let contacts = ("content/data/contacts.yaml", "own: { name: Letters only, phone: 01632 960555 }\n");
    let more = [providers, contacts];
    let other = ("content/services/other.md", "---\ntitle: Other\nprovider: ours\n---\n");
    for (service, hidden, count) in [
        ("title: Secret one\nprovider: kept", "Secret one", 1),
        ("title: Secret one\ndraft: yes", "Secret one", 1),
        ("title: Secret one\npublish: 2027-06-01", "Secret one", 1),
        ("title: Secret one\nexpire: 2026-06-01", "Secret one", 1),
        ("title: Secret one\nsensitive: yes", "Secret one", 1),
        (
            "title: Secret one\nsensitive: yes\nquiet_title: One\nprovider: Refuge\nsummary: Away from him.\nstatus: full\n\
          contact: { phone: 01632 960444 }\ntopics: [Abuse]\nplaces: [{ name: Haven }]",
            "Secret one|Refuge|Away|960444|Abuse|Haven",
            2,
        ),
        ("title: One\nnotes: Ask for Ann\nowner: Ann", "Ann", 2),
        ("title: One\nprovider: ours", "960555|Letters", 2),
        ("title: One\ncontact: { name: Ann, phone: 07700 900111, website: \"https://example.org/\" }", "Ann|900111", 2),
        ("title: One\ncontact: { phones: [07700 900111, { number: 01632 960444 }] }", "900111", 2),
        (
            "title: One\nplaces: [{ name: House, address: 7 Larkspur Mews, town: Stowe, postcode: ZZ9 9ZZ, lat: 52.91734, lon: -1.23817, hidden: yes }]\nareas: [Fenmarsh]",
            "Larkspur|ZZ9|52.9|1.23|Stowe|Fenmarsh",
            2,
        ),
    ] {
        let mut sources = site(service, &more);
        sources.extend(files(&[other]));
        let text = all(&build(&sources));
        for words in hidden.split('|') {
            assert!(!text.contains(words), "{service}\n{words} stands in\n{text}");
        }
        assert!(text.contains(&format!("\"total_services\": {count},")), "{service}\n{text}");
    }
    let public = all(&build(&site("title: One\ncontact: { phones: [{ number: 07700 900111, public: yes }] }", &more)));
    assert!(public.contains("07700 900111"), "{public}");
}

#[test]
fn a_hidden_place_has_its_name_and_no_more() {
    let service = "title: One\nplaces: [{ name: House, address: 7 Larkspur Mews, access: [step-free], lat: 52.91734, hidden: yes }]";
    let made = build(&site(service, &[]));
    let place = json(&made, "api/service_at_locations/index.json")["contents"][0]["location"].clone();
    let keys: Vec<&str> = place.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, ["id", "location_type", "name"]);
    let whole = all(&made);
    assert!(whole.contains("step-free") && whole.contains("\"service_area\":\"Mereshire\""), "{whole}");
}

/// The identifiers of the first place of a service: of the link, the location and its address.
fn ids_of(sources: &Files, name: &str) -> [Value; 3] {
    let all = json(&build(sources), "api/service_at_locations/index.json")["contents"].clone();
    let mut places = all.as_array().expect("a list").iter();
    let place = places.find(|place| place["service"]["name"] == name).expect("it is there");
    [place["id"].clone(), place["location"]["id"].clone(), place["location"]["addresses"][0]["id"].clone()]
}

/// A place is known by its service and its number: neither others nor a word that somebody mends has a part in it.
#[test]
fn a_place_keeps_its_identifiers_whatever_others_say_of_the_building() {
    let place = |title: &str, access: &str| {
        format!(
            "---\ntitle: {title}\nplaces: [{{ address: 4 Quay Street, town: M, postcode: ZZ1 1AA{access} }}]\n---\n"
        )
    };
    let ids = |others: &[(&str, &str)]| {
        let mut more =
            vec![("content/services/two.md", place("Two", "")), ("content/services/three.md", place("Three", ""))];
        more.extend(others.iter().map(|(path, access)| (*path, place("Another", access))));
        let more: Vec<(&str, &str)> = more.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let sources = site("title: One", &more);
        (ids_of(&sources, "Two"), ids_of(&sources, "Three"))
    };
    let (two, three) = ids(&[]);
    assert_ne!(two[1], three[1], "each service has its own");
    for access in ["", ", access: [step-free]", ", lat: 52.95, lon: -1.1"] {
        assert_eq!(ids(&[("content/services/a.md", access)]), (two.clone(), three.clone()), "{access}");
    }
    for (street, more) in
        [("4 Quay St", ""), ("4 Quay Street", ", access: [step-free]"), ("4 Quay Street", ", lat: 52.95, lon: -1.1")]
    {
        let words = place("Two", more).replace("4 Quay Street", street);
        assert_eq!(ids_of(&site("title: One", &[("content/services/two.md", words.as_str())]), "Two"), two, "{words}");
    }
}

#[test]
fn identifiers_stay_when_everything_else_changes() {
    let id = |sources: &Files| json(&build(sources), "api/services/index.json")["contents"][0]["id"].clone();
    let before = id(&site("title: One", &[]));
    assert_eq!(id(&site("title: Two\nsummary: Another.\nstatus: ended", &[])), before);
    let written = "fcf8094e-48b9-463d-843b-fc00bcdf8453";
    assert_eq!(id(&site(&format!("title: One\nid: {}", written.to_uppercase()), &[])), written);
    let settings = |url: &str| format!("title = \"C\"\nbase_url = \"{url}\"\n[help]\nphone = \"01632 960000\"\n");
    let elsewhere = site("title: One", &[("site.toml", &settings("https://other.example/"))]);
    assert_ne!(id(&elsewhere), before, "two sites may have pages of one address");
}

#[test]
fn a_site_without_services_to_share_has_no_api() {
    for service in ["title: One\ndraft: yes", "title: One\nsensitive: yes"] {
        let made = build(&site(service, &[]));
        let page = String::from_utf8_lossy(&made.files["services/index.html"]).into_owned();
        assert_eq!(all(&made), "");
        assert!(!page.contains("/api/") && !String::from_utf8_lossy(&made.files["_headers"]).contains("Allow-Origin"));
    }
    let made = build(&site("title: One", &[]));
    let page = String::from_utf8_lossy(&made.files["services/index.html"]).into_owned();
    assert!(page.contains("/sub/api/index.json"), "{page}");
    let headers = String::from_utf8_lossy(&made.files["_headers"]).into_owned();
    assert!(headers.contains("\n/sub/api/*\n  Access-Control-Allow-Origin: *\n"), "{headers}");
}

#[test]
fn nothing_else_can_stand_in_its_place() {
    let more = [
        ("content/api/services/index.json", "{}"),
        ("content/about.md", "---\ntitle: About\n---\n[All](api/services/index.json)\n"),
    ];
    let mut sources = site("title: One", &more);
    let settings = String::from_utf8(sources["site.toml"].clone()).expect("it is text");
    sources.insert("site.toml".into(), format!("{settings}[files]\npublish = [\"json\"]\n").into_bytes());
    let made = build(&sources);
    assert!(!made.is_made && made.rules().contains(&"same-address"), "{}", made.said);
}
