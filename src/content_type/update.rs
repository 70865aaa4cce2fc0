//! A piece of news about the site's services: new, changed or closed.

use super::reading::Reading;
use crate::data::{Field, Kind};
use crate::model::{Details, Update, UpdateKind};

/// The keys of an update.
pub const FIELDS: &[Field] = &[
    Field { name: "date", kind: Kind::Date, doc: "Its day." },
    Field { name: "kind", kind: Kind::Choice(&["new", "changed", "closed"]), doc: "What happened." },
    Field { name: "about", kind: Kind::List(&Kind::Text), doc: "The pages it is about: content paths or addresses." },
];

/// Makes the facts of an update.
pub fn details(reading: &mut Reading<'_>) -> Details {
    let date = reading.needed_date("date", "an update");
    Details::Update(Box::new(Update {
        date,
        kind: match reading.value.text("kind").as_deref() {
            Some("changed") => UpdateKind::Changed,
            Some("closed") => UpdateKind::Closed,
            _ => UpdateKind::New,
        },
        about: reading.value.texts("about"),
    }))
}
