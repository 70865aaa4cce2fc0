//! The first use of a term on a page leads to its meaning.

use super::{Done, Term, Use};
use crate::content_type::ContentType;
use crate::post::turn::{Turn, escape};

/// The link for this use of a term, where it gets one.
pub(super) fn link<'t>(turn: &Turn<'_>, found: &Use, term: &'t Term, done: &mut Done) -> Option<&'t str> {
    // Glossary pages explain each other by hand; a term whose link is on the page already needs no second one.
    if turn.page.content_type == ContentType::Glossary || found.is_linked || done.linked.contains(&found.term) {
        return None;
    }
    done.linked.push(found.term);
    Some(&term.href)
}

pub(super) fn wrap(words: &str, href: &str) -> String {
    format!("<a class=\"signpost-term\" href=\"{}\">{words}</a>", escape(href))
}
