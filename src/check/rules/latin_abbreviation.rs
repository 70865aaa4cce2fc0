//! Latin, shortened.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports "e.g.", "i.e.", "etc." and their like. It passes over names (words with capitals inside a sentence),
    /// words in quotation marks, and what carers say in their own words. Each is reported once a page. A site adds
    /// words, or takes them out, in `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// Many people do not know what the letters stand for, and screen readers read some of them as words: "eg" as
    /// "egg".
    /// GOV.UK style guide: write it out in English.
    ///
    /// # Example
    /// ```md
    /// Bring proof of address (e.g. a bill).
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Bring proof of your address, such as a bill.
    /// ```
    ///
    /// # What it cannot see
    /// Latin that is not in its list.
    "latin-abbreviation" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    context.report_listed(&RULE, List::Latin, found, |words, entry| {
        let point = if words.contains('.') { "." } else { "" };
        Some((format!("\"{words}{point}\" is Latin, shortened"), say(&entry.plain)))
    });
}
