//! Finds where things end in style sheets (CSS Syntax Module Level 3): past comments and strings.

/// The place of the first of some signs that stands in no comment and no string.
pub fn find_sign(css: &str, signs: &[u8]) -> Option<usize> {
    let bytes = css.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            sign if signs.contains(&sign) => return Some(at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                at += 3 + memchr::memmem::find(&bytes[at + 2..], b"*/")?;
            }
            b'\\' => at += 1,
            // A string that is not closed ends with its line.
            mark @ (b'"' | b'\'') => at += 1 + memchr::memchr2(mark, b'\n', &bytes[at + 1..])?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// The length of a block up to the brace that ends it, with the blocks in it; all of it where none does.
pub fn block_length(css: &str) -> usize {
    let (mut depth, mut from) = (0_u32, 0);
    while let Some(place) = find_sign(&css[from..], b"{}") {
        let at = from + place;
        match css.as_bytes()[at] {
            b'{' => depth += 1,
            _ if depth == 0 => return at,
            _ => depth -= 1,
        }
        from = at + 1;
    }
    css.len()
}

/// The declarations of a block, as written.
pub fn declarations(body: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(body);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = find_sign(text, b";");
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_end_nothing() {
        assert_eq!(find_sign("/* { */ a[title=\"{\"] {", b"{"), Some(21));
        assert_eq!(find_sign("a /* {", b"{"), None);
        assert_eq!(block_length("b { c } /* } */ content: \"}\" } rest"), 29);
        assert_eq!(block_length("{{{"), 3);
        let parts: Vec<_> = declarations("/* outline: none; */ color: red; content: ';'; ").map(str::trim).collect();
        assert_eq!(parts, ["/* outline: none; */ color: red", "content: ';'", ""]);
    }

    #[test]
    fn text_that_is_none_is_read_to_its_end() {
        for css in ["", "\\", "'", "\"é", "/*", "/", "a{b:'\n}c"] {
            assert!(block_length(css) <= css.len());
            declarations(css).for_each(drop);
        }
    }
}
