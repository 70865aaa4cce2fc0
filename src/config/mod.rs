//! `site.toml`: the keys it may have, and what the program uses once every default is filled in.
//!
//! `raw` reads and checks what was written; `resolve` makes [`Settings`] of it. Nothing later looks at the file again.

mod raw;
mod resolve;
mod rules;

pub use raw::{FIELDS, read};
pub use resolve::{is_language_code, is_unknown_code, language_name, resolve};

use jiff::civil::Date;

use crate::data::Hours;
use crate::source::Span;

/// The settings of a site, with every default filled in.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// Where it will be published, without a slash at the end: `https://carers.mereshire.example/sub`.
    pub base_url: String,
    /// The path part of `base_url`, with a slash at both ends: `/` or `/sub/`.
    pub base_path: String,
    /// The languages; the first is the main one. Never empty.
    pub languages: Vec<Language>,
    /// The theme's name.
    pub theme: String,
    /// Who answers for the site.
    pub organisation: Organisation,
    /// Whom a reader can reach wherever a page would be a dead end.
    pub help: Help,
    /// Names of roles and their addresses.
    pub owners: Vec<(String, String)>,
    /// The ways to classify, in the order of `site.toml`.
    pub taxonomies: Vec<TaxonomySettings>,
    /// Topics (and other terms) that make a page sensitive, as written.
    pub sensitive_terms: Vec<(String, String)>,
    /// Where "Leave this site" goes.
    pub exit: String,
    /// Whether findings at error level stop a build.
    pub stop_on: StopOn,
    /// Whether this is a trial site that must not be found by search engines.
    pub staging: bool,
    /// What the site sets of rules.
    pub rules: Vec<RuleSetting>,
    /// The hosts whose files are written.
    pub hosts: Vec<String>,
    /// Colours, the short name and the mark.
    pub tokens: Vec<Token>,
    /// File name endings published besides pictures, captions, video, audio and PDF.
    pub publish_types: Vec<String>,
    /// A notice on every page.
    pub banner: Option<Banner>,
    /// `[privacy]` as written: key and text.
    pub privacy: Vec<(String, String)>,
    /// Where `[privacy]` stands, if it does.
    pub privacy_span: Option<Span>,
    /// The address of a form to tell what is wrong.
    pub feedback_form: Option<String>,
    /// The postal address to write to.
    pub feedback_post: Option<String>,
    /// A postcode that shows what one looks like.
    pub near_example: String,
    /// What the licence of `data/postcodes.csv` says must be shown.
    pub near_attribution: Option<String>,
    /// `[open_data]` as written: key and text.
    pub open_data: Vec<(String, String)>,
    /// Where `[open_data]` stands, if it does.
    pub open_data_span: Option<Span>,
    /// The title of the booklet.
    pub booklet_title: Option<String>,
    /// The pages of the booklet, and where each was named.
    pub booklet: Vec<(String, Span)>,
    /// Sections whose missing translations are shown in the main language, without slashes at their ends, and where each
    /// was named.
    pub fallback: Vec<(String, Span)>,
}

/// A language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, such as `en`.
    pub code: String,
    /// Its own name for itself, such as `Polski`.
    pub name: String,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// Where it was named; nothing for the one that stands in where none was.
    pub span: Option<Span>,
}

/// One entry of `[tokens]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Its name.
    pub name: String,
    /// Its value as written.
    pub value: String,
    /// Where the value stands.
    pub span: Span,
}

impl Settings {
    /// The value of an entry of `[tokens]`; one that is left empty is not set.
    pub fn token(&self, name: &str) -> Option<&str> {
        let value = self.tokens.iter().find(|token| token.name == name)?.value.trim();
        (!value.is_empty()).then_some(value)
    }
}

/// Who answers for the site.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// The council's or partnership's name.
    pub name: String,
    /// The county, which is the smallest area told of a hidden place.
    pub county: String,
    /// The ISO 3166 code of the country.
    pub country: String,
}

/// Ways to reach a person; every one may be missing.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// By voice.
    pub phone: Option<String>,
    /// By text message.
    pub text: Option<String>,
    /// By email.
    pub email: Option<String>,
    /// When someone answers.
    pub hours: Option<Hours>,
    /// The number outside those hours.
    pub out_of_hours: Option<String>,
    /// Where each of these was written, by its key.
    pub spans: Vec<(&'static str, Span)>,
}

/// A way to classify pages.
#[derive(Clone, Debug)]
pub struct TaxonomySettings {
    /// The key in front matter and the first part of its addresses, such as `topics`.
    pub key: String,
    /// Its name for readers, such as "Topic".
    pub title: String,
    /// Its terms where the list is closed.
    pub terms: Option<Vec<String>>,
}

/// A notice on every page.
#[derive(Clone, Debug)]
pub struct Banner {
    /// What it says.
    pub text: String,
    /// Where it leads, if anywhere.
    pub url: Option<String>,
    /// The last day it is shown.
    pub until: Option<Date>,
}

/// What stops a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopOn {
    /// Any finding at error level.
    Error,
    /// Only what cannot be made or must never be published.
    Broken,
}

/// What `[rules]` may say of a rule.
#[derive(Clone, Copy, Debug)]
pub struct KnownRule {
    /// Its name.
    pub name: &'static str,
    /// The numbers that it goes by, each with what it is by default.
    pub thresholds: &'static [(&'static str, u32)],
}

/// What `[rules]` says of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSetting {
    /// Its name.
    pub rule: String,
    /// Its level, where that was set.
    pub level: Option<RuleLevel>,
    /// Those of its numbers that were set.
    pub thresholds: Vec<(String, u32)>,
}

/// A level set for a rule in `[rules]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleLevel {
    /// Not reported.
    Off,
    /// Reported at this severity.
    At(crate::diagnostic::Severity),
}

impl Settings {
    /// An entry of `[open_data]`; one that is left empty is not set.
    pub fn open_data(&self, key: &str) -> Option<&str> {
        let text = self.open_data.iter().find(|(name, _)| name == key)?.1.trim();
        (!text.is_empty()).then_some(text)
    }

    /// Whether clocks in the site's country are those of London: the United Kingdom, Guernsey, the Isle of Man, Jersey.
    pub fn keeps_london_time(&self) -> bool {
        ["GB", "GG", "IM", "JE"].iter().any(|country| self.organisation.country.eq_ignore_ascii_case(country))
    }

    /// What the site sets of a rule.
    pub fn rule(&self, name: &str) -> Option<&RuleSetting> {
        self.rules.iter().find(|setting| setting.rule == name)
    }

    /// The main language.
    pub fn main_language(&self) -> &Language {
        &self.languages[0]
    }

    /// The position of a language by its code.
    pub fn language(&self, code: &str) -> Option<usize> {
        self.languages.iter().position(|language| language.code.eq_ignore_ascii_case(code))
    }

    /// The host of `base_url`, with a port where it has one.
    pub fn host(&self) -> &str {
        self.base_url.split("://").last().unwrap_or_default().split('/').next().unwrap_or_default()
    }

    /// The full address of a path on the site that begins with a slash.
    pub fn permalink(&self, address: &str) -> String {
        format!("{}{}", self.base_url, address)
    }

    /// The link to a path on the site from any page: the path below `base_url`'s own.
    pub fn href(&self, address: &str) -> String {
        format!("{}{}", self.base_path.trim_end_matches('/'), address)
    }

    /// The email address of an owner's role.
    pub fn owner_email(&self, owner: &str) -> Option<&str> {
        self.owners.iter().find(|(name, _)| name == owner).map(|(_, email)| email.as_str())
    }
}
