//! Writing direction of parts: an English name on an Urdu page, an Urdu one on an English page, and phone numbers.
//!
//! Digits have no direction of their own, so a spaced phone number on a page that runs from right to left would show its
//! groups in the wrong order (Unicode Bidirectional Algorithm, rule N1). A number is put in a part that runs from left
//! to right.

use lol_html::ElementContentHandlers;
use lol_html::html_content::Element;
use memchr::memmem;

use super::Concern;
use super::turn::Turn;

pub(super) const CONCERN: Concern = Concern {
    wanted: |turn| turn.is_rtl() || has_part(turn),
    selectors: &["[lang]", "a[href^=\"tel:\"], a[href^=\"sms:\"], a[href^=\"mailto:\"]"],
    handlers,
};

/// Whether a part in a language of the other direction does not say so. Asking lol_html for every element with `lang`
/// makes it read all attributes, which takes half as long again as the pass; most pages need no such look.
fn has_part(turn: &Turn<'_>) -> bool {
    let others = turn.site.settings.languages.iter().filter(|language| language.rtl != turn.is_rtl());
    others.into_iter().any(|language| {
        let attribute = format!("lang=\"{}\"", language.code);
        memmem::find_iter(turn.html.as_bytes(), attribute.as_bytes()).any(|at| {
            let tag = turn.html[..at].rfind('<').unwrap_or(at);
            let end = memchr::memchr(b'>', &turn.html.as_bytes()[at..]).map_or(turn.html.len(), |length| at + length);
            !turn.html[tag..end].contains(" dir=") && !turn.html[..at].ends_with("href")
        })
    })
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
            let starts_latin =
                words.trim_start().starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '+');
            if turn.is_rtl() && starts_latin && !element.has_attribute("dir") {
                element.set_attribute("dir", "ltr")?;
            }
            Ok(())
        }),
    ]
}
