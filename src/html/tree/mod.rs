//! A page as a tree, in the order of the document.
//!
//! Any text makes a tree. Where tags are left out or do not match, the tree is the browser's in what matters here:
//! who lies in whom. What browsers move elsewhere (text between the rows of a table) stays where it was written.
//! A tree is as deep as a browser makes it, and never larger than [`MOST_NODES`]. `builder` makes it from tags; what can
//! be asked of one element is in `element`.

mod builder;
mod element;

pub use element::Element;

use super::Attribute;
use super::element::{NAMES, Name};

/// Elements and texts that are read; a page with more is cut off there.
pub const MOST_NODES: usize = 2_000_000;
/// No element of a name.
const NOTHING: u32 = u32::MAX;

/// A page as a tree.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute<'a>>,
    /// The first and the last element of each name.
    first: [u32; NAMES],
    last: [u32; NAMES],
    is_cut: bool,
    has_doctype: bool,
}

/// An element or a text.
#[derive(Clone, Debug)]
struct Node<'a> {
    /// The name of an element as written; the words of a text.
    words: &'a str,
    /// Its first byte, and the byte after its start tag or text.
    start: u32,
    stop: u32,
    /// The position of the element it lies in, its own for those at the top.
    parent: u32,
    /// The position after everything in it.
    end: u32,
    /// The position of its first attribute.
    attributes: u32,
    /// The next element of the same name.
    next: u32,
    /// The number of its attributes.
    attribute_count: u16,
    name: Name,
    flags: u8,
}

/// A node is an element; all others are texts.
const ELEMENT: u8 = 1;
/// A text holds a script or style.
const RAW: u8 = 2;
/// It is part of a drawing or a formula.
const FOREIGN: u8 = 4;
/// It lies in a `<template>`, and so is no part of the page.
const INERT: u8 = 8;

/// What lies in an element: other elements and texts, in the order of the document.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'d, 'a> {
    /// An element.
    Element(Element<'d, 'a>),
    /// Words as written, with their position in the order of the document.
    Text(&'a str, usize),
}

impl<'a> Document<'a> {
    /// Whether only the beginning was read, because the page is far too large.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether it is a page and not a piece of one: it says so, or has one of the elements that pages have once.
    pub fn is_whole(&self) -> bool {
        let has = |name: Name| self.first[name as usize] != NOTHING;
        self.has_doctype || has(Name::Html) || has(Name::Head) || has(Name::Body)
    }

    /// The number of elements and texts.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every element, in the order of the document, but for those in a `<template>`.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_, 'a>> {
        self.within(0..self.nodes.len())
    }

    /// Every element with a name, in the order of the document, but for those in a `<template>`.
    pub fn named(&self, name: &'static str) -> impl Iterator<Item = Element<'_, 'a>> {
        self.all(Name::of(name)).filter(move |element| element.is(name))
    }

    /// Every element of a known name, in the order of the document, but for those in a `<template>`.
    pub fn all(&self, name: Name) -> impl Iterator<Item = Element<'_, 'a>> {
        let at = |index: u32| (index != NOTHING).then_some(Element { document: self, index: index as usize });
        std::iter::successors(at(self.first[name as usize]), move |element| at(element.node().next))
            .filter(|element| element.node().flags & INERT == 0)
    }

    /// The element at a position in the order of the document.
    pub fn at(&self, index: usize) -> Option<Element<'_, 'a>> {
        self.nodes.get(index).filter(|node| node.flags & ELEMENT != 0).map(|_| Element { document: self, index })
    }

    /// The words of the text at a position in the order of the document; none for elements, scripts and styles.
    pub fn words_at(&self, index: usize) -> &'a str {
        self.nodes.get(index).filter(|node| node.flags & (ELEMENT | RAW) == 0).map_or("", |node| node.words)
    }

    /// Every element and text with the position of what it lies in, also those in a `<template>`.
    pub fn pieces(&self) -> impl Iterator<Item = (Piece<'_, 'a>, Option<usize>)> {
        self.nodes.iter().enumerate().map(|(index, node)| {
            let parent = node.parent as usize;
            (self.piece(index), (parent != index).then_some(parent))
        })
    }

    fn piece(&self, index: usize) -> Piece<'_, 'a> {
        let node = &self.nodes[index];
        if node.flags & ELEMENT != 0 {
            Piece::Element(Element { document: self, index })
        } else {
            Piece::Text(if node.flags & RAW != 0 { "" } else { node.words }, index)
        }
    }

    fn within(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = Element<'_, 'a>> {
        range
            .filter(|index| self.nodes[*index].flags & (ELEMENT | INERT) == ELEMENT)
            .map(|index| Element { document: self, index })
    }
}
