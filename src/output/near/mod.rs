//! Help near a postcode, as small files that `parts/near.js` reads: nothing that is typed leaves the phone.
//!
//! The page holds the manifest: what the areas are called, which outward codes there are, and what the files are called.
//! Below `assets/near/` are
//! - `p-HASH/N.json`: the postcodes of an outward code, or of one sector of a large one (see [`postcodes`]). They change
//!   together, a few times a year, and so they have one hash;
//! - `aN.HASH.json`: the services of an area (see [`services`]);
//! - `cN.HASH.json`: what is shown of a few services, `cN.CODE.HASH.json` the same for readers of another language.
//!
//! A file's number is in its name. Whoever runs the host can tell from it which hundreds of postcodes one of them is
//! among, and from the `c` files which services are near; the privacy page says so.
//! One look-up asks for one file of postcodes, one of the area's services and those of the services that are shown.

mod postcodes;
mod services;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::OutputFile;
use crate::model::Site;

/// The folder of all files.
const FOLDER: &str = "assets/near";

/// The files of the page about help near you, and what it needs to know of them.
#[derive(Debug)]
pub struct Near {
    /// Paths and contents.
    pub files: Vec<OutputFile>,
    shared: Value,
    /// The files with words in each language, by the number of the one in the main language.
    own: BTreeMap<u8, BTreeMap<usize, String>>,
}

impl Near {
    /// Makes them; nothing for a site that has no postcodes.
    pub fn new(site: &Site) -> Option<Self> {
        let rows = &site.records.postcodes;
        if rows.is_empty() {
            return None;
        }
        let mut files = Vec::new();
        let (folder, outwards) = postcodes::write(rows, &mut files);
        let services = services::write(site, &mut files);
        let areas: Vec<Value> = site
            .records
            .areas
            .iter()
            .zip(services.areas)
            .map(|(area, file)| json!({ "name": area.name, "id": area.id, "file": file }))
            .collect();
        let shared = json!({
            "folder": site.settings.href(&format!("/{FOLDER}/")),
            "postcodes": folder, "outwards": outwards, "areas": areas, "per": services::PER_FILE,
        });
        Some(Self { files, shared, own: services.own })
    }

    /// What the page in a language holds.
    pub fn manifest(&self, language: u8) -> Value {
        let mut manifest = self.shared.clone();
        manifest["own"] = json!(self.own.get(&language).cloned().unwrap_or_default());
        manifest
    }
}

/// Five letters that change with the content, as those of the search's files.
fn hash(content: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let digest = blake3::hash(content);
    digest.as_bytes()[..5].iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// A position in thousandths of a degree: about 100 metres, which is as near as a postcode's own middle is to a home.
fn thousandths(degrees: f64) -> i32 {
    (degrees * 1000.0).round() as i32
}
