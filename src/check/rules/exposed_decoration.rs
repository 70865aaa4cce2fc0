//! Decoration that is read out all the same.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;

rule! {
    /// # What it does
    /// Reports a picture with `alt=""`, or something with `role="none"`, that takes focus or carries ARIA: it says that
    /// it means nothing, and that it means something.
    ///
    /// # Why it matters
    /// Browsers then put it before people as what it was: an image without a name.
    /// WCAG 2.2, 1.1.1 Non-text Content (A).
    ///
    /// # Example
    /// ```html
    /// <img src="leaf.svg" alt="" aria-labelledby="title">
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <img src="leaf.svg" alt="">
    /// ```
    ///
    /// # What it cannot see
    /// Whether a picture is decoration.
    "exposed-decoration" Error act ["46ca7f"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let images = context.document.all(Name::Img);
    for element in images.chain(access.with_role(&context.document).filter(|element| element.kind() != Name::Img)) {
        if access.has_conflict(&element) && !access.is_hidden(&element) {
            let finding = context.report(&RULE, &element, format!("`<{}>` is decoration and is not", element.name()));
            found.push(finding.help("take the ARIA and `tabindex` away, or describe it"));
        }
    }
}
