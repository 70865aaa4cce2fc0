//! A day, a month or a year, as exactly as somebody knew it.

use jiff::ToSpan;
use jiff::civil::Date;

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    /// `2027-03-31`
    Day(Date),
    /// `2027-03`, by its first day.
    Month(Date),
    /// `2027`, by its first day.
    Year(Date),
}

impl When {
    /// Reads `2027-03-31`, `2027-03` or `2027`.
    pub fn read(text: &str) -> Option<Self> {
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_month = text.len() == 7 && text.as_bytes()[4] == b'-';
        match text.len() {
            10 => text.parse().ok().map(Self::Day),
            _ if is_month => format!("{text}-01").parse().ok().map(Self::Month),
            _ if is_year => format!("{text}-01-01").parse().ok().map(Self::Year),
            _ => None,
        }
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    /// Its last day, until which something may still be done in time.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(day) => day.last_of_month(),
            Self::Year(day) => day.checked_add(1.year()).and_then(|next| next.yesterday()).unwrap_or(day),
        }
    }

    /// As machines read it: `2027-03-31`, `2027-03` or `2027`.
    pub fn iso(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(day) => day.strftime("%Y-%m").to_string(),
            Self::Year(day) => day.strftime("%Y").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::When;

    #[test]
    fn a_time_is_read_as_exactly_as_it_was_written() {
        for (text, last) in [("2027-03-05", "2027-03-05"), ("2028-02", "2028-02-29"), ("2027", "2027-12-31")] {
            let when = When::read(text).expect(text);
            assert_eq!((when.iso(), when.last_day().to_string()), (text.to_owned(), last.to_owned()));
        }
        for text in ["", "27", "2027-13", "2027-3", "March 2027", "20277", "２０２7", "2027-03-05T10"] {
            assert_eq!(When::read(text), None, "{text}");
        }
    }
}
