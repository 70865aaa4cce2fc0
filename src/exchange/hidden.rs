//! Hidden places in an import: a sheet never takes `hidden` away, never writes an address into such a place, and a new page
//! of a refuge has no address.
//!
//! Neither the state file, nor what is shown, nor a finding ever holds what [`is_secret`](super::export::is_secret) names
//! on a page that hides a place.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{BODY, Cell, split};
use super::export::{KEPT_BACK, is_secret};
use super::incoming::Incoming;
use crate::config::Settings;
use crate::data::{Postcode, Value};
use crate::model::fold;

/// The places that front matter lists.
fn places(front: &Value) -> &[Value] {
    front.get("places").map(Value::items).unwrap_or_default()
}

/// Whether a place is hidden, as the loader decides it: by anything but a plain `false`.
pub fn is_hidden(place: &Value) -> bool {
    place.entries().iter().any(|(key, value)| key == "hidden" && !matches!(value, Value::Flag(false)))
}

/// Whether a place is hidden.
pub fn hides(front: &Value) -> bool {
    places(front).iter().any(is_hidden)
}

/// Whether a change would make a hidden place public: it is hidden no more, has another number, or what it kept back stands
/// in an open one.
pub fn exposes(before: &Value, after: &Value) -> bool {
    let (old, new) = (places(before), places(after));
    let secrets: Vec<&Value> = old
        .iter()
        .filter(|place| is_hidden(place))
        .flat_map(|place| ["address", "postcode", "lat", "lon"].into_iter().filter_map(|key| place.get(key)))
        .filter(|value| !value.is_empty())
        .collect();
    let is_open = |at: usize| new.get(at).is_none_or(|place| !is_hidden(place));
    let tells = |place: &Value| place.entries().iter().any(|(_, value)| secrets.contains(&value));
    old.iter().enumerate().any(|(at, place)| is_hidden(place) && is_open(at))
        || new.iter().any(|place| !is_hidden(place) && tells(place))
}

/// Words by which a service is known for a refuge, wherever they stand.
const REFUGE: [&str; 7] = ["refuge", "refuges", "safe house", "safe houses", "safehouse", "fleeing", "escaping"];
/// Words by which it may be one where they stand in its name or its terms; many another service speaks of them.
const ABUSE: [&str; 3] = ["domestic abuse", "domestic violence", "women s aid"];
/// Words in the place of an address that nobody may learn, or before it.
const WITHHELD: [&str; 8] = [
    "confidential",
    "withheld",
    "undisclosed",
    "not disclosed",
    "not published",
    "not public",
    "not for publication",
    "secret",
];
/// Last words of the names of streets; the others, such as `Close`, are words of their own too.
const STREETS: [&str; 9] = ["street", "road", "lane", "avenue", "terrace", "crescent", "gardens", "grove", "square"];
const STREETS_BEHIND_A_NUMBER: [&str; 10] =
    ["close", "court", "drive", "hill", "mews", "place", "rise", "row", "walk", "way"];
/// Names of columns that tell where something is, though no key of ours holds them.
const WHERE: [&str; 13] = [
    "address",
    "postcode",
    "post code",
    "easting",
    "northing",
    "uprn",
    "usrn",
    "grid ref",
    "what3words",
    "latitude",
    "longitude",
    "location",
    "postal",
];

/// What nobody should learn of a service from a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    /// Whether it may be a refuge.
    pub is_refuge: bool,
    /// The numbers of the places that the source says are hidden.
    pub hidden: BTreeSet<String>,
}

impl Guard {
    /// What is to be guarded of a service.
    pub fn of(service: &Incoming, settings: &Settings) -> Self {
        let is_hidden = |(heading, cell): &&Cell| is_place(heading) && heading.ends_with(" hidden") && hides_by(cell);
        let hidden = service.cells.iter().filter(is_hidden);
        let hidden = hidden.filter_map(|(heading, _)| heading.split(' ').nth(1).map(str::to_owned)).collect();
        Self { is_refuge: may_be_refuge(service, settings), hidden }
    }

    /// Whether anything is.
    pub fn is_any(&self) -> bool {
        self.is_refuge || !self.hidden.is_empty()
    }

    /// Whether a column is that of a place which the source says is hidden.
    pub fn hides(&self, heading: &str) -> bool {
        is_place(heading) && heading.split(' ').nth(1).is_some_and(|number| self.hidden.contains(number))
    }
}

/// The words of a value, however deep.
fn texts_of<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::List(items) => items.iter().for_each(|item| texts_of(item, found)),
        Value::Table(entries) => entries.iter().for_each(|(_, value)| texts_of(value, found)),
        other => found.extend(other.as_text()),
    }
}

/// Whether a text holds words, whatever their case and the marks around them.
fn has_word(text: &str, words: &[&str]) -> bool {
    let plain: String = fold(text).chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    words.iter().any(|word| plain.contains(&format!(" {word} ")))
}

/// Whether a text names a place by its postcode or its street, such as "Safe house at 3 Birch Close". Rather once too often.
fn names_a_place(text: &str) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect();
    let is_postcode = |words: &[&str]| Postcode::read(words.concat().as_bytes()).is_some();
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_number = |word: &str| word.chars().next().is_some_and(|letter| letter.is_ascii_digit());
    let is_street = |at: usize| {
        let is = |streets: &[&str]| streets.contains(&fold(words[at]).as_str());
        let before = &words[at.saturating_sub(3)..at];
        is(&STREETS) && is_capital(words[at]) && before.last().is_some_and(|word| is_capital(word))
            || (is(&STREETS) || is(&STREETS_BEHIND_A_NUMBER)) && before.iter().any(|word| is_number(word))
    };
    words.windows(1).chain(words.windows(2)).any(is_postcode) || (0..words.len()).any(is_street)
}

/// Whether a service may be a refuge, by its name, terms or text, so that nobody should learn its address from a source.
/// Rather one too many than one too few: a person is asked to look.
fn may_be_refuge(service: &Incoming, settings: &Settings) -> bool {
    let mut notes = Vec::new();
    service.notes.iter().for_each(|(_, value)| texts_of(value, &mut notes));
    let notes = || notes.iter().copied();
    let cells = || service.cells.iter().map(|(_, cell)| cell.as_str());
    // What is short is a kind of help and not a sentence about it.
    let is_short = |text: &&str| text.chars().count() < 60;
    let is_named = std::iter::once(service.title.as_str())
        .chain(cells().filter(is_short))
        .chain(notes().filter(is_short))
        .any(|text| has_word(text, &ABUSE));
    let texts = || std::iter::once(service.title.as_str()).chain(cells()).chain(notes()).chain(service.body.as_deref());
    let has = |taxonomy: &str, term: &str| {
        let mut own = service.cells.iter().filter(|(heading, _)| heading == taxonomy);
        own.any(|(_, terms)| split(terms).iter().any(|known| fold(known) == fold(term)))
    };
    let is_withheld = |(heading, cell): &Cell| is_secret(heading) && heading.contains(' ') && has_word(cell, &WITHHELD);
    is_named
        || service.cells.iter().any(is_withheld)
        || texts().any(|text| has_word(text, &REFUGE))
        || settings.sensitive_terms.iter().any(|(taxonomy, term)| has(taxonomy, term))
}

/// Whether the cell of `hidden` hides: anything but a plain `false`.
pub fn hides_by(cell: &str) -> bool {
    !cell.trim().is_empty() && !cell.trim().eq_ignore_ascii_case("false")
}

/// Whether a column names a place. In a sheet that may be its street.
pub fn is_name(heading: &str) -> bool {
    is_place(heading) && heading.ends_with(" name")
}

fn is_place(heading: &str) -> bool {
    heading.starts_with("place ")
}

/// Where a place is, in whatever spelling.
#[derive(Clone, Debug, Default)]
pub struct Address(Vec<String>);

impl Address {
    /// The addresses that stand in cells.
    pub fn of<'c>(cells: impl IntoIterator<Item = (&'c str, &'c str)>) -> Self {
        let is_telling = |heading: &str| is_secret(heading) && heading.contains(' ') && !heading.ends_with(" town");
        let telling = cells.into_iter().filter(|(heading, cell)| is_telling(heading) && *cell != KEPT_BACK);
        let spellings = telling.flat_map(|(_, cell)| [bare(cell), bare(cell.split(',').next().unwrap_or_default())]);
        Self(spellings.filter(|words| words.len() > 4).collect())
    }

    /// Whether a text repeats it.
    pub fn is_told_by(&self, text: &str) -> bool {
        !self.0.is_empty() && {
            let text = bare(text);
            self.0.iter().any(|spelling| text.contains(spelling.as_str()))
        }
    }
}

/// What was left out of a service.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// The columns.
    pub headings: BTreeSet<String>,
    /// Whether notes were left out.
    pub has_notes: bool,
    /// Whether its page says something else than what was left out.
    pub is_told: bool,
}

impl Left {
    /// Whether there was anything.
    pub fn is_any(&self) -> bool {
        self.has_notes || !self.headings.is_empty()
    }

    /// What it was, by its columns.
    pub fn columns(&self) -> String {
        let notes = self.has_notes.then_some("columns without a key");
        self.headings.iter().map(String::as_str).chain(notes).collect::<Vec<_>>().join(", ")
    }
}

/// Takes the address from a service, and whatever else repeats it or another address that is known of the place.
pub fn without_address(service: &mut Incoming, known: &[Cell], is_out: impl Fn(&str) -> bool) -> Left {
    let mut left = Left::default();
    let out = service.cells.iter().chain(known).filter(|(heading, _)| is_out(heading));
    let address = Address::of(out.map(|(heading, cell)| (heading.as_str(), cell.as_str())));
    // Where it has an open place too, a text may name that one.
    let is_place_of = |(heading, _): &Cell| is_place(heading) && is_secret(heading) && !is_out(heading);
    let has_open_place = service.cells.iter().any(is_place_of);
    let is_told_by = |text: &str| address.is_told_by(text) || !has_open_place && names_a_place(text);
    service.cells.retain(|(heading, cell)| {
        let is_open = heading == "title" || is_secret(heading);
        let is_out = is_out(heading) || !is_open && is_told_by(cell);
        if is_out {
            left.headings.insert(heading.clone());
        }
        !is_out
    });
    let count = service.notes.len();
    let is_where = |name: &str| WHERE.iter().any(|word| fold(name).contains(word));
    let private = std::mem::take(&mut service.private);
    service.notes.retain(|(name, value)| {
        let mut texts = Vec::new();
        texts_of(value, &mut texts);
        !private.contains(name) && !is_where(name) && !texts.into_iter().any(is_told_by)
    });
    if service.body.as_deref().is_some_and(is_told_by) {
        service.body = None;
        left.headings.insert(BODY.to_owned());
    }
    left.has_notes = service.notes.len() < count;
    left
}

/// Hides the places of a service that has lost their addresses.
pub fn with_hidden_places(service: &mut Incoming, left: &Left) {
    let all = service.cells.iter().map(|(heading, _)| heading).chain(&left.headings);
    let numbers: BTreeSet<String> = all
        .filter(|heading| is_place(heading))
        .filter_map(|heading| heading.split(' ').nth(1).map(str::to_owned))
        .collect();
    service.cells.retain(|(heading, _)| !(is_place(heading) && heading.ends_with(" hidden")));
    service.cells.extend(numbers.into_iter().map(|number| (format!("place {number} hidden"), "true".to_owned())));
}

/// Takes out of what the last import wrote whatever tells where a place is.
pub fn forget(fields: &mut BTreeMap<String, String>) {
    let address = Address::of(fields.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())));
    fields.retain(|heading, cell| !is_secret(heading) && !is_name(heading) && !address.is_told_by(cell));
}

/// Letters and digits alone, so that `ZZ9 9ZZ` and `zz99zz` are one.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::parse_yaml;

    #[test]
    fn texts_that_name_a_place_are_known() {
        for text in [
            "Safe house at 3 Birch Close, ZZ1 3AB, for men.",
            "behind St Mary's Church on Fen Lane.",
            "Ring the bell at 14 elm row",
            "It is in (ZZ13AB).",
        ] {
            assert!(names_a_place(text), "{text}");
        }
        for text in [
            "A place of safety for women and children.",
            "Call first. 24 hours a day, 7 days a week.",
            "On the way out of danger, close to people who listen.",
            "Call 01632 960701 or 0808 2000 247",
            "refuge.example/help",
        ] {
            assert!(!names_a_place(text), "{text}");
        }
    }

    #[test]
    fn a_hidden_place_stays_hidden_where_it_stands() {
        let check = |before: &str, after: &str, expected: bool| {
            let read = |text: &str| parse_yaml(text).expect("it is YAML");
            assert_eq!(exposes(&read(before), &read(after)), expected, "{before} / {after}");
        };
        let hidden = "places: [{ address: 9 Larkspur Close, hidden: }]";
        check(hidden, "places: [{ address: 9 Larkspur Close, hidden: yes }]", false);
        check(hidden, "places: [{ address: 9 Larkspur Close, hidden: yes }, { address: 1 High St }]", false);
        check(hidden, "places: [{ address: 9 Larkspur Close }]", true);
        check(hidden, "places: [{ address: 9 Larkspur Close, hidden: false }]", true);
        check(hidden, "places: [{ address: 1 High St }, { address: 9 Larkspur Close, hidden: true }]", true);
        check(hidden, "places: [{ name: A, hidden: true }, { address: 9 Larkspur Close }]", true);
        check(hidden, "title: A", true);
        check("places: [{ address: 1 High St }]", "title: A", false);
    }
}
