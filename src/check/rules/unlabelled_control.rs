//! Fields without a label.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Element, Name, collapse};

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
    "unlabelled-control" Error act ["e086e5"] checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let is_native = |element: &Element<'_, '_>| matches!(element.kind(), Name::Input | Name::Select | Name::Textarea);
    let native = context.document.all(Name::Input).chain(context.document.all(Name::Select));
    let native = native.chain(context.document.all(Name::Textarea));
    for control in native.chain(access.with_role(&context.document).filter(|element| !is_native(element))) {
        let role = access.role(&control);
        // Fields for a date or a file have no role, and need a label all the same.
        let counts = is_field(role) || is_native(&control) && role == Role::NO_ROLE && !control.says("type", "hidden");
        if !counts || access.is_hidden(&control) {
            continue;
        }
        if !access.has_name(&control) {
            let finding = context.report(&RULE, &control, format!("{} has no label", shown(&control)));
            found.push(finding.help("put a `<label for=…>` with the field's id before it"));
        } else if is_named_by_placeholder(context, &control) {
            let finding =
                context.report_as(&RULE, &[], &control, format!("{} has no label but a placeholder", shown(&control)));
            found.push(finding.help("put a `<label for=…>` with the field's id before it"));
        }
    }
}

fn shown(control: &Element<'_, '_>) -> String {
    format!("`<{}>`", control.name())
}

fn is_field(role: Role) -> bool {
    matches!(
        role,
        Role::CHECKBOX
            | Role::COMBOBOX
            | Role::LISTBOX
            | Role::MENUITEMCHECKBOX
            | Role::MENUITEMRADIO
            | Role::RADIO
            | Role::SEARCHBOX
            | Role::SLIDER
            | Role::SPINBUTTON
            | Role::SWITCH
            | Role::TEXTBOX
    )
}

/// Whether its name is only what is gone as soon as one writes.
fn is_named_by_placeholder<'a>(context: &FinishedContext<'a>, control: &Element<'_, 'a>) -> bool {
    let says = |name: &str| control.raw(name).is_some_and(|value| !value.trim().is_empty());
    says("placeholder")
        && !["aria-label", "aria-labelledby", "title"].into_iter().any(says)
        && control.attribute("placeholder").is_some_and(|words| collapse(&words) == context.access.name(control))
        && !control.ancestors().any(|outer| outer.kind() == Name::Label)
        && !has_label(context, control)
}

/// Labels of a page that are looked through for a control's own.
const MOST_LABELS: usize = 2_000;

fn has_label(context: &FinishedContext<'_>, control: &Element<'_, '_>) -> bool {
    let Some(id) = control.attribute("id") else { return false };
    context.document.all(Name::Label).take(MOST_LABELS).any(|label| label.attribute("for").is_some_and(|own| own == id))
}
