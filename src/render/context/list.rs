//! What the templates of lists, the home page, search and the statement see.

use serde::Serialize;
use serde_json::{Value as Json, json};
use tera::Value;

use super::{Link, date, foreign};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Kind, List, Listing, Page, PageId, Site, TermRef, Variant, WayToNarrow, fold};
use crate::render::{Cards, Engine, Late};

/// A door to a list.
#[derive(Clone, Debug, Serialize)]
pub struct Door {
    title: String,
    url: String,
    count: usize,
    summary: Option<String>,
    /// The language of its words, where that is not the page's own.
    lang: Option<String>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    url: Option<String>,
    current: bool,
}

/// What a list page shows; cards are finished HTML.
///
/// # Errors
/// The diagnostic of a card that cannot be rendered.
pub fn list(engine: &Engine, site: &Site, page: &Page, list: &List, cards: &Cards) -> Result<Value, Box<Diagnostic>> {
    let language = usize::from(page.variant.language);
    let mut groups = Vec::with_capacity(list.groups.len());
    for group in &list.groups {
        let mut items = Vec::with_capacity(group.items.len());
        for id in &group.items {
            items.push(cards.card(engine, site, *id, language)?);
        }
        let title = group_title(engine, language, &group.title);
        let id = title.as_ref().map(|title| format!("list-{}", crate::model::slug(title)));
        let mut map = tera::Map::new();
        map.insert("title".into(), Value::from_serializable(&title));
        map.insert("id".into(), Value::from_serializable(&id));
        map.insert("items".into(), Value::from(items));
        groups.push(Value::from(map));
    }
    let link = |id: Option<PageId>| {
        id.map(|id| Link { title: String::new(), url: site.settings.href(&site.page(id).address), lang: None })
    };
    let mut map = tera::Map::new();
    map.insert("groups".into(), Value::from(groups));
    map.insert("doors".into(), Value::from_serializable(&doors(site, language, &list.doors)));
    map.insert("letters".into(), Value::from_serializable(&letters(site, page, list)));
    map.insert("previous".into(), Value::from_serializable(&link(list.previous)));
    map.insert("next".into(), Value::from_serializable(&link(list.next)));
    map.insert("narrowing".into(), Value::from_serializable(&narrowing(engine, site, page, list)));
    map.insert("page_number".into(), Value::from(list.part as u64));
    map.insert("page_count".into(), Value::from(list.parts as u64));
    Ok(Value::from(map))
}

/// The ways to narrow a list. A choice leads to the list that has it, and where there is none to the search with that
/// choice made, which only a script shows.
fn narrowing(engine: &Engine, site: &Site, page: &Page, list: &List) -> Json {
    let (language, narrowing) = (usize::from(page.variant.language), &list.narrowing);
    let href = |id: PageId| site.settings.href(&site.page(id).address);
    let code = engine.code(language);
    let home = if language == 0 { "/".to_owned() } else { format!("/{code}/") };
    let search = site.settings.href(&format!("{home}search/"));
    let asked = |term: TermRef| format!("{}={}", site.taxonomies[usize::from(term.taxonomy)].key, site.term(term).slug);
    let own: Vec<String> = narrowing.own.iter().map(|term| asked(*term)).collect();
    let way = |way: &WayToNarrow| {
        let taxonomy = &site.taxonomies[way.taxonomy];
        let choice = |(term, target): &(TermRef, Option<PageId>)| {
            let listed = site.by_address.get(&site.term_address(*term)).map(|id| site.page(*id));
            let best = listed.and_then(|listed| site.best_for(listed.group, page.variant)).map(|id| site.page(id));
            let asked = own.iter().cloned().chain([asked(*term)]).collect::<Vec<_>>().join("&");
            json!({
                "title": best.map_or(site.term(*term).name.as_str(), |best| best.common.safe_title()),
                "lang": foreign(site, best.map_or(0, Page::words_language), language),
                "url": target.map(href), "search": format!("{search}#{asked}"), "mark": term_mark(*term),
                "slug": site.term(*term).slug, "current": way.current == Some(*term),
            })
        };
        let title = engine.messages.format(code, &format!("narrow_{}", way.key), None);
        json!({
            "key": way.key, "title": title.unwrap_or_else(|| taxonomy.title.clone()), "whole": way.whole.map(href),
            "in_place": way.current.is_none() && list.parts == 1,
            "has_pages": way.choices.iter().any(|(_, target)| target.is_some()),
            "choices": way.choices.iter().map(choice).collect::<Vec<_>>(),
        })
    };
    if narrowing.ways.is_empty() {
        return Json::Null;
    }
    let has_pages = narrowing.ways.iter().flat_map(|way| &way.choices).any(|(_, target)| target.is_some());
    json!({ "ways": narrowing.ways.iter().map(way).collect::<Vec<_>>(), "has_pages": has_pages })
}

/// A term as cards carry it for the script that narrows lists.
pub fn term_mark(term: TermRef) -> String {
    format!("{}.{}", term.taxonomy, term.term)
}

/// A group's heading: what `load` wrote, or the message that it named, in the reader's language.
fn group_title(engine: &Engine, language: usize, title: &str) -> Option<String> {
    match title.strip_prefix("message:") {
        Some(id) => Some(engine.messages.text(engine.code(language), id)),
        None => (!title.is_empty()).then(|| title.to_owned()),
    }
}

fn doors(site: &Site, reader: usize, doors: &[(PageId, usize)]) -> Vec<Door> {
    let door = |(id, count): &(PageId, usize)| {
        let page = site.page(*id);
        Door {
            title: page.common.safe_title().to_owned(),
            url: site.settings.href(&page.address),
            count: *count,
            summary: page.common.summary.clone(),
            lang: foreign(site, page.words_language(), reader),
        }
    };
    doors.iter().map(door).collect()
}

fn letters(site: &Site, page: &Page, list: &List) -> Vec<Letter> {
    let own = match page.kind {
        Kind::List(Listing::AToZ(letter)) => letter,
        _ => None,
    };
    let letter = |(letter, target): &(char, Option<PageId>)| {
        let heading = if *letter == '0' { "0 to 9".to_owned() } else { letter.to_uppercase().collect() };
        let url = match target {
            Some(id) => site.settings.href(&site.page(*id).address),
            None => format!("#list-{}", fold(&heading).replace(' ', "-")),
        };
        Letter { letter: heading, url: Some(url), current: own == Some(*letter) }
    };
    list.letters.iter().map(letter).collect()
}

/// The doors to the terms of a taxonomy, as a reader of a variant meets them.
pub fn doors_of(site: &Site, key: &str, reader: Variant) -> Vec<Door> {
    let Some(list) = site.by_address.get(&format!("/{key}/")) else {
        return Vec::new();
    };
    let Some(list) = site.lists.get(list) else {
        return Vec::new();
    };
    let best = |(id, count): &(PageId, usize)| (site.best_for(site.page(*id).group, reader).unwrap_or(*id), *count);
    doors(site, usize::from(reader.language), &list.doors.iter().map(best).collect::<Vec<_>>())
}

/// What the home page adds to its own words.
///
/// # Errors
/// The diagnostic of a card that cannot be rendered.
pub fn home(engine: &Engine, site: &Site, page: &Page, cards: &Cards) -> Result<Value, Box<Diagnostic>> {
    let language = usize::from(page.variant.language);
    let mut map = tera::Map::new();
    for key in ["audiences", "conditions", "moments", "topics"] {
        map.insert(key.into(), Value::from_serializable(&doors_of(site, key, page.variant)));
    }
    let updates = site.by_address.get("/updates/").and_then(|id| site.lists.get(id));
    let newest = updates.iter().flat_map(|list| &list.groups).flat_map(|group| &group.items).take(3);
    let mut items = Vec::new();
    for id in newest {
        items.push(cards.card(engine, site, *id, language)?);
    }
    map.insert("updates".into(), Value::from(if language == 0 { items } else { Vec::new() }));
    Ok(Value::from(map))
}

/// What the search page needs to start its script, and where else a reader can look.
pub fn search(engine: &Engine, site: &Site, page: &Page, late: &Late) -> Json {
    let href = |address: &str| site.settings.href(address);
    let topics: Vec<Door> = doors_of(site, "topics", page.variant);
    // As data within HTML: nothing in it may look like a tag.
    let indexes: Vec<String> = late.indexes.iter().map(|index| index.to_string().replace('<', "\\u003c")).collect();
    json!({
        "script": href(engine.bundle.address("search.js")),
        "indexes": indexes,
        "topics": topics,
        "a_to_z": href("/a-to-z/"),
        "near": site.best_at("/near/", page.variant).map(|near| href(&near.address)),
        "areas": site.by_address.contains_key("/areas/").then(|| href("/areas/")),
    })
}

/// What the accessibility statement tells of this build's findings: each rule's errors and warnings, counted.
pub fn statement(engine: &Engine, site: &Site, page: &Page, findings: &[Diagnostic]) -> Json {
    let mut rules: Vec<(&str, u32, &str)> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.severity > Severity::Advice) {
        match rules.iter_mut().find(|(rule, _, _)| *rule == finding.rule) {
            Some((_, count, _)) => *count += finding.count,
            None => rules.push((finding.rule, finding.count, &finding.message)),
        }
    }
    rules.sort_unstable();
    let findings: Vec<Json> = rules
        .iter()
        .map(|(rule, count, message)| json!({ "rule": rule, "count": count, "message": message }))
        .collect();
    json!({
        "organisation": site.settings.organisation.name,
        "findings": findings,
        "prepared": date(engine, usize::from(page.variant.language), site.today),
    })
}
