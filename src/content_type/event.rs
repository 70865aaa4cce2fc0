//! An event: when, where or online, and what it takes to come.

use super::reading::{APPLY_FIELDS, PLACE_FIELDS, Reading, apply};
use crate::data::{Field, Kind, Step};
use crate::diagnostic::Diagnostic;
use crate::model::{Apply, Details, Event, EventTime, Place, Repeat};

/// The keys of an event.
pub const FIELDS: &[Field] = &[
    Field { name: "starts", kind: Kind::DateTime, doc: "When it starts." },
    Field { name: "ends", kind: Kind::DateTime, doc: "When it ends." },
    Field {
        name: "repeats",
        kind: Kind::Text,
        doc: "How it repeats, in words: `Every week`, `Every 2 weeks until 2027-03-30`, `First Monday of every month`.",
    },
    Field { name: "place", kind: Kind::Either(&[Kind::Table(PLACE_FIELDS), Kind::Text]), doc: "Where it is." },
    Field { name: "online", kind: Kind::Target, doc: "The address to join." },
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
    let is_early = match (starts, ends) {
        (EventTime::Moment(starts), Some(EventTime::Moment(ends))) => ends < starts,
        (_, ends) => ends.is_some_and(|ends| ends.day() < starts.day()),
    };
    if is_early {
        reading.found.push(
            Diagnostic::error("ends-before-start", "this event ends before it starts")
                .at(reading.at.value(&[Step::from("ends")]))
                .help(match starts {
                    EventTime::Moment(starts) => {
                        format!("it starts on {} at {}", starts.date(), starts.strftime("%H:%M"))
                    }
                    EventTime::Day(starts) => format!("it starts on {starts}"),
                }),
        );
    }
    if let Some(words) = reading.value.text("repeats").filter(|words| Repeat::read(words, starts.day()).is_none()) {
        reading.found.push(
            Diagnostic::advice("unclear-repeat", format!("calendars cannot tell from `{words}` when this event repeats"))
                .at(reading.at.value(&[Step::from("repeats")]))
                .help(
                    "the page shows the words, and calendars its first day; they keep to words such as `Every week`, \
                     `Every 2 weeks until 2027-03-30`, or `First Monday of every month`, of the weekday on which it starts",
                ),
        );
    }
    let value = reading.value;
    Details::Event(Box::new(Event {
        starts,
        ends,
        repeats: value.text("repeats"),
        place: value.get("place").map(|written| match written.as_text() {
            Some(words) => Place { name: Some(words.to_owned()), ..Place::default() },
            None => reading.place(written, &[Step::from("place")]),
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
