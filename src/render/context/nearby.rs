//! Other services that may help: those near a service, or about the same thing.

use serde_json::{Value, json};

use super::{foreign, page};
use crate::model::{ContentType, Details, Page, PageId, Site, Status, TermRef};
use crate::render::Engine;

/// How many are named. More is what the list is for, to which the last link leads.
const MOST: usize = 4;

/// Up to four other services in the same district that share a topic, those of the district alone first; for a service
/// without a district of its own, and where there are none, services that share a topic. Nothing for a service that has
/// no terms. Each service names those that follow it in the list, so that every one is named somewhere.
///
/// Sensitive services are named on sensitive pages alone.
pub fn nearby(engine: &Engine, site: &Site, page: &Page) -> Option<Value> {
    let main = site.page(site.group(page.group).main?);
    let topics: Vec<TermRef> =
        main.common.terms.iter().copied().filter(|term| site.key_of(*term) == "topics").collect();
    let shares = |other: &Page| topics.iter().find(|topic| other.common.terms.contains(topic)).copied();
    if is_local(site, main) {
        for area in site.areas_of(main) {
            let items = nearest(site, following(site, main, area).filter(|id| shares(site.page(*id)).is_some()));
            let topic = items.first().and_then(|id| shares(site.page(*id)));
            if let Some(topic) = topic {
                let both = site.combination_address(topic, area);
                let address = if site.by_address.contains_key(&both) { both } else { site.term_address(area) };
                return Some(told(engine, site, page, "nearby", &items, &address, area));
            }
        }
    }
    let (topic, items) = topics.into_iter().find_map(|topic| {
        let items: Vec<PageId> = following(site, main, topic).take(MOST).collect();
        (!items.is_empty()).then_some((topic, items))
    })?;
    Some(told(engine, site, page, "related_help", &items, &site.term_address(topic), topic))
}

/// The first few, those that are not there for every area before those that are.
fn nearest(site: &Site, candidates: impl Iterator<Item = PageId>) -> Vec<PageId> {
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for id in candidates {
        if is_local(site, site.page(id)) {
            near.push(id);
        } else if far.len() < MOST {
            far.push(id);
        }
        if near.len() == MOST {
            break;
        }
    }
    near.into_iter().chain(far).take(MOST).collect()
}

/// Whether a page is for some of all areas, and not for all.
fn is_local(site: &Site, page: &Page) -> bool {
    (1..site.area_count()).contains(&site.areas_of(page).count())
}

/// The services of a term that may be named on a service's page: those after it in the list, then those before it.
fn following<'a>(site: &'a Site, own: &'a Page, term: TermRef) -> impl Iterator<Item = PageId> {
    let all = &site.term(term).pages;
    // A chapter of the booklet is a copy: the service itself is no other one.
    let address = own.copy.as_ref().map_or(&own.address, |copy| &copy.address);
    let place = all.iter().position(|id| site.page(*id).address == *address).unwrap_or(0);
    let round = all[place..].iter().chain(&all[..place]).copied();
    round.filter(|id| {
        let other = site.page(*id);
        other.content_type == ContentType::Service
            && other.address != *address
            && (!other.common.sensitive || own.common.sensitive)
            && matches!(&other.details, Details::Service(service) if matches!(service.status, Status::Open | Status::Full))
    })
}

fn told(
    engine: &Engine,
    site: &Site,
    page: &Page,
    message: &str,
    items: &[PageId],
    list: &str,
    term: TermRef,
) -> Value {
    let language = usize::from(page.variant.language);
    let best = |id: PageId| site.page(site.best_for(site.page(id).group, page.variant).unwrap_or(id));
    let link = |other: &Page, title: String| {
        let lang = foreign(site, other.words_language(), language);
        json!({ "title": title, "url": site.settings.href(&other.address), "lang": lang })
    };
    let item = |id: &PageId| {
        let other = best(*id);
        link(other, other.common.safe_title().to_owned())
    };
    let listed = |address: &str| site.by_address.get(address).map(|id| best(*id));
    let named = listed(&site.term_address(term));
    json!({
        "message": message,
        "name": named.map_or(site.term(term).name.as_str(), |list| list.common.safe_title()),
        "name_lang": foreign(site, named.map_or(0, Page::words_language), language),
        "items": items.iter().map(item).collect::<Vec<_>>(),
        "all": listed(list).map(|list| link(list, page::heading(engine, site, list))),
    })
}
