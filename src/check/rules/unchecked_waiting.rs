//! Waiting times that nobody has asked for again.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Publication, Site, Status};
use jiff::ToSpan;

rule! {
    /// # What it does
    /// Reports a waiting time that was checked more than 6 months ago, or that does not say when it was checked.
    /// `unchecked-waiting = { months = 3 }` in `[rules]` sets another number of months.
    ///
    /// # Why it matters
    /// Waiting times change faster than anything else on the page. A carer who plans for six weeks and waits nine months
    /// has nobody in the meantime.
    /// Judgement.
    ///
    /// # Example
    /// ```yaml
    /// waiting: { about: 6 weeks, checked: 2025-10-01 }
    /// ```
    ///
    /// # Use instead
    /// Ask, and write the day on which you asked; or take the line away.
    /// ```yaml
    /// waiting: { about: 4 months, checked: 2026-11-02 }
    /// ```
    ///
    /// # What it cannot see
    /// Waiting times in the text.
    "unchecked-waiting" Advice dated true thresholds [months 6] checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let months = i64::from(RULE.threshold("months", &site.settings)).min(1200);
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live && page.copy.is_none()) {
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else { continue };
        let Some(waiting) = service.waiting.as_ref().filter(|_| is_main && page.part == 1) else { continue };
        let is_old = match waiting.checked {
            None => true,
            Some(day) => day.checked_add(months.months()).is_ok_and(|last| last < site.today),
        };
        if is_old && service.status != Status::Ended {
            let when = match waiting.checked {
                Some(day) => format!("was checked on {day}"),
                None => "does not say when it was checked".to_owned(),
            };
            found.push(
                RULE.finding(format!("this waiting time {when}"))
                    .at_key(origin.file, ["waiting".into()])
                    .help("ask how long people wait now, and write the day in `waiting: { about: …, checked: … }`"),
            );
        }
    }
}
