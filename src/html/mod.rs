//! Reads finished HTML: tokens, attributes, character references, and a small tree.
//!
//! `post` looks at final bytes and `check` at pages through this one reader. It takes any text, never fails, copies
//! nothing, and needs time and memory in proportion to the page. Where a browser would move text out of a broken table,
//! or open again what a stray tag closed, its tree can differ. Changing HTML is left to `post`.

pub mod access;
pub mod css;
mod element;
mod entity;
mod escape;
mod headings;
mod percent;
mod token;
mod tree;
mod words;

pub use element::Name;
pub use entity::{decode, has_unknown_reference};
pub use escape::{escaped, push_escaped};
pub use headings::{Heading, headings};
pub use percent::percent_decoded;
pub use token::{Attribute, Attributes, Tag, Token, Tokens, tokens};
pub use tree::{Document, Element, MOST_NODES, Piece};
pub use words::{collapse, visible_words};

/// Whether an element has neither content nor end tag.
pub fn is_void(name: &str) -> bool {
    Name::of(name).is_void()
}

/// Whether an element flows with the words around it.
pub fn is_inline(name: &str) -> bool {
    match Name::of(name) {
        Name::Other => name.contains('-'),
        known => known.is_inline(),
    }
}
