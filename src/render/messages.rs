//! The words that the theme puts around a page, in the page's language, from Fluent message files.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::{Date, DateTime};
use unic_langid::LanguageIdentifier;

use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::theme::Theme;

/// The messages of every language of a site; a message that a language lacks stands in English.
#[derive(Clone)]
pub struct Messages {
    languages: Arc<BTreeMap<String, FluentBundle<Arc<FluentResource>>>>,
    ids: Arc<Vec<String>>,
    /// Who checked the messages, by language; nothing for a file that nobody has checked.
    checked: Arc<BTreeMap<String, Option<String>>>,
}

impl Messages {
    /// Reads the theme's message files for the languages of a site, and English.
    pub fn new(theme: &Theme, settings: &Settings, found: &mut Vec<Diagnostic>) -> Self {
        let english = resource(theme, "en", found);
        let mut languages = BTreeMap::new();
        for language in settings.languages.iter().filter(|language| !theme.messages.contains_key(&language.code)) {
            let message = format!("the theme has no words in {} (`{}`)", language.name, language.code);
            let mut finding = Diagnostic::warning("untranslated-furniture", message).help(format!(
                "its pages have their buttons and headings in English until somebody writes `themes/{}/messages/{}.ftl`",
                settings.theme, language.code
            ));
            finding.span = language.span;
            found.push(finding);
        }
        let codes = settings.languages.iter().map(|language| language.code.as_str()).chain(["en"]);
        for code in codes {
            let identifier: LanguageIdentifier = code.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            // Fluent wraps arguments in invisible marks that keep directions apart; templates say directions themselves.
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(Arc::clone(&english));
            if code != "en" && theme.messages.contains_key(code) {
                bundle.add_resource_overriding(resource(theme, code, found));
            }
            languages.insert(code.to_owned(), bundle);
        }
        let ids =
            theme.messages.get("en").map(|file| file.ids().map(|(_, id)| id.to_owned()).collect()).unwrap_or_default();
        let checked = theme.messages.iter().map(|(code, file)| (code.clone(), checked_by(&file.text))).collect();
        Self { languages: Arc::new(languages), ids: Arc::new(ids), checked: Arc::new(checked) }
    }

    /// Whether the theme has words in a language.
    pub fn has(&self, language: &str) -> bool {
        self.checked.contains_key(language)
    }

    /// Who checked the words of a language; nothing until somebody has.
    pub fn checked_by(&self, language: &str) -> Option<&str> {
        self.checked.get(language)?.as_deref()
    }

    /// Every message that needs no argument, by id.
    pub fn plain(&self, language: &str) -> BTreeMap<String, String> {
        let text = |id: &String| Some((id.clone(), self.format(language, id, None)?));
        self.ids.iter().filter_map(text).collect()
    }

    /// A message with its arguments; nothing for an id that does not exist or an argument that is missing.
    pub fn format(&self, language: &str, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.languages.get(language).or_else(|| self.languages.get("en"))?;
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// A message that needs no argument, or its id where there is none.
    pub fn text(&self, language: &str, id: &str) -> String {
        self.format(language, id, None).unwrap_or_else(|| id.to_owned())
    }

    /// A number as people read it, with its unit: `19,650 carers`, `48%`, `£2.3 million`.
    pub fn figure(&self, language: &str, number: f64, unit: Option<&str>) -> String {
        let written = grouped(number, &self.text(language, "number_group"));
        let unit = unit.map(str::trim).filter(|unit| !unit.is_empty()).unwrap_or_default();
        match unit.chars().next() {
            None => written,
            Some('%') => format!("{written}{unit}"),
            Some(sign @ ('£' | '€' | '$')) => format!("{sign}{written}{}", &unit[sign.len_utf8()..]),
            Some(_) => format!("{written} {unit}"),
        }
    }

    /// A day as people write it.
    pub fn date(&self, language: &str, date: Date) -> String {
        let month = self.text(language, &format!("month_{}", date.month()));
        let mut args = FluentArgs::new();
        args.set("day", FluentValue::from(date.day().to_string()));
        args.set("month", FluentValue::from(month));
        args.set("year", FluentValue::from(date.year().to_string()));
        self.format(language, "date", Some(&args)).unwrap_or_else(|| date.to_string())
    }

    /// A day of the week by its number, Monday being 0.
    pub fn weekday(&self, language: &str, day: i8) -> String {
        self.text(language, &format!("weekday_{}", day + 1))
    }

    /// A time of day, in minutes after midnight, as the language's readers write it: "10.30am", "2pm", "midday",
    /// "midnight" (GOV.UK style), or "10:30", "14:00".
    pub fn clock(&self, language: &str, minute: u16) -> String {
        let (hour, minute) = (minute / 60 % 24, minute % 60);
        if self.text(language, "clock") == "24" {
            return format!("{hour}:{minute:02}");
        }
        let half = if hour < 12 { "am" } else { "pm" };
        let on_the_clock = if hour % 12 == 0 { 12 } else { hour % 12 };
        match (hour, minute) {
            (0, 0) => self.text(language, "midnight"),
            (12, 0) => self.text(language, "midday"),
            (_, 0) => format!("{on_the_clock}{half}"),
            _ => format!("{on_the_clock}.{minute:02}{half}"),
        }
    }

    /// The time of day of a moment.
    pub fn time(&self, language: &str, moment: DateTime) -> String {
        self.clock(language, u16::from(moment.hour().unsigned_abs()) * 60 + u16::from(moment.minute().unsigned_abs()))
    }

    /// Words with arguments that are text.
    pub fn with(&self, language: &str, id: &str, args: &[(&str, &str)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, FluentValue::from(*value));
        }
        self.format(language, id, Some(&values)).unwrap_or_else(|| id.to_owned())
    }

    /// A moment by the clock on the wall: "Thursday 3 December 2026, 10.30am".
    pub fn date_time(&self, language: &str, moment: DateTime) -> String {
        let mut args = FluentArgs::new();
        args.set("weekday", FluentValue::from(self.weekday(language, moment.date().weekday().to_monday_zero_offset())));
        args.set("date", FluentValue::from(self.date(language, moment.date())));
        args.set("time", FluentValue::from(self.time(language, moment)));
        self.format(language, "date_time", Some(&args)).unwrap_or_else(|| moment.to_string())
    }
}

/// A number with its thousands apart.
fn grouped(number: f64, mark: &str) -> String {
    let written = number.to_string();
    let (sign, digits) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("−", digits));
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::from(sign);
    for (position, digit) in whole.char_indices() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            grouped.push_str(mark);
        }
        grouped.push(digit);
    }
    grouped + rest
}

fn resource(theme: &Theme, code: &str, found: &mut Vec<Diagnostic>) -> Arc<FluentResource> {
    let file = theme.messages.get(code).cloned().unwrap_or_default();
    match FluentResource::try_new(file.text.clone()) {
        Ok(resource) => Arc::new(resource),
        Err((resource, errors)) => {
            for error in errors {
                let message = format!("a message in `messages/{code}.ftl` cannot be read");
                let mut finding = Diagnostic::error("broken-messages", message)
                    .label(error.kind.to_string())
                    .help("each message is a line such as `search = Search`");
                finding.span = file.span(error.pos);
                found.push(finding);
            }
            Arc::new(resource)
        }
    }
}

/// Who checked a message file, as its line `# checked_by:` says. The last such line holds: a site's own messages lie
/// below the built-in ones.
fn checked_by(text: &str) -> Option<String> {
    let said = text.lines().filter_map(|line| line.strip_prefix("# checked_by:")).next_back()?.trim();
    (!said.is_empty()).then(|| said.to_owned())
}

/// Turns a template's arguments into Fluent's.
pub(super) fn fluent_value(value: &tera::Value) -> FluentValue<'static> {
    if let Some(number) = value.as_i64() {
        return FluentValue::from(number);
    }
    match value.as_str() {
        Some(text) => FluentValue::String(Cow::Owned(text.to_owned())),
        None => FluentValue::String(Cow::Owned(value.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use crate::source::FileId;

    fn messages() -> Messages {
        let text = "title = 'T'\nbase_url = 'https://example.org/'\nlanguages = ['en', 'cy', 'pl', 'ar']";
        let raw = config::read(FileId(0), text, &mut Vec::new()).expect("it is TOML");
        let settings = config::resolve(FileId(0), text, &raw, &[], &mut Vec::new());
        let mut found = Vec::new();
        let messages = Messages::new(&Theme::new(&[], &mut found), &settings, &mut found);
        assert!(found.is_empty(), "{found:?}");
        messages
    }

    fn counted(messages: &Messages, language: &str, count: i64) -> String {
        let mut args = FluentArgs::new();
        args.set("count", count);
        messages.format(language, "responses", Some(&args)).expect("it is there")
    }

    #[test]
    fn counts_take_every_plural_form_of_their_language() {
        let messages = messages();
        let check = |language: &str, expected: &[(i64, &str)]| {
            for (count, words) in expected {
                assert_eq!(counted(&messages, language, *count), *words, "{language} {count}");
            }
        };
        check("en", &[(1, "1 person took part."), (0, "0 people took part."), (2, "2 people took part.")]);
        check("pl", &[(1, "Wzięła udział 1 osoba."), (3, "Wzięły udział 3 osoby."), (5, "Wzięło udział 5 osób.")]);
        check(
            "cy",
            &[
                (0, "Ni chymerodd neb ran."),
                (1, "Cymerodd 1 person ran."),
                (2, "Cymerodd 2 berson ran."),
                (3, "Cymerodd 3 pherson ran."),
                (6, "Cymerodd 6 pherson ran."),
                (20, "Cymerodd 20 o bobl ran."),
            ],
        );
        check(
            "ar",
            &[
                (0, "لم يشارك أحد."),
                (1, "شارك شخص واحد."),
                (2, "شارك شخصان."),
                (3, "شارك 3 أشخاص."),
                (11, "شارك 11 شخصًا."),
                (100, "شارك 100 شخص."),
            ],
        );
    }

    #[test]
    fn times_and_days_are_in_their_language() {
        let messages = messages();
        let read = |language: &str, minute| messages.clock(language, minute);
        assert_eq!(
            [0, 60, 570, 720, 1050].map(|minute| read("en", minute)),
            ["midnight", "1am", "9.30am", "midday", "5.30pm"]
        );
        assert_eq!([0, 570, 720, 1050].map(|minute| read("pl", minute)), ["0:00", "9:30", "12:00", "17:30"]);
        let moment = jiff::civil::date(2026, 12, 3).at(10, 30, 0, 0);
        assert_eq!(messages.date_time("en", moment), "Thursday 3 December 2026, 10.30am");
        assert_eq!(messages.date_time("pl", moment), "czwartek, 3 grudnia 2026, 10:30");
    }

    #[test]
    fn a_message_file_says_who_checked_it() {
        assert_eq!(checked_by("# checked_by:\nsearch = Szukaj\n"), None);
        assert_eq!(checked_by("# checked_by: the authors\n"), Some("the authors".into()));
        // A site's own file lies below the built-in one.
        assert_eq!(checked_by("# checked_by:\na = b\n# checked_by: Anna Nowak\n"), Some("Anna Nowak".into()));
        assert!(messages().checked_by("en").is_some() && messages().checked_by("cy").is_none());
    }

    #[test]
    fn numbers_are_read_a_thousand_at_a_time() {
        let read = |number| grouped(number, ",");
        assert_eq!(read(0.0), "0");
        assert_eq!(read(999.0), "999");
        assert_eq!(read(19650.0), "19,650");
        assert_eq!(read(-1_234_567.25), "−1,234,567.25");
    }
}
