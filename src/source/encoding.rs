//! Turns the bytes of a web page into UTF-8, as a browser finds out what they are.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far a page is searched for what it says of its encoding (HTML, 13.2.3.2).
const SEARCHED: usize = 1024;

/// The text of a page in UTF-8: by its byte order mark, else as it says, else UTF-8 where it is that, else Windows-1252.
/// What is no letter in its encoding becomes `U+FFFD`.
pub fn to_utf8(bytes: Vec<u8>) -> Vec<u8> {
    let (encoding, start) = match Encoding::for_bom(&bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (declared(&bytes).unwrap_or_else(|| guessed(&bytes)), 0),
    };
    if encoding == UTF_8 && std::str::from_utf8(&bytes).is_ok() {
        return bytes;
    }
    let (text, _) = encoding.decode_without_bom_handling(&bytes[start..]);
    text.into_owned().into_bytes()
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}

/// The encoding that stands after `charset=` near the start of a page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(SEARCHED)];
    let mut from = 0;
    while let Some(at) = memchr::memchr2(b'c', b'C', &head[from..]) {
        let rest = &head[from + at..];
        from += at + 1;
        if rest.len() < 8 || !rest[..7].eq_ignore_ascii_case(b"charset") {
            continue;
        }
        let after = rest[7..].trim_ascii_start();
        let Some(value) = after.strip_prefix(b"=") else { continue };
        let value = value.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'' | b';' | b'>' | b'/');
        let label = &value[..value.iter().position(is_end).unwrap_or(value.len())];
        // A page in which these letters can be read is not in UTF-16, whatever it says.
        return Encoding::for_label(label)
            .map(|encoding| if encoding.is_ascii_compatible() { encoding } else { UTF_8 });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        String::from_utf8(to_utf8(bytes.to_vec())).expect("it is UTF-8 now")
    }

    #[test]
    fn pages_are_read_as_browsers_read_them() {
        assert_eq!(text("<p>żółw".as_bytes()), "<p>żółw");
        assert_eq!(text(b"<p>caf\xe9"), "<p>café");
        assert_eq!(text(b"<meta charset=iso-8859-2><p>\xbf\xf3\xb3w"), "<meta charset=iso-8859-2><p>żółw");
        assert_eq!(
            text(b"<meta content='text/html; CharSet=\"windows-1251\"'>\xe4\xe0"),
            "<meta content='text/html; CharSet=\"windows-1251\"'>да"
        );
        assert_eq!(text(b"\xff\xfe<\0p\0>\0"), "<p>");
        assert_eq!(text(b"\xfe\xff\0<\0p\0>"), "<p>");
        assert_eq!(text(b"<meta charset=utf-16><p>a"), "<meta charset=utf-16><p>a");
        assert_eq!(text(b"<meta charset=utf-8>\xff"), "<meta charset=utf-8>\u{fffd}");
        assert_eq!(text(b"<meta charset=none>\0c"), "<meta charset=none>\0c");
        assert_eq!(text(b""), "");
    }
}
