//! Excel workbooks and OpenDocument sheets as rows of cells: what a cell shows, never its formula.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Sheets, open_workbook_auto_from_rs};
use jiff::civil::{Date, date};

use super::Problem;
use super::mapping;
use super::sheet::{Sheet, letters};
use super::table::SEARCHED;

/// Whether a file is a workbook, by its first bytes: a zip archive, or the older form of Microsoft's.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Reads one sheet of a workbook: the one of that name, else the one with most headings that are known.
///
/// # Errors
/// When it is no workbook, is locked with a password, or has no such sheet; in words for people.
pub fn workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, String> {
    // A broken file must not take the program down with it, whatever the library makes of it.
    let read = std::panic::catch_unwind(|| read(bytes, wanted));
    read.unwrap_or_else(|_| Err("it is damaged".into()))
}

fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))
        .map_err(|_| "it is damaged, locked with a password, or no workbook that can be read".to_owned())?;
    let names = book.sheet_names();
    let mut said = Vec::new();
    let name = match wanted {
        Some(wanted) => names
            .iter()
            .find(|name| name.trim().eq_ignore_ascii_case(wanted.trim()))
            .cloned()
            .ok_or_else(|| format!("it has no sheet called `{wanted}`; its sheets are: {}", names.join(", ")))?,
        None => {
            let mut too_wide = None;
            // A cover sheet holds words too: the directory is where most headings are known.
            let mut most_known = |name: &String| {
                if let Err(why) = measured(&mut book, name) {
                    too_wide.get_or_insert(why);
                    return None;
                }
                let range = book.worksheet_range(name).ok()?;
                range.used_cells().find(|(_, _, cell)| !is_empty(cell))?;
                let known = |row: &[Data]| row.iter().filter(|cell| mapping::known(&shown(cell)).is_some()).count();
                range.rows().take(SEARCHED).map(known).max()
            };
            let found = names.iter().filter_map(|name| Some((most_known(name)?, name)));
            let best = found.reduce(|best, other| if other.0 > best.0 { other } else { best });
            let best = best.map(|(_, name)| name.clone());
            best.ok_or_else(|| too_wide.unwrap_or_else(|| "none of its sheets holds anything".into()))?
        }
    };
    if names.len() > 1 {
        let others: Vec<&str> = names.iter().filter(|other| **other != name).map(String::as_str).collect();
        said.push(format!("read the sheet `{name}`; the others are left alone: {}", others.join(", ")));
    }
    let mut sheet = Sheet { name: Some(name.clone()), said, ..Sheet::default() };
    rows(&mut book, &name, &mut sheet)?;
    Ok(sheet)
}

/// The cells that a sheet may span, empty ones among them: the library holds each.
const MOST_CELLS: u64 = 10_000_000;

/// Looks how far the cells of an Excel sheet stand apart, before they are held. Says whether formulas may be read too.
///
/// # Errors
/// When a cell far from the others would need more memory than there may be; in words for people.
fn measured(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<bool, String> {
    let Sheets::Xlsx(book) = book else { return Ok(true) };
    // What cannot be read at all is told when it is read.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(true) };
    let (mut first, mut last, mut empty) = ((u32::MAX, u32::MAX), (0, 0), 0);
    while let Ok(Some(cell)) = cells.next_cell() {
        let (row, column) = cell.get_position();
        if matches!(cell.get_value(), DataRef::Empty) {
            empty += 1;
            continue;
        }
        first = (first.0.min(row), first.1.min(column));
        last = (last.0.max(row), last.1.max(column));
        let size = |first: u32, last: u32| u64::from(last - first) + 1;
        if size(first.0, last.0) * size(first.1, last.1) > MOST_CELLS {
            return Err(format!(
                "in its sheet `{name}` a cell stands too far from the others, in row {}, column {}: clear it, or copy the rows \
                 into a new sheet",
                row + 1,
                letters(column as usize)
            ));
        }
    }
    Ok(empty < MOST_CELLS / 10)
}

fn is_empty(cell: &Data) -> bool {
    matches!(cell, Data::Empty) || matches!(cell, Data::String(text) if text.trim().is_empty())
}

fn rows(book: &mut Sheets<Cursor<&[u8]>>, name: &str, sheet: &mut Sheet) -> Result<(), String> {
    let may_have_formulas = measured(book, name)?;
    let range = book.worksheet_range(name).map_err(|error| format!("its sheet `{name}` cannot be read: {error}"))?;
    let (top, left) = range.start().unwrap_or((0, 0));
    let formulas = if may_have_formulas { book.worksheet_formula(name).ok() } else { None };
    for (index, cells) in range.rows().enumerate() {
        let row = top as usize + index + 1;
        let mut texts = vec![String::new(); left as usize];
        for (column, cell) in cells.iter().enumerate() {
            let place = || format!("row {row}, column {}", letters(left as usize + column));
            if let Data::Error(error) = cell {
                sheet
                    .problems
                    .push(Problem::warning(place(), format!("the cell shows the error {error}, and is left out")));
            }
            let position = (top + u32::try_from(index).unwrap_or(0), left + u32::try_from(column).unwrap_or(0));
            let has_formula =
                || formulas.as_ref().and_then(|all| all.get_value(position)).is_some_and(|text| !text.is_empty());
            if matches!(cell, Data::Empty) && has_formula() {
                sheet.problems.push(Problem::warning(
                    place(),
                    "a formula stands here and the file does not say what it shows: open it in Excel, save it, and import it again",
                ));
            }
            texts.push(shown(cell));
        }
        if texts.iter().any(|text| !text.trim().is_empty()) {
            sheet.rows.push((row, texts));
        }
    }
    Ok(())
}

/// What a cell shows.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Data::DateTime(moment) if moment.is_duration() => moment.as_f64().to_string(),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            match (moment.as_f64() < 1.0, hour, minute) {
                (true, ..) => format!("{hour:02}:{minute:02}"),
                (false, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        Data::DurationIso(text) => text.clone(),
    }
}

/// The day of a number that Excel shows as a date: days since the end of 1899.
pub fn serial_day(number: f64) -> Option<Date> {
    // The last days of 1954 to those of 2119: a number outside that is something else.
    if !(20_000.0..80_000.0).contains(&number) {
        return None;
    }
    let days = jiff::Span::new().try_days(number.floor() as i64).ok()?;
    date(1899, 12, 30).checked_add(days).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_days() {
        assert_eq!(serial_day(45_933.0), Some(date(2025, 10, 3)));
        assert_eq!(serial_day(46_298.75), Some(date(2026, 10, 3)));
        assert_eq!(serial_day(2026.0), None);
    }

    #[test]
    fn what_is_no_workbook_is_told() {
        assert!(is_workbook(b"PK\x03\x04rest") && !is_workbook(b"Name,Tel"));
        for bytes in [&b"PK\x03\x04rest"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""] {
            assert!(workbook(bytes, None).is_err());
        }
    }
}
