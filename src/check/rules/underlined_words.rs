//! Underlined words on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports words that raw HTML underlines on Easy Read pages: the first, with their number.
    ///
    /// # Why it matters
    /// What is underlined is a link. Somebody will press it again and again.
    /// Inclusion Europe, Information for all.
    ///
    /// # Example
    /// ```md
    /// It is <u>free</u>.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// It is free.
    /// ```
    ///
    /// # What it cannot see
    /// Lines that the theme makes.
    "underlined-words" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(_) = context.easy() else { return };
    let marks = context.prose.marks.iter().filter(|mark| mark.kind == MarkKind::Underline && !mark.range.is_empty());
    let places: Vec<_> = marks.collect();
    if let Some(first) = places.first() {
        let mut finding = RULE
            .finding("underlined words look like links")
            .at(context.prose.place(first.written.clone()))
            .help("take `<u>` away");
        finding.count = u32::try_from(places.len()).unwrap_or(u32::MAX);
        found.push(finding);
    }
}
