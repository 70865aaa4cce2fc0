//! Instructions that only some people can follow.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::check::context::say;
use crate::check::english::List;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports instructions that name a colour, a shape, a sound or a place on the screen, such as "the green button"
    /// or "the menu on the right". It passes over names (words with capitals inside a sentence), words in quotation
    /// marks, and what carers say in their own words. Each is reported once a page. A site adds words, or takes them
    /// out, in `content/data/words.yaml`.
    ///
    /// # Why it matters
    /// Somebody who cannot see the page has no green button, and on a phone nothing is on the right.
    /// WCAG 2.2, 1.3.3 Sensory Characteristics (A).
    ///
    /// # Example
    /// ```md
    /// Use the green button.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// Use the button "Ask for a call".
    /// ```
    ///
    /// # What it cannot see
    /// Whether the same is also said in words, and instructions in other words than those of its list.
    "sensory-instruction" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    context.report_listed(&RULE, List::Sensory, found, |words, entry| {
        Some((format!("\"{words}\" helps only people who see it, or hear it"), say(&entry.plain)))
    });
}
