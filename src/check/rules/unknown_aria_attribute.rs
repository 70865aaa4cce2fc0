//! ARIA that there is not.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::html::access::Aria;

rule! {
    /// # What it does
    /// Reports an attribute that begins with `aria-` and is none of ARIA.
    ///
    /// # Why it matters
    /// Nothing takes notice of it: what it was to say is not said.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <button aria-lable="Close">×</button>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <button aria-label="Close">×</button>
    /// ```
    ///
    /// # What it cannot see
    /// Attributes that a script adds.
    "unknown-aria-attribute" Error act ["5f99a7"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.access.with_aria(&context.document) {
        for attribute in element.attributes() {
            let is_aria = attribute.name.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("aria-"));
            if is_aria && Aria::of(attribute.name).is_none() {
                let finding = context.report(&RULE, &element, format!("there is no attribute `{}`", attribute.name));
                let known = Aria::all().map(Aria::attribute).collect::<Vec<_>>();
                let help = did_you_mean_help(attribute.name, known.iter().map(String::as_str));
                found.push(finding.help(help.unwrap_or_else(|| "take it out: nothing reads it".into())));
            }
        }
    }
}
