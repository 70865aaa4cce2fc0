//! What every page's template sees of its page: titles, variants, dates, owner, terms, and the way around the site.

use serde::Serialize;
use tera::Value;

use super::{Date, Link, date, foreign};
use crate::model::{
    ContentType, Form, Kind, Listing, Page, PageFacts, Part, Publication, Site, TermRef, Translation, Variant,
};
use crate::render::Engine;

/// A page as templates see it.
#[derive(Clone, Debug, Serialize)]
pub struct PageContext {
    title: String,
    head_title: String,
    h1: String,
    summary: Option<String>,
    description: Option<String>,
    #[serde(rename = "type")]
    content_type: &'static str,
    kind: &'static str,
    url: String,
    permalink: String,
    lang: String,
    dir: &'static str,
    lang_name: String,
    /// The language of its own words, of its title and of its summary, where that is not `lang`.
    words_lang: Option<String>,
    title_lang: Option<String>,
    summary_lang: Option<String>,
    /// Where the page is that a translation is missing of, on a page that stands in for it.
    fallback_of: Option<String>,
    form: &'static str,
    breadcrumbs: Vec<Link>,
    variants: Vec<VariantLink>,
    alternates: Vec<Alternate>,
    /// What can be followed from here: the feed of what has changed, calendars.
    feeds: Vec<Feed>,
    reviewed: Option<Date>,
    review_by: Option<Date>,
    overdue: bool,
    /// Whether those who would travel there are to call first.
    call_before: bool,
    updated: Option<Date>,
    owner: Option<Owner>,
    checked_with: Option<String>,
    sensitive: bool,
    /// The title as it may stand in a message that others may see.
    subject: String,
    exit: bool,
    translation: Option<&'static str>,
    older: bool,
    expired: Option<Date>,
    terms: Vec<TermGroup>,
    is_home: bool,
    /// The home page in the reader's own form and language.
    home: String,
    /// Where to tell that something is wrong, likewise.
    wrong: String,
    /// Where the reader's own list is shown, likewise; nothing on a site without services to put on one.
    list: Option<String>,
    noindex: bool,
    draft: bool,
    staging: bool,
}

/// A link to the same page for another reader.
#[derive(Clone, Debug, Serialize)]
pub struct VariantLink {
    form: &'static str,
    lang: String,
    dir: &'static str,
    label: String,
    url: String,
    current: bool,
    /// Whether the page for everyone changed after this one was checked.
    older: bool,
    /// When it was checked.
    checked: Option<Date>,
}

#[derive(Clone, Debug, Serialize)]
struct Alternate {
    lang: String,
    url: String,
}

/// A file that other programs read again and again.
#[derive(Clone, Debug, Serialize)]
struct Feed {
    /// Its media type.
    media: &'static str,
    title: String,
    url: String,
}

#[derive(Clone, Debug, Serialize)]
struct Owner {
    name: String,
    email: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct TermGroup {
    title: String,
    terms: Vec<Link>,
}

/// The way around the site from one page.
#[derive(Clone, Debug, Serialize)]
pub struct Chrome {
    /// The main doors.
    pub nav: Vec<NavLink>,
    /// The links at the foot.
    pub footer: Vec<Link>,
}

/// A main door.
#[derive(Clone, Debug, Serialize)]
pub struct NavLink {
    title: String,
    url: String,
    current: bool,
}

/// Makes what templates see of a page.
pub fn page(engine: &Engine, site: &Site, page: &Page, facts: &PageFacts) -> PageContext {
    let common = &page.common;
    let settings = &site.settings;
    let language = usize::from(page.variant.language);
    let day = |day: Option<jiff::civil::Date>| day.map(|day| date(engine, language, day));
    let listed_title = common.safe_title();
    let is_home = page.kind == Kind::Home || page.address == "/";
    let main = site.group(page.group).main.map(|id| site.page(id));
    let summary = match page.kind {
        Kind::List(Listing::Both(term, area)) if common.summary.is_none() => {
            Some(combination(engine, site, page, term, area, "combination_summary"))
        }
        _ => common.summary.clone(),
    };
    let about_search = || engine.messages.format(engine.code(language), "search_description", None);
    let description = match page.kind {
        Kind::Search => summary.clone().or_else(about_search),
        _ => summary.clone().filter(|_| !common.sensitive),
    };
    let title = heading(engine, site, page);
    let expired = match page.publication {
        Publication::Expired(day) => Some(day),
        _ => None,
    };
    PageContext {
        head_title: if is_home {
            format!("{listed_title} – {}", engine.site_name)
        } else {
            format!("{}{} – {}", own_section(site, page), head(engine, site, page), settings.title)
        },
        h1: title.clone(),
        title: title.clone(),
        description,
        summary,
        content_type: page.content_type.name(),
        kind: kind_word(page),
        url: settings.href(&page.address),
        permalink: settings.permalink(match main {
            _ if page.kind == Kind::NotFound => "/404.html",
            _ if page.copy.is_some() => page.copy.as_ref().map_or("", |copy| &copy.address),
            // Of two pages with the same words, search engines are told of the one that has its own furniture.
            Some(main) if page.is_fallback => &main.address,
            _ => &page.address,
        }),
        lang: settings.languages[language].code.clone(),
        dir: if settings.languages[language].rtl { "rtl" } else { "ltr" },
        lang_name: settings.languages[language].name.clone(),
        words_lang: foreign(site, page.words_language(), language),
        title_lang: match page.kind {
            // What `[booklet]` calls it is in the main language.
            Kind::List(Listing::Booklet | Listing::WholeBooklet) if settings.booklet_title.is_some() => {
                foreign(site, 0, language)
            }
            _ => inherited(site, page, |common| Some(&common.title)),
        },
        summary_lang: inherited(site, page, |common| common.summary.as_ref()),
        fallback_of: main.filter(|_| page.is_fallback).map(|main| settings.href(&main.address)),
        form: page.variant.form.word(),
        breadcrumbs: breadcrumbs(engine, site, page),
        variants: variants(engine, site, page),
        alternates: alternates(site, page),
        feeds: feeds(engine, site, page),
        reviewed: day(common.reviewed),
        review_by: day(site.review_due(page)),
        overdue: site.is_overdue(page),
        call_before: site.is_to_be_called_first(page),
        updated: day(common.updated),
        owner: common
            .owner
            .as_ref()
            .map(|name| Owner { name: name.clone(), email: settings.owner_email(name).map(str::to_owned) }),
        checked_with: common.checked_with.clone(),
        sensitive: common.sensitive,
        subject: if common.sensitive { common.safe_title().to_owned() } else { title.clone() },
        exit: names_sensitive(site, page, facts),
        translation: common.translation.map(|translation| match translation {
            Translation::Machine => "machine",
            Translation::Person => "person",
            Translation::Checked => "checked",
        }),
        older: is_older(site, page),
        expired: day(expired),
        terms: terms(engine, site, page),
        is_home,
        home: own(site, page, "/"),
        wrong: own(site, page, "/wrong/"),
        list: shortlist(site, page),
        noindex: !(page.is_listed() || page.kind == Kind::Search) || (page.part > 1 && !page.is_section_of_page()),
        draft: matches!(page.publication, Publication::Draft | Publication::Future(_)),
        staging: settings.staging,
    }
}

/// The language of a value that a translation took from its page; nothing for its own.
fn inherited<'a>(
    site: &'a Site,
    page: &'a Page,
    value: impl Fn(&'a crate::model::Common) -> Option<&'a String>,
) -> Option<String> {
    let main = site.page(site.group(page.group).main?);
    let is_same = page.origin.is_some() && value(&page.common).is_some() && value(&page.common) == value(&main.common);
    foreign(site, 0, usize::from(page.variant.language)).filter(|_| is_same || page.is_fallback)
}

/// What an address leads a page's reader to: the page in the reader's own form and language.
fn own(site: &Site, page: &Page, address: &str) -> String {
    site.settings.href(site.best_at(address, page.variant).map_or(address, |best| &best.address))
}

/// The page of the reader's own list in their language; other forms of it hold words alone.
fn shortlist(site: &Site, page: &Page) -> Option<String> {
    let list = site.best_at("/shortlist/", Variant { form: Form::Standard, ..page.variant })?;
    (list.kind == Kind::Shortlist).then(|| site.settings.href(&list.address))
}

/// A page's heading: its title, in the furniture's words for pages that nobody wrote.
pub(super) fn heading(engine: &Engine, site: &Site, page: &Page) -> String {
    let id = match (&page.kind, &page.origin) {
        (_, Some(_)) => return page.common.title.clone(),
        (Kind::Search, None) => "search",
        (Kind::NotFound, None) => "not_found",
        (Kind::Statement, None) => "statement",
        (Kind::Privacy, None) => "privacy",
        (Kind::Wrong, None) => "wrong_title",
        (Kind::Near, None) => "near_title",
        (Kind::Shortlist, None) => "list_title",
        (Kind::Changes, None) => "changes_title",
        (Kind::List(Listing::Progress), None) => "progress_title",
        (Kind::List(Listing::Report(_)), None) => {
            let language = engine.code(usize::from(page.variant.language));
            let mut args = fluent_bundle::FluentArgs::new();
            args.set("year", years(page.address.trim_matches('/').rsplit('/').next().unwrap_or_default()));
            let title = engine.messages.format(language, "report_title", Some(&args));
            return title.unwrap_or_else(|| page.common.title.clone());
        }
        (Kind::List(Listing::Booklet | Listing::WholeBooklet), None) if site.settings.booklet_title.is_none() => {
            "booklet"
        }
        (Kind::List(Listing::Both(term, area)), None) => {
            return combination(engine, site, page, *term, *area, "combination");
        }
        (Kind::List(Listing::AToZ(None)), None) => "a_to_z",
        (Kind::List(Listing::EasyDoor), None) => "all_easy",
        (Kind::List(Listing::BslDoor), None) => "all_bsl",
        (Kind::List(Listing::YoungDoor), None) => "all_young",
        _ => return page.common.title.clone(),
    };
    engine
        .messages
        .format(engine.code(usize::from(page.variant.language)), id, None)
        .unwrap_or_else(|| page.common.title.clone())
}

/// Words about a list of a term in an area, both called as their own lists are.
fn combination(engine: &Engine, site: &Site, page: &Page, term: TermRef, area: TermRef, message: &str) -> String {
    let name = |term: TermRef| {
        let list = site.by_address.get(&site.term_address(term)).map(|id| site.page(*id).group);
        let best = list.and_then(|group| site.best_for(group, page.variant));
        best.map_or_else(|| site.term(term).name.clone(), |id| site.page(id).common.safe_title().to_owned())
    };
    let code = engine.code(usize::from(page.variant.language));
    engine.messages.with(code, message, &[("term", &name(term)), ("area", &name(area))])
}

/// The name of a year as people read it, with the dash that stands between years.
pub fn years(name: &str) -> String {
    name.replace('-', "–")
}

/// The heading of the section that a page shows, before the title of the whole.
fn own_section(site: &Site, page: &Page) -> String {
    let part = site.parts_of(page).get(usize::from(page.part) - 1).filter(|_| page.is_section_of_page());
    part.filter(|_| !page.common.sensitive).map(|part| format!("{} – ", part.title)).unwrap_or_default()
}

/// The title in the browser's tab, which anyone near may see.
fn head(engine: &Engine, site: &Site, page: &Page) -> String {
    let title = if page.common.sensitive { page.common.safe_title().to_owned() } else { heading(engine, site, page) };
    match page.variant.form {
        _ if page.part > 1 && !page.is_section_of_page() => format!("{title} ({})", page.part),
        _ if page.kind == Kind::Handout => {
            format!("{title} ({})", engine.messages.text(engine.code(usize::from(page.variant.language)), "handout"))
        }
        Form::Standard => title,
        form => format!("{title} ({})", form_label(engine, form, usize::from(page.variant.language))),
    }
}

/// A form's name in a language.
fn form_label(engine: &Engine, form: Form, language: usize) -> String {
    let id = match form {
        Form::Standard => "form_standard",
        Form::Easy => "form_easy",
        Form::Young => "form_young",
        Form::Bsl => "form_bsl",
    };
    engine.messages.text(engine.code(language), id)
}

fn kind_word(page: &Page) -> &'static str {
    match &page.kind {
        Kind::Content => page.content_type.name(),
        Kind::Home => "home",
        Kind::Section => "section",
        Kind::Bsl => "bsl",
        Kind::Search => "search",
        Kind::NotFound => "not-found",
        Kind::Statement => "statement",
        Kind::Privacy => "privacy",
        Kind::Wrong => "wrong",
        Kind::Near => "near",
        Kind::Shortlist => "shortlist",
        Kind::Handout => "handout",
        Kind::Changes => "changes",
        Kind::List(Listing::Taxonomy(_)) => "taxonomy",
        Kind::List(Listing::Term(_) | Listing::Both(..)) => "term",
        Kind::List(Listing::Progress) => "progress",
        Kind::List(Listing::Report(_)) => "report",
        Kind::List(Listing::Booklet | Listing::WholeBooklet) => "booklet",
        Kind::List(Listing::AToZ(_)) => "a-to-z",
        Kind::List(Listing::EasyDoor) => "easy-door",
        Kind::List(Listing::BslDoor) => "bsl-door",
        Kind::List(Listing::YoungDoor) => "young-door",
    }
}

fn breadcrumbs(engine: &Engine, site: &Site, page: &Page) -> Vec<Link> {
    let mut crumbs = Vec::new();
    let mut above = page.section;
    while let Some(id) = above {
        let section = site.page(id);
        let best = site.best_for(section.group, page.variant).map_or(section, |id| site.page(id));
        let is_home = section.address == "/";
        let title = if is_home {
            engine.messages.text(engine.code(usize::from(page.variant.language)), "home")
        } else {
            best.common.safe_title().to_owned()
        };
        let lang = foreign(site, best.words_language(), usize::from(page.variant.language)).filter(|_| !is_home);
        crumbs.push(Link { title, url: site.settings.href(&best.address), lang });
        above = section.section;
    }
    crumbs.reverse();
    crumbs
}

/// The switcher: every published form and language of a page, this one included; nothing where there is only one.
pub fn variants(engine: &Engine, site: &Site, page: &Page) -> Vec<VariantLink> {
    let settings = &site.settings;
    let is_real = |page: &&Page| page.is_public() && !page.is_fallback;
    let pages: Vec<&Page> = site.group(page.group).pages.iter().map(|id| site.page(*id)).filter(is_real).collect();
    if pages.len() < 2 && !page.is_fallback {
        return Vec::new();
    }
    let link = |other: &&Page| {
        let language = &settings.languages[usize::from(other.variant.language)];
        let form = form_label(engine, other.variant.form, usize::from(other.variant.language));
        let is_other = other.id != page.id && page.variant.form == Form::Standard;
        let label = match other.variant {
            Variant { language: 0, form: Form::Standard } => language.name.clone(),
            Variant { language: 0, .. } => form,
            Variant { form: Form::Standard, .. } => language.name.clone(),
            _ => format!("{}: {form}", language.name),
        };
        VariantLink {
            form: other.variant.form.word(),
            lang: language.code.clone(),
            dir: if language.rtl { "rtl" } else { "ltr" },
            label,
            url: settings.href(&other.address),
            current: other.id == page.id || (page.is_section_of_page() && other.variant == page.variant),
            older: is_other && is_older(site, other),
            checked: other
                .common
                .reviewed
                .filter(|_| is_other && other.variant != Variant { language: 0, form: Form::Standard })
                .filter(|_| other.variant.form != Form::Bsl && other.common.translation != Some(Translation::Machine))
                .map(|day| date(engine, usize::from(page.variant.language), day)),
        }
    };
    pages.iter().map(link).collect()
}

/// The same page in other languages, for `hreflang`: pages of the same form, each naming every other and itself.
fn alternates(site: &Site, page: &Page) -> Vec<Alternate> {
    let settings = &site.settings;
    let same_form = |other: &&Page| other.variant.form == page.variant.form && other.is_listed();
    let pages: Vec<&Page> = site.group(page.group).pages.iter().map(|id| site.page(*id)).filter(same_form).collect();
    if pages.len() < 2 || !page.is_listed() || page.is_section_of_page() {
        return Vec::new();
    }
    let alternate = |other: &&Page| Alternate {
        lang: settings.languages[usize::from(other.variant.language)].code.clone(),
        url: settings.permalink(&other.address),
    };
    pages.iter().map(alternate).collect()
}

/// What can be followed from a page: news from the home page and all updates, calendars from events.
fn feeds(engine: &Engine, site: &Site, page: &Page) -> Vec<Feed> {
    let feed = |media, id: &str, address: &str| Feed {
        media,
        title: engine.messages.text(engine.code(usize::from(page.variant.language)), id),
        url: site.settings.href(address),
    };
    let is_section = page.kind == Kind::Section;
    // The page itself, where the theme makes one.
    let changes = site
        .changes
        .since
        .filter(|_| is_section)
        .map(|_| Feed { url: own(site, page, "/changes/"), ..feed("text/html", "changes_link", "/changes/") });
    match page.content_type {
        _ if page.kind == Kind::Home => vec![feed("application/atom+xml", "feed_updates", "/updates/feed.xml")],
        _ if page.kind == Kind::Changes => vec![feed("application/atom+xml", "changes_feed", "/changes/feed.xml")],
        ContentType::Update => {
            changes.into_iter().chain([feed("application/atom+xml", "feed_updates", "/updates/feed.xml")]).collect()
        }
        ContentType::Event if is_section => {
            site.calendar().map(|address| feed("text/calendar", "calendar_all", address)).into_iter().collect()
        }
        ContentType::Event => {
            site.calendar_of(page).map(|address| feed("text/calendar", "calendar_add", &address)).into_iter().collect()
        }
        ContentType::Service if is_section => {
            let data = site.has_open_data().then(|| feed("application/json", "open_data", "/api/index.json"));
            changes.into_iter().chain(data).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a page, or a page that it names, could endanger the reader: then "Leave this site" stands on it.
fn names_sensitive(site: &Site, page: &Page, facts: &PageFacts) -> bool {
    let is_sensitive = |id: &crate::model::PageId| site.page(*id).common.sensitive;
    page.common.sensitive
        || facts.links.iter().any(|link| is_sensitive(&link.to))
        || page.kind == Kind::Near && site.pages.iter().any(|page| is_sensitive(&page.id) && page.is_listed())
        || page.references.iter().any(|(_, id)| is_sensitive(id))
        || page.kind == Kind::Changes && super::changes::names_sensitive(site)
        || site
            .lists
            .get(&page.id)
            .is_some_and(|list| list.groups.iter().any(|group| group.items.iter().any(is_sensitive)))
}

/// Whether the page for everyone changed, as far as is known, after this variant of it was checked.
fn is_older(site: &Site, page: &Page) -> bool {
    let Some(main) = site.group(page.group).main.filter(|main| *main != page.id) else {
        return false;
    };
    let main = &site.page(main).common;
    match (page.common.checked_on(), main.changed_on()) {
        (Some(own), Some(changed)) => own < changed,
        _ => false,
    }
}

fn terms(engine: &Engine, site: &Site, page: &Page) -> Vec<TermGroup> {
    if !matches!(page.kind, Kind::Content) || page.variant.form != Form::Standard {
        return Vec::new();
    }
    let language = usize::from(page.variant.language);
    let mut groups: Vec<TermGroup> = Vec::new();
    for term in &page.common.terms {
        let taxonomy = &site.taxonomies[usize::from(term.taxonomy)];
        if taxonomy.key == "areas" && matches!(page.details, crate::model::Details::Service(_)) {
            continue; // A service says its areas among its facts.
        }
        let Some(list) = site.by_address.get(&site.term_address(*term)) else {
            continue;
        };
        let list = site.best_for(site.page(*list).group, page.variant).map_or(site.page(*list), |id| site.page(id));
        let title = engine.messages.format(engine.code(language), &format!("taxonomy_{}", taxonomy.key), None);
        let title = title.unwrap_or_else(|| taxonomy.title.clone());
        let lang = foreign(site, 0, language);
        let link = Link { title: site.term(*term).name.clone(), url: site.settings.href(&list.address), lang };
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.terms.push(link),
            None => groups.push(TermGroup { title, terms: vec![link] }),
        }
    }
    groups
}

impl Chrome {
    /// The doors that every page of a variant has, each leading to the reader's own variant where there is one.
    pub fn new(engine: &Engine, site: &Site, page: &Page) -> Self {
        let language = usize::from(page.variant.language);
        let link = |address: &str, id: &str| {
            let target = site.page(*site.by_address.get(address)?);
            // The door to a form is a variant of the home page, and must not lead back to that.
            let is_form_door = target.variant.form != Form::Standard;
            let wanted =
                if is_form_door { Variant { form: target.variant.form, ..page.variant } } else { page.variant };
            let best = site.best_for(target.group, wanted).map(|id| site.page(id));
            let best = best.filter(|best| !is_form_door || best.variant.form == wanted.form).unwrap_or(target);
            let title = engine.messages.format(engine.code(language), id, None);
            let title = title.unwrap_or_else(|| best.common.safe_title().to_owned());
            best.is_public().then_some((best, title))
        };
        let is_below = |door: &Page| {
            page.address == door.address || (door.address != "/" && page.address.starts_with(&door.address))
        };
        let nav = MAIN_DOORS.iter().filter_map(|(address, id)| {
            let (door, title) = link(address, id)?;
            Some(NavLink { title, url: site.settings.href(&door.address), current: is_below(door) })
        });
        let footer = FOOT_DOORS.iter().filter_map(|(address, id)| {
            let (door, title) = link(address, id)?;
            Some(Link { title, url: site.settings.href(&door.address), lang: None })
        });
        Self { nav: nav.collect(), footer: footer.collect() }
    }
}

/// The doors at the top of every page, by address, with the message that names them; one that does not exist is left out.
const MAIN_DOORS: &[(&str, &str)] = &[
    ("/services/", "nav_services"),
    ("/topics/", "nav_topics"),
    ("/areas/", "nav_areas"),
    ("/a-to-z/", "nav_a_to_z"),
    ("/easy-read/", "nav_easy"),
    ("/bsl/", "nav_bsl"),
    ("/emergencies/", "nav_emergencies"),
];

/// The doors at the foot of every page.
const FOOT_DOORS: &[(&str, &str)] = &[
    ("/guides/", "foot_guides"),
    ("/updates/", "foot_updates"),
    ("/events/", "foot_events"),
    ("/strategy/", "foot_strategy"),
    ("/consultations/", "foot_consultations"),
    ("/professionals/", "foot_professionals"),
    ("/young/", "foot_young"),
    ("/booklet/", "booklet"),
    ("/glossary/", "foot_glossary"),
    ("/help/", "foot_help"),
    ("/shortlist/", "list_title"),
    ("/staying-safe/", "foot_safe"),
    ("/accessibility/", "foot_accessibility"),
    ("/privacy/", "foot_privacy"),
];

impl PageContext {
    /// The context for what stands inside the page's own words, which on a fallback page are in the main language.
    pub fn inside(&self, site: &Site) -> Value {
        let main = site.settings.main_language();
        let mut map = self.value("", &[], None).into_map().unwrap_or_default();
        if self.fallback_of.is_some() {
            map.insert("lang".into(), Value::from(main.code.as_str()));
            map.insert("dir".into(), Value::from(if main.rtl { "rtl" } else { "ltr" }));
        }
        Value::from(map)
    }

    /// The context as a value, with what is known only once the body is rendered.
    pub fn value(&self, body: &str, contents: &[(String, String)], json_ld: Option<&str>) -> Value {
        let mut map = Value::from_serializable(self).into_map().unwrap_or_default();
        map.insert("body".into(), Value::safe_string(body));
        let link = |(id, title): &(String, String)| serde_json::json!({ "id": id, "title": title });
        map.insert("contents".into(), Value::from_serializable(&contents.iter().map(link).collect::<Vec<_>>()));
        map.insert("json_ld".into(), json_ld.map_or_else(Value::none, Value::safe_string));
        Value::from(map)
    }
}

/// The way through the booklet: its chapters on the contents and on the page that prints whole, the neighbours on a
/// chapter; nothing elsewhere.
pub fn booklet(engine: &Engine, site: &Site, page: &Page) -> Option<serde_json::Value> {
    let own = page.copy.as_ref().map_or(0, |copy| copy.chapter);
    let is_list = matches!(page.kind, Kind::List(Listing::Booklet | Listing::WholeBooklet));
    if own == 0 && !is_list {
        return None;
    }
    let chapters = site.chapters(page.variant);
    let link = |chapter: &&Page| {
        let Link { title, url, .. } =
            Link { title: chapter.common.title.clone(), url: site.settings.href(&chapter.address), lang: None };
        serde_json::json!({ "title": title, "url": url, "id": chapter_id(chapter), "current": chapter.id == page.id })
    };
    let neighbour = |step: i32| {
        let number = usize::try_from(i32::from(own) + step - 1).ok().filter(|_| own > 0)?;
        chapters.get(number).map(link)
    };
    let contents = site.chapters_contents(page.variant, Listing::Booklet);
    let whole = site.chapters_contents(page.variant, Listing::WholeBooklet);
    Some(serde_json::json!({
        "chapters": chapters.iter().filter(|_| is_list).map(link).collect::<Vec<_>>(), "count": chapters.len(), "number": own,
        "previous": neighbour(-1), "next": neighbour(1), "is_whole": page.kind == Kind::List(Listing::WholeBooklet),
        "contents": contents.map(|page| site.settings.href(&page.address)),
        "whole": whole.map(|page| site.settings.href(&page.address)),
        "page": page.copy.as_ref().map(|copy| site.settings.href(&copy.address)),
        "made": date(engine, usize::from(page.variant.language), site.today),
    }))
}

/// The id of a chapter on the page that prints whole.
pub fn chapter_id(chapter: &Page) -> String {
    format!("part-{}", chapter.copy.as_ref().map_or(0, |copy| copy.chapter))
}

/// The sections of a page that is shown one at a time: all of them, the one that is being read, and its neighbours.
pub fn split(site: &Site, page: &Page, parts: &[Part]) -> serde_json::Value {
    let own = usize::from(page.part) - 1;
    let lang = || foreign(site, page.words_language(), usize::from(page.variant.language));
    let link = |part: &Part| Link { title: part.title.clone(), url: site.settings.href(&part.address), lang: lang() };
    let sections: Vec<serde_json::Value> = parts
        .iter()
        .enumerate()
        .skip(1)
        .map(|(position, part)| {
            let Link { title, url, lang } = link(part);
            serde_json::json!({ "title": title, "url": url, "lang": lang, "current": position == own })
        })
        .collect();
    // Before the first section stands the page itself.
    let previous = own.checked_sub(1).map(|position| match position {
        0 => Link {
            title: page.common.safe_title().to_owned(),
            url: site.settings.href(&parts[0].address),
            lang: lang(),
        },
        _ => link(&parts[position]),
    });
    serde_json::json!({
        "sections": sections, "previous": previous, "next": parts.get(own + 1).map(link),
        "number": own, "count": parts.len() - 1, "is_first": own == 0,
        "whole": site.whole_of(page).map(|whole| site.settings.href(&whole.address)),
    })
}
