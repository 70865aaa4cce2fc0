//! Italics on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports words in italics on Easy Read pages: the first, with their number.
    ///
    /// # Why it matters
    /// Slanted letters have other shapes than those that a reader learnt.
    /// Inclusion Europe, Information for all.
    ///
    /// # Example
    /// ```md
    /// You can have a *break*.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// You can have a **break**.
    ///
    /// where it is a hard word that the next row explains, or plain.
    /// ```
    ///
    /// # What it cannot see
    /// Italics that the theme makes.
    "italic-words" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(_) = context.easy() else { return };
    let marks = context.prose.marks.iter().filter(|mark| mark.kind == MarkKind::Emphasis && !mark.range.is_empty());
    let places: Vec<_> = marks.collect();
    if let Some(first) = places.first() {
        let mut finding = RULE
            .finding("words in italics are hard to read")
            .at(context.prose.place(first.written.clone()))
            .help("take the asterisks away");
        finding.count = u32::try_from(places.len()).unwrap_or(u32::MAX);
        found.push(finding);
    }
}
