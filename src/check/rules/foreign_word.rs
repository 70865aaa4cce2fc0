//! Words of other languages, on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;
use crate::model::Form;

rule! {
    /// # What it does
    /// Reports words of other languages on Easy Read pages, such as "via" or "per annum". It passes over names (words
    /// with capitals inside a sentence), words in quotation marks, and what carers say in their own words. Each is
    /// reported once a page. A site adds words, or takes them out, in `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// Readers of Easy Read seldom know them, and cannot guess them.
    /// Inclusion Europe, Information for all.
    ///
    /// # Example
    /// ```md
    /// Ask for help via the Hub.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Ask the Hub for help.
    /// ```
    ///
    /// # What it cannot see
    /// Words that are not in its list.
    "foreign-word" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.page.variant.form != Form::Easy {
        return;
    }
    context.report_listed(&RULE, List::Foreign, found, |words, entry| {
        Some((format!("\"{words}\" comes from another language"), say(&entry.plain)))
    });
}
