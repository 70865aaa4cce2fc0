//! Long pages that are shown a section at a time: which sections there are, and the pages made for them.
//!
//! A section begins at a second-level heading, or at a component with such a heading and a title. What stands before
//! the first one stays on the page itself, which leads to the others.

use super::assemble::number;
use super::lists;
use super::markdown::parse;
use super::part_notes;
use super::split::front_matter;
use crate::data::{Format, Located, Step};
use crate::diagnostic::Diagnostic;
use crate::html::{Token, is_void, tokens, visible_words};
use crate::model::{Arg, Call, Details, Form, Kind, Node, Page, Part, Publication, Site, Tree, slug};
use crate::source::{Sources, Span};
use crate::theme::Theme;

/// One section of a page.
struct Section {
    id: String,
    title: String,
    nodes: Vec<Node>,
}

/// The part of a tree that stands on one page, counted from 1: what comes before the first section, then each section.
pub fn part_of(tree: Tree, part: u16, theme: &Theme) -> Tree {
    let sections = cut(tree.nodes, theme);
    let nodes = sections.into_iter().nth(usize::from(part.max(1)) - 1).map(|section| section.nodes);
    Tree { nodes: nodes.unwrap_or_default(), has_raw_html: tree.has_raw_html }
}

/// Adds a page for each section of the pages that ask for it. One that cannot be split stays whole, with a warning.
pub fn parts(site: &mut Site, sources: &dyn Sources, theme: &Theme, found: &mut Vec<Diagnostic>) {
    let mut split = Vec::new();
    for page in site.pages.iter().filter(|page| asks(page)) {
        let Some(origin) = &page.origin else {
            continue;
        };
        let Ok(bytes) = sources.read(&format!("content/{}", origin.path)) else {
            continue;
        };
        let tree = parse(page, &String::from_utf8_lossy(&bytes), site, theme).tree;
        let sections = cut(tree.nodes, theme);
        if sections.len() < 3 {
            let is_inherited = site.group(page.group).main.is_some_and(|main| main != page.id);
            if !is_inherited {
                found.push(unsplittable(page, &bytes));
            }
            continue;
        }
        let parts: Vec<Part> = sections
            .iter()
            .enumerate()
            .map(|(position, section)| Part {
                address: match position {
                    0 => page.address.clone(),
                    _ => format!("{}{}/", page.address, own_slug(&section.id)),
                },
                title: section.title.clone(),
                ids: ids(&section.nodes),
            })
            .collect();
        let is_free = |address: &str| !site.by_address.contains_key(address);
        if parts[1..].iter().all(|part| is_free(&part.address)) && is_free(&whole_address(page, site)) {
            split.push((page.clone(), parts));
        }
    }
    for (page, parts) in &split {
        site.pages.push(super::booklet::copy(page.clone(), whole_address(page, site), 0));
        for (position, part) in parts.iter().enumerate().skip(1) {
            let mut own = page.clone();
            own.address.clone_from(&part.address);
            own.part = u16::try_from(position + 1).unwrap_or(u16::MAX);
            own.common.aliases.clear();
            own.common.more_shorts.clear();
            own.common.short = None;
            site.pages.push(own);
        }
    }
    if split.is_empty() {
        return;
    }
    site.parts = split.into_iter().map(|(page, parts)| (page.address, parts)).collect();
    number(site);
    lists::fill(site);
}

/// Where all sections of a page stand together.
fn whole_address(page: &Page, site: &Site) -> String {
    let main = super::assemble::main_address(page, &site.settings);
    super::name::variant_address(&format!("{main}whole/"), page.variant, &site.settings)
}

/// Services have an order of facts that is the same everywhere, and Easy Read pages are short.
fn asks(page: &Page) -> bool {
    page.common.split
        && page.kind == Kind::Content
        && page.part == 1
        && page.copy.is_none()
        && page.publication == Publication::Live
        && page.variant.form == Form::Standard
        && !matches!(page.details, Details::Service(_))
}

/// A section's part of the address; forms of a page have theirs already.
fn own_slug(id: &str) -> String {
    match id {
        "easy-read" | "young" | "bsl" | "page" | "whole" => format!("{id}-section"),
        _ => slug(id),
    }
}

fn unsplittable(page: &Page, bytes: &[u8]) -> Diagnostic {
    let help = "it takes two second-level headings (`## …`) to split a page; take `split` away until it has them";
    let mut finding = Diagnostic::warning("unsplit-page", "this page cannot be shown a section at a time").help(help);
    if let Some(origin) = &page.origin {
        let front = front_matter(origin.file, bytes, &mut Vec::new());
        let at = front.as_ref().map(|front| Located::new(origin.file, Format::Yaml, &front.text, front.start));
        finding = finding.at(at.map_or(Span::whole(origin.file), |at| at.key(&[Step::from("split")])));
    }
    finding
}

/// Cuts nodes into what comes before the first section, and each section with the footnotes that it uses.
fn cut(mut nodes: Vec<Node>, theme: &Theme) -> Vec<Section> {
    let notes = part_notes::taken(&mut nodes);
    let mut sections = vec![Section { id: String::new(), title: String::new(), nodes: Vec::new() }];
    for node in nodes {
        match node {
            Node::Html(html) => cut_html(&html, &mut sections),
            Node::Call(call) => {
                let begins = theme.components.get(&call.name).is_some_and(|component| component.heading == 2);
                if let Some(title) = call.text("title").filter(|_| begins && !call.is_broken) {
                    let id = slug(call.text("id").unwrap_or(title));
                    sections.push(Section { id, title: title.to_owned(), nodes: Vec::new() });
                }
                push(&mut sections, Node::Call(call));
            }
        }
    }
    if let Some(notes) = notes {
        for section in &mut sections {
            let own = notes.of(&section.nodes);
            section.nodes.extend(own);
        }
    }
    sections
}

fn push(sections: &mut [Section], node: Node) {
    if let Some(last) = sections.last_mut() {
        last.nodes.push(node);
    }
}

/// Cuts HTML at the second-level headings that stand in nothing else.
fn cut_html(html: &str, sections: &mut Vec<Section>) {
    let (mut depth, mut start) = (0usize, 0);
    let mut heading: Option<(String, usize)> = None;
    for token in tokens(html) {
        match token {
            Token::Start(tag) if tag.is("h2") && depth == 0 => {
                if !html[start..tag.start].trim().is_empty() {
                    push(sections, Node::Html(html[start..tag.start].to_owned()));
                }
                start = tag.start;
                let id = tag.attribute("id");
                heading = Some((id.unwrap_or_default().into_owned(), tag.end));
                depth += 1;
            }
            Token::Start(tag) if !is_void(tag.name) => depth += 1,
            Token::End { name, start: end, .. } => {
                depth = depth.saturating_sub(1);
                if name == "h2"
                    && depth == 0
                    && let Some((id, from)) = heading.take()
                {
                    sections.push(Section { id, title: visible_words(&html[from..end]), nodes: Vec::new() });
                }
            }
            _ => {}
        }
    }
    if !html[start..].trim().is_empty() {
        push(sections, Node::Html(html[start..].to_owned()));
    }
}

/// Every place in nodes that a link can lead to.
fn ids(nodes: &[Node]) -> Vec<String> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Html(html) => {
                for token in tokens(html) {
                    if let Token::Start(tag) = token {
                        found.extend(tag.attribute("id").map(|id| id.into_owned()));
                    }
                }
            }
            Node::Call(call) => {
                found.extend(own_id(call));
                found.extend(ids(&call.body.nodes));
            }
        }
    }
    found
}

/// A component that can have an id has its title's where none was written.
fn own_id(call: &Call) -> Option<String> {
    let has_id = call.args.iter().any(|(name, arg)| name == "id" && !matches!(arg, Arg::Contact(_)));
    has_id.then(|| call.text("id").or(call.text("title")).map(slug))?
}
