//! Looks up the pages that front matter names: the service to use instead, what an update is about, an older strategy.

use crate::data::{Format, Located, Step};
use crate::diagnostic::Diagnostic;
use crate::model::{Details, LinkTarget, Page, PageId, Site};
use crate::source::{Sources, Span};

use super::markdown::{broken_link, resolve_file, resolve_link};
use super::split::front_matter;

/// Fills in `references` of every page. A name that leads nowhere is a diagnostic at its place.
pub fn references(site: &mut Site, sources: &dyn Sources, found: &mut Vec<Diagnostic>) {
    let mut all: Vec<(PageId, Vec<(String, PageId)>)> = Vec::new();
    for page in &site.pages {
        let named = named(page);
        if named.is_empty() {
            continue;
        }
        let mut references = Vec::new();
        for (key, item, written) in named {
            match resolve_link(site, page, &written) {
                LinkTarget::Page(id, _) => references.push((written, id)),
                LinkTarget::Unpublished(_) | LinkTarget::File(_) => {}
                LinkTarget::Missing => report(site, page, key, item, &written, sources, found),
            }
        }
        all.push((page.id, references));
    }
    for (id, references) in all {
        site.pages[id.0 as usize].references = references;
    }
}

/// Finds the files that strategies name; one that is not there, or may not be published, is a diagnostic.
pub fn documents(site: &mut Site, found: &mut Vec<Diagnostic>) {
    let mut all = Vec::new();
    for page in &site.pages {
        let (Details::Strategy(strategy), Some(origin)) = (&page.details, &page.origin) else {
            continue;
        };
        let is_inherited = site.group(page.group).main.is_some_and(|main| main != page.id);
        for (item, document) in strategy.documents.iter().enumerate() {
            if document.file.contains("://") || matches!(resolve_link(site, page, &document.file), LinkTarget::Page(..))
            {
                continue;
            }
            match resolve_file(site, &origin.path, &document.file) {
                Ok(file) => all.push((page.id, item, file.path.to_owned())),
                Err(problem) if !is_inherited => {
                    found.push(problem.diagnostic(&document.file, Span::whole(origin.file)))
                }
                Err(_) => {}
            }
        }
    }
    for (page, item, path) in all {
        if let Details::Strategy(strategy) = &mut site.pages[page.0 as usize].details {
            strategy.documents[item].path = Some(path);
        }
    }
}

/// The keys of a page that name others, the position in a list, and what was written.
fn named(page: &Page) -> Vec<(&'static str, Option<usize>, String)> {
    match &page.details {
        Details::Service(service) => {
            service.replaced_by.iter().map(|written| ("replaced_by", None, written.clone())).collect()
        }
        Details::Strategy(strategy) => {
            strategy.replaces.iter().map(|written| ("replaces", None, written.clone())).collect()
        }
        Details::Update(update) => {
            update.about.iter().enumerate().map(|(item, written)| ("about", Some(item), written.clone())).collect()
        }
        _ => Vec::new(),
    }
}

/// The file is read again to point at the key: that happens only for a page with such a mistake.
fn report(
    site: &Site,
    page: &Page,
    key: &'static str,
    item: Option<usize>,
    written: &str,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
) {
    let is_inherited = site.group(page.group).main.is_some_and(|main| main != page.id);
    let Some(origin) = page.origin.as_ref().filter(|_| !is_inherited) else {
        return;
    };
    let bytes = sources.read(&format!("content/{}", origin.path)).unwrap_or_default();
    let Some(front) = front_matter(origin.file, &bytes, &mut Vec::new()) else {
        return;
    };
    let at = Located::new(origin.file, Format::Yaml, &front.text, front.start);
    let listed = [Step::from(key), Step::Item(item.unwrap_or(0))];
    let span = if item.is_some() { at.value(&listed) } else { at.value(&listed[..1]) };
    found.push(broken_link(site, page, written, span));
}

/// Gives every term of the glossary a meaning: its summary, or the first paragraph of its page.
pub fn meanings(site: &mut Site, sources: &dyn Sources) {
    for page in &mut site.pages {
        let (Details::Glossary(term), Some(origin)) = (&mut page.details, &page.origin) else {
            continue;
        };
        if !term.meaning.is_empty() {
            continue;
        }
        let bytes = sources.read(&format!("content/{}", origin.path)).unwrap_or_default();
        let body = bytes.get(origin.body as usize..).unwrap_or_default();
        term.meaning = first_paragraph(&String::from_utf8_lossy(body));
    }
}

/// The words of the first paragraph, without the marks of Markdown.
fn first_paragraph(body: &str) -> String {
    let body = body.replace("\r\n", "\n");
    let is_words =
        |block: &&str| !block.trim().is_empty() && !block.trim_start().starts_with(['#', ':', '!', '|', '-', '>']);
    let paragraph = body.split("\n\n").find(is_words).unwrap_or_default();
    pulldown_cmark::Parser::new(paragraph)
        .filter_map(|event| match event {
            pulldown_cmark::Event::Text(text) | pulldown_cmark::Event::Code(text) => Some(text.into_string()),
            pulldown_cmark::Event::SoftBreak | pulldown_cmark::Event::HardBreak => Some(" ".into()),
            _ => None,
        })
        .collect()
}
