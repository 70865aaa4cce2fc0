//! Splits HTML into start tags, end tags and text, each with its place.

use std::borrow::Cow;

use super::decode;
use super::element::Name;

/// One piece of HTML.
#[derive(Clone, Copy, Debug)]
pub enum Token<'a> {
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag.
    End {
        /// Its name as written.
        name: &'a str,
        /// Its first byte.
        start: usize,
        /// The byte after it.
        end: usize,
    },
    /// Text as written, with its character references.
    Text {
        /// The text.
        text: &'a str,
        /// Its first byte.
        start: usize,
        /// Whether it stands in a script or style, where references mean nothing.
        raw: bool,
    },
    /// A comment, a doctype, or something that browsers read as one.
    Comment {
        /// Its first byte.
        start: usize,
        /// The byte after it.
        end: usize,
    },
}

/// A start tag.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// Its name as a number.
    pub kind: Name,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    inside: &'a str,
}

impl<'a> Tag<'a> {
    /// Whether it ends in `/>`, which has a meaning within drawings and formulas only.
    pub fn is_self_closing(&self) -> bool {
        self.inside.ends_with('/')
    }

    /// Whether it has this name, in small letters.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Its attributes in order.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes { text: self.inside, at: 0 }
    }

    /// Whether its `class` holds a word.
    pub fn has_class(&self, class: &str) -> bool {
        // Most tags do not hold the word at all, which is quicker to see than where their attributes end.
        memchr::memmem::find(self.inside.as_bytes(), class.as_bytes()).is_some()
            && self.attribute("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|word| word == class))
    }

    /// The value of an attribute with its references resolved; a browser takes the first of two.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes().find(|attribute| attribute.is(name)).map(|attribute| attribute.decoded())
    }
}

/// An attribute of a start tag.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// Its value as written; empty where it has none.
    pub value: &'a str,
}

impl<'a> Attribute<'a> {
    /// Whether it has this name, in small letters.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Its value with references resolved.
    pub fn decoded(&self) -> Cow<'a, str> {
        decode(self.value)
    }
}

/// The attributes of a start tag, in order.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    text: &'a str,
    at: usize,
}

/// Signs that mean something in a tag.
const SPACE: u8 = 1;
const SLASH: u8 = 2;
const END: u8 = 4;
const EQUALS: u8 = 8;

/// What each byte is: one look for each byte of every tag.
static SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    signs[b' ' as usize] = SPACE;
    signs[b'\t' as usize] = SPACE;
    signs[b'\n' as usize] = SPACE;
    signs[b'\r' as usize] = SPACE;
    signs[0x0c] = SPACE;
    signs[b'/' as usize] = SLASH;
    signs[b'>' as usize] = END;
    signs[b'=' as usize] = EQUALS;
    signs
};

/// The place of the first byte from one on that is such a sign, or the end.
fn find(bytes: &[u8], from: usize, signs: u8) -> usize {
    let mut at = from;
    while at < bytes.len() && SIGNS[usize::from(bytes[at])] & signs == 0 {
        at += 1;
    }
    at
}

/// The place of the first byte from one on that is no such sign, or the end.
fn skip(bytes: &[u8], from: usize, signs: u8) -> usize {
    let mut at = from;
    while at < bytes.len() && SIGNS[usize::from(bytes[at])] & signs != 0 {
        at += 1;
    }
    at
}

impl<'a> Attributes<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    /// Follows HTML, 13.2.5.32 to 13.2.5.39; ends at `>`.
    fn next(&mut self) -> Option<Attribute<'a>> {
        let bytes = self.text.as_bytes();
        let start = skip(bytes, self.at, SPACE | SLASH);
        self.at = start;
        if self.peek().is_none_or(|byte| byte == b'>') {
            return None;
        }
        // An `=` at the start belongs to the name.
        let name_end = find(bytes, start + 1, SPACE | SLASH | END | EQUALS);
        let name = &self.text[start..name_end];
        self.at = skip(bytes, name_end, SPACE);
        if self.peek() != Some(b'=') {
            return Some(Attribute { name, value: "" });
        }
        self.at = skip(bytes, self.at + 1, SPACE);
        let value = match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                let start = self.at + 1;
                let end = memchr::memchr(quote, &bytes[start..]).map_or(self.text.len(), |at| start + at);
                self.at = (end + 1).min(self.text.len());
                &self.text[start..end]
            }
            _ => {
                let start = self.at;
                self.at = find(bytes, start, SPACE | END);
                &self.text[start..self.at]
            }
        };
        Some(Attribute { name, value })
    }
}

/// Reads HTML from its start to its end.
pub fn tokens(html: &str) -> Tokens<'_> {
    Tokens { html, at: 0, raw: None, foreign: Foreign::default() }
}

/// The pieces of HTML, in order.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    html: &'a str,
    at: usize,
    /// The element whose text runs to its own end tag, whatever stands in it.
    raw: Option<&'a str>,
    foreign: Foreign,
}

/// Whether tags stand in a drawing or a formula, where no element holds raw text (HTML, 13.2.6.5).
///
/// One bit for each level: 1 in a drawing or formula, 0 where that holds HTML again.
#[derive(Clone, Copy, Debug, Default)]
struct Foreign {
    levels: u64,
    depth: u32,
}

impl Foreign {
    fn is_here(self) -> bool {
        self.levels & 1 == 1
    }

    fn start(&mut self, name: Name, is_closed: bool) {
        let is_html = self.is_here() && matches!(name, Name::ForeignObject | Name::Desc | Name::Title);
        if matches!(name, Name::Svg | Name::Math) || is_html {
            if !is_closed && self.depth < 60 {
                self.levels = self.levels << 1 | u64::from(!is_html);
                self.depth += 1;
            }
        } else if self.is_here() && name.ends_foreign() {
            while self.is_here() {
                self.end();
            }
        }
    }

    fn end(&mut self) {
        self.levels >>= 1;
        self.depth = self.depth.saturating_sub(1);
    }

    /// An end tag that ends a level.
    fn close(&mut self, name: Name) {
        let ends = match name {
            Name::Svg | Name::Math => self.is_here(),
            Name::ForeignObject | Name::Desc | Name::Title => self.depth > 0 && !self.is_here(),
            _ => false,
        };
        if ends {
            self.end();
        }
    }
}

/// Elements whose content is text up to their end tag.
fn is_raw(name: Name) -> bool {
    use Name::*;
    matches!(name, Script | Style | Xmp | Iframe | Noembed | Noframes | Textarea | Title)
}

/// Raw elements in whose text references count.
const REFERENCES_COUNT: &[&str] = &["textarea", "title"];

impl<'a> Tokens<'a> {
    /// The text of a raw element, up to its end tag.
    fn raw_text(&mut self, name: &'a str) -> Option<Token<'a>> {
        let start = self.at;
        let rest = self.html.as_bytes();
        let mut from = start;
        let end = loop {
            match memchr::memmem::find(&rest[from..], b"</") {
                None => break rest.len(),
                Some(at) => {
                    let after = from + at + 2;
                    let tag = rest.get(after..after + name.len());
                    let next = rest.get(after + name.len());
                    if tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
                        && next.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
                    {
                        break from + at;
                    }
                    from = after;
                }
            }
        };
        self.at = end;
        let raw = !REFERENCES_COUNT.iter().any(|element| element.eq_ignore_ascii_case(name));
        (end > start).then(|| Token::Text { text: &self.html[start..end], start, raw })
    }

    fn start_tag(&mut self, take: &mut impl FnMut(Attribute<'a>)) -> Token<'a> {
        let start = self.at;
        let bytes = self.html.as_bytes();
        let name_start = start + 1;
        let inside_start = find(bytes, name_start, SPACE | SLASH | END);
        let mut attributes = Attributes { text: &self.html[inside_start..], at: 0 };
        attributes.by_ref().for_each(take);
        let inside_end = inside_start + attributes.at;
        self.at = (inside_end + 1).min(bytes.len());
        let word = &self.html[name_start..inside_start];
        let name = Name::of(word);
        let tag = Tag { name: word, kind: name, start, end: self.at, inside: &self.html[inside_start..inside_end] };
        self.foreign.start(name, tag.is_self_closing());
        if is_raw(name) && !self.foreign.is_here() && !(name == Name::Title && self.foreign.depth > 0) {
            self.raw = Some(word);
        }
        Token::Start(tag)
    }

    /// A comment, doctype, instruction or end tag; nothing where `<` is a plain letter.
    fn markup(&mut self, take: &mut impl FnMut(Attribute<'a>)) -> Option<Token<'a>> {
        let bytes = self.html.as_bytes();
        let start = self.at;
        let to = |needle: &[u8], from: usize| {
            let from = from.min(bytes.len());
            memchr::memmem::find(&bytes[from..], needle).map_or(bytes.len(), |at| from + at + needle.len())
        };
        let to_end = || memchr::memchr(b'>', &bytes[start..]).map_or(bytes.len(), |at| start + at + 1);
        match bytes.get(start + 1)? {
            letter if letter.is_ascii_alphabetic() => return Some(self.start_tag(take)),
            b'/' if bytes.get(start + 2).is_some_and(u8::is_ascii_alphabetic) => {
                let end = to_end();
                let name = &self.html[start + 2..find(bytes, start + 2, SPACE | SLASH | END).min(end)];
                self.at = end;
                if self.foreign.depth > 0 {
                    self.foreign.close(Name::of(name));
                }
                return Some(Token::End { name, start, end });
            }
            b'!' if bytes[start..].starts_with(b"<!-->") => self.at = start + 5,
            b'!' if bytes[start..].starts_with(b"<!--->") => self.at = start + 6,
            b'!' if bytes[start..].starts_with(b"<!--") => self.at = to(b"-->", start + 4),
            b'!' | b'?' | b'/' => self.at = to_end(),
            _ => return None,
        }
        Some(Token::Comment { start, end: self.at })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.step(|_| {})
    }
}

impl<'a> Tokens<'a> {
    /// The next piece; the attributes of a start tag are handed over as they are read, which saves a second reading.
    pub fn step(&mut self, mut take: impl FnMut(Attribute<'a>)) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take()
            && let Some(text) = self.raw_text(name)
        {
            return Some(text);
        }
        let bytes = self.html.as_bytes();
        let start = self.at;
        if start >= bytes.len() {
            return None;
        }
        if bytes[start] == b'<'
            && let Some(token) = self.markup(&mut take)
        {
            return Some(token);
        }
        let mut from = start + 1;
        let end = loop {
            match memchr::memchr(b'<', &bytes[from.min(bytes.len())..]) {
                None => break bytes.len(),
                Some(at) => {
                    let next = bytes.get(from + at + 1);
                    if next.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?')) {
                        break from + at;
                    }
                    from += at + 1;
                }
            }
        };
        self.at = end;
        Some(Token::Text { text: &self.html[start..end], start, raw: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(html: &str) -> String {
        let show = |token| match token {
            Token::Start(tag) => {
                let attributes: Vec<String> =
                    tag.attributes().map(|attribute| format!(" {}={}", attribute.name, attribute.decoded())).collect();
                format!("[{}{}]", tag.name, attributes.concat())
            }
            Token::End { name, .. } => format!("[/{name}]"),
            Token::Text { text, raw, .. } => format!("{}{text}", if raw { "raw:" } else { "" }),
            Token::Comment { .. } => "[!]".into(),
        };
        tokens(html).map(show).collect()
    }

    #[test]
    fn reads_as_browsers_do() {
        assert_eq!(
            show("<!doctype html><p class=a id='b c'>x < y &amp; z</p >"),
            "[!][p class=a id=b c]x < y &amp; z[/p]"
        );
        assert_eq!(show("<a href=\"x>y\" hidden>t</a>"), "[a href=x>y hidden=]t[/a]");
        assert_eq!(show("<img src=a/b/><br/>"), "[img src=a/b/][br]");
        assert_eq!(show("<script>if (a < b) '</p>'</script >x"), "[script]raw:if (a < b) '</p>'[/script]x");
        assert_eq!(show("<title>a &amp; <b></title><!-- <p> --><!--> t"), "[title]a &amp; <b>[/title][!][!] t");
        assert_eq!(show("1 < 2 <"), "1 < 2 <");
        assert_eq!(show("<a =b c"), "[a =b= c=]");
        assert_eq!(show("</"), "[!]");
        assert_eq!(
            show("<svg><title/><style>a<b></style></svg><style><b></style>"),
            concat!("[svg][title][style]a[b][/style][/svg]", "[style]raw:<b>[/style]")
        );
        assert_eq!(
            show("<svg><desc><style><b></style></desc><p><style><b></style>"),
            concat!("[svg][desc][style]raw:<b>[/style][/desc]", "[p][style]raw:<b>[/style]")
        );
    }

    #[test]
    fn covers_every_byte_in_order() {
        for html in ["<p>a<b", "a<!-", "<script>", "<a b='", "<textarea><p></textarea", "é<é>"] {
            let mut at = 0;
            for token in tokens(html) {
                let (start, end) = match token {
                    Token::Start(tag) => (tag.start, tag.end),
                    Token::End { start, end, .. } | Token::Comment { start, end } => (start, end),
                    Token::Text { text, start, .. } => (start, start + text.len()),
                };
                assert_eq!(start, at, "{html}");
                at = end;
            }
            assert_eq!(at, html.len(), "{html}");
        }
    }

    proptest::proptest! {
        #![proptest_config(crate::seeded::seeded(256))]

        #[test]
        fn no_text_is_too_broken(html in "(<|>|/|!|-|=|\"|'| |a|é|&|;|#x|p|script|title|</|<p |<!--|-->){0,40}") {
            let bytes: usize = tokens(&html)
                .map(|token| match token {
                    Token::Start(tag) => {
                        tag.attributes().for_each(|attribute| drop(attribute.decoded()));
                        tag.end - tag.start
                    }
                    Token::End { start, end, .. } | Token::Comment { start, end } => end - start,
                    Token::Text { text, .. } => text.len(),
                })
                .sum();
            proptest::prop_assert_eq!(bytes, html.len());
            let document = crate::html::Document::parse(&html);
            let access = crate::html::access::Access::of(&document);
            document.elements().for_each(|element| drop((access.name(&element), element.ancestors().count())));

        }
    }
}
