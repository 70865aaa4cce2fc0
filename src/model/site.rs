//! The whole of a site without its bodies: pages, groups, terms, records and files.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{
    Area, Changes, Form, GlossaryTerm, GroupId, MediaHead, Page, PageId, Progress, Recording, Records, Service, Track,
    Uuid, Variant, Video, fold,
};
use crate::config::Settings;
use crate::source::{FileId, Files};

/// A site: everything that is known before any body is read.
#[derive(Clone, Debug)]
pub struct Site {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The day of the build.
    pub today: Date,
    /// Every page in the order of addresses; a page's id is its position.
    pub pages: Vec<Page>,
    /// Pages by their path below `content/`.
    pub by_path: HashMap<String, PageId>,
    /// Pages by address.
    pub by_address: HashMap<String, PageId>,
    /// Pages that say the same for different readers; a group's id is its position.
    pub groups: Vec<Group>,
    /// The ways to classify.
    pub taxonomies: Vec<Taxonomy>,
    /// Contacts, providers and areas.
    pub records: Records,
    /// Files below `content/` that are not pages, by path below `content/`.
    pub assets: BTreeMap<String, Asset>,
    /// What each page that lists others lists.
    pub lists: BTreeMap<PageId, List>,
    /// Signed videos by the group of their page.
    pub videos: BTreeMap<GroupId, Video>,
    /// Pages that are read aloud.
    pub recordings: BTreeMap<PageId, Recording>,
    /// Captions and chapters, by their file.
    pub tracks: BTreeMap<FileId, Track>,
    /// Pages that are shown a section at a time, by address; the first part is the page itself.
    pub parts: BTreeMap<String, Vec<Part>>,
    /// What the strategies in force promise, and how far that is.
    pub progress: Progress,
    /// What changed about the services since the last publication, and before.
    pub changes: Changes,
    /// By what a reader's own list names each service that may stand on it.
    pub list_ids: HashMap<GroupId, String>,
    /// The paths of all files.
    pub files: Arc<Files>,
}

/// A part of a page that is shown a section at a time.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its address.
    pub address: String,
    /// Its heading; empty for the page itself.
    pub title: String,
    /// The places on it that links can lead to.
    pub ids: Vec<String>,
}

/// What a page lists: pages by group, a part at a time where there are many.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// The pages of this part, under headings where there are any.
    pub groups: Vec<ListGroup>,
    /// Doors to other lists: pages with the number of pages behind each.
    pub doors: Vec<(PageId, usize)>,
    /// Letters of the A to Z and the page of each, where there is one.
    pub letters: Vec<(char, Option<PageId>)>,
    /// Which part this is, from 1.
    pub part: usize,
    /// How many parts there are; at least 1.
    pub parts: usize,
    /// The part before.
    pub previous: Option<PageId>,
    /// The part after.
    pub next: Option<PageId>,
    /// The ways to narrow it.
    pub narrowing: Narrowing,
}

/// The ways to narrow a list.
#[derive(Clone, Debug, Default)]
pub struct Narrowing {
    /// One for each taxonomy that helps.
    pub ways: Vec<WayToNarrow>,
    /// The terms that the list has already.
    pub own: Vec<TermRef>,
}

/// The terms of one taxonomy by which a list can be narrowed.
#[derive(Clone, Debug)]
pub struct WayToNarrow {
    /// The taxonomy's key.
    pub key: &'static str,
    /// Its position.
    pub taxonomy: usize,
    /// The terms, each with the list that has it, where there is one.
    pub choices: Vec<(TermRef, Option<PageId>)>,
    /// The term that the list has already: then the choices are other lists in its place.
    pub current: Option<TermRef>,
    /// The list without that term.
    pub whole: Option<PageId>,
}

/// Pages under one heading of a list.
#[derive(Clone, Debug, Default)]
pub struct ListGroup {
    /// The heading; empty for a list without.
    pub title: String,
    /// The pages.
    pub items: Vec<PageId>,
}

/// Pages that say the same for different readers.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The page for everyone in the main language, where there is one.
    pub main: Option<PageId>,
    /// All of them, standard form and main language first.
    pub pages: Vec<PageId>,
}

/// A file that may be published.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The file.
    pub file: FileId,
    /// Its size in bytes.
    pub bytes: u64,
    /// Where it is published, such as `/services/carers-hub/map.svg`.
    pub address: String,
    /// Width and height in CSS pixels, of a picture or video that says so.
    pub size: Option<(u32, u32)>,
    /// What its first bytes say, of a video or sound.
    pub media: MediaHead,
    /// Whether it is a picture that moves by itself.
    pub is_animated: bool,
}

/// A way to classify.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    /// The key in front matter and the first part of its addresses.
    pub key: String,
    /// Its name for readers.
    pub title: String,
    /// Its terms; a closed list keeps its order, an open one is sorted.
    pub terms: Vec<Term>,
}

/// A term of a taxonomy.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its name.
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// The standard pages in the main language that have it, in the order of titles.
    pub pages: Vec<PageId>,
}

/// Names a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermRef {
    /// The position of the taxonomy.
    pub taxonomy: u16,
    /// The position of the term in it.
    pub term: u16,
}

/// Where a link leads, once it was looked up.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    /// To a page, and its heading.
    Page(PageId, Option<String>),
    /// To a file that may be published.
    File(String),
    /// To a page that readers cannot see yet or any more; it is shown as plain text.
    Unpublished(PageId),
    /// To nothing.
    Missing,
}

impl Site {
    /// The address of the list of a term in an area.
    pub fn combination_address(&self, term: TermRef, area: TermRef) -> String {
        format!("{}{}/", self.term_address(term), self.term(area).slug)
    }

    /// The address of a service's contacts as a file to save; nothing where none may be offered: on a sensitive page, for
    /// a service that has ended, and where there is no number and no address to write to.
    pub fn vcard_address(&self, page: &Page) -> Option<String> {
        let main = self.page(self.group(page.group).main?);
        let super::Details::Service(service) = &main.details else {
            return None;
        };
        let can_reach = |contact: &super::Contact| {
            !contact.phones.is_empty() || !contact.texts.is_empty() || !contact.emails.is_empty()
        };
        let is_offered = main.is_listed()
            && !main.common.sensitive
            && main.kind == super::Kind::Content
            && service.status != super::Status::Ended
            && service.contacts.iter().any(can_reach);
        is_offered.then(|| format!("{}contact.vcf", main.address))
    }

    /// Whether a page is a service that open data tells of: one that may be named, whose provider may be shared.
    pub fn is_open_data(&self, page: &Page) -> bool {
        let super::Details::Service(service) = &page.details else {
            return false;
        };
        let provider = service.provider.as_deref().and_then(|written| self.records.providers.get(written));
        self.is_named_service(page) && provider.is_none_or(|provider| provider.share)
    }

    /// Whether a page is a service that may be named beside the site: its page for everyone and, where that is sensitive,
    /// with a quiet title to call it by.
    fn is_named_service(&self, page: &Page) -> bool {
        matches!(page.details, super::Details::Service(_))
            && page.is_listed()
            && page.kind == super::Kind::Content
            && page.part == 1
            && self.group(page.group).main == Some(page.id)
            && page.common.may_be_announced()
    }

    /// The namespace in which names become identifiers: another site's are never the same.
    pub fn namespace(&self) -> Uuid {
        Uuid::named(Uuid::URL, &self.settings.permalink("/"))
    }

    /// The services that may be named beside the site, in the order of addresses, each with its identifier: the one in its
    /// front matter, or one made of its address.
    pub fn services(&self) -> Vec<(&Page, &Service, Uuid)> {
        let namespace = self.namespace();
        let mut taken = HashSet::new();
        let named = self.pages.iter().filter(|page| self.is_named_service(page));
        let service = named.filter_map(|page| match &page.details {
            super::Details::Service(service) => Some((page, service.as_ref())),
            _ => None,
        });
        service
            .map(|(page, service)| {
                let written = service.id.as_deref().and_then(Uuid::read).filter(|id| !taken.contains(id));
                let id = written.unwrap_or_else(|| Uuid::named(namespace, &page.address));
                taken.insert(id);
                (page, service, id)
            })
            .collect()
    }

    /// Whether there is any open data.
    pub fn has_open_data(&self) -> bool {
        self.pages.iter().any(|page| self.is_open_data(page))
    }

    /// The feeds of what changed for each topic and area that a page has, by path, with the name of the term. None for a
    /// term that makes pages sensitive: who is seen to follow it is in danger.
    pub fn changes_feeds(&self) -> Vec<(String, String)> {
        let is_sensitive = |key: &str, name: &str| {
            self.settings.sensitive_terms.iter().any(|(taxonomy, term)| taxonomy == key && fold(term) == fold(name))
        };
        let mut feeds = Vec::new();
        for taxonomy in self.taxonomies.iter().filter(|taxonomy| ["topics", "areas"].contains(&taxonomy.key.as_str())) {
            for term in taxonomy.terms.iter().filter(|term| !term.pages.is_empty()) {
                if !is_sensitive(&taxonomy.key, &term.name) {
                    feeds.push((format!("/changes/{}/{}.xml", taxonomy.key, term.slug), term.name.clone()));
                }
            }
        }
        feeds
    }

    /// A file that may be published, with its path below `content/`.
    pub fn asset(&self, file: FileId) -> Option<(&str, &Asset)> {
        let (path, asset) = self.assets.get_key_value(self.files.path(file).strip_prefix("content/")?)?;
        Some((path.as_str(), asset))
    }

    /// A page by its id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// A term by its place.
    pub fn term(&self, term: TermRef) -> &Term {
        &self.taxonomies[usize::from(term.taxonomy)].terms[usize::from(term.term)]
    }

    /// The position of a taxonomy by its key.
    pub fn taxonomy(&self, key: &str) -> Option<usize> {
        self.taxonomies.iter().position(|taxonomy| taxonomy.key == key)
    }

    /// The key of the taxonomy that a term belongs to.
    pub fn key_of(&self, term: TermRef) -> &str {
        &self.taxonomies[usize::from(term.taxonomy)].key
    }

    /// The areas of a page.
    pub fn areas_of<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = TermRef> + 'a {
        page.common.terms.iter().copied().filter(|term| self.key_of(*term) == "areas")
    }

    /// Of how many areas a page can be.
    pub fn area_count(&self) -> usize {
        self.taxonomy("areas").map_or(0, |areas| self.taxonomies[areas].terms.len())
    }

    /// The terms of an area by its position among the records: its own, or those of all areas in it.
    pub fn terms_of_area(&self, area: usize) -> Vec<TermRef> {
        let areas = &self.records.areas;
        let (Some(taxonomy), Some(whole)) = (self.taxonomy("areas"), areas.get(area)) else {
            return Vec::new();
        };
        let by_id: HashMap<&str, &Area> = areas.iter().rev().map(|area| (area.id.as_str(), area)).collect();
        // An area that lies in itself by way of others ends here instead of going round.
        let lies_in = |area: &&Area| {
            let mut above = Some(*area);
            for _ in 0..areas.len() {
                match above {
                    Some(area) if area.id == whole.id => return true,
                    Some(area) => above = area.parent.as_deref().and_then(|parent| by_id.get(parent).copied()),
                    None => break,
                }
            }
            false
        };
        let names: Vec<String> = areas.iter().filter(lies_in).map(|area| fold(area.name.trim())).collect();
        let terms = (0u16..).zip(&self.taxonomies[taxonomy].terms);
        let is_inside = |(_, term): &(u16, &Term)| names.contains(&fold(&term.name));
        let taxonomy = u16::try_from(taxonomy).unwrap_or(u16::MAX);
        terms.filter(is_inside).map(|(term, _)| TermRef { taxonomy, term }).collect()
    }

    /// The county, for a page that is for all of it: one of every area, and one with a hidden place, which may say no
    /// more. None where the site names no county.
    pub fn county_of(&self, page: &Page) -> Option<&str> {
        let hides = matches!(&page.details, super::Details::Service(service) if service.places.iter().any(|place| place.hidden));
        let is_all = || {
            let count = self.areas_of(page).count();
            count > 1 && count == self.area_count()
        };
        let county = self.settings.organisation.county.as_str();
        (!county.is_empty() && (hides || is_all())).then_some(county)
    }

    /// The address of a term's list.
    pub fn term_address(&self, term: TermRef) -> String {
        format!("/{}/{}/", self.taxonomies[usize::from(term.taxonomy)].key, self.term(term).slug)
    }

    /// What a reader of some variant is led to by an address of the main language.
    pub fn best_at(&self, address: &str, reader: Variant) -> Option<&Page> {
        let page = self.page(*self.by_address.get(address)?);
        self.best_for(page.group, reader).map(|id| self.page(id))
    }

    /// The group of a page.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.0 as usize]
    }

    /// The page of a group that a reader of some variant should be led to: the same variant, else the standard form in
    /// the reader's language, else the reader's form in the main language, else the main page. A page that stands in
    /// for a translation is for readers of the standard form. Only what readers can see is taken.
    pub fn best_for(&self, group: GroupId, reader: Variant) -> Option<PageId> {
        let pages = &self.group(group).pages;
        let find = |language: u8, form: Form| {
            pages.iter().copied().find(|id| {
                let page = self.page(*id);
                page.variant == Variant { language, form }
                    && page.is_public()
                    && (!page.is_fallback || form == reader.form)
            })
        };
        find(reader.language, reader.form)
            .or_else(|| find(reader.language, Form::Standard))
            .or_else(|| find(0, reader.form))
            .or_else(|| find(0, Form::Standard))
            .or_else(|| pages.iter().copied().find(|id| self.page(*id).is_public()))
    }

    /// The glossary's terms in the main language that readers can see: page, title and what its type adds.
    pub fn glossary(&self) -> impl Iterator<Item = (&Page, &GlossaryTerm)> {
        self.pages.iter().filter_map(|page| match &page.details {
            super::Details::Glossary(term)
                if page.is_listed() && page.variant == Variant { language: 0, form: Form::Standard } =>
            {
                Some((page, term.as_ref()))
            }
            _ => None,
        })
    }

    /// The parts of the page that a page is or belongs to; none where it is shown whole.
    pub fn parts_of(&self, page: &Page) -> &[Part] {
        let whole = if page.is_section_of_page() { page.section.map(|id| self.page(id)) } else { Some(page) };
        whole.and_then(|whole| self.parts.get(&whole.address)).map_or(&[], Vec::as_slice)
    }

    /// The page that holds a place: another one where a page is shown a section at a time.
    pub fn page_with(&self, page: PageId, place: &str) -> PageId {
        let parts = self.parts_of(self.page(page));
        let part = parts.iter().find(|part| part.ids.iter().any(|id| id == place));
        part.and_then(|part| self.by_address.get(&part.address)).copied().unwrap_or(page)
    }

    /// Whether a page is a strategy in force, whose promises count.
    pub fn is_in_force(&self, page: PageId) -> bool {
        matches!(&self.page(page).details, super::Details::Strategy(strategy) if strategy.is_in_force())
    }

    /// The page that adds up what the strategies promise, where readers can see one.
    pub fn progress_page(&self) -> Option<&Page> {
        let is_progress = |page: &&Page| page.kind == super::Kind::List(super::Listing::Progress);
        self.pages.iter().find(|page| is_progress(page) && page.is_public() && page.variant.form == Form::Standard)
    }

    /// The chapters of the booklet for readers of a variant, in order.
    pub fn chapters(&self, reader: Variant) -> Vec<&Page> {
        let is_chapter = |page: &&Page| {
            page.variant == reader && page.copy.as_ref().is_some_and(|copy| copy.chapter > 0) && page.is_public()
        };
        let mut chapters: Vec<&Page> = self.pages.iter().filter(is_chapter).collect();
        chapters.sort_by_key(|page| page.copy.as_ref().map(|copy| copy.chapter));
        chapters
    }

    /// The contents of the booklet for readers of a variant, or the page that prints whole.
    pub fn chapters_contents(&self, reader: Variant, listing: super::Listing) -> Option<&Page> {
        let kind = super::Kind::List(listing);
        self.pages.iter().find(|page| page.kind == kind && page.variant == reader)
    }

    /// The page that holds all sections of a page that is shown one at a time.
    pub fn whole_of(&self, page: &Page) -> Option<&Page> {
        let first = &self.parts_of(page).first()?.address;
        let is_whole = |copy: &super::CopyOf| copy.chapter == 0 && copy.address == *first;
        self.pages.iter().find(|page| page.copy.as_ref().is_some_and(is_whole))
    }

    /// The address of the calendar file of an event; nothing where a calendar must not name it.
    pub fn calendar_of(&self, page: &Page) -> Option<String> {
        let main = self.page(self.group(page.group).main?);
        let is_event = matches!(main.details, super::Details::Event(_));
        (is_event && main.is_listed() && main.common.may_be_announced()).then(|| format!("{}event.ics", main.address))
    }

    /// The address of the calendar of all events, where there are any.
    pub fn calendar(&self) -> Option<&'static str> {
        let has_one = self.pages.iter().any(|page| self.calendar_of(page).is_some());
        has_one.then_some("/events/calendar.ics")
    }

    /// The published pages in the order of addresses.
    pub fn public_pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(|page| page.is_public())
    }
}
