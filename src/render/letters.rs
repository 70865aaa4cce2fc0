//! Letters to providers: what the public sees of their services, all facts in words, and what to do if it is right or
//! wrong. The words are those of the template `letters/letter.html`; the plain text is made of the HTML, so that the two
//! cannot differ. What becomes of the letters is left to `output`.
//!
//! A letter goes to the provider alone, who knows where its hidden places are; they are not in it all the same.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value as Json, json};
use tera::Context;

use super::{Engine, context};
use crate::diagnostic::Diagnostic;
use crate::html::{Token, decode, tokens};
use crate::model::{
    Contact, Details, Form, Kind, Letter, LettersWanted, Page, Publication, Service, Site, Status, Variant, fold,
    phone_href, slug, unique,
};

/// The template of a letter.
const TEMPLATE: &str = "letters/letter.html";

/// By what an addressee is known: names alone would send what one is told of to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The id of a provider's record.
    Record(String),
    /// The name of a provider that has no record, and how it is reached: two towns may both have a "Community Centre".
    Provider(String, Option<String>),
    /// The id of a contact's record.
    Contact(String),
    /// The address of a page whose contact stands on it alone.
    Page(String),
}

/// Who a letter goes to, and the services in it.
struct Addressee<'a> {
    to: String,
    contact: Option<&'a Contact>,
    services: Vec<(&'a Page, &'a Service)>,
}

impl Engine {
    /// Makes a letter to each provider of the services that are wanted, in the order of names; a service without a
    /// provider is asked after through its own contact.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub fn letters(&self, site: &Site, wanted: &LettersWanted) -> Result<Vec<Letter>, Box<Diagnostic>> {
        let mut taken = HashSet::new();
        let all = addressees(site, wanted);
        let letter = |((name, _), addressee): (&(String, Key), &Addressee<'_>)| {
            self.letter(site, &unique(name, &mut taken), addressee, wanted)
        };
        all.iter().map(letter).collect()
    }

    fn letter(
        &self,
        site: &Site,
        name: &str,
        addressee: &Addressee<'_>,
        wanted: &LettersWanted,
    ) -> Result<Letter, Box<Diagnostic>> {
        let code = self.code(0);
        let day = self.messages.date(code, wanted.reply_by);
        let is_quiet = addressee.services.iter().any(|(page, _)| page.common.sensitive);
        let key = if is_quiet { "letter_subject_quiet" } else { "letter_subject" };
        let subject = self.messages.with(code, key, &[("site", &site.settings.title), ("date", &day)]);
        let of_services = || addressee.services.iter().flat_map(|(_, service)| &service.contacts);
        let email = addressee.contact.into_iter().chain(of_services()).find_map(|contact| contact.emails.first());
        let address = addressee.contact.into_iter().chain(of_services()).find_map(|contact| contact.address.as_ref());
        let owners = addressee.services.iter().filter_map(|(page, _)| page.common.owner.as_deref());
        let owner_email = owners.filter_map(|owner| site.settings.owner_email(owner)).next();
        let help = &site.settings.help;
        let organisation = &site.settings.organisation.name;
        let from = if organisation.is_empty() { &site.settings.title } else { organisation };
        let mut context = Context::new();
        context.insert_value("m", self.languages[0].messages.clone());
        let language = site.settings.main_language();
        context.insert("page", &json!({ "lang": language.code, "dir": if language.rtl { "rtl" } else { "ltr" } }));
        context.insert(
            "letter",
            &json!({
                "subject": subject, "to": addressee.to, "address": address.filter(|_| email.is_none()), "quiet": is_quiet,
                "site": site.settings.title, "from": from, "reply_by": context::date(self, 0, wanted.reply_by),
                "reply": {
                    "email": owner_email.or(help.email.as_deref()), "phone": help.phone.as_deref().map(context::telephone),
                },
                "entries": addressee.services.iter().map(|(page, service)| self.entry(site, page, service)).collect::<Vec<_>>(),
            }),
        );
        let html = self.render(TEMPLATE, &context)?;
        let services = addressee.services.iter();
        Ok(Letter {
            name: name.to_owned(),
            to: addressee.to.clone(),
            email: email.cloned(),
            address: address.cloned(),
            subject,
            text: plain_text(&html),
            html,
            services: services
                .map(|(page, _)| (page.common.title.clone(), site.settings.permalink(&page.address)))
                .collect(),
            is_quiet,
            reply_by: wanted.reply_by,
        })
    }

    /// A service as the public sees it, and what its page leaves open.
    fn entry(&self, site: &Site, page: &Page, service: &Service) -> Json {
        let missing = [
            ("who_for", service.who_for.is_some()),
            ("cost", service.cost.is_some()),
            ("how_to_get", service.how_to_get.is_some() || service.apply.is_some()),
            ("opening_times", service.hours.is_some()),
            ("contact", !service.contacts.is_empty()),
        ];
        let missing = missing.iter().filter(|(_, is_there)| !is_there);
        let missing: Vec<String> = missing.map(|(key, _)| self.messages.text(self.code(0), key)).collect();
        json!({
            "title": page.common.title,
            "url": site.settings.permalink(&page.address),
            "summary": page.common.summary,
            "service": context::details(self, site, page).map(|(_, value)| value),
            "missing": missing,
            "overdue": site.is_overdue(page),
            "call_before": site.is_to_be_called_first(page),
            "reviewed": page.common.reviewed.map(|day| context::date(self, 0, day)),
        })
    }
}

/// The services that are asked after, by the name for a file and whom to ask.
fn addressees<'a>(site: &'a Site, wanted: &LettersWanted) -> BTreeMap<(String, Key), Addressee<'a>> {
    let mut all: BTreeMap<(String, Key), Addressee<'a>> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| is_asked_after(page)) {
        let Details::Service(service) = &page.details else { continue };
        let is_due = site.review_due(page).is_none_or(|due| due < site.today) || page.common.reviewed.is_none();
        let owner = page.common.owner.as_deref().map(fold);
        let is_owned = wanted.owner.is_none() || owner == wanted.owner.as_deref().map(fold);
        if service.status == Status::Ended || wanted.overdue && !is_due || !is_owned {
            continue;
        }
        let provider = service.provider.as_deref();
        let record = provider.and_then(|written| site.records.provider_now(written));
        let own = asked(service);
        let (to, contact) = match (record, provider) {
            (Some(record), _) => {
                let contact = record.contact.as_deref().and_then(|id| site.records.contact_now(id));
                (record.name.clone(), contact)
            }
            (None, Some(name)) => (name.to_owned(), None),
            (None, None) => (own.and_then(|contact| contact.name.as_ref()).unwrap_or(&page.common.title).clone(), own),
        };
        if let Some(only) = &wanted.provider
            && fold(only) != fold(&to)
            && record.is_none_or(|record| record.id != *only)
        {
            continue;
        }
        let name = record.map_or_else(|| slug(&to), |record| record.id.clone());
        let name = if name.is_empty() { slug(&page.address) } else { name };
        let key = match (record, provider, own.and_then(|contact| contact.id.as_ref())) {
            (Some(record), ..) => Key::Record(record.id.clone()),
            (None, Some(provider), _) => Key::Provider(fold(provider), own.and_then(reach)),
            (None, None, Some(contact)) => Key::Contact(contact.clone()),
            // Two organisations may both have a "Reception".
            (None, None, None) => Key::Page(page.address.clone()),
        };
        let addressee = all.entry((name, key)).or_insert_with(|| Addressee { to, contact, services: Vec::new() });
        addressee.contact = addressee.contact.or(contact);
        addressee.services.push((page, service));
    }
    all
}

/// The contact of a service that a letter would go to: the first with an email address, or else with a postal one. A
/// switchboard that many share stands before it in vain.
fn asked(service: &Service) -> Option<&Contact> {
    let contacts = || service.contacts.iter();
    let by_email = contacts().find(|contact| !contact.emails.is_empty());
    by_email.or_else(|| contacts().find(|contact| contact.address.is_some())).or(service.contacts.first())
}

/// How a letter reaches a contact; one without any address is known by its number.
fn reach(contact: &Contact) -> Option<String> {
    let number = || contact.phones.first().map(|phone| phone_href("tel", &phone.number));
    contact.emails.first().or(contact.address.as_ref()).map(|address| fold(address)).or_else(number)
}

/// Whether a page is a service as everyone sees it now.
fn is_asked_after(page: &Page) -> bool {
    page.publication == Publication::Live
        && page.kind == Kind::Content
        && page.variant == Variant { language: 0, form: Form::Standard }
        && page.copy.is_none()
        && page.part == 1
}

/// The words of a letter as plain text: headings on lines of their own, a dash before each item of a list.
fn plain_text(html: &str) -> String {
    let body = html.find("<body").map_or(html, |start| &html[start..]);
    let mut text = String::with_capacity(body.len());
    let end_line = |text: &mut String, lines: usize| {
        text.truncate(text.trim_end_matches(' ').len());
        let known = text.len() - text.trim_end_matches('\n').len();
        if !text.is_empty() {
            text.extend(std::iter::repeat_n('\n', lines.saturating_sub(known)));
        }
    };
    for token in tokens(body) {
        match token {
            Token::Start(tag) => match tag.name {
                "h1" | "h2" | "h3" | "p" | "ul" => end_line(&mut text, 2),
                "li" => {
                    end_line(&mut text, 1);
                    text.push_str("- ");
                }
                "br" => end_line(&mut text, 1),
                _ => {}
            },
            Token::End { name: name @ ("h1" | "h2" | "h3" | "p" | "ul"), .. } => {
                if name == "h2" {
                    end_line(&mut text, 1);
                    text.push_str("----");
                }
                end_line(&mut text, 2);
            }
            Token::Text { text: written, raw: false, .. } => {
                let words = decode(written);
                for (position, word) in words.split(char::is_whitespace).enumerate() {
                    let is_new = text.is_empty() || text.ends_with([' ', '\n']);
                    if position > 0 && !is_new {
                        text.push(' ');
                    }
                    text.push_str(word);
                }
            }
            _ => {}
        }
    }
    format!("{}\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn plain_text_says_the_same_in_lines() {
        let html = "<html><head><title>No</title></head><body>\n<h1>Please  check</h1>\n<p>By <a href=\"x\">3 &amp; 4</a>.</p>\n\
                    <ul>\n<li><strong>Cost:</strong> Free</li>\n<li>Two\n lines</li>\n</ul>\n<h2>The hub</h2>\n<p>Thanks<br>Us</p>\n</body></html>";
        let lines = [
            "Please check",
            "",
            "By 3 & 4.",
            "",
            "- Cost: Free",
            "- Two lines",
            "",
            "The hub",
            "----",
            "",
            "Thanks",
            "Us",
            "",
        ];
        assert_eq!(plain_text(html), lines.join("\n"));
    }
}
