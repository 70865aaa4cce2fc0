//! What each template sees: explicit values, made from the model and nothing else.

mod about;
mod changes;
mod details;
mod handout;
pub mod hours;
mod list;
mod media;
mod near;
mod nearby;
mod page;
mod progress;

pub use about::{privacy, shortlist, wrong};
pub use changes::changes;
pub use details::{details, facts, is_free};
pub use handout::{bare_address, handout};
pub use list::{home, list, search, statement, term_mark};
pub use media::{recording, video, watch};
pub use near::{near, near_box};
pub use page::{Chrome, booklet, chapter_id, page, split};
pub use progress::{progress, report};

use serde::Serialize;

use super::Engine;
use crate::model::{Contact, Site, When, phone_href, spaced};

/// A day: as machines read it and as people do.
#[derive(Clone, Debug, Serialize)]
pub struct Date {
    /// `2026-10-03`
    pub iso: String,
    /// "3 October 2026"
    pub text: String,
}

/// A link.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// Its words.
    pub title: String,
    /// Where it goes.
    pub url: String,
    /// The language of its words, where that is not the page's own.
    pub lang: Option<String>,
}

/// A number to call or to text.
#[derive(Clone, Debug, Serialize)]
pub struct Number {
    /// With spaces where people pause.
    pub text: String,
    /// `tel:` or `sms:`
    pub href: String,
}

/// A number with what is known of it.
#[derive(Clone, Debug, Serialize)]
pub struct Phone {
    text: String,
    href: String,
    label: Option<String>,
    hours: Option<String>,
    languages: Vec<String>,
    cost: Option<String>,
}

/// A website as a link.
#[derive(Clone, Debug, Serialize)]
pub struct Website {
    text: String,
    href: String,
}

/// Ways to reach somebody, in the order in which every page shows them (WCAG 2.2, 3.2.6).
#[derive(Clone, Debug, Serialize)]
pub struct ContactContext {
    id: Option<String>,
    name: Option<String>,
    phones: Vec<Phone>,
    texts: Vec<Number>,
    emails: Vec<String>,
    websites: Vec<Website>,
    form: Option<String>,
    bsl_relay: Option<String>,
    reply_time: Option<String>,
    address: Option<String>,
    /// Whether it can be phoned, and reached in no way without a voice.
    voice_only: bool,
    /// The language of its words, where that is not the page's own.
    lang: Option<String>,
}

/// A day in a language.
pub fn date(engine: &Engine, language: usize, day: jiff::civil::Date) -> Date {
    Date { iso: day.to_string(), text: engine.messages.date(engine.code(language), day) }
}

/// A day, a month or a year in a language: "3 March 2027", "March 2027", "2027".
pub fn when(engine: &Engine, language: usize, when: When) -> Date {
    let text = match when {
        When::Day(day) => engine.messages.date(engine.code(language), day),
        When::Month(day) => {
            let whole = engine.messages.date(engine.code(language), day);
            whole.strip_prefix(&format!("{} ", day.day())).unwrap_or(&whole).to_owned()
        }
        When::Year(day) => day.year().to_string(),
    };
    Date { iso: when.iso(), text }
}

/// A number for voice calls.
pub fn telephone(number: &str) -> Number {
    Number { text: spaced(number), href: phone_href("tel", number) }
}

/// A number for text messages.
pub fn text_number(number: &str) -> Number {
    Number { text: spaced(number), href: phone_href("sms", number) }
}

/// The language of a page's own words as a reader of another one must be told, with the title of a link or as a part of
/// a list; nothing where the two are the same.
pub fn foreign(site: &Site, words: u8, reader: usize) -> Option<String> {
    (usize::from(words) != reader).then(|| site.settings.languages[usize::from(words)].code.clone())
}

/// A contact as templates see it, and the language of its words where that is not the page's own.
pub fn contact(contact: &Contact, lang: Option<String>) -> ContactContext {
    let phones = contact.phones.iter().map(|phone| {
        let Number { text, href } = telephone(&phone.number);
        let languages = phone.languages.iter().map(|code| crate::config::language_name(code)).collect();
        Phone {
            text,
            href,
            label: phone.label.clone(),
            hours: phone.hours.clone(),
            languages,
            cost: phone.cost.clone(),
        }
    });
    ContactContext {
        id: contact.id.clone(),
        name: contact.name.clone(),
        phones: phones.collect(),
        texts: contact.texts.iter().map(|number| text_number(number)).collect(),
        emails: contact.emails.clone(),
        websites: contact
            .websites
            .iter()
            .map(|url| Website { text: bare(url).to_owned(), href: url.clone() })
            .collect(),
        form: contact.form.clone(),
        bsl_relay: contact.bsl_relay.clone(),
        reply_time: contact.reply_time.clone(),
        address: contact.address.clone(),
        voice_only: contact.is_voice_only(),
        lang,
    }
}

/// A web address as people say it.
fn bare(url: &str) -> &str {
    let rest = url.trim_start_matches("https://").trim_start_matches("http://");
    rest.trim_start_matches("www.").trim_end_matches('/')
}

/// A size as people read it: "120 KB", "3.4 MB".
pub fn file_size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000).max(1)),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}
