//! Marks that Easy Read does without.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::BlockKind;

rule! {
    /// # What it does
    /// Reports `;`, `:`, brackets, `&` and `/` on Easy Read pages. A colon before a list, times, dates and addresses
    /// are passed over. On a page with many the first is reported, with their number.
    ///
    /// # Why it matters
    /// Each is a sign to learn, and most of them say "and" or "that is" in a way of their own.
    /// Inclusion Europe, Information for all; easyreadstandard.org.
    ///
    /// # Example
    /// ```md
    /// Bring a letter (or a bill); it must have your name/address.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Bring a letter or a bill. It must have your name and address on it.
    /// ```
    ///
    /// # What it cannot see
    /// Marks that are part of a name.
    "complex-punctuation" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    let prose = context.prose;
    let mut first: Option<usize> = None;
    for (place, block) in prose.blocks.iter().enumerate() {
        if block.is_said || block.language.is_some() || matches!(block.kind, BlockKind::Front(_)) {
            continue;
        }
        let words = prose.words(block);
        let leads_in = prose.blocks.get(place + 1).is_some_and(|next| next.kind == BlockKind::Item);
        for (at, mark) in words.char_indices().filter(|(_, letter)| matches!(letter, ';' | ':' | '(' | '&' | '/')) {
            let after = words[at + mark.len_utf8()..].chars().next();
            let before = words[..at].chars().next_back();
            let is_figure = before.is_some_and(|letter| letter.is_ascii_digit())
                && after.is_some_and(|letter| letter.is_ascii_digit());
            let at = block.range.start + at;
            let is_address = english
                .words
                .iter()
                .any(|word| word.is_other && (word.start as usize..=word.end as usize).contains(&at));
            if is_figure || is_address || mark == ':' && leads_in && after.is_none() {
                continue;
            }
            match first {
                Some(place) => found[place].count += 1,
                None => {
                    first = Some(found.len());
                    found.push(
                        RULE.finding(format!("`{mark}` is hard to read in Easy Read"))
                            .at(prose.span(at..at + mark.len_utf8()))
                            .help("use a full stop and a new sentence, or \"and\" and \"or\""),
                    );
                }
            }
        }
    }
}
