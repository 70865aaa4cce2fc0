//! The place that nobody may learn of: its address, postcode and coordinates are looked for in every byte that would
//! be published, and moving it must change none.
//!
//! What is secret is read from the sources here, apart from the program, so that a mistake of its reader cannot hide
//! one of its writer.

use std::collections::BTreeSet;

use serde_yaml::Value;
use signpost::index;

use crate::harness::{Files, Made, build, demonstration, demonstration_made, files};

/// A hidden place as it was written.
#[derive(Clone, Debug, Default)]
struct Hidden {
    address: String,
    postcode: String,
    coordinates: Vec<String>,
}

/// Every hidden place of a site's pages.
fn hidden_places(sources: &Files) -> Vec<Hidden> {
    let mut found = Vec::new();
    for (path, bytes) in sources {
        if !path.ends_with(".md") {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        let Some(front) = text.strip_prefix("---\n").and_then(|rest| rest.split("\n---").next()) else { continue };
        let Ok(value) = serde_yaml::from_str::<Value>(front) else { continue };
        let places = value.get("places").and_then(Value::as_sequence).cloned().unwrap_or_default();
        for place in places.into_iter().chain(value.get("place").cloned()) {
            let is_shown = place.get("hidden").is_none_or(|hidden| hidden.as_bool() == Some(false));
            if !is_shown {
                let written = |key: &str| place.get(key).map_or(String::new(), plain);
                let coordinates = vec![written("lat"), written("lon")];
                found.push(Hidden { address: written("address"), postcode: written("postcode"), coordinates });
            }
        }
    }
    found
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

impl Hidden {
    /// What must not be found, in small letters: the whole, its telling parts, and the ways they may be written.
    fn spellings(&self, sources: &Files) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for text in [&self.address, &self.postcode] {
            let text = text.to_lowercase();
            for space in ["", " ", "+", "%20", "&nbsp;", "\u{a0}", "-", "_"] {
                all.insert(text.replace(' ', space));
            }
        }
        // A word of the address that stands nowhere else gives the street away by itself, also in the search index.
        let elsewhere = |word: &str| {
            let count = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).to_lowercase().matches(word).count();
            sources.iter().filter(|(path, _)| path.ends_with(".md")).map(|(_, bytes)| count(bytes)).sum::<usize>() > 1
        };
        let words = self.address.to_lowercase();
        all.extend(words.split(' ').filter(|word| word.len() > 4 && !elsewhere(word)).map(str::to_owned));
        for coordinate in &self.coordinates {
            // Three decimals are a street.
            let cut = coordinate.find('.').map_or(coordinate.len(), |dot| (dot + 4).min(coordinate.len()));
            all.insert(coordinate[..cut].trim_start_matches('-').to_owned());
        }
        all.retain(|text| text.len() > 3);
        all
    }
}

/// Where in the output one of some words stands.
fn found_in(made: &Made, words: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in &made.files {
        let lower = bytes.to_ascii_lowercase();
        for word in words {
            if memchr::memmem::find(&lower, word.as_bytes()).is_some() || path.to_lowercase().contains(word.as_str()) {
                found.push(format!("\"{word}\" in {path}"));
            }
        }
    }
    found
}

/// A tiny site with a hidden place of each kind of page, and everything that is made of pages.
fn tiny() -> Files {
    files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
             [organisation]\nname = \"Council\"\ncounty = \"Mereshire\"\n[help]\nphone = \"01632 960000\"\n\
             [owners]\n\"Team\" = \"team@example.org\"\n[hosting]\nhosts = [\"cloudflare\"]\n[files]\npublish = [\"csv\"]\n\
             [taxonomies.areas]\ntitle = \"Area\"\n",
        ),
        (
            "content/data/areas.yaml",
            "mereshire: { name: Mereshire, kind: county }\nmerebridge: { name: Merebridge, parent: mereshire }\n\
             fenmarsh: { name: Fenmarsh, parent: mereshire }\n",
        ),
        ("content/_index.md", "---\ntitle: Home\nowner: Team\n---\n[A safe place](services/refuge.md)\n"),
        ("content/_index.pl.md", "---\ntitle: Start\ntranslation: person\n---\nWitamy.\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        (
            "content/services/refuge.md",
            "---\ntitle: Haven House\nareas: [Fenmarsh]\ncost: Free\naliases: [/haven/]\nplaces:\n  - name: Haven House\n    \
             address: 7 Larkspur Mews\n    town: Merebridge\n    postcode: ZZ9 9ZZ\n    lat: 52.91734\n    lon: -1.23817\n    \
             hidden: perhaps\n---\nCall us.\n",
        ),
        ("content/services/refuge.easy.md", "---\ntitle: Haven House\n---\n![-](/door.svg)\n\nCall us.\n"),
        ("content/services/refuge.pl.md", "---\ntitle: Dom\ntranslation: person\n---\nZadzwoń.\n"),
        (
            "content/services/draft.md",
            "---\ntitle: Not yet\ndraft: yes\nplaces: [{ address: 3 Bramble Court, postcode: ZZ8 8ZZ, hidden: yes }]\n---\n",
        ),
        (
            "content/services/hub.md",
            "---\ntitle: The hub\nareas: [Fenmarsh]\ncost: Free\nplaces: [{ address: 4 Quay Street, town: Fenmarsh }]\n---\nCome.\n",
        ),
        ("content/events/_index.md", "---\ntitle: Events\ntype: event\n---\n"),
        (
            "content/events/meeting.md",
            "---\ntitle: A quiet meeting\nstarts: 2026-12-01 10:00\nplace: { name: The back room, address: 12 Ferryman Row, \
             town: Fenmarsh, postcode: ZZ7 7ZZ, lat: 52.81111, lon: -1.44444, hidden: true }\n---\nAsk us where.\n",
        ),
        ("content/door.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>"),
    ])
}

/// Where the hidden places of [`everything`] are: street, town, postcode, latitude and longitude.
type Spot = (&'static str, &'static str, &'static str, &'static str, &'static str);

const HERE: Spot = ("7 Larkspur Mews", "Merebridge", "ZZ1 1AB", "52.94731", "-1.15412");
/// Five miles to the north, in another district.
const THERE: Spot = ("1 Other Road", "Fenmarsh", "ZZ4 3CE", "53.01967", "-1.15408");

/// A site that uses everything Signpost makes of services, events and places, with a place to hide in each of them:
/// services of several places, lists by district and by topic in a district, related services, events, postcodes,
/// short addresses, open data, saved contacts, calendars, a booklet, Easy Read, another language, a strategy.
fn everything((address, town, postcode, lat, lon): Spot) -> Files {
    let hidden = |name: &str| {
        format!(
            "{{ name: {name}, address: {address}, town: {town}, postcode: {postcode}, lat: {lat}, lon: {lon}, hidden: yes, access: [step-free] }}"
        )
    };
    let settings = "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n\
        [organisation]\nname = \"Council\"\ncounty = \"Mereshire\"\n[help]\nphone = \"01632 960000\"\ntext = \"07700 900000\"\n\
        email = \"help@example.org\"\n[owners]\n\"Team\" = \"team@example.org\"\n[sensitive]\ntopics = [\"Safety\"]\n\
        [hosting]\nhosts = [\"cloudflare\", \"nginx\", \"apache\"]\n[open_data]\nlicence = \"OGL\"\n[fallback]\nsections = [\"services\"]\n\
        [booklet]\npages = [\"services\", \"guides\"]\n[taxonomies.topics]\ntitle = \"Topics\"\nterms = [\"Breaks\", \"Safety\", \"Money\"]\n";
    let mut sources = files(&[
        ("site.toml", settings),
        (
            "content/data/areas.yaml",
            "mereshire: { name: Mereshire, kind: county }\n\
             merebridge: { name: Merebridge, kind: district, parent: mereshire, gss: Z99000001, neighbours: [fenmarsh] }\n\
             fenmarsh: { name: Fenmarsh, kind: district, parent: mereshire, gss: Z99000002, neighbours: [merebridge] }\n",
        ),
        (
            "content/data/postcodes.csv",
            "Postcode,Positional_quality_indicator,Eastings,Northings,Country_code,NHS_regional_HA_code,NHS_HA_code,Admin_county_code,Admin_district_code,Admin_ward_code\n\
             ZZ1 1AB,10,457177,339862,Z92000001,,,Z10000001,Z99000001,\nZZ1 1AC,10,457200,339900,Z92000001,,,Z10000001,Z99000001,\n\
             ZZ4 3CD,10,457100,347900,Z92000001,,,Z10000001,Z99000002,\nZZ4 3CE,10,457150,347950,Z92000001,,,Z10000001,Z99000002,\n",
        ),
        (
            "content/data/contacts.yaml",
            "haven: { name: Haven, phones: [{ number: 01632 960600, label: Any time }], email: safe@haven.example }\n",
        ),
        ("content/data/providers.yaml", "haven: { name: Haven, contact: haven }\n"),
        (
            "content/_index.md",
            "---\ntitle: Home\nowner: Team\n---\n[A safe place](services/refuge.md)\n\n::: related\n- [A safe place](services/refuge.md)\n:::\n",
        ),
        ("content/_index.pl.md", "---\ntitle: Start\ntranslation: person\n---\nWitamy.\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\nowner: Team\n---\n"),
        ("content/services/refuge.easy.md", "---\ntitle: Haven House\n---\n![-](/door.svg)\n\nCall us.\n"),
        ("content/services/refuge.young.md", "---\ntitle: Haven House\n---\nCall us.\n"),
        ("content/services/group.pl.md", "---\ntitle: Grupa\ntranslation: person\n---\nZadzwoń.\n"),
        ("content/guides/_index.md", "---\ntitle: Guides\nowner: Team\n---\n"),
        (
            "content/guides/safety.md",
            "---\ntitle: Staying safe\ntopics: [Safety]\n---\nSee [the refuge](../services/refuge.md).\n",
        ),
        ("content/events/_index.md", "---\ntitle: Events\ntype: event\nowner: Team\n---\n"),
        ("content/updates/_index.md", "---\ntitle: News\ntype: update\nowner: Team\n---\n"),
        (
            "content/updates/new.md",
            "---\ntitle: A new service\ndate: 2026-11-01\nkind: new\nabout: [/services/refuge/]\n---\nIt is there.\n",
        ),
        ("content/door.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>"),
    ]);
    let mut add = |path: &str, text: String| drop(sources.insert(path.to_owned(), text.into_bytes()));
    let facts = "provider: haven\ncontact: haven\nwho_for: Carers.\ncost: Free\nhow_to_get: Call.\nhours: Every day\nreviewed: 2026-11-01\nowner: Team\n";
    add(
        "content/services/refuge.md",
        format!(
            "---\ntitle: Haven House\nquiet_title: Support\ntopics: [Safety, Breaks]\nareas: [Merebridge]\nshort: haven\naliases: [/haven/]\n{facts}places: [{}]\n---\nCall us.\n",
            hidden("Haven House")
        ),
    );
    add(
        "content/services/group.md",
        format!(
            "---\ntitle: A group\ntopics: [Breaks]\nareas: [Fenmarsh]\nshort: group\n{facts}places:\n  - {{ name: The hall, address: 4 Quay Street, town: Fenmarsh, postcode: ZZ4 3CD, lat: 53.0, lon: -1.1 }}\n  - {}\n  - {{ name: The café, address: 9 High Street, town: Merebridge, postcode: ZZ1 1AC, lat: 52.9, lon: -1.2 }}\n---\nCome.\n",
            hidden("The quiet room")
        ),
    );
    for number in 0..8 {
        let area = if number % 2 == 0 { "Merebridge" } else { "Fenmarsh" };
        let topic = if number < 6 { "Breaks" } else { "Money" };
        add(
            &format!("content/services/club-{number}.md"),
            format!(
                "---\ntitle: Club {number}\ntopics: [{topic}]\nareas: [{area}]\n{facts}places: [{{ name: Hall {number}, address: {number} Mill Lane, town: {area}, postcode: ZZ1 1AC, lat: 52.9{number}, lon: -1.1 }}]\n---\nCome.\n"
            ),
        );
    }
    add(
        "content/events/meeting.md",
        format!(
            "---\ntitle: A quiet meeting\nareas: [Fenmarsh]\nstarts: 2026-12-01 10:00\nreviewed: 2026-11-01\nplace: {}\n---\nAsk us where.\n",
            hidden("The back room")
        ),
    );
    add(
        "content/events/fair.md",
        "---\ntitle: A fair\nareas: [Fenmarsh]\nstarts: 2026-12-02 10:00\nplace: { name: Guildhall, address: 2 Market Place, postcode: ZZ4 3CD, lat: 53.0, lon: -1.1 }\n---\nCome.\n".to_owned(),
    );
    sources
}

/// The lists, the order by distance, related services, whatever there is: no file of the output, of any kind, may
/// depend on where a hidden place is.
#[test]
fn moving_every_hidden_place_of_a_site_that_uses_everything_changes_no_file() {
    let (before, after) = (build(&everything(HERE)), build(&everything(THERE)));
    assert!(before.is_made && after.is_made, "{}\n{}", before.said, after.said);
    let made: Vec<&String> = before.files.keys().collect();
    assert_eq!(made, after.files.keys().collect::<Vec<_>>());
    for wanted in [
        "api/services/",
        "api/service_at_locations/",
        "topics/breaks/merebridge/",
        "events/calendar.ics",
        "services/club-1/contact.vcf",
        "booklet/",
        "pl/services/",
        "assets/search",
    ] {
        assert!(made.iter().any(|path| path.starts_with(wanted)), "nothing of {wanted} is tried: {made:#?}");
    }
    let differ: Vec<&&String> = made.iter().filter(|path| before.files[**path] != after.files[**path]).collect();
    assert!(differ.is_empty(), "{differ:?} tell where a hidden place is");
    for (spot, made) in [(HERE, &before), (THERE, &after)] {
        let (address, town, postcode, lat, lon) = spot;
        let own: BTreeSet<String> =
            [address.to_lowercase(), lat.to_owned(), lon.trim_start_matches('-').to_owned()].into();
        assert_eq!(found_in(made, &own), Vec::<String>::new(), "{town} {postcode}");
    }
    assert_eq!(before.said, after.said, "findings tell it neither");
}

#[test]
fn no_byte_of_any_output_tells_where_a_hidden_place_is() {
    let tiny_made = build(&tiny());
    for (name, sources, made) in
        [("the demonstration site", demonstration(), demonstration_made()), ("the tiny site", tiny(), &tiny_made)]
    {
        let places = hidden_places(&sources);
        assert!(!places.is_empty(), "{name} has no hidden place to look for");
        assert!(made.is_made, "{name}:\n{}", made.said);
        for place in places {
            let words = place.spellings(&sources);
            assert!(words.len() > 5, "{place:?} is too little to look for");
            assert_eq!(found_in(made, &words), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn the_look_would_find_a_place_that_is_not_hidden() {
    let mut sources = tiny();
    let words = hidden_places(&sources)[0].spellings(&sources);
    for text in sources.values_mut() {
        *text = String::from_utf8_lossy(text).replace("hidden: true", "hidden: false").into_bytes();
    }
    assert!(!found_in(&build(&sources), &words).is_empty(), "a look that finds nothing here proves nothing elsewhere");
}

#[test]
fn moving_a_hidden_place_changes_no_byte() {
    let tiny_made = build(&tiny());
    for (name, sources, before) in
        [("the demonstration site", demonstration(), demonstration_made()), ("the tiny site", tiny(), &tiny_made)]
    {
        let places = hidden_places(&sources);
        let mut moved = sources.clone();
        for text in moved.values_mut().filter(|bytes| memchr::memmem::find(bytes, b"hidden:").is_some()) {
            let mut new = String::from_utf8_lossy(text).into_owned();
            for place in &places {
                let changes = [
                    (&place.address, "1 Other Road"),
                    (&place.postcode, "ZZ5 5ZZ"),
                    (&place.coordinates[0], "50.55555"),
                    (&place.coordinates[1], "-0.55555"),
                ];
                for (old, to) in changes.iter().filter(|(old, _)| !old.is_empty()) {
                    new = new.replace(old.as_str(), to);
                }
            }
            *text = new.into_bytes();
        }
        assert_ne!(sources, moved, "{name}: nothing was moved");
        let after = build(&moved);
        let is_told_of = before.files.keys().any(|path| path.starts_with("api/service_at_locations/"));
        assert!(is_told_of, "{name}: open data tells of no place, so nothing is tried of it");
        let differ: Vec<&String> =
            before.files.keys().filter(|path| before.files.get(*path) != after.files.get(*path)).collect();
        assert!(before.is_made && differ.is_empty() && before.files.len() == after.files.len(), "{name}: {differ:?}");
    }
}

#[test]
fn a_hidden_place_is_found_by_no_area_below_the_county() {
    let made = build(&tiny());
    let (project, report) = made.inside.as_ref().expect("it was opened");
    let built = report.index.as_ref().expect("there is an index");
    for words in ["Fenmarsh", "Merebridge"] {
        let (_, hits) = index::search(built, project.site(), words, 50);
        assert!(
            hits.hits.iter().all(|hit| !hit.address.contains("refuge")),
            "searching for {words} finds the hidden place"
        );
    }
    for path in ["areas/fenmarsh/index.html", "services/index.html", "a-to-z/index.html"] {
        let Some(list) = made.files.get(path).map(|bytes| String::from_utf8_lossy(bytes)) else { continue };
        let card = list.split("<li").find(|item| item.contains("/services/refuge/")).unwrap_or("");
        assert!(!card.contains("Fenmarsh"), "{path} shows a smaller area:\n{card}");
        assert!(path != "areas/fenmarsh/index.html" || card.is_empty(), "{path} lists the hidden place");
    }
}

/// A secret in a file that a page shows, in a record, or in what stands on every page, stops the build as well.
#[test]
fn a_hidden_place_in_any_other_file_stops_the_build() {
    let page = |text: &str| format!("---\ntitle: Other\nowner: Team\n---\n{text}\n");
    let picture =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><title>7 Larkspur Mews</title></svg>";
    let film = "---\ntitle: Other\nowner: Team\nbsl: { video: film.mp4, sound: none, captions: film.vtt }\n---\n";
    let settings = String::from_utf8(tiny()["site.toml"].clone()).expect("it is text");
    let cases: Vec<(&str, Vec<(&str, String)>)> = vec![
        ("a picture", vec![("content/other.md", page("![A map](map.svg)")), ("content/map.svg", picture.into())]),
        (
            "captions",
            vec![
                ("content/other.md", film.into()),
                ("content/other/film.mp4", "x".into()),
                ("content/other/film.vtt", "WEBVTT\n\n00:00.000 --> 00:04.000\nCome to ZZ9 9ZZ.\n".into()),
            ],
        ),
        (
            "a table that is published",
            vec![("content/other.md", page("[All](all.csv)")), ("content/all.csv", "Haven,52.91734,-1.23817\n".into())],
        ),
        ("another page", vec![("content/other.md", page("Turn left at 7 Larkspur Mews."))]),
        ("a summary", vec![("content/other.md", "---\ntitle: Other\nowner: Team\nsummary: By ZZ9 9ZZ.\n---\n".into())]),
        (
            "an earlier address",
            vec![("content/other.md", "---\ntitle: Other\nowner: Team\naliases: [/7-larkspur-mews/]\n---\n".into())],
        ),
        (
            "a contact",
            vec![
                ("content/other.md", page("::: contact id=hub\n:::")),
                (
                    "content/data/contacts.yaml",
                    "hub: { name: Hub, email: hub@example.org, address: \"7 Larkspur Mews\" }\n".into(),
                ),
            ],
        ),
        (
            "the name of the site",
            vec![("site.toml", settings.replace("title = \"Carers\"", "title = \"7 Larkspur Mews\""))],
        ),
    ];
    assert!(build(&tiny()).is_made, "only a site that is made without the secret can be stopped by it");
    let mut missed = Vec::new();
    for (place, changes) in cases {
        let mut sources = tiny();
        sources.extend(changes.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())));
        let made = build(&sources);
        let is_stopped = !made.is_made && made.rules().contains(&"exposed-place");
        // Where nothing of it reaches the output there is nothing to stop.
        let refuge = hidden_places(&tiny()).into_iter().find(|place| place.postcode == "ZZ9 9ZZ").expect("it is there");
        let words = refuge.spellings(&tiny());
        if !is_stopped && !found_in(&made, &words).is_empty() {
            missed.push(format!("{place}: {}", found_in(&made, &words).join(", ")));
        }
        assert!(
            !made.said.to_lowercase().contains("larkspur")
                || ["the name of the site", "an earlier address"].contains(&place),
            "{place}: the finding tells:\n{}",
            made.said
        );
    }
    assert!(missed.is_empty(), "these would have been published:\n{}", missed.join("\n"));
}
