//! Reads `data/postcodes.csv`: Ordnance Survey's Code-Point Open, or ONS's postcode directories (ONSPD, NSPL).
//!
//! A row at a time, so that a file for a whole country needs no more memory than what is kept of it. A row that is wrong
//! is part of one finding for all of its kind, and the rest goes on. Which area a postcode lies in is told by the codes
//! of its row, whatever their columns are called: the names change with every edition, the codes do not.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufReader, Read};

use csv::{ByteRecord, ReaderBuilder};

use crate::data::{Point, Postcode};
use crate::diagnostic::Diagnostic;
use crate::model::{Area, PostcodeRow, Postcodes, Records};
use crate::source::{FileId, Sources, Span};

/// The file below `content/data/`.
pub(super) const NAME: &str = "postcodes.csv";

/// The names of columns in the files that people have, as small letters; the first that is there counts.
const POSTCODE: &[&str] = &["pcds", "pcd8", "pcd7", "pcd", "pcd2", "postcode", "pc"];
const EASTING: &[&str] = &["oseast1m", "east1m", "eastings", "easting", "ea"];
const NORTHING: &[&str] = &["osnrth1m", "north1m", "northings", "northing", "no"];
const LATITUDE: &[&str] = &["lat", "latitude"];
const LONGITUDE: &[&str] = &["long", "lon", "longitude"];

/// How many rows a finding about many names.
const NAMED: usize = 3;

/// Reads the postcodes of a site; none where there is no such file or it cannot be used, which is a finding.
pub(super) fn postcodes(
    data: &BTreeMap<String, FileId>,
    records: &Records,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
) -> Postcodes {
    let Some(file) = data.get(NAME).copied() else {
        return Postcodes::default();
    };
    let opened = sources.open(&format!("content/data/{NAME}"));
    let read = opened.and_then(|input| Reading::new(file, records).all(input).map_err(std::io::Error::from));
    match read {
        Ok((postcodes, mut problems)) => {
            found.append(&mut problems);
            postcodes
        }
        Err(error) => {
            found.push(
                Diagnostic::error("unreadable-file", format!("`data/{NAME}` cannot be read"))
                    .at(Span::whole(file))
                    .note(error.to_string()),
            );
            Postcodes::default()
        }
    }
}

/// Where in a row each thing stands.
#[derive(Debug, Default)]
struct Columns {
    postcode: usize,
    /// Easting and northing.
    grid: Option<[usize; 2]>,
    /// Latitude and longitude.
    degrees: Option<[usize; 2]>,
    /// The names of all columns; none where the file does not say.
    names: Vec<String>,
}

impl Columns {
    /// The columns that a heading names; nothing for a row that is none.
    fn of_heading(row: &ByteRecord) -> Option<Self> {
        let names: Vec<String> = row.iter().map(|cell| text(cell).to_lowercase()).collect();
        let find = |known: &[&str]| known.iter().find_map(|name| names.iter().position(|own| own == name));
        let pair = |one: &[&str], other: &[&str]| Some([find(one)?, find(other)?]);
        Some(Self {
            postcode: find(POSTCODE)?,
            grid: pair(EASTING, NORTHING),
            degrees: pair(LATITUDE, LONGITUDE),
            names: row.iter().map(text).collect(),
        })
    }

    /// Those of Code-Point Open, which comes without a heading; nothing for a row that is not like its rows.
    fn of_code_point(row: &ByteRecord) -> Option<Self> {
        let is_number = |at: usize| row.get(at).and_then(number).is_some();
        let fits = row.get(0).and_then(Postcode::read).is_some() && is_number(2) && is_number(3);
        let names = ["Postcode", "Positional quality", "Eastings", "Northings"].map(str::to_owned).to_vec();
        fits.then_some(Self { postcode: 0, grid: Some([2, 3]), degrees: None, names })
    }
}

fn text(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim().to_owned()
}

fn number(cell: &[u8]) -> Option<f64> {
    let number = std::str::from_utf8(cell).ok()?.trim().parse::<f64>().ok()?;
    number.is_finite().then_some(number)
}

/// What can be wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fault {
    Postcode,
    Number,
    Outside,
    Twice,
}

impl Fault {
    fn message(self, count: u32) -> String {
        match (self, count) {
            (Self::Postcode, 1) => "this cannot be a postcode".into(),
            (Self::Postcode, _) => format!("{count} rows have no postcode that can be"),
            (Self::Number, 1) => "this position is not a number".into(),
            (Self::Number, _) => format!("{count} rows have a position that is not a number"),
            (Self::Outside, 1) => "this position is outside the United Kingdom".into(),
            (Self::Outside, _) => format!("{count} rows have a position outside the United Kingdom"),
            (Self::Twice, 1) => "this postcode is there twice".into(),
            (Self::Twice, _) => format!("{count} postcodes are there twice"),
        }
    }

    fn help(self) -> &'static str {
        match self {
            Self::Postcode => "the row is left out; write it as Royal Mail does, such as `NG1 1AA`, or take it away",
            Self::Number => "the postcode is kept without a position; write metres, such as 457803 and 340082",
            Self::Outside => "the postcode is kept without a position; look whether two columns have changed places",
            Self::Twice => "the first row counts; take the other one away",
        }
    }
}

/// All rows with one fault.
struct Many {
    count: u32,
    /// The first few: row, column and what stands there.
    first: Vec<String>,
    /// The first row.
    span: Span,
}

/// A file while it is read.
struct Reading {
    file: FileId,
    /// Codes of areas, each with its area and how deep that lies.
    codes: HashMap<Vec<u8>, (u16, usize)>,
    /// The lengths that codes have, as bits.
    lengths: u64,
    rows: Vec<(PostcodeRow, u64, Span)>,
    faults: BTreeMap<Fault, Many>,
}

impl Reading {
    /// The codes of all areas. That of an area that another has replaced stands for the other: codes change at once, and
    /// the files of postcodes months later.
    fn new(file: FileId, records: &Records) -> Self {
        let areas = &records.areas;
        let parent = |area: &Area| area.parent.as_deref().and_then(|id| records.area_now(id));
        let depth = |area| std::iter::successors(parent(area), |above| parent(above)).take(areas.len()).count();
        let mut codes = HashMap::new();
        let mut lengths = 0;
        for written in areas.iter().chain(&records.retired_areas) {
            let code = written.gss.as_deref().map(str::trim).filter(|code| !code.is_empty());
            let now = records.area_now(&written.id);
            let number = now.and_then(|now| areas.iter().position(|area| area.id == now.id));
            if let (Some(code), Some(now), Some(number)) = (code, now, number.and_then(|at| u16::try_from(at).ok())) {
                lengths |= 1u64 << (code.len() % 64);
                codes.entry(code.as_bytes().to_vec()).or_insert((number, depth(now)));
            }
        }
        Self { file, codes, lengths, rows: Vec::new(), faults: BTreeMap::new() }
    }

    fn all(mut self, input: impl Read) -> Result<(Postcodes, Vec<Diagnostic>), csv::Error> {
        let input = BufReader::with_capacity(1 << 17, input);
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
        let mut row = ByteRecord::new();
        let mut columns: Option<Columns> = None;
        while reader.read_byte_record(&mut row)? {
            let (line, start) = row.position().map_or((1, 0), |position| (position.line(), position.byte()));
            let span = Span::new(self.file, at(start)..at(reader.position().byte()));
            match &columns {
                None => {
                    columns = Columns::of_heading(&row).or_else(|| Columns::of_code_point(&row));
                    match &columns {
                        None => return Ok((Postcodes::default(), vec![self.unusable("its columns are not known")])),
                        Some(known) if known.grid.is_none() && known.degrees.is_none() => {
                            return Ok((
                                Postcodes::default(),
                                vec![self.unusable("no column says where a postcode is")],
                            ));
                        }
                        // A row of Code-Point Open is one already.
                        Some(known) if row.get(known.postcode).and_then(Postcode::read).is_some() => {
                            self.row(&row, known, line, span);
                        }
                        Some(_) => {}
                    }
                }
                // Code-Point Open's own headings are two rows: short names, then long ones.
                Some(_) if line <= 2 && Columns::of_heading(&row).is_some() => {}
                Some(known) => self.row(&row, known, line, span),
            }
        }
        Ok(self.finish())
    }

    fn row(&mut self, row: &ByteRecord, columns: &Columns, line: u64, span: Span) {
        let written = row.get(columns.postcode).unwrap_or_default();
        let Some(code) = Postcode::read(written) else {
            if row.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                self.fault(Fault::Postcode, place(columns, columns.postcode, line, written), span);
            }
            return;
        };
        let point = self.point(row, columns, code, line, span);
        let area = row.iter().filter_map(|cell| self.area(cell.trim_ascii())).max_by_key(|(_, depth)| *depth);
        self.rows.push((PostcodeRow { code, area: area.map(|(area, _)| area), point }, line, span));
    }

    fn area(&self, cell: &[u8]) -> Option<(u16, usize)> {
        let may_be = self.lengths & (1 << (cell.len() % 64)) != 0;
        if may_be { self.codes.get(cell).copied() } else { None }
    }

    /// Where a row's postcode is. Nobody knows it of some, which the files say in numbers of their own.
    fn point(&mut self, row: &ByteRecord, columns: &Columns, code: Postcode, line: u64, span: Span) -> Option<Point> {
        let is_filled = |at: usize| row.get(at).is_some_and(|cell| !cell.trim_ascii().is_empty());
        let filled = |pair: &Option<[usize; 2]>| pair.filter(|pair| pair.iter().all(|at| is_filled(*at)));
        let degrees = filled(&columns.degrees);
        // The grid of Northern Ireland is another one; its postcodes are placed by degrees alone.
        let pair = degrees.or_else(|| filled(&columns.grid).filter(|_| !code.outward().starts_with("BT")))?;
        let mut numbers = [0.0; 2];
        for (value, at) in numbers.iter_mut().zip(pair) {
            let cell = row.get(at).unwrap_or_default();
            let Some(number) = number(cell) else {
                self.fault(Fault::Number, place(columns, at, line, cell), span);
                return None;
            };
            *value = number;
        }
        let [one, other] = numbers;
        let is_unknown = if degrees.is_some() { one > 99.0 } else { one == 0.0 && other == 0.0 };
        if is_unknown {
            return None;
        }
        let point = if degrees.is_some() { Point { lat: one, lon: other } } else { Point::of_grid(one, other) };
        if !point.is_in_the_uk() {
            let cell = format!("{one}, {other}");
            self.fault(Fault::Outside, place(columns, pair[0], line, cell.as_bytes()), span);
            return None;
        }
        Some(point)
    }

    fn fault(&mut self, fault: Fault, place: String, span: Span) {
        let many = self.faults.entry(fault).or_insert(Many { count: 0, first: Vec::new(), span });
        many.count += 1;
        if many.first.len() < NAMED {
            many.first.push(place);
        }
    }

    fn finish(mut self) -> (Postcodes, Vec<Diagnostic>) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_by_key(|(row, ..)| row.code);
        let mut kept: Vec<PostcodeRow> = Vec::with_capacity(rows.len());
        let mut twice = Vec::new();
        for (row, line, span) in rows {
            match kept.last() {
                Some(last) if last.code == row.code => twice.push((line, row.code, span)),
                _ => kept.push(row),
            }
        }
        twice.sort_by_key(|(line, ..)| *line);
        for (line, code, span) in twice {
            self.fault(Fault::Twice, format!("row {line}: {code}"), span);
        }
        if kept.is_empty() && self.faults.is_empty() {
            let empty = self.unusable("it holds no postcode");
            return (Postcodes::default(), vec![empty]);
        }
        let faults = std::mem::take(&mut self.faults);
        let findings = faults.into_iter().map(|(fault, many)| finding(fault, many));
        (Postcodes::new(kept), findings.collect())
    }

    fn unusable(&self, why: &str) -> Diagnostic {
        Diagnostic::error("broken-postcodes", format!("`data/{NAME}` cannot be used: {why}"))
            .at(Span::whole(self.file))
            .help(
                "take Code-Point Open as it comes, or a file whose first row names `pcds` and `lat` and `long`, \
                 or `pcds` and `oseast1m` and `osnrth1m`; docs/near.md tells where to get them",
            )
    }
}

fn finding(fault: Fault, many: Many) -> Diagnostic {
    let Many { count, first, span } = many;
    let more = count as usize - first.len();
    let note = match more {
        0 => first.join("; "),
        more => format!("{}; and {more} more", first.join("; ")),
    };
    let mut finding =
        Diagnostic::warning("odd-postcode-row", fault.message(count)).at(span).help(fault.help()).note(note);
    finding.count = count;
    finding
}

/// Names a cell as people find it in a spreadsheet.
fn place(columns: &Columns, at: usize, line: u64, cell: &[u8]) -> String {
    let written: String = text(cell).chars().take(40).collect();
    match columns.names.get(at).filter(|name| !name.is_empty()) {
        Some(name) => format!("row {line}, column {name}: `{written}`"),
        None => format!("row {line}, column {}: `{written}`", at + 1),
    }
}

fn at(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}
