//! The headings of a page, with where each stands.

use super::{Tag, Token, collapse, decode, is_inline, tokens};

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// 1 to 6.
    pub level: u8,
    /// Its start tag.
    pub tag: Tag<'a>,
    /// Its words, without marks.
    pub words: String,
    /// The byte after its end tag.
    pub end: usize,
}

/// The headings of a page in order. One that is not closed is none.
pub fn headings(html: &str) -> impl Iterator<Item = Heading<'_>> {
    let mut tokens = tokens(html);
    std::iter::from_fn(move || {
        let mut open: Option<Heading<'_>> = None;
        loop {
            match (tokens.next()?, &mut open) {
                (Token::Start(tag), None) => {
                    open = level(tag.name).map(|level| Heading { level, tag, words: String::new(), end: 0 });
                }
                (Token::Start(tag), Some(heading)) if !is_inline(tag.name) => heading.words.push(' '),
                (Token::Text { text, raw: false, .. }, Some(heading)) => heading.words.push_str(&decode(text)),
                (Token::End { name, end, .. }, Some(heading)) if level(name) == Some(heading.level) => {
                    return open.take().map(|found| Heading { words: collapse(&found.words), end, ..found });
                }
                _ => {}
            }
        }
    })
}

/// The level of a heading by its element's name.
pub fn level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h' | b'H', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::headings;

    #[test]
    fn headings_have_levels_words_and_places() {
        let html = "<h1 id=a>A</h1><p>x</p><h2 id=\"b\" data-sp=\"1-2\">B &amp; <em>b</em></h2><h4>C<br>c</h4><h3>open";
        let found: Vec<_> = headings(html).collect();
        let told: Vec<_> = found.iter().map(|heading| (heading.level, heading.words.as_str())).collect();
        assert_eq!(told, [(1, "A"), (2, "B & b"), (4, "C c")]);
        assert!(html[..found[1].end].ends_with("</em></h2>"));
        assert_eq!(found[1].tag.attribute("id").as_deref(), Some("b"));
    }
}
