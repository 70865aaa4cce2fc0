//! Pages as they stand in lists. A card in the main language is finished once, however many lists it stands on: a list
//! is rendered with a mark in the place of each card, goes through every stage, and takes the finished cards in last.

use std::collections::HashMap;

use serde_json::json;
use tera::Context;

use super::{Engine, Finished, Needs, context};
use crate::diagnostic::Diagnostic;
use crate::model::{Details, Form, Page, PageId, Site, Status, TermRef};

/// Stands before and after the number of a card that is filled in later; a letter of the private use area.
const MARK: char = '\u{e5c0}';

/// Finished cards by page.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    cards: HashMap<PageId, Finished>,
}

impl Cards {
    /// Takes cards that were finished for lists in the main language.
    pub fn new(cards: impl IntoIterator<Item = (PageId, Finished)>) -> Self {
        Self { cards: cards.into_iter().collect() }
    }

    /// What stands for a page on a list in a language: the mark of a finished card, or a card made now.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub(super) fn card(
        &self,
        engine: &Engine,
        site: &Site,
        id: PageId,
        language: usize,
    ) -> Result<tera::Value, Box<Diagnostic>> {
        if language == 0 && self.cards.contains_key(&id) {
            return Ok(tera::Value::safe_string(&format!("{MARK}{}{MARK}", id.0)));
        }
        engine.card(site, site.page(id), language).map(|html| tera::Value::safe_string(&html))
    }

    /// Puts the finished cards in the place of their marks; what they need is added to what the page needs. A mark that
    /// stands for no card stays.
    pub fn fill(&self, html: String, needs: &mut Needs) -> String {
        let Some(first) = html.find(MARK) else {
            return html;
        };
        let mut filled = String::with_capacity(html.len() * 4);
        filled.push_str(&html[..first]);
        let mut rest = &html[first..];
        while let Some(after) = rest.strip_prefix(MARK) {
            let card = after.split_once(MARK).and_then(|(number, after)| {
                let card = self.cards.get(&PageId(number.parse().ok()?))?;
                Some((card, after))
            });
            match card {
                Some((card, after)) => {
                    filled.push_str(&card.html);
                    needs.add(&card.needs);
                    rest = after;
                }
                None => {
                    filled.push(MARK);
                    rest = after;
                }
            }
            let next = rest.find(MARK).unwrap_or(rest.len());
            filled.push_str(&rest[..next]);
            rest = &rest[next..];
        }
        filled
    }
}

impl Engine {
    /// Renders a page as it stands on a list in a language.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub fn card(&self, site: &Site, page: &Page, language: usize) -> Result<String, Box<Diagnostic>> {
        let furniture = &self.languages[language];
        let reader = &site.settings.languages[language];
        let mut context = Context::new();
        context.insert_value("m", furniture.messages.clone());
        context.insert("page", &json!({ "lang": reader.code, "dir": if reader.rtl { "rtl" } else { "ltr" } }));
        context.insert("card", &self.card_view(site, page, language));
        self.render("card.html", &context)
    }

    /// What a card says, and of each part its language where that is not the reader's.
    fn card_view(&self, site: &Site, page: &Page, language: usize) -> serde_json::Value {
        let common = &page.common;
        let main = site.group(page.group).main.map(|id| site.page(id)).filter(|main| main.id != page.id);
        let words_lang = context::foreign(site, page.words_language(), language);
        let facts_lang = context::foreign(site, 0, language);
        // A translation's own words about a fact are in its language, those that it took from its page are not.
        let lang_of = |is_taken: bool| if is_taken { facts_lang.clone() } else { words_lang.clone() };
        let main_common = main.map(|main| &main.common);
        let title_lang = lang_of(main_common.is_some_and(|main| main.safe_title() == common.safe_title()));
        let summary_lang = lang_of(main_common.is_some_and(|main| main.summary == common.summary));
        let forms = site.group(page.group).pages.iter().map(|id| site.page(*id));
        let formats: Vec<String> = forms
            .filter(|other| {
                other.is_public()
                    && !matches!(other.variant.form, Form::Standard)
                    && other.variant.form != page.variant.form
                    && other.variant.language == page.variant.language
            })
            .map(|other| self.messages.text(self.code(language), &format!("form_{}", other.variant.form.word())))
            .collect();
        // Who a service is for can say as much as its title does.
        let is_quiet = common.sensitive && common.quiet_title.is_some();
        let mut card = json!({
            "title": common.safe_title(), "url": site.settings.href(&page.address),
            "summary": if is_quiet { None } else { common.summary.clone() },
            "type": page.content_type.name(), "form": page.variant.form.word(), "title_lang": title_lang,
            "summary_lang": summary_lang, "who_lang": null, "cost_lang": null, "given_lang": null,
            "who_for": null, "cost": null, "areas": null, "given": null, "formats": formats, "status": null, "date": null,
            "terms": terms(site, page), "ends": null, "consultation": null, "video": null, "period": null,
            "sensitive": common.sensitive, "level": 3, "overdue": false, "list_id": site.list_id(page),
        });
        if page.variant.form == Form::Bsl
            && !is_quiet
            && let Some(video) = site.videos.get(&page.group)
        {
            card["video"] = context::video(self, site, page, video);
        }
        let words = |id: &str| self.messages.text(self.code(language), id);
        let day = |day: jiff::civil::Date| json!(context::date(self, language, day));
        match &page.details {
            Details::Service(service) => {
                let main_service = main.and_then(|main| match &main.details {
                    Details::Service(main) => Some(main),
                    _ => None,
                });
                card["who_for"] = json!(service.who_for.as_ref().filter(|_| !is_quiet));
                card["who_lang"] = json!(lang_of(main_service.is_some_and(|main| main.who_for == service.who_for)));
                let cost = service.cost.as_ref().map(|cost| cost.text.clone());
                let is_free = cost.as_deref().is_some_and(context::is_free);
                card["cost_lang"] =
                    json!(lang_of(main_service.is_some_and(|main| main.cost == service.cost)).filter(|_| !is_free));
                card["cost"] = json!(if is_free && language > 0 { Some(words("badge_free")) } else { cost });
                card["areas"] = json!(self.areas(site, page, service.national, language));
                let ways: Vec<Option<String>> = service.given.iter().map(|way| self.way(language, way)).collect();
                let is_known = ways.iter().all(Option::is_some);
                card["given_lang"] =
                    json!(lang_of(main_service.is_some_and(|main| main.given == service.given)).filter(|_| !is_known));
                let ways = ways.into_iter().zip(&service.given).map(|(way, written)| way.unwrap_or(written.clone()));
                let given = ways.collect::<Vec<_>>().join(", ");
                card["given"] = json!(Some(given).filter(|given| !given.is_empty()));
                card["overdue"] = json!(site.is_to_be_called_first(page));
                card["status"] = match service.status {
                    Status::Open => json!(null),
                    Status::Full => json!(words("status_full")),
                    Status::ClosedForNow => json!(words("status_closed")),
                    Status::Ended => json!(words("status_ended")),
                };
            }
            Details::Update(update) => card["date"] = day(update.date),
            Details::Event(event) => {
                card["date"] = match event.starts {
                    crate::model::EventTime::Day(starts) => day(starts),
                    crate::model::EventTime::Moment(moment) => json!({
                        "iso": moment.strftime("%Y-%m-%dT%H:%M").to_string(),
                        "text": self.messages.date_time(self.code(language), moment),
                    }),
                };
                card["status"] = json!(event.cancelled.then(|| words("event_cancelled")));
            }
            Details::Consultation(consultation) => {
                let status = consultation.status_on(site.today);
                card["consultation"] = json!({
                    "status": status.word(),
                    "opens": day(consultation.opens),
                    "closes": day(consultation.closes),
                });
            }
            Details::Strategy(strategy) => {
                card["status"] = json!(strategy.state.as_ref().map(|state| words(&format!("state_{state}"))));
                card["period"] = json!(strategy.period);
            }
            // A list of words says what they mean.
            Details::Glossary(term) if common.summary.is_none() && !is_quiet => {
                card["summary"] = json!(Some(&term.meaning).filter(|meaning| !meaning.is_empty()));
            }
            Details::None | Details::Glossary(_) => {}
        }
        card
    }

    /// The areas of a service in a few words: the county where it covers all of it.
    fn areas(&self, site: &Site, page: &Page, national: bool, language: usize) -> Option<String> {
        if national {
            return Some(self.messages.text(self.code(language), "national"));
        }
        if let Some(county) = site.county_of(page) {
            return Some(county.to_owned());
        }
        let names: Vec<&str> = site.areas_of(page).map(|area| site.term(area).name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}

/// The terms by which a list that has this card can be narrowed on the page itself.
fn terms(site: &Site, page: &Page) -> String {
    let narrows = |term: &&TermRef| matches!(site.key_of(**term), "areas" | "topics" | "audiences");
    page.common.terms.iter().filter(narrows).map(|term| context::term_mark(*term)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_take_the_place_of_their_marks_and_nothing_else_changes() {
        let card = |html: &str| Finished { html: html.to_owned(), ..Finished::default() };
        let cards = Cards::new([(PageId(7), card("<b>seven</b>")), (PageId(12), card("twelve"))]);
        let filled = |text: &str| cards.fill(text.replace('|', "\u{e5c0}"), &mut Needs::default());
        assert_eq!(filled("none"), "none");
        assert_eq!(filled("a |7| b |12|"), "a <b>seven</b> b twelve");
        assert_eq!(filled("|7||12|"), "<b>seven</b>twelve");
        assert_eq!(filled("|9| and |x"), "\u{e5c0}9\u{e5c0} and \u{e5c0}x");
    }
}
