//! ARIA with a value that it does not take.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Aria, Value};

rule! {
    /// # What it does
    /// Reports an ARIA attribute whose value is none of those it takes: `true` or `false`, a number, a word of a list.
    ///
    /// # Why it matters
    /// Browsers fall back on some other value, so that a screen reader says what is not so, or nothing.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <button aria-expanded="closed">Menu</button>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <button aria-expanded="false">Menu</button>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the value is true.
    "wrong-aria-value" Error act ["6a7281"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.access.with_aria(&context.document) {
        for attribute in element.attributes() {
            let Some(aria) = Aria::of(attribute.name) else { continue };
            let value = attribute.decoded();
            if !aria.accepts(&value) {
                let message = format!("`{}` does not take `{}`", aria.attribute(), value.trim());
                found.push(context.report(&RULE, &element, message).help(wanted(aria)));
            }
        }
    }
}

fn wanted(aria: Aria) -> String {
    match aria.value() {
        Value::Word(words) | Value::Words(words) => format!("it takes {}", words.join(", ")),
        Value::Integer => "it takes a whole number".into(),
        Value::Number => "it takes a number".into(),
        Value::Id => "it takes the id of one element".into(),
        Value::Ids | Value::Text => "it takes words".into(),
    }
}
