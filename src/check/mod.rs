//! Looks at a site and says what would fail a reader, in words that its editor can act on.
//!
//! Four looks: at the model before any page is made, at a page's words, at its finished HTML while that still carries
//! source marks, and across all pages at the end. `rules` has one file per rule with its manual. Which findings stop a
//! build is left to `project`, how they are printed to `diagnostic::report`.

mod allow;
mod context;
mod css;
mod english;
mod external;
mod gathered;
mod pages;
mod reference;
mod rule;
mod rules;
mod same;
mod script;
mod secrets;
mod words;

pub use allow::{Allowance, Allowed, allow, allowances, without_allowed};
pub use context::{AcrossContext, FinishedContext, HtmlContext, IN_TEMPLATE, ON_PAGE, PageContext};
pub use css::{Block, StyleContext};
pub use external::{external, external_links};
pub use gathered::Gathered;
pub use pages::{Addresses, Asked, Kept, Own, Pages, PagesContext, Target, Turned, Whose, root_of, statements};
pub use reference::{explained, reference};
pub use rule::{Check, HEADINGS, Rule};
pub use rules::RULES;
pub use script::{ScriptContext, is_code};
pub use secrets::Secrets;
pub use words::SPELLING;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{KnownRule, RuleLevel, Settings};
use crate::diagnostic::report::RuleText;
use crate::diagnostic::{Diagnostic, Severity};
use crate::html::Name;
use crate::model::{Page, PageFacts, PageId, PlainText, Prose, Publication, Site};
use crate::source::{FileId, Span};
use crate::theme::Theme;
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
    each(|rule, check| {
        if let Check::Model(check) = check {
            guarded(rule, None, &mut found, |found| check(site, found));
        }
    });
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

/// Looks at a page's words.
pub fn page(page: &Page, words: Words<'_>, gathered: &Gathered, site: &Site) -> Vec<Diagnostic> {
    let Words { facts, text, prose } = words;
    let code = &site.settings.languages[usize::from(page.words_language())].code;
    // Parts of a page that is shown a section at a time, and pages that stand in for it, have the words of the page.
    let is_own = page.part == 1 && !page.is_fallback && page.copy.is_none();
    let english = (is_own && english::is_english(code)).then(|| English::read(prose, &gathered.lexicon));
    let context = PageContext { page, facts, text, prose, english: english.as_ref(), site, gathered };
    let mut found = Vec::new();
    let place = page.origin.as_ref().map(|origin| Span::whole(origin.file));
    each(|rule, check| {
        if let Check::Page(check) = check {
            guarded(rule, place, &mut found, |found| check(&context, found));
        }
    });
    for_page(page, found)
}

/// What a look at a page's finished HTML gives.
#[derive(Debug)]
pub struct Looked {
    /// Its findings.
    pub found: Vec<Diagnostic>,
    /// Every `id` in it.
    pub ids: Vec<String>,
    /// What looks across all pages need of it.
    pub kept: Kept,
}

/// A site as its finished pages are looked at.
#[derive(Debug)]
pub struct Whole<'w> {
    site: &'w Site,
    theme: &'w Theme,
    addresses: Addresses<'w>,
    statements: Vec<String>,
}

impl<'w> Whole<'w> {
    /// Gathers what the look at every page needs.
    pub fn new(site: &'w Site, theme: &'w Theme) -> Self {
        Self { site, theme, addresses: Addresses::of_site(site), statements: statements(site) }
    }
}

/// Looks at a page's finished HTML, which still carries its source marks.
pub fn html(html: &str, page: &Page, whole: &Whole<'_>) -> Looked {
    let context = HtmlContext::new(html, page, whole.site, whole.theme);
    let mut found = Vec::new();
    let place = page.origin.as_ref().map(|origin| Span::whole(origin.file));
    each(|rule, check| match check {
        Check::Finished(check) => guarded(rule, place, &mut found, |found| check(context.finished(), found)),
        Check::Html(check) => guarded(rule, place, &mut found, |found| check(&context, found)),
        _ => {}
    });
    let own = Own::Page(page, &whole.statements);
    let mut kept = Kept::default();
    guarded(&rules::broken_alternate::RULE, place, &mut found, |found| {
        kept = Kept::read(context.finished(), own, &whole.addresses, found);
    });
    Looked { found: for_page(page, found), ids: context.ids(), kept }
}

/// Looks at a file of a folder of HTML, without a site: every rule that needs nothing but the file. The second value
/// is what looks across the folder need of it.
pub fn file(html: &str, path: &str, file: FileId, addresses: &Addresses<'_>) -> (Vec<Diagnostic>, Kept) {
    let context = FinishedContext::of_file(html, file);
    let mut found = Vec::new();
    each(|rule, check| {
        if let Check::Finished(check) = check {
            guarded(rule, Some(Span::whole(file)), &mut found, |found| check(&context, found));
        }
    });
    for block in context.document.all(Name::Style) {
        if let Some(css) = block.raw_text() {
            sheet(css, css::Place::File(file, block.tag().end), Some(&context), &mut found);
        }
    }
    let mut scripts = Vec::new();
    for (text, from) in script::written(&context) {
        let mut said = Vec::new();
        script(text, css::Place::File(file, from), &mut said);
        scripts.extend((!said.is_empty()).then(|| (script::fingerprint(text), said)));
    }
    let mut kept = Kept::default();
    guarded(&rules::broken_alternate::RULE, Some(Span::whole(file)), &mut found, |found| {
        kept = Kept::read(&context, Own::File(path, file), addresses, found);
    });
    kept.scripts = scripts;
    (found, kept)
}

/// The address that a page of a folder calls its own.
pub fn canonical(html: &str) -> Option<String> {
    pages::canonical(&FinishedContext::of_file(html, FileId(0)))
}

/// Looks at the style sheets of a theme, its components' and its parts' among them.
pub fn styles(theme: &Theme) -> Vec<Diagnostic> {
    let assets = theme.assets.iter().filter_map(|(name, bytes)| {
        let css = std::str::from_utf8(bytes).ok()?;
        Some((format!("assets/{name}"), css))
    });
    let parts = theme.parts.iter().map(|(path, text)| (path.clone(), text.as_str()));
    let mut found = Vec::new();
    for (path, css) in assets.chain(parts).filter(|(path, _)| path.ends_with(".css")) {
        let place = theme.files.get(&path).map_or(css::Place::BuiltIn(&path), |file| css::Place::File(*file, 0));
        sheet(css, place, None, &mut found);
    }
    found
}

/// Whether the styles that a theme gives every page are meant for paper too.
pub fn prints(theme: &Theme) -> bool {
    let assets = theme.assets.iter().filter(|(name, _)| name.ends_with(".css"));
    assets.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).any(css::prints)
}

/// Looks at the scripts of a theme, its components' and its parts' among them.
pub fn scripts(theme: &Theme) -> Vec<Diagnostic> {
    let assets = theme.assets.iter().filter_map(|(name, bytes)| {
        let text = std::str::from_utf8(bytes).ok()?;
        Some((format!("assets/{name}"), text))
    });
    let parts = theme.parts.iter().map(|(path, text)| (path.clone(), text.as_str()));
    let mut found = Vec::new();
    for (path, text) in assets.chain(parts).filter(|(path, _)| path.ends_with(".js")) {
        let place = theme.files.get(&path).map_or(css::Place::BuiltIn(&path), |file| css::Place::File(*file, 0));
        script(text, place, &mut found);
    }
    found
}

/// Looks at a style sheet of a folder. The second value is what looks across the folder need of it.
pub fn style_file(css: &str, file: FileId, addresses: &Addresses<'_>) -> (Vec<Diagnostic>, Kept) {
    let mut found = Vec::new();
    sheet(css, css::Place::File(file, 0), None, &mut found);
    (found, Kept::read_styles(css, file, addresses))
}

/// Looks at a script of a folder.
pub fn script_file(text: &str, file: FileId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    script(text, css::Place::File(file, 0), &mut found);
    found
}

fn script(text: &str, place: css::Place<'_>, found: &mut Vec<Diagnostic>) {
    let file = match place {
        css::Place::File(file, _) => Some(Span::whole(file)),
        css::Place::BuiltIn(_) => None,
    };
    let context = ScriptContext::new(text, place);
    each(|rule, check| {
        if let Check::Script(check) = check {
            guarded(rule, file, found, |found| check(&context, found));
        }
    });
}

fn sheet(css: &str, place: css::Place<'_>, page: Option<&FinishedContext<'_>>, found: &mut Vec<Diagnostic>) {
    let file = match place {
        css::Place::File(file, _) => Some(Span::whole(file)),
        css::Place::BuiltIn(_) => None,
    };
    let context = StyleContext::new(css, place, page);
    each(|rule, check| {
        if let Check::Styles(check) = check {
            guarded(rule, file, found, |found| check(&context, found));
        }
    });
}

/// Every look of every rule, in the order of the rules.
fn each(mut look: impl FnMut(&'static Rule, &'static Check)) {
    for rule in RULES {
        rule.checks.iter().for_each(|check| look(rule, check));
    }
}

/// Findings of one look of a rule that are told apart; the last says how many more there are.
const MOST: usize = 100;

/// Lets one rule look. Where it fails, that is said by its name, and the other rules go on.
///
/// At a page it says so many things at most, since no person reads more; what it says of the model and across pages
/// stands at many pages, and is all said.
fn guarded(rule: &Rule, place: Option<Span>, found: &mut Vec<Diagnostic>, look: impl FnOnce(&mut Vec<Diagnostic>)) {
    let before = found.len();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| look(found)));
    if place.is_some() && found.len() > before + MOST {
        let more = found.len() - before - MOST;
        found.truncate(before + MOST);
        if let Some(last) = found.last_mut() {
            last.notes.push(format!("and {more} more of this rule here"));
        }
    }
    if outcome.is_err() {
        let mut finding = Diagnostic::error("internal-error", format!("the rule `{}` failed here", rule.name));
        finding.span = place;
        found.push(finding.help("this is a mistake in Signpost: please report it, with the page"));
    }
}

/// Points a finding about what a template made at the words that it shows. It is then about those words, and not about
/// every page that the template makes.
pub fn point_at_words(finding: &mut Diagnostic, place: Span) {
    finding.span = Some(place);
    for note in &mut finding.notes {
        if let Some(template) = note.strip_prefix(IN_TEMPLATE) {
            *note = format!("shown by the template {template}");
        }
    }
}

/// Makes one finding of those that one line of a template gives on many pages: the first, with a note of how many more.
pub fn gather(found: &mut Vec<Diagnostic>) {
    // The rule and the template, with the place of the first finding and the pages of all.
    let mut first: BTreeMap<(&'static str, String), (usize, BTreeSet<String>)> = BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for finding in found.drain(..) {
        let note = |start: &str| finding.notes.iter().find(|note| note.starts_with(start)).cloned();
        let Some(template) = note(IN_TEMPLATE) else {
            kept.push(finding);
            continue;
        };
        let page = note(ON_PAGE).unwrap_or_default();
        let (index, pages) = first.entry((finding.rule, template)).or_insert((kept.len(), BTreeSet::new()));
        pages.insert(page);
        match kept.get_mut(*index) {
            Some(known) => known.count += finding.count,
            None => kept.push(finding),
        }
    }
    for (index, pages) in first.into_values().filter(|(_, pages)| pages.len() > 1) {
        let more = pages.len() - 1;
        if let Some(note) = kept[index].notes.iter_mut().find(|note| note.starts_with(ON_PAGE)) {
            note.push_str(&format!(", and on {more} more page{}", if more == 1 { "" } else { "s" }));
        }
    }
    *found = kept;
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
    each(|rule, check| {
        if let Check::Across(check) = check {
            guarded(rule, None, &mut found, |found| check(&context, found));
        }
    });
    found
}

/// Looks across all finished pages of a site or a folder.
pub fn pages(pages: &Pages, whose: Whose<'_>) -> Vec<Diagnostic> {
    let context = PagesContext::new(pages, whose);
    let mut found = pages.of_scripts();
    each(|rule, check| {
        if let Check::Pages(check) = check {
            guarded(rule, None, &mut found, |found| check(&context, found));
        }
    });
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
