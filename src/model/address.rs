//! Addresses: how names become parts of them, and which parts are taken.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Parts of addresses that Signpost needs for itself.
const RESERVED: &[&str] = &["easy-read", "young", "bsl", "search", "api", "s", "booklet", "admin", "assets"];

/// Whether a name cannot be the address of a page, whatever the languages of the site.
pub fn is_reserved(slug: &str) -> bool {
    RESERVED.contains(&slug)
}

/// Letters that no accent sets apart from a plain one, and what people type for them.
const PLAIN: &[(char, &str)] = &[
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ø', "o"),
    ('ı', "i"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('þ', "th"),
];

/// A name of its own for a file among those that are taken: `name`, `name-2` and so on.
pub fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut free = std::iter::once(name.to_owned()).chain(numbered).filter(|name| taken.insert(name.clone()));
    free.next().expect("there are more numbers than names")
}

/// Makes a part of an address: lower case, accents off, words joined by `-`. Scripts without case or accents stay.
/// A second pass changes nothing; a name without letters or digits gives the empty string.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in fold(name).chars() {
        if let Some((_, plain)) = PLAIN.iter().find(|(special, _)| *special == letter) {
            slug.push_str(plain);
        } else if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !matches!(letter, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Lower case without accents, for comparing and for search.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let once: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect();
    once.nfkd().filter(|letter| !is_combining_mark(*letter)).nfc().collect()
}
