//! The words that a reader sees.

use super::{Token, decode, is_inline, tokens};

/// Joins words by single spaces.
pub fn collapse(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// The words of a page in order, joined by single spaces: elements that stand in a box of their own part words, those
/// that flow with the text do not. Scripts, styles and comments have none.
pub fn visible_words(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    for token in tokens(html) {
        match token {
            Token::Text { text: written, raw: false, .. } => text.push_str(&decode(written)),
            Token::Start(tag) if !is_inline(tag.name) => text.push(' '),
            Token::End { name, .. } if !is_inline(name) => text.push(' '),
            _ => {}
        }
    }
    collapse(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_words_where_the_eye_does() {
        assert_eq!(visible_words("<p>One<p>Two <b>th</b>ree"), "One Two three");
        assert_eq!(visible_words("<a>One</a> <a>Two</a><div>x&nbsp;&amp; y</div>"), "One Two x & y");
        assert_eq!(visible_words("<script>no</script><title>t</title>"), "t");
    }
}
