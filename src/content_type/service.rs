//! A service that carers can use: who runs it, whom to ask, where, when, for whom and at what cost.

use super::reading::{APPLY_FIELDS, CONTACT_FIELDS, PLACE_FIELDS, Reading, apply, retired};
use crate::data::{Field, HOURS_ROW, Kind, Step, Value, check_closed, check_hours, closed, hours};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::{Cost, Details, Service, Status, Uuid, Waiting, curly};

const TEXTS: Kind = Kind::List(&Kind::Text);

const COST_KINDS: &[&str] = &["free", "paid", "means-tested", "donation", "depends"];

const COST: &[Field] = &[
    Field { name: "kind", kind: Kind::Choice(COST_KINDS), doc: "What sort of cost." },
    Field { name: "amount", kind: Kind::Text, doc: "How much." },
    Field { name: "note", kind: Kind::Text, doc: "What to know about it." },
];

const AGES: &[Field] = &[
    Field { name: "from", kind: Kind::Number, doc: "The youngest age." },
    Field { name: "to", kind: Kind::Number, doc: "The oldest age." },
];

const WAITING: &[Field] = &[
    Field { name: "about", kind: Kind::Text, doc: "How long, such as `6 weeks`." },
    Field { name: "checked", kind: Kind::Date, doc: "When that was checked." },
];

/// The keys of a service.
pub const FIELDS: &[Field] = &[
    Field { name: "provider", kind: Kind::Text, doc: "The id of a record in data/providers.yaml, or a plain name." },
    Field {
        name: "contact",
        kind: Kind::List(&Kind::Either(&[Kind::Table(CONTACT_FIELDS), Kind::Text])),
        doc: "The id of a record in data/contacts.yaml, several ids, or the contact itself.",
    },
    Field { name: "places", kind: Kind::List(&Kind::Table(PLACE_FIELDS)), doc: "Where it takes place." },
    Field {
        name: "hours",
        kind: Kind::Either(&[Kind::Text, Kind::List(&Kind::Table(HOURS_ROW))]),
        doc: "Opening times, as a sentence or as rows.",
    },
    Field {
        name: "closed",
        kind: TEXTS,
        doc: "When it is closed: `bank holidays`, a day, or `2026-12-24..2027-01-02`.",
    },
    Field {
        name: "cost",
        kind: Kind::Either(&[Kind::Text, Kind::Table(COST)]),
        doc: "What it costs. \"Free\" is understood.",
    },
    Field { name: "ages", kind: Kind::Table(AGES), doc: "The ages it is for." },
    Field {
        name: "given",
        kind: Kind::List(&Kind::Choice(&["in person", "phone", "online", "at home", "video", "post"])),
        doc: "How it is given.",
    },
    Field { name: "national", kind: Kind::Flag, doc: "`yes` for a service of the whole country." },
    Field { name: "who_for", kind: Kind::Text, doc: "Who can use it." },
    Field { name: "how_to_get", kind: Kind::Text, doc: "What to do to get it." },
    Field { name: "referral", kind: TEXTS, doc: "Who may ask for it: yourself, GP, any professional." },
    Field { name: "apply", kind: Kind::Table(APPLY_FIELDS), doc: "A link to apply." },
    Field { name: "waiting", kind: Kind::Table(WAITING), doc: "How long people wait." },
    Field { name: "area_of", kind: Kind::Choice(&["carer", "cared-for", "either", "gp"]), doc: "Whose home counts." },
    Field { name: "languages", kind: TEXTS, doc: "Languages that staff speak." },
    Field {
        name: "bsl_access",
        kind: Kind::Either(&[Kind::Flag, Kind::Text]),
        doc: "How BSL users are served: staff sign, interpreter booked, video relay, no.",
    },
    Field {
        name: "status",
        kind: Kind::Choice(&["open", "full", "closed for now", "ended"]),
        doc: "Whether it can be used.",
    },
    Field { name: "status_note", kind: Kind::Text, doc: "What to know about that." },
    Field { name: "until", kind: Kind::Date, doc: "Until when that holds." },
    Field { name: "replaced_by", kind: Kind::Text, doc: "The service to use instead." },
    Field { name: "id", kind: Kind::Text, doc: "Its identifier in open data, a UUID." },
];

/// Makes the facts of a service.
pub fn details(reading: &mut Reading<'_>) -> Details {
    let contacts = reading.contacts("contact");
    let places = reading.places("places");
    let provider = provider(reading);
    let value = reading.value;
    if let Some(written) = value.get("hours") {
        check_hours(written, &reading.at, &[Step::from("hours")], reading.found);
    }
    if let Some(written) = value.get("closed") {
        check_closed(written, &reading.at, &[Step::from("closed")], reading.found);
    }
    if let Some(written) = value.text("id").filter(|written| Uuid::read(written).is_none()) {
        reading.found.push(
            Diagnostic::error("wrong-id", format!("`{written}` is no UUID, which the `id` of a service is"))
                .at(reading.at.value(&[Step::from("id")]))
                .help("take the line away: Signpost then makes one of the page's address; or copy the whole of it, such as `fcf8094e-48b9-463d-843b-fc00bcdf8453`"),
        );
    }
    let age = |key: &str| value.get("ages").and_then(|ages| ages.number(key)).map(|age| age.clamp(0.0, 150.0) as u8);
    Details::Service(Box::new(Service {
        provider,
        contacts,
        places,
        hours: value.get("hours").map(hours),
        closed: value.texts("closed").iter().map(|text| closed(text)).collect(),
        cost: value.get("cost").and_then(cost),
        age_from: age("from"),
        age_to: age("to"),
        given: value.texts("given"),
        national: value.flag("national").unwrap_or(false),
        who_for: value.text("who_for").map(|words| curly(&words)),
        how_to_get: value.text("how_to_get").map(|words| curly(&words)),
        referral: value.texts("referral"),
        apply: value.get("apply").and_then(apply),
        waiting: value
            .get("waiting")
            .and_then(|waiting| Some(Waiting { about: waiting.text("about")?, checked: waiting.date("checked") })),
        area_of: value.text("area_of"),
        languages: reading.spoken(),
        bsl_access: value.text("bsl_access"),
        status: match value.text("status").as_deref() {
            Some("full") => Status::Full,
            Some("closed for now") => Status::ClosedForNow,
            Some("ended") => Status::Ended,
            _ => Status::Open,
        },
        status_note: value.text("status_note").map(|words| curly(&words)),
        until: value.date("until"),
        replaced_by: value.text("replaced_by"),
        id: value.text("id"),
    }))
}

/// A word of `a-z`, `0-9` and `-` is a record's id and must exist; anything else is a name. A provider that another has
/// replaced is the other.
fn provider(reading: &mut Reading<'_>) -> Option<String> {
    let written = reading.value.text("provider")?;
    let is_id = written.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if is_id && !reading.records.is_partial && !reading.records.providers.contains_key(&written) {
        let names = reading.records.providers.keys().map(String::as_str);
        reading.found.push(
            Diagnostic::error("unknown-provider", format!("there is no provider called `{written}`"))
                .at(reading.at.value(&[Step::from("provider")]))
                .help(did_you_mean_help(&written, names).unwrap_or_else(|| {
                    "add it to content/data/providers.yaml, or write its name with capitals".into()
                })),
        );
    }
    if !reading.records.providers.contains_key(&written) {
        return Some(written);
    }
    let now = reading.records.provider_now(&written).map(|provider| provider.id.clone());
    if now.as_deref() != Some(written.as_str()) {
        let path = [Step::from("provider")];
        let finding = retired("retired-provider", "provider", &written, now.as_deref()).at(reading.at.value(&path));
        reading.found.push(reading.at.mend(finding, &path, now.clone()));
    }
    now
}

fn cost(value: &Value) -> Option<Cost> {
    if let Some(words) = value.as_text() {
        let kind = words.to_lowercase().starts_with("free").then(|| "free".to_owned());
        return Some(Cost { kind, text: words.to_owned() });
    }
    let kind = value.text("kind");
    let word = kind.as_deref().map(|kind| match kind {
        "means-tested" => "Depends on your money",
        "donation" => "Donations welcome",
        "depends" => "It depends",
        "paid" => "You pay",
        _ => "Free",
    });
    let parts: Vec<String> =
        [value.text("amount").or(word.map(str::to_owned)), value.text("note")].into_iter().flatten().collect();
    if parts.is_empty() { None } else { Some(Cost { kind, text: parts.join(". ") }) }
}
