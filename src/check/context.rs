//! What a rule is given to look at, and how a finding gets its place.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::Rule;
use super::english::{English, Entry, List};
use crate::diagnostic::Diagnostic;
use crate::html::{Document, Element};
use crate::model::{Form, Page, PageFacts, PlainText, Prose, Site};
use crate::source::Span;

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
}

/// All pages.
#[derive(Clone, Copy, Debug)]
pub struct AcrossContext<'c> {
    /// The site.
    pub site: &'c Site,
    /// What was learnt of each page, in the order of `site.pages`.
    pub facts: &'c [PageFacts],
}

/// A page's finished HTML.
#[derive(Debug)]
pub struct HtmlContext<'c> {
    /// The HTML as a tree.
    pub document: Document<'c>,
    /// The page.
    pub page: &'c Page,
    /// The site.
    pub site: &'c Site,
    ids: OnceCell<BTreeMap<String, u32>>,
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
    pub fn new(html: &'c str, page: &'c Page, site: &'c Site) -> Self {
        Self { document: Document::parse(html), page, site, ids: OnceCell::new() }
    }

    /// One of a rule's numbers, as the site set it.
    pub fn threshold(&self, rule: &Rule, name: &str) -> u32 {
        rule.threshold(name, &self.site.settings)
    }

    /// Every `id` on the page, and how often it stands there.
    pub fn ids(&self) -> &BTreeMap<String, u32> {
        self.ids.get_or_init(|| {
            let mut ids = BTreeMap::new();
            for id in self.document.elements().filter_map(|element| element.attribute("id")) {
                *ids.entry(id.into_owned()).or_insert(0) += 1;
            }
            ids
        })
    }

    /// Every `id` on the page, each once, sorted.
    pub(super) fn into_ids(self) -> Vec<String> {
        self.ids();
        self.ids.into_inner().unwrap_or_default().into_keys().collect()
    }

    /// The elements with a name that assistive technology is not told to skip.
    pub fn visible(&self, name: &'static str) -> impl Iterator<Item = Element<'_, 'c>> {
        self.document.named(name).filter(|element| !element.is_hidden())
    }

    /// Starts a finding about an element, at the place where a person wrote it.
    pub fn report(&self, rule: &Rule, element: &Element<'_, '_>, message: impl Into<String>) -> Diagnostic {
        self.place(rule.finding(message), Some(element))
    }

    /// Points a finding at the source mark of an element: its own, that of an element it lies in, or in running text the
    /// last one before it. Without any, at the page's file, or in words at its address.
    pub fn place(&self, finding: Diagnostic, element: Option<&Element<'_, '_>>) -> Diagnostic {
        let own = |element: &Element<'_, '_>| element.attribute("data-sp").map(|mark| mark.into_owned());
        let mark = element.and_then(|element| {
            own(element).or_else(|| element.ancestors().find_map(|outer| own(&outer))).or_else(|| {
                let is_prose = element.ancestors().any(|outer| outer.has_class("signpost-prose"));
                let before = self.document.elements().take_while(|other| other.order() < element.order());
                if is_prose { before.filter_map(|other| own(&other)).last() } else { None }
            })
        });
        let file = self.page.origin.as_ref().map(|origin| origin.file);
        match (mark.as_deref().map(read_mark), file) {
            (Some(Mark::Bytes(range)), Some(file)) => finding.at(Span::new(file, range)),
            (Some(Mark::Template(template)), _) => finding.note(format!("in the template {template}")),
            (_, Some(file)) => finding.at(Span::whole(file)).note(format!("on the page {}", self.page.address)),
            (_, None) => finding.note(format!("on the page {}, which Signpost makes", self.page.address)),
        }
    }
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
