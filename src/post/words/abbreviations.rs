//! The first use of an abbreviation on a page says what it stands for.

use super::{Done, Term, Use};
use crate::post::turn::{Turn, escape};

/// How near the full name may follow in brackets, in bytes: "ICB (Integrated Care Board)".
const NEAR: usize = 80;

/// What this use of an abbreviation stands for, where nothing on the page has said so yet.
pub(super) fn explanation(turn: &Turn<'_>, found: &Use, term: &Term, done: &mut Done) -> Option<String> {
    if !found.is_abbreviation || done.explained.contains(&found.term) {
        return None;
    }
    done.explained.push(found.term);
    let is_explained =
        turn.uses.iter().any(|other| other.term == found.term && other.is_title && other.start <= found.end + NEAR);
    (!is_explained).then(|| term.title.clone())
}

pub(super) fn wrap(words: &str, title: &str) -> String {
    format!("<abbr title=\"{}\">{words}</abbr>", escape(title))
}
