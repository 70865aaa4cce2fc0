//! Pages that nobody has checked in time.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Publication, Site};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a page whose `review_by` day has passed.
    ///
    /// # Why it matters
    /// A carer who makes a journey for nothing does not come back.
    /// Until somebody has checked, the page tells readers to call before they travel.
    ///
    /// # Example
    /// ```md
    /// reviewed: 2025-03-01
    /// review_by: 2026-03-01
    /// ```
    ///
    /// # Use instead
    /// Read the page, ring the number, mend what has changed. Then set both days:
    /// ```md
    /// reviewed: 2026-11-02
    /// review_by: 2027-11-02
    /// ```
    ///
    /// # What it cannot see
    /// Whether the page is true.
    "overdue-review" Warning dated true checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live) {
        // A variant has the facts of its page, and is checked with it.
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        let (Some(origin), Some(day)) = (&page.origin, page.common.review_by) else {
            continue;
        };
        if is_main && day < site.today {
            found.push(
                RULE.finding(format!("this page was due to be checked by {day}"))
                    .at(Span::whole(origin.file))
                    .help("check that it is true, then set `reviewed` to today and `review_by` to the next day for it"),
            );
        }
    }
}
