//! Actions of somebody who is no partner of the strategy.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::Details;

rule! {
    /// # What it does
    /// Reports an action whose `owner` is not among the `partners` of its strategy, where it names any.
    ///
    /// # Why it matters
    /// The progress page adds up the actions of each partner. A name that is spelled in two ways is counted as two,
    /// and each looks as if it did less than it does.
    ///
    /// # Example
    /// ```md
    /// ---
    /// partners: [{ name: NHS Mereshire and Merebridge, adopted: yes }]
    /// ---
    /// ::: action owner="NHS Mereshire"
    /// ```
    ///
    /// # Use instead
    /// The name as it stands in `partners`:
    /// ```md
    /// ::: action owner="NHS Mereshire and Merebridge"
    /// ```
    ///
    /// # What it cannot see
    /// Whether it is the right partner.
    "unknown-partner" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let Details::Strategy(strategy) = &context.page.details else {
        return;
    };
    let names = || strategy.partners.iter().map(|partner| partner.name.as_str());
    if strategy.partners.is_empty() || context.site.group(context.page.group).main != Some(context.page.id) {
        return;
    }
    for action in &context.facts.progress.actions {
        let Some(owner) = action.owner.as_deref().filter(|owner| names().all(|name| name != *owner)) else {
            continue;
        };
        let help = did_you_mean_help(owner, names());
        found.push(
            RULE.finding(format!("`{owner}` is no partner of this strategy"))
                .at(action.span)
                .help(help.unwrap_or_else(|| "add it to `partners:` at the top of the page".into())),
        );
    }
}
