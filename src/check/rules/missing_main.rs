//! Pages whose main part is not marked, or is twice.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a whole page without a `<main>`, and one with two.
    ///
    /// # Why it matters
    /// Screen readers jump to the main part with one key, over everything that stands on all pages.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A) and 2.4.1 Bypass Blocks (A).
    ///
    /// # Example
    /// ```html
    /// <body><div class="content">…</div></body>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <body><main>…</main></body>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the main part is what the page is about.
    "missing-main" Warning checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    if !context.document.is_whole() || context.document.all(Name::Frameset).next().is_some() {
        return;
    }
    let is_main = |element: &Element<'_, '_>| access.role(element) == Role::MAIN && !access.is_hidden(element);
    let native = context.document.all(Name::Main);
    let written = access.with_role(&context.document).filter(|element| element.kind() != Name::Main);
    let mut mains = native.chain(written).filter(is_main);
    match (mains.next(), mains.next()) {
        (None, _) => {
            let body = context.document.all(Name::Body).next();
            let finding = context.place(RULE.finding("the page does not mark its main part"), body.as_ref());
            found.push(finding.help("put `<main>` around what the page is about"));
        }
        (Some(_), Some(second)) => {
            let finding = context.report(&RULE, &second, "the page has a second main part");
            found.push(finding.help("keep one `<main>`, and make the other a `<section>`"));
        }
        _ => {}
    }
}
