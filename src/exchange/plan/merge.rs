//! One row compared with its page, field by field.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, FieldChange, KEPT, Planning, address_of, kept, short};
use crate::exchange::Problem;
use crate::exchange::columns::{BODY, OTHER, key_of};
use crate::exchange::export::{KEPT_BACK, fingerprints, is_secret};
use crate::exchange::hidden::{Address, Guard, Left, hides_by};
use crate::exchange::incoming::Incoming;
use crate::exchange::lists::{Choice, Fact, as_wholes};
use crate::exchange::page::Existing;

impl Planning<'_> {
    pub(super) fn merge(&mut self, service: &Incoming, page: &Existing) {
        let keys = self.target.keys;
        let mut cells: BTreeMap<String, String> = page.cells(keys).into_iter().collect();
        let old = cells.clone();
        let hides = page.hides();
        let guard = match self.source.is_ours {
            true => Guard::default(),
            false => Guard::of(service, &self.target.site.settings),
        };
        let is_guarded = !self.source.is_ours && hides || guard.is_any();
        let guarded = is_guarded.then(|| self.without_secrets(service, hides, &guard, &cells));
        if is_guarded {
            self.addresses.push(address_of(service));
        }
        let nothing = Left::default();
        let (service, left) = guarded.as_ref().map_or((service, &nothing), |(without, left)| (without, left));
        self.tell_doubts(service, left.is_any() || hides);
        cells.insert(BODY.into(), page.body.clone());
        if let Some(kept) = self.kept_of(page) {
            cells.insert(KEPT.into(), kept);
        }
        let mut new: BTreeMap<&str, String> =
            service.cells.iter().map(|(heading, cell)| (heading.as_str(), cell.clone())).collect();
        if let Some(body) = &service.body {
            new.insert(BODY, body.clone());
        }
        if !service.notes.is_empty() {
            new.insert(KEPT, kept(&service.notes));
        }
        let keeps_contacts = !self.source.is_ours && self.keeps_contacts(service, &mut new, &cells, page);
        let last = self.state.services.get(&service.key).filter(|_| !self.source.is_ours);
        let is_fresh = service.exported.as_ref().is_none_or(|mark| fingerprints(page, keys).contains(mark));
        let apart: BTreeSet<String> = old
            .get(OTHER)
            .map(|cell| keys.front([(OTHER, cell.as_str())]).into_iter().map(|(key, _)| key).collect())
            .unwrap_or_default();
        let headings: BTreeSet<String> =
            new.keys().map(|heading| (*heading).to_owned()).chain(cells.keys().cloned()).collect();
        let headings: BTreeSet<String> =
            headings.into_iter().chain(last.iter().flat_map(|last| last.fields.keys().cloned())).collect();
        let mut headings: Vec<String> = headings.into_iter().collect();
        headings.sort_by_cached_key(|heading| keys.place_of(heading));
        let (mut facts, mut silent): (Vec<Fact>, Vec<&str>) = (Vec::new(), Vec::new());
        let mut is_cut = false;
        let will_hide = |(heading, cell): (&&str, &String)| heading.ends_with(" hidden") && hides_by(cell);
        let is_concealed = hides || new.iter().any(will_hide);
        let both = cells.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str()));
        let both = both.chain(new.iter().map(|(heading, cell)| (*heading, cell.as_str())));
        let address = if is_concealed { Address::of(both) } else { Address::default() };
        for heading in &headings {
            let is_covered = match heading.as_str() {
                KEPT => !self.source.is_ours || new.contains_key(KEPT),
                _ => self.source.covers.has(heading) || new.contains_key(heading.as_str()),
            };
            let is_left = keeps_contacts && key_of(heading) == "contact" || service.kept_back.contains(heading);
            let now = cells.get(heading).map(String::as_str);
            let then = last.and_then(|last| last.fields.get(heading)).map(String::as_str);
            let said = new.get(heading.as_str()).map(String::as_str);
            let same = |one: Option<&str>, other: Option<&str>| self.is_same(heading, one, other);
            if hides && !self.source.is_ours && is_secret(heading) || left.headings.contains(heading) {
                continue;
            }
            if !is_covered || is_left {
                silent.extend(now.map(|_| heading.as_str()));
                continue;
            }
            if heading == BODY && self.source.is_ours && is_cut_short(said, now) {
                is_cut = true;
                continue;
            }
            let choice = match () {
                () if same(said, now) => Choice::Same,
                () if apart.contains(key_of(heading)) && heading != OTHER => Choice::Conflict,
                // A row that somebody copied has no mark, and its empty cells say nothing.
                () if self.source.is_ours && service.exported.is_none() && said.is_none() => Choice::Leave,
                () if self.source.is_ours && is_fresh => Choice::Take,
                () if self.source.is_ours => Choice::Conflict,
                () if then.is_none() && now.is_none() => Choice::Take,
                () if then.is_some() && same(then, now) => Choice::Take,
                () if then.is_some() && same(then, said) || said.is_none() => Choice::Leave,
                () => Choice::Conflict,
            };
            let own = |cell: Option<&str>| cell.map(str::to_owned);
            facts.push(Fact {
                is_locked: apart.contains(key_of(heading)) && heading != OTHER,
                heading: heading.clone(),
                now: own(now),
                then: own(then),
                said: own(said),
                choice,
            });
        }
        if left.is_told {
            let why = match hides || !guard.is_refuge {
                true => "an address of a hidden place was left out",
                false => "it may be a refuge, so an address that its page does not have was left out",
            };
            self.plan
                .problems
                .push(Problem::warning(service.place.clone(), format!("{why}: content/{} stays without", page.path)));
        }
        if is_cut {
            self.plan.problems.push(Problem::error(
                service.place.clone(),
                format!(
                    "a spreadsheet holds no more than 32,767 letters in a cell and cut the text of content/{}, which stays as it is",
                    page.path
                ),
            ));
        }
        as_wholes(&mut facts, &silent, self.source.is_ours && !is_fresh);
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        let mut fields = Vec::new();
        let mut touched: BTreeSet<String> = BTreeSet::new();
        for Fact { heading, now, then, said, choice, is_locked } in facts {
            let is_by_hand = choice == Choice::Conflict || choice == Choice::Leave && then.is_some();
            let is_taken = choice == Choice::Take || is_by_hand && self.target.overwrite && !is_locked;
            let remembered = if is_taken || choice == Choice::Same { &said } else { &then };
            if let Some(remembered) = remembered {
                written.insert(heading.clone(), short(&heading, remembered));
            }
            if choice == Choice::Same || choice == Choice::Leave && !is_taken {
                continue;
            }
            let is_secret = |cell: &str| is_secret(&heading) || heading == KEPT || address.is_told_by(cell);
            let shown = |cell: Option<String>| match cell {
                Some(cell) if is_concealed && is_secret(&cell) => Some(KEPT_BACK.to_owned()),
                cell => cell,
            };
            fields.push(FieldChange {
                heading: heading.clone(),
                before: shown(now),
                after: shown(said.clone()),
                is_kept: !is_taken,
            });
            if is_taken {
                touched.insert(heading.clone());
                match said {
                    Some(said) => drop(cells.insert(heading, said)),
                    None => drop(cells.remove(&heading)),
                }
            }
        }
        let mut file = None;
        if !touched.is_empty() {
            let front = self.front(page, &old, &cells, &touched, service);
            let body = touched.contains(BODY).then(|| self.body(cells.get(BODY).map(String::as_str)));
            let body = body.map(|body| match page.text().contains("\r\n") && !body.contains("\r\n") {
                true => body.replace('\n', "\r\n"),
                false => body,
            });
            let text = page.with(&front, body.as_deref());
            let why = match () {
                () if page.would_be_exposed(&text) => Some(
                    "it would make a hidden place public, or move it among the others: nothing of this row was taken, so do \
                     that on the page itself",
                ),
                () if !self.is_whole(&front, &cells, &touched) => Some(
                    "its facts do not fit into one page, such as both words and a table for one key: nothing of this row was taken",
                ),
                () => None,
            };
            if let Some(why) = why {
                return self.refuse(service, format!("{why} (content/{})", page.path));
            }
            file = Some(text);
        }
        self.remember(service, &page.path, written);
        if fields.is_empty() {
            self.plan.unchanged += 1;
            return;
        }
        if let Some(text) = file {
            let path = format!("content/{}", page.path);
            self.plan.before.insert(path.clone(), blake3::hash(page.text().as_bytes()));
            self.plan.files.push((path, text));
        }
        self.plan.changes.push(Change {
            path: page.path.clone(),
            place: service.place.clone(),
            title: service.title.clone(),
            is_new: false,
            fields,
        });
    }
}

/// The letters that a spreadsheet's cell holds at most, but for a few that it may lose at the end.
const CELL_LIMIT: usize = 32_700;

/// Whether the text of a page is as long as a cell can be, and the page goes on.
pub(super) fn is_cut_short(said: Option<&str>, now: Option<&str>) -> bool {
    let plain = |text: &str| text.trim().replace("\r\n", "\n");
    let (Some(said), Some(now)) = (said.map(plain), now.map(plain)) else { return false };
    said.encode_utf16().count() >= CELL_LIMIT && now.encode_utf16().count() > said.encode_utf16().count()
}
