//! The function `mailto` of templates: an address for a mail that already says what it is about.

use tera::{Kwargs, Value};

/// An address for a mail to `to`, with its `subject` and its first lines, `body`, filled in where they are given.
pub(super) fn mailto(args: &Kwargs) -> tera::TeraResult<Value> {
    let to: String = args.must_get("to")?;
    let mut parts = Vec::new();
    for name in ["subject", "body"] {
        let words: Option<String> = args.get(name)?;
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            parts.push(format!("{name}={}", encoded(&words)));
        }
    }
    let question = if parts.is_empty() { "" } else { "?" };
    Ok(Value::from(format!("mailto:{to}{question}{}", parts.join("&")).as_str()))
}

/// Words as they may stand behind a question mark (RFC 6068, section 5): line ends are those of mails.
fn encoded(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    for byte in words.replace("\r\n", "\n").replace('\n', "\r\n").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                written.push(byte.into())
            }
            byte => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_words_may_stand_in_a_subject() {
        assert_eq!(encoded("Tea & talk: 100% #1?"), "Tea%20%26%20talk:%20100%25%20%231%3F");
        assert_eq!(encoded("ż\n\"'<"), "%C5%BC%0D%0A%22%27%3C");
    }
}
