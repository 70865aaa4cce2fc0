//! Actions that should be done by now.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::{ActionState, Details};

rule! {
    /// # What it does
    /// Reports an action of a strategy in force whose `due` has passed and that is neither done nor late nor stopped.
    ///
    /// # Why it matters
    /// Carers were told when to expect it. The progress page counts it as late already; the strategy should say why.
    ///
    /// # Example
    /// ```md
    /// ::: action status="in progress" owner="The council" due=2026-03
    /// Open a fund for breaks.
    /// :::
    /// ```
    ///
    /// # Use instead
    /// What is true now, and if it is late, why and what the new date is:
    /// ```md
    /// ::: action status=late owner="The council" due=2026-03
    /// Open a fund for breaks.
    ///
    /// Why it is late: the money came in June. New date: October 2026.
    /// :::
    /// ```
    ///
    /// # What it cannot see
    /// Whether it was done. Ask its owner.
    "overdue-action" Warning dated true checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let is_in_force = matches!(&context.page.details, Details::Strategy(strategy) if strategy.is_in_force());
    if !is_in_force || context.site.group(context.page.group).main != Some(context.page.id) {
        return;
    }
    let today = context.site.today;
    for action in &context.facts.progress.actions {
        let is_late = action.state != ActionState::Late && action.state_on(today) == ActionState::Late;
        if let Some(due) = action.due.filter(|_| is_late) {
            found.push(
                RULE.finding(format!("this action was due by {} and is not marked as done or late", due.iso()))
                    .at(action.span)
                    .help("write `status=done`, or `status=late` and why below what is promised"),
            );
        }
    }
}
