//! Help near a postcode: the browser's script, run in Node over the files that readers get, finds every postcode however it
//! is typed, and puts places in the order of a plain computation.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use signpost::data::Point;
use signpost::model::{Details, Form, Kind, Site, Status, Variant};
use signpost::output::Near;

use crate::harness::{Files, demonstration, demonstration_made, files, open, root, tests};

/// A small generator of numbers: the same ones every time.
struct Rng(u64);

impl Rng {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % end as u64).expect("it is below a size")
    }
}

/// Runs the script over what a site publishes: `cases` are `[typed, what is expected]`.
fn ask(site: &Site, script: &str, cases: &Value) -> Value {
    let near = Near::new(site).expect("the site has postcodes");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (path, content) in &near.files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a temporary folder can be written");
        fs::write(path, content).expect("a temporary folder can be written");
    }
    fs::write(folder.path().join("manifest.json"), near.manifest(0).to_string()).expect("it can be written");
    fs::write(folder.path().join("cases.json"), cases.to_string()).expect("it can be written");
    let module = root().join("themes/signpost/parts/near.js");
    let mut command = Command::new("node");
    command.arg(tests("suite/near").join(script)).arg(module).arg(folder.path());
    let output = command.output().expect("Node 20.19 or newer must be installed to test the scripts of the theme");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it says JSON")
}

/// A postcode as somebody may type it: in any case, with spaces or marks anywhere, O for 0 and I or l for 1.
fn typed(postcode: &str, rng: &mut Rng) -> String {
    let digits = |digit: char| match digit {
        '0' => ['O', 'o', '٠', '0'],
        '1' => ['I', 'l', '۱', '1'],
        other => [other; 4],
    };
    let letters = |letter: char| match letter {
        'O' => ['0', 'o', 'O', 'O'],
        'I' => ['1', 'i', 'I', 'I'],
        other => [other.to_ascii_lowercase(), other, other, other],
    };
    let mut text = String::new();
    for letter in postcode.chars().filter(|letter| *letter != ' ') {
        if rng.below(5) == 0 {
            text.push_str([" ", "-", ".", "  ", "\u{a0}"][rng.below(5)]);
        }
        let ways = if letter.is_ascii_digit() { digits(letter) } else { letters(letter) };
        text.push(ways[rng.below(4)]);
    }
    [" ", "", "\t"][rng.below(3)].to_owned() + &text + ["", " ", "."][rng.below(3)]
}

fn made() -> &'static Site {
    demonstration_made().inside.as_ref().expect("the demonstration can be opened").0.site()
}

#[test]
fn every_postcode_is_found_however_it_is_typed() {
    let site = made();
    let mut rng = Rng(20_261_122);
    let cases: Vec<Value> = site
        .records
        .postcodes
        .rows()
        .iter()
        .map(|row| {
            let code = row.code.to_string();
            let point = row.point.map(|point| [(point.lat * 1000.0).round(), (point.lon * 1000.0).round()]);
            json!([typed(&code, &mut rng), { "kind": "found", "name": code, "area": row.area, "point": point }])
        })
        .collect();
    assert!(cases.len() > 3000, "{} postcodes", cases.len());
    let said = ask(site, "look-up.mjs", &json!(cases));
    assert_eq!(said["wrong"], json!([]));
    assert_eq!(said["most_files"], json!(1), "one file of postcodes is enough for each");
}

#[test]
fn whatever_is_typed_gets_an_answer_of_its_kind() {
    let wanted = |kind: &str| json!({ "kind": kind });
    let cases = json!([
        ["ZZ1 9ZZ", { "kind": "unknown", "name": "ZZ1 9ZZ", "areas": [1] }],
        ["zz1", { "kind": "part", "name": "ZZ1", "areas": [1] }],
        ["ZZ1 2", { "kind": "part", "name": "ZZ1" }],
        ["ZZ12", { "kind": "part", "name": "ZZ12" }],
        ["ZZ2 1Y", { "kind": "part", "name": "ZZ2" }],
        ["Merebridge", { "kind": "found", "name": "", "area": 1 }],
        [" alder vale ", { "kind": "found", "area": 2 }],
        ["JE2 3AB", wanted("islands")],
        ["gy1", wanted("islands")],
        ["IM1 1AA", wanted("islands")],
        ["SW1A 2AA", { "kind": "elsewhere", "name": "SW1A 2AA" }],
        ["sO14 2aa", { "kind": "elsewhere", "name": "SO14 2AA" }],
        ["EC1", wanted("elsewhere")],
        ["nottingham", wanted("odd")],
        ["zz1 1aa, Merebridge", { "kind": "found", "name": "ZZ1 1AA" }],
        ["Postcode: ZZ1 1AA", { "kind": "found", "name": "ZZ1 1AA" }],
        ["4 Quay Street, ZZ11AA, UK", { "kind": "found", "name": "ZZ1 1AA" }],
        ["NG1 1AA UK", { "kind": "elsewhere", "name": "NG1 1AA" }],
        ["NG1 lAA, Nottingham", { "kind": "elsewhere", "name": "NG1 1AA" }],
        ["ZZ1 IAA Merebridge", { "kind": "found", "name": "ZZ1 1AA" }],
        ["ZZ1 1 AA Merebridge", { "kind": "found", "name": "ZZ1 1AA" }],
        ["ZZ1-1AA Merebridge", { "kind": "found", "name": "ZZ1 1AA" }],
        ["I live in ZZ1", { "kind": "part", "name": "ZZ1" }],
        ["ZZ1, Merebridge", { "kind": "part", "name": "ZZ1" }],
        ["ZZ1 or ZZ2", wanted("odd")],
        ["open to 1am", wanted("odd")],
        ["zz1-2", { "kind": "part", "name": "ZZ1" }],
        ["12345", wanted("odd")],
        ["ZZ1 1AA ZZ1 1AB", wanted("odd")],
        ["<script>", wanted("odd")],
        ["ノッティンガム", wanted("odd")],
        ["", wanted("empty")],
        [" . ", wanted("empty")],
    ]);
    assert_eq!(ask(made(), "look-up.mjs", &cases)["wrong"], json!([]));
}

/// The distance that a reader is told, and the order, against the great circle from the same points.
#[test]
fn places_come_in_the_order_of_their_distance() {
    let site = made();
    let areas: Vec<usize> = site.records.own_areas().map(|(area, _)| area).collect();
    let rows: Vec<_> = site
        .records
        .postcodes
        .rows()
        .iter()
        .step_by(97)
        .filter(|row| row.area.is_some_and(|area| areas.contains(&usize::from(area))))
        .collect();
    let homes: Vec<Value> = rows.iter().map(|row| json!(row.code.to_string())).collect();
    let said = ask(site, "order.mjs", &json!(homes));
    let mut seen = 0;
    for (row, told) in rows.iter().zip(said.as_array().expect("a list")) {
        let terms = site.terms_of_area(usize::from(row.area.expect("it is one of ours")));
        let home = row.point.expect("every postcode of the demonstration has one");
        let mut wanted: Vec<(f64, String)> = Vec::new();
        for page in site.pages.iter().filter(|page| {
            page.is_listed()
                && page.kind == Kind::Content
                && page.part == 1
                && page.variant == Variant { language: 0, form: Form::Standard }
        }) {
            let Details::Service(service) = &page.details else { continue };
            let covers =
                site.areas_of(page).next().is_none() || terms.iter().any(|term| page.common.terms.contains(term));
            let has_ended = service.status == Status::Ended;
            if has_ended || service.national || !covers || service.places.iter().any(|place| place.hidden) {
                continue;
            }
            let far = service
                .places
                .iter()
                .filter_map(|place| site.records.point_of(place))
                .map(|point: Point| home.miles_to(point));
            if let Some(far) = far.reduce(f64::min) {
                wanted.push((far, site.settings.href(&page.address)));
            }
        }
        wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
        let told: Vec<(f64, String)> = serde_json::from_value(told.clone()).expect("miles and addresses");
        assert_eq!(told.len(), wanted.len(), "{}", row.code);
        let addresses =
            |list: &[(f64, String)]| list.iter().map(|(_, address)| address.clone()).collect::<BTreeSet<_>>();
        assert_eq!(addresses(&told), addresses(&wanted), "{}", row.code);
        for ((own, address), (far, _)) in told.iter().zip(&wanted) {
            // Points are rounded to about 100 metres, and there are two of them.
            assert!((own - far).abs() < 0.15, "{} to {address}: {own} and {far} miles", row.code);
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen} distances were compared");
}

#[test]
fn a_look_up_costs_less_than_3_kb() {
    // 400 postcodes to a sector, in a random order on the ground: no real file is as full.
    let mut rng = Rng(3);
    let letters = b"ABDEFGHJLNPQRSTUWXYZ";
    let mut csv = String::from("pcds,oseast1m,osnrth1m,laua\n");
    for sector in 0..10 {
        for one in letters {
            for other in letters {
                let (east, north) = (450_000 + rng.below(20_000), 340_000 + rng.below(20_000));
                csv.push_str(&format!(
                    "ZZ1 {sector}{}{},{east},{north},Z9900000{}\n",
                    char::from(*one),
                    char::from(*other),
                    1 + rng.below(2)
                ));
            }
        }
    }
    let mut sources: Files = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[taxonomies.areas]\ntitle = \"Area\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/data/areas.yaml", "one: { name: One, gss: Z99000001 }\ntwo: { name: Two, gss: Z99000002 }\n"),
    ]);
    sources.insert("content/data/postcodes.csv".into(), csv.into_bytes());
    let project = open(&sources);
    assert_eq!(project.site().records.postcodes.rows().len(), 4000);
    let near = Near::new(project.site()).expect("it has postcodes");
    let is_postcodes = |path: &&(String, Vec<u8>)| path.0.contains("/p-");
    let most = near
        .files
        .iter()
        .filter(is_postcodes)
        .map(|(path, bytes)| (gzipped(bytes), path))
        .max()
        .expect("there are files");
    assert!(most.0 < 3 * 1024, "{} takes {} bytes", most.1, most.0);
    assert_eq!(near.files.iter().filter(is_postcodes).count(), 10, "one for each sector");
}

fn gzipped(bytes: &[u8]) -> usize {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(9));
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written").len()
}

/// Where a hidden place is, and whether it is there at all, changes nothing of what the page reads.
#[test]
fn a_hidden_place_leaves_no_mark() {
    let made = |place: &str| {
        let mut sources = demonstration();
        let service = format!("---\ntitle: A safe house\nareas: [Merebridge]\nplaces:\n{place}---\nCall us.\n");
        sources.insert("content/services/a-safe-house.md".into(), service.into_bytes());
        Near::new(open(&sources).site()).expect("the demonstration has postcodes").files
    };
    let hidden =
        made("  - { name: The house, address: 1 Long Lane, postcode: ZZ1 1AB, lat: 52.95, lon: -1.15, hidden: yes }\n");
    let moved = made(
        "  - { name: The house, address: 9 Short Street, postcode: ZZ4 2CL, lat: 53.02, lon: -1.25, hidden: yes }\n",
    );
    assert!(hidden == moved, "moving a hidden place changes what is published");
    let both = made("  - { name: The house, hidden: yes }\n  - { name: The office, postcode: ZZ1 1AB }\n");
    let text: String = both.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(
        text.contains("A safe house") && !text.contains("The office"),
        "a service with a hidden place has a distance"
    );
}

fn small_site(areas: &str, postcodes: &str, services: &[(&str, &str)]) -> Files {
    let mut sources: Files = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[taxonomies.areas]\ntitle = \"Area\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/data/areas.yaml", areas),
        ("content/data/postcodes.csv", postcodes),
    ]);
    for (name, keys) in services {
        sources.insert(format!("content/services/{name}.md"), format!("---\n{keys}---\nCome.\n").into_bytes());
    }
    sources
}

/// Codes of areas change on one day, and the files of postcodes have the old ones for months.
#[test]
fn a_postcode_with_the_code_of_a_replaced_area_lies_in_the_new_one() {
    let areas = "mereshire: { name: Mereshire, gss: Z10 }\n\
                 older: { name: Oldshire, gss: Z19, replaced_by: mereshire }\n\
                 fenmarsh: { name: Fenmarsh, parent: older, gss: Z11, replaced_by: fenland }\n\
                 fenland: { name: Fenland, parent: older, gss: Z12 }\n";
    let project = open(&small_site(
        areas,
        "pcds,lat,long,district,county\nZZ5 1AA,52.9,-1.1,Z11,Z19\nZZ5 1AB,52.9,-1.1,Z12,Z10\n",
        &[],
    ));
    let rows = project.site().records.postcodes.rows();
    let fenland = project.site().records.areas.iter().position(|area| area.id == "fenland");
    assert_eq!(rows.iter().map(|row| row.area.map(usize::from)).collect::<Vec<_>>(), [fenland, fenland]);
}

/// A file of one postcode, asked for by one phone, would tell the host which postcode was typed.
#[test]
fn no_file_holds_but_a_few_postcodes() {
    let letters = b"ABDEFGHJLN";
    let mut csv = String::from("pcds,lat,long,laua\n");
    let mut wanted = Vec::new();
    for (outward, count) in [("ZZ1", 1), ("ZZ2", 60), ("ZZ3", 100), ("ZZ4", 50), ("ZZ5", 3)] {
        for number in 0..count {
            let [one, other] = [letters[number / 10], letters[number % 10]].map(char::from);
            csv.push_str(&format!("{outward} 1{one}{other},52.9{number:02},-1.1{number:02},Z11\n"));
            let point = [f64::from(52_900 + number as i32), -f64::from(1100 + number as i32)];
            wanted.push(json!([format!("{outward} 1{one}{other}"), { "kind": "found", "area": 0, "point": point }]));
        }
    }
    // One that a mistake put into the sea makes none of the others unknown.
    csv.push_str("ZZ3 9ZZ,49.8,-6.4,Z11\n");
    let project = open(&small_site("one: { name: One, gss: Z11 }\n", &csv, &[]));
    let near = Near::new(project.site()).expect("it has postcodes");
    let counts: Vec<usize> = near
        .files
        .iter()
        .filter(|(path, _)| path.contains("/p-"))
        .map(|(_, content)| {
            let file: Value = serde_json::from_slice(content).expect("it is JSON");
            let groups = file["p"].as_array().expect("groups").iter();
            groups.map(|group| group[2].as_str().expect("units").len() / 2).sum()
        })
        .collect();
    assert!(counts.iter().sum::<usize>() == 215 && counts.iter().all(|count| *count >= 100), "{counts:?}");
    assert_eq!(ask(project.site(), "look-up.mjs", &json!(wanted))["wrong"], json!([]));
}

/// What is shown of each service: quiet titles without the name of a place, a word to those who would travel in vain, and
/// no claim for a service that names no area.
#[test]
fn results_promise_and_tell_no_more_than_pages() {
    let place = "places: [{ name: Crisis Centre, town: Merebridge, postcode: ZZ1 1AA }]\n";
    let services = [
        (
            "quiet",
            format!("title: Rape counselling\nquiet_title: Someone to talk to\nsensitive: yes\nareas: [One]\n{place}"),
        ),
        ("late", format!("title: Late\nareas: [One]\nreview_by: 2026-11-01\n{place}")),
        ("past", format!("title: Past\nareas: [One]\nstatus: full\nuntil: 2026-11-01\n{place}")),
        ("line", "title: Line\nareas: [One]\nreview_by: 2026-11-01\n".to_owned()),
        ("anywhere", format!("title: Nowhere said\n{place}")),
    ];
    let services: Vec<(&str, &str)> = services.iter().map(|(name, keys)| (*name, keys.as_str())).collect();
    let project =
        open(&small_site("one: { name: One, gss: Z11 }\n", "pcds,lat,long,laua\nZZ1 1AA,52.9,-1.1,Z11\n", &services));
    let near = Near::new(project.site()).expect("it has postcodes");
    let file = |pattern: &str| -> Value {
        let (_, content) = near.files.iter().find(|(path, _)| path.contains(pattern)).expect("there is one");
        serde_json::from_slice(content).expect("it is JSON")
    };
    let (cards, area) = (file("/near/c0."), file("/near/a0."));
    let cards = cards.as_array().expect("a list");
    let card =
        |title: &str| cards.iter().find(|card| card[0] == title).unwrap_or_else(|| panic!("no {title}: {cards:?}"));
    assert_eq!(card("Someone to talk to").get(9), None, "the place of a quiet title is named");
    assert!(!serde_json::to_string(cards).expect("JSON").contains("Rape"));
    let first = |title: &str| card(title).get(7).cloned().unwrap_or(json!(0));
    assert_eq!([first("Late"), first("Past"), first("Line")], [json!(1), json!(1), json!(0)]);
    let whose = format!("{}{}", area["near"][3].as_str().expect("letters"), area["rest"][1].as_str().expect("letters"));
    assert_eq!(whose.matches('a').count(), 1, "only one service names no area: {whose}");
    assert_eq!(area["near"][0].as_array().map(Vec::len), Some(3), "the quiet one has no point");
}

/// A position that cannot be is nobody's: the service is where its postcode is, and it is found in an area in which only
/// a neighbour lies.
#[test]
fn a_position_out_of_the_country_is_not_believed() {
    let place = |position: &str| {
        format!("title: Hub\nareas: [Fen]\nplaces: [{{ name: Hub, postcode: ZZ1 1AA, {position} }}]\n")
    };
    for position in ["lat: -1.1, lon: 52.9", "lat: 1e300, lon: 0", "lat: 52.9, lon: -1e300", "lat: 52.9, lon: -1.1"] {
        let project = open(&small_site(
            "fen: { name: Fen, gss: Z11 }\nnext: { name: Next door, kind: neighbour, parent: fen, gss: Z12 }\n",
            "pcds,lat,long,laua\nZZ1 1AA,52.9,-1.1,Z11\n",
            &[("hub", &place(position))],
        ));
        let near = Near::new(project.site()).expect("it has postcodes");
        let (_, area) = near.files.iter().find(|(path, _)| path.contains("/near/a0.")).expect("there is one");
        let area: Value = serde_json::from_slice(area).expect("it is JSON");
        assert_eq!(area["near"], json!([[0], [52_900], [-1100], "-"]), "{position}");
    }
}

/// What a reader's phone fetches where the directory is a large one: the postcode, the services of its area, and what is
/// shown of the first ten of each group.
#[test]
fn a_look_up_among_ten_thousand_services_is_small() {
    let mut rng = Rng(7);
    let mut sources: Files = demonstration();
    sources.retain(|path, _| !path.starts_with("content/services/"));
    let head = "---\ntitle: Services\ntype: service\nowner: Carers team\n---\n";
    sources.insert("content/services/_index.md".into(), head.into());
    let districts =
        ["Merebridge", "Alder Vale", "Brackwater", "Coldharbour", "Fenmarsh", "Harrowdale", "Lindmoor", "Stowebury"];
    for number in 0..10_000 {
        let reach = match rng.below(20) {
            0 => "national: yes\n".to_owned(),
            1..=3 => "areas: [Mereshire]\n".to_owned(),
            _ => format!("areas: [{}]\n", districts[rng.below(8)]),
        };
        let (lat, lon) = (52.80 + rng.below(4000) as f64 / 10_000.0, -1.45 + rng.below(6000) as f64 / 10_000.0);
        let place = match rng.below(5) {
            0 | 1 => String::new(),
            _ => format!("places: [{{ name: Hall {number}, town: Merebridge, lat: {lat:.4}, lon: {lon:.4} }}]\n"),
        };
        let page = format!(
            "---\ntitle: Support group number {number}\nsummary: Advice, company and a break for people who look after someone, {number}.\n\
             contact: {{ phone: 01632 96{number:04} }}\n{reach}{place}---\nCome in.\n"
        );
        sources.insert(format!("content/services/group-{number}.md"), page.into_bytes());
    }
    let project = open(&sources);
    let site = project.site();
    let near = Near::new(site).expect("it has postcodes");
    let weight = |pattern: &str| {
        near.files
            .iter()
            .filter(|(path, _)| path.contains(pattern))
            .map(|(_, bytes)| gzipped(bytes))
            .collect::<Vec<_>>()
    };
    let (areas, cards) = (weight("/near/a"), weight("/near/c"));
    let most = |sizes: &[usize]| sizes.iter().copied().max().unwrap_or(0);
    // The district's own file, not that of the whole county.
    let mut by_size = areas.clone();
    by_size.sort_unstable();
    let district = by_size[by_size.len() - 2];
    let homes: Vec<Value> =
        site.records.postcodes.rows().iter().step_by(211).map(|row| json!(row.code.to_string())).collect();
    let told = ask(site, "chunks.mjs", &json!(homes));
    let chunks = told["most"].as_u64().expect("a count") as usize;
    println!("a district {district}, cards {} in {} files, at most {chunks} of them", most(&cards), cards.len());
    assert!(district < 12 * 1024, "the file of a district takes {district} bytes");
    assert!(most(&cards) < 1200, "{} bytes", most(&cards));
    assert!(district + chunks * most(&cards) < 40 * 1024, "{district} and {chunks} files of {}", most(&cards));
}
