//! Headings without words.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;
use crate::html::access::Role;

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
    "empty-heading" Error act ["ffd0e9"] checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let levels = [Name::H1, Name::H2, Name::H3, Name::H4, Name::H5, Name::H6];
    let native = levels.into_iter().flat_map(|level| context.document.all(level));
    let written = access.with_role(&context.document).filter(|element| !element.kind().is_heading());
    for element in native.chain(written) {
        if access.role(&element) == Role::HEADING && !access.is_hidden(&element) && !access.has_name(&element) {
            let finding = context.report(&RULE, &element, "heading has no words");
            let in_markdown = "write what follows in a few words, or take the `#` away";
            found.push(finding.help(context.help(in_markdown, "write what follows in a few words, or take it away")));
        }
    }
}
