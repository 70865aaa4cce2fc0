//! Pages that nobody has checked in time.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Publication, Site};

rule! {
    /// # What it does
    /// Reports a page whose `review_by` day has passed, and a service without one that was last checked so long ago that
    /// it is due: 6 to 12 months after `reviewed`, on a day that each service has of its own, so that those which were
    /// checked together need not be checked together again. `overdue-review = { months = 18 }` in `[rules]` makes that 9
    /// to 18; 0 leaves services without `review_by` alone.
    ///
    /// # Why it matters
    /// A carer who makes a journey for nothing does not come back.
    /// Until somebody has checked, the page says so and, where people go there, to call before they travel.
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
    "overdue-review" Warning dated true thresholds [months 12] checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live && page.copy.is_none()) {
        // A variant has the facts of its page, and is checked with it.
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        let (Some(origin), Some(day)) = (&page.origin, site.review_due(page).filter(|_| is_main)) else {
            continue;
        };
        let (key, help) = match page.common.review_by {
            Some(_) => (
                "review_by",
                "check that it is true, then set `reviewed` to today and `review_by` to the next day for it",
            ),
            None => (
                "reviewed",
                "check that it is true, then set `reviewed` to today; the next day for it follows from that",
            ),
        };
        if day < site.today {
            let finding = RULE.finding(format!("this page was due to be checked by {day}"));
            found.push(finding.at_key(origin.file, [key.into()]).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_months_are_those_of_the_model() {
        assert_eq!(super::RULE.thresholds, [("months", crate::model::REVIEW_MONTHS)]);
    }
}
