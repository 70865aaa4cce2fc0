//! Opening times as people write them, and what of them a machine can know: days of the week, times of the day, and days
//! on which something is closed.
//!
//! What cannot be read stays as it was written, and is reported; nobody is then told that a place is open now.

use jiff::civil::Date;

use super::check::sure_date;
use super::{Field, Kind, Located, Step, Value};
use crate::diagnostic::Diagnostic;

/// Opening times.
#[derive(Clone, Debug, PartialEq)]
pub enum Hours {
    /// In words.
    Words(String),
    /// As rows.
    Rows(Vec<HoursRow>),
}

/// One row of opening times.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HoursRow {
    /// Days as written, such as `Mon-Fri`.
    pub days: String,
    /// When it opens, such as `9am`.
    pub from: String,
    /// When it closes.
    pub to: String,
    /// How often, such as `2 weeks`.
    pub every: Option<String>,
    /// Whether only in school terms.
    pub term_time: bool,
    /// The days and times as a machine reads them; nothing where one of them cannot be read.
    pub opening: Option<Opening>,
}

impl HoursRow {
    /// Every how many weeks it holds; nothing where `every` says something else.
    pub fn weeks(&self) -> Option<u16> {
        let every = self.every.as_ref()?;
        every.strip_suffix("weeks").or(every.strip_suffix("week"))?.trim().parse().ok()
    }
}

/// A row of opening times as a machine reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// A bit for each day, Monday first.
    pub days: u8,
    /// When it opens, in minutes after midnight.
    pub from: u16,
    /// When it closes, in minutes after the midnight before it opens: more than 1440 is the next morning.
    pub to: u16,
}

/// When something is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// On bank holidays.
    BankHolidays,
    /// From a day up to a day, both included.
    Days(Date, Date),
    /// At times that only a person can read.
    Words(String),
}

/// The keys of a row of opening times.
pub const HOURS_ROW: &[Field] = &[
    Field { name: "days", kind: Kind::Text, doc: "Days, such as `Mon-Fri` or `Tue, Thu`." },
    Field { name: "from", kind: Kind::Text, doc: "When it opens, such as `9am`." },
    Field { name: "to", kind: Kind::Text, doc: "When it closes, such as `5.30pm`." },
    Field { name: "every", kind: Kind::Text, doc: "How often, such as `2 weeks`." },
    Field { name: "term_time", kind: Kind::Flag, doc: "Whether only in school terms." },
];

/// Reads opening times: a sentence stays one, rows are read as far as they can be.
pub fn hours(value: &Value) -> Hours {
    match value.as_text() {
        Some(words) => Hours::Words(words.to_owned()),
        None => Hours::Rows(value.items().iter().map(row).collect()),
    }
}

fn row(value: &Value) -> HoursRow {
    let text = |key: &str| value.text(key).unwrap_or_default();
    let (days, from, to) = (text("days"), text("from"), text("to"));
    let opening = opening(&days, &from, &to);
    let term_time = value.flag("term_time").unwrap_or(false);
    HoursRow { days, from, to, every: value.text("every"), term_time, opening }
}

fn opening(days: &str, from: &str, to: &str) -> Option<Opening> {
    let (days, from, to) = (weekdays(days)?, minute(from)?, minute(to)?);
    if is_odd(from, to) {
        return None;
    }
    let to = if to <= from { to + DAY } else { to };
    Some(Opening { days, from, to })
}

/// Whether a night would be so long that `am` and `pm` were probably mixed up.
fn is_odd(from: u16, to: u16) -> bool {
    to <= from && to > 0 && to + DAY - from > LONGEST_NIGHT
}

const DAY: u16 = 24 * 60;
/// Nobody writes a night of more than 16 hours on purpose.
const LONGEST_NIGHT: u16 = 16 * 60;

/// How people shorten it, and not from its beginning.
const WEDS: &str = "weds";

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads days of the week, such as `Mon-Fri`, `Tuesday and Thursday`, `every day`, as a bit for each, Monday first.
pub fn weekdays(text: &str) -> Option<u8> {
    let text = text.to_lowercase();
    match text.trim() {
        "every day" | "daily" | "all week" => return Some(0b111_1111),
        "weekdays" => return Some(0b001_1111),
        "weekends" => return Some(0b110_0000),
        _ => {}
    }
    let mut days = 0;
    let text = text.replace(" and ", ",").replace(['&', '/', ';'], ",").replace(" to ", "-").replace(['–', '—'], "-");
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (first, last) = match part.split_once('-') {
            Some((first, last)) => (weekday(first)?, weekday(last)?),
            None => (weekday(part)?, weekday(part)?),
        };
        let count = (last + 7 - first) % 7;
        (0..=count).for_each(|step| days |= 1 << ((first + step) % 7));
    }
    (days != 0).then_some(days)
}

fn weekday(word: &str) -> Option<usize> {
    let word = word.trim().trim_end_matches('.');
    if word == WEDS {
        return Some(2);
    }
    let singular = word.strip_suffix('s').filter(|rest| rest.ends_with("day")).unwrap_or(word);
    let is_it = |name: &str| singular.len() >= 3 && name.starts_with(singular);
    NAMES.iter().position(|name| is_it(name))
}

/// Reads a time of the day, such as `9am`, `5.30pm`, `17:30`, `midday`, as minutes after midnight. A number alone might be
/// morning or evening, and is none.
pub fn minute(text: &str) -> Option<u16> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "midday" | "noon" => return Some(12 * 60),
        "midnight" => return Some(0),
        _ => {}
    }
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim(), Some(0)),
        (_, Some(digits)) => (digits.trim(), Some(12)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = digits.split_once(['.', ':']).unwrap_or((digits, "00"));
    let number = |digits: &str| digits.parse::<u16>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let (hour, minute) = (number(hour)?, number(minute).filter(|_| minute.len() == 2)?);
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None if digits.contains(':') && hour < 24 => hour,
        _ => return None,
    };
    (minute < 60).then_some(hour * 60 + minute)
}

/// A time that cannot be read, written so that it can, where only one can be meant.
fn sure_time(text: &str) -> Option<String> {
    let bare: String = text.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let bare = match bare.as_str() {
        "12noon" | "12midday" => return Some("midday".into()),
        "12midnight" => return Some("midnight".into()),
        _ => bare.replace("a.m.", "am").replace("p.m.", "pm").replace("a.m", "am").replace("p.m", "pm"),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let written = match bare.split_once(['.', 'h']) {
        // Nobody writes hours beyond noon for a morning.
        Some((hour, minute))
            if is_digits(hour) && is_digits(minute) && hour.parse::<u8>().is_ok_and(|hour| hour > 12) =>
        {
            format!("{hour}:{minute}")
        }
        None if bare.len() == 4 && is_digits(&bare) => format!("{}:{}", &bare[..2], &bare[2..]),
        _ => bare,
    };
    (minute(text).is_none() && minute(&written).is_some()).then_some(written)
}

/// Reads when something is closed.
pub fn closed(text: &str) -> Closed {
    let text = text.trim();
    if ["bank holidays", "bank holiday"].contains(&text.to_lowercase().as_str()) {
        return Closed::BankHolidays;
    }
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    match (first.trim().parse::<Date>(), last.trim().parse::<Date>()) {
        (Ok(first), Ok(last)) if first <= last => Closed::Days(first, last),
        _ => Closed::Words(text.to_owned()),
    }
}

/// Reports rows of opening times that a machine cannot read, at the place of the key that holds them.
pub fn check_hours(value: &Value, at: &Located<'_>, path: &[Step], found: &mut Vec<Diagnostic>) {
    let is_list = matches!(value, Value::List(_));
    let rows = if value.as_text().is_some() { &[] } else { value.items() };
    for (index, row) in rows.iter().enumerate() {
        let mut report = |key: &str, message: String, help: &str, words: Option<String>| {
            let mut path = path.to_vec();
            path.extend(is_list.then_some(Step::Item(index)));
            if row.get(key).is_some() {
                path.push(Step::from(key));
            }
            let finding = Diagnostic::warning("odd-time", message).at(at.value(&path)).help(help);
            found.push(at.mend(finding, &path, words));
        };
        let said = |key: &str| row.text(key).unwrap_or_default();
        if weekdays(&said("days")).is_none() {
            let message = match said("days").as_str() {
                "" => "this row of opening times names no days".to_owned(),
                days => format!("`{days}` names no days of the week"),
            };
            report(
                "days",
                message,
                "write days such as `Mon-Fri` or `Tue, Thu`, or write all of `hours` as a sentence",
                None,
            );
        }
        let mut times = ["from", "to"].map(|key| (key, minute(&said(key))));
        for (key, time) in &mut times {
            if time.is_none() {
                let message = match said(key).as_str() {
                    "" => format!("this row of opening times has no `{key}`"),
                    written => format!("`{written}` is no time of the day"),
                };
                report(key, message, "write a time such as `9am`, `5.30pm` or `17:30`", sure_time(&said(key)));
            }
        }
        if let [(_, Some(from)), (_, Some(to))] = times
            && is_odd(from, to)
        {
            let message = format!("this row opens at {} and closes at {}", said("from"), said("to"));
            report(
                "to",
                message,
                "is it `am` where you mean `pm`? A night may end the next morning, but not that late",
                None,
            );
        }
    }
}

/// Reports days of `closed` that are none, at the place of that key.
pub fn check_closed(value: &Value, at: &Located<'_>, path: &[Step], found: &mut Vec<Diagnostic>) {
    let is_list = matches!(value, Value::List(_));
    for (index, item) in value.items().iter().enumerate() {
        let Some(text) = item.as_text() else { continue };
        let looks_like_days = text.starts_with(|letter: char| letter.is_ascii_digit())
            && text.chars().all(|letter| letter.is_ascii_digit() || "-. /".contains(letter));
        if !looks_like_days || !matches!(closed(text), Closed::Words(_)) {
            continue;
        }
        let mut path = path.to_vec();
        path.extend(is_list.then_some(Step::Item(index)));
        let day = |text: &str| text.trim().parse::<Date>().ok();
        let ends_early = text.split_once("..").is_some_and(|(first, last)| day(first).zip(day(last)).is_some());
        let message =
            if ends_early { format!("`{text}` ends before it begins") } else { format!("`{text}` is no day") };
        let finding = Diagnostic::warning("odd-date", message)
            .at(at.value(&path))
            .help("write a day such as `2026-12-25`, or the first and the last such as `2026-12-24..2027-01-02`");
        found.push(at.mend(finding, &path, sure_date(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_mended_where_only_one_can_be_meant() {
        for (text, time) in [
            ("9 a.m.", Some("9am")),
            ("5.30 p.m", Some("5.30pm")),
            ("17.30", Some("17:30")),
            ("17h30", Some("17:30")),
            ("0930", Some("09:30")),
            ("12 noon", Some("midday")),
            ("9.30", None),
            ("9", None),
            ("2500", None),
            ("9am", None),
            ("dusk", None),
        ] {
            assert_eq!(sure_time(text).as_deref(), time, "{text}");
        }
    }

    #[test]
    fn days_of_the_week_are_read_as_people_write_them() {
        for (text, days) in [
            ("Mon-Fri", 0b001_1111),
            ("Monday to Thursday", 0b000_1111),
            ("Tue, Thu", 0b000_1010),
            ("Tuesdays and Thursdays", 0b000_1010),
            ("Sat – Mon", 0b110_0001),
            ("Weds", 0b000_0100),
            ("every day", 0b111_1111),
            ("Mon-Wed, Sat", 0b010_0111),
            ("First Monday", 0),
            ("Mo", 0),
            ("", 0),
        ] {
            assert_eq!(weekdays(text).unwrap_or(0), days, "{text}");
        }
    }

    #[test]
    fn a_time_is_read_only_where_it_can_be_no_other() {
        for (text, expected) in [
            ("9am", Some(540)),
            ("9.30 AM", Some(570)),
            ("5:30pm", Some(1050)),
            ("17:30", Some(1050)),
            ("12am", Some(0)),
            ("12pm", Some(720)),
            ("midday", Some(720)),
            ("9", None),
            ("17.30", None),
            ("13pm", None),
            ("0am", None),
            ("25:00", None),
            ("9.5am", None),
            ("+9am", None),
            ("late", None),
        ] {
            assert_eq!(minute(text), expected, "{text}");
        }
    }

    #[test]
    fn a_night_ends_the_next_morning() {
        assert_eq!(opening("Fri", "5pm", "8.30am"), Some(Opening { days: 16, from: 1020, to: 1950 }));
        assert_eq!(opening("every day", "midnight", "midnight"), Some(Opening { days: 127, from: 0, to: 1440 }));
        assert_eq!(opening("Fri", "soon", "8.30am"), None);
        assert_eq!(opening("Fri", "9am", "5am"), None, "5pm was meant, and nobody is told that it is open at night");
    }

    #[test]
    fn closed_days_are_days_only_where_they_are_some() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert_eq!(closed("Bank holidays"), Closed::BankHolidays);
        assert_eq!(closed("2026-12-24..2027-01-02"), Closed::Days(day("2026-12-24"), day("2027-01-02")));
        assert_eq!(closed("2027-01-02..2026-12-24"), Closed::Words("2027-01-02..2026-12-24".into()));
        assert_eq!(closed("the second week of August"), Closed::Words("the second week of August".into()));
    }
}
