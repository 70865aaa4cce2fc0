//! Words of the glossary that are explained by themselves.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a term whose meaning uses the term: its first sentence, but for the term at its beginning.
    ///
    /// # Why it matters
    /// Who does not know the word does not know it in its meaning either.
    /// WCAG 2.2, 3.1.3 Unusual Words (AAA).
    ///
    /// # Example
    /// ```yaml
    /// title: Reablement
    /// summary: Services that offer reablement.
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: Reablement
    /// summary: Help for a few weeks, so that you can do things for yourself again.
    /// ```
    ///
    /// # What it cannot see
    /// Two terms that are explained by each other.
    "circular-term" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for (page, term) in site.glossary() {
        let title = page.common.title.to_lowercase();
        let meaning = term.meaning.split_inclusive(['.', '!', '?']).next().unwrap_or_default().to_lowercase();
        // "Reablement is …", "A young carer is …": the term itself begins its meaning.
        let begins = ["", "a ", "an ", "the "]
            .iter()
            .find_map(|article| meaning.strip_prefix(article)?.strip_prefix(title.as_str()));
        let rest = begins.unwrap_or(&meaning);
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let uses = rest.match_indices(title.as_str()).any(|(at, word)| {
            !is_letter(rest[..at].chars().next_back()) && !is_letter(rest[at + word.len()..].chars().next())
        });
        if let Some(origin) = page.origin.as_ref().filter(|_| uses && !title.is_empty()) {
            found.push(
                RULE.finding(format!("the meaning of \"{}\" uses the word itself", page.common.title))
                    .at(Span::whole(origin.file))
                    .help("say it as you would to somebody who never heard the word"),
            );
        }
    }
}
