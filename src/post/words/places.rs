//! Where the words of a page stand, and which of them may be touched.

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
    /// The first byte of the paragraph or list item that it is or lies in.
    block: Option<usize>,
}

/// A use in the words of a page.
pub(super) struct Place {
    pub(super) found: Use,
    /// Bytes of the page's words before it. Tags do not count: the pass itself makes them longer.
    pub(super) before: usize,
    /// Whether it stands where it may be touched.
    pub(super) is_open: bool,
    /// The first byte of the paragraph or list item that it stands in.
    pub(super) block: Option<usize>,
}

/// The uses that readers meet, in order: those in text, and those in what an `<abbr>` stands for.
pub(super) fn places(html: &str, from: usize, uses: &[Use]) -> Vec<Place> {
    let mut places = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::with_capacity(16);
    let mut words = 0;
    let mut uses = uses.iter().copied().peekable();
    for token in tokens(&html[from..]) {
        let (start, end, counts, is_open) = match token {
            Token::Start(tag) => {
                if !is_void(tag.name) {
                    open.push(enter(open.last(), &tag, from));
                }
                (tag.start, tag.end, tag.is("abbr"), false)
            }
            Token::End { name, start, end } => {
                if let Some(at) = open.iter().rposition(|element| element.name.eq_ignore_ascii_case(name)) {
                    open.truncate(at);
                }
                (start, end, false, false)
            }
            Token::Text { text, start, raw } => {
                let is_open = open.last().is_some_and(|top| top.is_prose && top.is_touched && !top.is_left_alone);
                (start, start + text.len(), !raw, is_open)
            }
            Token::Comment { start, end } => (start, end, false, false),
        };
        let is_text = matches!(token, Token::Text { .. });
        while let Some(found) = uses.next_if(|found| found.start < from + end) {
            if counts && found.end <= from + end {
                let before = words + if is_text { found.start - from - start } else { 0 };
                let block = open.last().and_then(|top| top.block);
                places.push(Place { found, before, is_open, block });
            }
        }
        if uses.peek().is_none() {
            break;
        }
        words += if is_text { end - start } else { 0 };
    }
    places
}

fn enter<'a>(outer: Option<&Open<'_>>, tag: &Tag<'a>, from: usize) -> Open<'a> {
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
            || tag.has_class(super::glossary::MEANING)
            // A door leads to one place: no second link stands in it.
            || tag.has_class("signpost-doors")
            // A way to reach somebody is a row: a meaning in it would press the number to its edge.
            || tag.has_class("signpost-ways")
            || is_prose && in_another_language(),
        block: match () {
            () if is_one_of(&["p", "li"]) => Some(from + tag.start),
            () if tag.is("td") => None,
            () => outer.and_then(|outer| outer.block),
        },
    }
}
