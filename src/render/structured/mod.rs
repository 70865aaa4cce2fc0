//! Data about a page for machines (schema.org, as JSON-LD), only where the page really is what the data says, and only
//! what stands on it: one file for each kind of thing.
//!
//! A sensitive page says nothing of itself, and neither does a copy, a variant or a page that stands in for a translation.
//! Of a hidden place there is nothing. It is on every page, so that each word of it counts.

mod event;
mod faq;
mod service;

use serde_json::{Value, json};
use tera::Context;

use super::Engine;
use crate::data::{Figure, figures};
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Form, Kind, Page, Place, Site, Tree};

/// The whole `<script>` element of a page; nothing where there is nothing to say.
///
/// # Errors
/// The diagnostic of a component that cannot be rendered.
pub(super) fn json_ld(
    engine: &Engine,
    site: &Site,
    page: &Page,
    tree: &Tree,
    implicits: &Context,
) -> Result<Option<String>, Box<Diagnostic>> {
    if !page.is_listed() || page.common.sensitive || page.variant.form != Form::Standard {
        return Ok(None);
    }
    let is_content = page.kind == Kind::Content && page.part == 1;
    let own = match &page.details {
        _ if page.kind == Kind::Home => organisation(site, page),
        Details::Service(service) if is_content => service::service(site, page, service),
        Details::Event(event) if is_content => Some(event::event(site, page, event)),
        _ => faq::faq(engine, site, page, tree, implicits)?,
    };
    let nodes: Vec<Value> = own.into_iter().chain(breadcrumbs(engine, site, page)).collect();
    let mut data = match nodes.as_slice() {
        [] => return Ok(None),
        [node] => node.clone(),
        nodes => json!({ "@graph": nodes }),
    };
    data["@context"] = "https://schema.org".into();
    // As data within HTML: nothing in it may look like a tag.
    Ok(Some(format!("<script type=\"application/ld+json\">{}</script>", data.to_string().replace('<', "\\u003c"))))
}

/// Who is behind the site, on its first page.
fn organisation(site: &Site, page: &Page) -> Option<Value> {
    let (settings, help) = (&site.settings, &site.settings.help);
    let mut said = json!({
        "@type": "Organization", "name": settings.organisation.name, "url": settings.permalink(&page.address),
    });
    let phone = help.phone.as_deref().map(|number| crate::model::phone_href("tel", number));
    set(&mut said, "telephone", phone.map(|number| number.trim_start_matches("tel:").into()));
    set(&mut said, "email", help.email.as_deref().map(Value::from));
    (!settings.organisation.name.is_empty() && page.variant.language == 0).then_some(said)
}

/// The way to a page from the first one, as it stands above its title; nothing where it is no more than a step.
fn breadcrumbs(engine: &Engine, site: &Site, page: &Page) -> Option<Value> {
    let mut above = page.section.map(|id| site.page(id));
    let mut way = Vec::new();
    while let Some(section) = above {
        let best = site.best_for(section.group, page.variant).map_or(section, |id| site.page(id));
        if best.common.sensitive {
            return None;
        }
        let title = match section.address.as_str() {
            "/" => engine.messages.text(engine.code(usize::from(page.variant.language)), "home"),
            _ => best.common.title.clone(),
        };
        way.push((title, site.settings.permalink(&best.address)));
        above = section.section.map(|id| site.page(id));
    }
    let step = |(number, (name, address)): (usize, (String, String))| json!({ "@type": "ListItem", "position": number + 1, "name": name, "item": address });
    way.reverse();
    let is_long = way.len() > 1;
    let steps: Vec<Value> = way.into_iter().enumerate().map(step).collect();
    is_long.then(|| json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
}

/// A place with its address; nothing of one that has none.
fn address(place: &Place) -> Option<Value> {
    let mut address = json!({ "@type": "PostalAddress" });
    set(&mut address, "streetAddress", place.address.as_deref().map(Value::from));
    set(&mut address, "addressLocality", place.town.as_deref().map(Value::from));
    set(&mut address, "postalCode", place.postcode.as_deref().map(Value::from));
    let is_known = address.as_object().is_some_and(|parts| parts.len() > 1);
    let mut said = json!({ "@type": "Place" });
    set(&mut said, "name", place.name.as_deref().map(Value::from));
    set(&mut said, "address", is_known.then_some(address));
    (is_known || place.name.is_some()).then_some(said)
}

/// A price, where the words begin with one and name no other, or say that there is none.
fn offer(cost: &str, is_free: bool) -> Option<Value> {
    let prices = figures(cost);
    let price = match prices.as_slice() {
        _ if is_free => "0".to_owned(),
        [(Figure::Price(pence), place)] if place.start <= '£'.len_utf8() => match (pence / 100, pence % 100) {
            (pounds, 0) => pounds.to_string(),
            (pounds, pence) => format!("{pounds}.{pence:02}"),
        },
        _ => return None,
    };
    Some(json!({ "@type": "Offer", "price": price, "priceCurrency": "GBP" }))
}

fn set(object: &mut Value, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        object[key] = value;
    }
}
