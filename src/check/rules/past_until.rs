//! Services whose state was to change by now.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Publication, Site};

rule! {
    /// # What it does
    /// Reports a service whose `until` has passed. From that day its page says "We expected this to change on" that day,
    /// and, where people go there, to call before travelling.
    ///
    /// # Why it matters
    /// "Full until 31 March" in April tells a carer nothing: there may be a place again.
    ///
    /// # Example
    /// ```yaml
    /// status: full
    /// until: 2026-10-01
    /// ```
    ///
    /// # Use instead
    /// Ask the provider. Then take `status` and `until` away, or write the new day:
    /// ```yaml
    /// status: full
    /// until: 2027-04-01
    /// ```
    ///
    /// # What it cannot see
    /// Whether the service has opened again.
    "past-until" Warning dated true checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live && page.copy.is_none()) {
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        let (Details::Service(service), Some(origin)) = (&page.details, &page.origin) else { continue };
        if let Some(until) = service.until.filter(|_| is_main && page.part == 1 && service.is_past_until(site.today)) {
            found.push(
                RULE.finding(format!("this service was to be \"{}\" until {until}", service.status.word()))
                    .at_key(origin.file, ["until".into()])
                    .help("ask the provider how it is now, then take `status` and `until` away or write the new day"),
            );
        }
    }
}
