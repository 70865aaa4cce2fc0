//! Looks at a site and says what would fail a reader, in words that its editor can act on.
//!
//! Four looks: at the model before any page is made, at a page's words, at its finished HTML while that still carries
//! source marks, and across all pages at the end. `rules` has one file per rule with its manual. Which findings stop a
//! build is left to `project`, how they are printed to `diagnostic::report`.

mod allow;
mod context;
mod english;
mod external;
mod reference;
mod rule;
mod rules;
mod secrets;

pub use allow::{Allowance, Allowed, allow, allowances, without_allowed};
pub use context::{AcrossContext, HtmlContext, PageContext};
pub use english::{Lexicon, List};
pub use external::{external, external_links};
pub use reference::{explained, reference};
pub use rule::{Check, HEADINGS, Rule};
pub use rules::RULES;
pub use secrets::Secrets;

use crate::config::{KnownRule, RuleLevel, Settings};
use crate::diagnostic::report::RuleText;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Page, PageFacts, PageId, PlainText, Prose, Publication, Site};
use english::English;

/// The names of all rules, in their order.
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).collect()
}

/// All rules in their order, with what `[rules]` in `site.toml` may set of each.
pub fn known() -> Vec<KnownRule> {
    RULES.iter().map(|rule| rule.known()).collect()
}

/// What a report can say of all rules.
pub fn texts() -> Vec<RuleText> {
    let text = |rule: &&'static Rule| RuleText {
        name: rule.name,
        severity: rule.severity,
        summary: rule.summary(),
        manual: rule.manual(),
        act: rule.act,
    };
    RULES.iter().map(text).collect()
}

/// A rule by its name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// Looks at everything that is known before any body is read.
pub fn model(site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for check in RULES.iter().flat_map(|rule| rule.checks) {
        if let Check::Model(check) = check {
            check(site, &mut found);
        }
    }
    found
}

/// A page's words as they were read.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    /// What was learnt on the way.
    pub facts: &'w PageFacts,
    /// The words without marks.
    pub text: &'w PlainText,
    /// The same by paragraph, with where each stands.
    pub prose: &'w Prose,
}

/// The lists of words of a site: those that come with Signpost and its own.
pub fn lexicon(site: &Site) -> Lexicon {
    let own = &site.records.words;
    let list = |key: &str| List::ALL.iter().find(|(_, known, _)| *known == key).map(|(list, ..)| *list);
    Lexicon::new(
        &own.iter()
            .filter_map(|(key, words, plain)| Some((list(key)?, words.clone(), plain.clone())))
            .collect::<Vec<_>>(),
    )
}

/// Looks at a page's words.
pub fn page(page: &Page, words: Words<'_>, lexicon: &Lexicon, site: &Site) -> Vec<Diagnostic> {
    let Words { facts, text, prose } = words;
    let code = &site.settings.languages[usize::from(page.words_language())].code;
    // Parts of a page that is shown a section at a time, and pages that stand in for it, have the words of the page.
    let is_own = page.part == 1 && !page.is_fallback && page.copy.is_none();
    let english = (is_own && english::is_english(code)).then(|| English::read(prose, lexicon));
    let context = PageContext { page, facts, text, prose, english: english.as_ref(), site };
    let mut found = Vec::new();
    for check in RULES.iter().flat_map(|rule| rule.checks) {
        if let Check::Page(check) = check {
            check(&context, &mut found);
        }
    }
    for_page(page, found)
}

/// Looks at a page's finished HTML, which still carries its source marks. Gives its findings and every `id` in it.
pub fn html(html: &str, page: &Page, site: &Site) -> (Vec<Diagnostic>, Vec<String>) {
    let context = HtmlContext::new(html, page, site);
    let mut found = Vec::new();
    for check in RULES.iter().flat_map(|rule| rule.checks) {
        if let Check::Html(check) = check {
            check(&context, &mut found);
        }
    }
    (for_page(page, found), context.into_ids())
}

/// The terms of the glossary that a page's finished HTML explains.
pub fn terms(html: &str, site: &Site) -> Vec<PageId> {
    let links = memchr::memmem::find_iter(html.as_bytes(), b"class=\"signpost-term\"").filter_map(|at| {
        let tag = &html[html[..at].rfind('<')?..];
        let href = tag.split_once("href=\"")?.1.split('"').next()?;
        let address = format!("/{}", href.strip_prefix(site.settings.base_path.as_str())?);
        site.by_address.get(&address).copied()
    });
    let mut terms: Vec<PageId> = links.collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Looks across all pages once the last is made; `facts` is in the order of `site.pages`.
pub fn across(site: &Site, facts: &[PageFacts]) -> Vec<Diagnostic> {
    let context = AcrossContext { site, facts };
    let mut found = Vec::new();
    for check in RULES.iter().flat_map(|rule| rule.checks) {
        if let Check::Across(check) = check {
            check(&context, &mut found);
        }
    }
    found
}

/// A draft is never published, so what is found in it is advice.
fn for_page(page: &Page, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if page.publication == Publication::Draft {
        for finding in &mut found {
            finding.severity = Severity::Advice;
            finding.always_stops = false;
        }
    }
    found
}

/// Gives findings the severity that a site set in `[rules]`, and drops those it turned off.
///
/// What stops every build keeps its severity. A rule whose answer changes with the date alone is a warning at most, so
/// that a site that built yesterday builds today.
pub fn level(settings: &Settings, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let set = |finding: Diagnostic| {
        let mut finding = finding;
        let level = settings.rule(finding.rule).and_then(|setting| setting.level);
        match level {
            _ if finding.always_stops => {}
            Some(RuleLevel::Off) => return None,
            // A finding that was lowered, as those in drafts are, is not raised again.
            Some(RuleLevel::At(severity)) => finding.severity = raised(&finding, severity),
            None => {}
        }
        if finding.severity == Severity::Error && rule(finding.rule).is_some_and(|rule| rule.is_dated) {
            finding.severity = Severity::Warning;
        }
        Some(finding)
    };
    found.into_iter().filter_map(set).collect()
}

fn raised(finding: &Diagnostic, severity: Severity) -> Severity {
    let is_lowered = rule(finding.rule).is_some_and(|rule| finding.severity < rule.severity);
    if is_lowered { finding.severity.min(severity) } else { severity }
}

#[cfg(test)]
mod tests;
