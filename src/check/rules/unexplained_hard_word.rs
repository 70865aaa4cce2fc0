//! Hard words of Easy Read that nothing explains.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::english::Sentence;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports a word in bold on an Easy Read page, which means a hard word, when neither its own sentence, the next
    /// one nor the row after it says what it means.
    ///
    /// # Why it matters
    /// Bold tells the reader that this is a word to learn. Without its meaning it is only a word they do not know.
    /// Change, How to make information accessible.
    ///
    /// # Example
    /// ```md
    /// ![-](/img/easy/form.svg)
    ///
    /// Ask for a **carer's assessment**.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ![-](/img/easy/form.svg)
    ///
    /// Ask for a **carer's assessment**.
    ///
    /// ![-](/img/easy/talk.svg)
    ///
    /// A carer's assessment is a talk about what you need.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the explanation explains: it looks for the word in the next two sentences, or for "is", "means" and
    /// "called" beside it.
    "unexplained-hard-word" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    let prose = context.prose;
    let mut seen: Vec<String> = Vec::new();
    for mark in prose.marks.iter().filter(|mark| mark.kind == MarkKind::Strong) {
        let written = prose.text[mark.range.clone()].trim();
        let word = written.trim_end_matches(['.', ',', ':', '!', '?']).to_lowercase();
        let is_in = |sentence: &Sentence| {
            let range = english.range(&sentence.words);
            range.start < mark.range.end && mark.range.start < range.end
        };
        let Some(place) = english.sentences.iter().position(is_in).filter(|_| !word.is_empty()) else { continue };
        if seen.contains(&word) {
            continue;
        }
        let own = english.text(&english.sentences[place].words);
        let at = mark.range.end.saturating_sub(english.range(&english.sentences[place].words).start);
        let behind = own.get(at..).unwrap_or("").trim_start_matches('*');
        let before = own.get(..at.saturating_sub(written.len())).unwrap_or("").trim_end();
        let says = [" is ", " are ", " means "].iter().any(|says| behind.starts_with(says));
        let is_called = [
            "called",
            "called a",
            "called an",
            "called the",
            "call this",
            "call it",
            "call this a",
            "is a",
            "is an",
            "are",
            "or",
        ]
        .iter()
        .any(|called| before.ends_with(called));
        let stem = word.trim_end_matches('s');
        let mut next = english.sentences[place + 1..].iter().take(LOOK);
        let follows = next.any(|sentence| english.text(&sentence.words).to_lowercase().contains(stem));
        seen.push(word);
        if !says && !is_called && !follows {
            found.push(
                RULE.finding(format!("\"{written}\" is a hard word that nothing here explains"))
                    .at(prose.place(mark.written.clone()))
                    .help("say in the next row what it means, or take the asterisks away where the word is not hard"),
            );
        }
    }
}

/// How many sentences after its own may explain a word.
const LOOK: usize = 3;
