//! Roles without what they cannot be without.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Aria, Role, set};
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports an element with a role that asks for a state which it does not say, such as a checkbox that does not say
    /// whether it is ticked.
    ///
    /// # Why it matters
    /// A screen reader then says nothing of it, or what is not so.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <span role="checkbox" tabindex="0">Text me</span>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <label><input type="checkbox"> Text me</label>
    /// ```
    ///
    /// # What it cannot see
    /// Whether a script changes the state when the element is used.
    "missing-aria-attribute" Error act ["4e8ab6"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for element in access.with_role(&context.document) {
        let Some(role) = access.explicit_role(&element) else { continue };
        let required = role.facts().map_or(0, |facts| facts.required);
        let is_native = access.implicit_role(&element) == role || says_by_itself(&element);
        if required == 0 || is_native || access.is_hidden(&element) || access.role(&element) != role {
            continue;
        }
        // A line between things has no value; one that can be moved has.
        if role == Role::SEPARATOR && !access.is_focusable(&element) {
            continue;
        }
        let is_closed = role == Role::COMBOBOX && element.says("aria-expanded", "false");
        let says = |aria: &Aria| element.raw(&aria.attribute()).is_some_and(|value| !value.is_empty());
        let missing = Aria::all().filter(|aria| aria.bit() & required != 0 && !says(aria)).find(|aria| {
            // What a closed list controls need not be there yet.
            !(is_closed && aria.bit() == set(&["controls"]))
        });
        if let Some(aria) = missing {
            let message = format!("the role `{}` does not say `{}`", role.name(), aria.attribute());
            found.push(context.report(&RULE, &element, message).help("use the element of HTML that says it by itself"));
        }
    }
}

/// Whether a browser tells the state of a field, whatever its role is.
fn says_by_itself(element: &Element<'_, '_>) -> bool {
    let kinds = ["checkbox", "radio", "range", "number"];
    element.kind() == Name::Input && kinds.iter().any(|kind| element.says("type", kind))
}
