//! Links and buttons without a name.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a link or a button that has no words, and no picture with a description in it.
    ///
    /// # Why it matters
    /// A screen reader can only say "link" or "button", or spell out a web address.
    /// People who speak to their computer have nothing to say.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A) and 2.4.4 Link Purpose (A).
    ///
    /// # Example
    /// ```md
    /// [![-](apply.svg)](https://example.org/apply)
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [![Apply for a carer's card](apply.svg)](https://example.org/apply)
    /// ```
    ///
    /// # What it cannot see
    /// Names that a style sheet or a script puts in.
    "unnamed-link" Error act ["c487ae", "97a4e1"] checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    for element in context.document.elements() {
        let what = match element.name() {
            "a" if element.has("href") => "link",
            "button" => "button",
            _ => continue,
        };
        if !element.is_hidden()
            && !element.has_words()
            && element.accessible_name().is_empty()
            && !has_named_svg(&element)
        {
            let finding = context.report(&RULE, &element, format!("{what} has no words"));
            found.push(finding.help("put words in it, or describe the picture in it"));
        }
    }
}

/// Whether a drawing in it says its name itself.
fn has_named_svg(element: &crate::html::Element<'_, '_>) -> bool {
    element.descendants().any(|inner| inner.has("aria-label") || inner.is("svg") && inner.has("aria-labelledby"))
}
