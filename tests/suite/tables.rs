//! `/api/csv/` held against its own description, and against the JSON beside it: every key resolves, every cell is what
//! the JSON says, and nothing that the JSON says is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use crate::harness::{Files, Made, build, demonstration_made, files};
use signpost::data::plain_cell;

/// The tables of a site: the cells of each row that are not empty, by identifier and column.
type Table = BTreeMap<String, BTreeMap<String, String>>;

/// Reads CSV (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.push(letters.next().expect("it is there")),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(!is_quoted && cell.is_empty() && row.is_empty(), "the last row has no end");
    rows
}

fn text<'m>(made: &'m Files, path: &str) -> &'m str {
    let bytes = made.get(path).unwrap_or_else(|| panic!("{path} was not made"));
    std::str::from_utf8(bytes).expect("it is UTF-8")
}

/// Whether a cell is of the type that a field has.
fn is_of_type(field: &Value, cell: &str) -> bool {
    let format = field["format"].as_str();
    let is_made_of =
        |cell: &str, letters: &str| !cell.is_empty() && cell.chars().all(|letter| letters.contains(letter));
    let is_number = |cell: &str, digits: usize| cell.len() == digits && is_made_of(cell, "0123456789");
    let is_day = |cell: &str| {
        let parts: Vec<&str> = cell.split('-').collect();
        matches!(parts.as_slice(), [year, month, day] if is_number(year, 4) && is_number(month, 2) && is_number(day, 2))
    };
    match (field["type"].as_str(), format) {
        (Some("string"), Some("uuid")) => cell.len() == 36 && is_made_of(cell, "0123456789abcdef-"),
        (Some("string"), Some("uri")) => {
            ["https://", "http://", "mailto:"].iter().any(|start| cell.starts_with(start))
                && cell.is_ascii()
                && !cell.contains(' ')
        }
        (Some("string"), Some("email")) => cell.contains('@') && !cell.contains(' '),
        (Some("string"), None) => true,
        (Some("number"), None) => cell.parse::<f64>().is_ok_and(f64::is_finite),
        (Some("date"), None) => is_day(cell),
        (Some("time"), None) => cell.len() == 8 && is_made_of(cell, "0123456789:"),
        (Some("datetime"), Some("any")) => cell.len() == 24 && is_day(&cell[..10]) && cell.ends_with('Z'),
        other => panic!("no such type: {other:?}"),
    }
}

/// Reads the tables, and gathers what does not fit their description.
fn tables(made: &Files) -> (BTreeMap<String, Table>, Vec<String>) {
    let package: Value = serde_json::from_str(text(made, "api/csv/datapackage.json")).expect("it is JSON");
    assert_eq!(package["profile"], "tabular-data-package");
    let resources = package["resources"].as_array().expect("a list");
    let (mut tables, mut wrong) = (BTreeMap::new(), Vec::new());
    let mut paths = BTreeSet::from(["api/csv/datapackage.json".to_owned()]);
    for resource in resources {
        let name = resource["name"].as_str().expect("a name");
        let path = format!("api/csv/{}", resource["path"].as_str().expect("a path"));
        let text = text(made, &path);
        if resource["bytes"] != text.len() {
            wrong.push(format!("{path}: {} bytes", text.len()));
        }
        assert!(text.ends_with("\r\n") && !text.starts_with('\u{feff}'));
        let fields = resource["schema"]["fields"].as_array().expect("a list");
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
        let mut rows = rows(text).into_iter();
        if rows.next().is_none_or(|head| head != names) {
            wrong.push(format!("{path}: its first row is not {names:?}"));
        }
        let mut table = Table::new();
        for row in rows {
            if row.len() != fields.len() {
                wrong.push(format!("{path}: {row:?}"));
                continue;
            }
            let mut known = BTreeMap::new();
            for (field, cell) in fields.iter().zip(&row) {
                let constraints = &field["constraints"];
                if cell.starts_with(['=', '@', '\t', '\r']) {
                    wrong.push(format!("{path}: {cell} could run"));
                }
                let cell = plain_cell(cell);
                let is_choice = |words: &Vec<Value>| words.iter().any(|word| word == cell);
                let fits = match cell.is_empty() {
                    true => constraints["required"] != true,
                    false => is_of_type(field, cell) && constraints["enum"].as_array().is_none_or(is_choice),
                };
                if !fits {
                    wrong.push(format!("{path}: {cell:?} as {field}"));
                }
                if !cell.is_empty() {
                    known.insert(field["name"].as_str().unwrap_or_default().to_owned(), cell.to_owned());
                }
            }
            if table.insert(row[0].clone(), known).is_some() {
                wrong.push(format!("{path}: {} stands twice", row[0]));
            }
        }
        tables.insert(name.to_owned(), table);
        paths.insert(path);
    }
    let made: BTreeSet<String> = made.keys().filter(|path| path.starts_with("api/csv/")).cloned().collect();
    assert_eq!(made, paths);
    for resource in resources {
        let name = resource["name"].as_str().expect("a name");
        for key in resource["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let column = key["fields"].as_str().expect("a name");
            let to = match key["reference"]["resource"].as_str().expect("a name") {
                "" => name,
                other => other,
            };
            let target = tables.get(to).unwrap_or_else(|| panic!("there is no table {to}"));
            let keys = tables[name].values().filter_map(|row| row.get(column));
            wrong.extend(
                keys.filter(|key| !target.contains_key(*key))
                    .map(|key| format!("{name}.{column}: {key} is not in {to}")),
            );
        }
    }
    let services = &tables["service"];
    let links = tables["attribute"].values().filter(|row| !services.contains_key(&row["link_id"]));
    wrong.extend(links.map(|row| format!("attribute.link_id: {row:?}")));
    (tables, wrong)
}

/// What the JSON says, in the form of tables.
fn said(made: &Made) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::new();
    for (path, bytes) in &made.files {
        let folder = path.strip_prefix("api/").and_then(|path| path.split_once('/'));
        let table = match folder {
            Some((_, "index.json")) | None => continue,
            Some(("services", _)) => "service",
            Some(("organizations", _)) => "organization",
            Some(("taxonomies", _)) => "taxonomy",
            Some(("taxonomy_terms", _)) => "taxonomy_term",
            Some(_) => continue,
        };
        let object: Value = serde_json::from_slice(bytes).expect("it is JSON");
        say(table, &object, &[], &mut tables);
    }
    tables
}

/// The tables of what objects hold, by key: the table, and the column in which the holder is named.
const HELD: &[(&str, &str, &str)] = &[
    ("contacts", "contact", "service_id"),
    ("additional_urls", "url", "service_id"),
    ("schedules", "schedule", "service_id"),
    ("service_areas", "service_area", "service_id"),
    ("cost_options", "cost_option", "service_id"),
    ("service_at_locations", "service_at_location", "service_id"),
    ("attributes", "attribute", "link_id"),
    ("phones", "phone", "contact_id"),
    ("addresses", "address", "location_id"),
    ("accessibility", "accessibility", "location_id"),
    ("organization_identifiers", "organization_identifier", "organization_id"),
    ("taxonomy_terms", "taxonomy_term", "taxonomy_id"),
];

fn say(table: &str, object: &Value, keys: &[(&str, &str)], tables: &mut BTreeMap<String, Table>) {
    let id = object["id"].as_str().expect("an identifier").to_owned();
    let mut row: BTreeMap<String, String> =
        keys.iter().map(|(column, id)| ((*column).to_owned(), (*id).to_owned())).collect();
    for (key, value) in object.as_object().expect("an object") {
        match value {
            Value::String(text) if text.is_empty() => {}
            Value::String(text) => {
                row.insert(key.clone(), text.clone());
            }
            Value::Number(number) => {
                row.insert(key.clone(), number.to_string());
            }
            Value::Object(held) => {
                row.insert(format!("{key}_id"), held["id"].as_str().expect("an identifier").to_owned());
                say(key, value, &[], tables);
            }
            // An organisation is said with its services, which stand in their own files.
            Value::Array(_) if key == "services" => {}
            Value::Array(items) if key == "languages" => {
                let holder = if table == "phone" { "phone_id" } else { "service_id" };
                items.iter().for_each(|item| say("language", item, &[(holder, &id)], tables));
            }
            Value::Array(items) => {
                let (_, held, column) = HELD.iter().find(|(name, ..)| name == key).unwrap_or_else(|| panic!("{key}"));
                items.iter().for_each(|item| say(held, item, &[(column, &id)], tables));
            }
            other => panic!("{key}: {other}"),
        }
    }
    let before = tables.entry(table.to_owned()).or_default().insert(id.clone(), row.clone());
    assert!(before.is_none_or(|before| before == row), "{table} {id} is said in two ways");
}

/// Looks at all tables of a site; how many rows each has.
fn check(made: &Made) -> BTreeMap<String, usize> {
    assert!(made.is_made, "{}", made.said);
    let (tables, wrong) = tables(&made.files);
    assert_eq!(wrong, Vec::<String>::new());
    let said = said(made);
    for (name, table) in &tables {
        let empty = Table::new();
        let expected = said.get(name).unwrap_or(&empty);
        assert_eq!(table.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{name}");
        for (id, row) in expected {
            assert_eq!(&table[id], row, "{name} {id}");
        }
    }
    assert!(said.keys().all(|name| tables.contains_key(name)), "{:?}", said.keys());
    tables.into_iter().map(|(name, table)| (name, table.len())).collect()
}

#[test]
fn the_tables_of_the_demonstration_say_what_its_json_says() {
    let counts = check(demonstration_made());
    let empty: Vec<&String> = counts.iter().filter(|(_, count)| **count == 0).map(|(name, _)| name).collect();
    assert_eq!(empty, ["funding"], "too little is tried: {counts:?}");
    // The look can fail, and does where a cell is wrong in any way.
    let mut broken = demonstration_made().files.clone();
    let services = text(&broken, "api/csv/services.csv");
    let broken_services = services.replace(",active,", ",open,").replace("https://", "ftp://");
    broken.insert("api/csv/services.csv".into(), broken_services.into_bytes());
    broken.insert("api/csv/contacts.csv".into(), b"id,service_id,name,title,email\r\n".to_vec());
    let wrong = tables(&broken).1.join("\n");
    for part in ["\"open\" as", "\"ftp:", "services.csv: ", "phone.contact_id: "] {
        assert!(wrong.contains(part), "{part} in {wrong}");
    }
}

/// A made-up directory in which services share contacts, buildings and providers, and say the same with small differences.
fn directory(count: usize) -> Files {
    let mut sources = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[organisation]\nname = \"Council\"\n\
             county = \"Mereshire\"\n[help]\nphone = \"01632 960000\"\n[taxonomies.topics]\nterms = [\"Breaks\", \
             \"Money\", \"=Topic()\"]\n[open_data]\nlicence = \"OGL-UK-3.0\"\n[build]\nstop_on = \"broken\"\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        (
            "content/data/contacts.yaml",
            "hub: { name: The Hub, phones: [{ number: 01632 960123, label: Adults, languages: [en, pl, en] }, \
             { number: 01632 960123, label: Adults }], text: 07700 900123, email: hub@example.org }\n",
        ),
        (
            "content/data/providers.yaml",
            "ours: { name: \"+Ours, and theirs\", website: \"https://example.org/ż\", charity_number: SC012 }\n",
        ),
    ]);
    let pick = |number: usize, from: &[&str]| from[number % from.len()].to_owned();
    for number in 0..count {
        let mut page =
            format!("---\ntitle: \"{}{number}\"\n", pick(number, &["=1+", "Tea, \\\"cake\\\" ", "Club ", "- "]));
        let _ = write!(
            page,
            "summary: \"{}\"\nprovider: {}\ncontact: {}\nstatus: {}\ncost: {}\nlanguages: {}\ntopics: {}\n",
            pick(number, &["Two\\nlines.", "=cmd|' /C calc'!A0", "A club. "]),
            pick(number, &["ours", "\"@Lunch\"", "Mind"]),
            pick(
                number / 2,
                &["hub", "[hub, hub]", "{ name: Ann, phone: 01632 960124 }", "{ phone: +44 1632 960125 }"]
            ),
            pick(number, &["open", "full", "closed for now", "ended"]),
            pick(number, &["Free", "£3.50 a session", "\"+£5\""]),
            pick(number / 3, &["[en, pl]", "[en, en]", "[Japanese]"]),
            pick(number / 5, &["[Breaks]", "[Breaks, Money, Breaks]", "[\"=Topic()\"]"]),
        );
        let _ = write!(
            page,
            "places:\n  - {{ name: Hall, address: {} High Street, postcode: ZZ1 1AA, town: {}, access: {}, lat: -{} }}\n  \
             - {{ name: Hall, address: 1 High Street, postcode: ZZ1 1AA, hours: {} }}\n  - {{ name: House, hidden: yes, \
             address: 9 Larkspur Mews }}\nhours: [{{ days: Mon-Fri, from: 9am, to: 5pm }}]\nreviewed: 2026-10-03\n\
             ---\nCome in.\n",
            number % 7,
            pick(number / 7, &["Merebridge", "Merebridge", "Stowe"]),
            pick(number / 11, &["[step-free]", "[step-free, lift, step-free]", "[]"]),
            number % 3,
            pick(number, &["\"@ten\"", "Mondays"]),
        );
        sources.insert(format!("content/services/s{number}.md"), page.into_bytes());
    }
    sources
}

#[test]
fn services_that_share_things_have_tables_whose_keys_resolve() {
    let made = build(&directory(200));
    let counts = check(&made);
    assert_eq!((counts["service"], counts["service_at_location"]), (200, 600));
    assert_eq!(counts["location"], 600, "each place of a service is a location of its own: {counts:?}");
    let all = made.files.iter().filter(|(path, _)| path.starts_with("api/"));
    let all: Vec<&str> = all.map(|(_, bytes)| std::str::from_utf8(bytes).expect("it is UTF-8")).collect();
    assert!(all.iter().all(|text| !text.contains("Larkspur")));
    assert!(text(&made.files, "api/csv/services.csv").contains(",'=1+0,"));
    assert!(text(&made.files, "api/csv/phones.csv").contains(",+44 1632 960125,"));
}
