//! Pages that have no version in a language of the site.

use super::super::rule::rule;
use crate::diagnostic::Diagnostic;
use crate::model::{Form, Kind, Page, Publication, Site, Variant};

/// The most pages that a finding names.
const NAMED: usize = 40;

rule! {
    /// # What it does
    /// Says for each language of `site.toml` after the first how many pages have no version in it, and which.
    ///
    /// # Why it matters
    /// A reader who chose their language is led back to English at each of these pages. It is advice: what to translate
    /// first is for people who know the readers to say.
    ///
    /// # Example
    /// ```text
    /// content/guides/breaks.md
    /// ```
    /// and no `breaks.pl.md` beside it, with `languages = ["en", "pl"]`.
    ///
    /// # Use instead
    /// ```text
    /// content/guides/breaks.md
    /// content/guides/breaks.pl.md
    /// ```
    /// or name the section in `[fallback]`, where a missing page is shown in English inside the language's own furniture.
    /// A site that does not mean to translate more sets `untranslated-page = "off"` in `[rules]`.
    ///
    /// # What it cannot see
    /// Which pages readers of a language need most.
    "untranslated-page" Advice checks [Model(check)]
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let pages: Vec<&Page> = site.pages.iter().filter(|page| is_for_everyone(page)).collect();
    for (position, language) in site.settings.languages.iter().enumerate().skip(1) {
        let variant = Variant { language: u8::try_from(position).unwrap_or(0), form: Form::Standard };
        let has_version = |page: &Page| {
            let mut others = site.group(page.group).pages.iter().map(|id| site.page(*id));
            others.any(|other| other.variant == variant && !other.is_fallback && other.is_public())
        };
        let missing: Vec<&str> =
            pages.iter().filter(|page| !has_version(page)).map(|page| page.address.as_str()).collect();
        if missing.is_empty() {
            continue;
        }
        let more = match missing.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        let named = missing[..missing.len().min(NAMED)].join(", ");
        let mut finding = RULE
            .finding(format!(
                "no version in {} (`{}`): {} of {} pages",
                language.name,
                language.code,
                missing.len(),
                pages.len()
            ))
            .help(format!(
                "a translation stands beside its page, such as `breaks.{}.md` beside `breaks.md`",
                language.code
            ))
            .note(format!("{named}{more}"));
        finding.span = language.span;
        found.push(finding);
    }
}

fn is_for_everyone(page: &Page) -> bool {
    page.origin.is_some()
        && page.part == 1
        && page.copy.is_none()
        && page.publication == Publication::Live
        && page.variant == Variant { language: 0, form: Form::Standard }
        && !matches!(page.kind, Kind::NotFound | Kind::Search)
}
