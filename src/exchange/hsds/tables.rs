//! The standard as tables: services with everything that other tables hold of them, put together as the JSON has it.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::Object;
use crate::data::plain_cell;
use crate::exchange::Problem;
use crate::exchange::export::unguarded;
use crate::exchange::sheet::csv;

/// Tables by the name that the standard has for what is in them, and the files that they may be in.
const TABLES: &[(&str, &[&str])] = &[
    ("service", &["services", "service"]),
    ("organization", &["organizations", "organization"]),
    ("organization_identifier", &["organization_identifiers", "organization_identifier"]),
    ("service_at_location", &["service_at_location", "service_at_locations"]),
    ("location", &["locations", "location"]),
    ("address", &["address", "addresses"]),
    ("accessibility", &["accessibility"]),
    ("contact", &["contacts", "contact"]),
    ("phone", &["phones", "phone"]),
    ("schedule", &["schedule", "schedules"]),
    ("service_area", &["service_areas", "service_area"]),
    ("language", &["languages", "language"]),
    ("cost_option", &["cost_options", "cost_option"]),
    ("funding", &["funding"]),
    ("attribute", &["attribute", "attributes"]),
    ("taxonomy_term", &["taxonomy_terms", "taxonomy_term"]),
    ("url", &["urls", "url", "additional_urls"]),
];

/// Tables of the standard of which nothing is asked.
const UNASKED: [&str; 3] = ["taxonomies", "taxonomy", "metadata"];

/// The rows of a table, each with its place.
type Rows = Vec<(String, Object)>;

/// Puts the services together.
pub(super) fn services(files: &[&(String, Vec<u8>)], problems: &mut Vec<Problem>) -> Vec<(String, Object)> {
    let mut tables: HashMap<&str, Rows> = HashMap::new();
    let stem = |path: &str| {
        let file = path.rsplit('/').next().unwrap_or(path).to_lowercase();
        file.strip_suffix(".csv").unwrap_or(&file).to_owned()
    };
    for (path, _) in files {
        let stem = stem(path);
        let is_known = TABLES.iter().any(|(_, stems)| stems.contains(&stem.as_str()));
        if !is_known && !UNASKED.contains(&stem.as_str()) {
            problems.push(Problem::advice(path.as_str(), "it is no table that is read here, and was left out"));
        }
    }
    for (name, stems) in TABLES {
        let of_table = |path: &str| stems.contains(&stem(path).as_str());
        for (path, bytes) in files.iter().filter(|file| of_table(&file.0)) {
            tables.entry(name).or_default().extend(rows(path, bytes, problems));
        }
    }
    let mut taken = |name: &str| tables.remove(name).unwrap_or_default();
    let languages = taken("language");
    let has = |row: &(String, Object), key: &str| row.1.get(key).is_some();
    let (of_phones, of_services): (Rows, Rows) =
        languages.into_iter().partition(|row| has(row, "phone_id") && !has(row, "service_id"));
    let mut phones = with_many(taken("phone"), of_phones, "phone_id", "languages", problems);
    let of_contacts = those_with(&mut phones, "contact_id");
    let mut contacts = with_many(taken("contact"), of_contacts, "contact_id", "phones", problems);
    let mut schedules = taken("schedule");
    // What belongs to no service itself, but to a place or an organisation of one, is kept there.
    let mut direct = those_with(&mut phones, "service_id");
    let mut of_own = those_with(&mut schedules, "service_id");
    let mut people = those_with(&mut contacts, "service_id");
    let mut organizations = taken("organization");
    let mut locations = taken("location");
    let mut links = taken("service_at_location");
    for (rows, key) in [
        (&mut organizations, "organization_id"),
        (&mut locations, "location_id"),
        (&mut links, "service_at_location_id"),
    ] {
        for (others, name) in [(&mut contacts, "contacts"), (&mut phones, "phones"), (&mut schedules, "schedules")] {
            let own = those_with(others, key);
            *rows = with_many(std::mem::take(rows), own, key, name, problems);
        }
    }
    direct.extend(phones);
    of_own.extend(schedules);
    people.extend(contacts);
    let identifiers = taken("organization_identifier");
    let organizations =
        by_id(with_many(organizations, identifiers, "organization_id", "organization_identifiers", problems));
    let locations = with_many(locations, taken("address"), "location_id", "addresses", problems);
    let locations = by_id(with_many(locations, taken("accessibility"), "location_id", "accessibility", problems));
    for (place, link) in &mut links {
        match link.get("location_id").and_then(Value::as_str).map(|id| (id, locations.get(id))) {
            Some((_, Some(location))) => drop(link.insert("location".into(), Value::Object(location.clone()))),
            Some((id, None)) => problems.push(Problem::warning(place.clone(), format!("there is no location `{id}`"))),
            None => problems.push(Problem::warning(place.clone(), "it names no `location_id`")),
        }
    }
    let terms = by_id(taken("taxonomy_term"));
    let mut attributes = taken("attribute");
    for (place, attribute) in &mut attributes {
        match attribute.get("taxonomy_term_id").and_then(Value::as_str).map(|id| (id, terms.get(id))) {
            Some((_, Some(term))) => drop(attribute.insert("taxonomy_term".into(), Value::Object(term.clone()))),
            Some((id, None)) => problems.push(Problem::warning(place.clone(), format!("there is no term `{id}`"))),
            None => {}
        }
    }
    let mut services = taken("service");
    let many: [(Rows, &str, &str); 10] = [
        (people, "service_id", "contacts"),
        (direct, "service_id", "phones"),
        (of_own, "service_id", "schedules"),
        (taken("service_area"), "service_id", "service_areas"),
        (of_services, "service_id", "languages"),
        (taken("cost_option"), "service_id", "cost_options"),
        (taken("funding"), "service_id", "funding"),
        (taken("url"), "service_id", "additional_urls"),
        (links, "service_id", "service_at_locations"),
        (attributes, "link_id", "attributes"),
    ];
    for (rows, key, name) in many {
        services = with_many(services, rows, key, name, problems);
    }
    for (place, service) in &mut services {
        let Some(id) = service.remove("organization_id") else { continue };
        match id.as_str().and_then(|id| organizations.get(id)) {
            Some(organization) => drop(service.insert("organization".into(), Value::Object(organization.clone()))),
            None => problems.push(Problem::warning(place.clone(), format!("there is no organization {id}"))),
        }
    }
    services
}

/// The rows of a file as objects; numbers are told by the keys that hold them.
fn rows(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Rows {
    const NUMBERS: [&str; 6] = ["latitude", "longitude", "minimum_age", "maximum_age", "interval", "amount"];
    let sheet = csv(bytes);
    problems.extend(
        sheet.problems.into_iter().map(|problem| Problem { place: format!("{path}, {}", problem.place), ..problem }),
    );
    let mut rows = sheet.rows.into_iter();
    let Some((_, headings)) = rows.next() else { return Rows::new() };
    rows.map(|(number, cells)| {
        let cells = headings.iter().zip(&cells).filter(|(_, cell)| !cell.trim().is_empty());
        let object = cells.map(|(heading, cell)| {
            let (heading, cell) = (heading.trim().to_owned(), plain_cell(cell.trim()));
            let number = cell.parse::<f64>().ok().filter(|_| NUMBERS.contains(&heading.as_str()));
            let value = match number {
                Some(number) if number.fract() == 0.0 => json!(number as i64),
                Some(number) => json!(number),
                None if heading == "number" => json!(unguarded(unquoted(cell))),
                None => json!(cell),
            };
            (heading, value)
        });
        (format!("{path}, row {number}"), object.collect())
    })
    .collect()
}

/// Some write the quotes that JSON has round a phone number into the cell.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

fn by_id(rows: Rows) -> HashMap<String, Object> {
    rows.into_iter().filter_map(|(_, row)| Some((row.get("id")?.as_str()?.to_owned(), row))).collect()
}

/// Rows with those of another table that name them, as a list under a key. Those that name none of them are told.
fn with_many(mut rows: Rows, others: Rows, names: &str, key: &str, problems: &mut Vec<Problem>) -> Rows {
    let mut by_parent: HashMap<String, Rows> = HashMap::new();
    let mut orphans = Rows::new();
    for (place, mut other) in others {
        match other.remove(names) {
            Some(Value::String(parent)) => by_parent.entry(parent).or_default().push((place, other)),
            _ => orphans.push((place, other)),
        }
    }
    for (_, row) in &mut rows {
        let own = row.get("id").and_then(Value::as_str).and_then(|id| by_parent.remove(id));
        if let Some(own) = own {
            row.insert(key.to_owned(), own.into_iter().map(|(_, row)| Value::Object(row)).collect());
        }
    }
    orphans.extend(by_parent.into_values().flatten());
    orphans.sort_by(|(one, _), (other, _)| in_order(one).cmp(&in_order(other)));
    let mut places = orphans.iter().map(|(place, _)| place.as_str());
    let Some(first) = places.next() else { return rows };
    let named: Vec<&str> = places.by_ref().take(20).collect();
    let more = match (named.as_slice(), places.count()) {
        ([], _) => String::new(),
        (named, 0) => format!("; so was {}", named.join(", ")),
        (named, count) => format!("; so was {}, and {count} more", named.join(", ")),
    };
    let why = format!("it has no `{names}` of anything that is here, and was left out{more}");
    problems.push(Problem::warning(first, why));
    rows
}

/// Takes out the rows that have a key.
fn those_with(rows: &mut Rows, key: &str) -> Rows {
    let (own, others) = std::mem::take(rows).into_iter().partition(|(_, row)| row.get(key).is_some());
    *rows = others;
    own
}

/// Places in the order of their rows.
fn in_order(place: &str) -> (usize, &str) {
    (place.len(), place)
}
