//! All services as one spreadsheet: a row each, a column for every fact that one of them has.
//!
//! A spreadsheet would run a cell that begins like a formula, and take the first 0 from a number. An apostrophe in front
//! keeps it from that (OWASP, "CSV Injection"), and is taken away again on import.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::columns::{Cell, Keys, OTHER};
use super::page::Existing;
use crate::data::{plain_cell, safe_cell};

/// What stands in a cell that was not handed out.
pub const KEPT_BACK: &str = "(kept back)";

/// Columns that every export has, first and last.
const FIRST: [&str; 3] = ["path", "id", "title"];
const LAST: [&str; 2] = ["body", "exported as"];

/// Writes the spreadsheet: UTF-8 with its mark, lines that end in CR and LF (RFC 4180). Addresses of hidden places, and the
/// notes beside them, are kept back unless `with_hidden`.
pub fn export(pages: &[Existing], keys: &Keys, with_hidden: bool) -> Vec<u8> {
    let rows: Vec<Vec<Cell>> = pages.iter().map(|page| row(page, keys, with_hidden)).collect();
    let mut headings: BTreeMap<(Vec<usize>, &str), ()> = BTreeMap::new();
    for (heading, _) in rows.iter().flatten() {
        if !FIRST.contains(&heading.as_str()) && !LAST.contains(&heading.as_str()) {
            headings.insert((keys.place_of(heading), heading), ());
        }
    }
    let middle = headings.keys().map(|(_, heading)| *heading);
    let headings: Vec<&str> = FIRST.into_iter().chain(middle).chain(LAST).collect();
    let mut text = String::from("\u{feff}");
    line(&mut text, headings.iter().copied());
    for row in &rows {
        let cells: BTreeMap<&str, &str> = row.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())).collect();
        line(&mut text, headings.iter().map(|heading| cells.get(heading).copied().unwrap_or_default()));
    }
    text.into_bytes()
}

fn row(page: &Existing, keys: &Keys, with_hidden: bool) -> Vec<Cell> {
    let mut cells = page.cells(keys);
    if page.hides() && !with_hidden {
        for (heading, cell) in &mut cells {
            if is_secret(heading) {
                *cell = KEPT_BACK.to_owned();
            }
        }
    }
    let mark = fingerprint(&cells, &page.body);
    cells.push(("path".into(), page.path.clone()));
    cells.push(("body".into(), page.body.clone()));
    cells.push(("exported as".into(), mark));
    cells
}

/// What may tell where a hidden place is.
pub fn is_secret(heading: &str) -> bool {
    let is_place = heading.starts_with("place ")
        && ["address", "town", "postcode", "lat", "lon"].iter().any(|key| heading.ends_with(&format!(" {key}")));
    let is_address = heading.starts_with("contact ") && heading.ends_with(" address");
    is_place || is_address || heading == "notes" || heading == OTHER
}

/// What a page says, in a few letters: another one where it was changed. Of what is kept back it tells nothing.
pub fn fingerprint(cells: &[Cell], body: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for (heading, cell) in cells.iter().filter(|(_, cell)| cell != KEPT_BACK) {
        hasher.update(heading.as_bytes()).update(&[0]).update(cell.as_bytes()).update(&[0]);
    }
    hasher.update(body.as_bytes());
    format!("v{}", &hasher.finalize().to_hex()[..12])
}

/// The fingerprint that an export would have given a page with or without what it keeps back.
pub fn fingerprints(page: &Existing, keys: &Keys) -> [String; 2] {
    let mut cells = page.cells(keys);
    let whole = fingerprint(&cells, &page.body);
    if page.hides() {
        cells.retain(|(heading, _)| !is_secret(heading));
    }
    [whole, fingerprint(&cells, &page.body)]
}

fn line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            text.push(',');
        }
        let cell = guarded(cell);
        if cell.contains(['"', ',', ';', '\t', '\n', '\r']) || cell.trim() != cell {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// Whether a spreadsheet would take a cell for something else than its words: for a number, of which it loses digits such as
/// the first 0, or for a day, as it does with `6-8`, `1/2` and `MAR1`.
fn is_mistaken(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    loses_digits(bare) || is_like_day(bare) || is_like_power(bare)
}

fn is_like_day(bare: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let parts: Vec<&str> = bare.split(['-', '/', ' ']).collect();
    let is_number = |part: &&str| (1..5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| {
        let lower = part.to_ascii_lowercase();
        lower.len() > 2 && MONTHS.iter().any(|month| month.starts_with(&lower))
    };
    // A day as we write it is one for a spreadsheet too.
    let is_ours = bare.len() == 10 && parts.len() == 3 && parts[0].len() == 4;
    let is_numbers = !bare.contains(' ') && (2..4).contains(&parts.len()) && parts.iter().all(is_number);
    let split = bare.find(|letter: char| letter.is_ascii_digit()).filter(|at| *at > 2 && bare.is_ascii());
    let is_glued = split.is_some_and(|at| is_month(&bare[..at]) && is_number(&&bare[at..]));
    let is_named = parts.len() > 1
        && parts.len() < 4
        && parts.iter().filter(|part| is_month(part)).count() == 1
        && parts.iter().all(|part| is_month(part) || is_number(part));
    is_numbers && !is_ours || is_glued || is_named
}

/// `1e5` and `12E3` are numbers too.
fn is_like_power(bare: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    bare.split_once(['e', 'E']).is_some_and(|(number, power)| is_number(number) && is_number(power))
}

fn loses_digits(bare: &str) -> bool {
    let digits = bare.strip_prefix('+').unwrap_or(bare);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && (bare.len() > digits.len() || digits.len() > 1 && digits.starts_with('0') || digits.len() > 11)
}

/// A cell that no spreadsheet runs or changes.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_mistaken(cell) { Cow::Owned(format!("'{cell}")) } else { safe_cell(cell) }
}

/// The cell that was guarded.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_mistaken(rest)).unwrap_or_else(|| plain_cell(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_runs_and_nothing_is_lost() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+44 1632 960123", "+44 1632 960123"),
            ("+441632960123", "'+441632960123"),
            ("01632960123", "'01632960123"),
            ("'01632960123", "''01632960123"),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
            ("6-8", "'6-8"),
            ("1/2", "'1/2"),
            ("MAR1", "'MAR1"),
            ("3 March", "'3 March"),
            ("'1e5", "''1e5"),
            ("1e5", "'1e5"),
            ("3 March Street", "3 March Street"),
            ("Maybe 1", "Maybe 1"),
            ("9-5 daily", "9-5 daily"),
            ("01632 960123", "01632 960123"),
            ("2026-10-03", "2026-10-03"),
            ("-1.3291", "-1.3291"),
            ("0", "0"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written);
            assert_eq!(unguarded(written), cell);
        }
        assert_eq!(unguarded("'hello"), "'hello");
    }
}
