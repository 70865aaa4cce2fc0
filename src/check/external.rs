//! The pages of other sites that a site leads to, and what is said of them once their servers were asked.

use std::collections::BTreeMap;

use super::rules::{dead_link, moved_link};
use crate::diagnostic::Diagnostic;
use crate::model::{Contact, Details, ExternalLink, LinkAnswer, PageFacts, Site};
use crate::source::Span;

/// Every address of another site: in the words of pages, in their keys, in records and in settings; each place once.
pub fn external_links(site: &Site, facts: &[PageFacts]) -> Vec<ExternalLink> {
    let mut links = Vec::new();
    let mut add = |address: &str, span: Option<Span>, place: String| {
        let address = address.trim();
        let is_elsewhere = address.starts_with("https://") || address.starts_with("http://");
        if is_elsewhere && !address.starts_with(&site.settings.base_url) {
            links.push(ExternalLink { address: address.to_owned(), span, place });
        }
    };
    let settings = &site.settings;
    add(&settings.exit, None, "`exit` in [sensitive] of site.toml".into());
    if let Some(form) = &settings.feedback_form {
        add(form, None, "`form` in [feedback] of site.toml".into());
    }
    if let Some(url) = settings.banner.as_ref().and_then(|banner| banner.url.as_ref()) {
        add(url, None, "`url` in [banner] of site.toml".into());
    }
    for contact in site.records.contacts.values().filter(|contact| contact.replaced_by.is_none()) {
        let place = format!("the contact `{}`", contact.id.as_deref().unwrap_or_default());
        addresses(contact).for_each(|address| add(address, contact.span, place.clone()));
    }
    for provider in site.records.providers.values().filter(|provider| provider.replaced_by.is_none()) {
        let place = format!("the provider `{}`", provider.id);
        provider.website.iter().for_each(|address| add(address, provider.span, place.clone()));
    }
    for (page, facts) in site.pages.iter().zip(facts) {
        let Some(origin) = page.origin.as_ref().filter(|_| page.copy.is_none()) else { continue };
        for (address, span) in &facts.external {
            add(address, *span, String::new());
        }
        // A variant has the facts of its page.
        if site.group(page.group).main.is_some_and(|main| main != page.id) {
            continue;
        }
        let whole = Some(Span::whole(origin.file));
        let mut key = |address: &Option<String>, name: &str| {
            address.iter().for_each(|address| add(address, whole, format!("`{name}` of this page")));
        };
        match &page.details {
            Details::Service(service) => {
                key(&service.apply.as_ref().map(|apply| apply.url.clone()), "apply");
                for contact in service.contacts.iter().filter(|contact| contact.id.is_none()) {
                    addresses(contact).for_each(|address| add(address, contact.span.or(whole), String::new()));
                }
            }
            Details::Event(event) => {
                key(&event.online, "online");
                key(&event.book.as_ref().map(|book| book.url.clone()), "book");
            }
            Details::Consultation(consultation) => key(&consultation.respond.online, "online"),
            _ => {}
        }
    }
    links.sort();
    links.dedup();
    links
}

fn addresses(contact: &Contact) -> impl Iterator<Item = &str> {
    let one = contact.form.iter().chain(&contact.bsl_relay);
    contact.websites.iter().chain(one).map(String::as_str)
}

/// What is said of links once their servers were asked.
pub fn external(links: &[ExternalLink], answers: &BTreeMap<String, LinkAnswer>) -> Vec<Diagnostic> {
    let finding = |link: &ExternalLink| match answers.get(&link.address)? {
        LinkAnswer::Fine | LinkAnswer::Unsure(_) => None,
        LinkAnswer::Moved(to) => Some(moved_link::report(link, to)),
        LinkAnswer::Broken(why) => Some(dead_link::report(link, why)),
        LinkAnswer::Unreached(why) => Some(dead_link::report(link, &format!("its server cannot be reached ({why})"))),
    };
    links.iter().filter_map(finding).collect()
}
