//! Looks for the places that nobody may learn of, in whatever is about to be published.
//!
//! The model drops a hidden place's address when it is read. This is the second lock: an address can also stand in a
//! sentence, in another record or in a spreadsheet that was made public.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind};

use super::rules::exposed_place;
use crate::diagnostic::Diagnostic;
use crate::model::{Details, PageId, Place, Site};
use crate::source::Span;

/// The addresses, postcodes and coordinates of hidden places.
#[derive(Debug, Default)]
pub struct Secrets {
    matcher: Option<AhoCorasick>,
    /// What each pattern is.
    patterns: Vec<Pattern>,
}

/// What a pattern gives away.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    /// The page whose secret it is.
    owner: PageId,
    /// For a coordinate, its place, and whether it is the second of the two. One alone may be that of any other place
    /// as far north: a large directory has such.
    coordinate: Option<(usize, bool)>,
}

/// How far the two coordinates of a place stand apart at most, in bytes.
const APART: usize = 400;

impl Secrets {
    /// Gathers what every page of a site keeps back.
    pub fn gather(site: &Site) -> Self {
        let (mut words, mut patterns) = (Vec::new(), Vec::new());
        let mut count = 0;
        for page in &site.pages {
            let places: Vec<&Place> = match &page.details {
                Details::Service(service) => service.places.iter().collect(),
                Details::Event(event) => event.place.iter().collect(),
                _ => Vec::new(),
            };
            for place in places {
                count += 1;
                let telling = place.kept_back.iter().map(|secret| (is_coordinate(secret), spellings(secret)));
                let telling: Vec<(bool, Vec<String>)> = telling.filter(|(_, all)| !all.is_empty()).collect();
                let has_both = telling.iter().filter(|(is_coordinate, _)| *is_coordinate).count() == 2;
                let mut is_second = false;
                for (is_coordinate, all) in telling {
                    let coordinate = (is_coordinate && has_both).then_some((count, is_second));
                    is_second |= is_coordinate;
                    patterns.extend(all.iter().map(|_| Pattern { owner: page.id, coordinate }));
                    words.extend(all);
                }
            }
        }
        if words.is_empty() {
            return Self::default();
        }
        let mut builder = AhoCorasick::builder();
        let matcher = builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&words);
        Self { matcher: matcher.ok(), patterns }
    }

    /// Looks through what is about to be published under a path. The finding names the page whose place it is, and
    /// never the place. It always stops a build.
    pub fn look(&self, bytes: &[u8], path: &str, site: &Site) -> Vec<Diagnostic> {
        let Some(matcher) = &self.matcher else {
            return Vec::new();
        };
        let unfolded = unfolded(bytes, path);
        let bytes = unfolded.as_ref();
        let (mut pages, mut halves): (Vec<PageId>, Vec<(usize, bool, usize)>) = (Vec::new(), Vec::new());
        for found in matcher.find_iter(bytes).filter(|found| is_whole(bytes, found.start(), found.end())) {
            let Pattern { owner, coordinate } = self.patterns[found.pattern().as_usize()];
            let Some((place, is_second)) = coordinate else {
                pages.push(owner);
                continue;
            };
            let is_other = |half: &&(usize, bool, usize)| half.0 == place && half.1 != is_second;
            if halves.iter().rev().find(is_other).is_some_and(|half| found.start() - half.2 <= APART) {
                pages.push(owner);
            }
            halves.retain(|half| (half.0, half.1) != (place, is_second));
            halves.push((place, is_second, found.start()));
        }
        pages.sort_unstable();
        pages.dedup();
        pages.into_iter().map(|page| exposed(site, page, path)).collect()
    }
}

fn exposed(site: &Site, page: PageId, path: &str) -> Diagnostic {
    let owner = site.page(page);
    let finding = exposed_place::RULE
        .finding(format!("`{path}` would show where the hidden place of {} is", owner.address))
        .help("look for its street, postcode or coordinates in what was written for that page, and take them out")
        .always_stops();
    match &owner.origin {
        Some(origin) => finding.at(Span::whole(origin.file)),
        None => finding,
    }
}

/// The lines of calendars and contacts as they were before they were cut to length, wherever the cut fell.
fn unfolded<'a>(bytes: &'a [u8], path: &str) -> Cow<'a, [u8]> {
    let is_folded = [".ics", ".vcf"].iter().any(|ending| path.to_ascii_lowercase().ends_with(ending));
    if !is_folded {
        return Cow::Borrowed(bytes);
    }
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let (line, after) = rest.split_at(end + 1);
        match after.first() {
            Some(b' ' | b'\t') => {
                whole.extend_from_slice(line.trim_ascii_end());
                rest = &after[1..];
            }
            _ => {
                whole.extend_from_slice(line);
                rest = after;
            }
        }
    }
    whole.extend_from_slice(rest);
    Cow::Owned(whole)
}

/// The ways a secret may stand in HTML, JSON, calendars, file names and addresses. Too short a one would be found everywhere.
fn spellings(secret: &str) -> Vec<String> {
    let plain = secret.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_coordinate = is_coordinate(&plain);
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if plain.len() < 5 || is_coordinate && decimals < 3 {
        return Vec::new();
    }
    let mut all = vec![plain.clone()];
    // "4 Quay Street, Merebridge" is found by its street alone.
    if let Some((street, _)) = plain.split_once(',')
        && street.len() >= 5
        && street.contains(|letter: char| letter.is_ascii_digit())
    {
        all.push(street.to_owned());
    }
    for spelling in all.clone() {
        for space in ["%20", "+", "&nbsp;", "\u{a0}", "\n", "\\n", "-", "_"] {
            if spelling.contains(' ') {
                all.push(spelling.replace(' ', space));
            }
        }
        if spelling.contains('\'') {
            all.extend([
                spelling.replace('\'', "’"),
                spelling.replace('\'', "&#39;"),
                spelling.replace('\'', "&#x27;"),
            ]);
        }
    }
    if is_postcode(&plain) {
        let joined = plain.replace(' ', "");
        let (outward, inward) = joined.split_at(joined.len() - 3);
        let parted = ["", " ", "+", "%20", "-", "&nbsp;", "\u{a0}"].map(|space| format!("{outward}{space}{inward}"));
        all.extend(parted);
    }
    if is_coordinate && decimals > 4 {
        // Eleven metres: near enough to knock.
        all.push(plain[..plain.len() - (decimals - 4)].to_owned());
    }
    for spelling in all.clone() {
        if spelling.contains('&') && !spelling.contains("&nbsp;") {
            all.push(spelling.replace('&', "&amp;"));
        }
        // The look takes no account of case, but in the letters of English.
        if !spelling.is_ascii() {
            all.extend([spelling.to_lowercase(), spelling.to_uppercase()]);
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn is_coordinate(secret: &str) -> bool {
    secret.trim().parse::<f64>().is_ok()
}

/// Whether a text is as short as a postcode and of letters and digits only, some of each.
fn is_postcode(text: &str) -> bool {
    let is_part = |byte: u8| byte == b' ' || byte.is_ascii_alphanumeric();
    (5..=8).contains(&text.len())
        && text.bytes().all(is_part)
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_whole(bytes: &[u8], start: usize, end: usize) -> bool {
    let touches = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    // The digits of a longer coordinate are the same coordinate.
    let ends_in_digits = bytes[start..end].contains(&b'.') && bytes[end - 1].is_ascii_digit();
    !touches(start.checked_sub(1).and_then(|before| bytes.get(before))) && (ends_in_digits || !touches(bytes.get(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Service, sample};

    #[test]
    fn finds_places_however_they_are_written() {
        let patterns: Vec<String> = ["4 Quay Street, Merebridge", "ZZ1 1AA", "52.91234", "-1.1"]
            .iter()
            .flat_map(|secret| spellings(secret))
            .collect();
        let mut builder = AhoCorasick::builder();
        let matcher = builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&patterns).ok();
        let secrets = Secrets { matcher, patterns: Vec::new() };
        let count = |text: &str| {
            let matcher = secrets.matcher.as_ref().expect("a matcher");
            matcher.find_iter(text).filter(|found| is_whole(text.as_bytes(), found.start(), found.end())).count()
        };
        for shown in [
            "at 4 QUAY street.",
            "zz1%201aa",
            "ZZ11AA",
            "zz1-1aa",
            "\"lat\":52.9123456",
            "52.9123,-1.1",
            "4&nbsp;Quay&nbsp;Street",
            "/maps/4-quay-street.svg",
            "{\"line\":\"4\\nQuay\\nStreet\"}",
        ] {
            assert_eq!(count(shown), 1, "{shown}");
        }
        for other in ["14 Quay Street", "4 Quay Streets", "ZZ1 1AAB", "-1.1", "152.91234"] {
            assert_eq!(count(other), 0, "{other}");
        }
    }

    #[test]
    fn one_coordinate_is_any_place_as_far_north_and_two_are_the_place() {
        let mut page = sample::page("/services/refuge/", "Refuge");
        let place = Place { kept_back: vec!["52.91734".into(), "-1.23817".into()], hidden: true, ..Place::default() };
        page.details = Details::Service(Box::new(Service { places: vec![place], ..Service::default() }));
        let site = sample::site("", vec![page]);
        let secrets = Secrets::gather(&site);
        let count = |text: &str| secrets.look(text.as_bytes(), "api/x.json", &site).len();
        assert_eq!(count("{\"latitude\":52.91734,\"longitude\":-1.10001}"), 0);
        assert_eq!(count("{\"latitude\":52.91734,\"longitude\":-1.23817}"), 1);
        assert_eq!(count("-1.2382, 52.9173 and -1.23817"), 1, "in either order, and cut short");
        assert_eq!(count(&format!("52.91734{}-1.23817", " ".repeat(500))), 0);
    }

    #[test]
    fn a_line_that_was_cut_is_read_whole() {
        let cut = "DESCRIPTION:Come to 4 Quay\r\n  Street\r\nEND:VEVENT\r\n".as_bytes();
        assert_eq!(&*unfolded(cut, "events/a.ics"), b"DESCRIPTION:Come to 4 Quay Street\r\nEND:VEVENT\r\n");
        assert_eq!(&*unfolded(cut, "events/a.txt"), cut);
    }

    #[test]
    fn addresses_in_other_letters_and_signs_are_found_too() {
        let all = spellings("Łąkowa & Syn 4");
        assert!(
            ["łąkowa & syn 4", "ŁĄKOWA & SYN 4", "Łąkowa &amp; Syn 4"]
                .iter()
                .all(|one| all.iter().any(|known| known == one)),
            "{all:?}"
        );
        assert!(spellings("zz11aa").contains(&"zz1 1aa".to_owned()));
    }
}
