//! A consultation: when it is open, who is asked, how to answer, and what came of it.

use super::reading::Reading;
use crate::data::{Field, Kind, Step};
use crate::diagnostic::Diagnostic;
use crate::model::{Consultation, Details, Respond};

const RESPOND: &[Field] = &[
    Field { name: "online", kind: Kind::Target, doc: "The address of the form." },
    Field { name: "phone", kind: Kind::Text, doc: "A number." },
    Field { name: "post", kind: Kind::Text, doc: "A postal address." },
    Field { name: "email", kind: Kind::Email, doc: "An email address." },
    Field { name: "bsl", kind: Kind::Text, doc: "How to answer in British Sign Language." },
    Field { name: "easy_read_form", kind: Kind::Text, doc: "An Easy Read form." },
];

/// The keys of a consultation.
pub const FIELDS: &[Field] = &[
    Field { name: "opens", kind: Kind::Date, doc: "The first day." },
    Field { name: "closes", kind: Kind::Date, doc: "The last day." },
    Field { name: "who", kind: Kind::Text, doc: "Who is asked." },
    Field { name: "respond", kind: Kind::Table(RESPOND), doc: "Ways to answer." },
    Field { name: "responses", kind: Kind::Text, doc: "How many answered." },
    Field { name: "outcome_updated", kind: Kind::Date, doc: "When the outcome was last written to." },
    Field { name: "decision", kind: Kind::Text, doc: "What was decided." },
];

/// Makes the facts of a consultation.
pub fn details(reading: &mut Reading<'_>) -> Details {
    let opens = reading.needed_date("opens", "a consultation");
    let closes = reading.needed_date("closes", "a consultation");
    if closes < opens {
        reading.found.push(
            Diagnostic::error("closes-before-opening", "this consultation closes before it opens")
                .at(reading.at.value(&[Step::from("closes")]))
                .help(format!("it opens on {opens}: the last day comes after that")),
        );
    }
    let value = reading.value;
    let respond = |key: &str| value.get("respond").and_then(|respond| respond.text(key));
    Details::Consultation(Box::new(Consultation {
        opens,
        closes,
        who: value.text("who"),
        respond: Respond {
            online: respond("online"),
            phone: respond("phone"),
            post: respond("post"),
            email: respond("email"),
            bsl: respond("bsl"),
            easy_read_form: respond("easy_read_form"),
        },
        responses: value.text("responses"),
        outcome_updated: value.date("outcome_updated"),
        decision: value.text("decision"),
    }))
}
