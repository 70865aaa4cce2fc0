//! Headings without words.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a heading that has no words.
    ///
    /// # Why it matters
    /// People who use a screen reader jump from heading to heading to find their way.
    /// An empty one says "heading level 2" and nothing else.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A) and 2.4.6 Headings and Labels (AA).
    ///
    /// # Example
    /// ```md
    /// ##
    /// Call us for a chat.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// ## Talk to someone
    /// Call us for a chat.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the words of a heading say what follows it.
    "empty-heading" Error act ["ffd0e9"] checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.document.elements().filter(|element| element.heading_level().is_some()) {
        if !element.is_hidden() && !element.has_words() && element.accessible_name().is_empty() {
            let finding = context.report(&RULE, &element, "heading has no words");
            found.push(finding.help("write what follows in a few words, or take the `#` away"));
        }
    }
}
