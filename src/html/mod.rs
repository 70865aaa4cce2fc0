//! Reads finished HTML: tokens, attributes, character references, and a small tree.
//!
//! `post` looks at final bytes and `check` at marked pages through this one reader. It is made for HTML that Signpost
//! wrote itself: it never fails, and where a browser would repair deeply broken nesting it may see other parents than
//! the browser. Changing HTML is left to `post`.

mod entity;
mod escape;
mod headings;
mod percent;
mod token;
mod tree;
mod words;

pub use entity::{decode, has_unknown_reference};
pub use escape::{escaped, push_escaped};
pub use headings::{Heading, headings};
pub use percent::percent_decoded;
pub use token::{Attribute, Attributes, Tag, Token, Tokens, tokens};
pub use tree::{Document, Element};
pub use words::{collapse, visible_words};

/// Elements without content or end tag (HTML, 13.1.2 "Void elements").
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that flow with the words around them; every other one begins and ends a line or a box of its own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "output", "q", "rp", "rt", "ruby", "s", "samp", "slot", "small", "span", "strong", "sub", "sup",
    "svg", "time", "u", "var", "wbr",
];

/// Whether an element has neither content nor end tag.
pub fn is_void(name: &str) -> bool {
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}

/// Whether an element flows with the words around it.
pub fn is_inline(name: &str) -> bool {
    INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name)) || name.contains('-')
}
