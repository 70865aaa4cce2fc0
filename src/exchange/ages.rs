//! Ages as people write them in a sheet: whole phrases that can mean one thing alone. A sentence about ages is no such phrase.

/// The first and the last age.
pub type Ages = (Option<u32>, Option<u32>);

/// Words that change nothing.
const FILLERS: [&str; 12] =
    ["age", "ages", "aged", "year", "years", "yr", "yrs", "old", "olds", "of", "only", "inclusive"];
const MORE: [&str; 8] = ["plus", "over", "above", "older", "upwards", "onwards", "up", "upward"];
const FEWER: [&str; 4] = ["under", "below", "younger", "less"];

/// Reads ages; nothing where the words are not surely understood.
pub fn ages(text: &str) -> Option<Ages> {
    let lower =
        text.to_lowercase().replace(['-', '–', '—'], " to ").replace('+', " plus ").replace(['(', ')', ','], " ");
    let lower = lower.strip_suffix('.').unwrap_or(&lower).to_owned();
    let words: Vec<Word<'_>> = lower.split_whitespace().filter(|word| !FILLERS.contains(word)).map(word).collect();
    use Word::{Age, Other};
    let ages = match words[..] {
        [Age(from)] | [Age(from), Other("plus")] | [Other("over" | "from"), Age(from)] => (Some(from), None),
        [Age(from), Other("and" | "or"), Other(more)] if MORE.contains(&more) => (Some(from), None),
        [Age(from), Other("upwards" | "onwards")] => (Some(from), None),
        [Age(from), Other("to"), Age(to)]
        | [Other("from"), Age(from), Other("to"), Age(to)]
        | [Other("between"), Age(from), Other("and" | "to"), Age(to)] => (Some(from), Some(to)),
        [Other("under" | "below"), Age(to)] => (None, Some(to.checked_sub(1)?)),
        [Other("up"), Other("to"), Age(to)] => (None, Some(to)),
        [Age(to), Other("and" | "or"), Other(fewer)] if FEWER.contains(&fewer) => (None, Some(to)),
        _ => return None,
    };
    let is_good = |age: Option<u32>| age.is_none_or(|age| age < 151);
    let is_in_order = !matches!(ages, (Some(from), Some(to)) if from > to);
    (is_good(ages.0) && is_good(ages.1) && is_in_order).then_some(ages)
}

#[derive(Clone, Copy)]
enum Word<'w> {
    Age(u32),
    Other(&'w str),
}

/// `18s` is the age of many.
fn word(word: &str) -> Word<'_> {
    let digits = word.strip_suffix("'s").or(word.strip_suffix("’s")).or(word.strip_suffix('s')).unwrap_or(word);
    let is_age = !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.parse().ok().filter(|_| is_age) {
        Some(age) => Word::Age(age),
        None => Word::Other(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_understood_is_read() {
        for (text, expected) in [
            ("18", (Some(18), None)),
            ("18+", (Some(18), None)),
            ("Over 65s", (Some(65), None)),
            ("55 and over", (Some(55), None)),
            ("16 years or older", (Some(16), None)),
            ("18-25", (Some(18), Some(25))),
            ("Ages 5 to 17 years", (Some(5), Some(17))),
            ("between 5 and 17 (inclusive)", (Some(5), Some(17))),
            ("Under 18s", (None, Some(17))),
            ("16 or under", (None, Some(16))),
            ("Up to 16", (None, Some(16))),
        ] {
            assert_eq!(ages(text), Some(expected), "{text}");
        }
        for text in [
            "Under 18s and over 65s",
            "Not for over 25s",
            "6 weeks to 12 years",
            "3 months to 5",
            "adults",
            "25 to 18",
            "under 0",
            "18 to 999",
            "2026",
            "all ages",
            "Year 7 to Year 11 pupils",
            "",
        ] {
            assert_eq!(ages(text), None, "{text}");
        }
    }
}
