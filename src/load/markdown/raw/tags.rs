//! Reads the tags of raw HTML, so that links and pictures in it can be followed and dangers named.
//!
//! This finds what to look at and what to say; whether the result is safe is left to ammonia, which reads it anew.

use std::ops::Range;

/// Elements that have no end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// A tag of raw HTML.
pub struct RawTag<'h> {
    /// Its name in small letters.
    pub name: String,
    /// Whether it ends an element.
    pub is_end: bool,
    /// Where it stands.
    pub range: Range<usize>,
    /// What it says.
    pub attributes: Vec<RawAttribute<'h>>,
}

/// An attribute of raw HTML.
pub struct RawAttribute<'h> {
    /// Its name in small letters.
    pub name: String,
    /// Its value as it was written, without quotation marks.
    pub value: &'h str,
    /// The whole of it, with the name.
    pub range: Range<usize>,
}

/// A value with its numbered references and the commonest named ones undone, as far as an address needs it.
pub fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (letter, length) = reference(&rest[at..]).unwrap_or(('&', 1));
        out.push(letter);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out
}

/// The letter that a reference at the start of a text stands for, and the reference's length.
fn reference(text: &str) -> Option<(char, usize)> {
    const NAMED: &[(&str, char)] = &[
        ("&amp;", '&'),
        ("&quot;", '"'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&colon;", ':'),
        ("&nbsp;", ' '),
        ("&Tab;", '\t'),
    ];
    if let Some((name, letter)) = NAMED.iter().find(|(name, _)| text.starts_with(name)) {
        return Some((*letter, name.len()));
    }
    let number = text.strip_prefix("&#")?;
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let length = digits.find(|letter: char| !letter.is_digit(radix)).unwrap_or(digits.len());
    let letter = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
    let semicolon = usize::from(digits[length..].starts_with(';'));
    Some((letter, text.len() - digits.len() + length + semicolon))
}

/// HTML without its comments; one that does not end takes the rest with it.
pub fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    out.push_str(rest);
    out
}

/// Appends the words between tags.
pub fn plain_words(html: &str, plain: &mut String) {
    let mut at = 0;
    let mut skipped = false;
    for tag in tags(html) {
        if !skipped {
            plain.push_str(&decoded(&html[at..tag.range.start]));
        }
        skipped = !tag.is_end && matches!(tag.name.as_str(), "script" | "style");
        plain.push(' ');
        at = tag.range.end;
    }
    plain.push_str(html[at..].trim_end());
    plain.push('\n');
}

/// How deep elements stand in each other.
pub fn deepest(tags: &[RawTag<'_>]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in tags.iter().filter(|tag| !VOID.contains(&tag.name.as_str())) {
        depth = if tag.is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// The tags of raw HTML, read as a browser would (WHATWG HTML, 13.2.5).
pub fn tags(html: &str) -> Vec<RawTag<'_>> {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + offset;
        let is_end = bytes.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(is_end);
        at = start + 1;
        if !bytes.get(name_start).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let name_end = until(bytes, name_start, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
        let (attributes, end) = attributes(html, name_end);
        found.push(RawTag {
            name: html[name_start..name_end].to_ascii_lowercase(),
            is_end,
            range: start..end,
            attributes,
        });
        at = end;
    }
    found
}

fn attributes(html: &str, mut at: usize) -> (Vec<RawAttribute<'_>>, usize) {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    loop {
        at = until(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        match bytes.get(at) {
            None => return (found, at),
            Some(b'>') => return (found, at + 1),
            Some(_) => {}
        }
        let start = at;
        at = until(bytes, at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let name = html.get(start..at).unwrap_or_default().to_ascii_lowercase();
        let equals = until(bytes, at, |byte| !byte.is_ascii_whitespace());
        let mut value = "";
        if bytes.get(equals) == Some(&b'=') {
            let from = until(bytes, equals + 1, |byte| !byte.is_ascii_whitespace());
            let quote = bytes.get(from).copied().filter(|byte| matches!(byte, b'"' | b'\''));
            let from = from + usize::from(quote.is_some());
            let to = match quote {
                Some(quote) => until(bytes, from, |byte| byte == quote),
                None => until(bytes, from, |byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            value = html.get(from..to).unwrap_or_default();
            at = (to + usize::from(quote.is_some())).min(bytes.len());
        }
        found.push(RawAttribute { name, value, range: start..at });
    }
}

/// The first place from `at` on whose byte passes, or the end.
fn until(bytes: &[u8], at: usize, stop: impl Fn(u8) -> bool) -> usize {
    let at = at.min(bytes.len());
    bytes[at..].iter().position(|byte| stop(*byte)).map_or(bytes.len(), |offset| at + offset)
}
