//! Parts that do not belong in what they lie in.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Element;

rule! {
    /// # What it does
    /// Reports an element with a role that takes only certain parts, such as a list or a table, when something else
    /// lies directly in it.
    ///
    /// # Why it matters
    /// A screen reader counts and moves by the parts: what is none of them is lost or breaks the count.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A).
    ///
    /// # Example
    /// ```html
    /// <div role="list"><p>Monday</p></div>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <ul><li>Monday</li></ul>
    /// ```
    ///
    /// # What it cannot see
    /// Parts that a script puts in later.
    "stray-child" Error act ["bc4a75"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for element in access.with_role(&context.document) {
        let Some(role) = access.explicit_role(&element) else { continue };
        let wanted = role.facts().map_or(&[][..], |facts| facts.owned);
        if wanted.is_empty() || access.is_hidden(&element) || access.role(&element) != role {
            continue;
        }
        let is_busy = |outer: &Element<'_, '_>| outer.says("aria-busy", "true");
        if is_busy(&element) || element.ancestors().any(|outer| is_busy(&outer)) {
            continue;
        }
        if let Some(stray) = stray(context, &element, wanted) {
            let name = match access.role(&stray).name() {
                "" | "generic" => format!("`<{}>`", stray.name()),
                name => format!("the role `{name}`"),
            };
            let message = format!("{name} stands directly in the role `{}`", role.name());
            let help = format!("it takes only {}", wanted.join(", "));
            found.push(context.report(&RULE, &stray, message).help(help));
        }
    }
}

/// The first child, in the accessibility tree, that is none of the wanted.
fn stray<'d, 'a>(context: &FinishedContext<'a>, element: &Element<'d, 'a>, wanted: &[&str]) -> Option<Element<'d, 'a>> {
    let mut inner = element.order() + 1;
    while inner < element.order_after() {
        let Some(child) = element.document().at(inner) else {
            inner += 1;
            continue;
        };
        if context.access.is_hidden(&child) {
            inner = child.order_after();
        } else if context.access.is_skippable(&child) {
            inner += 1;
        } else {
            let is_own = context.access.outer(&child).map(|outer| outer.order()) == Some(element.order());
            let role = context.access.role(&child);
            if is_own && role.facts().is_some() && !wanted.contains(&role.name()) {
                return Some(child);
            }
            inner = child.order_after();
        }
    }
    None
}
