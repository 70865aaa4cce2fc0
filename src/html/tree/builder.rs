//! Makes the tree of a page from its tags, as the browser's parser does in what matters here (HTML, 13.2.6).

use super::super::element::{NAMES, Name};
use super::super::{Tag, Token, tokens};
use super::{Document, ELEMENT, FOREIGN, INERT, MOST_NODES, NOTHING, Node, RAW};

/// Elements lie no deeper in each other than in Chromium, where the rest are put side by side.
const DEEPEST: usize = 512;
/// Attributes of one element that are read.
const MOST_ATTRIBUTES: usize = 200;

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
            node.flags |= outer.flags & INERT;
            if outer.name == Name::Template {
                node.flags |= INERT;
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
        let name = tag.kind;
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
        let flags = ELEMENT | if is_foreign { FOREIGN } else { 0 };
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

#[cfg(test)]
mod tests {
    use super::super::Piece;
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
