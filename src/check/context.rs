//! What a rule is given to look at, and how a finding gets its place.

use std::ops::Deref;

use super::english::{English, Entry, List};
use super::{Gathered, Rule};
use crate::diagnostic::Diagnostic;
use crate::html::access::Access;
use crate::html::{Document, Element, Name};
use crate::model::{Form, Page, PageFacts, PlainText, Prose, Site};
use crate::source::{FileId, Span};
use crate::theme::{TemplatePlace, Theme};

/// A page's words.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'c> {
    /// The page.
    pub page: &'c Page,
    /// What was learnt while it was read.
    pub facts: &'c PageFacts,
    /// Its words without marks.
    pub text: &'c PlainText,
    /// Its words by paragraph, with where each stands.
    pub prose: &'c Prose,
    /// Its English; nothing for a page in another language, so that no rule about English ever judges one.
    pub english: Option<&'c English<'c>>,
    /// The site.
    pub site: &'c Site,
    /// What was gathered of the site.
    pub gathered: &'c Gathered,
}

/// All pages.
#[derive(Clone, Copy, Debug)]
pub struct AcrossContext<'c> {
    /// The site.
    pub site: &'c Site,
    /// What was learnt of each page, in the order of `site.pages`.
    pub facts: &'c [PageFacts],
}

/// Any finished HTML: a page of a site, or a file of a folder.
#[derive(Debug)]
pub struct FinishedContext<'c> {
    /// The HTML as a tree.
    pub document: Document<'c>,
    /// What assistive technology gets of it.
    pub access: Access<'c>,
    origin: Origin<'c>,
}

/// What HTML comes from.
#[derive(Clone, Copy, Debug)]
enum Origin<'c> {
    Page(&'c Page, &'c Theme),
    File(FileId),
}

/// How many pages a finding about a whole site names.
const NAMED: usize = 5;

/// Places a finding about several pages of a site at the first of them, and names the first few; nothing where there is
/// none that somebody wrote.
pub(super) fn about_pages(finding: Diagnostic, pages: &[&Page]) -> Option<Diagnostic> {
    let origin = pages.first()?.origin.as_ref()?;
    let addresses: Vec<&str> = pages.iter().map(|page| page.address.as_str()).collect();
    Some(finding.at(Span::whole(origin.file)).note(first_few(&addresses)))
}

/// The first few of several names, and how many more there are.
pub(super) fn first_few(names: &[&str]) -> String {
    let named = names[..names.len().min(NAMED)].join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}, and {more} more"),
    }
}

/// A page's finished HTML; all of a [`FinishedContext`] can be asked of it.
#[derive(Debug)]
pub struct HtmlContext<'c> {
    finished: FinishedContext<'c>,
    /// The page.
    pub page: &'c Page,
    /// The site.
    pub site: &'c Site,
}

impl<'c> Deref for HtmlContext<'c> {
    type Target = FinishedContext<'c>;

    fn deref(&self) -> &FinishedContext<'c> {
        &self.finished
    }
}

impl PageContext<'_> {
    /// One of a rule's numbers, as the site set it.
    pub fn threshold(&self, rule: &Rule, name: &str) -> u32 {
        rule.threshold(name, &self.site.settings)
    }
}

impl AcrossContext<'_> {
    /// One of a rule's numbers, as the site set it.
    pub fn threshold(&self, rule: &Rule, name: &str) -> u32 {
        rule.threshold(name, &self.site.settings)
    }
}

impl<'c> PageContext<'c> {
    /// The English of a page that is Easy Read.
    pub fn easy(&self) -> Option<&'c English<'c>> {
        self.english.filter(|_| self.page.variant.form == Form::Easy)
    }

    /// Reports the words of a list, each once a page: at its first place, with the number of places.
    pub fn report_listed(
        &self,
        rule: &Rule,
        list: List,
        found: &mut Vec<Diagnostic>,
        say: impl Fn(&str, &Entry) -> Option<(String, String)>,
    ) {
        let Some(english) = self.english else { return };
        let mut seen: Vec<(&Entry, usize)> = Vec::new();
        for hit in english.hits.iter().filter(|hit| hit.entry.list == list) {
            if let Some((_, at)) = seen.iter().find(|(entry, _)| *entry == hit.entry) {
                found[*at].count += 1;
                continue;
            }
            if let Some((message, help)) = say(english.text(&hit.words), hit.entry) {
                seen.push((hit.entry, found.len()));
                found.push(rule.finding(message).at(self.prose.span(english.range(&hit.words))).help(help));
            }
        }
    }
}

/// How to say it more plainly, as the help of a finding.
pub(super) fn say(plain: &str) -> String {
    match plain {
        "" => "say it in plainer words".into(),
        "leave it out" => "leave it out".into(),
        _ => format!("say: {plain}"),
    }
}

impl<'c> HtmlContext<'c> {
    /// Reads a page's HTML.
    pub fn new(html: &'c str, page: &'c Page, site: &'c Site, theme: &'c Theme) -> Self {
        Self { finished: FinishedContext::new(html, Origin::Page(page, theme)), page, site }
    }

    /// One of a rule's numbers, as the site set it.
    pub fn threshold(&self, rule: &Rule, name: &str) -> u32 {
        rule.threshold(name, &self.site.settings)
    }

    /// All that can be asked of any finished HTML.
    pub(super) fn finished(&self) -> &FinishedContext<'c> {
        &self.finished
    }
}

impl<'c> FinishedContext<'c> {
    fn new(html: &'c str, origin: Origin<'c>) -> Self {
        let document = Document::parse(html);
        let access = Access::of(&document);
        Self { document, access, origin }
    }

    /// Reads a file of a folder.
    pub fn of_file(html: &'c str, file: FileId) -> Self {
        Self::new(html, Origin::File(file))
    }

    /// Whether it is a file of a folder, without a site.
    pub fn is_file(&self) -> bool {
        matches!(self.origin, Origin::File(_))
    }

    /// How to mend something: in Markdown or a template of a site, or in the HTML of a folder.
    pub fn help<'h>(&self, site: &'h str, html: &'h str) -> &'h str {
        if self.is_file() { html } else { site }
    }

    /// Every `id` on the page, each once, sorted.
    pub(super) fn ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.access.ids().iter().map(|(id, _)| id.clone().into_owned()).collect();
        ids.dedup();
        ids
    }

    /// The elements of a name that are hidden neither from everybody nor from assistive technology.
    pub fn visible(&self, name: Name) -> impl Iterator<Item = Element<'_, 'c>> {
        self.document.all(name).filter(|element| !self.access.is_hidden(element))
    }

    /// Starts a finding about an element, at the place where a person wrote it.
    pub fn report(&self, rule: &Rule, element: &Element<'_, '_>, message: impl Into<String>) -> Diagnostic {
        self.place(rule.finding(message), Some(element))
    }

    /// The same for one of the ACT rules of a rule, or for none.
    pub fn report_as(
        &self,
        rule: &Rule,
        act: &'static [&'static str],
        element: &Element<'_, '_>,
        message: impl Into<String>,
    ) -> Diagnostic {
        let mut finding = self.report(rule, element, message);
        finding.act = act;
        finding
    }

    /// Says that a finding is about the very words of an element, or of its attributes: where a template made it, they are
    /// looked for in front matter and records, which is where they can be mended.
    pub fn about_words(&self, mut finding: Diagnostic, element: &Element<'_, '_>) -> Diagnostic {
        let is_marked = !finding.notes.iter().any(|note| note.starts_with(ON_PAGE) || note.starts_with(IN_TEMPLATE));
        if !self.is_file() && !is_marked {
            finding.shown = shown(element);
        }
        finding
    }

    /// Points a finding at the source mark of an element: its own, that of an element it lies in, or in running text the
    /// last one before it. Without any, at the page's file, or in words at its address. In a file of a folder, at the
    /// start tag itself.
    pub fn place(&self, finding: Diagnostic, element: Option<&Element<'_, '_>>) -> Diagnostic {
        let (page, theme) = match self.origin {
            Origin::Page(page, theme) => (page, theme),
            Origin::File(file) => {
                return finding.at(element.map_or(Span::whole(file), |element| Span::new(file, element.tag())));
            }
        };
        let own = |element: &Element<'_, '_>| element.attribute("data-sp").map(|mark| mark.into_owned());
        let mark = element.and_then(|element| {
            own(element).or_else(|| element.ancestors().find_map(|outer| own(&outer))).or_else(|| {
                let is_prose = element.ancestors().any(|outer| outer.has_class("signpost-prose"));
                let before = self.document.elements().take_while(|other| other.order() < element.order());
                if is_prose { before.filter_map(|other| own(&other)).last() } else { None }
            })
        });
        let made_by = element.filter(|_| mark.is_none()).and_then(|element| template(theme, element));
        if let Some(place) = made_by {
            let template = format!("{IN_TEMPLATE}{}, line {}", place.path, place.line);
            let finding = finding.note(template).note(format!("{ON_PAGE}{}", page.address));
            return match theme.files.get(&place.path) {
                Some(file) => finding.at(Span::new(*file, place.tag)),
                None => finding,
            };
        }
        let file = page.origin.as_ref().map(|origin| origin.file);
        match (mark.as_deref().map(read_mark), file) {
            (Some(Mark::Bytes(range)), Some(file)) => finding.at(Span::new(file, range)),
            (Some(Mark::Template(template)), _) => finding.note(format!("{IN_TEMPLATE}{template}")),
            (_, Some(file)) => finding.at(Span::whole(file)).note(format!("{ON_PAGE}{}", page.address)),
            (_, None) => finding.note(format!("{ON_PAGE}{}, which Signpost makes", page.address)),
        }
    }
}

/// How the note begins that names a template; findings that share it are one.
pub const IN_TEMPLATE: &str = "in the template ";
/// How the note begins that names a page.
pub const ON_PAGE: &str = "on the page ";

/// What readers get of an element: its words, and those of its attributes that hold words.
fn shown(element: &Element<'_, '_>) -> Vec<String> {
    /// Attributes with words of people; others are a template's own.
    const WORDS: &[&str] = &["alt", "aria-label", "title", "label", "placeholder", "lang", "href", "src"];
    /// The longest words that a key is looked for by, in bytes.
    const LONGEST: usize = 500;
    let words = (element.text_length() <= LONGEST).then(|| element.text());
    let attributes = WORDS.iter().filter_map(|name| Some(element.attribute(name)?.trim().to_owned()));
    words.into_iter().chain(attributes).filter(|words| !words.is_empty()).collect()
}

/// The template that made an element, or else the nearest around it. What stands in running text, nobody's template made.
fn template(theme: &Theme, element: &Element<'_, '_>) -> Option<TemplatePlace> {
    /// How far around an element is looked.
    const NEAR: usize = 4;
    if element.ancestors().any(|outer| outer.has_class("signpost-prose")) {
        return None;
    }
    std::iter::once(*element).chain(element.ancestors()).take(NEAR).find_map(|element| {
        let attributes: Vec<_> =
            element.attributes().iter().map(|attribute| (attribute.name, attribute.value)).collect();
        theme.locate(element.name(), &attributes)
    })
}

enum Mark {
    /// Bytes of the page's own file.
    Bytes(std::ops::Range<usize>),
    /// A template and its line.
    Template(String),
    Unknown,
}

/// Reads the value of a source mark: `START-END`, or `t:FILE:LINE`.
fn read_mark(mark: &str) -> Mark {
    if let Some(template) = mark.strip_prefix("t:") {
        return Mark::Template(match template.rsplit_once(':') {
            Some((file, line)) => format!("{file}, line {line}"),
            None => template.to_owned(),
        });
    }
    let range = mark.split_once('-').and_then(|(start, end)| Some(start.parse().ok()?..end.parse().ok()?));
    range.map_or(Mark::Unknown, Mark::Bytes)
}
