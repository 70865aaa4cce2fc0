//! Where a service is given.

use serde_json::Value as Json;

use super::Object;
use super::reader::Reader;
use super::times::is_at_place;
use crate::data::Value;
use crate::exchange::known::postcode;

impl Reader<'_> {
    /// The places of a service; what is left of its schedules there is words.
    pub(super) fn places(&mut self, service: &mut Object, schedules: &[Object]) -> Vec<Object> {
        let mut places = Vec::new();
        let mut used: Vec<String> = Vec::new();
        for mut link in self.objects(service, "service_at_locations") {
            let id = link.get("id").and_then(Json::as_str).unwrap_or_default().to_owned();
            let mut own: Vec<Object> = schedules
                .iter()
                .filter(|row| row.get("service_at_location_id").and_then(Json::as_str) == Some(id.as_str()))
                .cloned()
                .collect();
            own.extend(self.objects(&mut link, "schedules"));
            used.push(id);
            let Some(location) = self.object(&mut link, "location") else {
                self.warn("a place of it has no `location`");
                self.rest("service_at_locations", link, &["service_id", "location_id"]);
                own.into_iter().for_each(|row| self.rest("schedules", row, &["service_id", "service_at_location_id"]));
                continue;
            };
            self.rest("service_at_locations", link, &["service_id", "location_id"]);
            let place = self.location(location, own);
            if !place.is_empty() {
                places.push(Value::Table(place));
            }
        }
        if !places.is_empty() {
            self.front.push(("places".into(), Value::List(places)));
        }
        let lost = |row: &&Object| {
            let at = row.get("service_at_location_id").and_then(Json::as_str).unwrap_or_default();
            is_at_place(row) && !used.iter().any(|id| id == at)
        };
        schedules.iter().filter(lost).cloned().collect()
    }

    fn location(&mut self, mut location: Object, schedules: Vec<Object>) -> Vec<(String, Value)> {
        let mut place: Vec<(String, Value)> = Vec::new();
        let name = self.text(&mut location, "name");
        let addresses = self.objects(&mut location, "addresses");
        let is_virtual = location.get("location_type").and_then(Json::as_str) == Some("virtual");
        let has_address = !addresses.is_empty();
        let mut addresses = addresses.into_iter();
        if let Some(mut address) = addresses.next() {
            let parts: Vec<String> =
                ["address_1", "address_2"].iter().filter_map(|key| self.text(&mut address, key)).collect();
            let town = self.text(&mut address, "city");
            let written = self.text(&mut address, "postal_code");
            // The name of the place stands for a street that nobody wrote.
            let is_name = |street: &String| name.as_ref() == Some(street) && (town.is_some() || written.is_some());
            let street = Some(parts.join(", ")).filter(|street| !street.is_empty() && !is_name(street));
            let code = written.as_deref().and_then(postcode).filter(|code| !self.known.is_no_postcode(code));
            if let Some(written) = written.filter(|_| code.is_none()) {
                let shown: String = written.chars().take(40).collect();
                let why = format!("is `{shown}`, which is no postcode of this country or area");
                self.doubt("postal_code", &why, "is no postcode of this country or area");
                self.note("postal_code", Value::Text(written));
            }
            for (key, words) in [("address", street), ("town", town), ("postcode", code)] {
                place.extend(words.map(|words| (key.to_owned(), Value::Text(words))));
            }
            for (key, own) in [
                ("state_province", self.known.county.clone()),
                ("country", self.known.country.clone()),
                ("address_type", "physical".to_owned()),
            ] {
                if address.get(key).and_then(Json::as_str).is_some_and(|words| words.is_empty() || words == own) {
                    address.remove(key);
                }
            }
            self.rest("addresses", address, &["location_id"]);
        }
        addresses.for_each(|address| self.rest("addresses", address, &["location_id"]));
        if let Some(name) = name {
            place.insert(0, ("name".to_owned(), Value::Text(name)));
        }
        for (theirs, ours, most) in [("latitude", "lat", 90.0), ("longitude", "lon", 180.0)] {
            if let Some(number) = self.number_within(&mut location, theirs, -most, most) {
                place.push((ours.to_owned(), number));
            }
        }
        let mut access: Vec<Value> = Vec::new();
        for mut item in self.objects(&mut location, "accessibility") {
            let words = self.text(&mut item, "description");
            let other = self.text(&mut item, "accessibility").filter(|other| words.as_ref() != Some(other));
            access.extend(words.or(other).map(Value::Text));
            self.rest("accessibility", item, &["location_id"]);
        }
        if !access.is_empty() {
            place.push(("access".to_owned(), Value::List(access)));
        }
        let hours: Vec<String> =
            schedules.into_iter().map(|row| self.words_of(row)).filter(|words| !words.is_empty()).collect();
        if !hours.is_empty() {
            place.push(("hours".to_owned(), Value::Text(hours.join("; "))));
        }
        if location.get("location_type").and_then(Json::as_str) == Some("physical") {
            location.remove("location_type");
        }
        let has_position = place.iter().any(|(key, _)| key == "lat" || key == "lon");
        // Of a hidden place this is all that open data tells. An address that somebody learns later must not be shown.
        let may_be_open = has_address || has_position || is_virtual || self.has_areas;
        if !place.is_empty() && !may_be_open {
            place.push(("hidden".to_owned(), Value::Flag(true)));
            self.unplaced.push(self.place.clone());
        }
        self.rest("locations", location, &[]);
        place
    }
}
