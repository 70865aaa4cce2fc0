//! ARIA where it says nothing.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Aria, Set, set};
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports an ARIA attribute that the role of its element does not support, or must not have: a name on a plain
    /// `<div>` or `<span>`, `aria-expanded` on a paragraph.
    ///
    /// # Why it matters
    /// Browsers leave it out, so that what it was to say is not said.
    /// ARIA 1.2, 5.2.8.6; WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <span aria-label="Free of charge">£0</span>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <span>£0 (free of charge)</span>
    /// ```
    ///
    /// # What it cannot see
    /// Roles that a script gives.
    "misplaced-aria" Error act ["5c01ea", "kb1m8s"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for element in access.with_aria(&context.document).filter(|element| !access.is_hidden(element)) {
        let role = access.role(&element);
        for attribute in element.attributes() {
            let Some(aria) = Aria::of(attribute.name) else { continue };
            let name = || match role.name() {
                "" => format!("`<{}>`", element.name()),
                role => format!("the role `{role}`"),
            };
            if aria.bit() & role.prohibited() != 0 && !attribute.value.trim().is_empty() {
                let message = format!("`{}` must not stand on {}", aria.attribute(), name());
                let finding = context.report_as(&RULE, &["kb1m8s", "5c01ea"], &element, message);
                found.push(
                    finding.help("write it as words that everybody gets, or give the element a role that has a name"),
                );
            } else if aria.bit() & (role.supported() | by_element(&element)) == 0 {
                let message = format!("`{}` means nothing on {}", aria.attribute(), name());
                let finding = context.report_as(&RULE, &["5c01ea"], &element, message);
                found.push(finding.help("take it out, or give the element the role that it is for"));
            }
        }
    }
}

/// What ARIA in HTML allows on elements that have no role for it.
fn by_element(element: &Element<'_, '_>) -> Set {
    match element.kind() {
        Name::Input => by_kind(element),
        Name::Summary => set(&["disabled", "expanded", "haspopup"]),
        _ => 0,
    }
}

fn by_kind(element: &Element<'_, '_>) -> Set {
    let kind = element.raw("type").unwrap_or("").trim_ascii().to_ascii_lowercase();
    match kind.as_str() {
        "date" | "datetime-local" | "month" | "password" | "time" | "week" => {
            set(&["activedescendant", "autocomplete", "multiline", "placeholder", "readonly", "required"])
        }
        "file" => set(&["required"]),
        // What a switch made of a checkbox shows is its own state.
        "checkbox" => set(&["checked", "expanded", "pressed", "required"]),
        _ => 0,
    }
}
