//! Consultations that closed long ago without a word on what came of them.

use jiff::ToSpan;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{ConsultationStatus, Details, Publication, Site};
use crate::source::Span;

/// How long people may reasonably wait, in weeks (the Cabinet Office's consultation principles say twelve).
const WEEKS: i64 = 12;

rule! {
    /// # What it does
    /// Reports a consultation that closed more than twelve weeks ago and has neither `decision` nor `outcome_updated`.
    ///
    /// # Why it matters
    /// People gave their time. Those who never hear what came of it do not answer the next time.
    ///
    /// # Example
    /// ```yaml
    /// opens: 2026-01-05
    /// closes: 2026-03-31
    /// ```
    ///
    /// # Use instead
    /// Write what people said and what you did about it on the page, then:
    /// ```yaml
    /// outcome_updated: 2026-06-15
    /// decision: Two of the three bus routes stay. The third ends in March 2027.
    /// ```
    ///
    /// # What it cannot see
    /// Whether the outcome is the whole one.
    "unfinished-consultation" Warning dated true checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live) {
        let (Some(origin), Details::Consultation(consultation)) = (&page.origin, &page.details) else {
            continue;
        };
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        let is_waiting = consultation.status_on(site.today) == ConsultationStatus::Reading;
        let patience = consultation.closes.checked_add(WEEKS.weeks()).unwrap_or(consultation.closes);
        if is_main && is_waiting && patience < site.today {
            found.push(
                RULE.finding(format!("this consultation closed on {} and says nothing of what came of it", consultation.closes))
                    .at(Span::whole(origin.file))
                    .help("write what people said and what you did, then set `outcome_updated` and, once it is made, `decision`"),
            );
        }
    }
}
