//! Opening times in the reader's words, and for the script that says "Open now" as times that it can compare.

use serde_json::{Value, json};

use crate::config::Settings;
use crate::model::{Closed, Hours, HoursRow, Opening, Service, Site, Status};
use crate::render::messages::Messages;

/// For how many days after the build the script may say what is open: a year, by which time the site was made again or
/// nobody looks after it.
const KNOWN: i64 = 366;

/// Opening times as people read them: a sentence as it was written, or rows of days and times.
pub fn words(messages: &Messages, code: &str, hours: &Hours) -> Value {
    match hours {
        Hours::Words(words) => json!({ "text": words, "rows": [] }),
        Hours::Rows(rows) => {
            let rows = rows.iter().map(|row| {
                let (days, times) = row_words(messages, code, row);
                json!({ "days": days, "times": times, "note": note(messages, code, row) })
            });
            json!({ "text": null, "rows": rows.collect::<Vec<_>>() })
        }
    }
}

/// Whether all of the opening times can be said in the words of any language.
pub fn is_read(hours: &Hours) -> bool {
    match hours {
        Hours::Words(_) => false,
        Hours::Rows(rows) => rows.iter().all(|row| row.opening.is_some()),
    }
}

/// Opening times in one line, and whether they are in the language's own words.
pub fn line(messages: &Messages, code: &str, hours: &Hours) -> (String, bool) {
    match hours {
        Hours::Words(words) => (words.clone(), false),
        Hours::Rows(rows) => {
            let words = rows.iter().map(|row| {
                let (days, times) = row_words(messages, code, row);
                [Some(days), Some(times), note(messages, code, row)]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            let words: Vec<String> = words.collect();
            (words.join("; "), is_read(hours))
        }
    }
}

/// A row's days and times; what cannot be read stands as it was written.
fn row_words(messages: &Messages, code: &str, row: &HoursRow) -> (String, String) {
    let Some(opening) = row.opening else {
        let times = if row.to.is_empty() { row.from.clone() } else { format!("{} to {}", row.from, row.to) };
        return (row.days.clone(), times);
    };
    let clock = |minute| messages.clock(code, minute);
    let times = match (opening.from, opening.to - opening.from) {
        (0, 1440) => messages.text(code, "all_day"),
        _ => messages.with(code, "from_to", &[("from", &clock(opening.from)), ("to", &clock(opening.to))]),
    };
    (days(messages, code, opening.days), times)
}

/// Days of the week: those that follow one another from the first to the last, three of them or more.
fn days(messages: &Messages, code: &str, days: u8) -> String {
    if days == 0b111_1111 {
        return messages.text(code, "every_day");
    }
    let name = |day: i8| messages.weekday(code, day);
    let mut parts = Vec::new();
    let mut day = 0;
    while day < 7 {
        let last = (day..7).take_while(|next| days >> next & 1 == 1).last();
        match last {
            None => {}
            Some(last) if last > day + 1 => {
                parts.push(messages.with(code, "days_from_to", &[("from", &name(day)), ("to", &name(last))]));
            }
            Some(last) => parts.extend((day..=last).map(name)),
        }
        day = last.unwrap_or(day) + 1;
    }
    parts.join(&messages.text(code, "list_comma"))
}

/// How often, and whether in school terms only.
fn note(messages: &Messages, code: &str, row: &HoursRow) -> Option<String> {
    let every = row.every.as_ref().map(|every| match row.weeks() {
        Some(count) => {
            let mut args = fluent_bundle::FluentArgs::new();
            args.set("count", i64::from(count));
            messages.format(code, "every_weeks", Some(&args)).unwrap_or_else(|| every.clone())
        }
        None => messages.with(code, "every", &[("time", every)]),
    });
    let term = row.term_time.then(|| messages.text(code, "term_time"));
    let notes: Vec<String> = every.into_iter().chain(term).collect();
    (!notes.is_empty()).then(|| notes.join(&messages.text(code, "list_comma")))
}

/// When something is closed: bank holidays, a day or a span of days; anything else as it was written.
pub fn closed(messages: &Messages, code: &str, closed: &Closed) -> String {
    let day = |day| messages.date(code, day);
    match closed {
        Closed::BankHolidays => messages.text(code, "bank_holidays"),
        Closed::Days(first, last) if first == last => day(*first),
        Closed::Days(first, last) => messages.with(code, "from_to", &[("from", &day(*first)), ("to", &day(*last))]),
        Closed::Words(words) => words.clone(),
    }
}

/// What the script compares with the clock: `open`, a row each as `DAYS|from|to|words|words` in minutes after midnight,
/// with `?` behind one that holds only in some weeks; `shut`, the spans of days without any; `until`, the last day of
/// which all that is known. Nothing where some of it is known to people alone: times or closed days in words, bank
/// holidays without `data/bank-holidays.yaml`, a service that is not open, a country without a clock of its own here.
pub fn of_service(messages: &Messages, site: &Site, code: &str, service: &Service) -> Option<Value> {
    let Hours::Rows(rows) = service.hours.as_ref().filter(|_| service.status == Status::Open)? else {
        return None;
    };
    let mut until = site.today.saturating_add(jiff::Span::new().days(KNOWN));
    let mut shut = Vec::new();
    for closed in &service.closed {
        match closed {
            Closed::Words(_) => return None,
            Closed::Days(first, last) => shut.push((*first, *last)),
            Closed::BankHolidays => {
                until = until.min(holidays_known_until(site)?);
                shut.extend(site.records.bank_holidays.iter().map(|day| (*day, *day)));
            }
        }
    }
    shut.retain(|(first, last)| *last >= site.today && *first <= until);
    shut.sort_unstable();
    let shut =
        shut.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}/{last}") });
    Some(json!({
        "open": rows_for_script(messages, &site.settings, code, rows)?,
        "shut": shut.collect::<Vec<_>>().join(" "),
        "until": until.to_string(),
    }))
}

/// The end of the last year, from this one on without a gap, of which bank holidays are written down: a year is known
/// whole or not at all. Nothing where this year's are not.
fn holidays_known_until(site: &Site) -> Option<jiff::civil::Date> {
    let is_known = |year: &i16| site.records.bank_holidays.iter().any(|day| day.year() == *year);
    let year = (site.today.year()..).take_while(is_known).last()?;
    Some(jiff::civil::Date::constant(year, 12, 31))
}

/// The rows of opening times as the script reads them; nothing where one of them is in words.
pub fn rows_for_script(messages: &Messages, settings: &Settings, code: &str, rows: &[HoursRow]) -> Option<String> {
    if !settings.keeps_london_time() {
        return None;
    }
    let clock = |minute| messages.clock(code, minute);
    let row = |row: &HoursRow| {
        let Opening { days, from, to } = row.opening?;
        let days: String = (0..7).filter(|day| days >> day & 1 == 1).map(|day| char::from(b'1' + day)).collect();
        let unsure = if row.every.is_some() || row.term_time { "|?" } else { "" };
        Some(format!("{days}|{from}|{to}|{}|{}{unsure}", clock(from), clock(to)))
    };
    Some(rows.iter().map(row).collect::<Option<Vec<_>>>()?.join(";"))
}
