//! Character references: `&amp;`, `&#38;` and `&#x26;`.

use std::borrow::Cow;

/// The named references that Signpost, its templates and its minifier write, and those that can disguise an address.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("colon", ":"),
    ("Tab", "\t"),
    ("NewLine", "\n"),
    ("sol", "/"),
    ("lpar", "("),
    ("rpar", ")"),
    ("semi", ";"),
    ("num", "#"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("copy", "©"),
    ("pound", "£"),
    ("middot", "·"),
    ("shy", "\u{ad}"),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
    ("AMP", "&"),
    ("LT", "<"),
    ("GT", ">"),
    ("QUOT", "\""),
];

/// Those that a browser also reads without the semicolon, in text.
const BARE: &[&str] = &["amp", "lt", "gt", "quot", "nbsp", "copy", "pound", "middot", "shy", "AMP", "LT", "GT", "QUOT"];

/// Resolves character references; one that is not known stays as it is.
pub fn decode(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', text.as_bytes()) else {
        return Cow::Borrowed(text);
    };
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(&text[..first]);
    let mut rest = &text[first..];
    while !rest.is_empty() {
        match reference(rest) {
            Some((letters, length)) => {
                decoded.push_str(&letters);
                rest = &rest[length..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
        let next = memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        decoded.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(decoded)
}

/// Whether a text holds a named reference that is not known here, which to a browser could be any letter.
pub fn has_unknown_reference(text: &str) -> bool {
    memchr::memchr_iter(b'&', text.as_bytes()).any(|at| {
        let name = text[at + 1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_named = text[at + 1..].starts_with(|letter: char| letter.is_ascii_alphabetic());
        is_named && text.as_bytes().get(at + 1 + name) == Some(&b';') && reference(&text[at..]).is_none()
    })
}

/// What the reference at the start of a text stands for, and its length.
fn reference(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let body = &text[1..];
    if let Some(number) = body.strip_prefix('#') {
        let hex = number.starts_with(['x', 'X']);
        let digits = &number[usize::from(hex)..];
        let radix = if hex { 16 } else { 10 };
        let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
        if length == 0 {
            return None;
        }
        let letter = u32::from_str_radix(&digits[..length], radix).ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
        let end = 2 + usize::from(hex) + length;
        let semicolon = usize::from(text.as_bytes().get(end) == Some(&b';'));
        return Some((Cow::Owned(letter.to_string()), end + semicolon));
    }
    let length = body.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if body.as_bytes().get(length) == Some(&b';') {
        let (_, letters) = NAMED.iter().find(|(name, _)| *name == &body[..length])?;
        return Some((Cow::Borrowed(letters), length + 2));
    }
    let name = BARE.iter().find(|name| body.starts_with(**name))?;
    let (_, letters) = NAMED.iter().find(|(known, _)| known == name)?;
    Some((Cow::Borrowed(letters), name.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_what_browsers_resolve() {
        assert_eq!(decode("plain"), "plain");
        assert_eq!(decode("a &amp; b &lt;c&gt; &#39;d&#x27; &#X3A;"), "a & b <c> 'd' :");
        assert_eq!(decode("javascript&colon;alert&#40;1)"), "javascript:alert(1)");
        assert_eq!(decode("a &lt b &unknown; & &#; &#x; 100%&"), "a < b &unknown; & &#; &#x; 100%&");
    }

    #[test]
    fn tells_known_from_unknown_references() {
        assert!(has_unknown_reference("a & b &unknown; c") && has_unknown_reference("&amp;&bne;"));
        for known in ["plain", "a &amp; b", "&; &#; &-;", "x & y;", "1&2;", "&colon;&#58;&#x3a"] {
            assert!(!has_unknown_reference(known), "{known}");
        }
    }
}
