//! When a service can be used: rules of a week as rows, everything else in words.

use serde_json::Value as Json;

use super::Object;
use super::reader::Reader;
use crate::data::{Hours, Opening, Value, hours};

const GIVEN: [&str; 6] = ["in person", "phone", "online", "at home", "video", "post"];
const DAYS: [(&str, &str); 7] =
    [("MO", "Mon"), ("TU", "Tue"), ("WE", "Wed"), ("TH", "Thu"), ("FR", "Fri"), ("SA", "Sat"), ("SU", "Sun")];
/// What a row of ours says of a schedule.
const RULE: [&str; 5] = ["freq", "interval", "byday", "opens_at", "closes_at"];
const OWNERS: [&str; 3] = ["service_id", "location_id", "service_at_location_id"];

impl Reader<'_> {
    /// Opening times: rows where they are rules of a week, else words. `elsewhere` are those of places that are not there.
    pub(super) fn hours(&mut self, mut schedules: Vec<Object>, elsewhere: Vec<Object>) {
        self.attending(&mut schedules);
        self.closed(&mut schedules);
        let is_many = schedules.len() > 1;
        let has_rule = schedules.iter().any(|row| row.contains_key("freq"));
        let rows: Option<Vec<Row>> =
            (has_rule || is_many).then(|| schedules.iter().map(|row| hours_row(row, is_many)).collect()).flatten();
        match rows.filter(|rows| !rows.is_empty()) {
            Some(rows) => {
                let values = rows.into_iter().zip(schedules).map(|(row, mut schedule)| {
                    RULE.iter().for_each(|key| drop(schedule.remove(*key)));
                    if row.is_described {
                        schedule.remove("description");
                    }
                    self.rest("schedules", schedule, &OWNERS);
                    row.value
                });
                let values = values.collect();
                self.front.push(("hours".into(), Value::List(values)));
            }
            None => {
                let words = schedules.into_iter().map(|row| self.words_of(row)).filter(|words| !words.is_empty());
                let words: Vec<String> = words.collect();
                if !words.is_empty() {
                    self.say("hours", words.join("; "));
                }
            }
        }
        elsewhere.into_iter().for_each(|row| self.rest("schedules", row, &OWNERS));
    }

    /// How it is given: what its schedules say together.
    fn attending(&mut self, schedules: &mut [Object]) {
        let mut given: Vec<Value> = Vec::new();
        for words in self.each(schedules, "attending_type") {
            let known: Option<Vec<Value>> =
                words.split(", ").map(|word| GIVEN.contains(&word).then(|| Value::Text(word.to_owned()))).collect();
            match known {
                Some(known) => known.into_iter().for_each(|word| {
                    if !given.contains(&word) {
                        given.push(word);
                    }
                }),
                None => self.note("attending_type", Value::Text(words)),
            }
        }
        if !given.is_empty() {
            self.front.push(("given".into(), Value::List(given)));
        }
    }

    fn closed(&mut self, schedules: &mut [Object]) {
        let is_day = |text: &str| text.parse::<jiff::civil::Date>().is_ok();
        let item = |words: &str| match words.split_once(" to ") {
            Some((from, to)) if is_day(from) && is_day(to) => format!("{from}..{to}"),
            _ => words.to_owned(),
        };
        let mut items: Vec<Value> = Vec::new();
        for notes in self.each(schedules, "notes") {
            match notes.strip_prefix("Closed: ") {
                Some(closed) if items.is_empty() => {
                    items.extend(closed.split(", ").map(|words| Value::Text(item(words))));
                }
                _ => self.note("schedule notes", Value::Text(notes)),
            }
        }
        if !items.is_empty() {
            self.front.push(("closed".into(), Value::List(items)));
        }
    }

    /// What schedules have under a key, each once: what is true of all of them stands in each.
    fn each(&mut self, schedules: &mut [Object], key: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for row in schedules {
            if let Some(words) = self.text(row, key).filter(|words| !all.contains(words)) {
                all.push(words);
            }
        }
        all
    }

    /// A schedule in words: as it was described, else by its days and times. A rule that the words do not tell is noted.
    pub(super) fn words_of(&mut self, mut row: Object) -> String {
        let known = hours_row(&row, false);
        let described = self.text(&mut row, "description");
        if known.as_ref().is_some_and(|known| known.is_described || described.is_none()) {
            RULE.iter().for_each(|key| drop(row.remove(*key)));
        }
        let words = described.or_else(|| {
            let value = known?.value;
            let every = value.text("every").map(|every| format!(", every {every}")).unwrap_or_default();
            Some(format!("{}, {} to {}{every}", value.text("days")?, value.text("from")?, value.text("to")?))
        });
        self.rest("schedules", row, &OWNERS);
        words.unwrap_or_default()
    }
}

pub(super) fn is_at_place(row: &Object) -> bool {
    row.get("service_at_location_id").is_some_and(|id| !id.is_null())
}

/// A row of opening times.
#[derive(Debug)]
struct Row {
    value: Value,
    /// Whether it says all that the schedule's description says.
    is_described: bool,
}

/// A schedule as a row: in the words it is described in where these are such a row, else by its rule. Among several,
/// a row may be on days that no machine knows.
fn hours_row(row: &Object, is_one_of_many: bool) -> Option<Row> {
    let by_rule = rule(row);
    let described = row.get("description").and_then(Json::as_str).and_then(row_in_words).filter(|value| {
        let (words, rule) = (opening(value), by_rule.as_ref().and_then(opening));
        match (words, rule) {
            (Some(words), Some(rule)) => words == rule,
            (Some(_), None) => !row.contains_key("freq"),
            (None, _) => is_one_of_many && !row.contains_key("freq"),
        }
    });
    let is_described = described.is_some();
    described.or(by_rule).map(|value| Row { value, is_described })
}

/// The rule of a week.
fn rule(row: &Object) -> Option<Value> {
    let at = |key: &str| row.get(key).and_then(Json::as_str).map(time);
    let mut made = vec![("days", days_of(row)?), ("from", at("opens_at")?), ("to", at("closes_at")?)];
    match row.get("interval").and_then(Json::as_u64) {
        Some(weeks) if weeks > 1 => made.push(("every", format!("{weeks} weeks"))),
        _ => {}
    }
    let value = Value::Table(made.into_iter().map(|(key, words)| (key.to_owned(), Value::Text(words))).collect());
    let is_weekly = row.get("freq").and_then(Json::as_str) == Some("WEEKLY");
    (is_weekly && opening(&value).is_some()).then_some(value)
}

fn opening(row: &Value) -> Option<Opening> {
    match hours(&Value::List(vec![row.clone()])) {
        Hours::Rows(rows) => rows.first()?.opening,
        Hours::Words(_) => None,
    }
}

/// Reads `Mon, Wed, 9am to 5pm, every 2 weeks, in school terms only`, which is how a row is described.
fn row_in_words(words: &str) -> Option<Value> {
    let term_time = words.strip_suffix(", in school terms only");
    let rest = term_time.unwrap_or(words);
    let every = rest.rsplit_once(", every ").filter(|(before, _)| before.contains(" to "));
    let (before, every) = every.map_or((rest, None), |(before, every)| (before, Some(every)));
    let (days, times) = before.rsplit_once(", ")?;
    let (from, to) = times.split_once(" to ")?;
    let text = |key: &str, words: &str| (key.to_owned(), Value::Text(words.to_owned()));
    // Only what has times that can be read is one.
    opening(&Value::Table(vec![text("days", "Mon"), text("from", from), text("to", to)]))?;
    let mut row = vec![text("days", days), text("from", from), text("to", to)];
    row.extend(every.map(|every| text("every", every)));
    row.extend(term_time.map(|_| ("term_time".to_owned(), Value::Flag(true))));
    Some(Value::Table(row))
}

/// The days of a rule of the week.
fn days_of(row: &Object) -> Option<String> {
    let written = row.get("byday")?.as_str()?;
    let name = |day: &str| DAYS.iter().find(|(code, _)| *code == day.trim()).map(|(_, name)| *name);
    let days: Option<Vec<&str>> = written.split(',').map(name).collect();
    days.filter(|days| !days.is_empty()).map(|days| days.join(", "))
}

/// A time such as `09:00:00` as people write it. The last second of a day is its end.
fn time(text: &str) -> String {
    let mut parts = text.split(':');
    match (parts.next(), parts.next()) {
        (Some("23"), Some("59")) => "midnight".to_owned(),
        (Some(hour), Some(minute)) => format!("{hour}:{}", minute.get(..2).unwrap_or(minute)),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(row: Json, is_one_of_many: bool) -> Option<(String, bool)> {
        let Json::Object(row) = row else { return None };
        let row = hours_row(&row, is_one_of_many)?;
        let entries = row.value.entries().iter();
        let words = entries.map(|(key, value)| match value {
            Value::Flag(flag) => format!("{key}={flag}"),
            value => format!("{key}={}", value.as_text().unwrap_or("?")),
        });
        Some((words.collect::<Vec<_>>().join(" "), row.is_described))
    }

    fn some(words: &str, is_described: bool) -> Option<(String, bool)> {
        Some((words.to_owned(), is_described))
    }

    #[test]
    fn a_rule_is_a_row_in_the_words_that_describe_it() {
        let rule = |days: &str, description: &str| {
            json!({ "freq": "WEEKLY", "byday": days, "interval": 2, "opens_at": "09:00:00", "closes_at": "23:59:59",
                "description": description })
        };
        assert_eq!(
            read(rule("MO,WE", "Mon, Wed, 9am to midnight, every 2 weeks, in school terms only"), false),
            some("days=Mon, Wed from=9am to=midnight every=2 weeks term_time=true", true)
        );
        // Words that say something else, or more, are kept beside it.
        let by_rule = |days: &str| some(&format!("days={days} from=09:00 to=midnight every=2 weeks"), false);
        assert_eq!(read(rule("TU", "Mon, Wed, 9am to midnight"), false), by_rule("Tue"));
        assert_eq!(read(rule("TU,TH", "Weekdays. Not on bank holidays."), true), by_rule("Tue, Thu"));
    }

    #[test]
    fn what_no_machine_knows_is_a_row_among_others_alone() {
        let words = json!({ "description": "first Saturday of the month, 10am to noon" });
        assert_eq!(read(words.clone(), false), None);
        assert_eq!(read(words, true), some("days=first Saturday of the month from=10am to=noon", true));
        assert_eq!(read(json!({ "description": "By appointment, from Easter to Christmas" }), true), None);
        for other in [
            json!({ "freq": "MONTHLY", "byday": "1MO", "opens_at": "09:00:00", "closes_at": "10:00:00" }),
            json!({ "freq": "WEEKLY", "byday": "XX", "opens_at": "09:00:00", "closes_at": "10:00:00" }),
            json!({ "freq": "WEEKLY", "byday": "MO", "opens_at": "soon", "closes_at": "10:00:00" }),
            json!({ "freq": "WEEKLY", "byday": 5, "opens_at": [], "closes_at": null }),
        ] {
            assert_eq!(read(other.clone(), true), None, "{other}");
        }
    }
}
