//! A sheet as rows of cells, with what had to be guessed: the encoding and the mark between cells of a CSV file.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Problem;

/// The rows of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name in a workbook.
    pub name: Option<String>,
    /// The rows that hold anything: their number as a spreadsheet shows it, and their cells.
    pub rows: Vec<(usize, Vec<String>)>,
    /// How it was read, for people.
    pub said: Vec<String>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// The letters of a column as a spreadsheet shows them: A, B, …, Z, AA.
pub fn letters(column: usize) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.insert(0, char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters
}

/// Reads a CSV file of any usual encoding, with commas, semicolons or tabs.
pub fn csv(bytes: &[u8]) -> Sheet {
    let (text, encoding, is_damaged) = decoded(bytes);
    let mut sheet = Sheet::default();
    let mut text = text.as_str();
    let is_mark = |mark: &u8| !matches!(mark, b'\r' | b'\n' | b'"');
    let stated = text
        .get(..5)
        .filter(|start| start.starts_with("sep="))
        .and_then(|start| start.as_bytes().get(4).copied())
        .filter(is_mark);
    let mut first_row = 1;
    let delimiter = match stated {
        Some(mark) => {
            text = text.split_once('\n').map_or("", |(_, rest)| rest);
            first_row = 2;
            mark
        }
        None => delimiter(text),
    };
    let mark = match delimiter {
        b',' => "commas".to_owned(),
        b';' => "semicolons".to_owned(),
        b'\t' => "tabs".to_owned(),
        other => format!("`{}`", char::from(other)),
    };
    sheet.said.push(format!("read as {encoding}, with {mark} between the cells"));
    let old_mac;
    if !text.contains('\n') && text.contains('\r') {
        old_mac = text.replace('\r', "\n");
        text = &old_mac;
    }
    rows(text, delimiter, first_row, &mut sheet);
    if is_damaged {
        let is_broken = |(_, cells): &&(usize, Vec<String>)| cells.iter().any(|cell| cell.contains('\u{fffd}'));
        let broken: Vec<String> = sheet.rows.iter().filter(is_broken).map(|(row, _)| row.to_string()).collect();
        let more = if broken.len() > 20 { format!(" and {} more", broken.len() - 20) } else { String::new() };
        let place = format!("row {}{more}", broken.iter().take(20).cloned().collect::<Vec<_>>().join(", "));
        let why = format!("some letters are none in {encoding}, and were read as \u{fffd}");
        sheet.problems.push(Problem::warning(place, why));
    }
    sheet
}

fn rows(text: &str, delimiter: u8, first_row: usize, sheet: &mut Sheet) {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut row = first_row;
    // The reader passes over empty lines, which a spreadsheet counts.
    while reader.read_record(&mut record).unwrap_or(false) {
        let at = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let begun = &text.as_bytes()[at.min(text.len())..];
        let is_half_end = at > 0 && text.as_bytes()[at - 1] == b'\r';
        let begun = begun.strip_prefix(b"\n").filter(|_| is_half_end).unwrap_or(begun);
        let empty = begun.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        row += empty.filter(|byte| **byte == b'\n').count();
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            sheet.rows.push((row, record.iter().map(str::to_owned).collect()));
        }
        row += 1;
    }
    if text.matches('"').count() % 2 == 1 {
        let longest = sheet.rows.iter().max_by_key(|(_, cells)| cells.iter().map(String::len).max());
        let row = longest.map_or(0, |(row, _)| *row);
        sheet.problems.push(Problem::error(
            format!("row {row}"),
            "a quotation mark opens a cell and none closes it, so that the rows below may be part of it",
        ));
    }
}

/// The text of a file, what its encoding is called, and whether letters were lost.
pub fn decoded(bytes: &[u8]) -> (String, &'static str, bool) {
    let (encoding, start, name): (&'static Encoding, usize, &'static str) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == UTF_8 => (encoding, length, "UTF-8 with its mark"),
        Some((encoding, length)) => (encoding, length, "UTF-16"),
        None => match zeros(bytes) {
            (0, 0) if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0, "UTF-8"),
            (even, odd) if odd > even && odd * 4 > bytes.len().min(SEARCHED) => (UTF_16LE, 0, "UTF-16"),
            (even, odd) if even > odd && even * 4 > bytes.len().min(SEARCHED) => (UTF_16BE, 0, "UTF-16"),
            _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0, "UTF-8"),
            _ if is_mostly_utf8(bytes) => (UTF_8, 0, "UTF-8"),
            _ => (WINDOWS_1252, 0, "Windows-1252, since it is not UTF-8"),
        },
    };
    let (text, is_damaged) = encoding.decode_without_bom_handling(&bytes[start..]);
    (text.into_owned(), name, is_damaged)
}

/// Whether most letters beyond English are whole ones of UTF-8, and only some are broken.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (whole, broken) = bytes.utf8_chunks().fold((0, 0), |(whole, broken), chunk| {
        let letters = chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        (whole + letters, broken + usize::from(!chunk.invalid().is_empty()))
    });
    whole > broken
}

/// How far a file is searched for zero bytes.
const SEARCHED: usize = 4096;

/// Zero bytes at even and at odd places.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let head = &bytes[..bytes.len().min(SEARCHED)];
    let count = |rest: usize| head.iter().skip(rest).step_by(2).filter(|byte| **byte == 0).count();
    (count(0), count(1))
}

/// The mark that most lines have most often, outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let mut best = (0, b',');
    for mark in [b',', b';', b'\t'] {
        let (mut counts, mut count, mut is_quoted) = (Vec::new(), 0usize, false);
        for byte in text.bytes().take(64 << 10) {
            match byte {
                b'"' => is_quoted = !is_quoted,
                b'\n' if !is_quoted => counts.push(std::mem::take(&mut count)),
                byte if byte == mark && !is_quoted => count += 1,
                _ => {}
            }
        }
        counts.push(count);
        // Of a mark between cells nearly every line has as many; of one in sentences hardly any.
        let with_any = counts.iter().filter(|count| **count > 0).count();
        let most_common = counts
            .iter()
            .filter(|count| **count > 0)
            .max_by_key(|wanted| (counts.iter().filter(|count| count == wanted).count(), **wanted));
        let score = most_common.map_or(0, |common| with_any * common);
        if score > best.0 {
            best = (score, mark);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], said: &str, rows: &[(usize, &[&str])]) {
        let sheet = csv(bytes);
        let got: Vec<(usize, Vec<&str>)> =
            sheet.rows.iter().map(|(row, cells)| (*row, cells.iter().map(String::as_str).collect())).collect();
        let rows: Vec<(usize, Vec<&str>)> = rows.iter().map(|(row, cells)| (*row, cells.to_vec())).collect();
        assert_eq!(got, rows);
        assert!(sheet.said[0].contains(said), "{:?}", sheet.said);
    }

    #[test]
    fn encodings_and_marks_are_guessed() {
        let rows: &[(usize, &[&str])] = &[(1, &["Name", "Caf\u{e9}"]), (2, &["Ann\u{2019}s", "a"])];
        check("Name,Café\nAnn’s,a\n".as_bytes(), "UTF-8, with commas", rows);
        check("\u{feff}Name;Café\r\nAnn’s;a\r\n".as_bytes(), "UTF-8 with its mark, with semicolons", rows);
        check(b"Name\tCaf\xe9\nAnn\x92s\ta\n", "Windows-1252, since it is not UTF-8, with tabs", rows);
        let wide: Vec<u8> = "Name,Café\nAnn’s,a\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "UTF-16, with commas", rows);
        let marked: Vec<u8> = "\u{feff}Name,Café\nAnn’s,a\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&marked, "UTF-16, with commas", rows);
        check(b"sep=|\nName|B, c\n", "`|`", &[(2, &["Name", "B, c"])]);
        check(b"a,b\rc,d\r", "commas", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    }

    #[test]
    fn one_broken_letter_breaks_no_other() {
        let sheet = csv("Name,Tel\nCafé,1\nŻółw,2\nB".bytes().chain(*b"\xe9d,3\n").collect::<Vec<u8>>().as_slice());
        assert_eq!(sheet.rows[1].1[0], "Café");
        assert_eq!(sheet.rows[3].1[0], "B\u{fffd}d");
        assert_eq!(sheet.problems[0].place, "row 4");
        assert_eq!(csv(b"Name\nCaf\xe9\n").rows[1].1[0], "Café", "Windows-1252");
    }

    #[test]
    fn rows_have_the_numbers_that_a_spreadsheet_shows() {
        check(
            b"\n\nName,Hours\n\"Hub\",\"Mon\nTue\"\n,,\n\nCaf,x\n",
            "commas",
            &[(3, &["Name", "Hours"]), (4, &["Hub", "Mon\nTue"]), (7, &["Caf", "x"])],
        );
        check(b"a,b\r\n\r\nc,d\r\ne,f", "commas", &[(1, &["a", "b"]), (3, &["c", "d"]), (4, &["e", "f"])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let sheet = csv(b"Name,Hours\nHub,\"Mon\nCafe,Tue\n");
        assert_eq!(sheet.problems[0].place, "row 2");
        assert_eq!(letters(0) + &letters(25) + &letters(26) + &letters(701) + &letters(702), "AZAAZZAAA");
    }
}
