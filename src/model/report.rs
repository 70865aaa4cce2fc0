//! What a strategy had promised for a year, and what came of it: taken down once, and not changed afterwards.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{ActionState, MeasureValue, When};

/// A year of a report: `2026`, or `2025-26` from April to March.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The last day.
    pub to: Date,
    /// The first day.
    pub from: Date,
    /// Its name, which is part of the report's address.
    pub name: String,
}

impl Period {
    /// Reads `2026` as a year from January to December, and `2025-26` as one from April to March.
    pub fn read(name: &str) -> Option<Self> {
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<i16>().ok())?;
        let (from, to) = match (name.len(), name.split_once('-')) {
            (4, None) => {
                let year = number(name)?;
                (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)
            }
            (7, Some((first, second))) if first.len() == 4 => {
                let (first, second) = (number(first)?, number(second)?);
                if (first + 1) % 100 != second {
                    return None;
                }
                (Date::new(first, 4, 1).ok()?, Date::new(first + 1, 3, 31).ok()?)
            }
            _ => return None,
        };
        Some(Self { to, from, name: name.to_owned() })
    }

    /// The day before its first.
    pub fn day_before(&self) -> Date {
        self.from.checked_sub(1.day()).unwrap_or(self.from)
    }
}

/// The report of a year.
#[derive(Clone, Debug)]
pub struct YearReport {
    /// The year.
    pub period: Period,
    /// The day it was taken down.
    pub made: Date,
    /// What was promised for the year.
    pub actions: Vec<ReportedAction>,
    /// How many actions were due only later.
    pub due_later: usize,
    /// The measures at its start and at its end.
    pub measures: Vec<ReportedMeasure>,
    /// What was put right afterwards: the day, and the words.
    pub corrections: Vec<(Date, String)>,
}

/// An action as it was at the end of a year.
#[derive(Clone, Debug)]
pub struct ReportedAction {
    /// The title of its strategy.
    pub strategy: String,
    /// The title of its priority.
    pub priority: Option<String>,
    /// What was promised.
    pub words: String,
    /// Who was to do it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<When>,
    /// When it was done.
    pub done: Option<When>,
    /// How far it was.
    pub state: ActionState,
    /// Why it was late or stopped, or what else there was to know.
    pub why: Option<String>,
}

/// A measure at the start and at the end of a year.
#[derive(Clone, Debug)]
pub struct ReportedMeasure {
    /// What is measured.
    pub title: String,
    /// What stands with each number.
    pub unit: Option<String>,
    /// Where it was at the start.
    pub then: Option<MeasureValue>,
    /// Where it was at the end.
    pub now: Option<MeasureValue>,
    /// Where it is to go.
    pub target: Option<MeasureValue>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// What carers said about it.
    pub said: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn years_run_from_january_or_from_april() {
        let days = |name| Period::read(name).map(|period| format!("{} {}", period.from, period.to));
        assert_eq!(days("2026").as_deref(), Some("2026-01-01 2026-12-31"));
        assert_eq!(days("2025-26").as_deref(), Some("2025-04-01 2026-03-31"));
        assert_eq!(days("1999-00").as_deref(), Some("1999-04-01 2000-03-31"));
        for name in ["", "26", "9999-00", "2026-28", "2026-7", "20-2621", "+026", "2025-+6", "2025–26"] {
            assert_eq!(days(name), None, "{name}");
        }
    }
}
