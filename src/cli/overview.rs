//! What a report for those who answer for a site says of it besides findings: who has what to check, and what has no
//! Easy Read.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::RULES;
use crate::diagnostic::report::{Late, Overview, OwnerPages, PageName};
use crate::model::{ContentType, Form, Kind, Page, Publication, Site};

/// Pages due within this many days are told too, so that an owner can plan.
const SOON: i64 = 30;

/// Gathers it.
pub fn overview(site: &Site) -> Overview {
    let mains: Vec<&Page> = site
        .pages
        .iter()
        .filter(|page| page.publication == Publication::Live && page.copy.is_none() && page.origin.is_some())
        .filter(|page| site.group(page.group).main == Some(page.id))
        .collect();
    let has_easy = |page: &Page| {
        site.group(page.group).pages.iter().map(|id| site.page(*id)).any(|other| {
            other.variant.form == Form::Easy && other.variant.language == 0 && other.publication == Publication::Live
        })
    };
    // News and events are over before an Easy Read page of them is tried by anyone; words of the glossary are explained
    // in Easy Read where they stand.
    let could: Vec<&&Page> = mains
        .iter()
        .filter(|page| page.kind == Kind::Content && page.variant.form == Form::Standard)
        .filter(|page| !matches!(page.content_type, ContentType::Update | ContentType::Event | ContentType::Glossary))
        .collect();
    let without: Vec<PageName> = could.iter().filter(|page| !has_easy(page)).map(|page| name(page)).collect();
    Overview {
        site: site.settings.title.clone(),
        day: words(site.today),
        pages: site.public_pages().filter(|page| page.copy.is_none()).count(),
        rules: RULES.len(),
        owners: owners(site, &mains),
        easy_read: (could.len(), could.len() - without.len()),
        without_easy_read: without,
        titles: site.pages.iter().filter(|page| page.origin.is_some() && page.copy.is_none()).map(titled).collect(),
    }
}

fn titled(page: &Page) -> (String, String) {
    let name = name(page);
    (name.path, name.title)
}

fn name(page: &Page) -> PageName {
    PageName {
        title: page.common.title.clone(),
        path: page.origin.as_ref().map_or(String::new(), |origin| format!("content/{}", origin.path)),
        kind: page.content_type.name().to_owned(),
    }
}

/// A day as people write it.
fn words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// What is due, by owner in the order of names; what nobody owns comes first.
fn owners(site: &Site, mains: &[&Page]) -> Vec<OwnerPages> {
    let mut by_owner: BTreeMap<String, Vec<(Date, Late)>> = BTreeMap::new();
    for page in mains {
        let Some(day) = site.review_due(page) else { continue };
        let days = day.until(site.today).map_or(0, |span| i64::from(span.get_days()));
        if days >= -SOON {
            let late = Late { page: name(page), due: words(day), days };
            by_owner.entry(page.common.owner.clone().unwrap_or_default()).or_default().push((day, late));
        }
    }
    by_owner
        .into_iter()
        .map(|(owner, mut pages)| {
            pages.sort_by_key(|(day, _)| *day);
            OwnerPages { owner, pages: pages.into_iter().map(|(_, late)| late).collect() }
        })
        .collect()
}
