//! Looks for the places that nobody may learn of, in whatever is about to be published.
//!
//! The model drops a hidden place's address when it is read. This is the second lock: an address can also stand in a
//! sentence, in another record or in a spreadsheet that was made public.

use aho_corasick::{AhoCorasick, MatchKind};

use super::rules::exposed_place;
use crate::diagnostic::Diagnostic;
use crate::model::{Details, PageId, Place, Site};
use crate::source::Span;

/// The addresses, postcodes and coordinates of hidden places.
#[derive(Debug, Default)]
pub struct Secrets {
    matcher: Option<AhoCorasick>,
    /// The page that each pattern is a secret of.
    owners: Vec<PageId>,
}

impl Secrets {
    /// Gathers what every page of a site keeps back.
    pub fn gather(site: &Site) -> Self {
        let (mut patterns, mut owners) = (Vec::new(), Vec::new());
        for page in &site.pages {
            let places: Vec<&Place> = match &page.details {
                Details::Service(service) => service.places.iter().collect(),
                Details::Event(event) => event.place.iter().collect(),
                _ => Vec::new(),
            };
            for secret in places.iter().flat_map(|place| &place.kept_back) {
                for pattern in spellings(secret) {
                    patterns.push(pattern);
                    owners.push(page.id);
                }
            }
        }
        if patterns.is_empty() {
            return Self::default();
        }
        let mut builder = AhoCorasick::builder();
        let matcher = builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&patterns);
        Self { matcher: matcher.ok(), owners }
    }

    /// Looks through what is about to be published under a path. The finding names the page whose place it is, and
    /// never the place. It always stops a build.
    pub fn look(&self, bytes: &[u8], path: &str, site: &Site) -> Vec<Diagnostic> {
        let Some(matcher) = &self.matcher else {
            return Vec::new();
        };
        let mut pages: Vec<PageId> = matcher
            .find_iter(bytes)
            .filter(|found| is_whole(bytes, found.start(), found.end()))
            .map(|found| self.owners[found.pattern().as_usize()])
            .collect();
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

/// The ways a secret may stand in HTML, JSON and addresses. Too short a one would be found everywhere.
fn spellings(secret: &str) -> Vec<String> {
    let plain = secret.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_coordinate = plain.parse::<f64>().is_ok();
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
        for space in ["%20", "+", "&nbsp;", "\u{a0}", "\n"] {
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
        all.push(plain.replace(' ', ""));
    }
    all
}

/// Whether a text is short, without spaces at its ends, and of capitals and digits only.
fn is_postcode(text: &str) -> bool {
    text.len() <= 8 && text.bytes().all(|byte| byte == b' ' || byte.is_ascii_uppercase() || byte.is_ascii_digit())
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

    #[test]
    fn finds_places_however_they_are_written() {
        let patterns: Vec<String> = ["4 Quay Street, Merebridge", "ZZ1 1AA", "52.91234", "-1.1"]
            .iter()
            .flat_map(|secret| spellings(secret))
            .collect();
        let mut builder = AhoCorasick::builder();
        let owners = vec![PageId(0); patterns.len()];
        let matcher = builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&patterns).ok();
        let secrets = Secrets { matcher, owners };
        let count = |text: &str| {
            let matcher = secrets.matcher.as_ref().expect("a matcher");
            matcher.find_iter(text).filter(|found| is_whole(text.as_bytes(), found.start(), found.end())).count()
        };
        for shown in ["at 4 QUAY street.", "zz1%201aa", "ZZ11AA", "\"lat\":52.9123456", "4&nbsp;Quay&nbsp;Street"] {
            assert_eq!(count(shown), 1, "{shown}");
        }
        for other in ["14 Quay Street", "4 Quay Streets", "ZZ1 1AAB", "-1.1", "152.91234"] {
            assert_eq!(count(other), 0, "{other}");
        }
    }
}
