//! Says which pages stand on each list, in which order and under which heading.

use std::collections::{BTreeMap, HashMap};

use super::combine::narrowing;
use crate::model::ContentType;
use crate::model::{Details, Form, Kind, List, ListGroup, Listing, Page, PageId, Site, Status, TermRef, Variant, fold};

/// How many pages stand on one part of a list.
pub(super) const PART: usize = 100;

/// The pages of a site by where they are listed: standard pages of the main language, in the order of titles.
pub(super) struct Catalogue {
    by_section: HashMap<PageId, Vec<PageId>>,
    classified: Vec<PageId>,
    by_term: BTreeMap<TermRef, Vec<PageId>>,
    by_letter: BTreeMap<char, Vec<PageId>>,
    by_form: HashMap<Variant, Vec<PageId>>,
    by_language: HashMap<u8, Vec<PageId>>,
}

impl Catalogue {
    pub(super) fn new(site: &Site) -> Self {
        let mut order: Vec<(String, PageId)> = site
            .pages
            .iter()
            .filter(|page| page.is_listed() && page.part == 1)
            .map(|page| (fold(page.common.safe_title()), page.id))
            .collect();
        order.sort();
        let mut catalogue = Self {
            by_section: HashMap::new(),
            classified: Vec::new(),
            by_term: BTreeMap::new(),
            by_letter: BTreeMap::new(),
            by_form: HashMap::new(),
            by_language: HashMap::new(),
        };
        for (title, id) in order {
            catalogue.add(site.page(id), &title);
        }
        catalogue
    }

    /// A service that has ended stands in the A to Z alone, where those who know its name look for it.
    fn add(&mut self, page: &Page, title: &str) {
        if matches!(&page.details, Details::Service(service) if service.status == Status::Ended) {
            if page.variant == (Variant { language: 0, form: Form::Standard }) && page.kind == Kind::Content {
                self.add_to_letter(page, title);
            }
            return;
        }
        if page.variant.form != Form::Standard && !matches!(page.kind, Kind::List(_)) {
            self.by_form.entry(page.variant).or_default().push(page.id);
        }
        if page.variant.language > 0 && page.variant.form == Form::Standard && page.kind == Kind::Content {
            self.by_language.entry(page.variant.language).or_default().push(page.id);
        }
        let is_main = page.variant == Variant { language: 0, form: Form::Standard };
        if !is_main || page.origin.is_none() || !matches!(page.kind, Kind::Content | Kind::Section) {
            return;
        }
        if let Some(section) = page.section {
            self.by_section.entry(section).or_default().push(page.id);
        }
        if page.kind == Kind::Section {
            return;
        }
        if !page.common.terms.is_empty() {
            self.classified.push(page.id);
        }
        for term in &page.common.terms {
            self.by_term.entry(*term).or_default().push(page.id);
        }
        if !matches!(page.content_type, ContentType::Update | ContentType::Event) {
            self.add_to_letter(page, title);
        }
    }

    fn add_to_letter(&mut self, page: &Page, title: &str) {
        let letter = title.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('0');
        let letter = if letter.is_ascii_digit() { '0' } else { letter };
        self.by_letter.entry(letter).or_default().push(page.id);
    }

    /// The pages directly below a section.
    pub(super) fn below(&self, section: PageId) -> Vec<PageId> {
        self.by_section.get(&section).cloned().unwrap_or_default()
    }

    pub(super) fn has_term(&self, term: TermRef) -> bool {
        self.by_term.contains_key(&term)
    }

    /// The pages that have terms, in the order of titles.
    pub(super) fn classified(&self) -> &[PageId] {
        &self.classified
    }

    /// The pages that have two terms, in the order of titles.
    fn both(&self, site: &Site, term: TermRef, area: TermRef) -> Vec<PageId> {
        let all = self.by_term.get(&term).map_or(&[][..], Vec::as_slice);
        all.iter().copied().filter(|id| site.page(*id).common.terms.contains(&area)).collect()
    }

    /// The letters that have a page of their own: none where everything fits on one.
    pub(super) fn letters(&self) -> Vec<char> {
        let count: usize = self.by_letter.values().map(Vec::len).sum();
        if count <= PART { Vec::new() } else { self.by_letter.keys().copied().collect() }
    }

    /// Everything that a page lists, under its headings, as a reader of the page's variant should meet it.
    pub(super) fn groups(&self, site: &Site, page: &Page) -> Vec<ListGroup> {
        let mut groups = match &page.kind {
            Kind::Section => self.section(site, page),
            // The home page of another language is the door to everything in it.
            Kind::Home if page.variant.form == Form::Standard => {
                by_type(site, self.by_language.get(&page.variant.language).map_or(&[], Vec::as_slice), true)
            }
            Kind::List(Listing::Term(term)) => by_type(site, self.by_term.get(term).map_or(&[], Vec::as_slice), false),
            Kind::List(Listing::Both(term, area)) => by_type(site, &self.both(site, *term, *area), false),
            Kind::List(Listing::AToZ(letter)) => self.a_to_z(*letter),
            // Without headings for types of pages: those are words that these readers do not need.
            Kind::List(Listing::EasyDoor) => self.whole_door(page.variant, "all_easy"),
            Kind::List(Listing::BslDoor) => self.bsl_door(site, page.variant),
            Kind::List(Listing::YoungDoor) => self.whole_door(page.variant, "all_young"),
            _ => Vec::new(),
        };
        if page.variant != (Variant { language: 0, form: Form::Standard }) {
            for item in groups.iter_mut().flat_map(|group| &mut group.items) {
                *item = site.best_for(site.page(*item).group, page.variant).unwrap_or(*item);
            }
        }
        groups
    }

    fn section(&self, site: &Site, page: &Page) -> Vec<ListGroup> {
        let main = site.group(page.group).main.unwrap_or(page.id);
        let mut items = self.by_section.get(&main).cloned().unwrap_or_default();
        match page.content_type {
            ContentType::Update => items.sort_by_key(|id| std::cmp::Reverse(date(site.page(*id)))),
            ContentType::Event => items.sort_by_key(|id| date(site.page(*id))),
            ContentType::Consultation => items.sort_by_key(|id| std::cmp::Reverse(date(site.page(*id)))),
            ContentType::Glossary => return by_letter(site, &items),
            _ => {}
        }
        one(items)
    }

    fn a_to_z(&self, letter: Option<char>) -> Vec<ListGroup> {
        let group =
            |(letter, items): (&char, &Vec<PageId>)| ListGroup { title: heading(*letter), items: items.clone() };
        match letter {
            Some(letter) => self.by_letter.get_key_value(&letter).map(group).into_iter().collect(),
            None if self.letters().is_empty() => self.by_letter.iter().map(group).collect(),
            None => Vec::new(),
        }
    }

    /// Every page of a form in one list, under a heading of the theme's messages.
    fn whole_door(&self, variant: Variant, heading: &str) -> Vec<ListGroup> {
        let mut groups = one(self.by_form.get(&variant).cloned().unwrap_or_default());
        for group in &mut groups {
            group.title = format!("message:{heading}");
        }
        groups
    }

    fn bsl_door(&self, site: &Site, variant: Variant) -> Vec<ListGroup> {
        by_topic(site, self.by_form.get(&variant).map_or(&[], Vec::as_slice))
    }
}

fn one(items: Vec<PageId>) -> Vec<ListGroup> {
    if items.is_empty() { Vec::new() } else { vec![ListGroup { title: String::new(), items }] }
}

fn heading(letter: char) -> String {
    if letter == '0' { "0 to 9".into() } else { letter.to_uppercase().collect() }
}

fn by_letter(site: &Site, items: &[PageId]) -> Vec<ListGroup> {
    let mut letters: BTreeMap<char, Vec<PageId>> = BTreeMap::new();
    for id in items {
        let title = fold(site.page(*id).common.safe_title());
        letters.entry(title.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('0')).or_default().push(*id);
    }
    letters.into_iter().map(|(letter, items)| ListGroup { title: heading(letter), items }).collect()
}

/// Services first, then everything else, each type as a group of its own; the group's title names a
/// message, which `render` puts into the reader's language.
fn by_type(site: &Site, items: &[PageId], always_titled: bool) -> Vec<ListGroup> {
    let mut groups: BTreeMap<(bool, ContentType), Vec<PageId>> = BTreeMap::new();
    for id in items {
        let content_type = site.page(*id).content_type;
        groups.entry((content_type != ContentType::Service, content_type)).or_default().push(*id);
    }
    let titled = always_titled || groups.len() > 1;
    let title = |content_type: ContentType| {
        if titled { format!("message:type_{}", content_type.name()) } else { String::new() }
    };
    groups.into_iter().map(|((_, content_type), items)| ListGroup { title: title(content_type), items }).collect()
}

/// Each page under the first of its topics, those without one first; all in one group where the topics do not part them.
fn by_topic(site: &Site, items: &[PageId]) -> Vec<ListGroup> {
    let mut groups: BTreeMap<Option<TermRef>, Vec<PageId>> = BTreeMap::new();
    for id in items {
        let mut topics = site.page(*id).common.terms.iter().filter(|term| site.key_of(**term) == "topics");
        groups.entry(topics.next().copied()).or_default().push(*id);
    }
    if groups.len() < 2 {
        return one(items.to_vec());
    }
    let title = |topic: Option<TermRef>| match topic {
        Some(topic) => site.term(topic).name.clone(),
        None => "message:type_page".to_owned(),
    };
    groups.into_iter().map(|(topic, items)| ListGroup { title: title(topic), items }).collect()
}

fn date(page: &Page) -> Option<jiff::civil::Date> {
    match &page.details {
        Details::Update(update) => Some(update.date),
        Details::Event(event) => Some(event.starts.day()),
        Details::Consultation(consultation) => Some(consultation.closes),
        _ => None,
    }
}

/// Fills `site.lists` and the pages of each term; the site must be numbered.
pub(super) fn fill(site: &mut Site) {
    let catalogue = Catalogue::new(site);
    let mut lists = BTreeMap::new();
    for page in &site.pages {
        if page.is_public() && !matches!(page.kind, Kind::Content | Kind::Bsl | Kind::Handout) {
            let list = list(site, &catalogue, page);
            if !list.groups.is_empty() || !list.doors.is_empty() || !list.letters.is_empty() {
                lists.insert(page.id, list);
            }
        }
    }
    site.lists = lists;
    for (term, pages) in catalogue.by_term {
        site.taxonomies[usize::from(term.taxonomy)].terms[usize::from(term.term)].pages = pages;
    }
}

fn list(site: &Site, catalogue: &Catalogue, page: &Page) -> List {
    let groups = catalogue.groups(site, page);
    let items: Vec<PageId> = groups.iter().flat_map(|group| &group.items).copied().collect();
    let count = items.len();
    let part = usize::from(page.part);
    let base = match part {
        1 => page.address.as_str(),
        _ => page.address.strip_suffix(&format!("page/{part}/")).unwrap_or(&page.address),
    };
    let address_of = |part: usize| if part == 1 { base.to_owned() } else { format!("{base}page/{part}/") };
    let parts = count.div_ceil(PART).max(1);
    let find = |part: usize| site.by_address.get(&address_of(part)).copied();
    List {
        narrowing: narrowing(site, page, &items),
        groups: slice(groups, (part - 1) * PART, part * PART),
        doors: doors(site, catalogue, page),
        letters: letters(site, catalogue, page),
        part,
        parts,
        previous: (part > 1).then(|| find(part - 1)).flatten(),
        next: (part < parts).then(|| find(part + 1)).flatten(),
    }
}

/// The pages of groups from one position up to another, counted over all groups.
fn slice(groups: Vec<ListGroup>, from: usize, to: usize) -> Vec<ListGroup> {
    let mut at = 0;
    let mut kept = Vec::new();
    for mut group in groups {
        let end = at + group.items.len();
        let (start, stop) = (from.clamp(at, end) - at, to.clamp(at, end) - at);
        at = end;
        if start < stop {
            group.items = group.items[start..stop].to_vec();
            kept.push(group);
        }
    }
    kept
}

fn doors(site: &Site, catalogue: &Catalogue, page: &Page) -> Vec<(PageId, usize)> {
    if page.kind == Kind::Section && page.content_type == ContentType::Strategy {
        return progress_doors(site, page);
    }
    let Kind::List(Listing::Taxonomy(position)) = page.kind else {
        return Vec::new();
    };
    let taxonomy = u16::try_from(position).unwrap_or(u16::MAX);
    let terms = 0..site.taxonomies[position].terms.len();
    terms
        .filter_map(|number| {
            let term = TermRef { taxonomy, term: u16::try_from(number).ok()? };
            let count = catalogue.by_term.get(&term)?.len();
            let id = site.by_address.get(&site.term_address(term)).copied()?;
            Some((site.best_for(site.page(id).group, page.variant).unwrap_or(id), count))
        })
        .collect()
}

/// From the strategies to how they are going, and to the reports of past years.
fn progress_doors(site: &Site, page: &Page) -> Vec<(PageId, usize)> {
    let Some(progress) =
        site.by_address.get(&format!("{}progress/", super::assemble::main_address(page, &site.settings)))
    else {
        return Vec::new();
    };
    let is_progress = |id: &PageId| matches!(site.page(*id).kind, Kind::List(Listing::Progress | Listing::Report(_)));
    let reports = site.pages.iter().filter(|page| page.section == Some(*progress)).map(|page| page.id);
    let doors = std::iter::once(*progress).chain(reports).filter(is_progress);
    doors.map(|id| (site.best_for(site.page(id).group, page.variant).unwrap_or(id), 0)).collect()
}

/// The letters of the A to Z, and those of a glossary, whose words all stand on its own page.
fn letters(site: &Site, catalogue: &Catalogue, page: &Page) -> Vec<(char, Option<PageId>)> {
    if page.kind == Kind::Section && page.content_type == ContentType::Glossary && page.part == 1 {
        let groups = catalogue.groups(site, page);
        let count: usize = groups.iter().map(|group| group.items.len()).sum();
        let first = |group: &ListGroup| Some((group.title.to_lowercase().chars().next()?, None));
        return if groups.len() > 1 && count <= PART { groups.iter().filter_map(first).collect() } else { Vec::new() };
    }
    if !matches!(page.kind, Kind::List(Listing::AToZ(_))) || page.part > 1 {
        return Vec::new();
    }
    let letters = catalogue.by_letter.keys();
    letters.map(|letter| (*letter, site.by_address.get(&format!("/a-to-z/{letter}/")).copied())).collect()
}
