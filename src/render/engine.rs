//! Compiles the theme's templates once and renders pages, cards and components with them.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use serde_json::json;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::bundle::Bundle;
use super::context::{self, Chrome};
use super::mailto::mailto;
use super::messages::Messages;
use super::template_error::OwnTemplates;
use super::translate::translate;
use super::{Cards, chapter, structured, tree, watch};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::html;
use crate::model::{Details, Form, Hours, Kind, Listing, Page, PageFacts, Site, Tree};
use crate::theme::Theme;

/// Templates ready to render, and what is the same for every page of a language.
pub struct Engine {
    tera: Tera,
    /// The same templates around `chapter.html` instead of `base.html`, for the booklet that prints whole.
    chapters: Option<Tera>,
    own_templates: OwnTemplates,
    pub(super) messages: Messages,
    pub(super) bundle: Bundle,
    pub(super) site_name: String,
    pub(super) languages: Vec<Furniture>,
}

/// What is the same for every page of a language.
pub(super) struct Furniture {
    code: String,
    pub(super) messages: Value,
    site: Value,
}

/// What only late pages know: how their indexes are read, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Late {
    /// The manifests of the index of the page's language and, where that is another, of the main language's.
    pub indexes: Vec<serde_json::Value>,
    /// How the files about help near you are read; nothing where there are none.
    pub near: Option<serde_json::Value>,
    /// Every finding of this build so far.
    pub findings: Vec<Diagnostic>,
    /// Where the facts of services for readers' own lists stand: in the page's language, then in the main one.
    pub services: Vec<serde_json::Value>,
}

/// Variables that every template may ask about; each is none where a page has nothing to say.
const VARIABLES: &[&str] = &[
    "service",
    "strategy",
    "consultation",
    "update",
    "event",
    "glossary",
    "video",
    "recording",
    "list",
    "home",
    "search",
    "statement",
    "privacy",
    "wrong",
    "near",
    "near_box",
    "changes",
    "progress",
    "report",
    "split",
    "booklet",
    "shortlist",
    "handout",
];

impl Engine {
    /// Compiles a theme. A template that cannot be compiled is a diagnostic, and then there is no engine.
    pub fn new(theme: &Theme, settings: &Settings, bundle: Bundle, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let messages = Messages::new(theme, settings, found);
        let mut tera = Tera::default();
        let furniture = messages.clone();
        let main = settings.main_language().code.clone();
        tera.register_function("t", move |args: Kwargs, _: &State<'_>| translate(&furniture, &main, &args));
        tera.register_function("mailto", |args: Kwargs, _: &State<'_>| mailto(&args));
        let figures = messages.clone();
        tera.register_function("figure", move |args: Kwargs, _: &State<'_>| {
            let number: f64 = args.must_get("number")?;
            let unit: Option<String> = args.get("unit")?;
            let language: String = args.must_get("lang")?;
            Ok(Value::from(figures.figure(&language, number, unit.as_deref()).as_str()))
        });
        let components = theme
            .components
            .values()
            .map(|component| (format!("components/{0}/{0}.html", component.name), &component.template));
        let templates: Vec<(String, &String)> =
            theme.templates.iter().map(|(name, text)| (name.clone(), text)).chain(components).collect();
        let own_templates = OwnTemplates::new(theme);
        let compile = |mut tera: Tera, templates: &[(String, &String)]| {
            let texts = templates.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            tera.add_raw_templates(texts)
                .map(|()| tera)
                .map_err(|error| Box::new(own_templates.finding(&error.to_string())))
        };
        let chapter = theme.templates.get("chapter.html").filter(|_| !settings.booklet.is_empty());
        let chapters = chapter.map(|chapter| {
            let mut around = templates.clone();
            around.iter_mut().filter(|(name, _)| name == "base.html").for_each(|(_, text)| *text = chapter);
            compile(tera.clone(), &around)
        });
        let (tera, chapters) = match (compile(tera, &templates), chapters.transpose()) {
            (Ok(tera), Ok(chapters)) => (tera, chapters),
            (Err(diagnostic), _) | (_, Err(diagnostic)) => {
                found.push((*diagnostic).always_stops());
                return None;
            }
        };
        let site_name = settings.token("name").unwrap_or(&settings.title).to_owned();
        let mut engine = Self { tera, chapters, own_templates, messages, bundle, site_name, languages: Vec::new() };
        engine.languages = (0..settings.languages.len()).map(|language| engine.furniture(settings, language)).collect();
        Some(engine)
    }

    fn furniture(&self, settings: &Settings, language: usize) -> Furniture {
        let code = settings.languages[language].code.clone();
        let home = if language == 0 { "/".to_owned() } else { format!("/{code}/") };
        let help = &settings.help;
        let number = |number: &Option<String>| number.as_deref().map(context::telephone);
        let mark = match settings.token("mark") {
            Some(path) => settings.href(&format!("/{}", path.trim_start_matches('/'))),
            None => settings.href(self.bundle.address("mark.svg")),
        };
        let line = help.hours.as_ref().map(|hours| context::hours::line(&self.messages, &code, hours));
        let main_lang = (language > 0).then(|| settings.main_language().code.clone());
        let hours_lang = main_lang.filter(|_| line.as_ref().is_some_and(|(_, is_own)| !is_own));
        let hours = line.map(|(words, _)| words);
        let clock = match &help.hours {
            Some(Hours::Rows(rows)) => context::hours::rows_for_script(&self.messages, settings, &code, rows),
            _ => None,
        };
        let site = json!({
            "title": settings.title,
            "name": self.site_name,
            "base": settings.base_path,
            "permalink_base": settings.permalink("/"),
            "organisation": { "name": settings.organisation.name, "county": settings.organisation.county },
            "staging": settings.staging,
            "main_language": settings.main_language().code,
            "main_language_name": settings.main_language().name,
            // What stands in site.toml is in the main language.
            "settings_lang": (language > 0).then(|| settings.main_language().code.clone()),
            "furniture_lang": (!self.messages.has(&code)).then_some("en"),
            "unchecked": self.messages.checked_by(&code).is_none(),
            "help": {
                "phone": number(&help.phone), "text": help.text.as_deref().map(context::text_number), "email": help.email,
                "hours": hours, "hours_lang": hours_lang, "clock": clock, "out_of_hours": number(&help.out_of_hours),
            },
            "mark": mark,
            "favicon": settings.href(self.bundle.address("favicon.svg")),
            "exit": settings.exit,
            "banner": settings.banner.as_ref().map(|banner| json!({ "text": banner.text, "url": banner.url })),
            "assets": self.bundle.addresses.iter().map(|(name, address)| (name, settings.href(address))).collect::<BTreeMap<_, _>>(),
            "css": settings.href(self.bundle.address("css")),
            "js": settings.href(self.bundle.address("js")),
            "home": settings.href(&home),
            "search": settings.href(&format!("{home}search/")),
        });
        Furniture {
            messages: Value::from_serializable(&self.messages.plain(&code)),
            site: Value::from_serializable(&site),
            code,
        }
    }

    /// The theme's files as they are published.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// The code of a language by its position.
    pub(super) fn code(&self, language: usize) -> &str {
        self.languages.get(language).map_or("en", |furniture| furniture.code.as_str())
    }

    /// A message of the main language with arguments.
    pub fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.messages.with(self.code(0), id, args)
    }

    /// A day as people write it in the main language.
    pub fn day(&self, day: Date) -> String {
        self.messages.date(self.code(0), day)
    }

    /// A length of time in a language's words.
    pub(super) fn duration(&self, language: usize, seconds: u32) -> String {
        let mut args = FluentArgs::new();
        args.set("minutes", i64::from(seconds / 60));
        args.set("seconds", i64::from(seconds % 60));
        let id = if seconds < 60 { "duration_seconds" } else { "duration" };
        self.messages
            .format(self.code(language), id, Some(&args))
            .unwrap_or_else(|| format!("{}:{:02}", seconds / 60, seconds % 60))
    }

    /// A way in which services are given, in a language's words; nothing for one that the theme has no words for.
    pub(super) fn way(&self, language: usize, way: &str) -> Option<String> {
        let id = format!("given_{}", way.trim().to_lowercase().replace(' ', "_"));
        self.messages.format(self.code(language), &id, None)
    }

    /// Renders a page: its tree, then the template of its kind around it.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered; such a page cannot be made.
    pub fn page(
        &self,
        site: &Site,
        page: &Page,
        tree: &Tree,
        facts: &PageFacts,
        cards: &Cards,
        late: Option<&Late>,
    ) -> Result<String, Box<Diagnostic>> {
        let context = self.context(site, page, tree, facts, cards, late)?;
        let html = self.render(template(page), &context)?;
        Ok(match context::watch(site, page) {
            Some((url, chapters)) => watch::mark(self, &html, &url, &chapters, usize::from(page.variant.language)),
            None => html,
        })
    }

    /// Renders a page as a chapter of the booklet that prints whole.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub fn chapter(&self, site: &Site, page: &Page, tree: &Tree, facts: &PageFacts) -> Result<String, Box<Diagnostic>> {
        let context = self.context(site, page, tree, facts, &Cards::default(), None)?;
        let html = self.render_with(self.chapters.as_ref().unwrap_or(&self.tera), template(page), &context)?;
        Ok(chapter::within(&html, &context::chapter_id(page)))
    }

    /// Everything that the template of a page sees.
    fn context(
        &self,
        site: &Site,
        page: &Page,
        tree: &Tree,
        facts: &PageFacts,
        cards: &Cards,
        late: Option<&Late>,
    ) -> Result<Context, Box<Diagnostic>> {
        let language = usize::from(page.variant.language);
        let furniture = &self.languages[language];
        let view = context::page(self, site, page, facts);
        let mut context = Context::new();
        context.insert_value("m", furniture.messages.clone());
        context.insert_value("site", furniture.site.clone());
        let body = if tree.nodes.is_empty() {
            String::new()
        } else {
            context.insert_value("page", view.inside(site));
            // Components speak the language of the words around them.
            context.insert_value("m", self.languages[usize::from(page.words_language())].messages.clone());
            tree::html(self, tree, page, site, &context)?
        };
        let json_ld = structured::json_ld(self, site, page, tree, &context)?;
        context.insert_value("m", furniture.messages.clone());
        let parts = site.parts_of(page);
        let contents = if parts.is_empty() { contents(&body, page) } else { Vec::new() };
        context.insert_value("page", view.value(&body, &contents, json_ld.as_deref()));
        for name in VARIABLES {
            context.insert_value(*name, Value::none());
        }
        let chrome = Chrome::new(self, site, page);
        context.insert("nav", &chrome.nav);
        context.insert("footer", &chrome.footer);
        if let Some((name, value)) = context::details(self, site, page) {
            context.insert(name, &value);
        }
        if let Some(video) = site.videos.get(&page.group)
            && page.variant.form == Form::Bsl
        {
            context.insert("video", &context::video(self, site, page, video));
        }
        if let Some(recording) = site.recordings.get(&page.id) {
            context.insert("recording", &context::recording(self, site, page, recording));
        }
        if !parts.is_empty() {
            context.insert("split", &context::split(site, page, parts));
        }
        if let Some(list) = site.lists.get(&page.id) {
            context.insert_value("list", context::list(self, site, page, list, cards)?);
        }
        match page.kind {
            Kind::Home => context.insert_value("home", context::home(self, site, page, cards)?),
            Kind::Search => {
                if let Some(late) = late.filter(|late| !late.indexes.is_empty()) {
                    context.insert("search", &context::search(self, site, page, late));
                }
            }
            Kind::List(Listing::Progress) => context.insert("progress", &context::progress(self, site, page)),
            Kind::List(Listing::Report(position)) => {
                context.insert("report", &context::report(self, site, page, position));
            }
            Kind::Statement => {
                let findings = late.map(|late| late.findings.as_slice()).unwrap_or_default();
                context.insert("statement", &context::statement(self, site, page, findings));
            }
            Kind::Privacy => context.insert("privacy", &context::privacy(self, site, page)),
            Kind::Wrong => context.insert("wrong", &context::wrong(self, site, page)),
            Kind::Near => {
                let manifest = late.and_then(|late| late.near.as_ref());
                context.insert("near", &context::near(site, page, manifest));
            }
            Kind::Shortlist => {
                let services = late.map(|late| late.services.as_slice()).unwrap_or_default();
                context.insert("shortlist", &context::shortlist(services));
            }
            Kind::Handout => context.insert("handout", &context::handout(self, site, page)),
            Kind::Changes => context.insert("changes", &context::changes(self, site, page)),
            _ => {}
        }
        if let Some(near) = context::near_box(site, page) {
            context.insert("near_box", &near);
        }
        if let Some(booklet) = context::booklet(self, site, page) {
            context.insert("booklet", &booklet);
        }
        Ok(context)
    }

    /// Renders a service as it stands on a reader's own list.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub fn listed(&self, site: &Site, page: &Page) -> Result<String, Box<Diagnostic>> {
        let language = usize::from(page.variant.language);
        let furniture = &self.languages[language];
        let reader = &site.settings.languages[language];
        let mut context = Context::new();
        context.insert_value("m", furniture.messages.clone());
        context.insert_value("site", furniture.site.clone());
        let dir = if reader.rtl { "rtl" } else { "ltr" };
        context.insert("page", &json!({ "lang": reader.code, "dir": dir, "subject": page.common.title }));
        let has_ended = matches!(page.publication, crate::model::Publication::Expired(_));
        let url = site.settings.href(&page.address);
        let overdue = site.is_to_be_called_first(page);
        let listed = json!({ "title": page.common.title, "url": url, "expired": has_ended, "overdue": overdue });
        context.insert("listed", &listed);
        let service = context::facts(self, site, page, false).map(|(_, service)| service);
        context.insert("service", &service);
        self.render("listed.html", &context)
    }

    /// Renders a component around its body.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub(super) fn component(
        &self,
        name: &str,
        args: &Context,
        implicits: &Context,
        body: &str,
    ) -> Result<String, Box<Diagnostic>> {
        let name = name.replace('-', "_");
        self.told(self.tera.render_component_with_implicits(&name, args, implicits, Some(body), true))
    }

    /// Renders the page that leads from an old address to a new one.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub fn redirect(&self, url: &str, title: &str, language: usize) -> Result<String, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("url", url);
        context.insert("title", title);
        context.insert("lang", self.code(language));
        context.insert_value("m", self.languages[language].messages.clone());
        self.render("redirect.html", &context)
    }

    pub(super) fn render(&self, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.render_with(&self.tera, template, context)
    }

    fn render_with(&self, tera: &Tera, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.told(tera.render(template, context))
    }

    /// What a template made, or the diagnostic of one that cannot be rendered.
    fn told(&self, made: TeraResult<String>) -> Result<String, Box<Diagnostic>> {
        made.map_err(|error| Box::new(self.own_templates.finding(&error.to_string())))
    }
}

/// The template of a page.
fn template(page: &Page) -> &'static str {
    use crate::model::Publication;
    if matches!(page.publication, Publication::Expired(_)) {
        return "expired.html";
    }
    if page.is_section_of_page() {
        return "part.html";
    }
    match (&page.kind, page.variant.form) {
        (Kind::Bsl, _) => "bsl.html",
        (Kind::List(Listing::EasyDoor), _) => "easy-door.html",
        (Kind::List(Listing::Booklet | Listing::WholeBooklet), _) => "booklet.html",
        (Kind::List(Listing::BslDoor), _) => "bsl-door.html",
        (Kind::List(Listing::YoungDoor), _) => "young-door.html",
        (Kind::List(Listing::Progress), Form::Standard) => "progress.html",
        (Kind::List(Listing::Report(_)), Form::Standard) => "report.html",
        (Kind::Content | Kind::Home | Kind::Section | Kind::List(_), Form::Easy) => "easy.html",
        (Kind::Content | Kind::Home | Kind::Section | Kind::List(_), Form::Young) => "young.html",
        (Kind::Home, _) => "home.html",
        (Kind::Section | Kind::List(Listing::Progress | Listing::Report(_)), _) => "section.html",
        (Kind::Search, _) => "search.html",
        (Kind::NotFound, _) => "not-found.html",
        (Kind::Statement, _) => "statement.html",
        (Kind::Privacy, _) => "privacy.html",
        (Kind::Wrong, _) => "wrong.html",
        (Kind::Near, _) => "near.html",
        (Kind::Shortlist, _) => "shortlist.html",
        (Kind::Handout, _) => "handout.html",
        (Kind::Changes, _) => "changes.html",
        (Kind::List(Listing::Taxonomy(_)), _) => "taxonomy.html",
        (Kind::List(Listing::Term(_) | Listing::Both(..)), _) => "term.html",
        (Kind::List(Listing::AToZ(_)), _) => "a-to-z.html",
        (Kind::Content, _) => match page.content_type.name() {
            "service" => "service.html",
            "strategy" => "strategy.html",
            "consultation" => "consultation.html",
            "update" => "update.html",
            "event" => "event.html",
            "glossary" => "glossary.html",
            "faq" => "faq.html",
            _ => "page.html",
        },
    }
}

/// The second-level headings of a body, components' own included: id and words. Three make a list of contents
/// (GOV.UK, "contents list"), two where the author asked for it, none on Easy Read pages and services, whose order is
/// fixed.
fn contents(body: &str, page: &Page) -> Vec<(String, String)> {
    let wanted = match (page.common.contents, page.variant.form) {
        (Some(false), _) | (None, Form::Easy | Form::Young | Form::Bsl) => return Vec::new(),
        (Some(true), _) => 2,
        (None, _) if !matches!(page.kind, Kind::Content) || matches!(page.details, Details::Service(_)) => {
            return Vec::new();
        }
        (None, _) => 3,
    };
    let headings: Vec<(String, String)> = html::headings(body)
        .filter(|heading| heading.level == 2)
        .filter_map(|heading| Some((heading.tag.attribute("id")?.into_owned(), heading.words)))
        .collect();
    if headings.len() < wanted { Vec::new() } else { headings }
}
