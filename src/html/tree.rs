//! A page as a tree, in the order of the document.
//!
//! Any text makes a tree. Where tags are left out or do not match, the tree is the browser's in what matters here:
//! who lies in whom. What browsers move elsewhere (text between the rows of a table) stays where it was written.
//! A tree is as deep as a browser makes it, and never larger than [`MOST_NODES`].

use std::borrow::Cow;

use super::element::{NAMES, Name};
use super::{Attribute, Tag, Token, collapse, decode, is_inline, tokens};

/// Elements lie no deeper in each other than in Chromium, where the rest are put side by side.
const DEEPEST: usize = 512;
/// Elements and texts that are read; a page with more is cut off there.
pub const MOST_NODES: usize = 2_000_000;
/// Attributes of one element that are read.
const MOST_ATTRIBUTES: usize = 200;
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
/// Assistive technology is told to skip it, or what it lies in.
const HIDDEN: u8 = 4;
/// It is part of a drawing or a formula.
const FOREIGN: u8 = 8;
/// It lies in a `<template>`, and so is no part of the page.
const INERT: u8 = 16;

/// An element of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Element<'d, 'a> {
    document: &'d Document<'a>,
    index: usize,
}

/// What lies in an element: other elements and texts, in the order of the document.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'d, 'a> {
    /// An element.
    Element(Element<'d, 'a>),
    /// Words as written, with their position in the order of the document.
    Text(&'a str, usize),
}

/// Makes the tree from tags.
struct Builder<'a> {
    document: Document<'a>,
    open: Vec<u32>,
    /// How many elements of each name are open.
    counts: [u32; NAMES],
}

impl<'a> Builder<'a> {
    fn name(&self, depth: usize) -> Name {
        self.document.nodes[self.open[depth] as usize].name
    }

    fn top(&self) -> Option<Name> {
        self.open.last().map(|index| self.document.nodes[*index as usize].name)
    }

    fn is_open(&self, name: Name) -> bool {
        self.counts[name as usize] > 0
    }

    /// Whether a tag stands in a drawing or formula, and not in HTML within that.
    fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|index| {
            let node = &self.document.nodes[*index as usize];
            node.flags & FOREIGN != 0 && !matches!(node.name, Name::ForeignObject | Name::Desc | Name::Title)
        })
    }

    /// The innermost open element that is wanted, where no bound lies before it.
    fn find(&self, wanted: impl Fn(Name) -> bool, is_bound: impl Fn(Name) -> bool) -> Option<usize> {
        for depth in (0..self.open.len()).rev() {
            let name = self.name(depth);
            if wanted(name) {
                return Some(depth);
            }
            if is_bound(name) {
                return None;
            }
        }
        None
    }

    /// Closes the open elements from a depth on.
    fn close(&mut self, depth: usize) {
        let end = self.document.nodes.len() as u32;
        for index in self.open.drain(depth..) {
            let node = &mut self.document.nodes[index as usize];
            node.end = end;
            self.counts[node.name as usize] -= 1;
        }
    }

    fn close_found(&mut self, found: Option<usize>) {
        if let Some(depth) = found {
            self.close(depth);
        }
    }

    fn push(&mut self, node: Node<'a>) -> u32 {
        let index = self.document.nodes.len() as u32;
        let mut node = Node { parent: index, end: index + 1, next: NOTHING, ..node };
        if let Some(parent) = self.open.last() {
            node.parent = *parent;
            let outer = &self.document.nodes[*parent as usize];
            node.flags |= outer.flags & (HIDDEN | INERT);
            if outer.name == Name::Template {
                node.flags |= HIDDEN | INERT;
            }
        }
        self.document.nodes.push(node);
        index
    }

    fn text(&mut self, words: &'a str, start: usize, is_raw: bool) {
        let flags = if is_raw { RAW } else { 0 };
        let (start, stop) = (start as u32, (start + words.len()) as u32);
        let name = Name::Other;
        self.push(Node {
            words,
            start,
            stop,
            parent: 0,
            end: 0,
            attributes: 0,
            next: 0,
            attribute_count: 0,
            name,
            flags,
        });
    }

    fn start(&mut self, tag: Tag<'a>, attributes: usize) {
        let name = Name::of(tag.name);
        if self.is_foreign() && name.ends_foreign() {
            let is_html = |name| matches!(name, Name::ForeignObject | Name::Desc | Name::Title);
            if let Some(depth) = self.find(|name| matches!(name, Name::Svg | Name::Math), is_html) {
                self.close(depth);
            }
        }
        let is_foreign = self.is_foreign() || matches!(name, Name::Svg | Name::Math);
        if !is_foreign && !self.takes(name) {
            self.document.attributes.truncate(attributes);
            return;
        }
        if !is_foreign {
            self.close_implied(name);
        }
        if self.open.len() >= DEEPEST {
            self.close(DEEPEST - 1);
        }
        let attribute_count = (self.document.attributes.len() - attributes) as u16;
        let mut flags = ELEMENT | if is_foreign { FOREIGN } else { 0 };
        if self.document.attributes[attributes..].iter().any(hides) {
            flags |= HIDDEN;
        }
        let index = self.push(Node {
            words: tag.name,
            start: tag.start as u32,
            stop: tag.end as u32,
            parent: 0,
            end: 0,
            attributes: attributes as u32,
            next: 0,
            attribute_count,
            name,
            flags,
        });
        let slot = name as usize;
        match self.document.last[slot] {
            NOTHING => self.document.first[slot] = index,
            last => self.document.nodes[last as usize].next = index,
        }
        self.document.last[slot] = index;
        let is_closed = if is_foreign { tag.is_self_closing() } else { name.is_void() };
        if !is_closed {
            self.open.push(index);
            self.counts[slot] += 1;
        }
    }

    /// Whether a browser makes an element of a start tag here.
    fn takes(&self, name: Name) -> bool {
        use Name::*;
        match name {
            Html | Body | Head => self.document.first[name as usize] == NOTHING,
            Caption | Col | Colgroup | Tbody | Td | Tfoot | Th | Thead | Tr => {
                self.is_open(Table) || self.is_open(Template)
            }
            _ => true,
        }
    }

    /// Closes what a start tag ends without saying so (HTML, 13.1.2.4 "Optional tags").
    fn close_implied(&mut self, name: Name) {
        use Name::*;
        if self.top() == Some(Head) && !name.is_metadata() {
            self.close(self.open.len() - 1);
        }
        let is_table = |name| matches!(name, Table | Template);
        let in_list = |name: Name| name.is_special() && !matches!(name, Address | Div | P);
        match name {
            Li if self.is_open(Li) => self.close_found(self.find(|name| name == Li, in_list)),
            Dd | Dt if self.is_open(Dd) || self.is_open(Dt) => {
                let is_pair = |name| matches!(name, Dd | Dt);
                self.close_found(self.find(is_pair, in_list));
            }
            Option if self.top() == Some(Option) => self.close(self.open.len() - 1),
            Optgroup => {
                for name in [Option, Optgroup] {
                    if self.top() == Some(name) {
                        self.close(self.open.len() - 1);
                    }
                }
            }
            Button if self.is_open(Button) => self.close_found(self.find(|name| name == Button, Name::bounds_scope)),
            A if self.is_open(A) => self.close_found(self.find(|name| name == A, Name::bounds_scope)),
            Rt | Rp if matches!(self.top(), Some(Rt | Rp)) => self.close(self.open.len() - 1),
            Td | Th => self.close_found(self.find(|name| matches!(name, Td | Th | Caption | Colgroup), is_table)),
            Tr => {
                self.close_found(self.find(|name| matches!(name, Tr | Caption | Colgroup), is_table));
            }
            Caption | Col | Colgroup | Tbody | Tfoot | Thead => {
                let is_part = |part| matches!(part, Caption | Tbody | Tfoot | Thead) || part == Colgroup && name != Col;
                self.close_found(self.find(is_part, is_table));
            }
            _ => {}
        }
        if name.closes_paragraph() && self.is_open(P) {
            self.close_found(self.find(|name| name == P, |name| name == Button || name.bounds_scope()));
        }
        if name.is_heading() && self.top().is_some_and(Name::is_heading) {
            self.close(self.open.len() - 1);
        }
    }

    fn end(&mut self, word: &str) {
        use Name::*;
        let name = Name::of(word);
        if !self.is_open(name) && !name.is_heading() {
            return;
        }
        let is_table = |name| matches!(name, Table | Template);
        let found = match name {
            // What follows them belongs to the page all the same.
            Html | Body => None,
            H1 | H2 | H3 | H4 | H5 | H6 => self.find(Name::is_heading, Name::bounds_scope),
            Li => self.find(|open| open == Li, |name| matches!(name, Ol | Ul) || name.bounds_scope()),
            Other => {
                let mut depths = (0..self.open.len()).rev();
                let is_it =
                    |depth: usize| self.document.nodes[self.open[depth] as usize].words.eq_ignore_ascii_case(word);
                depths.find(|depth| is_it(*depth) || self.name(*depth).is_special()).filter(|depth| is_it(*depth))
            }
            Td | Th | Tr | Tbody | Thead | Tfoot | Caption => self.find(|open| open == name, is_table),
            Table => self.find(|open| open == Table, |name| name == Template),
            _ if name.is_special() || name.is_formatting() => {
                self.find(|open| open == name, |open| open != name && open.bounds_scope())
            }
            Svg | Math | Desc | Title | ForeignObject => self.find(|open| open == name, |_| false),
            _ => self.find(|open| open == name, Name::is_special),
        };
        self.close_found(found);
    }
}

impl<'a> Document<'a> {
    /// Reads a page; what is not closed is closed where a browser would, or at the end.
    pub fn parse(html: &'a str) -> Self {
        // About one node for every 16 bytes was measured on pages of the theme.
        let space = html.len().min(16 * MOST_NODES);
        let document = Self {
            nodes: Vec::with_capacity(space / 16),
            attributes: Vec::with_capacity(space / 24),
            first: [NOTHING; NAMES],
            last: [NOTHING; NAMES],
            is_cut: false,
            has_doctype: false,
        };
        let mut builder = Builder { document, open: Vec::with_capacity(32), counts: [0; NAMES] };
        let mut tokens = tokens(html);
        loop {
            let first = builder.document.attributes.len();
            let attributes = &mut builder.document.attributes;
            let token = tokens.step(|attribute| {
                if attributes.len() - first < MOST_ATTRIBUTES {
                    attributes.push(attribute);
                }
            });
            match token {
                None => break,
                Some(Token::Start(tag)) => builder.start(tag, first),
                Some(Token::End { name, .. }) => builder.end(name),
                Some(Token::Text { text, start, raw }) => builder.text(text, start, raw),
                Some(Token::Comment { start, .. }) => {
                    let word = html.as_bytes().get(start + 2..start + 9);
                    builder.document.has_doctype |= word.is_some_and(|word| word.eq_ignore_ascii_case(b"doctype"));
                }
            }
            if builder.document.nodes.len() >= MOST_NODES {
                builder.document.is_cut = true;
                break;
            }
        }
        builder.close(0);
        builder.document
    }

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

/// Whether an attribute tells assistive technology to skip its element.
fn hides(attribute: &Attribute<'_>) -> bool {
    attribute.is("hidden") || attribute.is("aria-hidden") && attribute.value.eq_ignore_ascii_case("true")
}

impl<'d, 'a> Element<'d, 'a> {
    fn node(&self) -> &'d Node<'a> {
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
        match self.name().as_bytes() {
            [b'h' | b'H', digit @ b'1'..=b'6'] => Some(digit - b'0'),
            _ => None,
        }
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

    /// The text of a script or style.
    pub fn raw_text(&self) -> Option<&'a str> {
        let node = self.document.nodes.get(self.index + 1..self.order_after())?.first()?;
        (node.flags & RAW != 0).then_some(node.words)
    }

    /// Whether assistive technology is told to skip it by an attribute, its own or of what it lies in.
    pub fn is_hidden(&self) -> bool {
        self.node().flags & HIDDEN != 0
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree as nested brackets: what lies in whom.
    fn shape(html: &str) -> String {
        let document = Document::parse(html);
        let (mut shape, mut ends) = (String::new(), Vec::new());
        for (piece, _) in document.pieces() {
            let index = match piece {
                Piece::Element(element) => element.order(),
                Piece::Text(_, index) => index,
            };
            while ends.last().is_some_and(|end| *end <= index) {
                shape.push(')');
                ends.pop();
            }
            match piece {
                Piece::Element(element) => {
                    shape.push_str(&format!("({}", element.name()));
                    ends.push(element.order_after());
                }
                Piece::Text(words, _) => shape.push_str(&format!(" {}", words.trim())),
            }
        }
        ends.iter().for_each(|_| shape.push(')'));
        shape
    }

    #[test]
    fn nests_as_browsers_do() {
        for (html, wanted) in [
            ("<p>a<p>b", "(p a)(p b)"),
            ("<ul><li>a<ul><li>b</ul><li>c</ul>", "(ul(li a(ul(li b)))(li c))"),
            ("<dl><dt>a<dd>b<dt>c</dl>", "(dl(dt a)(dd b)(dt c))"),
            ("<table><tr><th>a<td>b<tr><td>c</table>d", "(table(tr(th a)(td b))(tr(td c))) d"),
            ("<table><td><table><tr><td>a</table>b<td>c</table>", "(table(td(table(tr(td a))) b)(td c))"),
            ("<table><caption>a<tr><td>b</table>", "(table(caption a)(tr(td b)))"),
            ("<p><b>a<div>b</div>", "(p(b a))(div b)"),
            ("<div><span>a</div>b", "(div(span a)) b"),
            ("<div><span>a<p>b</span>c</p></div>", "(div(span a(p b c)))"),
            ("<a>a<a>b</a>", "(a a)(a b)"),
            ("<h2>a<h3>b</h2>c", "(h2 a)(h3 b) c"),
            ("<td>a</td>b", " a b"),
            ("<html><head><title>a</title><p>b</html>c", "(html(head(title a))(p b c))"),
            ("<svg><circle/><title>a</title></svg>b", "(svg(circle)(title a)) b"),
            ("<svg><path><p>a", "(svg(path))(p a)"),
            ("<svg><foreignObject><p>a<p>b</foreignObject></svg>c", "(svg(foreignObject(p a)(p b))) c"),
            (
                "<select><option>a<option>b<optgroup><option>c</select>",
                "(select(option a)(option b)(optgroup(option c)))",
            ),
            ("<br></br><p>a", "(br)(p a)"),
            ("<x-a>a<x-b>b</x-a>c", "(x-a a(x-b b)) c"),
            ("</p></div>a", " a"),
        ] {
            assert_eq!(shape(html), wanted, "{html}");
        }
    }

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
        assert_eq!(main.children().map(|element| element.name()).collect::<Vec<_>>(), ["p", "p", "ul", "table"]);
        assert_eq!(document.elements().filter(|element| element.heading_level().is_some()).count(), 0);
    }

    #[test]
    fn what_lies_in_a_template_is_no_part_of_the_page() {
        let document = Document::parse("<template><p id=a>x</p></template><p id=b>y</p>");
        assert_eq!(document.named("p").count(), 1);
        assert_eq!(document.elements().count(), 2);
    }

    #[test]
    fn a_hundred_thousand_elements_in_each_other_are_no_deeper_than_in_a_browser() {
        let html = "<div>".repeat(100_000);
        let document = Document::parse(&html);
        let last = document.elements().last().expect("there are some");
        assert_eq!((document.elements().count(), last.ancestors().count()), (100_000, DEEPEST - 1));
    }

    #[test]
    fn a_page_with_far_too_many_elements_is_cut() {
        let html = "<b>".repeat(MOST_NODES + 10);
        let document = Document::parse(&html);
        assert!(document.is_cut() && document.len() == MOST_NODES);
    }
}
