//! Services that leave a reader's first questions open.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Kind, Publication, Site, Status};
use crate::source::Span;

rule! {
    /// # What it does
    /// Reports a service that does not say who it is for, what it costs, how to get it, how to reach it, or, on a
    /// site with areas, where it is given. One finding names all that is missing.
    ///
    /// # Why it matters
    /// A carer who does not find the price thinks they cannot pay it. Each open question is a call that somebody has
    /// to make.
    /// Open Referral UK (Human Services Data Specification).
    ///
    /// # Example
    /// ```yaml
    /// title: Sitting service
    /// who_for: Carers in Mereshire.
    /// contact: sitting-service
    /// ```
    ///
    /// # Use instead
    /// ```yaml
    /// title: Sitting service
    /// who_for: Carers in Mereshire.
    /// cost: Free
    /// how_to_get: Call or email us.
    /// areas: [Mereshire]
    /// contact: sitting-service
    /// ```
    ///
    /// # What it cannot see
    /// Whether the answers are in the text. They belong in the front matter, since lists, filters, search and open
    /// data take them from there.
    "incomplete-service" Warning checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let areas = site.taxonomies.iter().position(|taxonomy| taxonomy.key == "areas" && !taxonomy.terms.is_empty());
    for page in
        site.pages.iter().filter(|page| page.publication == Publication::Live && page.copy.is_none() && page.part == 1)
    {
        let is_main = site.group(page.group).main.is_none_or(|main| main == page.id);
        let (Details::Service(service), Some(origin), Kind::Content) = (&page.details, &page.origin, &page.kind) else {
            continue;
        };
        if !is_main || service.status == Status::Ended {
            continue;
        }
        // A hidden place is told of by its county alone.
        let has_area = service.national
            || service.places.iter().any(|place| place.hidden)
            || areas.is_none_or(|areas| page.common.terms.iter().any(|term| usize::from(term.taxonomy) == areas));
        let missing: Vec<&str> = [
            ("who_for", service.who_for.is_some()),
            ("cost", service.cost.is_some()),
            ("how_to_get", service.how_to_get.is_some() || service.apply.is_some()),
            ("contact", !service.contacts.is_empty()),
            ("areas", has_area),
        ]
        .into_iter()
        .filter_map(|(key, is_there)| (!is_there).then_some(key))
        .collect();
        if !missing.is_empty() {
            found.push(
                RULE.finding(format!("this service does not say: {}", missing.join(", ")))
                    .at(Span::whole(origin.file))
                    .help("write these keys at the top of the page; where the answer is \"it depends\", say on what"),
            );
        }
    }
}
