//! Days as people write them in a sheet. The day comes before the month, as it does in Britain.

use jiff::civil::Date;

use super::workbook::serial_day;

/// A day, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// It can be no other.
    Sure(Date),
    /// `03/10/2026`: with the day first, as in Britain, and with the month first.
    Either(Date, Date),
    /// `10/13/2026` is a day only with the month first.
    MonthFirst(Date),
}

impl Read {
    /// The day, as in Britain.
    pub fn day(self) -> Date {
        match self {
            Self::Sure(day) | Self::Either(day, _) | Self::MonthFirst(day) => day,
        }
    }
}

/// What comes first in days of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The day.
    Day,
    /// The month.
    Month,
}

/// What comes first in a day; nothing where it may be either.
pub fn order(text: &str) -> Option<Order> {
    let written = text.split([' ', 'T']).next()?;
    let numbers = written.split(['/', '.', '-']).filter(|part| part.parse::<u16>().is_ok());
    let is_numbers = numbers.count() == 3;
    match day(text).filter(|_| is_numbers)? {
        Read::MonthFirst(_) => Some(Order::Month),
        Read::Sure(day) if day.day() > 12 && text.trim().get(..4).is_none_or(|year| year.parse::<u16>().is_err()) => {
            Some(Order::Day)
        }
        _ => None,
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads a day: `2026-10-03`, `3/10/2026`, `03.10.26`, `3rd October 2026`, `October 3, 2026`, or Excel's number for it. A
/// time behind it is left out. Nothing where it is no day, or a month alone.
pub fn day(text: &str) -> Option<Read> {
    let text = text.trim();
    if let Ok(number) = text.parse::<f64>() {
        return serial_day(number).map(Read::Sure);
    }
    if let Some(Ok(day)) = text.get(..10).map(str::parse::<Date>)
        && text[10..].trim_start_matches(['T', ' ']).starts_with(|letter: char| letter.is_ascii_digit())
            | text[10..].is_empty()
    {
        return Some(Read::Sure(day));
    }
    let lower = text.to_lowercase();
    let is_break = |letter: char| letter.is_whitespace() || "/.,-–\u{a0}".contains(letter);
    let words: Vec<&str> =
        lower.split(is_break).filter(|word| !word.is_empty() && *word != "of" && *word != "the").collect();
    // "Saturday 3 October 2026", "3/10/2026 00:00"
    let is_weekday = |word: &str| {
        DAYS.iter().any(|day| word.starts_with(day)) && !MONTHS.iter().any(|month| word.starts_with(month))
    };
    let words: Vec<&str> = words.into_iter().filter(|word| !is_weekday(word) && !word.contains(':')).collect();
    let [first, second, third] = words[..] else { return None };
    if first.len() == 4 {
        return at(first, number(second).or(month(second))?, number(third)?).map(Read::Sure);
    }
    if let Some(month) = month(second) {
        return at(third, month, ordinal(first)?).map(Read::Sure);
    }
    if let Some(month) = month(first) {
        return at(third, month, ordinal(second)?).map(Read::Sure);
    }
    let (one, two) = (number(first)?, number(second)?);
    match (at(third, two, one), at(third, one, two)) {
        (Some(day), None) => Some(Read::Sure(day)),
        (Some(day), Some(other)) if day == other => Some(Read::Sure(day)),
        (Some(day), Some(other)) => Some(Read::Either(day, other)),
        (None, Some(day)) => Some(Read::MonthFirst(day)),
        (None, None) => None,
    }
}

fn at(year: &str, month: i8, day: i8) -> Option<Date> {
    let number: i16 = year.parse().ok()?;
    let year = match year.len() {
        4 => number,
        2 if number < 70 => 2000 + number,
        2 => 1900 + number,
        _ => return None,
    };
    Date::new(year, month, day).ok()
}

fn number(word: &str) -> Option<i8> {
    (word.len() < 3).then(|| word.parse().ok()).flatten()
}

fn ordinal(word: &str) -> Option<i8> {
    number(["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word))
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| word.starts_with(month) && word.chars().all(char::is_alphabetic))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_days_tell_what_comes_first() {
        for (text, expected) in [
            ("13/10/2026", Some(Order::Day)),
            ("13.10.26 00:00", Some(Order::Day)),
            ("10/13/2026", Some(Order::Month)),
            ("03/10/2026", None),
            ("2026-10-13", None),
            ("13 October 2026", None),
            ("46298", None),
            ("", None),
        ] {
            assert_eq!(order(text), expected, "{text}");
        }
    }

    #[test]
    fn days_are_read_in_every_usual_form() {
        let third = Read::Sure(Date::constant(2026, 10, 3));
        for text in [
            "2026-10-03",
            "2026-10-03 00:00:00",
            "2026-10-03T00:00:00Z",
            "3 October 2026",
            "3rd Oct 26",
            "Saturday, 3rd of October 2026",
            "October 3, 2026",
            "03-Oct-2026",
            "46298",
            "46298.5",
            "2026/10/3",
            "2026 Oct 3",
        ] {
            assert_eq!(day(text), Some(third), "{text}");
        }
        for text in ["03/10/2026", "3.10.26", "03-10-2026", "3/10/2026 00:00"] {
            assert_eq!(
                day(text),
                Some(Read::Either(Date::constant(2026, 10, 3), Date::constant(2026, 3, 10))),
                "{text}"
            );
        }
        assert_eq!(day("13/10/2026"), Some(Read::Sure(Date::constant(2026, 10, 13))));
        assert_eq!(day("10/10/2026"), Some(Read::Sure(Date::constant(2026, 10, 10))));
        assert_eq!(day("10/13/2026"), Some(Read::MonthFirst(Date::constant(2026, 10, 13))));
        for text in ["", "soon", "October 2026", "31/02/2026", "2026", "12", "1/2/3/4", "3 Smarch 2026", "é/é/2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
