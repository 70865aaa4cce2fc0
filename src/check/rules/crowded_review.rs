//! Services that are all due to be checked on one day.

use std::collections::BTreeMap;

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{ContentType, Page, Publication, Site};

rule! {
    /// # What it does
    /// Reports more than 20 services of one owner with the same `review_by`. `crowded-review = { services = 40 }` in
    /// `[rules]` sets another number.
    ///
    /// # Why it matters
    /// Nobody checks 300 services in a day. They all become overdue together, and then none is believed.
    ///
    /// # Example
    /// ```yaml
    /// review_by: 2027-03-31    # on each of 300 services
    /// ```
    ///
    /// # Use instead
    /// `reviewed` alone. Signpost then gives each service a day of its own, 6 to 12 months later, and the owner's calendar
    /// (`signpost letters`) has a few on each day. Write `review_by` where a page must be checked on a certain day.
    /// ```yaml
    /// reviewed: 2026-11-02
    /// ```
    ///
    /// # What it cannot see
    /// How many people the owner is. It passes over other pages: forty words of a glossary can be read in a morning.
    "crowded-review" Advice thresholds [services 20] checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let most = RULE.threshold("services", &site.settings) as usize;
    let mut days: BTreeMap<_, Vec<&Page>> = BTreeMap::new();
    let is_service = |page: &&Page| page.content_type == ContentType::Service && page.part == 1 && page.copy.is_none();
    for page in site.pages.iter().filter(is_service).filter(|page| page.publication == Publication::Live) {
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        if let (Some(day), true, Some(_)) = (page.common.review_by, is_main, &page.origin) {
            days.entry((&page.common.owner, day)).or_default().push(page);
        }
    }
    for ((owner, day), pages) in days.into_iter().filter(|(_, pages)| pages.len() > most) {
        let whose = owner.as_ref().map_or("nobody".to_owned(), |owner| format!("\"{owner}\""));
        let message = format!("{} services of {whose} are all due to be checked by {day}", pages.len());
        let finding = RULE
            .finding(message)
            .help("take `review_by` out of most of them: each then has a day of its own, counted from `reviewed`");
        found.extend(pages[0].origin.as_ref().map(|origin| finding.at_key(origin.file, ["review_by".into()])));
    }
}
