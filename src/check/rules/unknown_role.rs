//! Roles that there are not.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::html::access::{ROLES, Role};

rule! {
    /// # What it does
    /// Reports a `role` none of whose words is a role of ARIA.
    ///
    /// # Why it matters
    /// Assistive technology takes no notice of it, so that a button made of a `<div>` stays a `<div>`.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <div role="buton" tabindex="0">Send</div>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <button type="submit">Send</button>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the role is the right one.
    "unknown-role" Error act ["674b10"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.access.with_role(&context.document) {
        let written = element.attribute("role").unwrap_or_default();
        let is_known = written.split_ascii_whitespace().any(|word| Role::of(word).is_some());
        if !written.trim_ascii().is_empty() && !is_known && !context.access.is_hidden(&element) {
            let finding =
                context.report(&RULE, &element, format!("there is no role called `{}`", written.trim_ascii()));
            let known = ROLES.iter().map(|role| role.name);
            let help = did_you_mean_help(written.trim_ascii(), known);
            found.push(finding.help(help.unwrap_or_else(|| "take it out, and use the element that is meant".into())));
        }
    }
}
