//! A page as a small tree, in the order of the document.

use std::borrow::Cow;

use super::{Attribute, Token, collapse, decode, is_inline, is_void, tokens};

/// A page as a tree.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    nodes: Vec<Node<'a>>,
    attributes: Vec<Attribute<'a>>,
}

/// An element or a text.
#[derive(Clone, Debug)]
struct Node<'a> {
    /// The name of an element; the words of a text.
    words: &'a str,
    is_element: bool,
    /// Whether a text holds a script or style.
    is_raw: bool,
    /// Its first byte.
    start: usize,
    /// The position of the element it lies in, its own for those at the top.
    parent: usize,
    /// The position after everything in it.
    end: usize,
    /// The positions of its attributes.
    attributes: (u32, u32),
    /// Whether assistive technology is told to skip it, or what it lies in.
    is_hidden: bool,
}

/// An element of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Element<'d, 'a> {
    document: &'d Document<'a>,
    index: usize,
}

impl<'a> Document<'a> {
    /// Reads a page; what is not closed is closed where a browser would, or at the end.
    pub fn parse(html: &'a str) -> Self {
        // About one node for every 16 bytes was measured on pages of the theme.
        let mut document =
            Self { nodes: Vec::with_capacity(html.len() / 16), attributes: Vec::with_capacity(html.len() / 24) };
        let mut open: Vec<usize> = Vec::with_capacity(32);
        for token in tokens(html) {
            match token {
                Token::Start(tag) => {
                    document.close_implied(&mut open, tag.name);
                    let first = document.attributes.len();
                    document.attributes.extend(tag.attributes());
                    let attributes = (first as u32, document.attributes.len() as u32);
                    let index = document.push(tag.name, true, tag.start, &open);
                    document.nodes[index].attributes = attributes;
                    document.nodes[index].is_hidden |= document.attributes[first..].iter().any(hides);
                    if !is_void(tag.name) {
                        open.push(index);
                    }
                }
                Token::End { name, .. } => {
                    let found = open.iter().rposition(|index| document.nodes[*index].words.eq_ignore_ascii_case(name));
                    if let Some(found) = found {
                        document.close(&mut open, found);
                    }
                }
                Token::Text { text, start, raw } => {
                    let index = document.push(text, false, start, &open);
                    document.nodes[index].is_raw = raw;
                }
                Token::Comment { .. } => {}
            }
        }
        document.close(&mut open, 0);
        document
    }

    fn push(&mut self, words: &'a str, is_element: bool, start: usize, open: &[usize]) -> usize {
        let index = self.nodes.len();
        let parent = open.last().copied().unwrap_or(index);
        let is_hidden = open.last().is_some_and(|parent| self.nodes[*parent].is_hidden);
        let (is_raw, attributes) = (false, (0, 0));
        self.nodes.push(Node { words, is_element, is_raw, start, parent, end: index + 1, attributes, is_hidden });
        index
    }

    /// Closes the open elements from a depth on.
    fn close(&mut self, open: &mut Vec<usize>, depth: usize) {
        let end = self.nodes.len();
        for index in open.drain(depth..) {
            self.nodes[index].end = end;
        }
    }

    /// Closes what a start tag ends without saying so (HTML, 13.1.2.4 "Optional tags").
    fn close_implied(&mut self, open: &mut Vec<usize>, name: &str) {
        let Some(top) = open.last() else {
            return;
        };
        let top_name = self.nodes[*top].words;
        let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let closes = match top_name {
            "p" => is(CLOSES_P),
            "li" => is(&["li"]),
            "dt" | "dd" => is(&["dt", "dd"]),
            "td" | "th" => is(&["td", "th", "tr", "tbody", "tfoot"]),
            "tr" => is(&["tr", "tbody", "tfoot"]),
            "thead" | "tbody" => is(&["tbody", "tfoot"]),
            "option" => is(&["option", "optgroup"]),
            "head" => is(&["body"]),
            _ => false,
        };
        if closes {
            let depth = open.len() - 1;
            self.close(open, depth);
            self.close_implied(open, name);
        }
    }

    /// Every element, in the order of the document.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_, 'a>> {
        self.within(0..self.nodes.len())
    }

    /// Every element with a name, in the order of the document.
    pub fn named(&self, name: &'static str) -> impl Iterator<Item = Element<'_, 'a>> {
        self.elements().filter(move |element| element.is(name))
    }

    fn within(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = Element<'_, 'a>> {
        range.filter(|index| self.nodes[*index].is_element).map(|index| Element { document: self, index })
    }
}

/// Whether an attribute tells assistive technology to skip its element.
fn hides(attribute: &Attribute<'_>) -> bool {
    attribute.is("hidden") || attribute.is("aria-hidden") && attribute.value.eq_ignore_ascii_case("true")
}

/// Start tags that end an open paragraph.
const CLOSES_P: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

impl<'d, 'a> Element<'d, 'a> {
    fn node(&self) -> &'d Node<'a> {
        &self.document.nodes[self.index]
    }

    /// Its name as written.
    pub fn name(&self) -> &'a str {
        self.node().words
    }

    /// Whether it has this name, in small letters.
    pub fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The level of a heading.
    pub fn heading_level(&self) -> Option<u8> {
        match self.name().as_bytes() {
            [b'h' | b'H', digit @ b'1'..=b'6'] => Some(digit - b'0'),
            _ => None,
        }
    }

    /// Its first byte.
    pub fn start(&self) -> usize {
        self.node().start
    }

    /// Its place in the order of the document.
    pub fn order(&self) -> usize {
        self.index
    }

    /// Its attributes in order.
    pub fn attributes(&self) -> &'d [Attribute<'a>] {
        let (first, last) = self.node().attributes;
        &self.document.attributes[first as usize..last as usize]
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

    /// Whether its `class` holds a word.
    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|word| word == class))
    }

    /// The element it lies in.
    pub fn parent(&self) -> Option<Self> {
        let parent = self.node().parent;
        (parent != self.index).then_some(Self { document: self.document, index: parent })
    }

    /// The elements it lies in, the nearest first.
    pub fn ancestors(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), Self::parent)
    }

    /// The elements in it, in the order of the document.
    pub fn descendants(&self) -> impl Iterator<Item = Element<'d, 'a>> {
        self.document.within(self.index + 1..self.node().end)
    }

    /// Whether assistive technology is told to skip it.
    pub fn is_hidden(&self) -> bool {
        self.node().is_hidden
    }

    /// Whether it holds a letter of text; quicker than joining its words, for the many elements that do.
    pub fn has_words(&self) -> bool {
        let nodes = &self.document.nodes[self.index + 1..self.node().end];
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
        nodes.iter().any(|node| {
            !node.is_element && !node.is_raw && node.words.trim_start().bytes().next().is_some_and(is_letter)
        })
    }

    /// Its words, joined by single spaces; pictures count with their text alternative.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.document.nodes[self.index + 1..self.node().end] {
            if !node.is_element {
                if !node.is_raw {
                    text.push_str(&decode(node.words));
                }
                continue;
            }
            if !is_inline(node.words) {
                text.push(' ');
            }
            if node.words.eq_ignore_ascii_case("img") {
                let (first, last) = node.attributes;
                let attributes = &self.document.attributes[first as usize..last as usize];
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
        let nodes = &self.document.nodes[self.index + 1..self.node().end];
        nodes.iter().filter(|node| !node.is_element).map(|node| node.words.len()).sum()
    }

    /// What a screen reader calls it: `aria-labelledby`, `aria-label`, its words, `title`.
    pub fn accessible_name(&self) -> String {
        if let Some(ids) = self.attribute("aria-labelledby") {
            let by_id = |id: &str| {
                self.document.elements().find(|element| element.attribute("id").is_some_and(|own| own == id))
            };
            let names: Vec<String> =
                ids.split_ascii_whitespace().filter_map(by_id).map(|element| element.text()).collect();
            let name = collapse(&names.join(" "));
            if !name.is_empty() {
                return name;
            }
        }
        let attribute = |name: &str| self.attribute(name).map(|value| collapse(&value)).unwrap_or_default();
        let label = attribute("aria-label");
        if !label.is_empty() {
            return label;
        }
        let text = self.text();
        if text.is_empty() { attribute("title") } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_parents_and_words() {
        let document = Document::parse(
            "<main id=m><p>One<p>Two <img alt='three'><ul><li>a<li>b</ul><table><tr><th>h<td>d</table></main>",
        );
        let main = document.named("main").next().expect("main");
        assert_eq!(main.text(), "One Two three a b h d");
        assert_eq!(document.named("p").nth(1).map(|element| element.text()).as_deref(), Some("Two three"));
        assert_eq!(document.named("li").map(|element| element.text()).collect::<Vec<_>>(), ["a", "b"]);
        let cell = document.named("td").next().expect("cell");
        assert_eq!(cell.ancestors().map(|element| element.name()).collect::<Vec<_>>(), ["tr", "table", "main"]);
        assert_eq!(document.elements().filter(|element| element.heading_level().is_some()).count(), 0);
    }

    #[test]
    fn names_things_as_screen_readers_do() {
        let document = Document::parse(
            "<a aria-labelledby='x y'>z</a><i id=x>One</i><i id=y>two</i><a aria-label=' L '>z</a><a title=t></a>",
        );
        let names: Vec<String> = document.named("a").map(|element| element.accessible_name()).collect();
        assert_eq!(names, ["One two", "L", "t"]);
    }
}
