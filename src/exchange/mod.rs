//! The directory in and out: services from a spreadsheet or from open data of others, and all of them as one spreadsheet.
//!
//! A fact of a service is a cell with a heading of ours (`columns`), whatever it came from and wherever it goes. `sheet` and
//! `workbook` read sheets and `table` finds their headings, `mapping` says which of their columns is which of ours, `cells`
//! reads what people put into them; `hsds` reads Open Referral. `plan` compares all that with the pages of a site and with
//! what the last import wrote (`state`), field by field, and says what each file is to hold. Nothing is written here: `cli`
//! asks and writes.

mod ages;
pub mod cells;
pub mod columns;
mod dates;
pub mod export;
mod hidden;
pub mod hsds;
pub mod incoming;
pub mod known;
mod lists;
pub mod mapping;
pub mod page;
mod phones;
pub mod plan;
pub mod sheet;
pub mod state;
pub mod table;
mod words;
pub mod workbook;

use crate::diagnostic::Severity;

/// What could not be understood, where it stands, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much is lost: an error where a service was not taken in.
    pub severity: Severity,
    /// Where in the source: `row 14, column F (Tel)`.
    pub place: String,
    /// What is wrong, and what was done.
    pub message: String,
}

impl Problem {
    /// Something was left out of the facts, and kept elsewhere.
    pub fn warning(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, place: place.into(), message: message.into() }
    }

    /// Something was not taken in.
    pub fn error(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, place: place.into(), message: message.into() }
    }

    /// Something that a person should look at, though it was understood.
    pub fn advice(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Advice, place: place.into(), message: message.into() }
    }
}
