//! Words of Easy Read without a picture beside them.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::english::rows;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports an Easy Read page that has words without a picture: the first place, and how many there are. A row
    /// starts at a picture, or at a heading that a picture follows. Words before the first picture, and a page
    /// without any picture, count as one.
    ///
    /// # Why it matters
    /// The picture is what many readers read. Words without one are skipped.
    /// Change, How to make information accessible; Inclusion Europe, Information for all.
    ///
    /// # Example
    /// ```md
    /// ## What it costs
    ///
    /// It is free.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ## What it costs
    ///
    /// ![-](/img/easy/money.svg)
    ///
    /// It is free.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the picture shows what the words say.
    "row-without-picture" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(english) = context.easy() else { return };
    let bare = rows(english).into_iter().filter(|row| !row.has_picture && row.sentences > 0);
    let places: Vec<_> = bare.collect();
    let Some(first) = places.first() else { return };
    let mut finding = RULE
        .finding("these words have no picture beside them")
        .at(context.prose.place(first.written.clone()))
        .help("put a picture before them, such as `![-](/img/easy/phone.svg)`");
    finding.count = u32::try_from(places.len()).unwrap_or(u32::MAX);
    found.push(finding);
}
