//! Which language tags name a language.

/// The codes of languages: a line for each beginning, and after it every letter that makes a code of it.
///
/// ISO 639-1, and of 639-2, 639-3 and 639-5 those without a code of two letters, as in the IANA register of subtags.
const CODES: &str = include_str!("languages.txt");

/// Whether the first part of a language tag is the code of a language.
pub fn is_language(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let first = tag.split('-').next().unwrap_or("");
    let is_private = first.len() == 3 && first.as_bytes()[0] == b'q' && (b'a'..=b't').contains(&first.as_bytes()[1]);
    is_private || is_code(first)
}

fn is_code(code: &str) -> bool {
    let is_length = matches!(code.len(), 2 | 3);
    if !is_length || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let (start, last) = code.split_at(code.len() - 1);
    let line = CODES.lines().find_map(|line| line.strip_prefix(start)?.strip_prefix(' '));
    line.is_some_and(|letters| letters.contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_languages_from_other_words() {
        for tag in ["en", "EN-gb", "fr-CH", "yue", "cy", "ur", "gsw-CH", "iw", "qaa", "en-US-GB", "zh-Hant"] {
            assert!(is_language(tag), "{tag}");
        }
        // A language with a code of two letters has no other; `i-` of old registered tags names none.
        for tag in ["", " ", "eng", "english", "#1", "em-US", "xx", "e", "en_GB", "x-simple", "dutch", "cym", "i-lux"] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
