//! What can be asked of one element of a page: its attributes, its words, what lies around it and in it.

use std::borrow::Cow;

use super::super::{Attribute, Name, collapse, decode, is_inline};
use super::{Document, ELEMENT, FOREIGN, INERT, Node, Piece, RAW};

/// An element of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Element<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) index: usize,
}

impl<'d, 'a> Element<'d, 'a> {
    pub(super) fn node(&self) -> &'d Node<'a> {
        &self.document.nodes[self.index]
    }

    /// The page it is part of.
    pub fn document(&self) -> &'d Document<'a> {
        self.document
    }

    /// Its name as written.
    pub fn name(&self) -> &'a str {
        self.node().words
    }

    /// Its name as a number.
    pub fn kind(&self) -> Name {
        self.node().name
    }

    /// Whether it has this name, in small letters.
    pub fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// Whether it is part of a drawing or a formula.
    pub fn is_foreign(&self) -> bool {
        self.node().flags & FOREIGN != 0
    }

    /// Whether it lies in a `<template>`, and so is no part of the page.
    pub fn is_inert(&self) -> bool {
        self.node().flags & INERT != 0
    }

    /// The level of a heading.
    pub fn heading_level(&self) -> Option<u8> {
        self.kind().is_heading().then(|| self.kind() as u8 - Name::H1 as u8 + 1)
    }

    /// Its first byte.
    pub fn start(&self) -> usize {
        self.node().start as usize
    }

    /// The bytes of its start tag.
    pub fn tag(&self) -> std::ops::Range<usize> {
        self.start()..self.node().stop as usize
    }

    /// Its place in the order of the document.
    pub fn order(&self) -> usize {
        self.index
    }

    /// The place after everything in it, in the order of the document.
    pub fn order_after(&self) -> usize {
        self.node().end as usize
    }

    /// Its attributes in order.
    pub fn attributes(&self) -> &'d [Attribute<'a>] {
        let first = self.node().attributes as usize;
        &self.document.attributes[first..first + usize::from(self.node().attribute_count)]
    }

    /// The value of an attribute with its references resolved.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes().iter().find(|attribute| attribute.is(name)).map(Attribute::decoded)
    }

    /// The value of an attribute as it is written, for values in which references cannot matter.
    pub fn raw(&self, name: &str) -> Option<&'a str> {
        self.attributes().iter().find(|attribute| attribute.is(name)).map(|attribute| attribute.value)
    }

    /// Whether it has an attribute, with or without a value.
    pub fn has(&self, name: &str) -> bool {
        self.attributes().iter().any(|attribute| attribute.is(name))
    }

    /// Whether an attribute has this value, in any case.
    pub fn says(&self, name: &str, value: &str) -> bool {
        self.raw(name).is_some_and(|written| written.trim_ascii().eq_ignore_ascii_case(value))
    }

    /// Whether its `class` holds a word.
    pub fn has_class(&self, class: &str) -> bool {
        self.raw("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|word| word == class))
    }

    /// The element it lies in.
    pub fn parent(&self) -> Option<Self> {
        let parent = self.node().parent as usize;
        (parent != self.index).then_some(Self { document: self.document, index: parent })
    }

    /// The elements it lies in, the nearest first.
    pub fn ancestors(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), Self::parent)
    }

    /// The elements in it, in the order of the document.
    pub fn descendants(&self) -> impl Iterator<Item = Element<'d, 'a>> {
        self.document.within(self.index + 1..self.order_after())
    }

    /// The elements that lie directly in it.
    pub fn children(&self) -> impl Iterator<Item = Element<'d, 'a>> {
        let (document, end) = (self.document, self.order_after());
        let next = move |from: usize| {
            let mut index = from;
            while index < end {
                if document.nodes[index].flags & ELEMENT != 0 {
                    return Some(Element { document, index });
                }
                index += 1;
            }
            None
        };
        std::iter::successors(next(self.index + 1), move |child| next(child.order_after()))
    }

    /// Everything in it, in the order of the document.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'d, 'a>> {
        let document = self.document;
        (self.index + 1..self.order_after()).map(move |index| document.piece(index))
    }

    /// Whether words lie directly in it.
    pub fn has_own_words(&self) -> bool {
        let mut index = self.index + 1;
        while index < self.order_after() {
            let node = &self.document.nodes[index];
            if node.flags & (ELEMENT | RAW) == 0 && !node.words.trim_ascii().is_empty() {
                return true;
            }
            index = node.end as usize;
        }
        false
    }

    /// Its words as written, where nothing else lies in it and no attribute gives it a name.
    pub fn own_words(&self) -> Option<&'a str> {
        let node = self.document.nodes.get(self.index + 1..self.order_after())?;
        let [only] = node else { return None };
        let is_named = |attribute: &Attribute<'_>| {
            let name = attribute.name.as_bytes();
            name.len() > 9 && name[..5].eq_ignore_ascii_case(b"aria-")
        };
        (only.flags & (ELEMENT | RAW) == 0 && !self.attributes().iter().any(is_named)).then_some(only.words)
    }

    /// The text of a script or style.
    pub fn raw_text(&self) -> Option<&'a str> {
        let node = self.document.nodes.get(self.index + 1..self.order_after())?.first()?;
        (node.flags & RAW != 0).then_some(node.words)
    }

    /// Its words, joined by single spaces; pictures count with their text alternative.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.document.nodes[self.index + 1..self.order_after()] {
            if node.flags & ELEMENT == 0 {
                if node.flags & RAW == 0 {
                    text.push_str(&decode(node.words));
                }
                continue;
            }
            if !is_inline(node.words) {
                text.push(' ');
            }
            if node.name == Name::Img {
                let first = node.attributes as usize;
                let attributes = &self.document.attributes[first..first + usize::from(node.attribute_count)];
                if let Some(alt) = attributes.iter().find(|attribute| attribute.is("alt")) {
                    text.push(' ');
                    text.push_str(&alt.decoded());
                    text.push(' ');
                }
            }
        }
        collapse(&text)
    }

    /// The number of bytes of its words as written, to tell short from long without joining them.
    pub fn text_length(&self) -> usize {
        let nodes = &self.document.nodes[self.index + 1..self.order_after()];
        nodes.iter().filter(|node| node.flags & ELEMENT == 0).map(|node| node.words.len()).sum()
    }
}
