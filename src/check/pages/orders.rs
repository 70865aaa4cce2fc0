//! In which order the parts around the text of a page stand, and what is in them: menus, ways to get help.
//!
//! Pages made from one template share their orders, so each is kept once with the number of its pages.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::addresses::joined;
use crate::check::FinishedContext;
use crate::html::access::Role;
use crate::html::{Element, Name, collapse};

/// Entries of one menu that are looked at.
const MOST_ENTRIES: usize = 200;
/// Different orders and different entries that are kept; a folder with more has no menu that its pages share.
const MOST_ORDERS: usize = 2_000;
const MOST_NAMES: usize = 20_000;
/// Orders that others are held against, the most frequent first.
const MODELS: usize = 20;

/// Something that has a place in an order: a link of a menu, a way to get help, a part of the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Its words.
    name: String,
    /// Where it leads, in a way that is the same on every page.
    target: String,
    /// Whether it leads to help: a phone number, an email address, a page of contacts.
    is_help: bool,
}

/// A part of pages: the language of the page, the part's role and its name. Only the same part of two pages is compared.
type Part = (String, &'static str, String);
/// Orders, each with the number of its pages and the first of them.
type Counted = BTreeMap<Vec<u32>, (u32, u32)>;

/// The order of what is in one part of a page, or of its parts.
#[derive(Clone, Debug)]
pub struct Order {
    part: Part,
    entries: Vec<Entry>,
}

/// The role under which the parts of the page themselves stand.
const WHOLE: &str = "page";

/// Reads the orders of a page. What stands in the main part is the page's own.
pub fn read(context: &FinishedContext<'_>, own: &str) -> Vec<Order> {
    let access = &context.access;
    let language = context.document.all(Name::Html).next().and_then(|html| html.attribute("lang")).unwrap_or_default();
    let language = language.trim().to_ascii_lowercase();
    let mut orders = vec![Order { part: (language.clone(), WHOLE, String::new()), entries: Vec::new() }];
    // The parts that an element lies in: where each ends, and its order.
    let mut within: Vec<(usize, usize)> = Vec::new();
    let mut main_end = 0;
    for element in context.document.elements() {
        if element.order() < main_end || access.is_hidden(&element) {
            continue;
        }
        while within.last().is_some_and(|(end, _)| element.order() >= *end) {
            within.pop();
        }
        let role = access.role(&element);
        if role.is_link() && element.has("href") {
            let Some(entry) = entry(&element, own) else { continue };
            if entry.is_help {
                push(&mut orders[0], entry.clone());
            }
            if let Some((_, order)) = within.last() {
                push(&mut orders[*order], entry);
            }
            continue;
        }
        let Some(what) = part(role) else { continue };
        let name = if element.has("aria-label") || element.has("aria-labelledby") {
            access.name(&element)
        } else {
            String::new()
        };
        push(&mut orders[0], Entry { name: name.clone(), target: what.into(), is_help: false });
        if role == Role::MAIN {
            main_end = element.order_after();
            continue;
        }
        within.push((element.order_after(), orders.len()));
        orders.push(Order { part: (language.clone(), what, name), entries: Vec::new() });
    }
    for order in &mut orders {
        drop_repeats(&mut order.entries);
    }
    orders.retain(|order| order.entries.len() > 1);
    orders
}

fn push(order: &mut Order, entry: Entry) {
    if order.entries.len() < MOST_ENTRIES {
        order.entries.push(entry);
    }
}

/// What stands in two places of an order has no place in it.
fn drop_repeats(entries: &mut Vec<Entry>) {
    let mut counts: HashMap<&Entry, usize> = HashMap::with_capacity(entries.len());
    for entry in entries.iter() {
        *counts.entry(entry).or_default() += 1;
    }
    if counts.len() < entries.len() {
        let mut is_kept: Vec<bool> = entries.iter().map(|entry| counts[entry] == 1).collect();
        is_kept.reverse();
        entries.retain(|_| is_kept.pop().unwrap_or_default());
    }
}

fn part(role: Role) -> Option<&'static str> {
    Some(match role {
        Role::BANNER => "banner",
        Role::CONTENTINFO => "contentinfo",
        Role::COMPLEMENTARY => "complementary",
        Role::MAIN => "main",
        Role::NAVIGATION => "navigation",
        Role::SEARCH => "search",
        _ => return None,
    })
}

/// A link as an entry; nothing where it leads to a place on the same page.
fn entry(link: &Element<'_, '_>, own: &str) -> Option<Entry> {
    let href = link.attribute("href")?;
    let target = joined(own, &href)?;
    let name = link.attribute("aria-label").map_or_else(|| link.text(), |label| collapse(&label));
    let is_help = is_help(&target, &name);
    Some(Entry { name, target, is_help })
}

/// Whether a link is a way to get help (WCAG 2.2, 3.2.6): a person's details or a way to reach one, or a page of help.
fn is_help(target: &str, name: &str) -> bool {
    const SCHEMES: [&str; 4] = ["tel:", "sms:", "mailto:", "whatsapp:"];
    const NAMES: [&str; 14] = [
        "chat",
        "contact",
        "contact us",
        "faq",
        "faqs",
        "frequently asked questions",
        "get help",
        "get in touch",
        "get support",
        "help",
        "help and support",
        "live chat",
        "support",
        "web chat",
    ];
    SCHEMES.iter().any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
        || NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The orders of many pages.
#[derive(Debug, Default)]
pub struct Orders {
    entries: Vec<Entry>,
    known: HashMap<Entry, u32>,
    /// By part, then by what stands in it: how many pages have it so, and the first of them.
    parts: BTreeMap<Part, Counted>,
    count: usize,
}

/// Two things that stand in one order here and in the other elsewhere.
#[derive(Clone, Debug)]
pub struct Turned {
    /// The part of the page that they stand in, in words.
    pub part: String,
    /// What stands first here, in words.
    pub first: String,
    /// What stands behind it here.
    pub second: String,
    /// Whether one of them is a way to get help.
    pub is_help: bool,
    /// How many pages have them so, and the first of each kind of page.
    pub count: u32,
    /// Examples of such pages, in order.
    pub pages: Vec<u32>,
    /// How many pages have them the other way round in the most frequent order, and the first of them.
    pub usual: (u32, u32),
}

impl Orders {
    /// Takes in the orders of a page.
    pub fn add(&mut self, page: u32, orders: Vec<Order>) {
        for order in orders {
            let entries: Vec<u32> = order.entries.into_iter().filter_map(|entry| self.intern(entry)).collect();
            let part = self.parts.entry(order.part).or_default();
            if let Some((count, _)) = part.get_mut(&entries) {
                *count += 1;
            } else if self.count < MOST_ORDERS {
                self.count += 1;
                part.insert(entries, (1, page));
            }
        }
    }

    fn intern(&mut self, entry: Entry) -> Option<u32> {
        if let Some(known) = self.known.get(&entry) {
            return Some(*known);
        }
        let id = u32::try_from(self.entries.len()).ok().filter(|_| self.entries.len() < MOST_NAMES)?;
        self.entries.push(entry.clone());
        self.known.insert(entry, id);
        Some(id)
    }

    /// What stands in another order than on most pages that have both.
    pub fn turned(&self) -> Vec<Turned> {
        let mut found: BTreeMap<(&Part, u32, u32), Turned> = BTreeMap::new();
        for (part, orders) in &self.parts {
            let counts = self.counts(orders);
            let pages: u32 = orders.values().map(|(count, _)| count).sum();
            // What stands on a few pages only is repeated nowhere.
            let is_repeated = |entry: &u32| counts[entry] > 1 && counts[entry] * 3 >= pages;
            let mut ranked: Vec<(&Vec<u32>, u32, u32)> =
                orders.iter().map(|(entries, (count, first))| (entries, *count, *first)).collect();
            ranked.sort_by_key(|(_, count, first)| (std::cmp::Reverse(*count), *first));
            for (rank, (entries, count, page)) in ranked.iter().enumerate() {
                let kept: Vec<u32> = entries.iter().copied().filter(is_repeated).collect();
                let models = ranked[..rank.min(MODELS)].iter();
                let pairs =
                    models.map(|model| (model, self.pairs(model.0, &kept))).find(|(_, pairs)| !pairs.is_empty());
                let Some((model, pairs)) = pairs else { continue };
                for (first, second) in pairs {
                    let turned = found.entry((part, first, second)).or_insert_with(|| Turned {
                        part: part_in_words(part),
                        first: self.in_words(first),
                        second: self.in_words(second),
                        is_help: self.is_help(first) || self.is_help(second),
                        count: 0,
                        pages: Vec::new(),
                        usual: (model.1, model.2),
                    });
                    turned.count += count;
                    turned.pages.push(*page);
                }
            }
        }
        // What has changed places within a part has done so on the page.
        let within: BTreeSet<(u32, u32)> =
            found.keys().filter(|(part, ..)| part.1 != WHOLE).map(|(_, first, second)| (*first, *second)).collect();
        found.retain(|(part, first, second), _| part.1 != WHOLE || !within.contains(&(*first, *second)));
        let mut found: Vec<Turned> = found.into_values().collect();
        found.iter_mut().for_each(|turned| turned.pages.sort_unstable());
        found
    }

    fn counts(&self, orders: &Counted) -> HashMap<u32, u32> {
        let mut counts = HashMap::new();
        for (entries, (count, _)) in orders {
            for entry in entries {
                *counts.entry(*entry).or_default() += count;
            }
        }
        counts
    }

    /// The first neighbours that a model has the other way round: two that are no help, and two of which one is.
    fn pairs(&self, model: &[u32], entries: &[u32]) -> Vec<(u32, u32)> {
        let places: HashMap<u32, usize> = model.iter().copied().zip(0..).collect();
        let shared: Vec<(u32, usize)> =
            entries.iter().filter_map(|entry| Some((*entry, *places.get(entry)?))).collect();
        let turned = shared.windows(2).filter(|pair| pair[0].1 > pair[1].1).map(|pair| (pair[0].0, pair[1].0));
        let (help, other): (Vec<_>, Vec<_>) =
            turned.partition(|(first, second)| self.is_help(*first) || self.is_help(*second));
        other.into_iter().take(1).chain(help.into_iter().take(1)).collect()
    }

    fn is_help(&self, entry: u32) -> bool {
        self.entries[entry as usize].is_help
    }

    fn in_words(&self, entry: u32) -> String {
        let Entry { name, target, .. } = &self.entries[entry as usize];
        let part = match target.as_str() {
            "banner" => "the header",
            "contentinfo" => "the footer",
            "complementary" => "the part at the side",
            "main" => "the main part",
            "navigation" => "the menu",
            "search" => "the search",
            _ => return format!("\"{name}\""),
        };
        if name.is_empty() { part.to_owned() } else { format!("{part} \"{name}\"") }
    }
}

fn part_in_words((_, role, name): &Part) -> String {
    let part = match *role {
        WHOLE => return "on the page".into(),
        "banner" => "in the header",
        "contentinfo" => "in the footer",
        "complementary" => "in the part at the side",
        "search" => "in the search",
        _ => "in the menu",
    };
    if name.is_empty() { part.to_owned() } else { format!("{part} \"{name}\"") }
}
