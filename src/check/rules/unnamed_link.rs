//! Links without a name.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a link that has no words, and no picture with a description in it.
    ///
    /// # Why it matters
    /// A screen reader can only say "link", or spell out a web address.
    /// People who speak to their computer have nothing to say.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A) and 2.4.4 Link Purpose (A).
    ///
    /// # Example
    /// ```md
    /// [![-](apply.svg)](https://example.org/apply)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [![Apply for a carer's card](apply.svg)](https://example.org/apply)
    /// ```
    ///
    /// # What it cannot see
    /// Names that a style sheet or a script puts in.
    "unnamed-link" Error act ["c487ae"] checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let is_link = |element: &Element<'_, '_>| element.has("href") || element.has("xlink:href") || element.has("role");
    let native = context.document.all(Name::A).chain(context.document.all(Name::Area)).filter(is_link);
    let written = access.with_role(&context.document).filter(|element| !matches!(element.kind(), Name::A | Name::Area));
    for element in native.chain(written) {
        if access.role(&element).is_link() && !access.is_hidden(&element) && !access.has_name(&element) {
            let finding = context.report(&RULE, &element, "link has no words");
            found.push(finding.help("put words in it, or describe the picture in it"));
        }
    }
}
