//! Frames that one cannot come to.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::{Access, tab_index};
use crate::html::{Document, Name};

rule! {
    /// # What it does
    /// Reports an `<iframe>` with a negative `tabindex` that has something to use in it.
    ///
    /// # Why it matters
    /// Browsers then leave out everything in it: who has no mouse cannot use it.
    /// WCAG 2.2, 2.1.1 Keyboard (A).
    ///
    /// # Example
    /// ```html
    /// <iframe tabindex="-1" title="Map" srcdoc="<a href=/map/>Map</a>"></iframe>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <iframe title="Map" srcdoc="<a href=/map/>Map</a>"></iframe>
    /// ```
    ///
    /// # What it cannot see
    /// Frames whose page is a file of its own.
    "unreachable-frame" Error act ["akn7bn"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    for frame in context.document.all(Name::Iframe) {
        let is_out = tab_index(&frame).is_some_and(|tab| tab < 0);
        let is_tiny = ["width", "height"].iter().any(|side| {
            frame.raw(side).and_then(|size| size.trim_ascii().parse::<u32>().ok()).is_some_and(|size| size < 4)
        });
        if !is_out || is_tiny || context.access.is_inert(&frame) || !context.access.is_visible(&frame) {
            continue;
        }
        let Some(inside) = frame.attribute("srcdoc") else { continue };
        let document = Document::parse(&inside);
        let access = Access::of(&document);
        if document.elements().any(|element| access.is_tabbable(&element) && access.is_visible(&element)) {
            let finding = context.report(&RULE, &frame, "one cannot come to what is in this frame with the keyboard");
            found.push(finding.help("take `tabindex` away"));
        }
    }
}
