//! Shortened words that say "not".

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::Form;

rule! {
    /// # What it does
    /// Reports "can't", "don't" and their like, once a page. What carers say in their own words is passed over, and
    /// so are words in quotation marks.
    ///
    /// # Why it matters
    /// The "n't" is easily missed, and then the sentence says the opposite. People who learnt English later, and
    /// people with dyslexia, miss it most.
    /// GOV.UK style guide: no negative contractions.
    ///
    /// # Example
    /// ```md
    /// You don't need to pay.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// You do not need to pay.
    /// ```
    ///
    /// # What it cannot see
    /// Shortened words of other kinds; `contraction` reports those on Easy Read pages.
    "negative-contraction" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    // On an Easy Read page `contraction` reports them all.
    let Some(english) = context.english.filter(|_| context.page.variant.form != Form::Easy) else {
        return;
    };
    let mut first: Option<usize> = None;
    for sentence in english.sentences.iter().filter(|sentence| !english.block(sentence).is_said) {
        for at in sentence.words.clone().filter(|at| !english.words[*at].is_quoted && !english.words[*at].is_other) {
            let word = english.word(at);
            if !is_negative(word) {
                continue;
            }
            match first {
                Some(place) => found[place].count += 1,
                None => {
                    first = Some(found.len());
                    found.push(
                        RULE.finding(format!("\"{word}\" hides its \"not\""))
                            .at(context.prose.span(english.range(&(at..at + 1))))
                            .help(format!("write \"{}\"", in_full(word))),
                    );
                }
            }
        }
    }
}

/// Whether a word ends in "n't".
pub(super) fn is_negative(word: &str) -> bool {
    if !word.ends_with(['t', 'T']) {
        return false;
    }
    let Some((stem, end)) = word.rsplit_once(['\'', '’']) else { return false };
    end.eq_ignore_ascii_case("t") && stem.ends_with(['n', 'N'])
}

/// The same in full.
pub(super) fn in_full(word: &str) -> String {
    let stem = word.rsplit_once(['\'', '’']).map_or(word, |(stem, _)| &stem[..stem.len() - 1]);
    let full = match stem.to_lowercase().as_str() {
        "ca" => "cannot".into(),
        "wo" => "will not".into(),
        "sha" => "shall not".into(),
        "ai" => "is not".into(),
        stem => format!("{stem} not"),
    };
    as_begun(word, &full)
}

/// Words with the capital letter of the word that they stand for.
pub(super) fn as_begun(word: &str, full: &str) -> String {
    let mut letters = full.chars();
    match letters.next() {
        Some(first) if word.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => full.to_owned(),
    }
}
