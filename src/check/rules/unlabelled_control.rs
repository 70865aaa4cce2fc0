//! Fields without a label.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;
use crate::html::Element;

rule! {
    /// # What it does
    /// Reports a field, list or checkbox that has no label.
    ///
    /// # Why it matters
    /// People who use a screen reader hear "edit text" and cannot tell what to write.
    /// A label can also be touched, which helps people whose hands shake.
    /// A placeholder is no label: it is gone as soon as one writes.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A), 3.3.2 Labels or Instructions (A) and 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <input name="q" placeholder="Search">
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <label for="q">Search</label> <input id="q" name="q">
    /// ```
    ///
    /// # What it cannot see
    /// Whether the label says what to write.
    "unlabelled-control" Error act ["e086e5"] checks [Html(check)]
}

const BUTTONS: [&str; 5] = ["hidden", "submit", "reset", "button", "image"];

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    for control in context.document.elements() {
        let is_control = control.is("input") || control.is("select") || control.is("textarea");
        if !is_control {
            continue;
        }
        let kind = control.attribute("type").unwrap_or_default().to_lowercase();
        let is_button = control.is("input") && BUTTONS.contains(&kind.as_str());
        if !is_button && !control.is_hidden() && !has_label(context, &control) {
            let finding = context.report(&RULE, &control, format!("`<{}>` has no label", control.name()));
            found.push(finding.help("put a `<label for=…>` with the field's id before it"));
        }
    }
}

fn has_label(context: &HtmlContext<'_>, control: &Element<'_, '_>) -> bool {
    let says = |name: &str| control.attribute(name).is_some_and(|value| !value.trim().is_empty());
    if says("aria-label")
        || says("title")
        || control.ancestors().any(|outer| outer.is("label") && !outer.text().is_empty())
    {
        return true;
    }
    if let Some(ids) = control.attribute("aria-labelledby")
        && ids.split_ascii_whitespace().any(|id| context.ids().contains_key(id))
    {
        return true;
    }
    let Some(id) = control.attribute("id") else {
        return false;
    };
    let mut labels = context.document.named("label");
    labels.any(|label| label.attribute("for").is_some_and(|own| own == id) && !label.accessible_name().is_empty())
}
