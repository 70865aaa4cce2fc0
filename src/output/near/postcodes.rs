//! Where each postcode lies, a few hundred to a file.
//!
//! A file is `{"y":…,"x":…,"p":[…]}`: the least latitude and longitude in thousandths of a degree, and for each sector and
//! area in it `[area, sector, units, latitudes, longitudes]`. Units are two letters each, one after another; how far north
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

/// Writes all of them, and gives their folder and, for each outward code: its name, the sectors that have a file of
/// their own, and the areas in it (-1 for none of the site's).
pub(super) fn write(postcodes: &Postcodes, files: &mut Vec<OutputFile>) -> (String, Vec<Value>) {
    let (mut contents, mut outwards) = (Vec::new(), Vec::new());
    for outward in postcodes.by_outward() {
        let mut sectors = String::new();
        if outward.len() > WHOLE {
            for sector in outward.chunk_by(|one, next| one.code.sector() == next.code.sector()) {
                sectors.push(sector[0].code.sector());
                contents.push(content(sector));
            }
        } else {
            contents.push(content(outward));
        }
        let mut areas: Vec<i32> = outward.iter().map(number).collect();
        areas.sort_unstable();
        areas.dedup();
        outwards.push(json!([outward[0].code.outward(), sectors, areas]));
    }
    let folder = format!("p-{}", hash(&contents.concat()));
    let named = contents.into_iter().enumerate();
    files.extend(named.map(|(number, content)| (format!("{FOLDER}/{folder}/{number}.json"), content)));
    (folder, outwards)
}

fn number(row: &PostcodeRow) -> i32 {
    row.area.map_or(-1, i32::from)
}

fn content(rows: &[PostcodeRow]) -> Vec<u8> {
    let points = || rows.iter().filter_map(|row| row.point);
    let y = points().map(|point| thousandths(point.lat)).min().unwrap_or(0);
    let x = points().map(|point| thousandths(point.lon)).min().unwrap_or(0);
    let mut groups: Vec<(i32, char, [String; 3])> = Vec::new();
    for row in rows {
        let key = (number(row), row.code.sector());
        let at = groups.iter().rposition(|(area, sector, _)| (*area, *sector) == key).unwrap_or_else(|| {
            groups.push((key.0, key.1, Default::default()));
            groups.len() - 1
        });
        let [units, ys, xs] = &mut groups[at].2;
        units.push_str(row.code.unit());
        let far = |degrees: f64, least: i32| thousandths(degrees) - least;
        let (north, east) = row.point.map_or((UNKNOWN, UNKNOWN), |point| (far(point.lat, y), far(point.lon, x)));
        // One that a mistake put into another part of the country is better unknown than wrong.
        let is_known = north < UNKNOWN && east < UNKNOWN;
        push(ys, if is_known { north } else { UNKNOWN });
        push(xs, if is_known { east } else { UNKNOWN });
    }
    serde_json::to_vec(&json!({ "y": y, "x": x, "p": groups.into_iter().map(|(area, sector, [units, ys, xs])| {
        json!([area, sector, units, ys, xs])
    }).collect::<Vec<_>>() }))
    .expect("texts and numbers are JSON")
}

fn push(text: &mut String, number: i32) {
    let digit = |value: i32| char::from(DIGITS[usize::try_from(value & 63).unwrap_or(0)]);
    text.extend([digit(number >> 6), digit(number)]);
}
