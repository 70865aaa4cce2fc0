//! Actions for a priority that does not exist.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::{Diagnostic, did_you_mean_help};

rule! {
    /// # What it does
    /// Reports an action whose `priority` is the id of no priority on its page or on another strategy page.
    ///
    /// # Why it matters
    /// The action would be counted for no priority, and the progress page would not add up as its author meant.
    ///
    /// # Example
    /// ```md
    /// :::: priority id=breaks title="Breaks that fit your life"
    /// ::::
    /// ::: action priority=brakes owner="The council"
    /// Open a fund for breaks.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// The `id` of the priority. An action inside a priority needs no `priority` at all:
    /// ```md
    /// :::: priority id=breaks title="Breaks that fit your life"
    /// ::: action owner="The council"
    /// Open a fund for breaks.
    /// :::
    /// ::::
    /// ```
    ///
    /// # What it cannot see
    /// Whether it is the right priority.
    "unknown-priority" Error checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let own = &context.facts.progress;
    let known = || own.priorities.iter().chain(&context.site.progress.priorities).map(|priority| priority.id.as_str());
    for action in own.actions.iter().filter(|action| action.names_priority) {
        let Some(id) = action.priority.as_deref().filter(|id| known().all(|known| known != *id)) else {
            continue;
        };
        let help = did_you_mean_help(id, known());
        found.push(
            RULE.finding(format!("there is no priority called `{id}`"))
                .at(action.span)
                .help(help.unwrap_or_else(|| "write the `id` of a `priority`, or put the action inside it".into())),
        );
    }
}
