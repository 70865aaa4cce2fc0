//! When a service can be used: rows of opening times as rules of a calendar (RFC 5545), sentences as they were written.

use serde_json::{Value, json};

use super::place::place_id;
use super::{OpenData, OpenService, with};
use crate::model::{Closed, Hours, HoursRow};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The schedules of a service, then those of its places.
pub(super) fn schedules(open: &OpenData<'_>, entry: &OpenService<'_>) -> Vec<Value> {
    let service = entry.service;
    let own: Vec<Value> = match &service.hours {
        None => Vec::new(),
        Some(Hours::Words(words)) => vec![json!({ "description": words })],
        Some(Hours::Rows(rows)) => rows.iter().map(row).collect(),
    };
    let attending = (!service.given.is_empty()).then(|| service.given.join(", "));
    let closed: Vec<String> = service.closed.iter().map(closed).collect();
    let closed = (!closed.is_empty()).then(|| format!("Closed: {}", closed.join(", ")));
    let own = own.into_iter().map(|row| with(with(row, "attending_type", json!(attending)), "notes", json!(closed)));
    let places = service.places.iter().enumerate().filter_map(|(number, place)| {
        let hours = place.hours.as_ref()?;
        Some(json!({ "service_at_location_id": place_id(open, entry, number).to_string(), "description": hours }))
    });
    let id = |number: usize| open.id("schedule", &format!("{}/{number}", entry.id)).to_string();
    own.chain(places).enumerate().map(|(number, row)| with(row, "id", json!(id(number)))).collect()
}

/// A row: by the week where a machine can read it. One that holds at other times only, such as every month, says so in
/// its words alone, as nobody who reads the rule would know of the exception.
fn row(row: &HoursRow) -> Value {
    let every = row.every.as_ref().map(|every| format!(", every {every}")).unwrap_or_default();
    let term = if row.term_time { ", in school terms only" } else { "" };
    let words = json!({ "description": format!("{}, {} to {}{every}{term}", row.days, row.from, row.to) });
    let weeks = row.weeks();
    let Some(opening) = row.opening.filter(|_| row.every.is_none() || weeks.is_some()) else {
        return words;
    };
    let days: Vec<&str> = (0..7).filter(|day| opening.days >> day & 1 == 1).map(|day| DAYS[day]).collect();
    let rule = with(with(words, "freq", json!("WEEKLY")), "byday", json!(days.join(",")));
    let rule = with(with(rule, "opens_at", json!(time(opening.from))), "closes_at", json!(time(opening.to)));
    with(rule, "interval", json!(weeks.filter(|weeks| *weeks > 1)))
}

/// A time by the clock on the wall. The end of a day is its last second, since 00:00:00 is how the day begins.
fn time(minute: u16) -> String {
    match minute {
        1440 => "23:59:59".into(),
        minute => format!("{:02}:{:02}:00", minute / 60 % 24, minute % 60),
    }
}

fn closed(closed: &Closed) -> String {
    match closed {
        Closed::BankHolidays => "bank holidays".into(),
        Closed::Days(first, last) if first == last => first.to_string(),
        Closed::Days(first, last) => format!("{first} to {last}"),
        Closed::Words(words) => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Opening;

    #[test]
    fn rows_are_rules_as_far_as_that_is_true() {
        let mut one =
            HoursRow { days: "Mon, Wed".into(), from: "9am".into(), to: "midnight".into(), ..HoursRow::default() };
        one.opening = Some(Opening { days: 0b000_0101, from: 540, to: 1440 });
        assert_eq!(
            super::super::known(row(&one)),
            json!({ "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "09:00:00", "closes_at": "23:59:59",
                "description": "Mon, Wed, 9am to midnight" })
        );
        one.every = Some("2 weeks".into());
        one.term_time = true;
        assert_eq!(row(&one)["interval"], 2);
        assert_eq!(row(&one)["description"], "Mon, Wed, 9am to midnight, every 2 weeks, in school terms only");
        one.every = Some("month".into());
        assert_eq!(row(&one)["freq"], Value::Null);
    }

    #[test]
    fn a_night_ends_the_next_morning() {
        assert_eq!((time(1320), time(1800)), ("22:00:00".into(), "06:00:00".into()));
    }
}
