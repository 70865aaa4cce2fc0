//! Code written into a page.

use super::super::rule::rule;
use crate::check::{FinishedContext, is_code};
use crate::diagnostic::Diagnostic;
use crate::html::access::Carried;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports, in a folder of HTML, scripts, styles and handlers such as `onclick` that stand in the page itself; each
    /// kind once a page.
    /// In a build, `unsafe-html` refuses them. Data blocks such as JSON-LD are no code.
    ///
    /// # Why it matters
    /// A strict Content-Security-Policy, which keeps foreign code off a page, can only be set where a page has no code
    /// of its own.
    /// A handler on something that is no button is out of reach for people who use a keyboard.
    ///
    /// # Example
    /// ```html
    /// <span onclick="send()">Send</span>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <button type="submit">Send</button>
    /// ```
    ///
    /// # What it cannot see
    /// Code in files.
    "inline-code" Advice checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    if !context.is_file() {
        return;
    }
    let (access, document) = (&context.access, &context.document);
    let handlers: Vec<_> = access.carrying(document, Carried::Handler).collect();
    let sheets = document.all(Name::Style).filter(|element| !element.is_foreign() && !element.has("style"));
    let mut styles: Vec<_> = access.carrying(document, Carried::Style).chain(sheets).collect();
    styles.sort_unstable_by_key(Element::order);
    let is_code = |script: &Element<'_, '_>| {
        is_code(script) && !script.has("src") && script.raw_text().is_some_and(|text| !text.trim().is_empty())
    };
    let scripts: Vec<_> = context.document.all(Name::Script).filter(is_code).collect();
    let kinds = [(handlers, "a handler"), (scripts, "a script"), (styles, "styles")];
    for (elements, what) in kinds {
        if let Some(first) = elements.first() {
            let mut finding = context.report(&RULE, first, format!("the page has {what} of its own"));
            finding.count = u32::try_from(elements.len()).unwrap_or(u32::MAX);
            found.push(finding.help("move it to a file"));
        }
    }
}
