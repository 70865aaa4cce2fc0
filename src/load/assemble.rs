//! Puts pages together: what a section says for all below it, what a variant inherits, and which group each belongs to.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::history::older;
use super::name::{Name, name};
use super::split::FrontMatter;
use super::terms::Terms;
use super::{doors, lists};
use crate::config::Settings;
use crate::content_type::{COMMON_FIELDS, Reading, common};
use crate::data::{Field, Format, Located, Step, Value, check};
use crate::diagnostic::{Diagnostic, did_you_mean, did_you_mean_help};
use crate::model::ContentType;
use crate::model::{
    Asset, Changes, Common, Details, Form, Group, GroupId, Kind, Origin, Page, PageId, Progress, Publication, Records,
    Site, TermRef, Variant,
};
use crate::source::{FileId, Files, Span};

/// What a site is made of.
pub struct Input {
    /// The settings.
    pub settings: Arc<Settings>,
    /// The day of the build.
    pub today: Date,
    /// Contacts, providers and areas.
    pub records: Records,
    /// Markdown files: id, path below `content/`, front matter.
    pub pages: Vec<(FileId, String, FrontMatter)>,
    /// Files that pages may show.
    pub assets: BTreeMap<String, Asset>,
    /// The paths of all files.
    pub files: Arc<Files>,
    /// Whether drafts and future pages are shown.
    pub drafts: bool,
}

/// Keys that a section says for every page below it.
const CASCADING: &[&str] = &["type", "owner"];

/// What is true of a page in every form and language. Taxonomies are facts too.
const FACTS: &[&str] = &[
    "provider",
    "contact",
    "places",
    "national",
    "area_of",
    "languages",
    "bsl_access",
    "status",
    "until",
    "replaced_by",
    "id",
    "opens",
    "closes",
    "starts",
    "ends",
    "date",
    "kind",
    "state",
];

/// Keys that speak of one page's words or address alone, and that no variant takes from its page: else a translation
/// that nobody has read again would tell the day on which the English was checked.
const OWN: &[&str] = &["aliases", "short", "reviewed", "updated", "checked_with", "translation", "audio", "notes"];

/// One Markdown file on its way to becoming a page.
struct Draft {
    name: Name,
    origin: Origin,
    front: FrontMatter,
}

/// Makes a site of its files. Everything wrong is reported, and what can be made is made.
pub fn site(input: Input, found: &mut Vec<Diagnostic>) -> Site {
    let settings = Arc::clone(&input.settings);
    let mut terms = Terms::new(&settings, &input.records);
    let mut drafts: Vec<Draft> = Vec::with_capacity(input.pages.len());
    for (file, path, front) in input.pages {
        if let Some(name) = name(&path, file, &settings, found) {
            let body = u32::try_from(front.body).unwrap_or(u32::MAX);
            drafts.push(Draft { name, origin: Origin { file, path, body }, front });
        }
    }
    drafts.sort_by(|a, b| a.name.key().cmp(&b.name.key()).then(a.name.variant.cmp(&b.name.variant)));
    let sections = sections(&drafts, &settings);
    let mut maker = Maker {
        settings: &settings,
        records: &input.records,
        today: input.today,
        drafts_shown: input.drafts,
        sections: &sections,
        terms: &mut terms,
        found,
    };
    let mut pages = Vec::with_capacity(drafts.len() + 64);
    let mut rest = drafts.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|draft| draft.name.key() == first.name.key()).count();
        let (family, others) = rest.split_at(count);
        rest = others;
        maker.family(family, &mut pages);
    }
    drop(drafts);
    let pages = unique(pages, found);
    let mut site = Site {
        settings,
        today: input.today,
        pages,
        by_path: HashMap::new(),
        by_address: HashMap::new(),
        groups: Vec::new(),
        taxonomies: terms.taxonomies,
        records: input.records,
        assets: input.assets,
        lists: BTreeMap::new(),
        videos: BTreeMap::new(),
        recordings: BTreeMap::new(),
        tracks: BTreeMap::new(),
        parts: BTreeMap::new(),
        progress: Progress::default(),
        changes: Changes::default(),
        list_ids: HashMap::new(),
        files: input.files,
    };
    number(&mut site);
    doors::add(&mut site, found);
    number(&mut site);
    lists::fill(&mut site);
    site
}

/// What each folder's own page says for all below it.
struct Section {
    value: Value,
    sensitive: bool,
}

fn sections(drafts: &[Draft], settings: &Settings) -> HashMap<String, Section> {
    let mut sections = HashMap::new();
    for draft in drafts {
        if draft.name.is_section() && draft.name.variant == (Variant { language: 0, form: Form::Standard }) {
            let says =
                |key: &str| CASCADING.contains(&key) || settings.taxonomies.iter().any(|taxonomy| taxonomy.key == key);
            let entries = draft.front.value.entries().iter().filter(|(key, value)| says(key) && !value.is_empty());
            let value = Value::Table(entries.cloned().collect());
            let written = draft.front.value.get("sensitive");
            let sensitive = written.is_some_and(|written| written.as_flag() != Some(false));
            sections.insert(draft.name.folder.clone(), Section { value, sensitive });
        }
    }
    sections
}

/// Makes pages of drafts.
struct Maker<'a> {
    settings: &'a Settings,
    records: &'a Records,
    today: Date,
    drafts_shown: bool,
    sections: &'a HashMap<String, Section>,
    terms: &'a mut Terms,
    found: &'a mut Vec<Diagnostic>,
}

impl Maker<'_> {
    /// Makes the pages that share a folder and a stem: the main one first, then those that inherit its facts.
    fn family(&mut self, family: &[Draft], pages: &mut Vec<Page>) {
        let main = family.iter().find(|draft| draft.name.variant == Variant { language: 0, form: Form::Standard });
        let inherited = main.map(|main| self.with_section(&main.name, &main.front.value));
        let main_page = main.zip(inherited.as_ref()).map(|(main, value)| self.page(main, value, None));
        for draft in family {
            let is_main = main.is_some_and(|main| std::ptr::eq(main, draft));
            match (&main_page, &inherited) {
                (Some(page), _) if is_main => pages.push(page.clone()),
                (Some(page), Some(inherited)) => {
                    let own = self.without_facts(draft, inherited);
                    let value = over(&shared(inherited, draft.name.variant.form), &own);
                    pages.push(self.page(draft, &value, Some(page)));
                }
                _ => {
                    self.orphan(draft);
                    let value = self.with_section(&draft.name, &draft.front.value);
                    pages.push(self.page(draft, &value, None));
                }
            }
        }
    }

    /// The front matter of a variant without facts: those are its page's. One that differs would tell some readers to
    /// ring another number, or come on another day.
    fn without_facts(&mut self, draft: &Draft, main: &Value) -> Value {
        let is_fact =
            |key: &str| FACTS.contains(&key) || self.settings.taxonomies.iter().any(|taxonomy| taxonomy.key == key);
        let (facts, words): (Vec<_>, Vec<_>) =
            draft.front.value.entries().iter().cloned().partition(|(key, _)| is_fact(key));
        let at = Located::new(draft.origin.file, Format::Yaml, &draft.front.text, draft.front.start);
        for (key, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            if main.get(key) != Some(value) {
                let message = format!("`{key}` is another here than on the page that this one explains");
                self.found.push(
                    Diagnostic::error("variant-contradicts-page", message)
                        .at(at.key(&[Step::from(key.as_str())]))
                        .help(format!(
                            "take `{key}` out here: a variant has the facts of its page, and only its words differ"
                        )),
                );
            }
        }
        match &draft.front.value {
            Value::Table(_) => Value::Table(words),
            other => other.clone(),
        }
    }

    fn orphan(&mut self, draft: &Draft) {
        let stem = &draft.name.stem;
        self.found.push(
            Diagnostic::error("orphan-variant", "this is a variant of a page that does not exist")
                .at(Span::whole(draft.origin.file))
                .help(format!(
                    "write the page itself, `{stem}.md`, in the same folder: a variant takes its facts from there"
                )),
        );
    }

    /// Front matter with what the sections above say, the nearest first. A section's own page takes from the one above.
    fn with_section(&self, name: &Name, own: &Value) -> Value {
        let mut folder = name.folder.as_str();
        let mut value = own.clone();
        let mut is_own = name.is_section();
        loop {
            if !is_own && let Some(section) = self.sections.get(folder) {
                value = over(&section.value, &value);
                if section.sensitive {
                    value = over(&value, &Value::Table(vec![("sensitive".into(), Value::Flag(true))]));
                }
            }
            is_own = false;
            if folder.is_empty() {
                return value;
            }
            folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
    }

    fn page(&mut self, draft: &Draft, value: &Value, main: Option<&Page>) -> Page {
        let file = draft.origin.file;
        let at = Located::new(file, Format::Yaml, &draft.front.text, draft.front.start);
        let content_type = main.map_or_else(|| content_type(value), |main| main.content_type);
        self.check_keys(&draft.front.value, content_type, &at);
        // What a variant inherits was read, and complained of, with its main page.
        let mut ignored = Vec::new();
        let found = if main.is_some() { &mut ignored } else { &mut *self.found };
        let mut reading =
            Reading { value, at, records: self.records, settings: self.settings, today: self.today, found };
        let mut common = common(&mut reading);
        // A folder's own page names the type of what is below it, and is no service or event itself.
        let mut details = if draft.name.is_section() { Details::None } else { content_type.details(&mut reading) };
        if let Details::Strategy(strategy) = &mut details {
            strategy.has_actions = draft.front.has_actions;
        }
        common.terms = match main {
            Some(main) => main.common.terms.clone(),
            None => self.terms.of_page(value, &at, self.records, self.found),
        };
        if hides_a_place(&details) {
            common.terms = self.terms.without_areas(common.terms);
        }
        common.sensitive |= main.is_some_and(|main| main.common.sensitive) || self.is_sensitive(&common.terms);
        if common.sensitive && main.is_none() && common.quiet_title.is_none() {
            self.found.push(
                Diagnostic::advice("no-quiet-title", "this sensitive page has no quiet title")
                    .at(at.key(&[Step::from("title")]))
                    .help("`quiet_title:` is what stands in the browser's tab and in lists, such as \"Support\""),
            );
        }
        if common.title.is_empty() && draft.front.is_broken {
            common.title = title_from(&draft.name, self.settings);
        } else if common.title.is_empty() {
            common.title = title_from(&draft.name, self.settings);
            self.found.push(
                Diagnostic::error("missing-title", "this page has no title")
                    .at(at.range(0..0))
                    .help(format!("write `title: {}` between two lines of dashes at the top", common.title)),
            );
        }
        if let Some(main) = main {
            self.stale(&common, &main.common, &at);
        }
        let is_home = draft.name.is_section() && draft.name.folder.is_empty();
        Page {
            id: PageId(0),
            origin: Some(draft.origin.clone()),
            address: draft.name.address.clone(),
            variant: draft.name.variant,
            group: GroupId(0),
            section: None,
            kind: match (is_home, draft.name.is_section()) {
                (true, _) => Kind::Home,
                (_, true) => Kind::Section,
                _ => Kind::Content,
            },
            content_type,
            publication: if draft.front.is_broken || (!self.drafts_shown && has_mistyped_guard(&draft.front.value)) {
                Publication::Draft
            } else {
                self.publication(value)
            },
            details,
            common,
            references: Vec::new(),
            part: 1,
            is_fallback: false,
            copy: None,
        }
    }

    /// Reports a variant whose page changed after it was last checked.
    fn stale(&mut self, own: &Common, main: &Common, at: &Located<'_>) {
        if let (Some(checked), Some(changed)) = (own.checked_on(), main.changed_on())
            && checked < changed
        {
            let key = if own.reviewed == Some(checked) { "reviewed" } else { "updated" };
            self.found.push(older(at.value(&[Step::from(key)]), changed));
        }
    }

    fn check_keys(&mut self, own: &Value, content_type: ContentType, at: &Located<'_>) {
        let taxonomies = &self.settings.taxonomies;
        let own_terms = |key: &str| taxonomies.iter().any(|taxonomy| taxonomy.key == key);
        let rest = own.entries().iter().filter(|(key, _)| !own_terms(key)).cloned().collect();
        let rest = if matches!(own, Value::Table(_)) { Value::Table(rest) } else { own.clone() };
        let fields: Vec<Field> = COMMON_FIELDS.iter().chain(content_type.fields()).copied().collect();
        let what = match content_type {
            ContentType::Event | ContentType::Update => format!("an {}", content_type.name()),
            ContentType::Glossary => "a term of the glossary".into(),
            ContentType::Faq => "a page of questions".into(),
            _ => format!("a {}", content_type.name()),
        };
        let before = self.found.len();
        check(&fields, &rest, &what, at, &mut Vec::new(), self.found);
        for diagnostic in &mut self.found[before..] {
            if diagnostic.rule == "unknown-key"
                && let Some(key) = diagnostic.message.rsplit('`').nth(1)
                && let Some(help) = did_you_mean_help(key, taxonomies.iter().map(|taxonomy| taxonomy.key.as_str()))
            {
                diagnostic.help = Some(help);
            }
        }
    }

    fn publication(&self, value: &Value) -> Publication {
        // What cannot be read keeps the page back: a mistyped date must not publish it early.
        let is_unreadable = |key: &str| value.get(key).is_some_and(|written| written.as_date().is_none());
        let draft = value.get("draft").is_some_and(|written| written.as_flag() != Some(false));
        let (publish, expire) = (value.date("publish"), value.date("expire"));
        match (draft || is_unreadable("publish"), publish, expire) {
            (true, _, _) if !self.drafts_shown => Publication::Draft,
            (_, Some(day), _) if day > self.today && !self.drafts_shown => Publication::Future(day),
            (_, _, Some(day)) if day <= self.today => Publication::Expired(day),
            _ => Publication::Live,
        }
    }

    fn is_sensitive(&self, terms: &[TermRef]) -> bool {
        terms.iter().any(|term| {
            let taxonomy = &self.terms.taxonomies[usize::from(term.taxonomy)];
            let name = &taxonomy.terms[usize::from(term.term)].name;
            self.settings
                .sensitive_terms
                .iter()
                .any(|(key, term)| *key == taxonomy.key && term.eq_ignore_ascii_case(name))
        })
    }
}

/// Whether a key that is not known was probably meant for one that keeps a page from readers, such as `Draft` or
/// `publsh`. Such a page is kept back.
fn has_mistyped_guard(own: &Value) -> bool {
    const GUARDS: &[&str] = &["draft", "publish", "sensitive"];
    let is_known = |key: &str| COMMON_FIELDS.iter().any(|field| field.name == key);
    own.entries()
        .iter()
        .any(|(key, _)| !is_known(key) && did_you_mean(&key.to_lowercase(), GUARDS.iter().copied()).is_some())
}

/// Whether nobody may learn where a service is. Then even its district would tell too much.
fn hides_a_place(details: &Details) -> bool {
    matches!(details, Details::Service(service) if service.places.iter().any(|place| place.hidden))
}

fn content_type(value: &Value) -> ContentType {
    let written = value.text("type").unwrap_or_default();
    ContentType::ALL.iter().copied().find(|known| known.name() == written).unwrap_or(ContentType::Page)
}

/// One table over another: keys of the upper one win, but for empty ones.
fn over(lower: &Value, upper: &Value) -> Value {
    let mut entries: Vec<(String, Value)> =
        upper.entries().iter().filter(|(_, value)| !value.is_empty()).cloned().collect();
    for (key, value) in lower.entries() {
        if entries.iter().all(|(name, _)| name != key) {
            entries.push((key.clone(), value.clone()));
        }
    }
    Value::Table(entries)
}

/// What a variant of a form takes from its page: every fact, and of the words only those that another form may use.
fn shared(value: &Value, form: Form) -> Value {
    let is_shared = |key: &str| !OWN.contains(&key) && (form == Form::Standard || key != "summary");
    Value::Table(value.entries().iter().filter(|(key, _)| is_shared(key)).cloned().collect())
}

fn title_from(name: &Name, settings: &Settings) -> String {
    let word = if name.is_section() { name.folder.rsplit('/').next().unwrap_or_default() } else { &name.stem };
    let words = word.replace(['-', '_'], " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => settings.title.clone(),
    }
}

/// Keeps one page an address. Two that differ only in case are one on many hosts, and slugs are lower case anyway.
fn unique(mut pages: Vec<Page>, found: &mut Vec<Diagnostic>) -> Vec<Page> {
    pages.sort_by(|a, b| a.address.cmp(&b.address).then_with(|| path(a).cmp(path(b))));
    let mut kept: Vec<Page> = Vec::with_capacity(pages.len());
    for page in pages {
        match kept.last() {
            Some(last) if last.address == page.address => {
                let span = page.origin.as_ref().map(|origin| Span::whole(origin.file));
                let mut diagnostic =
                    Diagnostic::error("same-address", format!("two pages have the address `{}`", page.address))
                        .note(format!("the other one is content/{}", path(last)))
                        .help("give one of the two files another name");
                diagnostic.span = span;
                found.push(diagnostic.always_stops());
            }
            _ => kept.push(page),
        }
    }
    kept
}

fn path(page: &Page) -> &str {
    page.origin.as_ref().map_or("", |origin| origin.path.as_str())
}

/// Sorts pages by address, numbers them and their groups, and finds each one's section.
pub(super) fn number(site: &mut Site) {
    site.pages.sort_by(|a, b| a.address.cmp(&b.address));
    site.by_path.clear();
    site.by_address.clear();
    site.groups.clear();
    let settings = Arc::clone(&site.settings);
    let mut by_main: HashMap<String, GroupId> = HashMap::new();
    for (index, page) in site.pages.iter_mut().enumerate() {
        page.id = PageId(u32::try_from(index).unwrap_or(u32::MAX));
        if let Some(origin) = &page.origin
            && page.variant.form != Form::Bsl
            && page.part == 1
            && !page.is_fallback
            && page.copy.is_none()
        {
            site.by_path.insert(origin.path.clone(), page.id);
        }
        site.by_address.insert(page.address.clone(), page.id);
        // A section belongs to its page: the other forms of both are the same.
        let whole = if page.is_section_of_page() { parent(&page.address) } else { &page.address };
        let key = main_address_of(whole, page.variant, &settings);
        let next = GroupId(u32::try_from(site.groups.len()).unwrap_or(u32::MAX));
        let group = *by_main.entry(key).or_insert(next);
        if group == next {
            site.groups.push(Group::default());
        }
        page.group = group;
        if !page.is_section_of_page() {
            site.groups[group.0 as usize].pages.push(page.id);
        }
    }
    for group in &mut site.groups {
        let pages = &site.pages;
        group.pages.sort_by_key(|id| {
            let variant = pages[id.0 as usize].variant;
            (variant.language, variant.form)
        });
        group.main = group
            .pages
            .first()
            .copied()
            .filter(|id| pages[id.0 as usize].variant == Variant { language: 0, form: Form::Standard });
    }
    for index in 0..site.pages.len() {
        site.pages[index].section = section_of(&site.pages[index], site);
    }
}

/// The address of the group's standard page in the main language.
pub(super) fn main_address(page: &Page, settings: &Settings) -> String {
    main_address_of(&page.address, page.variant, settings)
}

fn main_address_of(mut address: &str, variant: Variant, settings: &Settings) -> String {
    if variant.language > 0 {
        let code = &settings.languages[usize::from(variant.language)].code;
        address = &address[code.len() + 1..];
    }
    if variant.form != Form::Standard {
        let without_slash = address.trim_end_matches('/');
        address = without_slash.strip_suffix(variant.form.slug()).unwrap_or(address);
    }
    address.to_owned()
}

/// The address above an address.
fn parent(address: &str) -> &str {
    let below = address.trim_end_matches('/');
    &below[..below.rfind('/').map_or(0, |slash| slash + 1)]
}

/// The nearest folder's own page above a page, in its variant where there is one.
fn section_of(page: &Page, site: &Site) -> Option<PageId> {
    if page.is_section_of_page() {
        return site.by_address.get(parent(&page.address)).copied();
    }
    let main = main_address(page, &site.settings);
    let mut above = main.trim_end_matches('/');
    while let Some((parent, _)) = above.rsplit_once('/') {
        let address = format!("{parent}/");
        if let Some(id) = site.by_address.get(&address)
            && address != main
        {
            return Some(*id);
        }
        above = parent;
    }
    None
}
