//! An event: when, where or online, and what it takes to come.

use super::reading::{APPLY_FIELDS, PLACE_FIELDS, Reading, apply, place};
use crate::data::{Field, Kind, Step};
use crate::diagnostic::Diagnostic;
use crate::model::{Apply, Details, Event, EventTime, Place};

/// The keys of an event.
pub const FIELDS: &[Field] = &[
    Field { name: "starts", kind: Kind::DateTime, doc: "When it starts." },
    Field { name: "ends", kind: Kind::DateTime, doc: "When it ends." },
    Field { name: "repeats", kind: Kind::Text, doc: "How it repeats, in words." },
    Field { name: "place", kind: Kind::Either(&[Kind::Table(PLACE_FIELDS), Kind::Text]), doc: "Where it is." },
    Field { name: "online", kind: Kind::Text, doc: "The address to join." },
    Field {
        name: "bsl_interpreter",
        kind: Kind::Either(&[Kind::Flag, Kind::Text]),
        doc: "Whether an interpreter is there.",
    },
    Field { name: "cost", kind: Kind::Text, doc: "What it costs." },
    Field {
        name: "book",
        kind: Kind::Either(&[Kind::Table(APPLY_FIELDS), Kind::Text]),
        doc: "How to book, in words or as a link.",
    },
    Field { name: "cancelled", kind: Kind::Flag, doc: "`yes` when it will not take place." },
];

/// Makes the facts of an event.
pub fn details(reading: &mut Reading<'_>) -> Details {
    let starts = reading.time("starts").unwrap_or_else(|| EventTime::Day(reading.needed_date("starts", "an event")));
    let ends = reading.time("ends");
    if ends.is_some_and(|ends| ends.day() < starts.day()) {
        reading.found.push(
            Diagnostic::error("ends-before-start", "this event ends before it starts")
                .at(reading.at.value(&[Step::from("ends")]))
                .help(format!("it starts on {}", starts.day())),
        );
    }
    let value = reading.value;
    Details::Event(Box::new(Event {
        starts,
        ends,
        repeats: value.text("repeats"),
        place: value.get("place").map(|written| match written.as_text() {
            Some(words) => Place { name: Some(words.to_owned()), ..Place::default() },
            None => place(written),
        }),
        online: value.text("online"),
        bsl_interpreter: value.text("bsl_interpreter"),
        cost: value.text("cost"),
        book: value.get("book").and_then(|written| match written.as_text() {
            Some(words) => Some(Apply { label: words.to_owned(), url: String::new() }),
            None => apply(written),
        }),
        cancelled: value.flag("cancelled").unwrap_or(false),
    }))
}
