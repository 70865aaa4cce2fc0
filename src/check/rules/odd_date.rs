//! Days that there are not.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::data::{Figure, figures};
use crate::diagnostic::Diagnostic;
use jiff::civil::{Date, Weekday};

rule! {
    /// # What it does
    /// Reports what looks like a day in `closed:` and is none, and a span of days that ends before it begins. In the
    /// words of an English page, it reports a day that its month does not have, such as 31 September, and a day of the
    /// week on which a date with a year does not fall.
    ///
    /// # Why it matters
    /// A carer who comes on a day when nobody is there may not be able to come again that week.
    ///
    /// # Example
    /// ```yaml
    /// closed: [2026-13-25, 2027-01-02..2026-12-24]
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// closed: [2026-12-25, 2026-12-24..2027-01-02]
    /// ```
    /// `bank holidays` is understood too; their days are taken from `data/bank-holidays.yaml`. Anything else is shown as
    /// it is written, and then no page says "Open now".
    ///
    /// # What it cannot see
    /// Days in words under `closed:`, a wrong day of the week where no year stands, and one that stands behind its date.
    "odd-date" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let has_any = context.facts.figures.iter().any(|(figure, _)| matches!(figure, Figure::Date(1.., ..)));
    if !has_any || context.english.is_none() {
        return;
    }
    let prose = context.prose;
    for block in &prose.blocks {
        let words = prose.words(block);
        for (figure, range) in figures(words) {
            let Figure::Date(day @ 1.., month, year) = figure else { continue };
            let said = &words[range.clone()];
            // The longest February, where no year is said.
            let Some(date) = date(day, month, year.unwrap_or(2000)) else {
                let span = prose.span(block.range.start + range.start..block.range.start + range.end);
                let finding = RULE.finding(format!("\"{said}\": that month has no day {day}"));
                found.push(finding.at(span).help("ask which day is meant"));
                continue;
            };
            let Some((start, weekday)) = weekday_before(&words[..range.start]).filter(|_| year.is_some()) else {
                continue;
            };
            if weekday != date.weekday() {
                let span = prose.span(block.range.start + start..block.range.start + range.end);
                let said = &words[start..range.end];
                let falls = name(date.weekday());
                let finding = RULE.finding(format!("\"{said}\": that day is a {falls}"));
                found.push(finding.at(span).help("ask which is right, the day of the week or the date"));
            }
        }
    }
}

fn date(day: u8, month: u8, year: u16) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day of the week right before a date, and where it begins: "Monday ", "Mon, " or "Monday the ".
fn weekday_before(before: &str) -> Option<(usize, Weekday)> {
    let trimmed = before.trim_end();
    let trimmed = trimmed.strip_suffix(" the").unwrap_or(trimmed).trim_end_matches([' ', ',', '.', '\u{a0}']);
    let start = trimmed
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
    let weekday = match trimmed[start..].to_lowercase().as_str() {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" | "weds" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    };
    Some((start, weekday))
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_the_week_stands_right_before() {
        for (before, at) in [("on Monday ", 3), ("Mon, ", 0), ("– Monday the ", 4), ("Mon\u{a0}", 0)] {
            assert_eq!(weekday_before(before), Some((at, Weekday::Monday)), "{before}");
        }
        for before in ["", "Monday and ", "Mondays ", "the ", "é "] {
            assert_eq!(weekday_before(before), None, "{before}");
        }
    }
}
