//! `assets/list/`: the services that may stand on a reader's own list, each as it stands there, a few to a file.
//!
//! A list holds names alone, so the page that shows one asks for the files in which these names lie. A file is called
//! after what it holds, so that a host may keep it for ever and a visit asks only for what has changed. The HTML of each
//! service is made by `render`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::OutputFile;
use crate::model::Site;

/// How many services lie in a file, about, and how many files there may be, as a power of two.
const EACH: usize = 6;
const MOST_BITS: u32 = 10;

/// How many digits of a file's hash stand in its name.
const HASH: usize = 6;

/// The files of a language, and what its page must know to find a service in them.
pub fn shards(site: &Site, language: usize, services: &[(String, String)]) -> (Vec<OutputFile>, Value) {
    let bits = services.len().div_ceil(EACH).next_power_of_two().ilog2().min(MOST_BITS);
    let mut shards: BTreeMap<usize, BTreeMap<&str, &str>> = BTreeMap::new();
    for (name, html) in services {
        shards.entry(shard(name, bits)).or_default().insert(name, html);
    }
    let reader = &site.settings.languages[language];
    let folder = format!("assets/list/{}/", reader.code);
    let mut files = Vec::with_capacity(shards.len());
    let mut hashes = String::with_capacity(HASH << bits);
    for number in 0..1usize << bits {
        let Some(bytes) = shards.get(&number).and_then(|shard| serde_json::to_vec(shard).ok()) else {
            hashes.push_str(&" ".repeat(HASH));
            continue;
        };
        let hash = &blake3::hash(&bytes).to_hex()[..HASH];
        hashes.push_str(hash);
        files.push((format!("{folder}{number}.{hash}.json"), bytes));
    }
    let index = json!({
        "lang": reader.code, "dir": if reader.rtl { "rtl" } else { "ltr" }, "bits": bits, "hashes": hashes,
        "folder": site.settings.href(&format!("/{folder}")),
    });
    (files, index)
}

/// The file of a service: the first bits of its name.
fn shard(name: &str, bits: u32) -> usize {
    let digits = u64::from_str_radix(name.get(..10).unwrap_or(name), 16).unwrap_or_default();
    usize::try_from(digits >> (40 - bits)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fixture;

    fn services(count: u64) -> Vec<(String, String)> {
        // Names spread as those of services are: by a multiplication that loses nothing within 40 bits.
        let name = |number: u64| format!("{:010x}", number.wrapping_mul(0x9E_3779_B97F) & 0xFF_FFFF_FFFF);
        (0..count).map(|number| (name(number), format!("<h2>Service {number}</h2>"))).collect()
    }

    #[test]
    fn every_service_lies_in_the_file_that_its_page_asks_for() {
        let site = fixture::site();
        for count in [1, 6, 7, 63, 1000] {
            let services = services(count);
            let (files, index) = shards(&site, 0, &services);
            let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
            let (bits, hashes) = (index["bits"].as_u64().expect("bits"), index["hashes"].as_str().expect("hashes"));
            assert_eq!(hashes.len(), HASH << bits);
            for (name, html) in &services {
                let number = usize::from_str_radix(name, 16).expect("hexadecimal") / (1 << (40 - bits));
                let hash = &hashes[number * HASH..][..HASH];
                let file = &files[&format!("assets/list/en/{number}.{hash}.json")];
                let read: BTreeMap<String, String> = serde_json::from_slice(file).expect("JSON");
                assert_eq!(&read[name], html);
            }
        }
    }

    #[test]
    fn a_large_directory_has_a_thousand_files_and_a_small_one_a_few() {
        let site = fixture::site();
        assert_eq!(shards(&site, 0, &services(5)).0.len(), 1);
        assert!(shards(&site, 0, &services(10_000)).0.len() <= 1 << MOST_BITS);
        let changed = |html: &str| shards(&site, 0, &[("00a1b2c3d4".into(), html.into())]).0.remove(0).0;
        assert_ne!(changed("<h2>Hub</h2>"), changed("<h2>The Hub</h2>"));
    }
}
