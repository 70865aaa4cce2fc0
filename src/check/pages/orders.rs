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
/// Orders that others are held against to find what has changed places, the most frequent first.
const MODELS: usize = 20;
/// Pairs of one part that are then counted on all pages.
const MOST_PAIRS: usize = 500;

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
    /// How many pages have them the other way round, and one of them.
    pub usual: (u32, u32),
}

impl Orders {
    /// Takes in the orders of a page.
    pub fn add(&mut self, page: u32, orders: Vec<Order>) {
        for order in orders {
            let entries: Vec<u32> = order.entries.into_iter().filter_map(|entry| self.intern(entry)).collect();
            if let Some((count, _)) = self.parts.get_mut(&order.part).and_then(|part| part.get_mut(&entries)) {
                *count += 1;
            } else if self.count < MOST_ORDERS {
                self.count += 1;
                self.parts.entry(order.part).or_default().insert(entries, (1, page));
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

    /// What stands in another order than on more than twice as many pages.
    pub fn turned(&self) -> Vec<Turned> {
        let mut found: BTreeMap<(&Part, u32, u32), Turned> = BTreeMap::new();
        for (part, orders) in &self.parts {
            let orders = ranked(orders);
            let pairs: Vec<Pair> = neighbours(&orders).into_iter().filter_map(|pair| judged(&orders, pair)).collect();
            for order in &orders {
                for pair in self.first_turned(order, &pairs) {
                    let Pair { first, second, usual } = *pair;
                    let turned = found.entry((part, first, second)).or_insert_with(|| Turned {
                        part: part_in_words(part),
                        first: self.in_words(first),
                        second: self.in_words(second),
                        is_help: self.is_help_in(pair),
                        count: 0,
                        pages: Vec::new(),
                        usual,
                    });
                    turned.count += order.count;
                    turned.pages.push(order.page);
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

    /// Of the pairs that an order has as few pages do, the two that say most: the nearest without help, and with it.
    fn first_turned<'p>(&self, order: &Ranked, pairs: &'p [Pair]) -> impl Iterator<Item = &'p Pair> {
        let mut nearest: [Option<(usize, usize, &Pair)>; 2] = [None; 2];
        for pair in pairs {
            let (Some(first), Some(second)) = (order.places.get(&pair.first), order.places.get(&pair.second)) else {
                continue;
            };
            let Some(distance) = second.checked_sub(*first) else { continue };
            let known = &mut nearest[usize::from(self.is_help_in(pair))];
            if known.is_none_or(|(least, place, _)| (distance, *first) < (least, place)) {
                *known = Some((distance, *first, pair));
            }
        }
        nearest.into_iter().flatten().map(|(.., pair)| pair)
    }

    fn is_help_in(&self, pair: &Pair) -> bool {
        self.is_help(pair.first) || self.is_help(pair.second)
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

/// An order of a part without what few pages have.
struct Ranked {
    entries: Vec<u32>,
    /// Where each entry stands.
    places: HashMap<u32, usize>,
    count: u32,
    /// The first of its pages.
    page: u32,
}

/// Two things that stand in this order on few pages.
struct Pair {
    first: u32,
    second: u32,
    /// How many pages have them the other way round, and one of them.
    usual: (u32, u32),
}

/// The orders of a part, the most frequent first.
fn ranked(orders: &Counted) -> Vec<Ranked> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for (entries, (count, _)) in orders {
        for entry in entries {
            *counts.entry(*entry).or_default() += count;
        }
    }
    let pages: u32 = orders.values().map(|(count, _)| count).sum();
    // What stands on a few pages only is repeated nowhere.
    let is_repeated = |entry: &u32| counts[entry] > 1 && counts[entry] * 3 >= pages;
    let ranked = orders.iter().map(|(entries, (count, page))| {
        let entries: Vec<u32> = entries.iter().copied().filter(is_repeated).collect();
        let places = entries.iter().copied().zip(0..).collect();
        Ranked { entries, places, count: *count, page: *page }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    ranked.sort_by_key(|order| (std::cmp::Reverse(order.count), order.page));
    ranked
}

/// Neighbours that one of the most frequent orders has the other way round.
fn neighbours(orders: &[Ranked]) -> BTreeSet<(u32, u32)> {
    let mut pairs = BTreeSet::new();
    for (rank, order) in orders.iter().enumerate() {
        for model in &orders[..rank.min(MODELS)] {
            let place = |entry: &u32| Some((*entry, *model.places.get(entry)?));
            let shared: Vec<(u32, usize)> = order.entries.iter().filter_map(place).collect();
            for pair in shared.windows(2).filter(|pair| pair[0].1 > pair[1].1) {
                if pairs.len() < MOST_PAIRS {
                    pairs.insert((pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0)));
                }
            }
        }
    }
    pairs
}

/// In which order two things stand on few pages; nothing where the other order is not on more than twice as many.
fn judged(orders: &[Ranked], (one, other): (u32, u32)) -> Option<Pair> {
    let mut ways: [(u32, Option<u32>); 2] = [(0, None); 2];
    for order in orders {
        let (Some(place), Some(behind)) = (order.places.get(&one), order.places.get(&other)) else { continue };
        let (count, page) = &mut ways[usize::from(place < behind)];
        *count += order.count;
        page.get_or_insert(order.page);
    }
    let [turned, straight] = ways;
    let (first, second, few, most) =
        if straight.0 < turned.0 { (one, other, straight, turned) } else { (other, one, turned, straight) };
    (few.0 * 2 < most.0).then_some(Pair { first, second, usual: (most.0, most.1?) })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn order(part: &str, names: &str) -> Order {
        let entry = |name: &str| Entry { name: name.into(), target: format!("/{name}/"), is_help: name == "Help" };
        let entries = names.split(' ').map(entry).collect();
        Order { part: ("en".into(), "navigation", part.into()), entries }
    }

    /// What is said of menus, each with the number of its pages.
    fn said(menus: &[(&str, u32)]) -> Vec<String> {
        let mut orders = Orders::default();
        let mut page = 0;
        for (names, count) in menus {
            for _ in 0..*count {
                orders.add(page, vec![order("Main", names)]);
                page += 1;
            }
        }
        let say = |turned: Turned| {
            let Turned { first, second, count, usual, .. } = turned;
            format!("{first} {second} on {count}, not on {} such as {}", usual.0, usual.1)
        };
        orders.turned().into_iter().map(say).collect()
    }

    #[test]
    fn pages_of_the_usual_order_are_not_reported_for_being_few() {
        assert_eq!(said(&[("A B C", 10), ("B A C", 3), ("A B", 1)]), ["\"B\" \"A\" on 3, not on 11 such as 0"]);
        assert_eq!(said(&[("B A C", 3), ("A B", 1), ("A B C", 10)]), ["\"B\" \"A\" on 3, not on 11 such as 4"]);
    }

    #[test]
    fn most_pages_are_most_pages() {
        assert_eq!(said(&[("A B", 3), ("B A C", 2), ("B A D", 2), ("B A E", 2)]), [""; 0]);
        assert_eq!(
            said(&[("A B", 2), ("B A C", 2), ("B A D", 2), ("B A E", 1)]),
            ["\"A\" \"B\" on 2, not on 5 such as 2"]
        );
        assert_eq!(said(&[("A B", 1), ("B A", 1)]), [""; 0]);
        assert_eq!(said(&[("A B", 2), ("B A", 1)]), [""; 0]);
        assert_eq!(said(&[("A B", 3), ("B A", 1)]), ["\"B\" \"A\" on 1, not on 3 such as 0"]);
    }

    #[test]
    fn of_one_menu_the_nearest_two_are_named_and_help_apart() {
        let found = said(&[("A B C Help", 9), ("Help C B A", 2)]);
        assert_eq!(found, ["\"C\" \"B\" on 2, not on 9 such as 0", "\"Help\" \"C\" on 2, not on 9 such as 0"]);
        assert_eq!(said(&[("A B C", 5), ("C A B", 1)]), ["\"C\" \"A\" on 1, not on 5 such as 0"]);
    }

    #[test]
    fn menus_with_a_name_of_their_own_on_each_page_are_kept_up_to_a_number() {
        let mut orders = Orders::default();
        for page in 0..u32::try_from(MOST_ORDERS).expect("it is small") + 10 {
            orders.add(page, vec![order(&format!("On page {page}"), "A B")]);
        }
        assert_eq!((orders.parts.len(), orders.count), (MOST_ORDERS, MOST_ORDERS));
    }
}
