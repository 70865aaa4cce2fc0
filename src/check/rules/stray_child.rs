//! Parts that do not belong in what they lie in.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Element;
use crate::html::access::Role;

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
/// Elements in one without a role that are looked through for a wanted one.
const FARTHEST: usize = 500;

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

/// The first child, in the accessibility tree, that is none of the wanted. What a wanted `group` holds must be wanted too.
fn stray<'d, 'a>(context: &FinishedContext<'a>, element: &Element<'d, 'a>, wanted: &[&str]) -> Option<Element<'d, 'a>> {
    let access = &context.access;
    let mut inner = element.order() + 1;
    while inner < element.order_after() {
        let Some(child) = element.document().at(inner) else {
            inner += 1;
            continue;
        };
        if access.is_hidden(&child) {
            inner = child.order_after();
        } else if access.is_skippable(&child) {
            if is_in_the_way(context, &child, wanted) {
                return Some(child);
            }
            inner += 1;
        } else {
            let is_own = access.outer(&child).map(|outer| outer.order()) == Some(element.order());
            if let Some(stray) = is_own.then(|| unwanted(context, &child, wanted)).flatten() {
                return Some(stray);
            }
            inner = child.order_after();
        }
    }
    let mut owned = access.owned(element).filter(|owned| !access.is_hidden(owned));
    owned.find_map(|owned| unwanted(context, &owned, wanted))
}

/// A child itself, or what a `group` holds, where it is none of the wanted.
fn unwanted<'d, 'a>(
    context: &FinishedContext<'a>,
    child: &Element<'d, 'a>,
    wanted: &[&str],
) -> Option<Element<'d, 'a>> {
    let role = context.access.role(child);
    match wanted.contains(&role.name()) {
        // An owner that lies within what it owns would be looked through without end.
        true if role == Role::GROUP && context.access.owned(child).next().is_none() => stray(context, child, wanted),
        true => None,
        false => role.facts().is_some().then_some(*child),
    }
}

/// Whether words stand in an element without a role, where a wanted child should be. What only holds wanted children
/// together is passed over, as browsers do.
fn is_in_the_way<'a>(context: &FinishedContext<'a>, element: &Element<'_, 'a>, wanted: &[&str]) -> bool {
    let role = context.access.role(element);
    let is_wanted = |inner: Element<'_, 'a>| wanted.contains(&context.access.role(&inner).name());
    role == Role::GENERIC && element.has_own_words() && !element.descendants().take(FARTHEST).any(is_wanted)
}
