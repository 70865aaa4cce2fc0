//! Words in another language that do not say so.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports words in another script than the page's (Arabic, Cyrillic, Greek, Hebrew and others), and whole
    /// passages in another language that it knows by its small words (English, Polish, Welsh), where nothing marks
    /// their language.
    ///
    /// # Why it matters
    /// A screen reader then reads Polish with English sounds, and skips Arabic or spells it out.
    /// WCAG 2.2, 3.1.2 Language of Parts (AA).
    ///
    /// # Example
    /// ```md
    /// Mówimy po polsku: zadzwoń do nas, jeśli nie mówisz po angielsku.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// <p lang="pl">Mówimy po polsku: zadzwoń do nas, jeśli nie mówisz po angielsku.</p>
    /// ```
    ///
    /// # What it cannot see
    /// Single words and names, and passages in languages that it does not know.
    "unmarked-language" Error checks [Page(check)]
}

/// A script: what is said of it, a language to begin with, and its letters.
type Script = (&'static str, &'static str, &'static [(char, char)]);

const SCRIPTS: &[Script] = &[
    (
        "Arabic or Urdu",
        "ar",
        &[('\u{600}', '\u{6ff}'), ('\u{750}', '\u{77f}'), ('\u{fb50}', '\u{fdff}'), ('\u{fe70}', '\u{feff}')],
    ),
    ("Hebrew", "he", &[('\u{590}', '\u{5ff}')]),
    ("Ukrainian, Bulgarian or Russian", "uk", &[('\u{400}', '\u{52f}')]),
    ("Greek", "el", &[('\u{370}', '\u{3ff}')]),
    ("Hindi or Nepali", "hi", &[('\u{900}', '\u{97f}')]),
    ("Bengali", "bn", &[('\u{980}', '\u{9ff}')]),
    ("Punjabi", "pa", &[('\u{a00}', '\u{a7f}')]),
    ("Gujarati", "gu", &[('\u{a80}', '\u{aff}')]),
    ("Tamil", "ta", &[('\u{b80}', '\u{bff}')]),
    ("Chinese or Japanese", "zh", &[('\u{3040}', '\u{30ff}'), ('\u{4e00}', '\u{9fff}')]),
    ("Korean", "ko", &[('\u{ac00}', '\u{d7a3}')]),
];

/// Letters side by side that are no sign or name of a unit.
const FEWEST_LETTERS: usize = 3;

/// A language in Latin letters: its name and code, and what it shares with no other here: small words, and letters.
type Latin = (&'static str, &'static str, &'static [&'static str], &'static [char]);

const LATIN: &[Latin] = &[
    ("English", "en", &["and", "are", "for", "have", "is", "of", "that", "the", "this", "with", "you", "your"], &[]),
    (
        "Polish",
        "pl",
        &["dla", "gdzie", "jak", "jest", "jeśli", "lub", "nie", "oraz", "przez", "się", "są", "twój", "z"],
        &['ą', 'ć', 'ę', 'ł', 'ń', 'ś', 'ź', 'ż'],
    ),
    ("Welsh", "cy", &["chi", "eich", "gan", "gyda", "mae", "neu", "sy'n", "wedi", "yn", "yr"], &['ŵ', 'ŷ']),
];

/// The longest of them, in bytes.
const LONGEST: usize = 6;

/// A passage has so many words, and so large a part of them is small words or has such a letter.
const FEWEST_WORDS: usize = 6;
const LEAST_PART: usize = 4;

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let prose = context.prose;
    let code = context.site.settings.languages[usize::from(context.page.words_language())].code.as_str();
    let code = code.split('-').next().unwrap_or(code);
    let is_latin = LATIN.iter().any(|(_, known, ..)| *known == code);
    for block in prose.blocks.iter().filter(|block| block.language.is_none()) {
        let text = prose.words(block);
        let is_marked = |at: usize| {
            prose.marks_of(block).iter().any(|mark| {
                matches!(mark.kind, MarkKind::Language | MarkKind::Directed | MarkKind::Code)
                    && mark.range.contains(&at)
            })
        };
        if is_latin
            && !text.is_ascii()
            && let Some((at, name, guess)) = other_script(text).filter(|(at, ..)| !is_marked(block.range.start + at))
        {
            let start = block.range.start + at;
            let end = start + text[at..].find(|letter: char| letter.is_ascii_alphanumeric()).unwrap_or(text.len() - at);
            let end = start + prose.text[start..end].trim_end().len();
            report(context, start..end, name, guess, found);
        } else if let Some((name, guess)) = other_language(text, code).filter(|_| !is_marked(block.range.start)) {
            report(context, block.range.clone(), name, guess, found);
        }
    }
}

fn report(
    context: &PageContext<'_>,
    range: std::ops::Range<usize>,
    name: &str,
    guess: &str,
    found: &mut Vec<Diagnostic>,
) {
    found.push(
        RULE.finding(format!("this looks like {name}, and nothing says so"))
            .at(context.prose.span(range))
            .help(format!(
                "mark its language: `<span lang=\"{guess}\">…</span>`, or `<p lang=\"{guess}\">` around a paragraph"
            ))
            .note("WCAG 2.2, 3.1.2 Language of Parts (AA)"),
    );
}

/// The first run of letters in another script: where it begins, and what it looks like.
fn other_script(text: &str) -> Option<(usize, &'static str, &'static str)> {
    let script = |letter: char| {
        let is_in = |ranges: &[(char, char)]| ranges.iter().any(|(from, to)| (*from..=*to).contains(&letter));
        SCRIPTS.iter().find(|(_, _, ranges)| is_in(ranges))
    };
    let mut run: Option<(usize, usize)> = None;
    for (at, letter) in text.char_indices() {
        match script(letter).filter(|_| letter.is_alphabetic()) {
            Some((name, guess, _)) => {
                let (start, count) = run.map_or((at, 1), |(start, count)| (start, count + 1));
                if count >= FEWEST_LETTERS {
                    return Some((start, name, guess));
                }
                run = Some((start, count));
            }
            None if letter.is_alphabetic() => run = None,
            None => {}
        }
    }
    None
}

/// The language that a passage's small words are of, where that is not the page's.
fn other_language(text: &str, own: &str) -> Option<(&'static str, &'static str)> {
    let words = || text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphabetic()));
    // Most passages are in the page's own language, and are known by the first of its small words.
    let signs = |list: &[&str], letters: &[char]| {
        let is_sign = |word: &&str| list.iter().any(|known| known.eq_ignore_ascii_case(word)) || word.contains(letters);
        words().filter(is_sign).count()
    };
    let (_, _, own_words, _) = LATIN.iter().find(|(_, code, ..)| *code == own)?;
    if text.len() < 2 * FEWEST_WORDS - 1 {
        return None;
    }
    let is_own = |word: &[u8]| own_words.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(word));
    let mut plain = text.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
    if text.is_ascii() && plain.any(|word| (1..=LONGEST).contains(&word.len()) && is_own(word)) {
        return None;
    }
    if words().any(|word| word.len() <= LONGEST && own_words.iter().any(|known| known.eq_ignore_ascii_case(word))) {
        return None;
    }
    let total = words().filter(|word| !word.is_empty()).count();
    if total < FEWEST_WORDS {
        return None;
    }
    let mut others = LATIN.iter().filter(|(_, code, ..)| *code != own);
    let found = others.find(|(_, _, list, letters)| signs(list, letters) * LEAST_PART >= total);
    found.map(|(name, code, ..)| (*name, *code))
}
