//! Hard words that have an easier one, on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;
use crate::model::{Form, MarkKind};

rule! {
    /// # What it does
    /// Reports hard words on Easy Read pages, such as "assistance", and gives the easier one. A word in bold is a
    /// hard word that the page explains, and is not reported. It passes over names (words with capitals inside a
    /// sentence), words in quotation marks, and what carers say in their own words. Each is reported once a page. A
    /// site adds words, or takes them out, in `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// One word that a reader does not know can lose the whole sentence.
    /// Change, How to make information accessible; Inclusion Europe, Information for all.
    ///
    /// # Example
    /// ```md
    /// You may be eligible for assistance.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// You may be allowed to get help.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the easier word fits this sentence, and hard words that are not in its list.
    "hard-word" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.page.variant.form != Form::Easy {
        return;
    }
    let strong = |words: &str| {
        let marks = context.prose.marks.iter().filter(|mark| mark.kind == MarkKind::Strong);
        marks.into_iter().any(|mark| context.prose.text[mark.range.clone()].to_lowercase().contains(words))
    };
    context.report_listed(&RULE, List::Hard, found, |words, entry| {
        let is_explained = strong(&words.to_lowercase()) || strong(&entry.words);
        (!is_explained).then(|| (format!("\"{words}\" is a hard word"), say(&entry.plain)))
    });
}
