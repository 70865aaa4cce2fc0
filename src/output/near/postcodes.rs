//! Where each postcode lies, a few hundred to a file.
//!
//! A file is `{"y":…,"x":…,"p":[…]}`: the least latitude and longitude in thousandths of a degree, and for each sector and
//! area in it `[area, sector, units, latitudes, longitudes]`; in a file that small outward codes share, the sector has its
//! outward code before it, such as `ZZ1 2`. Units are two letters each, one after another; how far north
//! and east of the least each lies is two digits to the base of 64, `__` where nobody knows.

use serde_json::{Value, json};

use super::{FOLDER, hash, thousandths};
use crate::model::{PostcodeRow, Postcodes};
use crate::output::OutputFile;

/// An outward code with more postcodes than this has a file for each sector, which has 400 at most.
const WHOLE: usize = 400;
/// The digits of numbers, from 0 to 63.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Stands for a place that is not known.
const UNKNOWN: i32 = 64 * 64 - 1;

/// The fewest postcodes of a file, where the site has as many: who asks for a file of one would tell the host which it is.
const LEAST: usize = 100;

/// Postcodes that are asked for together: those of an outward code, or of one sector of it.
struct Unit<'a> {
    outward: usize,
    rows: &'a [PostcodeRow],
}

/// Writes all of them, and gives their folder and, for each outward code: its name, the sectors that are asked for by
/// themselves, the areas in it (-1 for none of the site's), and the number of the file of each sector, or of all of it.
pub(super) fn write(postcodes: &Postcodes, files: &mut Vec<OutputFile>) -> (String, Vec<Value>) {
    let (mut units, mut outwards) = (Vec::new(), Vec::new());
    for (position, outward) in postcodes.by_outward().enumerate() {
        let mut sectors = String::new();
        if outward.len() > WHOLE {
            for sector in outward.chunk_by(|one, next| one.code.sector() == next.code.sector()) {
                sectors.push(sector[0].code.sector());
                units.push(Unit { outward: position, rows: sector });
            }
        } else {
            units.push(Unit { outward: position, rows: outward });
        }
        let mut areas: Vec<i32> = outward.iter().map(number).collect();
        areas.sort_unstable();
        areas.dedup();
        outwards.push((outward[0].code.outward(), sectors, areas, Vec::new()));
    }
    let mut contents = Vec::new();
    for (number, shared) in shared(&units).into_iter().enumerate() {
        for unit in &shared {
            outwards[units[*unit].outward].3.push((*unit, number));
        }
        let is_shared = shared.len() > 1;
        let rows = shared.iter().flat_map(|unit| units[*unit].rows);
        contents.push(content(&rows.collect::<Vec<_>>(), is_shared));
    }
    let folder = format!("p-{}", hash(&contents.concat()));
    let named = contents.into_iter().enumerate();
    files.extend(named.map(|(number, content)| (format!("{FOLDER}/{folder}/{number}.json"), content)));
    let outwards = outwards.into_iter().map(|(name, sectors, areas, mut files)| {
        // In the order of the sectors.
        files.sort_unstable();
        let files: Vec<usize> = files.into_iter().map(|(_, number)| number).collect();
        json!([name, sectors, areas, files])
    });
    (folder, outwards.collect())
}

/// Which units share a file: large ones have their own, small ones are put together until there are enough.
fn shared(units: &[Unit<'_>]) -> Vec<Vec<usize>> {
    let (mut all, mut small, mut count) = (Vec::new(), Vec::new(), 0);
    for (position, unit) in units.iter().enumerate() {
        if unit.rows.len() >= LEAST {
            all.push(vec![position]);
            continue;
        }
        small.push(position);
        count += unit.rows.len();
        if count >= LEAST {
            all.push(std::mem::take(&mut small));
            count = 0;
        }
    }
    // The few that are left go to the smallest file that there is.
    let size = |file: &Vec<usize>| file.iter().map(|unit| units[*unit].rows.len()).sum::<usize>();
    match all.iter_mut().min_by_key(|file| size(file)) {
        _ if small.is_empty() => {}
        Some(smallest) => smallest.append(&mut small),
        None => all.push(small),
    }
    all
}

fn number(row: &PostcodeRow) -> i32 {
    row.area.map_or(-1, i32::from)
}

fn content(rows: &[&PostcodeRow], is_shared: bool) -> Vec<u8> {
    let points = || rows.iter().filter_map(|row| row.point);
    let y = least(points().map(|point| thousandths(point.lat)).collect());
    let x = least(points().map(|point| thousandths(point.lon)).collect());
    let mut groups: Vec<(i32, String, [String; 3])> = Vec::new();
    for row in rows {
        let sector = row.code.sector();
        let key =
            (number(row), if is_shared { format!("{} {sector}", row.code.outward()) } else { sector.to_string() });
        let at = groups.iter().rposition(|(area, sector, _)| (*area, sector) == (key.0, &key.1)).unwrap_or_else(|| {
            groups.push((key.0, key.1.clone(), Default::default()));
            groups.len() - 1
        });
        let [units, ys, xs] = &mut groups[at].2;
        units.push_str(row.code.unit());
        let far = |degrees: f64, least: i32| thousandths(degrees) - least;
        let (north, east) = row.point.map_or((UNKNOWN, UNKNOWN), |point| (far(point.lat, y), far(point.lon, x)));
        // One that a mistake put into another part of the country is better unknown than wrong.
        let is_known = (0..UNKNOWN).contains(&north) && (0..UNKNOWN).contains(&east);
        push(ys, if is_known { north } else { UNKNOWN });
        push(xs, if is_known { east } else { UNKNOWN });
    }
    serde_json::to_vec(&json!({ "y": y, "x": x, "p": groups.into_iter().map(|(area, sector, [units, ys, xs])| {
        json!([area, sector, units, ys, xs])
    }).collect::<Vec<_>>() }))
    .expect("texts and numbers are JSON")
}

/// The least of the numbers that lie around the one in the middle: a postcode that a mistake put far away makes no other
/// one unknown.
fn least(mut numbers: Vec<i32>) -> i32 {
    numbers.sort_unstable();
    let from = numbers.get(numbers.len() / 2).map_or(0, |middle| middle - UNKNOWN / 2);
    numbers.into_iter().find(|number| *number >= from).unwrap_or(0)
}

fn push(text: &mut String, number: i32) {
    let digit = |value: i32| char::from(DIGITS[usize::try_from(value & 63).unwrap_or(0)]);
    text.extend([digit(number >> 6), digit(number)]);
}
