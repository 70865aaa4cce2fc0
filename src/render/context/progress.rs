//! What the progress page and the reports of past years show: counts that add up, in words and as bars.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use serde_json::{Value, json};

use super::page::years;
use super::{Link, date, foreign, when};
use crate::model::{
    Action, ActionState, Measure, MeasureValue, Page, Priority, ReportedAction, ReportedMeasure, Site, Tally, When,
};
use crate::render::Engine;

/// What the progress page shows: everything promised by the strategies in force.
pub fn progress(engine: &Engine, site: &Site, page: &Page) -> Value {
    let view = View { engine, site, language: usize::from(page.variant.language), reader: page };
    let actions: Vec<&Action> = site.progress.actions.iter().filter(|action| site.is_in_force(action.page)).collect();
    let measures = site.progress.measures.iter().filter(|measure| site.is_in_force(measure.page));
    let mut strategies: Vec<_> = actions.iter().map(|action| action.page).collect();
    strategies.sort_unstable();
    strategies.dedup();
    let strategies: Vec<Link> = strategies.into_iter().filter_map(|id| view.link(site.page(id), None)).collect();
    let late = actions.iter().filter(|action| view.state(action) == ActionState::Late);
    let stopped = actions.iter().filter(|action| action.state == ActionState::Stopped);
    json!({
        "as_of": date(engine, view.language, site.today),
        "strategies": strategies,
        "total": view.tally_of(&actions),
        "priorities": view.priorities(&actions),
        "partners": view.partners(&actions),
        "late": late.map(|action| view.action(action)).collect::<Vec<_>>(),
        "stopped": stopped.map(|action| view.action(action)).collect::<Vec<_>>(),
        "measures": measures.map(|measure| view.measure(measure)).collect::<Vec<_>>(),
        "reports": view.reports(page),
        "csv": site.settings.href(&format!("{}actions.csv", page.address)),
    })
}

/// What the report of a year shows: only what its file holds.
pub fn report(engine: &Engine, site: &Site, page: &Page, position: usize) -> Value {
    let view = View { engine, site, language: usize::from(page.variant.language), reader: page };
    let Some(report) = site.records.reports.get(position) else {
        return Value::Null;
    };
    let in_state = |state: ActionState| {
        let actions = report.actions.iter().filter(|action| action.state == state);
        actions.map(|action| view.reported(action)).collect::<Vec<_>>()
    };
    let corrections = report.corrections.iter();
    json!({
        "year": years(&report.period.name),
        "from": date(engine, view.language, report.period.from),
        "to": date(engine, view.language, report.period.to),
        "made": date(engine, view.language, report.made),
        "total": tally(engine, view.language, Tally::of(report.actions.iter().map(|action| action.state))),
        "done": in_state(ActionState::Done),
        "late": in_state(ActionState::Late),
        "stopped": in_state(ActionState::Stopped),
        "due_later": view.count("report_due_later", report.due_later),
        "measures": report.measures.iter().map(|measure| view.reported_measure(measure)).collect::<Vec<_>>(),
        "corrections": corrections
            .map(|(day, text)| json!({ "date": date(engine, view.language, *day), "text": text }))
            .collect::<Vec<_>>(),
        "csv": site.settings.href(&format!("{}.csv", page.address.trim_end_matches('/'))),
        "others": view.reports(page),
    })
}

/// Counts as a sentence and as the parts of a bar, in hundredths of its length.
pub fn tally(engine: &Engine, language: usize, tally: Tally) -> Value {
    let words = |id: &str, count: usize| {
        let mut args = FluentArgs::new();
        args.set("count", count);
        engine.messages.format(engine.code(language), id, Some(&args)).unwrap_or_else(|| count.to_string())
    };
    let total = tally.total();
    let mut start = 0;
    let parts: Vec<Value> = tally
        .parts()
        .map(|(state, count)| {
            let (from, to) = (start, start + count);
            start = to;
            let hundredth = |count: usize| (count as f64 / total as f64 * 1000.0).round() / 10.0;
            json!({
                "state": state.word().replace(' ', "-"),
                "words": words(&format!("tally_{}", state.key()), count),
                "count": count,
                "x": hundredth(from),
                "width": ((hundredth(to) - hundredth(from)) * 10.0).round() / 10.0,
            })
        })
        .collect();
    let list: Vec<&str> = parts.iter().filter_map(|part| part["words"].as_str()).collect();
    let mut args = FluentArgs::new();
    args.set("total", words("tally", total));
    args.set("parts", list.join(", "));
    let sentence = engine.messages.format(engine.code(language), "tally_sentence", Some(&args));
    json!({
        "total": total,
        "words": words("tally", total),
        "sentence": sentence.unwrap_or_default(),
        "done": tally.count(ActionState::Done),
        "parts": parts,
    })
}

struct View<'a> {
    engine: &'a Engine,
    site: &'a Site,
    language: usize,
    reader: &'a Page,
}

impl View<'_> {
    fn message(&self, id: &str) -> String {
        self.engine.messages.text(self.engine.code(self.language), id)
    }

    fn count(&self, id: &str, count: usize) -> Option<String> {
        let mut args = FluentArgs::new();
        args.set("count", count);
        (count > 0).then(|| self.engine.messages.format(self.engine.code(self.language), id, Some(&args)))?
    }

    fn when(&self, time: Option<When>) -> Value {
        json!(time.map(|time| when(self.engine, self.language, time)))
    }

    fn state(&self, action: &Action) -> ActionState {
        action.state_on(self.site.today)
    }

    fn tally_of(&self, actions: &[&Action]) -> Value {
        tally(self.engine, self.language, Tally::of(actions.iter().map(|action| self.state(action))))
    }

    /// A link to a page, and to a place on it where one is named, in the reader's variant where there is one.
    fn link(&self, page: &Page, place: Option<&str>) -> Option<Link> {
        let best = self.site.page(self.site.best_for(page.group, self.reader.variant)?);
        let mut url = self.site.settings.href(&best.address);
        // Only the page itself surely has the place.
        if let Some(place) = place.filter(|_| best.id == page.id) {
            let holder = self.site.page(self.site.page_with(page.id, place));
            url = format!("{}#{place}", self.site.settings.href(&holder.address));
        }
        let lang = foreign(self.site, best.words_language(), self.language);
        Some(Link { title: best.common.safe_title().to_owned(), url, lang })
    }

    fn priority(&self, action: &Action) -> Option<&Priority> {
        let id = action.priority.as_ref()?;
        let same = |priority: &&Priority| priority.id == *id;
        let all = &self.site.progress.priorities;
        all.iter().find(|priority| same(priority) && priority.page == action.page).or_else(|| all.iter().find(same))
    }

    /// Every priority with its actions counted, in order; last the actions that belong to none.
    fn priorities(&self, actions: &[&Action]) -> Vec<Value> {
        let mut rows = Vec::new();
        let of = |action: &Action| self.priority(action).map(|priority| (priority.page, priority.id.clone()));
        for priority in &self.site.progress.priorities {
            let own = (priority.page, priority.id.clone());
            let own: Vec<&Action> =
                actions.iter().copied().filter(|action| of(action).as_ref() == Some(&own)).collect();
            if !own.is_empty() {
                let link = self.link(self.site.page(priority.page), Some(&priority.id));
                rows.push(json!({
                    "title": priority.title, "number": priority.number, "url": link.map(|link| link.url),
                    "tally": self.tally_of(&own),
                }));
            }
        }
        let rest: Vec<&Action> = actions.iter().copied().filter(|action| of(action).is_none()).collect();
        if !rest.is_empty() {
            let title = self.message("progress_no_priority");
            rows.push(json!({ "title": title, "number": null, "url": null, "tally": self.tally_of(&rest) }));
        }
        rows
    }

    /// Everyone who does something with their actions counted, those with the most first; last what nobody does.
    fn partners(&self, actions: &[&Action]) -> Vec<Value> {
        let mut by_owner: BTreeMap<Option<&str>, Vec<&Action>> = BTreeMap::new();
        for action in actions {
            by_owner.entry(action.owner.as_deref()).or_default().push(action);
        }
        let mut owners: Vec<_> = by_owner.into_iter().collect();
        owners.sort_by_key(|(owner, actions)| (owner.is_none(), std::cmp::Reverse(actions.len())));
        let row = |(owner, actions): (Option<&str>, Vec<&Action>)| {
            let title = owner.map_or_else(|| self.message("progress_no_owner"), str::to_owned);
            json!({ "title": title, "number": null, "url": null, "tally": self.tally_of(&actions) })
        };
        owners.into_iter().map(row).collect()
    }

    fn action(&self, action: &Action) -> Value {
        let priority = self.priority(action);
        let place = priority.filter(|priority| priority.page == action.page).map(|priority| priority.id.as_str());
        json!({
            "words": action.words,
            "why": Some(&action.why).filter(|why| !why.is_empty()),
            "owner": action.owner,
            "due": self.when(action.due),
            "done": self.when(action.done),
            "priority": priority.map(|priority| &priority.title),
            "url": self.link(self.site.page(action.page), place).map(|link| link.url),
        })
    }

    fn reported(&self, action: &ReportedAction) -> Value {
        json!({
            "words": action.words,
            "why": action.why,
            "owner": action.owner,
            "due": self.when(action.due),
            "done": self.when(action.done),
            "priority": action.priority,
            "url": null,
        })
    }

    fn figure(&self, value: Option<MeasureValue>, unit: Option<&str>) -> Value {
        json!(value.map(|value| json!({
            "text": self.engine.messages.figure(self.engine.code(self.language), value.number, unit),
            "when": self.when(value.when),
        })))
    }

    fn measure(&self, measure: &Measure) -> Value {
        let unit = measure.unit.as_deref();
        json!({
            "title": measure.title,
            "then": self.figure(measure.values.first().copied(), unit),
            "now": self.figure(measure.values.last().copied(), unit),
            "target": self.figure(measure.target, unit),
            "source": measure.source,
            "said": Some(&measure.said).filter(|said| !said.is_empty()),
        })
    }

    fn reported_measure(&self, measure: &ReportedMeasure) -> Value {
        let unit = measure.unit.as_deref();
        json!({
            "title": measure.title,
            "then": self.figure(measure.then, unit),
            "now": self.figure(measure.now, unit),
            "target": self.figure(measure.target, unit),
            "source": measure.source,
            "said": measure.said,
        })
    }

    /// Links to the reports of all years but the one that is being read.
    fn reports(&self, reading: &Page) -> Vec<Value> {
        let base = self.site.progress_page().map_or("", |page| page.address.as_str());
        let reports = self.site.records.reports.iter().filter_map(|report| {
            let address = format!("{base}{}/", report.period.name);
            let page = self.site.page(*self.site.by_address.get(&address)?);
            (page.id != reading.id && page.is_public())
                .then(|| json!({ "year": years(&report.period.name), "url": self.site.settings.href(&page.address) }))
        });
        reports.collect()
    }
}
