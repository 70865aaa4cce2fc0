//! Language tags that name no language.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Carried, is_language};
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a `lang` on a page or on a part of it whose first letters are no code of a language.
    ///
    /// # Why it matters
    /// A screen reader picks its voice by it, and a wrong one makes noise of the words.
    /// WCAG 2.2, 3.1.1 Language of Page (A) and 3.1.2 Language of Parts (AA).
    ///
    /// # Example
    /// ```html
    /// <p lang="polish">Zadzwoń do nas.</p>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <p lang="pl">Zadzwoń do nas.</p>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the words are in the language that the tag names.
    "unknown-language-tag" Error act ["bf051a", "de46e4"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.access.carrying(&context.document, Carried::Lang) {
        let Some(tag) = element.attribute("lang").filter(|tag| !tag.is_empty()) else { continue };
        if is_language(&tag) {
            continue;
        }
        let is_page = element.kind() == Name::Html;
        // Of the whole page, white space counts as no language at all, which `missing-lang` reports.
        if is_page && tag.trim_ascii().is_empty() || !is_page && !speaks(context, &element) {
            continue;
        }
        let act: &[&str] = if is_page { &["bf051a"] } else { &["de46e4"] };
        let finding = context.report_as(&RULE, act, &element, format!("`{tag}` is not the code of a language"));
        let finding = context.about_words(finding, &element);
        found.push(finding.help("write the code that begins its tag: `en`, `pl`, `ur`"));
    }
}

/// Whether any words in it have their language from it, and reach somebody.
fn speaks(context: &FinishedContext<'_>, element: &Element<'_, '_>) -> bool {
    let mut from = element.order();
    let says = |element: &Element<'_, '_>| {
        ["alt", "aria-label", "title"]
            .iter()
            .any(|name| element.raw(name).is_some_and(|words| !words.trim().is_empty()))
    };
    if !element.ancestors().any(|outer| outer.kind() == Name::Body) && context.document.all(Name::Body).next().is_some()
    {
        return element.kind() == Name::Body && !element.text().is_empty();
    }
    while from < element.order_after() {
        match context.document.at(from) {
            // A part with a language of its own has none from here.
            Some(inner) if from > element.order() && inner.has("lang") => from = inner.order_after(),
            Some(inner) => {
                if !context.access.is_hidden(&inner) && says(&inner) {
                    return true;
                }
                from += 1;
            }
            None => {
                let is_said = context.access.reaches_somebody(from);
                if is_said && !context.document.words_at(from).trim().is_empty() {
                    return true;
                }
                from += 1;
            }
        }
    }
    false
}
