//! Writing direction of parts: an English name on an Urdu page, an Urdu one on an English page, and phone numbers.
//!
//! Digits have no direction of their own, so a spaced phone number on a page that runs from right to left would show its
//! groups in the wrong order (Unicode Bidirectional Algorithm, rule N1). A number is put in a part that runs from left
//! to right.

use lol_html::ElementContentHandlers;
use lol_html::html_content::Element;

use super::Concern;
use super::turn::Turn;

pub(super) const CONCERN: Concern = Concern {
    wanted: |turn| turn.site.settings.languages.iter().any(|language| language.rtl) && (turn.is_rtl() || has_parts(turn)),
    selectors: &["[lang]", "a[href^=\"tel:\"], a[href^=\"sms:\"], a[href^=\"mailto:\"]"],
    handlers,
};

/// Whether anything but the page as a whole names its language.
fn has_parts(turn: &Turn<'_>) -> bool {
    let body = memchr::memmem::find(turn.html.as_bytes(), b"<body").unwrap_or(0);
    memchr::memmem::find(&turn.html.as_bytes()[body..], b" lang=").is_some()
}

fn handlers<'t>(turn: &'t Turn<'t>) -> Vec<ElementContentHandlers<'t>> {
    vec![
        ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            let code = element.get_attribute("lang").unwrap_or_default();
            let languages = &turn.site.settings.languages;
            let part = languages.iter().find(|language| language.code.eq_ignore_ascii_case(&code));
            if let Some(part) = part
                && !element.has_attribute("dir")
                && part.rtl != turn.is_rtl()
            {
                element.set_attribute("dir", if part.rtl { "rtl" } else { "ltr" })?;
            }
            Ok(())
        }),
        ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
            let words = &turn.html[element.source_location().bytes().end..];
            let starts_latin = words.trim_start().starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '+');
            if turn.is_rtl() && starts_latin && !element.has_attribute("dir") {
                element.set_attribute("dir", "ltr")?;
            }
            Ok(())
        }),
    ]
}
