//! Services as Open Referral (HSDS 3.0, British or not): the pages of an API as JSON, or tables with a data package.
//!
//! `found` gathers the services of a whole API, `tables` makes of tables what the JSON would be, `service` turns each
//! service into our cells with the help of the other files. What our keys cannot hold goes into notes; what is not as the
//! standard says is named, and the rest taken in.

mod contact;
mod found;
mod place;
mod provider;
mod reader;
mod service;
mod tables;
mod terms;
mod times;

use serde_json::{Map, Value};

use super::Problem;
use super::cells::unique_keys;
use super::columns::Keys;
use super::incoming::{Covers, Source};
use super::known::Known;
use found::Found;
use reader::Reader;

/// An object of the data.
type Object = Map<String, Value>;

/// Reads files of Open Referral: their paths and what they hold.
///
/// # Errors
/// When there is no service in them at all; in words for people.
pub fn source(files: &[(String, Vec<u8>)], name: &str, keys: &Keys, known: &Known) -> Result<Source, String> {
    let found = gathered(files);
    if found.services.is_empty() {
        let first = found.problems.first();
        let why = first.map_or(String::new(), |problem| format!(": {}: {}", problem.place, problem.message));
        return Err(format!("no service was found in it{why}"));
    }
    let title = found.title();
    let mut source =
        Source { name: name.to_owned(), problems: found.problems, covers: covers(known), ..Source::default() };
    let (mut nulls, mut mobiles, mut unplaced) = (Vec::new(), Vec::new(), Vec::new());
    for (place, service) in found.services {
        let reader = Reader {
            place: place.clone(),
            known,
            keys,
            title: title.as_deref(),
            problems: &mut source.problems,
            nulls: &mut nulls,
            mobiles: &mut mobiles,
            unplaced: &mut unplaced,
            providers: &source.providers,
            has_areas: false,
            front: Vec::new(),
            notes: Vec::new(),
            doubts: Vec::new(),
        };
        let Some((incoming, provider)) = reader.service(service) else { continue };
        source.services.push(incoming);
        let Some(provider) = provider else { continue };
        match source.providers.iter().find(|known| known.id == provider.id) {
            None => source.providers.push(provider),
            Some(first) if *first == provider => {}
            Some(_) => {
                let why =
                    format!("other services say something else of the provider `{}`, and were believed", provider.id);
                source.problems.push(Problem::warning(place, why));
            }
        }
    }
    unique_keys(&mut source);
    if let Some(first) = nulls.first() {
        let why =
            format!("{} values are `null`, which the standard does not know; they are taken as missing", nulls.len());
        source.problems.push(Problem::advice(first.clone(), why));
    }
    if let Some(first) = mobiles.first() {
        let why = format!(
            "{} of a mobile, which may be a person's own: on pages they are shown, in your own open data only with `public: true` \
             beside them",
            counted(mobiles.len(), "number is that", "numbers are those")
        );
        source.problems.push(Problem::advice(first.clone(), why));
    }
    if let Some(first) = unplaced.first() {
        let why = format!(
            "{} no address, and {} `hidden: true`, so that none is ever shown: take that away where there is nothing to hide",
            counted(unplaced.len(), "place has", "places have"),
            if unplaced.len() == 1 { "has" } else { "have" },
        );
        source.problems.push(Problem::advice(first.clone(), why));
    }
    Ok(source)
}

fn counted(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// The services of all files. Tables are looked at where the JSON has none: they say the same again.
fn gathered(files: &[(String, Vec<u8>)]) -> Found {
    let mut found = Found::default();
    let (tables, documents): (Vec<_>, Vec<_>) =
        files.iter().partition(|(path, _)| path.to_lowercase().ends_with(".csv"));
    let mut documents: Vec<&(String, Vec<u8>)> = documents;
    // A service is best known from its own page; what others say of it is added to that.
    documents.sort_by_key(|(path, _)| !path.contains("services/"));
    for (path, bytes) in documents {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match serde_json::from_slice::<Value>(bytes) {
            Ok(value) => found.take(path, value),
            Err(error) => found.problems.push(Problem::error(path.as_str(), format!("it is no JSON: {error}"))),
        }
    }
    found.join();
    if found.services.is_empty() {
        for (place, service) in tables::services(&tables, &mut found.problems) {
            found.add(place, service);
        }
    }
    found.cycles();
    found
}

/// The columns that the standard can speak of.
fn covers(known: &Known) -> Covers {
    const COLUMNS: [&str; 23] = [
        "title",
        "summary",
        "provider",
        "contact",
        "place",
        "hours",
        "closed",
        "given",
        "cost",
        "ages",
        "who_for",
        "how_to_get",
        "waiting",
        "languages",
        "status",
        "status_note",
        "until",
        "bsl_access",
        "national",
        "reviewed",
        "updated",
        "owner",
        "apply",
    ];
    let own = COLUMNS.iter().map(|name| (*name).to_owned());
    Covers { headings: own.chain(known.taxonomies.iter().map(|(key, ..)| key.clone())).collect() }
}
