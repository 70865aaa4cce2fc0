//! The header, footer or main part of a page within another part.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Name;
use crate::html::access::Role;

rule! {
    /// # What it does
    /// Reports a banner, a footer of the page, or a main part that lies in another part such as a navigation.
    ///
    /// # Why it matters
    /// Screen readers show these parts as the frame of a page; one within another is not where people look for it.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```html
    /// <nav><div role="banner">…</div></nav>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <header>…</header>
    /// <nav>…</nav>
    /// ```
    ///
    /// # What it cannot see
    /// Parts that a script moves.
    "nested-landmark" Warning checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let is_top = |role: Role| matches!(role, Role::BANNER | Role::CONTENTINFO | Role::MAIN);
    let is_part = |role: Role| is_top(role) || matches!(role, Role::COMPLEMENTARY | Role::NAVIGATION | Role::REGION);
    let native = [Name::Header, Name::Footer, Name::Main].into_iter().flat_map(|name| context.document.all(name));
    let written = access
        .with_role(&context.document)
        .filter(|part| !matches!(part.kind(), Name::Header | Name::Footer | Name::Main));
    for part in native.chain(written).filter(|part| is_top(access.role(part)) && !access.is_hidden(part)) {
        if let Some(outer) = part.ancestors().find(|outer| is_part(access.role(outer))) {
            let (inner, outer) = (access.role(&part).name(), access.role(&outer).name());
            let finding = context.report(&RULE, &part, format!("the role `{inner}` lies within `{outer}`"));
            found.push(finding.help("put it beside it, directly in the page"));
        }
    }
}
