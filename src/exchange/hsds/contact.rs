//! Whom to ask, at which numbers, and where to read on.

use serde_json::Value as Json;

use super::Object;
use super::reader::Reader;
use crate::data::{Value, is_email};
use crate::exchange::cells::web;
use crate::model::{Phone, fold};

impl Reader<'_> {
    /// Contacts, and the links that belong to them. Gives the last part of the address of the service's own page.
    pub(super) fn contacts(&mut self, service: &mut Object, name: &str) -> Option<String> {
        let mut contacts: Vec<Vec<(String, Value)>> = Vec::new();
        let mut all = self.objects(service, "contacts");
        let direct = self.objects(service, "phones");
        if !direct.is_empty() {
            all.push(Object::from_iter([(
                "phones".to_owned(),
                Json::Array(direct.into_iter().map(Json::Object).collect()),
            )]));
        }
        for mut contact in all {
            let mut made: Vec<(String, Value)> = Vec::new();
            made.extend(self.text(&mut contact, "name").map(|name| ("name".to_owned(), Value::Text(name))));
            let (mut phones, mut texts) = (Vec::new(), Vec::new());
            for phone in self.objects(&mut contact, "phones") {
                self.phone(phone, &mut phones, &mut texts);
            }
            for (key, list) in [("phones", phones), ("text", texts)] {
                if !list.is_empty() {
                    made.push((key.to_owned(), Value::List(list)));
                }
            }
            made.extend(self.email(&mut contact).map(|email| ("email".to_owned(), Value::Text(email))));
            self.rest("contacts", contact, &["service_id"]);
            if !made.is_empty() {
                contacts.push(made);
            }
        }
        let email = self.email(service);
        let is_known = |email: &String| {
            contacts.iter().flatten().any(|(key, value)| key == "email" && value.as_text() == Some(email.as_str()))
        };
        let email = email.filter(|email| !is_known(email));
        let links = self.links(service, name);
        let first = |key: &'static str, text: String| (0, key, text);
        let nth = |key: &'static str| move |(number, text): (usize, String)| (number, key, text);
        let more = email.into_iter().map(|email| first("email", email));
        let more = more.chain(links.websites.into_iter().map(|website| first("website", website)));
        // A contact has one form: those of several go to one contact after the other.
        let more = more.chain(links.forms.into_iter().enumerate().map(nth("form")));
        for (number, key, text) in more.chain(links.relays.into_iter().enumerate().map(nth("bsl_relay"))) {
            if contacts.len() <= number {
                contacts.resize_with(number + 1, Vec::new);
            }
            put(&mut contacts[number], key, Value::Text(text));
        }
        contacts.retain(|contact| !contact.is_empty());
        if !contacts.is_empty() {
            self.front.push(("contact".into(), Value::List(contacts.into_iter().map(Value::Table).collect())));
        }
        links.stem
    }

    fn phone(&mut self, mut phone: Object, phones: &mut Vec<Value>, texts: &mut Vec<Value>) {
        let Some(number) = self.text(&mut phone, "number") else {
            self.warn("a phone of it has no `number`, which the standard requires");
            return self.rest("phones", phone, &["contact_id"]);
        };
        let kind = self.text(&mut phone, "type");
        match kind.as_deref() {
            Some("text" | "sms") => {
                texts.push(Value::Text(number));
                return self.rest("phones", phone, &["contact_id", "service_id"]);
            }
            Some("fax") => return self.note("fax", Value::Text(number)),
            _ => {}
        }
        let kind = kind.filter(|kind| !["voice", "cell", "mobile"].contains(&kind.as_str()));
        let description = self.text(&mut phone, "description");
        let extension = phone.remove("extension").filter(|extension| !extension.is_null());
        let extension = extension.map(|extension| format!("extension {}", extension.to_string().trim_matches('"')));
        let label: Vec<String> = [kind, description, extension].into_iter().flatten().collect();
        let languages: Vec<Value> =
            self.objects(&mut phone, "languages").into_iter().filter_map(|language| self.language(language)).collect();
        if !(Phone { number: number.clone(), ..Phone::default() }).may_be_shared() {
            self.mobiles.push(self.place.clone());
        }
        let mut made = vec![("number".to_owned(), Value::Text(number))];
        if !label.is_empty() {
            made.push(("label".into(), Value::Text(label.join(", "))));
        }
        if !languages.is_empty() {
            made.push(("languages".into(), Value::List(languages)));
        }
        phones.push(Value::Table(made));
        self.rest("phones", phone, &["contact_id", "service_id"]);
    }

    /// Websites, forms and the link to apply.
    fn links(&mut self, service: &mut Object, name: &str) -> Links {
        let url = self.text(service, "url").and_then(|url| self.web("url", url));
        let mut others: Vec<(String, String)> = Vec::new();
        for mut link in self.objects(service, "additional_urls") {
            let label = self.text(&mut link, "label").unwrap_or_default();
            let url = self.text(&mut link, "url").and_then(|url| self.web("additional_urls", url));
            others.extend(url.map(|url| (label, url)));
            self.rest("additional_urls", link, &["service_id"]);
        }
        let is_own = |(position, (label, other)): (usize, &(String, String))| {
            self.title.is_some_and(|title| title == label) || position == 0 && url.as_ref() == Some(other)
        };
        let own = others.iter().enumerate().find(|link| is_own(*link)).map(|(position, _)| position);
        let own = own.map(|position| others.remove(position).1);
        let mut links = Links::default();
        links.websites.extend(url.filter(|url| own.as_ref() != Some(url)));
        let mut apply = None;
        for (label, url) in others {
            match label.as_str() {
                "Contact form" => links.forms.push(url),
                "BSL video relay" => links.relays.push(url),
                label if label == name => links.websites.push(url),
                _ if apply.is_none() && !label.is_empty() && !is_elsewhere(&label, &url) => apply = Some((label, url)),
                _ => self.note("additional_urls", Value::Text(format!("{label} {url}").trim().to_owned())),
            }
        }
        if let Some((label, url)) = apply {
            let table = vec![("label".to_owned(), Value::Text(label)), ("url".to_owned(), Value::Text(url))];
            self.front.push(("apply".into(), Value::Table(table)));
        }
        links.stem = own.as_deref().and_then(|own| own.trim_end_matches('/').rsplit('/').next()).map(str::to_owned);
        links
    }

    /// A link; what is none is named and noted.
    pub(super) fn web(&mut self, key: &str, url: String) -> Option<String> {
        let link = web(&url);
        if link.is_none() {
            self.wrong(key, &Json::String(url), "a web address may");
        }
        link
    }

    fn email(&mut self, object: &mut Object) -> Option<String> {
        let email = self.text(object, "email")?;
        if is_email(&email) {
            return Some(email);
        }
        self.wrong("email", &Json::String(email), "an email address may");
        None
    }
}

/// Whether a link leads to a page about the service and not to a way into it.
fn is_elsewhere(label: &str, url: &str) -> bool {
    const HOSTS: [&str; 9] = [
        "facebook.",
        "twitter.",
        "//x.com",
        "instagram.",
        "youtube.",
        "youtu.be",
        "linkedin.",
        "tiktok.",
        "wikipedia.",
    ];
    const LABELS: [&str; 10] = [
        "website",
        "web site",
        "homepage",
        "home page",
        "map",
        "leaflet",
        "news",
        "blog",
        "privacy policy",
        "more information",
    ];
    let url = url.to_lowercase();
    HOSTS.iter().any(|host| url.contains(host)) || LABELS.contains(&fold(label.trim()).as_str())
}

/// Where else a service is to be found.
#[derive(Debug, Default)]
struct Links {
    websites: Vec<String>,
    forms: Vec<String>,
    relays: Vec<String>,
    /// The last part of the address of its own page.
    stem: Option<String>,
}

/// Puts a value into a contact, beside what is there.
fn put(contact: &mut Vec<(String, Value)>, key: &str, value: Value) {
    match contact.iter_mut().find(|(known, _)| known == key) {
        Some((_, known)) => *known = Value::List([known.items(), value.items()].concat()),
        None => contact.push((key.to_owned(), value)),
    }
}
