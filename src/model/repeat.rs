//! How an event repeats, read from an editor's words.
//!
//! Only what calendars can keep to is understood; anything else ("every Tuesday in term time") stays words.

use jiff::civil::{Date, Weekday};

/// A repetition that a calendar can keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// How often.
    pub every: Every,
    /// Each, or each second, third…
    pub interval: u8,
    /// The last day, where the words name one.
    pub until: Option<Date>,
}

/// How often something repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Each day.
    Day,
    /// The same day of each week.
    Week,
    /// The same day of each month, such as the 3rd.
    Month,
    /// The same weekday of each month: 1 to 4 from its beginning, -1 the last one.
    WeekdayOfMonth(i8, Weekday),
    /// The same day of each year.
    Year,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

impl Repeat {
    /// Reads words such as "Every week", "every 2 weeks until 2027-03-30", "Every Tuesday" or "First Monday of every
    /// month". Nothing for other words, and for a weekday on which the event does not start.
    pub fn read(words: &str, starts: Date) -> Option<Self> {
        let words = words.trim().trim_end_matches('.').to_lowercase();
        let (rule, until) = match words.split_once(" until ") {
            Some((rule, until)) => (rule, Some(until.trim().parse::<Date>().ok().filter(|until| *until >= starts)?)),
            None => (words.as_str(), None),
        };
        let rule: Vec<&str> = rule.trim_end_matches(',').split_whitespace().collect();
        let (every, interval) = match rule.as_slice() {
            ["daily"] | ["every", "day"] => (Every::Day, 1),
            ["weekly"] | ["every" | "each", "week"] => (Every::Week, 1),
            ["fortnightly"] | ["every", "fortnight"] => (Every::Week, 2),
            ["monthly"] | ["every" | "each", "month"] => (Every::Month, 1),
            ["yearly"] | ["every" | "each", "year"] => (Every::Year, 1),
            ["every", count, unit] => {
                let every = match *unit {
                    "days" => Every::Day,
                    "weeks" => Every::Week,
                    "months" => Every::Month,
                    "years" => Every::Year,
                    _ => return None,
                };
                (every, count.parse().ok().filter(|count| (1..=52).contains(count))?)
            }
            ["every" | "each", day] => (Every::Week, weekday(day).filter(|day| *day == starts.weekday()).map(|_| 1)?),
            ["the", rest @ ..] | rest => (of_month(rest, starts)?, 1),
        };
        // On the 31st of each month would leave out every second one.
        let is_leap_day = every == Every::Year && (starts.month(), starts.day()) == (2, 29);
        let is_rare = every == Every::Month && starts.day() > 28 || is_leap_day;
        (!is_rare).then_some(Self { every, interval, until })
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

/// "first Monday of every month", where the event starts on such a day.
fn of_month(words: &[&str], starts: Date) -> Option<Every> {
    let [which, day, "of" | "in", "every" | "each", "month"] = words else {
        return None;
    };
    let which = ["first", "second", "third", "fourth"]
        .iter()
        .position(|word| word == which)
        .map_or_else(|| (*which == "last").then_some(-1), |position| i8::try_from(position + 1).ok())?;
    let day = weekday(day).filter(|day| *day == starts.weekday())?;
    let (week, is_last) = ((starts.day() - 1) / 7 + 1, starts.day() + 7 > starts.days_in_month());
    (week == which || (which == -1 && is_last)).then_some(Every::WeekdayOfMonth(which, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[track_caller]
    fn check(words: &str, expected: Option<(Every, u8)>) {
        // A Tuesday, the first of its month.
        let read = Repeat::read(words, date(2026, 12, 1));
        assert_eq!(read.map(|repeat| (repeat.every, repeat.interval)), expected, "{words}");
    }

    #[test]
    fn words_that_a_calendar_can_keep_to() {
        check("Every week", Some((Every::Week, 1)));
        check("every 2 weeks.", Some((Every::Week, 2)));
        check("Every fortnight", Some((Every::Week, 2)));
        check("Every Tuesday", Some((Every::Week, 1)));
        check("monthly", Some((Every::Month, 1)));
        check("First Tuesday of every month", Some((Every::WeekdayOfMonth(1, Weekday::Tuesday), 1)));
        check("the first Tuesday of each month", Some((Every::WeekdayOfMonth(1, Weekday::Tuesday), 1)));
        check("Every week until 2027-03-30", Some((Every::Week, 1)));
        let until = Repeat::read("Every week, until 2027-03-30", date(2026, 12, 1)).and_then(|repeat| repeat.until);
        assert_eq!(until, Some(date(2027, 3, 30)));
    }

    #[test]
    fn other_words_stay_words() {
        check("Every Tuesday in term time", None);
        check("Every Wednesday", None); // it starts on a Tuesday
        check("Last Tuesday of every month", None);
        check("every 0 weeks", None);
        check("every week until spring", None);
        check("every week until 2026-01-01", None);
        check("", None);
        assert_eq!(Repeat::read("every month", date(2026, 12, 31)), None);
        let last = Repeat::read("last thursday of every month", date(2026, 12, 31)).expect("it is the last one");
        assert_eq!(last.every, Every::WeekdayOfMonth(-1, Weekday::Thursday));
    }
}
