//! What the template of a type sees of its facts.

use serde::Serialize;
use serde_json::{Value, json};

use super::{ContactContext, Link, bare_address, contact, date, file_size, foreign, telephone};
use crate::config::language_name;
use crate::model::{
    Closed, Consultation, Contact, Details, Event, EventTime, GlossaryTerm, Kind, Page, Place, Repeat, Service, Site,
    Strategy, Tally, Update,
};
use crate::render::Engine;

/// The name of a type's variable and its value; nothing for types without facts.
pub fn details(engine: &Engine, site: &Site, page: &Page) -> Option<(&'static str, Value)> {
    facts(engine, site, page, page.kind == Kind::Content)
}

/// The same without the other services that a page names where that is not wanted.
pub fn facts(engine: &Engine, site: &Site, page: &Page, with_nearby: bool) -> Option<(&'static str, Value)> {
    let view = View { engine, site, page, language: usize::from(page.variant.language), with_nearby };
    let (name, mut value) = view.details(page)?;
    if let Some(lang) = foreign(site, 0, view.language) {
        value["langs"] = view.inherited(&value, &lang);
    } else {
        value["langs"] = json!({});
    }
    Some((name, value))
}

#[derive(Serialize)]
struct PlaceContext {
    name: Option<String>,
    lines: Vec<String>,
    postcode: Option<String>,
    access: Vec<String>,
    hours: Option<String>,
    map: Option<String>,
    hidden: bool,
}

struct View<'a> {
    engine: &'a Engine,
    site: &'a Site,
    page: &'a Page,
    language: usize,
    with_nearby: bool,
}

impl View<'_> {
    fn details(&self, page: &Page) -> Option<(&'static str, Value)> {
        match &page.details {
            Details::None => None,
            Details::Service(service) => Some(("service", self.service(service))),
            Details::Strategy(strategy) => Some(("strategy", self.strategy(strategy))),
            Details::Consultation(consultation) => Some(("consultation", self.consultation(consultation))),
            Details::Update(update) => Some(("update", self.update(update))),
            Details::Event(event) => Some(("event", self.event(event))),
            Details::Glossary(term) => Some(("glossary", glossary(term))),
        }
    }

    /// The main language's code by each fact that a translation took from its page: those words are not its own.
    fn inherited(&self, own: &Value, lang: &str) -> Value {
        let main = self.site.group(self.page.group).main.map(|id| self.site.page(id));
        let main = main.and_then(|main| self.details(main)).map(|(_, value)| value).unwrap_or_default();
        let facts = own.as_object().into_iter().flatten();
        let is_taken =
            |name: &str, fact: &Value| !fact.is_null() && main.get(name) == Some(fact) && !self.is_furniture(name);
        let taken = facts.filter(|(name, fact)| is_taken(name, fact)).map(|(name, _)| (name.clone(), json!(lang)));
        Value::Object(taken.collect())
    }

    /// Whether the theme has words for all that a fact says.
    fn is_furniture(&self, name: &str) -> bool {
        if let Details::Event(event) = &self.page.details {
            let is_plain = |written: &str| matches!(written, "yes" | "no" | "true" | "false");
            return name == "bsl_interpreter" && event.bsl_interpreter.as_deref().is_some_and(is_plain);
        }
        let Details::Service(service) = &self.page.details else {
            return false;
        };
        match name {
            "cost" => service.cost.as_ref().is_some_and(|cost| is_free(&cost.text)),
            "hours" => service.hours.as_ref().is_some_and(super::hours::is_read),
            "given" => service.given.iter().all(|way| self.engine.way(self.language, way).is_some()),
            _ => false,
        }
    }

    /// Records are in the main language, and so is a contact that a translation took from its page.
    fn contact_language(&self, entry: &Contact) -> Option<String> {
        let main = self.site.group(self.page.group).main.map(|id| &self.site.page(id).details);
        let is_taken = matches!(main, Some(Details::Service(main)) if main.contacts.contains(entry));
        foreign(self.site, 0, self.language).filter(|_| is_taken || entry.id.is_some())
    }

    fn day(&self, day: Option<jiff::civil::Date>) -> Value {
        json!(day.map(|day| date(self.engine, self.language, day)))
    }

    fn time(&self, time: EventTime) -> Value {
        match time {
            EventTime::Day(day) => json!(date(self.engine, self.language, day)),
            EventTime::Moment(moment) => json!({
                "iso": moment.strftime("%Y-%m-%dT%H:%M").to_string(),
                "text": self.engine.messages.date_time(self.engine.code(self.language), moment),
            }),
        }
    }

    /// When an event ends: on the day on which it starts, the time alone.
    fn end(&self, starts: EventTime, ends: EventTime) -> Value {
        let mut end = self.time(ends);
        if let (EventTime::Moment(starts), EventTime::Moment(moment)) = (starts, ends)
            && starts.date() == moment.date()
        {
            end["text"] = json!(self.engine.messages.time(self.engine.code(self.language), moment));
        }
        end
    }

    /// How an event repeats, with its last day as people read it; the words are in the main language.
    fn repeats(&self, event: &Event) -> Option<String> {
        let words = event.repeats.as_ref()?;
        let until = Repeat::read(words, event.starts.day()).and_then(|repeat| repeat.until);
        Some(match until {
            Some(until) => words.replace(&until.to_string(), &date(self.engine, 0, until).text),
            None => words.clone(),
        })
    }

    /// Whether an interpreter is at an event: in the theme's words for a plain yes or no, else as written.
    fn interpreter(&self, written: &str) -> String {
        let message = match written {
            "yes" | "true" => "event_bsl",
            "no" | "false" => "bsl_access_no",
            _ => return written.to_owned(),
        };
        self.engine.messages.text(self.engine.code(self.language), message)
    }

    /// A link to a page named in front matter, in the reader's variant; nothing for what readers cannot see.
    fn link(&self, written: &str) -> Option<Link> {
        let (_, id) = self.page.references.iter().find(|(name, _)| name == written)?;
        let target = self.site.page(self.site.best_for(self.site.page(*id).group, self.page.variant)?);
        let lang = foreign(self.site, target.words_language(), self.language);
        let url = self.site.settings.href(&target.address);
        Some(Link { title: target.common.safe_title().to_owned(), url, lang })
    }

    fn service(&self, service: &Service) -> Value {
        let contacts: Vec<ContactContext> =
            service.contacts.iter().map(|entry| contact(entry, self.contact_language(entry))).collect();
        let areas: Vec<Link> = self.areas();
        let (messages, code) = (&self.engine.messages, self.engine.code(self.language));
        // In another language, what was written in words is marked as what it is.
        let is_foreign = |closed: &&Closed| self.language > 0 && matches!(closed, Closed::Words(_));
        let (closed_words, closed): (Vec<&Closed>, Vec<&Closed>) = service.closed.iter().partition(is_foreign);
        json!({
            "provider": service.provider.as_deref().map(|provider| self.provider(provider)),
            "contacts": contacts,
            "places": service.places.iter().map(place).collect::<Vec<_>>(),
            "hours": service.hours.as_ref().map(|hours| super::hours::words(messages, code, hours)),
            "clock": super::hours::of_service(messages, self.site, code, service),
            "closed": closed.iter().map(|closed| super::hours::closed(messages, code, closed)).collect::<Vec<_>>(),
            "closed_words": closed_words.iter().map(|closed| super::hours::closed(messages, code, closed)).collect::<Vec<_>>(),
            "cost": service.cost.as_ref().map(|cost| json!({ "kind": cost.kind, "text": self.cost(&cost.text) })),
            "ages": self.ages(service),
            "given": service.given.iter().map(|way| self.engine.way(self.language, way).unwrap_or_else(|| way.clone())).collect::<Vec<_>>(),
            "national": service.national,
            "who_for": service.who_for,
            "how_to_get": service.how_to_get,
            "referral": service.referral,
            "apply": service.apply.as_ref().map(|apply| json!({ "label": apply.label, "url": apply.url })),
            "waiting": service.waiting.as_ref().map(|waiting| json!({ "about": waiting.about, "checked": self.day(waiting.checked) })),
            "area_of": service.area_of,
            "areas": areas,
            "languages": service.languages.iter().map(|code| language_name(code)).collect::<Vec<_>>(),
            "bsl_access": service.bsl_access,
            "status": service.status.word(),
            "status_note": service.status_note,
            "until": self.day(service.until),
            "is_past_until": service.is_past_until(self.site.today),
            "is_travelled_to": service.is_travelled_to(),
            "replaced_by": service.replaced_by.as_deref().and_then(|written| self.link(written)),
            "voice_only": !service.contacts.is_empty() && service.contacts.iter().all(Contact::is_voice_only),
            "vcard": self.site.vcard_address(self.page).map(|address| self.site.settings.href(&address)),
            "short": self.site.short_address(self.page).map(|short| bare_address(&self.site.settings.permalink(&short))),
            "handout": self.site.handout_address(self.page).map(|address| self.site.settings.href(&address)),
            "list_id": self.site.list_id(self.page),
            "nearby": self.with_nearby.then(|| super::nearby::nearby(self.engine, self.site, self.page)),
        })
    }

    fn cost(&self, written: &str) -> String {
        if self.language > 0 && is_free(written) {
            return self.engine.messages.text(self.engine.code(self.language), "badge_free");
        }
        written.to_owned()
    }

    fn provider(&self, written: &str) -> Value {
        match self.site.records.providers.get(written) {
            Some(provider) => {
                json!({ "name": provider.name, "url": provider.website, "description": provider.description })
            }
            None => json!({ "name": written, "url": null, "description": null }),
        }
    }

    /// The areas of a service: the county alone where it covers all of it, as it must for a hidden place.
    fn areas(&self) -> Vec<Link> {
        let link = |title: &str, address: &str| {
            self.site.by_address.get(address)?;
            Some(Link { title: title.to_owned(), url: self.site.settings.href(address), lang: None })
        };
        match self.site.county_of(self.page) {
            Some(county) => link(county, "/areas/").into_iter().collect(),
            None => {
                let areas = self.site.areas_of(self.page);
                areas.filter_map(|area| link(&self.site.term(area).name, &self.site.term_address(area))).collect()
            }
        }
    }

    fn ages(&self, service: &Service) -> Option<String> {
        let message = |id: &str, from: u8, to: u8| {
            let mut args = fluent_bundle::FluentArgs::new();
            args.set("from", i64::from(from));
            args.set("to", i64::from(to));
            self.engine.messages.format(self.engine.code(self.language), id, Some(&args))
        };
        match (service.age_from, service.age_to) {
            (Some(from), Some(to)) => message("ages_from_to", from, to),
            (Some(from), None) => message("ages_from", from, 0),
            (None, Some(to)) => message("ages_to", 0, to),
            (None, None) => None,
        }
    }

    fn strategy(&self, strategy: &Strategy) -> Value {
        let partner = |partner: &crate::model::Partner| {
            json!({
                "name": partner.name, "adopted": partner.adopted, "declined": partner.declined,
                "date": self.day(partner.date), "note": partner.note,
            })
        };
        json!({
            "state": strategy.state,
            "period": strategy.period,
            "partners": strategy.partners.iter().map(partner).collect::<Vec<_>>(),
            "replaces": strategy.replaces.as_deref().and_then(|written| self.link(written)),
            "replaced_by": self.replaced_by(),
            "versions": strategy.versions.iter().map(|version| self.version(version)).collect::<Vec<_>>(),
            "progress": self.progress(strategy),
            "boards": strategy.boards,
            "documents": strategy.documents.iter().map(|document| self.document(document)).collect::<Vec<_>>(),
        })
    }

    fn version(&self, version: &crate::model::Version) -> Value {
        json!({ "name": version.name, "date": self.day(version.date), "note": version.note })
    }

    /// The strategy that says it replaces this one.
    fn replaced_by(&self) -> Option<Link> {
        let own = self.page.group;
        let replaces = |page: &&Page| {
            matches!(&page.details, Details::Strategy(strategy) if strategy.replaces.is_some())
                && page.is_listed()
                && page.group != own
                && page.references.iter().any(|(_, id)| self.site.page(*id).group == own)
        };
        let newer = self.site.pages.iter().find(replaces)?;
        let best = self.site.page(self.site.best_for(newer.group, self.page.variant)?);
        let lang = foreign(self.site, best.words_language(), self.language);
        let url = self.site.settings.href(&best.address);
        Some(Link { title: best.common.safe_title().to_owned(), url, lang })
    }

    /// How far its actions are, and where all are added up; nothing for a strategy without any.
    fn progress(&self, strategy: &Strategy) -> Option<Value> {
        let main = self.site.group(self.page.group).main?;
        let actions = self.site.progress.actions.iter().filter(|action| action.page == main);
        let tally = Tally::of(actions.map(|action| action.state_on(self.site.today)));
        if tally.total() == 0 || !strategy.is_in_force() {
            return None;
        }
        let page = self.site.progress_page()?;
        let best = self.site.page(self.site.best_for(page.group, self.page.variant)?);
        Some(json!({
            "tally": super::progress::tally(self.engine, self.language, tally),
            "url": self.site.settings.href(&best.address),
        }))
    }

    fn document(&self, document: &crate::model::Document) -> Value {
        let file = document.path.as_ref().and_then(|path| self.site.assets.get(path));
        match file {
            Some(asset) => {
                let ending = asset.address.rsplit('.').next().unwrap_or_default().to_uppercase();
                json!({ "title": document.title, "url": self.site.settings.href(&asset.address), "type": ending, "size_text": file_size(asset.bytes) })
            }
            None => {
                let url = self.link(&document.file).map_or_else(|| document.file.clone(), |link| link.url);
                json!({ "title": document.title, "url": url, "type": null, "size_text": null })
            }
        }
    }

    fn consultation(&self, consultation: &Consultation) -> Value {
        let status = consultation.status_on(self.site.today);
        let has_ways = consultation.respond.is_any();
        let respond = &consultation.respond;
        json!({
            "status": status.word(),
            "as_of": self.day(Some(self.site.today)),
            "has_ways": has_ways,
            "opens": self.day(Some(consultation.opens)),
            "closes": self.day(Some(consultation.closes)),
            "who": consultation.who,
            "respond": {
                "online": respond.online, "phone": respond.phone.as_deref().map(telephone), "post": respond.post,
                "email": respond.email, "bsl": respond.bsl, "easy_read_form": respond.easy_read_form,
            },
            "responses": consultation.responses.as_deref().map(|responses| self.responses(responses)),
            "outcome_updated": self.day(consultation.outcome_updated),
            "decision": consultation.decision,
        })
    }

    /// How many took part: a number as a sentence, words as they were written.
    fn responses(&self, written: &str) -> String {
        let Ok(count) = written.replace([',', ' '], "").parse::<i64>() else {
            return written.to_owned();
        };
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("count", count);
        let text = self.engine.messages.format(self.engine.code(self.language), "responses", Some(&args));
        text.unwrap_or_else(|| written.to_owned())
    }

    fn update(&self, update: &Update) -> Value {
        let about: Vec<Link> = update.about.iter().filter_map(|written| self.link(written)).collect();
        json!({ "date": self.day(Some(update.date)), "kind": update.kind.word(), "about": about })
    }

    fn event(&self, event: &Event) -> Value {
        json!({
            "starts": self.time(event.starts),
            "ends": event.ends.map(|ends| self.end(event.starts, ends)),
            "repeats": self.repeats(event),
            "place": event.place.as_ref().map(place),
            "online": event.online,
            "bsl_interpreter": event.bsl_interpreter.as_deref().map(|written| self.interpreter(written)),
            "cost": event.cost,
            "book": event.book.as_ref().map(|book| json!({ "label": book.label, "url": book.url })),
            "cancelled": event.cancelled,
        })
    }
}

/// Whether a cost says no more than that there is none.
pub fn is_free(cost: &str) -> bool {
    cost.trim().trim_end_matches('.').eq_ignore_ascii_case("free")
}

/// A place as templates see it. Of a hidden one the model holds nothing that could be shown.
fn place(place: &Place) -> PlaceContext {
    let map = match (place.hidden, place.lat, place.lon) {
        (false, Some(lat), Some(lon)) => {
            Some(format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"))
        }
        _ => None,
    };
    PlaceContext {
        name: place.name.clone(),
        lines: [&place.address, &place.town].into_iter().flatten().cloned().collect(),
        postcode: place.postcode.clone(),
        access: place.access.clone(),
        hours: place.hours.clone(),
        map,
        hidden: place.hidden,
    }
}

fn glossary(term: &GlossaryTerm) -> Value {
    json!({ "synonyms": term.synonyms, "easy": term.easy, "meaning": term.meaning })
}
