//! One service of the standard as our facts; docs/open-data.md says the same the other way round.

use serde_json::Value as Json;

use super::Object;
use super::reader::Reader;
use super::times::is_at_place;
use crate::data::{Figure, Value, figures};
use crate::exchange::Problem;
use crate::exchange::incoming::{Incoming, NewProvider};
use crate::exchange::words::{as_markdown, first_sentence};
use crate::model::{Uuid, fold};

/// What stands before the day of the next change, to come or gone by.
const CHANGES: [&str; 2] = [" until ", ", expected to change on "];
const COST_KINDS: [&str; 5] = ["free", "paid", "means-tested", "donation", "depends"];

impl Reader<'_> {
    /// The service, and the record of its provider where more than a name is known of it; nothing for one without a name.
    pub(super) fn service(mut self, mut service: Object) -> Option<(Incoming, Option<NewProvider>)> {
        let Some(name) = self.text(&mut service, "name") else {
            let why = "it has no `name`, which the standard requires, and no page was made of it";
            self.problems.push(Problem::error(self.place.clone(), why));
            return None;
        };
        let id = self.text(&mut service, "id");
        let uuid = id.as_deref().and_then(Uuid::read);
        match (&id, uuid) {
            (None, _) => self.warn("it has no `id`, which the standard requires; it gets one of its own"),
            (Some(id), None) => self.warn(&format!("its id `{id}` is no UUID; it gets one of its own")),
            _ => {}
        }
        self.say("title", name.clone());
        if let Some(uuid) = uuid {
            self.say("id", uuid.to_string());
        }
        let body = self.description(&mut service);
        self.status(&mut service);
        self.simple(&mut service);
        self.cost(&mut service);
        let provider = self.provider(&mut service);
        self.terms(&mut service);
        let schedules = self.objects(&mut service, "schedules");
        let elsewhere = self.places(&mut service, &schedules);
        self.hours(schedules.into_iter().filter(|row| !is_at_place(row)).collect(), elsewhere);
        let stem = self.contacts(&mut service, &name);
        for (key, value) in service {
            if key == "organization_id" {
                continue;
            }
            self.keep(&key, value);
        }
        let front = Value::Table(std::mem::take(&mut self.front));
        let key = id.unwrap_or_else(|| fold(&name));
        let incoming = Incoming {
            place: self.place.clone(),
            key,
            title: name,
            id: uuid,
            stem,
            cells: self.keys.cells(&front),
            notes: std::mem::take(&mut self.notes),
            body: body.as_deref().map(as_markdown),
            doubts: std::mem::take(&mut self.doubts),
            ..Incoming::default()
        };
        Some((incoming, provider))
    }

    /// A short description is the summary; of a long one the first sentence, and the rest is the text of the page.
    fn description(&mut self, service: &mut Object) -> Option<String> {
        let text = self.text(service, "description")?;
        if text.chars().count() <= 400 && !text.contains('\n') {
            self.say("summary", text);
            return None;
        }
        let Some((first, rest)) = first_sentence(&text, 400) else { return Some(text) };
        self.say("summary", first.to_owned());
        Some(rest.to_owned())
    }

    fn status(&mut self, service: &mut Object) {
        let alert = self.text(service, "alert").unwrap_or_default();
        let status = self.text(service, "status");
        let starts = |word: &str| {
            alert == format!("{word}.")
                || alert.starts_with(&format!("{word}. "))
                || CHANGES.iter().any(|change| alert.starts_with(&format!("{word}{change}")))
        };
        let (ours, word) = match status.as_deref() {
            Some("active") if starts("Full") => ("full", "Full"),
            Some("active") => ("open", ""),
            Some("temporarily closed") => ("closed for now", "Closed"),
            Some("defunct") => ("ended", "Ended"),
            Some("inactive") => {
                self.warn("`inactive` is taken as closed for now");
                ("closed for now", "Closed")
            }
            Some(other) => {
                self.wrong(
                    "status",
                    &Json::String(other.to_owned()),
                    "active, inactive, defunct or temporarily closed may",
                );
                ("open", "")
            }
            None => {
                self.warn("it has no `status`, which the standard requires; it is taken as open");
                ("open", "")
            }
        };
        if ours != "open" {
            self.say("status", ours.to_owned());
        }
        let mut note = alert.as_str();
        if !word.is_empty() && starts(word) {
            note = &note[word.len()..];
            if let Some(rest) = CHANGES.iter().find_map(|change| note.strip_prefix(change))
                && let Some(until) = rest.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok())
            {
                self.say("until", until.to_owned());
                note = &rest[10..];
            }
            note = note.strip_prefix('.').unwrap_or(note).trim();
        }
        if !note.is_empty() {
            self.say("status_note", note.to_owned());
        }
    }

    /// What stands in one key here and there.
    fn simple(&mut self, service: &mut Object) {
        for (theirs, ours) in [("eligibility_description", "who_for"), ("application_process", "how_to_get")] {
            if let Some(words) = self.text(service, theirs) {
                self.say(ours, words);
            }
        }
        let from = self.number_within(service, "minimum_age", 0.0, 150.0);
        let to = self.number_within(service, "maximum_age", 0.0, 150.0);
        let ages = [("from", from), ("to", to)];
        let ages: Vec<(String, Value)> =
            ages.into_iter().filter_map(|(key, age)| Some((key.to_owned(), age?))).collect();
        if !ages.is_empty() {
            self.front.push(("ages".into(), Value::Table(ages)));
        }
        if let Some(about) = self.text(service, "wait_time") {
            self.front.push(("waiting".into(), Value::Table(vec![("about".into(), Value::Text(about))])));
        }
        if let Some(access) = self.text(service, "interpretation_services") {
            match access.strip_prefix("BSL: ") {
                Some(access) => self.say("bsl_access", access.to_owned()),
                None => self.note("interpretation_services", Value::Text(access)),
            }
        }
        let reviewed = self.date(service, "assured_date");
        let changed = self.date(service, "last_modified").filter(|day| reviewed.as_ref() != Some(day));
        for (key, day) in [("reviewed", reviewed), ("updated", changed)] {
            if let Some(day) = day {
                self.say(key, day);
            }
        }
        if let Some(email) = self.text(service, "assurer_email") {
            match self.known.owners.iter().find(|(_, known)| fold(known) == fold(&email)) {
                Some((role, _)) => self.say("owner", role.clone()),
                None => self.note("assurer_email", Value::Text(email)),
            }
        }
        let languages: Vec<Value> =
            self.objects(service, "languages").into_iter().filter_map(|language| self.language(language)).collect();
        if !languages.is_empty() {
            self.front.push(("languages".into(), Value::List(languages)));
        }
    }

    pub(super) fn language(&mut self, mut language: Object) -> Option<Value> {
        let code = self.text(&mut language, "code");
        let name = self.text(&mut language, "name");
        self.rest("languages", language, &["service_id", "phone_id"]);
        code.or(name).map(Value::Text)
    }

    fn cost(&mut self, service: &mut Object) {
        let fees = self.text(service, "fees");
        let mut kind = None;
        let mut words: Vec<String> = Vec::new();
        for mut option in self.objects(service, "cost_options") {
            let own = self.text(&mut option, "option");
            let said = self.text(&mut option, "amount_description");
            let amount = self.number(&mut option, "amount");
            let currency = self.text(&mut option, "currency").filter(|currency| currency != "GBP");
            self.rest("cost_options", option, &["service_id"]);
            let is_kind = own.as_ref().is_some_and(|own| COST_KINDS.contains(&own.as_str()));
            if is_kind {
                kind = kind.or(own);
            } else if let Some(own) = own {
                words.push(own);
            }
            let amount = amount.and_then(|amount| amount.as_number());
            let is_told = |amount: f64| [&said, &fees].into_iter().flatten().any(|words| tells(words, amount));
            let is_free = is_kind && kind.as_deref() == Some("free");
            if let Some(amount) = amount.filter(|amount| !(is_told(*amount) || is_free && *amount == 0.0)) {
                let digits = if amount.fract() == 0.0 { format!("{amount}") } else { format!("{amount:.2}") };
                words.push(currency.as_ref().map_or(format!("£{digits}"), |currency| format!("{digits} {currency}")));
            }
            words.extend(said.filter(|said| fees.as_ref() != Some(said)));
        }
        let words = (!words.is_empty()).then(|| words.join(" "));
        let text = match (fees, words) {
            (Some(fees), Some(words)) => Some(format!("{fees}. {words}")),
            (fees, words) => fees.or(words),
        };
        let Some(text) = text else { return };
        match kind {
            Some(kind) if kind == "free" && text.to_lowercase().starts_with("free") => self.say("cost", text),
            Some(kind) => {
                let table = vec![("kind".to_owned(), Value::Text(kind)), ("amount".to_owned(), Value::Text(text))];
                self.front.push(("cost".into(), Value::Table(table)));
            }
            None => self.say("cost", text),
        }
    }
}

/// Whether words name an amount of money.
fn tells(words: &str, amount: f64) -> bool {
    let is_it = |pence: u64| pence as f64 == (amount * 100.0).round();
    figures(words).iter().any(|(figure, _)| matches!(figure, Figure::Price(pence) if is_it(*pence)))
        || amount == 0.0 && fold(words).starts_with("free")
}
