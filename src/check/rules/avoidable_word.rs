//! Officialese: words that sound important and tell a reader little.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports words of officialese, such as "signpost", "facilitate" or "in order to", and says what people say. It
    /// passes over names (words with capitals inside a sentence), words in quotation marks, and what carers say in
    /// their own words. Each is reported once a page. A site adds words, or takes them out, in
    /// `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// Carers read on a phone, late, tired and worried. Such words take longer to read, and many readers do not know
    /// them. They also hide who does what.
    /// The list follows the words to avoid in the GOV.UK style guide.
    ///
    /// # Example
    /// ```md
    /// We signpost carers in order to facilitate breaks.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// We tell carers where to get a break.
    /// ```
    ///
    /// # What it cannot see
    /// Officialese in words that are plain by themselves, and whether a word is the name of something here.
    "avoidable-word" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    context.report_listed(&RULE, List::Avoidable, found, |words, entry| {
        Some((format!("\"{words}\" is officialese"), say(&entry.plain)))
    });
}
