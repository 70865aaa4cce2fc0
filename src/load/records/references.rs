//! What records say of each other: ids that name none, records that another has replaced, and replacements that lead
//! nowhere.

use std::collections::BTreeMap;

use super::read_data;
use crate::data::Step;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::model::Records;
use crate::source::{FileId, Sources};

/// The name of each kind of record: its file, what it is called, and the rules for an id that names none, and for one
/// that another has replaced.
const CONTACT: Kind = ("contacts.yaml", "contact", "unknown-contact", "retired-contact");
const PROVIDER: Kind = ("providers.yaml", "provider", "unknown-provider", "retired-provider");
const AREA: Kind = ("areas.yaml", "area", "unknown-area", "retired-area");

type Kind = (&'static str, &'static str, &'static str, &'static str);

/// A finding about a value of a data file, and what would mend it.
struct Finding {
    file: &'static str,
    path: Vec<Step>,
    diagnostic: Diagnostic,
    mend: Option<String>,
}

/// Reports ids that name no record or a retired one, and successors that are not there or go round.
pub(super) fn check(
    records: &Records,
    data: &BTreeMap<String, FileId>,
    sources: &dyn Sources,
    found: &mut Vec<Diagnostic>,
) {
    let mut all = Vec::new();
    let contacts = || records.contacts.keys().map(String::as_str);
    let providers = || records.providers.keys().map(String::as_str);
    let areas = || records.areas.iter().chain(&records.retired_areas).map(|area| area.id.as_str());
    for (id, contact) in &records.contacts {
        let next = contact.replaced_by.as_deref();
        successor(CONTACT, id, next, contacts(), records.contact_now(id).is_some(), &mut all);
    }
    for (id, provider) in &records.providers {
        let next = provider.replaced_by.as_deref();
        successor(PROVIDER, id, next, providers(), records.provider_now(id).is_some(), &mut all);
        let Some(contact) = &provider.contact else { continue };
        let now = records.contact_now(contact).and_then(|record| record.id.as_deref());
        let path = || vec![Step::from(id.as_str()), Step::from("contact")];
        named(CONTACT, PROVIDER.0, path, contact, now, id, contacts(), &mut all);
    }
    for area in records.areas.iter().chain(&records.retired_areas) {
        let next = area.replaced_by.as_deref();
        successor(AREA, &area.id, next, areas(), records.area_now(&area.id).is_some(), &mut all);
        let now = |id: &str| records.area_now(id).map(|area| area.id.as_str());
        if let Some(parent) = &area.parent {
            let path = || vec![Step::from(area.id.as_str()), Step::from("parent")];
            named(AREA, AREA.0, path, parent, now(parent), &area.id, areas(), &mut all);
        }
        if let Some(contact) = &area.contact {
            let now = records.contact_now(contact).and_then(|record| record.id.as_deref());
            let path = || vec![Step::from(area.id.as_str()), Step::from("contact")];
            named(CONTACT, AREA.0, path, contact, now, &area.id, contacts(), &mut all);
        }
        for (position, neighbour) in area.neighbours.iter().enumerate() {
            // A neighbour may be the plain name of a place elsewhere.
            if areas().any(|id| id == neighbour) {
                let path = || vec![Step::from(area.id.as_str()), Step::from("neighbours"), Step::Item(position)];
                named(AREA, AREA.0, path, neighbour, now(neighbour), &area.id, areas(), &mut all);
            }
        }
    }
    place(all, data, sources, found);
}

/// Looks at what a record says took its place.
fn successor<'a>(
    kind: Kind,
    id: &str,
    next: Option<&str>,
    known: impl Iterator<Item = &'a str> + Clone,
    has_end: bool,
    all: &mut Vec<Finding>,
) {
    let Some(next) = next else { return };
    let (file, what, unknown, _) = kind;
    let path = vec![Step::from(id), Step::from("replaced_by")];
    if !known.clone().any(|known| known == next) {
        let diagnostic = Diagnostic::error(unknown, format!("there is no {what} called `{next}`, which `{id}` names"))
            .note("until there is one, nothing of the record is shown where it is used")
            .maybe_help(did_you_mean_help(next, known));
        all.push(Finding { file, path, diagnostic, mend: None });
    } else if !has_end {
        let diagnostic =
            Diagnostic::error("circular-successor", format!("what replaced `{id}` leads to no {what} in use"))
                .help("follow `replaced_by` from here: the last record must have none, and must be there")
                .note("until then nothing of the record is shown where it is used");
        all.push(Finding { file, path, diagnostic, mend: None });
    }
}

/// Looks at an id that one record names of another. `now` is the record that it stands for.
#[expect(clippy::too_many_arguments, reason = "each is a part of one sentence about one id")]
fn named<'a>(
    kind: Kind,
    file: &'static str,
    path: impl Fn() -> Vec<Step>,
    written: &str,
    now: Option<&str>,
    owner: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    all: &mut Vec<Finding>,
) {
    let (_, what, unknown, retired) = kind;
    if !known.clone().any(|known| known == written) {
        let diagnostic =
            Diagnostic::error(unknown, format!("there is no {what} called `{written}`, which `{owner}` names"))
                .maybe_help(did_you_mean_help(written, known));
        all.push(Finding { file, path: path(), diagnostic, mend: None });
    } else if now != Some(written) {
        let diagnostic = crate::content_type::retired(retired, what, written, now);
        all.push(Finding { file, path: path(), diagnostic, mend: now.map(str::to_owned) });
    }
}

/// Gives each finding its place. A file is read again for that, which happens only where there is something to say.
fn place(mut all: Vec<Finding>, data: &BTreeMap<String, FileId>, sources: &dyn Sources, found: &mut Vec<Diagnostic>) {
    for file in [CONTACT.0, PROVIDER.0, AREA.0] {
        let (mut here, rest): (Vec<Finding>, Vec<Finding>) = all.into_iter().partition(|finding| finding.file == file);
        all = rest;
        let Some(id) = data.get(file).copied().filter(|_| !here.is_empty()) else { continue };
        read_data(file, id, sources, &mut Vec::new(), |_, at, _| {
            for Finding { path, diagnostic, mend, .. } in here.drain(..) {
                found.push(at.mend(diagnostic.at(at.value(&path)), &path, mend));
            }
        });
    }
}

/// Puts the areas that took their place where records name retired ones.
pub(super) fn follow(records: &mut Records) {
    if records.retired_areas.is_empty() {
        return;
    }
    let now = |id: &str| records.area_now(id).map(|area| area.id.clone());
    let followed: Vec<(Option<String>, Vec<String>)> = records
        .areas
        .iter()
        .map(|area| {
            let parent = area.parent.as_deref().map(|parent| now(parent).unwrap_or_else(|| parent.to_owned()));
            let mut neighbours: Vec<String> = Vec::new();
            for neighbour in &area.neighbours {
                let neighbour = now(neighbour).unwrap_or_else(|| neighbour.clone());
                if neighbour != area.id && !neighbours.contains(&neighbour) {
                    neighbours.push(neighbour);
                }
            }
            (parent, neighbours)
        })
        .collect();
    for (area, (parent, neighbours)) in records.areas.iter_mut().zip(followed) {
        (area.parent, area.neighbours) = (parent, neighbours);
    }
}
