//! Frames with one name and several pages.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports an `<iframe>` that has the name of another on the same page, and shows something else.
    ///
    /// # Why it matters
    /// Who hears the name cannot tell which of the two it is.
    /// WCAG 2.2, 4.1.2 Name, Role, Value (A).
    ///
    /// # Example
    /// ```html
    /// <iframe src="/map/" title="Map"></iframe>
    /// <iframe src="/times/" title="Map"></iframe>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <iframe src="/map/" title="Map"></iframe>
    /// <iframe src="/times/" title="Opening times"></iframe>
    /// ```
    ///
    /// # What it cannot see
    /// Whether two addresses show the same.
    "same-named-frames" Warning act ["4b1c6c"] checks [Finished(check)]
}
fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let frames =
        context.document.all(Name::Iframe).filter(|frame| context.access.is_exposed(frame) && frame.has("src"));
    let mut named: Vec<(String, Element<'_, '_>)> =
        frames.map(|frame| (context.access.name(&frame).to_lowercase(), frame)).collect();
    named.sort_by(|a, b| (&a.0, a.1.order()).cmp(&(&b.0, b.1.order())));
    for pair in named.windows(2) {
        let [(name, first), (same, second)] = pair else { continue };
        if name == same && !name.is_empty() && first.attribute("src") != second.attribute("src") {
            let finding =
                context.report(&RULE, second, format!("two frames are called \"{name}\" and show other things"));
            found.push(finding.help("give each a title of its own"));
        }
    }
}
