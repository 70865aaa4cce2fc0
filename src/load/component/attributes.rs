//! Takes the attributes of an opening fence apart; what they mean is left to the component that has them.

use std::borrow::Cow;
use std::ops::Range;

/// One attribute of an opening fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute<'a> {
    /// Its name.
    pub key: &'a str,
    /// Its value; nothing for a name alone.
    pub value: Option<Cow<'a, str>>,
    /// Where it stands in the text given, name and value.
    pub range: Range<usize>,
    /// Where its value stands.
    pub value_range: Range<usize>,
    /// Whether its quotation mark is closed, or it has none.
    pub closed: bool,
}

/// Takes the attributes of an opening fence apart: `key=value`, `key="some words"`, or a name alone.
///
/// Curly quotation marks are taken too, since word processors write them. A backslash before a quotation mark keeps it.
pub fn attributes(text: &str) -> Vec<Attribute<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        if at >= text.len() {
            return found;
        }
        let start = at;
        let key_len =
            text[at..].find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(text.len() - at);
        let key = &text[at..at + key_len];
        at += key_len;
        let spaces = text[at..].len() - text[at..].trim_start().len();
        if !text[at + spaces..].starts_with('=') {
            found.push(Attribute { key, value: None, range: start..at, value_range: start..at, closed: true });
            continue;
        }
        at += spaces + 1;
        at += text[at..].len() - text[at..].trim_start().len();
        let (value, value_range, next, closed) = value(text, at);
        at = next;
        found.push(Attribute { key, value: Some(value), range: start..at, value_range, closed });
    }
}

/// Reads a value: what it says, where it stands, where the next attribute may begin, and whether it is closed.
fn value(text: &str, at: usize) -> (Cow<'_, str>, Range<usize>, usize, bool) {
    let rest = &text[at..];
    let Some(quote @ ('"' | '\'' | '“' | '”' | '‘' | '’')) = rest.chars().next() else {
        let end = at + rest.find(char::is_whitespace).unwrap_or(rest.len());
        return (Cow::Borrowed(&text[at..end]), at..end, end, true);
    };
    let closes = |letter: char| match quote {
        '“' | '”' => matches!(letter, '”' | '“'),
        '‘' | '’' => letter == '’',
        plain => letter == plain,
    };
    let start = at + quote.len_utf8();
    let mut escaped = false;
    for (offset, letter) in text[start..].char_indices() {
        if escaped {
            escaped = false;
        } else if letter == '\\' {
            escaped = true;
        } else if closes(letter) {
            let end = start + offset;
            return (unescape(&text[start..end]), start..end, end + letter.len_utf8(), true);
        }
    }
    (unescape(text[start..].trim_end()), start..text.len(), text.len(), false)
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let drops = letter == '\\' && letters.peek().is_some_and(|next| matches!(next, '"' | '\'' | '\\'));
        plain.push(if drops { letters.next().unwrap_or(letter) } else { letter });
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_attributes_apart() {
        let read = |text| {
            let all = attributes(text);
            all.iter().map(|a| format!("{}={}", a.key, a.value.as_deref().unwrap_or("-"))).collect::<Vec<_>>().join("|")
        };
        assert_eq!(read(r#" a=1 b="x y"  c='z' open"#), "a=1|b=x y|c=z|open=-");
        assert_eq!(read("title=“Ask “us””"), "title=Ask |us””=-");
        assert_eq!(read(r#"a = "it \"is\"" b= 2"#), r#"a=it "is"|b=2"#);
        assert_eq!(read(r#"a="open b=2"#), "a=open b=2");
        assert!(!attributes(r#"a="open"#)[0].closed);
        assert_eq!(read("=x ü=1"), "=x|ü=1");
        assert_eq!(read("a="), "a=");
    }
}
