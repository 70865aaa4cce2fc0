//! Things to use in a part that is hidden from screen readers.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a link, button or field in something with `aria-hidden="true"` that one still comes to with the Tab key.
    ///
    /// # Why it matters
    /// A screen reader falls silent there: one does not know where one is.
    /// WCAG 2.2, 1.3.1 Info and Relationships (A) and 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <div aria-hidden="true"><a href="/hub/">Carers Hub</a></div>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <div><a href="/hub/">Carers Hub</a></div>
    /// ```
    ///
    /// # What it cannot see
    /// Things that a script takes out of the order.
    "focus-in-hidden-part" Error act ["6cfa84"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for hidden in access.with_aria(&context.document).filter(|element| element.says("aria-hidden", "true")) {
        if hidden.parent().is_some_and(|outer| access.is_skipped(&outer)) {
            continue;
        }
        let inside = std::iter::once(hidden).chain(hidden.descendants());
        if let Some(focused) = inside.into_iter().find(|element| access.is_tabbable(element)) {
            let message = format!("`<{}>` takes focus in a part that screen readers skip", focused.name());
            found.push(
                context.report(&RULE, &focused, message).help("take `aria-hidden` away, or `tabindex=\"-1\"` in"),
            );
        }
    }
}
