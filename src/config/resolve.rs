//! Fills in every default of `site.toml` and reports what no default can mend.

use super::{Banner, Help, KnownRule, Language, Organisation, Settings, StopOn, TaxonomySettings, Token, rules};
use crate::data::{Format, Located, Step, Value, check_hours, hours};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

const DEFAULT_EXIT: &str = "https://www.bbc.co.uk/weather";

/// Languages with the name they give themselves, and whether they run from right to left
/// (CLDR 46, "languages/…/localeDisplayNames"; the ones most asked for in the United Kingdom's public services).
const LANGUAGES: &[(&str, &str, bool)] = &[
    ("am", "አማርኛ", false),
    ("ar", "العربية", true),
    ("bg", "Български", false),
    ("bn", "বাংলা", false),
    ("cs", "Čeština", false),
    ("cy", "Cymraeg", false),
    ("de", "Deutsch", false),
    ("el", "Ελληνικά", false),
    ("en", "English", false),
    ("es", "Español", false),
    ("fa", "فارسی", true),
    ("fr", "Français", false),
    ("ga", "Gaeilge", false),
    ("gd", "Gàidhlig", false),
    ("gu", "ગુજરાતી", false),
    ("hi", "हिन्दी", false),
    ("hu", "Magyar", false),
    ("it", "Italiano", false),
    ("ku", "Kurdî", false),
    ("ckb", "کوردیی ناوەندی", true),
    ("lt", "Lietuvių", false),
    ("lv", "Latviešu", false),
    ("ne", "नेपाली", false),
    ("nl", "Nederlands", false),
    ("pa", "ਪੰਜਾਬੀ", false),
    ("pl", "Polski", false),
    ("ps", "پښتو", true),
    ("pt", "Português", false),
    ("ro", "Română", false),
    ("ru", "Русский", false),
    ("sk", "Slovenčina", false),
    ("so", "Soomaali", false),
    ("sq", "Shqip", false),
    ("ta", "தமிழ்", false),
    ("ti", "ትግርኛ", false),
    ("tr", "Türkçe", false),
    ("uk", "Українська", false),
    ("ur", "اردو", true),
    ("vi", "Tiếng Việt", false),
    ("yo", "Yorùbá", false),
    ("zh", "中文", false),
    ("zh-hans", "简体中文", false),
    ("zh-hant", "繁體中文", false),
];

/// The name that a language gives itself, for a code; anything else as it was written.
pub fn language_name(code: &str) -> String {
    let lower = code.to_lowercase();
    LANGUAGES
        .iter()
        .find(|(known, _, _)| *known == lower)
        .map_or_else(|| code.to_owned(), |(_, name, _)| (*name).to_owned())
}

/// Whether a word is the code of a language that Signpost knows.
pub fn is_language_code(word: &str) -> bool {
    LANGUAGES.iter().any(|(known, _, _)| known.eq_ignore_ascii_case(word))
}

/// Whether a word looks like a language code and stands for no language that Signpost knows: readers would see the code.
pub fn is_unknown_code(word: &str) -> bool {
    let is_code = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code && LANGUAGES.iter().all(|(known, _, _)| !known.eq_ignore_ascii_case(word))
}

/// Makes settings of what `site.toml` says. Findings name what is missing or cannot be used; a default stands in.
pub fn resolve(file: FileId, text: &str, raw: &Value, known: &[KnownRule], found: &mut Vec<Diagnostic>) -> Settings {
    let at = Located::new(file, Format::Toml, text, 0);
    let base_url = base_url(raw, &at, found);
    let base_path = path_of(&base_url);
    let organisation = raw.get("organisation");
    let build = raw.get("build");
    let sensitive = raw.get("sensitive");
    Settings {
        title: required(raw, "title", "Information for carers", &at, found),
        base_path,
        base_url: base_url.trim_end_matches('/').to_owned(),
        languages: languages(raw, &at, found),
        theme: raw.text("theme").unwrap_or_else(|| "signpost".into()),
        organisation: Organisation {
            name: organisation.and_then(|table| table.text("name")).unwrap_or_default(),
            county: organisation.and_then(|table| table.text("county")).unwrap_or_default(),
            country: organisation.and_then(|table| table.text("country")).unwrap_or_else(|| "GB".into()),
        },
        help: help(raw, &at, found),
        owners: texts_of(raw, "owners"),
        taxonomies: taxonomies(raw),
        sensitive_terms: sensitive.map(sensitive_terms).unwrap_or_default(),
        exit: sensitive.and_then(|table| table.text("exit")).unwrap_or_else(|| DEFAULT_EXIT.into()),
        stop_on: match build.and_then(|table| table.text("stop_on")).as_deref() {
            Some("broken") => StopOn::Broken,
            _ => StopOn::Error,
        },
        staging: build.and_then(|table| table.flag("staging")).unwrap_or(false),
        rules: rules::rules(raw, known, &at, found),
        hosts: raw.get("hosting").map(|table| table.texts("hosts")).unwrap_or_default(),
        tokens: tokens(raw, &at),
        publish_types: raw.get("files").map(|table| table.texts("publish")).unwrap_or_default(),
        banner: raw.get("banner").and_then(banner),
        privacy: texts_of(raw, "privacy"),
        privacy_span: raw.get("privacy").map(|_| at.key(&[Step::from("privacy")])),
        feedback_form: feedback_form(raw, &at, found),
        feedback_post: raw.get("feedback").and_then(|table| table.text("post")),
        near_example: raw
            .get("near")
            .and_then(|table| table.text("example"))
            .unwrap_or_else(|| EXAMPLE_POSTCODE.into()),
        near_attribution: raw.get("near").and_then(|table| table.text("attribution")),
        open_data: texts_of(raw, "open_data"),
        open_data_span: raw.get("open_data").map(|_| at.key(&[Step::from("open_data")])),
        fallback: listed(raw, &at, ["fallback", "sections"])
            .into_iter()
            .map(|(name, span)| (name.trim_matches('/').to_owned(), span))
            .collect(),
        booklet_title: raw.get("booklet").and_then(|table| table.text("title")),
        booklet: listed(raw, &at, ["booklet", "pages"]),
    }
}

/// Where nobody says otherwise: the postcode that everybody may know. One of the site's own rows would not do, as the row
/// of a hidden place would have to be left out, and that could be seen.
const EXAMPLE_POSTCODE: &str = "SW1A 2AA";

fn required(raw: &Value, key: &str, default: &str, at: &Located<'_>, found: &mut Vec<Diagnostic>) -> String {
    raw.text(key).unwrap_or_else(|| {
        found.push(
            Diagnostic::error("missing-setting", format!("`site.toml` has no `{key}`"))
                .at(at.range(0..0))
                .help(format!("write `{key} = \"{default}\"` near the top")),
        );
        default.to_owned()
    })
}

fn base_url(raw: &Value, at: &Located<'_>, found: &mut Vec<Diagnostic>) -> String {
    let written = required(raw, "base_url", "https://carers.example/", at, found);
    let has_scheme = written.starts_with("https://") || written.starts_with("http://");
    let rest = written.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or("");
    if has_scheme && !host.is_empty() && !rest.contains(['?', '#', ' ', '"', '<', '>']) {
        return written;
    }
    found.push(
        Diagnostic::error("wrong-kind", "`base_url` is not a web address")
            .at(at.value(&[Step::from("base_url")]))
            .help("write it whole, such as `https://carers.example/`"),
    );
    "https://carers.example/".into()
}

fn feedback_form(raw: &Value, at: &Located<'_>, found: &mut Vec<Diagnostic>) -> Option<String> {
    let form = raw.get("feedback")?.text("form")?;
    if form.starts_with("https://") || form.starts_with("http://") || form.starts_with('/') {
        return Some(form);
    }
    found.push(
        Diagnostic::error("wrong-kind", "`form` in `[feedback]` is not a web address")
            .at(at.value(&[Step::from("feedback"), Step::from("form")]))
            .help("write it whole, such as `https://example.org/tell-us`"),
    );
    None
}

fn path_of(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path).trim_matches('/');
    if path.is_empty() { "/".into() } else { format!("/{path}/") }
}

fn languages(raw: &Value, at: &Located<'_>, found: &mut Vec<Diagnostic>) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for (index, code) in raw.texts("languages").into_iter().enumerate() {
        let lower = code.to_lowercase();
        match LANGUAGES.iter().find(|(known, _, _)| *known == lower) {
            Some((_, name, rtl)) if languages.iter().all(|language| language.code != lower) => {
                let span = at.value(&[Step::from("languages"), Step::Item(index)]);
                languages.push(Language { code: lower, name: (*name).into(), rtl: *rtl, span: Some(span) });
            }
            Some(_) => {}
            None => found.push(
                Diagnostic::error("unknown-language", format!("`{code}` is not a language code that Signpost knows"))
                    .at(at.value(&[Step::from("languages"), Step::Item(index)]))
                    .help("write the two-letter code, such as `pl` for Polish or `ur` for Urdu"),
            ),
        }
    }
    if languages.is_empty() {
        languages.push(Language { code: "en".into(), name: "English".into(), rtl: false, span: None });
    }
    languages
}

/// The texts of a list, and where each was written.
fn listed(raw: &Value, at: &Located<'_>, [table, key]: [&'static str; 2]) -> Vec<(String, Span)> {
    let written = raw.get(table).and_then(|table| table.get(key));
    let item = |(index, item): (usize, &Value)| {
        let mut path = vec![Step::from(table), Step::from(key)];
        path.extend(matches!(written, Some(Value::List(_))).then_some(Step::Item(index)));
        Some((item.as_text()?.to_owned(), at.value(&path)))
    };
    written.map(Value::items).unwrap_or_default().iter().enumerate().filter_map(item).collect()
}

fn help(raw: &Value, at: &Located<'_>, found: &mut Vec<Diagnostic>) -> Help {
    let written = raw.get("help").and_then(|table| table.get("hours"));
    if let Some(written) = written {
        check_hours(written, at, &[Step::from("help"), Step::from("hours")], found);
    }
    let text = |key: &str| raw.get("help").and_then(|table| table.text(key));
    let spans = ["phone", "text", "email", "out_of_hours"]
        .into_iter()
        .filter(|key| text(key).is_some())
        .map(|key| (key, at.value(&[Step::from("help"), Step::from(key)])))
        .collect();
    Help {
        spans,
        phone: text("phone"),
        text: text("text"),
        email: text("email"),
        hours: written.map(hours),
        out_of_hours: text("out_of_hours"),
    }
}

fn texts_of(raw: &Value, key: &str) -> Vec<(String, String)> {
    let entries = raw.get(key).map(Value::entries).unwrap_or_default();
    entries.iter().filter_map(|(name, value)| Some((name.clone(), value.as_text()?.to_owned()))).collect()
}

fn tokens(raw: &Value, at: &Located<'_>) -> Vec<Token> {
    let place = |name: &str| at.value(&[Step::from("tokens"), Step::from(name)]);
    texts_of(raw, "tokens").into_iter().map(|(name, value)| Token { span: place(&name), name, value }).collect()
}

/// The four that every site has; a site's own may follow them.
const USUAL: &[(&str, &str)] =
    &[("topics", "Topic"), ("audiences", "Who you are"), ("conditions", "Who you look after"), ("areas", "Area")];

fn taxonomies(raw: &Value) -> Vec<TaxonomySettings> {
    let written = raw.get("taxonomies").map(Value::entries).unwrap_or_default();
    let mut all: Vec<TaxonomySettings> = written
        .iter()
        .map(|(key, table)| TaxonomySettings {
            key: key.clone(),
            title: table.text("title").unwrap_or_else(|| key.clone()),
            terms: table.get("terms").map(|_| table.texts("terms")),
        })
        .collect();
    for (key, title) in USUAL {
        if all.iter().all(|taxonomy| taxonomy.key != *key) {
            all.push(TaxonomySettings { key: (*key).into(), title: (*title).into(), terms: None });
        }
    }
    all
}

fn sensitive_terms(table: &Value) -> Vec<(String, String)> {
    ["topics", "conditions", "audiences"]
        .iter()
        .flat_map(|key| table.texts(key).into_iter().map(move |term| ((*key).to_owned(), term)))
        .collect()
}

fn banner(table: &Value) -> Option<Banner> {
    Some(Banner { text: table.text("text")?, url: table.text("url"), until: table.date("until") })
}
