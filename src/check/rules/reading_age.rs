//! Pages that take long schooling to read.

use super::super::context::PageContext;
use super::super::rule::rule;
use crate::config::RuleLevel;
use crate::diagnostic::Diagnostic;
use crate::model::Form;
use crate::source::Span;

rule! {
    /// # What it does
    /// Estimates the age at which people can read a page, and reports one above a number of `years`.
    /// It is off unless `site.toml` sets it, such as `reading-age = "advice"` under `[rules]`.
    ///
    /// # Why it matters
    /// Tired and worried people read less well than they could, and many carers read English as a second language.
    /// A formula is only a hint: it counts letters and knows no meaning, so it is never more than advice
    /// (NHS content guide: do not use readability scores as a gate).
    ///
    /// # Example
    /// ```md
    /// Eligibility determinations necessitate comprehensive consideration of individual circumstances.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We look at how you live before we decide what help you can have.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the page is clear. The age is the Flesch-Kincaid grade (Kincaid and others, 1975) plus five, with
    /// syllables counted by groups of vowels, and holds for English only.
    "reading-age" Advice thresholds [years 14] checks [Page(check)]
}

/// Fewer words than this say nothing of a page.
const FEWEST_WORDS: usize = 100;

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let settings = &context.site.settings;
    let is_on = settings.rule(RULE.name).is_some_and(|setting| setting.level != Some(RuleLevel::Off));
    let is_english = settings.languages[usize::from(context.page.variant.language)].code == "en";
    let Some(origin) = context.page.origin.as_ref().filter(|_| is_on && is_english) else {
        return;
    };
    let texts = context.text.sections.iter().map(|section| section.text.as_str());
    let highest = f64::from(context.threshold(&RULE, "years"));
    if let Some(age) = age(texts).filter(|age| *age > highest && context.page.variant.form == Form::Standard) {
        found.push(
            RULE.finding(format!("people read this page with ease from about the age of {age:.0}"))
                .at(Span::whole(origin.file))
                .help("shorten the longest sentences, and use words that you would say"),
        );
    }
}

/// The age at which a text is read with ease, in years; nothing for a text too short to tell.
fn age<'a>(texts: impl Iterator<Item = &'a str>) -> Option<f64> {
    let (mut words, mut sentences, mut syllables) = (0usize, 0usize, 0usize);
    for text in texts {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let mut in_line = 0;
            for sentence in line.split(['.', '!', '?', ':', ';']) {
                let count = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
                // A single word is an abbreviation or a label.
                sentences += usize::from(count > 1);
                in_line += count;
            }
            words += in_line;
            syllables += line.split_whitespace().map(syllables_of).sum::<usize>();
        }
    }
    if words < FEWEST_WORDS || sentences == 0 {
        return None;
    }
    let (words, sentences, syllables) = (words as f64, sentences as f64, syllables as f64);
    Some(0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5.0)
}

/// Syllables of an English word: groups of vowels, without a silent e at the end; at least one.
fn syllables_of(word: &str) -> usize {
    let letters: Vec<char> =
        word.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let is_vowel = |letter: &char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| is_vowel(letter) && (*at == 0 || !is_vowel(&letters[at - 1])))
        .count();
    let is_silent = letters.len() > 2
        && letters.ends_with(&['e'])
        && !letters.ends_with(&['l', 'e'])
        && !is_vowel(&letters[letters.len() - 2]);
    groups.saturating_sub(usize::from(is_silent)).max(usize::from(!letters.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, count) in [("care", 1), ("carer", 2), ("table", 2), ("assessment", 3), ("the", 1), ("999", 0)] {
            assert_eq!(syllables_of(word), count, "{word}");
        }
    }

    #[test]
    fn plain_words_are_read_younger_than_officialese() {
        let plain = "We look at how you live before we decide what help you can have. ".repeat(14);
        let official =
            "Eligibility determinations necessitate comprehensive consideration of individual circumstances. "
                .repeat(14);
        let age = |text: &str| age([text].into_iter()).expect("it is long enough");
        assert!(age(&plain) < 11.0, "{}", age(&plain));
        assert!(age(&official) > 20.0, "{}", age(&official));
        assert_eq!(super::age(["Too short to tell."].into_iter()), None);
    }
}
