//! Buttons without a name.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Access, Role, is_own_summary};
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a button, an entry of a menu, or a `<summary>` that has no words, and no picture with a description in
    /// it.
    ///
    /// # Why it matters
    /// A screen reader can only say "button". People who speak to their computer have nothing to say.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <button type="button"><svg aria-hidden="true">…</svg></button>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <button type="button" aria-label="Close"><svg aria-hidden="true">…</svg></button>
    /// ```
    ///
    /// # What it cannot see
    /// Names that a style sheet or a script puts in.
    "unnamed-button" Error act ["97a4e1", "m6b1q3", "2t702h"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let is_native = |element: &Element<'_, '_>| matches!(element.kind(), Name::Button | Name::Input | Name::Summary);
    let native = context.document.all(Name::Button).chain(context.document.all(Name::Input));
    let native = native.chain(context.document.all(Name::Summary));
    for element in native.chain(access.with_role(&context.document).filter(|element| !is_native(element))) {
        // Picture buttons are told of their picture, by `missing-alt-text`.
        let is_picture = element.kind() == Name::Input && element.says("type", "image");
        let (act, what): (&[&str], _) = match access.role(&element) {
            Role::BUTTON if !is_picture => (&["97a4e1"], "button"),
            Role::MENUITEM => (&["m6b1q3"], "entry of a menu"),
            _ if is_own_summary(&element) && is_itself(access, &element) => (&["2t702h"], "summary"),
            _ => continue,
        };
        if !access.is_hidden(&element) && !access.has_name(&element) {
            let finding = context.report_as(&RULE, act, &element, format!("{what} has no words"));
            found.push(finding.help("put words in it, or say in `aria-label` what it does"));
        }
    }
}

/// Whether it means what its element means: no role is written on it, or one that does not count.
fn is_itself<'a>(access: &Access<'a>, element: &Element<'_, 'a>) -> bool {
    access.explicit_role(element).is_none() || access.has_conflict(element)
}
