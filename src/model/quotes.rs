//! Quotation marks and apostrophes as printers set them.

/// Turns straight quotation marks and apostrophes into curly ones, as Markdown's smart punctuation does in a body, so
/// that a title reads like the text below it. Anything else stays.
pub fn curly(text: &str) -> String {
    let mut curly = String::with_capacity(text.len());
    let mut before = None;
    for letter in text.chars() {
        // A mark opens after a space or an opening bracket or mark, and closes after anything else.
        let opens = before.is_none_or(|before: char| before.is_whitespace() || "([{–—“‘".contains(before));
        let letter = match (letter, opens) {
            ('\'', true) => '‘',
            ('\'', false) => '’',
            ('"', true) => '“',
            ('"', false) => '”',
            _ => letter,
        };
        curly.push(letter);
        before = Some(letter);
    }
    curly
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(curly("A carer's assessment"), "A carer’s assessment");
        assert_eq!(curly("the carers' 'day' (\"ours\")"), "the carers’ ‘day’ (“ours”)");
        assert_eq!(curly(&curly("it's \"so\"")), "it’s “so”");
    }
}
