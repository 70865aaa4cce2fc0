//! `build.json`: what made the output, when, and the next day on which a new build would differ.
//!
//! It is also the mark by which a later build knows that it may replace the folder: see `sink::staging`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::OutputFile;
use crate::model::{Kind, Site};

#[derive(Serialize)]
struct BuildInfo<'a> {
    generator: &'static str,
    version: &'static str,
    built: String,
    /// The first day after this one on which a page appears, goes, opens, closes, or is due to be checked, by its dates.
    next_change: Option<String>,
    pages: usize,
    types: BTreeMap<&'a str, usize>,
    forms: BTreeMap<&'a str, usize>,
    languages: BTreeMap<&'a str, usize>,
}

/// Makes the file.
pub fn files(site: &Site) -> Vec<OutputFile> {
    let mut info = BuildInfo {
        generator: "signpost",
        version: env!("CARGO_PKG_VERSION"),
        built: site.today.to_string(),
        next_change: site.next_change().map(|date| date.to_string()),
        pages: 0,
        types: BTreeMap::new(),
        forms: BTreeMap::new(),
        languages: BTreeMap::new(),
    };
    for page in site.public_pages().filter(|page| page.kind != Kind::Handout) {
        info.pages += 1;
        *info.types.entry(page.content_type.name()).or_default() += 1;
        *info.forms.entry(page.variant.form.word()).or_default() += 1;
        *info.languages.entry(&site.settings.languages[usize::from(page.variant.language)].code).or_default() += 1;
    }
    let mut text = serde_json::to_vec_pretty(&info).expect("text and numbers are always JSON");
    text.push(b'\n');
    vec![("build.json".into(), text)]
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::model::Publication;
    use crate::output::fixture;

    #[test]
    fn it_names_the_generator_and_the_next_change() {
        let mut site = fixture::site();
        let read =
            |site: &Site| -> serde_json::Value { serde_json::from_slice(&files(site)[0].1).expect("it is JSON") };
        let info = read(&site);
        assert_eq!((info["generator"].as_str(), info["built"].as_str()), (Some("signpost"), Some("2026-11-22")));
        assert!(info["next_change"].is_null());
        assert_eq!(info["languages"]["pl"], 1);
        let day = |text: &str| text.parse::<Date>().expect("a day");
        site.pages[2].publication = Publication::Future(day("2027-01-05"));
        site.pages[1].publication = Publication::Future(day("2026-12-24"));
        assert_eq!(read(&site)["next_change"], "2026-12-24");
    }
}
