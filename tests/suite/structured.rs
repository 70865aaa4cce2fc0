//! Data about pages for machines: every name in it is one that schema.org has for such a thing, and every word of it
//! stands on its page.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::{Files, Made, build, demonstration_made, files};
use signpost::html::visible_words;

/// The types that pages use, each with the properties that it may have (schema.org, version 29; those of the types above
/// it count, such as `name` and `url` of Thing).
const TYPES: &[(&str, &[&str])] = &[
    ("Service", &["name", "url", "provider", "areaServed", "audience", "offers", "hoursAvailable", "availableChannel"]),
    ("ServiceChannel", &["servicePhone", "serviceSmsNumber", "serviceUrl", "serviceLocation"]),
    ("ContactPoint", &["telephone", "contactType"]),
    ("Place", &["name", "address"]),
    ("PostalAddress", &["streetAddress", "addressLocality", "postalCode"]),
    ("Organization", &["name", "url", "telephone", "email"]),
    ("Audience", &["audienceType"]),
    ("PeopleAudience", &["audienceType", "suggestedMinAge", "suggestedMaxAge"]),
    ("Offer", &["price", "priceCurrency", "availability"]),
    ("OpeningHoursSpecification", &["dayOfWeek", "opens", "closes"]),
    ("Event", &["name", "url", "startDate", "endDate", "eventStatus", "location", "isAccessibleForFree", "offers"]),
    ("VirtualLocation", &["url"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name", "item"]),
    ("FAQPage", &["name", "url", "inLanguage", "mainEntity"]),
    ("Question", &["name", "acceptedAnswer"]),
    ("Answer", &["text"]),
];

/// What a page says of itself.
fn data(html: &str) -> Option<Value> {
    let mut blocks = html.split("application/ld+json").skip(1);
    let block = blocks.next()?;
    assert!(blocks.next().is_none(), "a page speaks once");
    let text = block.split_once('>').and_then(|(_, rest)| rest.split_once("</script>")).expect("it ends").0;
    Some(serde_json::from_str(text).expect("it is JSON"))
}

/// Whatever schema.org does not know; how often each type occurs.
fn look(value: &Value, at: &str, counts: &mut BTreeMap<String, usize>, wrong: &mut Vec<String>) {
    match value {
        Value::Array(items) if !items.is_empty() => items.iter().for_each(|item| look(item, at, counts, wrong)),
        Value::Object(fields) => {
            let name = fields.get("@type").and_then(Value::as_str).unwrap_or_default();
            *counts.entry(name.to_owned()).or_default() += 1;
            let known = match name {
                "GovernmentService" => "Service",
                "GovernmentOrganization" => "Organization",
                name => name,
            };
            let Some((_, known)) = TYPES.iter().find(|(name, _)| *name == known) else {
                wrong.push(format!("{at}: the type {name:?}"));
                return;
            };
            for (key, value) in fields.iter().filter(|(key, _)| !key.starts_with('@')) {
                if !known.contains(&key.as_str()) {
                    wrong.push(format!("{at}: {name} has no {key}"));
                }
                look(value, at, counts, wrong);
            }
        }
        Value::String(text) if !text.is_empty() => {}
        Value::Number(_) | Value::Bool(_) => {}
        other => wrong.push(format!("{at}: {other}")),
    }
}

/// Looks at what every page of a site says.
fn check(made: &Made) -> (BTreeMap<String, usize>, Vec<String>) {
    let (mut counts, mut wrong) = (BTreeMap::new(), Vec::new());
    for (path, bytes) in made.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        let Some(mut value) = data(&html) else { continue };
        let context = value.as_object_mut().expect("an object").remove("@context");
        assert_eq!(context, Some("https://schema.org".into()), "{path}");
        look(value.get("@graph").unwrap_or(&value), path, &mut counts, &mut wrong);
    }
    (counts, wrong)
}

#[test]
fn schema_org_knows_every_name_and_each_kind_is_there() {
    let (counts, wrong) = check(demonstration_made());
    assert_eq!(wrong, Vec::<String>::new());
    for (name, _) in TYPES.iter().filter(|(name, _)| *name != "VirtualLocation") {
        assert!(counts.contains_key(*name), "{name} is not tried: {counts:?}");
    }
    assert!(counts.contains_key("GovernmentService"), "{counts:?}");
    let broken =
        serde_json::json!({ "@type": "Service", "titel": "", "provider": { "@type": "Thing" }, "offers": null });
    let mut wrong = Vec::new();
    look(&broken, "here", &mut BTreeMap::new(), &mut wrong);
    assert_eq!(wrong.len(), 4, "{wrong:?}");
}

#[test]
fn what_is_said_stands_on_the_page() {
    for (path, bytes) in &demonstration_made().files {
        let html = String::from_utf8_lossy(bytes);
        let Some(value) = path.strip_prefix("services/").and_then(|_| data(&html)) else { continue };
        let words = visible_words(&html).replace([' ', '\u{a0}'], "");
        let mut said = Vec::new();
        texts(&value, "", &mut said);
        for (key, text) in said {
            let on_page = match key.as_str() {
                "telephone" => text.replace("+44", "0"),
                "name" | "streetAddress" | "addressLocality" | "postalCode" | "audienceType" | "contactType" => {
                    text.clone()
                }
                _ => continue,
            };
            assert!(words.contains(&on_page.replace(' ', "")), "{path}: {key} {text} is not on the page");
        }
    }
}

fn texts(value: &Value, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((key.to_owned(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, key, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| texts(value, key, found)),
        _ => {}
    }
}

fn site(service: &str) -> Files {
    files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/sub/\"\n[organisation]\nname = \"The Council\"\n\
             county = \"Mereshire\"\n[help]\nphone = \"01632 960000\"\n[build]\nstop_on = \"broken\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/services/hub.md", &format!("---\n{service}\n---\nCome in.\n")),
        ("content/services/hub.easy.md", "---\ntitle: Hub\n---\nCome in.\n"),
        (
            "content/data/providers.yaml",
            "trust: { name: Trust, website: \"https://www.trust.nhs.uk/\" }\nother: { name: Other }\n",
        ),
    ])
}

/// What the service's page says, and the same page for other readers.
fn said(service: &str) -> (String, String) {
    let made = build(&site(service));
    assert!(made.is_made, "{}", made.said);
    assert_eq!(check(&made).1, Vec::<String>::new());
    let page = |path: &str| data(&String::from_utf8_lossy(&made.files[path])).map(|value| value.to_string());
    (page("services/hub/index.html").unwrap_or_default(), page("services/hub/easy-read/index.html").unwrap_or_default())
}

#[test]
fn what_could_harm_or_mislead_is_not_said() {
    for (service, hidden) in [
        ("title: Larkspur\nsensitive: yes\nquiet_title: One\ncontact: { phone: 01632 960444 }", "@type"),
        ("title: One\ncontact: { name: Ann, phone: 07700 900111 }", "900111"),
        ("title: One\nplaces: [{ name: House, address: 7 Mews, postcode: ZZ9 9ZZ, hidden: yes }]", "House"),
        ("title: One\nstatus: ended\ncontact: { phone: 01632 960444 }", "960444"),
        ("title: One\nstatus: closed for now\nhours: [{ days: Mon, from: 9am, to: 5pm }]", "Opening"),
        ("title: One\nstatus: closed for now\ncontact: { phone: 01632 960444 }", "960444"),
        ("title: One\ncost: Up to £5 a session", "Offer"),
        ("title: One\nhours: [{ days: Mon, from: 9am, to: 5pm, every: 2 weeks }]", "Opening"),
        ("title: One\nhours: [{ days: Mon, from: 9am, to: 5pm, term_time: yes }]", "Opening"),
    ] {
        let (page, easy) = said(service);
        assert!(!page.contains(hidden) && easy.is_empty(), "{service}\n{page}\n{easy}");
    }
    for (cost, price) in [("Free", "\"price\":\"0\""), ("Ask", "")] {
        let full = said(&format!("title: One\nstatus: full\ncost: {cost}")).0;
        assert!(full.contains("schema.org/SoldOut") && full.contains(price), "{full}");
    }
    assert!(said("title: \"</script><b>\"").0.contains("</script><b>"));
}

#[test]
fn public_services_are_told_from_others() {
    for (provider, kind) in [
        ("trust", "GovernmentService"),
        ("The Council", "GovernmentService"),
        ("other", "Service"),
        ("Mind", "Service"),
    ] {
        let page = said(&format!("title: One\nprovider: {provider}\ncost: £3.50 a session")).0;
        assert!(page.contains(&format!("\"@type\":\"{kind}\"")), "{provider}: {page}");
        assert!(
            page.contains("\"price\":\"3.50\"") && page.contains("https://carers.example/sub/services/hub/"),
            "{page}"
        );
    }
}
