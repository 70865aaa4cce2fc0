//! Pages on which everything before the main part must be gone through.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};

rule! {
    /// # What it does
    /// Reports a page with a menu before its main part, and no link near its start that leads past it.
    ///
    /// # Why it matters
    /// Who uses a keyboard would press Tab through the whole menu on every page.
    /// WCAG 2.2, 2.4.1 Bypass Blocks (A).
    ///
    /// # Example
    /// ```html
    /// <body><nav>…</nav><main>…</main></body>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <body><a href="#main">Skip to content</a><nav>…</nav><main id="main">…</main></body>
    /// ```
    ///
    /// # What it cannot see
    /// Whether the link can be seen when it has focus.
    "missing-skip-link" Warning checks [Finished(check)]
}
/// Things to tab through that nobody minds.
const FEW: usize = 6;
/// A link that leads past others stands among the first of them.
const FIRST: usize = 3;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    let Some(main) = context.document.all(Name::Main).next() else { return };
    let before = || context.document.elements().take_while(|other| other.order() < main.order());
    let stops = || before().filter(|element| access.is_tabbable(element));
    if stops().count() <= FEW {
        return;
    }
    let leads_past = |link: &Element<'_, '_>| {
        let target = link.raw("href").and_then(|href| href.strip_prefix('#'));
        target.is_some_and(|id| access.by_id(&context.document, id).is_some_and(|place| place.order() > link.order()))
    };
    if !stops().take(FIRST).any(|link| leads_past(&link)) {
        let finding = context.report(&RULE, &main, "no link leads past the menu to the main part");
        found.push(
            finding.help("begin the page with `<a href=\"#main\">Skip to content</a>`, and give `<main>` that id"),
        );
    }
}
