//! Which page a row is about: what it names itself, then names, then whatever the last import made.

use std::collections::{BTreeMap, BTreeSet};

use super::{Match, Planning};
use crate::exchange::columns::Cell;
use crate::exchange::incoming::{Incoming, Source};
use crate::exchange::page::{code, plain};
use crate::exchange::state::{State, Written};
use crate::model::Uuid;

impl Planning<'_> {
    /// The page that a service names: by its identifier, by what the last import made, by its file.
    pub(super) fn certain(&self, service: &Incoming) -> Option<Match> {
        if let Some(position) = service.id.and_then(|id| self.by_id.get(&id)) {
            return Some(Match::Page(*position));
        }
        let last = self.state.services.get(&service.key).filter(|_| !self.source.is_ours);
        let by_state = last.and_then(|written| Some((written, *self.by_path.get(written.page.as_str())?)));
        if let Some((written, position)) = by_state {
            if self.is_another(service, written) {
                return Some(Match::Refused(format!(
                    "the sheet has the id of {} here, and another name, postcode, phone and email than it had: if this is another \
                     sheet, call it so with `--name NAME`; else give each service the id that it had",
                    written.page
                )));
            }
            return Some(Match::Page(position));
        }
        let by_path = service.path.as_deref().and_then(|path| self.by_path.get(path));
        // A page that was moved and renamed by hand keeps the id that the first import gave it.
        let made = || (!self.source.is_ours).then(|| Uuid::named(self.namespace, &service.key));
        match by_path.or_else(|| made().and_then(|id| self.by_id.get(&id))) {
            Some(position) => Some(Match::Page(*position)),
            None => (self.source.is_ours && service.path.is_some()).then_some(Match::New),
        }
    }

    /// Whether nothing that tells services apart is as the last import wrote it.
    pub(super) fn is_another(&self, service: &Incoming, written: &Written) -> bool {
        let is_known = |heading: &str| {
            let said = service.cells.iter().rev().find(|(own, _)| own == heading).map(|(_, cell)| cell.as_str());
            let (said, then) = (said?, written.fields.get(heading)?);
            Some(self.is_same(heading, Some(said), Some(then)))
        };
        let others =
            ["place 1 postcode", "place 1 address", "contact 1 phone 1", "contact 1 email", "contact 1 website"];
        let others: Vec<bool> = others.into_iter().filter_map(is_known).collect();
        is_known("title") == Some(false) && !others.is_empty() && !others.contains(&true)
    }

    /// The page that has the name and a postcode of a service. Of a page with a hidden place nobody knows the postcode, so
    /// that its name is enough: else its address would stand on a second page, for all to read.
    pub(super) fn by_name(&self, service: &Incoming) -> Match {
        let is_postcode = |heading: &str| heading.ends_with(" postcode");
        let codes: Vec<String> =
            service.cells.iter().filter(|(heading, _)| is_postcode(heading)).map(|(_, cell)| code(cell)).collect();
        let called: Vec<usize> =
            self.by_name.get(plain(&service.title).as_str()).into_iter().flatten().copied().collect();
        let is_same_place = |position: &usize| {
            let listed = &self.target.listed[*position];
            match (codes.is_empty(), listed.postcodes.is_empty()) {
                _ if listed.hides => true,
                (true, true) => true,
                (false, false) => codes.iter().any(|code| listed.postcodes.contains(code)),
                _ => false,
            }
        };
        let is_free = |position: &usize| !self.taken.contains_key(position) && !self.claimed.contains(position);
        let same: Vec<usize> = called.iter().copied().filter(is_same_place).collect();
        match same.iter().copied().filter(is_free).collect::<Vec<_>>()[..] {
            [position] => Match::Page(position),
            _ => match same.iter().find(|position| self.target.listed[**position].hides) {
                Some(hidden) => Match::Refused(format!(
                    "it is called as {}, which has a hidden place, and may be the same: give the row the `id` of that page, or \
                     another name",
                    self.target.listed[*hidden].path
                )),
                None => Match::New,
            },
        }
    }
}

/// The source with the keys that the last import gave to services which have one key: by what they say, as their order may be
/// another now. Nothing where each has a key of its own.
pub(super) fn with_known_keys(source: &Source, state: &State) -> Option<Source> {
    let base = |key: &str| {
        let numbered = key.rsplit_once(" #").filter(|(_, number)| number.parse::<u32>().is_ok());
        numbered.map_or(key, |(base, _)| base).to_owned()
    };
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, service) in source.services.iter().enumerate() {
        groups.entry(base(&service.key)).or_default().push(position);
    }
    // Of very many nobody could tell which is which.
    groups.retain(|_, members| (2..50).contains(&members.len()));
    if groups.is_empty() || source.is_ours {
        return None;
    }
    let mut known = source.clone();
    for members in groups.values() {
        let likeness = |position: usize, key: &str| {
            let written = state.services.get(key);
            let is_said = |(heading, cell): &&Cell| written.is_some_and(|last| last.fields.get(heading) == Some(cell));
            source.services[position].cells.iter().filter(is_said).count()
        };
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (at, position) in members.iter().enumerate() {
            let keys = members.iter().enumerate();
            pairs.extend(keys.map(|(other, key)| (likeness(*position, &source.services[*key].key), at, other)));
        }
        // The most alike first; those that are as much alike stay in their order.
        pairs.sort_by_key(|(alike, at, other)| (std::cmp::Reverse(*alike), at.abs_diff(*other), *at));
        let (mut done, mut given) = (BTreeSet::new(), BTreeSet::new());
        for (_, at, other) in pairs {
            if !done.contains(&at) && !given.contains(&other) {
                known.services[members[at]].key.clone_from(&source.services[members[other]].key);
                done.insert(at);
                given.insert(other);
            }
        }
    }
    Some(known)
}
