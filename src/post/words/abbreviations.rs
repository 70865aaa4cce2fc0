//! The first use of an abbreviation on a page says what it stands for.

use super::places::Place;
use super::{Done, Term};
use crate::html::escaped;

/// How near the full name may follow in brackets, in bytes of words: "ICB (Integrated Care Board)".
const NEAR: usize = 80;

/// What this use of an abbreviation stands for, where nothing that is read before it or right after it has said so.
pub(super) fn explanation<'t>(places: &[Place], place: &Place, term: &'t Term, done: &mut Done) -> Option<&'t str> {
    let found = &place.found;
    if !found.is_abbreviation || done.explained.contains(&found.term) {
        return None;
    }
    done.explained.push(found.term);
    let says_so =
        |other: &Place| other.found.term == found.term && other.found.is_title && other.before <= place.before + NEAR;
    (!places.iter().any(says_so)).then_some(&term.title)
}

pub(super) fn wrap(words: &str, title: &str) -> String {
    format!("<abbr title=\"{}\">{words}</abbr>", escaped(title))
}
