//! Reads what the strategies of a site promise, before any page is made: the progress page, lists and reports are made
//! of it. Strategy pages are the only ones that are parsed twice; what is wrong in them is reported when they are made.

use super::markdown::parse;
use crate::model::{
    ActionState, Details, Form, Kind, Page, Period, Progress, Publication, ReportedAction, ReportedMeasure, Site,
    Variant, YearReport,
};
use crate::source::Sources;
use crate::theme::Theme;

/// Fills in `progress` of a site: everything on the strategy pages that readers can see, in the order of addresses.
pub fn progress(site: &mut Site, sources: &dyn Sources, theme: &Theme) {
    let mut all = Progress::default();
    for page in site.pages.iter().filter(|page| is_strategy(page)) {
        let Some(origin) = &page.origin else {
            continue;
        };
        let Ok(bytes) = sources.read(&format!("content/{}", origin.path)) else {
            continue;
        };
        let mut own = parse(page, &String::from_utf8_lossy(&bytes), site, theme).facts.progress;
        own.priorities.iter_mut().for_each(|priority| priority.page = page.id);
        own.actions.iter_mut().for_each(|action| action.page = page.id);
        own.measures.iter_mut().for_each(|measure| measure.page = page.id);
        all.priorities.append(&mut own.priorities);
        all.actions.append(&mut own.actions);
        all.measures.append(&mut own.measures);
    }
    site.progress = all;
}

/// Variants repeat the promises of their page, and are not counted again.
fn is_strategy(page: &Page) -> bool {
    matches!(page.details, Details::Strategy(_))
        && page.kind == Kind::Content
        && page.publication == Publication::Live
        && page.variant == Variant { language: 0, form: Form::Standard }
        && page.part == 1
        && page.copy.is_none()
}

/// What was promised for a year and what came of it, as the strategies in force say it now.
pub fn report_of(site: &Site, period: &Period) -> YearReport {
    let mut due_later = 0;
    let mut actions = Vec::new();
    for action in site.progress.actions.iter().filter(|action| site.is_in_force(action.page)) {
        let done = action.done.or(action.due.filter(|_| action.state == ActionState::Done));
        let was_done = action.state == ActionState::Done;
        if was_done && done.is_some_and(|done| done.last_day() < period.from) {
            continue;
        }
        let is_done = was_done && done.is_none_or(|done| done.first_day() <= period.to);
        if !is_done && action.due.is_none_or(|due| due.last_day() > period.to) {
            due_later += usize::from(action.state != ActionState::Stopped);
            continue;
        }
        let priority = site.progress.priorities.iter().find(|priority| {
            Some(&priority.id) == action.priority.as_ref() && (priority.page == action.page || action.names_priority)
        });
        actions.push(ReportedAction {
            strategy: site.page(action.page).common.safe_title().to_owned(),
            priority: priority.map(|priority| priority.title.clone()),
            words: action.words.clone(),
            owner: action.owner.clone(),
            due: action.due,
            done: action.done,
            state: match action.state {
                ActionState::Stopped => ActionState::Stopped,
                _ if is_done => ActionState::Done,
                _ => ActionState::Late,
            },
            why: Some(action.why.clone()).filter(|why| !why.is_empty()),
        });
    }
    let measures = site.progress.measures.iter().filter(|measure| site.is_in_force(measure.page));
    let measures = measures.map(|measure| ReportedMeasure {
        title: measure.title.clone(),
        unit: measure.unit.clone(),
        then: measure.value_on(period.day_before()).or(measure.values.first().copied()),
        now: measure.value_on(period.to),
        target: measure.target,
        source: measure.source.clone(),
        said: Some(measure.said.clone()).filter(|said| !said.is_empty()),
    });
    YearReport {
        period: period.clone(),
        made: site.today,
        actions,
        due_later,
        measures: measures.collect(),
        corrections: Vec::new(),
    }
}
