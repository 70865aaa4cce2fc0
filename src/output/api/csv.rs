//! `/api/csv/`: the same data as tables, a file for each kind of thing (RFC 4180), for people who work with spreadsheets
//! and databases.
//!
//! Rows are taken out of the finished JSON, so that no value can differ. Words that a spreadsheet program would run as a
//! formula have an apostrophe in front (`data::safe_cell`).

use std::collections::BTreeSet;

use serde_json::Value;

use super::OutputFile;
use super::package::package;
use super::table::{Kind, TABLES};
use crate::data::safe_cell;
use crate::model::Site;

/// Rows of each table, as text.
#[derive(Debug, Default)]
pub(super) struct Rows {
    tables: [Vec<u8>; TABLES.len()],
    /// Places, which several services may share: the identifier of each, and its own rows.
    places: Vec<(String, Rows)>,
}

impl Rows {
    /// The rows of a service and of all that it holds.
    pub(super) fn of_service(service: &Value) -> Self {
        let mut rows = Self::default();
        let own = [("service_id", &service["id"])];
        rows.add(Kind::Service, service, &[("organization_id", &service["organization"]["id"])]);
        rows.add_all(Kind::Url, &service["additional_urls"], &own);
        rows.add_all(Kind::Schedule, &service["schedules"], &own);
        rows.add_all(Kind::ServiceArea, &service["service_areas"], &own);
        rows.add_all(Kind::CostOption, &service["cost_options"], &own);
        rows.add_all(Kind::Language, &service["languages"], &own);
        for contact in items(&service["contacts"]) {
            rows.add(Kind::Contact, contact, &own);
            for phone in items(&contact["phones"]) {
                rows.add(Kind::Phone, phone, &[("contact_id", &contact["id"])]);
                rows.add_all(Kind::Language, &phone["languages"], &[("phone_id", &phone["id"])]);
            }
        }
        for attribute in items(&service["attributes"]) {
            let keys = [("link_id", &service["id"]), ("taxonomy_term_id", &attribute["taxonomy_term"]["id"])];
            rows.add(Kind::Attribute, attribute, &keys);
        }
        for place in items(&service["service_at_locations"]) {
            let location = &place["location"];
            let keys = [("service_id", &service["id"]), ("location_id", &location["id"])];
            rows.add(Kind::ServiceAtLocation, place, &keys);
            let own = [("location_id", &location["id"])];
            let mut known = Self::default();
            known.add(Kind::Location, location, &[]);
            known.add_all(Kind::Address, &location["addresses"], &own);
            known.add_all(Kind::Accessibility, &location["accessibility"], &own);
            rows.places.push((location["id"].as_str().unwrap_or_default().to_owned(), known));
        }
        rows
    }

    /// Adds an organisation.
    pub(super) fn add_organization(&mut self, organization: &Value) {
        self.add(Kind::Organization, organization, &[]);
        let own = [("organization_id", &organization["id"])];
        self.add_all(Kind::OrganizationIdentifier, &organization["organization_identifiers"], &own);
    }

    /// Adds a taxonomy and its terms.
    pub(super) fn add_taxonomy(&mut self, taxonomy: &Value) {
        self.add(Kind::Taxonomy, taxonomy, &[]);
        self.add_all(Kind::TaxonomyTerm, &taxonomy["taxonomy_terms"], &[]);
    }

    fn add_all(&mut self, kind: Kind, objects: &Value, keys: &[(&str, &Value)]) {
        items(objects).iter().for_each(|object| self.add(kind, object, keys));
    }

    /// Adds an object as a row; `keys` are the columns that its place in the whole tells.
    fn add(&mut self, kind: Kind, object: &Value, keys: &[(&str, &Value)]) {
        let text = &mut self.tables[kind as usize];
        for (number, column) in TABLES[kind as usize].columns.iter().enumerate() {
            if number > 0 {
                text.push(b',');
            }
            let key = keys.iter().find(|(name, _)| *name == column.name).map(|(_, value)| *value);
            match key.unwrap_or(&object[column.name]) {
                Value::String(words) => write(text, &safe_cell(words)),
                Value::Null => {}
                other => text.extend_from_slice(other.to_string().as_bytes()),
            }
        }
        text.extend_from_slice(b"\r\n");
    }
}

/// The tables while they grow.
#[derive(Debug, Default)]
pub(super) struct Tables {
    rows: Rows,
    /// Places that stand in their table already.
    placed: BTreeSet<String>,
}

impl Tables {
    /// Takes in rows; each place once.
    pub(super) fn take(&mut self, rows: &Rows) {
        let parts = rows.places.iter().filter(|(id, _)| self.placed.insert(id.clone())).map(|(_, rows)| rows);
        for part in std::iter::once(rows).chain(parts) {
            for (text, more) in self.rows.tables.iter_mut().zip(&part.tables) {
                text.extend_from_slice(more);
            }
        }
    }

    /// The files: every table, also one without rows, and the description of all.
    pub(super) fn files(self, site: &Site) -> Vec<OutputFile> {
        let mut files: Vec<OutputFile> = TABLES
            .iter()
            .zip(self.rows.tables)
            .map(|(table, rows)| {
                let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
                let mut text = (names.join(",") + "\r\n").into_bytes();
                text.extend(rows);
                (format!("api/csv/{}", table.file), text)
            })
            .collect();
        let sizes: Vec<usize> = files.iter().map(|(_, text)| text.len()).collect();
        files.push(("api/csv/datapackage.json".into(), package(site, &sizes)));
        files
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Writes a cell, in quotes where it needs them.
fn write(text: &mut Vec<u8>, cell: &str) {
    let needs_quotes = cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'))
        || cell.starts_with([' ', '\t'])
        || cell.ends_with([' ', '\t']);
    match needs_quotes {
        true => {
            text.push(b'"');
            text.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            text.push(b'"');
        }
        false => text.extend_from_slice(cell.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn cells_hold_any_words() {
        let mut rows = Rows::default();
        rows.add_organization(&json!({ "id": "1", "name": "Tea, \"cake\"\r\nand more", "description": "=1+1" }));
        rows.add_organization(&json!({ "id": "2", "name": " Żółw ", "description": "+44 1632 960123" }));
        assert_eq!(
            String::from_utf8(rows.tables[Kind::Organization as usize].clone()).expect("it is UTF-8"),
            "1,\"Tea, \"\"cake\"\"\r\nand more\",'=1+1,,,,,\r\n2,\" Żółw \",+44 1632 960123,,,,,\r\n"
        );
    }

    #[test]
    fn a_place_of_two_services_is_one_row() {
        let place = |id: &str| json!({ "id": id, "location": { "id": "l", "accessibility": [{ "id": "a" }] } });
        let service = |id: &str| json!({ "id": id, "service_at_locations": [place(&format!("{id}-at-l"))] });
        let mut tables = Tables::default();
        tables.take(&Rows::of_service(&service("1")));
        tables.take(&Rows::of_service(&service("2")));
        let lines = |kind: Kind| String::from_utf8_lossy(&tables.rows.tables[kind as usize]).lines().count();
        assert_eq!((lines(Kind::ServiceAtLocation), lines(Kind::Location), lines(Kind::Accessibility)), (2, 1, 1));
    }
}
