//! Words in capital letters.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::english::English;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports words that are written in capitals to stress them: three or more side by side, a long one, or a common
    /// word such as "MUST". Acronyms, postcodes and what carers say are passed over. On a page with many the first is
    /// reported, with their number.
    ///
    /// # Why it matters
    /// Words in capitals all have the same shape, which slows everybody down. People with dyslexia feel it most, and
    /// some screen readers spell them out.
    /// GOV.UK style guide; British Dyslexia Association, Dyslexia friendly style guide.
    ///
    /// # Example
    /// ```md
    /// You MUST bring proof of address.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// You must bring proof of your address.
    /// ```
    ///
    /// # What it cannot see
    /// Capitals that the theme makes by its styles.
    "all-capitals" Warning checks [Page(check)]
}

/// Words in capitals that are no acronyms: people write them so to stress them.
const COMMON: &[&str] = &[
    "ALL", "ALWAYS", "AND", "ANY", "ARE", "BE", "BOTH", "BUT", "CALL", "CAN", "CANNOT", "DO", "EACH", "EVERY", "FOR",
    "FREE", "FROM", "GET", "HAS", "HAVE", "HELP", "HERE", "HOW", "IF", "IN", "IS", "MAY", "MORE", "MUST", "NEED",
    "NEVER", "NEW", "NO", "NOT", "NOTE", "NOW", "ONE", "ONLY", "OR", "OUR", "OUT", "PLEASE", "SHOULD", "STOP", "THE",
    "THEIR", "THEY", "THIS", "TO", "URGENT", "VERY", "WARNING", "WE", "WILL", "WITH", "YES", "YOU", "YOUR",
];

/// How many words side by side are no acronyms.
const MANY: usize = 3;
/// From so many letters on a word alone is none.
const LONG: usize = 8;

/// Whether letters are a word that people stress.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.binary_search(&word).is_ok()
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.english else { return };
    let mut first: Option<usize> = None;
    for sentence in english.sentences.iter().filter(|sentence| !english.block(sentence).is_said) {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let end = (at..sentence.words.end).find(|at| !is_capitals(english, *at)).unwrap_or(sentence.words.end);
            let words = at..end;
            at = end.max(at + 1);
            let is_alone = |word: &str| is_common(word) || word.len() >= LONG;
            // One letter by itself, such as "I" or "A", begins and ends no run.
            let real = words.clone().filter(|at| english.word(*at).len() > 1).count();
            let is_shout = real >= MANY && words.clone().any(|at| english.word(at).len() > 3)
                || words.clone().any(|at| is_alone(english.word(at)));
            if !is_shout {
                continue;
            }
            match first {
                Some(place) => found[place].count += 1,
                None => {
                    first = Some(found.len());
                    let text = english.text(&words);
                    found.push(
                        RULE.finding(format!("\"{text}\" is written in capitals"))
                            .at(context.prose.span(english.range(&words)))
                            .help("write it in small letters; stress it by where it stands, or in bold"),
                    );
                }
            }
        }
    }
}

fn is_capitals(english: &English<'_>, at: usize) -> bool {
    let word = english.word(at);
    !word.is_empty()
        && !english.words[at].is_other
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'\'' | b'-'))
}
