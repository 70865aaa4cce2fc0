//! Numbers in words on Easy Read pages.

use std::ops::Range;

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::english::English;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports numbers that are written in words on Easy Read pages, such as "three" and "one hundred and twenty".
    /// "One" alone is passed over: it is seldom a number.
    ///
    /// # Why it matters
    /// A figure is seen at once, and is the same in every language.
    /// Change, How to make information accessible: write 3, not three.
    ///
    /// # Example
    /// ```md
    /// We will call you in three days.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We will call you in 3 days.
    /// ```
    ///
    /// # What it cannot see
    /// Numbers that are part of a name.
    "number-in-words" Advice checks [Page(check)]
}

const NUMBERS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
    ("thousand", 1000),
];

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    for sentence in english.sentences.iter().filter(|sentence| !english.block(sentence).is_said) {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let end = (at..sentence.words.end).find(|at| english.words[*at].is_quoted).unwrap_or(sentence.words.end);
            let Some((number, count)) = longest(english, at..end) else {
                at += 1;
                continue;
            };
            let words = at..at + count;
            at += count;
            if number == 1 {
                continue;
            }
            found.push(
                RULE.finding(format!("\"{}\" is easier to see as a figure", english.text(&words)))
                    .at(context.prose.span(english.range(&words)))
                    .help(format!("write {}", figure(number))),
            );
        }
    }
}

/// The longest number that words begin with, and how many of them it takes: four of "one hundred and twenty carers".
fn longest(english: &English<'_>, words: Range<usize>) -> Option<(u32, usize)> {
    let mut longest = None;
    let mut text = String::new();
    for (count, at) in words.clone().enumerate() {
        let word = english.word(at).to_lowercase();
        let between = if count == 0 {
            ""
        } else {
            &english.prose.text[english.words[at - 1].end as usize..english.words[at].start as usize]
        };
        // A comma or a full stop ends a number.
        if !between.trim().is_empty() || word != "and" && !word.split('-').all(|part| value(part).is_some()) {
            break;
        }
        text.push_str(&word);
        match number(&text) {
            Some(number) => longest = Some((number, count + 1)),
            None if word == "and" && count > 0 => {}
            None => break,
        }
        text.push(' ');
    }
    longest
}

fn value(word: &str) -> Option<u32> {
    NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The one number that words say; nothing for several, such as "two three", and for words that are none.
fn number(text: &str) -> Option<u32> {
    let (mut thousands, mut rest) = (0, 0);
    let mut is_after_and = false;
    for word in text.split([' ', '-']) {
        if word == "and" {
            // "Two hundred and five" is one number, "two and five" are two.
            if is_after_and || rest % 100 != 0 || thousands + rest == 0 {
                return None;
            }
            is_after_and = true;
            continue;
        }
        let value = value(word)?;
        match value {
            1..10 if rest % 10 == 0 && rest % 100 != 10 => rest += value,
            10..100 if rest % 100 == 0 => rest += value,
            100 if rest < 100 && !is_after_and => rest = rest.max(1) * 100,
            1000 if thousands == 0 && !is_after_and => (thousands, rest) = (rest.max(1) * 1000, 0),
            _ => return None,
        }
        is_after_and = false;
    }
    (!is_after_and).then_some(thousands + rest)
}

/// A number as Easy Read writes it: 120, 1,200.
fn figure(number: u32) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_number_or_none() {
        for (text, value) in [
            ("three", Some(3)),
            ("twenty-five", Some(25)),
            ("one hundred and twenty", Some(120)),
            ("hundred", Some(100)),
            ("two thousand five hundred", Some(2500)),
            ("two thousand and five", Some(2005)),
            ("twelve hundred", Some(1200)),
            ("one hundred and", None),
            ("two and five", None),
            ("two three", None),
            ("ten two", None),
            ("and", None),
            ("carers", None),
            ("", None),
        ] {
            assert_eq!(number(text), value, "{text}");
        }
        assert_eq!(figure(1205), "1,205");
    }
}
