//! Writes a contact record's number, address or hours in the middle of a sentence: `[phone](contact:carers-hub)`.

use super::link::OpenLink;
use super::writer::Writer;
use super::{Body, escape};
use crate::content_type::retired;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::html::push_escaped;
use crate::model::{Contact, phone_href, spaced};
use crate::source::Span;

/// What can be asked of a record.
const WAYS: &[&str] = &["phone", "text", "email", "website", "hours"];

/// What a sentence shows: a link and its words, or words alone.
struct Shown {
    href: Option<String>,
    words: String,
}

impl Body<'_> {
    /// A contact record by its id, or the one that took its place; nothing where that is none. What is wrong is reported.
    pub(super) fn contact(&mut self, id: &str, span: Span) -> Option<&Contact> {
        let contacts = &self.site.records.contacts;
        if !contacts.contains_key(id) {
            let help = did_you_mean_help(id, contacts.keys().map(String::as_str));
            self.report(
                Diagnostic::error("unknown-contact", format!("there is no contact record called `{id}`"))
                    .at(span)
                    .help("contact records are written in `content/data/contacts.yaml`")
                    .maybe_help(help),
            );
            return None;
        }
        let contact = self.site.records.contact_now(id);
        let current = contact.map(|contact| contact.id.as_deref().unwrap_or(id));
        if current != Some(id) {
            self.report(retired("retired-contact", "contact", id, current).at(span));
        }
        let (contact, current) = contact.zip(current)?;
        if !self.facts.contacts.iter().any(|known| known == current) {
            self.facts.contacts.push(current.to_owned());
        }
        Some(contact)
    }
}

impl Writer<'_, '_, '_> {
    /// Writes the detail that a link's text names in the place of that text.
    pub(super) fn write_contact(&mut self, link: &OpenLink<'_>, id: &str, span: Span) {
        let way = self.body.plain[link.plain_at..].trim().to_lowercase();
        if !WAYS.contains(&way.as_str()) {
            let help = did_you_mean_help(&way, WAYS.iter().copied());
            self.body.report(
                Diagnostic::error("unknown-contact-detail", format!("a contact has no detail called `{way}`"))
                    .at(span)
                    .help(format!(
                        "write what to show in the brackets: `[phone](contact:{id})`, or text, email, website, hours"
                    ))
                    .maybe_help(help),
            );
            return;
        }
        let Some(contact) = self.body.contact(id, span) else {
            return;
        };
        let shown = shown(contact, &way);
        self.out.truncate(link.at);
        self.body.plain.truncate(link.plain_at);
        let Some(shown) = shown else {
            let name = if way == "text" { "number for text messages" } else { &way };
            self.body.report(
                Diagnostic::error("missing-contact-detail", format!("the contact record `{id}` has no {name}"))
                    .at(span)
                    .help("add it to `content/data/contacts.yaml`, or show another detail"),
            );
            return;
        };
        if let Some(href) = &shown.href {
            self.out.push_str("<a href=\"");
            escape::address(&mut self.out, href);
            // A number or address is the same in every language; a translating browser must not touch it.
            self.out.push_str("\" translate=\"no\"");
            self.mark(&link.range);
            self.out.push('>');
        }
        push_escaped(&mut self.out, &shown.words);
        if shown.href.is_some() {
            self.out.push_str("</a>");
        }
        self.body.plain.push_str(&shown.words);
    }
}

fn shown(contact: &Contact, way: &str) -> Option<Shown> {
    let link = |href: String, words: String| Shown { href: Some(href), words };
    match way {
        "phone" => contact.phones.first().map(|phone| link(phone_href("tel", &phone.number), spaced(&phone.number))),
        "text" => contact.texts.first().map(|number| link(phone_href("sms", number), spaced(number))),
        "email" => contact.emails.first().map(|email| link(format!("mailto:{email}"), email.clone())),
        "website" => contact.websites.first().map(|website| {
            let href = if website.contains("://") { website.clone() } else { format!("https://{website}") };
            let short = website.split_once("://").map_or(website.as_str(), |(_, rest)| rest);
            link(href, short.trim_start_matches("www.").trim_end_matches('/').to_owned())
        }),
        _ => contact.phones.iter().find_map(|phone| phone.hours.clone()).map(|words| Shown { href: None, words }),
    }
}
