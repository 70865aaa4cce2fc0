//! Things to use within things to use.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a link, button or field in a button or something else whose inside is only looks to assistive
    /// technology, and a link in a link.
    ///
    /// # Why it matters
    /// One comes to it with the Tab key, and a screen reader does not say what it is.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <button type="button">Call <a href="tel:01632960123">01632 960123</a></button>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <a href="tel:01632960123">Call 01632 960123</a>
    /// ```
    ///
    /// # What it cannot see
    /// Things that only a script makes usable.
    "nested-control" Error act ["307n5z"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let native = context.document.all(Name::Button);
    let written = access.with_role(&context.document).filter(|element| element.kind() != Name::Button);
    for outer in native.chain(written) {
        if !access.role(&outer).is_flat() || access.is_hidden(&outer) {
            continue;
        }
        if let Some(inner) = outer.descendants().find(|inner| access.is_tabbable(inner)) {
            let message = format!("`<{}>` takes focus within a `{}`", inner.name(), access.role(&outer).name());
            found.push(context.report(&RULE, &inner, message).help("put it beside it, or make one thing of the two"));
        }
    }
    for link in context.document.all(Name::A).filter(|link| access.role(link) == Role::LINK) {
        let is_inner = |inner: &Element<'_, '_>| matches!(inner.kind(), Name::Button | Name::Input | Name::Select);
        if let Some(inner) = link.descendants().find(|inner| is_inner(inner) && access.is_tabbable(inner)) {
            let message = format!("`<{}>` takes focus within a link", inner.name());
            found.push(context.report_as(&RULE, &[], &inner, message).help("put it beside the link"));
        }
    }
}
