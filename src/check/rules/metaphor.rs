//! Pictures in words, on Easy Read pages.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;
use crate::model::Form;

rule! {
    /// # What it does
    /// Reports pictures in words on Easy Read pages, such as "a lifeline" or "juggling". It passes over names (words
    /// with capitals inside a sentence), words in quotation marks, and what carers say in their own words. Each is
    /// reported once a page. A site adds words, or takes them out, in `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// People who take words as they stand look for the line, and for the balls.
    /// Change, How to make information accessible; Home Office, Designing for autistic users.
    ///
    /// # Example
    /// ```md
    /// The Hub is a lifeline.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// The Hub helps a lot of people.
    /// ```
    ///
    /// # What it cannot see
    /// Pictures that are not in its list.
    "metaphor" Advice checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.page.variant.form != Form::Easy {
        return;
    }
    context.report_listed(&RULE, List::Metaphor, found, |words, entry| {
        Some((format!("\"{words}\" is a picture in words"), say(&entry.plain)))
    });
}
