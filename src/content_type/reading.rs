//! Turns checked front matter into facts: contacts, places, hours and the like, which several types share.

use jiff::civil::{Date, DateTime};

use crate::config::{Settings, is_unknown_code};
use crate::data::{Field, Kind, Located, Point, Step, Value};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::{Apply, Contact, EventTime, Phone, Place, Records};

/// A page's front matter while its facts are read.
pub struct Reading<'a> {
    /// What was written, over what its section and its main page say.
    pub value: &'a Value,
    /// Where it was written.
    pub at: Located<'a>,
    /// The records it may refer to.
    pub records: &'a Records,
    /// The settings.
    pub settings: &'a Settings,
    /// The day of the build.
    pub today: Date,
    /// What was found wrong.
    pub found: &'a mut Vec<Diagnostic>,
}

const TEXTS: Kind = Kind::List(&Kind::Text);
const EMAILS: Kind = Kind::List(&Kind::Email);
const WEBSITES: Kind = Kind::List(&Kind::Web);

/// The keys of one number of a contact.
const PHONE_FIELDS: &[Field] = &[
    Field { name: "number", kind: Kind::Text, doc: "The number, as people write it." },
    Field { name: "label", kind: Kind::Text, doc: "Who it is for." },
    Field { name: "hours", kind: Kind::Text, doc: "When it is answered." },
    Field { name: "languages", kind: TEXTS, doc: "Languages spoken." },
    Field { name: "cost", kind: Kind::Text, doc: "What a call costs." },
    Field { name: "public", kind: Kind::Flag, doc: "Whether a person's mobile may be shown and shared." },
];

const PHONES: Kind = Kind::List(&Kind::Either(&[Kind::Table(PHONE_FIELDS), Kind::Text]));

/// The keys of a contact written on a page.
pub const CONTACT_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "Who answers." },
    Field { name: "phone", kind: PHONES, doc: "One number, or several." },
    Field { name: "phones", kind: PHONES, doc: "Several numbers, each with who it is for, hours, languages and cost." },
    Field { name: "text", kind: TEXTS, doc: "A number for text messages." },
    Field { name: "email", kind: EMAILS, doc: "An email address." },
    Field { name: "website", kind: WEBSITES, doc: "A website." },
    Field { name: "form", kind: Kind::Target, doc: "The address of a form." },
    Field { name: "bsl_relay", kind: Kind::Target, doc: "The address of a video relay service." },
    Field { name: "reply_time", kind: Kind::Text, doc: "How soon they answer." },
    Field { name: "address", kind: Kind::Text, doc: "A postal address." },
];

/// The keys of a record in `data/contacts.yaml`.
pub const CONTACT_RECORD_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "Who answers." },
    Field { name: "phone", kind: PHONES, doc: "One number, or several." },
    Field { name: "phones", kind: PHONES, doc: "Several numbers, each with who it is for, hours, languages and cost." },
    Field { name: "text", kind: TEXTS, doc: "A number for text messages." },
    Field { name: "email", kind: EMAILS, doc: "An email address." },
    Field { name: "website", kind: WEBSITES, doc: "A website." },
    Field { name: "form", kind: Kind::Target, doc: "The address of a form." },
    Field { name: "bsl_relay", kind: Kind::Target, doc: "The address of a video relay service." },
    Field { name: "reply_time", kind: Kind::Text, doc: "How soon they answer." },
    Field { name: "address", kind: Kind::Text, doc: "A postal address." },
    Field { name: "reviewed", kind: Kind::Date, doc: "When somebody last checked it." },
    Field { name: "replaced_by", kind: Kind::Text, doc: "The id of the record that took its place." },
    Field { name: "notes", kind: Kind::Anything, doc: "For editors; it reaches no output." },
];

/// The keys of a place.
pub(super) const PLACE_FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "What the place is called." },
    Field { name: "address", kind: Kind::Text, doc: "House and street." },
    Field { name: "town", kind: Kind::Text, doc: "Town or village." },
    Field { name: "postcode", kind: Kind::Text, doc: "Postcode." },
    Field { name: "lat", kind: Kind::Number, doc: "Latitude in degrees (WGS 84)." },
    Field { name: "lon", kind: Kind::Number, doc: "Longitude in degrees (WGS 84)." },
    Field {
        name: "access",
        kind: TEXTS,
        doc: "What helps people get in and about: step-free, hearing loop, quiet room.",
    },
    Field { name: "hours", kind: Kind::Text, doc: "When this place is open." },
    Field {
        name: "hidden",
        kind: Kind::Anything,
        doc: "Anything but a plain `false` hides the place: no address, postcode or map reaches any output.",
    },
];

/// The keys of a link to apply or to book.
pub(super) const APPLY_FIELDS: &[Field] = &[
    Field { name: "label", kind: Kind::Text, doc: "What the link says." },
    Field { name: "url", kind: Kind::Target, doc: "Where it goes." },
];

/// Reads a contact, from a page or from a record.
pub fn contact(value: &Value) -> Contact {
    let mut phones: Vec<Phone> = Vec::new();
    for key in ["phone", "phones"] {
        phones.extend(value.get(key).map(Value::items).unwrap_or_default().iter().filter_map(phone));
    }
    Contact {
        id: None,
        name: value.text("name"),
        phones,
        texts: value.texts("text"),
        emails: value.texts("email"),
        websites: value.texts("website"),
        form: value.text("form"),
        bsl_relay: value.text("bsl_relay"),
        reply_time: value.text("reply_time"),
        address: value.text("address"),
        reviewed: value.date("reviewed"),
        replaced_by: value.text("replaced_by"),
        span: None,
    }
}

/// Says that a record which is named was replaced, and by which one that is in use.
pub fn retired(rule: &'static str, what: &str, written: &str, now: Option<&str>) -> Diagnostic {
    match now {
        Some(now) => Diagnostic::warning(rule, format!("the {what} record `{written}` was replaced by `{now}`"))
            .help(format!("write `{now}`; readers see that record already")),
        None => Diagnostic::warning(rule, format!("the {what} record `{written}` was replaced by none that is in use"))
            .help(format!("name the {what} that is right now; until then readers see nothing of it here")),
    }
}

/// Reports the languages of a contact's numbers that are none; `path` leads to the contact.
pub fn check_contact(value: &Value, at: &Located<'_>, path: &[Step], found: &mut Vec<Diagnostic>) {
    for key in ["phone", "phones"] {
        let Some(phones) = value.get(key) else { continue };
        for (index, phone) in phones.items().iter().enumerate() {
            let mut path = [path, &[Step::from(key)]].concat();
            path.extend(matches!(phones, Value::List(_)).then_some(Step::Item(index)));
            check_spoken(phone, at, &path, found);
        }
    }
}

/// Reports codes in `languages` that stand for no language: readers would be shown the code.
fn check_spoken(value: &Value, at: &Located<'_>, path: &[Step], found: &mut Vec<Diagnostic>) {
    let is_list = matches!(value.get("languages"), Some(Value::List(_)));
    for (index, code) in value.texts("languages").iter().enumerate().filter(|(_, code)| is_unknown_code(code)) {
        let mut path = [path, &[Step::from("languages")]].concat();
        path.extend(is_list.then_some(Step::Item(index)));
        found.push(
            Diagnostic::error("unknown-language", format!("`{code}` is not a language code that Signpost knows"))
                .at(at.value(&path))
                .help("write a code such as `pl`, or the language's name, such as Japanese"),
        );
    }
}

fn phone(value: &Value) -> Option<Phone> {
    if let Some(number) = value.as_text() {
        return Some(Phone { number: number.to_owned(), ..Phone::default() });
    }
    Some(Phone {
        number: value.text("number")?,
        label: value.text("label"),
        hours: value.text("hours"),
        languages: value.texts("languages"),
        cost: value.text("cost"),
        public: value.flag("public").unwrap_or(false),
    })
}

impl Reading<'_> {
    /// The contacts of a key: ids of records, which must exist, or contacts written in place.
    pub fn contacts(&mut self, key: &str) -> Vec<Contact> {
        let mut contacts = Vec::new();
        let Some(value) = self.value.get(key) else {
            return contacts;
        };
        for (index, item) in value.items().iter().enumerate() {
            let path = || {
                let mut path = vec![Step::from(key)];
                path.extend(matches!(value, Value::List(_)).then_some(Step::Item(index)));
                path
            };
            let Some(id) = item.as_text() else {
                check_contact(item, &self.at, &path(), self.found);
                contacts.push(contact(item));
                continue;
            };
            match self.records.contacts.get(id) {
                Some(_) => {
                    let now = self.records.contact_now(id);
                    let now_id = now.and_then(|record| record.id.as_deref());
                    if now_id != Some(id) {
                        let finding = retired("retired-contact", "contact", id, now_id).at(self.at.value(&path()));
                        self.found.push(self.at.mend(finding, &path(), now_id.map(str::to_owned)));
                    }
                    contacts.extend(now.filter(|now| !contacts.contains(now)).cloned());
                }
                None if self.records.is_partial => {}
                None => {
                    let names = self.records.contacts.keys().map(String::as_str);
                    self.found.push(
                        Diagnostic::error("unknown-contact", format!("there is no contact called `{id}`"))
                            .at(self.at.value(&path()))
                            .help(did_you_mean_help(id, names).unwrap_or_else(|| {
                                "add it to content/data/contacts.yaml, or write the contact here: `{ phone: …, email: … }`".into()
                            })),
                    );
                }
            }
        }
        contacts
    }

    /// The languages that staff speak, by code or name.
    pub fn spoken(&mut self) -> Vec<String> {
        check_spoken(self.value, &self.at, &[], self.found);
        self.value.texts("languages")
    }

    /// The places of a key.
    pub fn places(&mut self, key: &str) -> Vec<Place> {
        let Some(value) = self.value.get(key) else { return Vec::new() };
        let is_list = matches!(value, Value::List(_));
        let path =
            |index| std::iter::once(Step::from(key)).chain(is_list.then_some(Step::Item(index))).collect::<Vec<_>>();
        value.items().iter().enumerate().map(|(index, item)| self.place(item, &path(index))).collect()
    }

    /// A place. Of a hidden one only name, access and hours are read: see [`Place::hidden`]. A position that cannot be
    /// right is left out, so that nobody is sent there.
    pub(super) fn place(&mut self, value: &Value, path: &[Step]) -> Place {
        let mut place = place(value);
        let (Some(lat), Some(lon)) = (place.lat, place.lon) else { return place };
        let is_british = self.settings.organisation.country.eq_ignore_ascii_case("GB");
        let is_possible = |point: Point| match is_british {
            true => point.is_in_the_uk(),
            false => (-90.0..=90.0).contains(&point.lat) && (-180.0..=180.0).contains(&point.lon),
        };
        if !is_possible(Point { lat, lon }) {
            (place.lat, place.lon) = (None, None);
            let what = if is_british { "in the United Kingdom" } else { "a place on the Earth" };
            let help = match is_possible(Point { lat: lon, lon: lat }) {
                true => format!("they have changed places: write `lat: {lon}, lon: {lat}`"),
                false => "look the place up on a map, or take both away: then it is where its postcode is".to_owned(),
            };
            let finding = Diagnostic::warning("misplaced-place", format!("lat {lat} and lon {lon} are not {what}"));
            let at = self.at.key(&[path, &[Step::from("lat")]].concat());
            self.found.push(finding.at(at).help(help).note("readers do not see this position"));
        }
        place
    }

    /// A day, or a moment by the clock on the wall.
    pub fn time(&self, key: &str) -> Option<EventTime> {
        let text = self.value.text(key)?;
        match text.parse::<DateTime>() {
            Ok(moment) if text.len() > 10 => Some(EventTime::Moment(moment)),
            _ => self.value.date(key).map(EventTime::Day),
        }
    }

    /// A day that the type cannot do without; a finding and the day of the build stand in for a missing one.
    pub fn needed_date(&mut self, key: &str, what: &str) -> Date {
        self.value.date(key).unwrap_or_else(|| {
            self.missing(key, what, "2026-10-03");
            self.today
        })
    }

    /// Reports a key that the type cannot do without.
    pub fn missing(&mut self, key: &str, what: &str, example: &str) {
        self.found.push(
            Diagnostic::error("missing-key", format!("{what} needs `{key}`"))
                .at(self.at.range(0..0))
                .help(format!("write a line such as `{key}: {example}` at the top of the page")),
        );
    }
}

/// Reads a link to apply or to book; nothing without an address.
pub(super) fn apply(value: &Value) -> Option<Apply> {
    let url = value.text("url")?;
    Some(Apply { label: value.text("label").unwrap_or_else(|| url.clone()), url })
}

fn place(value: &Value) -> Place {
    // Anything but a plain false hides: a mistyped "flase" must not publish the address of a refuge.
    let hidden = match value.entries().iter().find(|(key, _)| key == "hidden") {
        None => false,
        Some((_, written)) => !matches!(written, Value::Flag(false)),
    };
    let open = !hidden;
    let text = |key: &str| if open { value.text(key) } else { None };
    Place {
        name: value.text("name"),
        address: text("address"),
        town: text("town"),
        postcode: text("postcode"),
        lat: if open { value.number("lat") } else { None },
        lon: if open { value.number("lon") } else { None },
        access: value.texts("access"),
        hours: value.text("hours"),
        hidden,
        kept_back: if hidden {
            ["address", "postcode", "lat", "lon"].iter().filter_map(|key| value.text(key)).collect()
        } else {
            Vec::new()
        },
    }
}
