//! Pictures without a text alternative.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Access, Role};
use crate::html::{Element, Name};

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
    "missing-alt-text" Error act ["23a2a8", "59796f", "7d6734", "8fc3b6"] checks [Finished(check)]
}

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for image in context.document.all(Name::Img) {
        if is_image(context, &image) && !is_decoration(access, &image) && !access.has_name(&image) {
            let finding = context.report_as(&RULE, &["23a2a8"], &image, "image has no text alternative");
            found.push(
                finding
                    .label("what would a reader miss without this picture?")
                    .help("describe it in `alt`, or write `alt=\"\"` where it is decoration")
                    .note("WCAG 2.2, 1.1.1 Non-text Content (A)"),
            );
        }
    }
    for input in context.document.all(Name::Input).filter(|input| input.says("type", "image")) {
        if !access.is_hidden(&input) && access.role(&input) == Role::BUTTON && !access.has_name(&input) {
            let finding = context.report_as(&RULE, &["59796f"], &input, "picture button has no text alternative");
            found.push(finding.help("say in `alt` what it does"));
        }
    }
    for element in access.with_role(&context.document).filter(|element| element.kind() != Name::Img) {
        let (act, what): (&[&str], _) = match access.explicit_role(&element) {
            Some(Role::IMG | Role::IMAGE) if !element.is_foreign() => (&["23a2a8"], "image"),
            Some(Role::IMG | Role::IMAGE | Role::GRAPHICS_DOCUMENT | Role::GRAPHICS_SYMBOL) if element.is_foreign() => {
                (&["7d6734"], "drawing")
            }
            _ => continue,
        };
        if !access.is_hidden(&element) && !access.has_name(&element) {
            let finding = context.report_as(&RULE, act, &element, format!("{what} has no text alternative"));
            found.push(
                finding.help("describe it in `aria-label`, or write `aria-hidden=\"true\"` where it is decoration"),
            );
        }
    }
    for object in context.document.all(Name::Object).filter(shows_media) {
        if access.is_exposed(&object) && !access.has_name(&object) && access.explicit_role(&object).is_none() {
            let finding = context.report_as(&RULE, &["8fc3b6"], &object, "embedded picture, sound or film has no name");
            found.push(finding.help("say in `aria-label` what it shows"));
        }
    }
}

/// Whether it is a picture to assistive technology.
fn is_image<'a>(context: &FinishedContext<'a>, image: &Element<'_, 'a>) -> bool {
    let role = context.access.role(image);
    matches!(role, Role::IMG | Role::IMAGE) && !context.access.is_hidden(image)
}

/// Whether it says that it is decoration. One with an empty `alt` that contradicts itself is for `exposed-decoration`
/// alone, because browsers differ; one with a role of `none` is a picture to all.
fn is_decoration<'a>(access: &Access<'a>, image: &Element<'_, 'a>) -> bool {
    match access.explicit_role(image) {
        Some(role) => role.is_none() && !access.has_conflict(image),
        None => image.raw("alt").is_some_and(str::is_empty),
    }
}

/// Whether an object shows a picture, a sound or a film, by its type or else by the end of its address.
fn shows_media(object: &Element<'_, '_>) -> bool {
    const ENDINGS: [&str; 16] = [
        ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".mp3", ".mp4", ".ogg", ".oga", ".ogv",
        ".wav", ".webm", ".m4a",
    ];
    const KINDS: [&str; 3] = ["image/", "audio/", "video/"];
    let Some(data) = object.raw("data").map(str::to_ascii_lowercase).filter(|data| !data.trim().is_empty()) else {
        return false;
    };
    if let Some(kind) = object.raw("type").map(str::to_ascii_lowercase).filter(|kind| !kind.is_empty()) {
        return KINDS.iter().any(|start| kind.starts_with(start));
    }
    let path = data.split(['?', '#']).next().unwrap_or("");
    let inline = data.strip_prefix("data:").is_some_and(|rest| KINDS.iter().any(|start| rest.starts_with(start)));
    inline || ENDINGS.iter().any(|ending| path.ends_with(ending))
}
