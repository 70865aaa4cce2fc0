//! The first use of an abbreviation on a page says what it stands for.

use super::{Done, Term, Use};
use crate::post::turn::escape;

/// How near the full name may follow in brackets, in bytes: "ICB (Integrated Care Board)".
const NEAR: usize = 80;

/// What this use of an abbreviation stands for, where nothing on the page has said so yet.
pub(super) fn explanation<'t>(uses: &[Use], found: &Use, term: &'t Term, done: &mut Done) -> Option<&'t str> {
    if !found.is_abbreviation || done.explained.contains(&found.term) {
        return None;
    }
    done.explained.push(found.term);
    let says_so = |other: &Use| other.term == found.term && other.is_title && other.start <= found.end + NEAR;
    (!uses.iter().any(says_so)).then_some(&term.title)
}

pub(super) fn wrap(words: &str, title: &str) -> String {
    format!("<abbr title=\"{}\">{words}</abbr>", escape(title))
}
