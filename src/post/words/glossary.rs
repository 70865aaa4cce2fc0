//! The first use of a term on a page leads to its meaning, which also stands folded below the paragraph.

use memchr::memmem;

use super::{Done, Term, Use};
use crate::html::escaped;
use crate::model::ContentType;
use crate::model::Page;

/// The link for this use of a term, where it gets one.
pub(super) fn link<'t>(page: &Page, html: &str, found: &Use, term: &'t Term, done: &mut Done) -> Option<&'t str> {
    // Glossary pages explain each other by hand.
    if page.content_type == ContentType::Glossary || done.linked.contains(&found.term) {
        return None;
    }
    done.linked.push(found.term);
    // A term that an author, or an earlier pass, linked needs no second link.
    let link = format!("href=\"{}\"", escaped(&term.href));
    memmem::find(html.as_bytes(), link.as_bytes()).is_none().then_some(&term.href)
}

pub(super) fn wrap(words: &str, href: &str) -> String {
    format!("<a class=\"signpost-term\" href=\"{}\">{words}</a>", escaped(href))
}

/// The class of a meaning within a page.
pub(super) const MEANING: &str = "signpost-means";

/// A term's meaning, folded away until a reader wants it; nothing for a term that has none.
pub(super) fn meaning(term: &Term) -> Option<String> {
    let (title, meaning) = (escaped(&term.title), escaped(&term.meaning));
    (!meaning.is_empty())
        .then(|| format!("<details class=\"{MEANING}\"><summary>{title}</summary><p>{meaning}</p></details>"))
}
