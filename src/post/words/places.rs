//! Where the words of a page may be touched.

use super::Use;
use crate::html::{Tag, Token, is_void, tokens};

/// Elements whose text may be touched, within prose.
const TOUCHED: &[&str] = &["p", "li", "td"];

/// Elements whose words stay as they are, with all that is in them.
const LEFT_ALONE: &[&str] = &[
    "a", "abbr", "button", "code", "dfn", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "pre", "q", "samp",
    "summary",
];

/// An open element, and what holds for the text in it.
struct Open<'a> {
    name: &'a str,
    is_prose: bool,
    is_touched: bool,
    is_left_alone: bool,
}

/// The uses that stand where they may be touched, in order.
pub(super) fn allowed(html: &str, from: usize, uses: &[Use]) -> Vec<Use> {
    let mut allowed = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::with_capacity(16);
    let mut uses = uses.iter().peekable();
    for token in tokens(&html[from..]) {
        match token {
            Token::Start(tag) if !is_void(tag.name) => open.push(enter(open.last(), &tag)),
            Token::End { name, .. } => {
                if let Some(at) = open.iter().rposition(|element| element.name.eq_ignore_ascii_case(name)) {
                    open.truncate(at);
                }
            }
            Token::Text { text, start, .. } => {
                let (start, end) = (from + start, from + start + text.len());
                let is_allowed = open.last().is_some_and(|top| top.is_prose && top.is_touched && !top.is_left_alone);
                while uses.next_if(|found| found.start < start).is_some() {}
                while let Some(found) = uses.next_if(|found| found.end <= end) {
                    if is_allowed {
                        allowed.push(*found);
                    }
                }
                if uses.peek().is_none() {
                    break;
                }
            }
            Token::Start(_) | Token::Comment { .. } => {}
        }
    }
    allowed
}

fn enter<'a>(outer: Option<&Open<'_>>, tag: &Tag<'a>) -> Open<'a> {
    let is_one_of = |names: &[&str]| names.iter().any(|name| tag.is(name));
    let is_prose = outer.is_some_and(|outer| outer.is_prose);
    let in_another_language = || {
        tag.attributes().any(|attribute| attribute.is("lang") || attribute.is("translate") && attribute.value == "no")
    };
    Open {
        name: tag.name,
        is_prose: is_prose || tag.has_class("signpost-prose"),
        is_touched: outer.is_some_and(|outer| outer.is_touched) || is_one_of(TOUCHED),
        is_left_alone: outer.is_some_and(|outer| outer.is_left_alone)
            || is_one_of(LEFT_ALONE)
            || is_prose && in_another_language(),
    }
}
