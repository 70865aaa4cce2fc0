//! Actions that are late or stopped, and nobody says why.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::{ActionState, Details};

rule! {
    /// # What it does
    /// Reports an action of a strategy that is marked late or stopped without a word on why.
    ///
    /// # Why it matters
    /// A promise that is broken in silence costs more trust than one that is broken with a reason.
    /// The yearly report shows the reason beside each late action, and an empty place where there is none.
    ///
    /// # Example
    /// ```md
    /// ::: action status=late owner="The council" due=2026-06
    /// Put cards in every library.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// A second paragraph, or `why="…"`:
    /// ```md
    /// ::: action status=late owner="The council" due=2026-06
    /// Put cards in every library.
    ///
    /// Why it is late: the first print had no Urdu version. New date: January 2027.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether the second paragraph gives a reason.
    "unexplained-delay" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let is_strategy = matches!(context.page.details, Details::Strategy(_));
    if !is_strategy || context.site.group(context.page.group).main != Some(context.page.id) {
        return;
    }
    let needs_reason = |state| matches!(state, ActionState::Late | ActionState::Stopped);
    for action in &context.facts.progress.actions {
        if needs_reason(action.state) && action.why.is_empty() {
            found.push(
                RULE.finding(format!("this action is {}, and does not say why", action.state.word()))
                    .at(action.span)
                    .help("say why in a second paragraph, or with `why=\"…\"`, and give the new date"),
            );
        }
    }
}
