//! Pictures without a text alternative.

use super::super::rule::rule;
use crate::check::HtmlContext;
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports a picture that has neither a description nor the mark of a decoration.
    ///
    /// # Why it matters
    /// Blind people, and anyone whose connection does not load the picture, get nothing in its place, or its file name.
    /// WCAG 2.2, 1.1.1 Non-text Content (A).
    ///
    /// # Example
    /// ```md
    /// ![](bus-pass.jpg)
    /// ```
    ///
    /// # Use instead
    /// Say in the brackets what a reader would miss without the picture:
    /// ```md
    /// ![A carer's bus pass, with a photo on the left](bus-pass.jpg)
    /// ```
    /// Where nothing would be missed, a dash says that it is decoration:
    /// ```md
    /// ![-](leaves.svg)
    /// ```
    ///
    /// # What it cannot see
    /// Whether a description is a good one; `weak-alt-text` finds some that are not.
    "missing-alt-text" Error act ["23a2a8"] checks [Html(check)]
}

fn check(context: &HtmlContext<'_>, found: &mut Vec<Diagnostic>) {
    for image in context.document.named("img") {
        let is_named = image.has("alt") || image.has("aria-label") || image.has("aria-labelledby");
        let is_decoration = image.attribute("role").is_some_and(|role| role == "presentation" || role == "none");
        if !is_named && !is_decoration && !image.is_hidden() {
            let finding = context.report(&RULE, &image, "image has no text alternative");
            found.push(
                finding
                    .label("what would a reader miss without this picture?")
                    .help("describe it in `alt`, or write `alt=\"\"` where it is decoration")
                    .note("WCAG 2.2, 1.1.1 Non-text Content (A)"),
            );
        }
    }
    for input in context.document.named("input") {
        let is_image = input.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"));
        let named = ["alt", "aria-label", "title"]
            .iter()
            .any(|name| input.attribute(name).is_some_and(|value| !value.trim().is_empty()));
        if is_image && !named && !input.has("aria-labelledby") && !input.is_hidden() {
            found.push(
                context
                    .report(&RULE, &input, "picture button has no text alternative")
                    .help("say in `alt` what it does"),
            );
        }
    }
}
