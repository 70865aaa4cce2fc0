//! What an import would do to a site: which pages are new, what changes in the others field by field, and what was changed
//! by hand since the last import and is left as it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Problem;
use super::columns::{BODY, Cell, Keys, OTHER, key_of};
use super::export::{KEPT_BACK, fingerprints, is_secret};
use super::hidden::{Address, Guard, Left, forget, hides_by, is_name, with_hidden_places, without_address};
use super::incoming::{Incoming, Source};
use super::known::Known;
use super::lists::{Choice, Fact, as_wholes};
use super::page::{Existing, Listed, code, plain};
use super::state::{FOLDER, State, Written};
use crate::config::Settings;
use crate::data::{Kind, Value, parse_yaml, write_entry, write_flow, write_front_matter};
use crate::load::name;
use crate::model::{Form, Site, Uuid, Variant, fold, is_reserved, slug};
use crate::source::{FileId, Files, Sources};

/// The column that stands for what a source's own notes hold.
const KEPT: &str = "notes from the source";

/// The site that an import is compared with.
pub struct Target<'t> {
    /// The site.
    pub site: &'t Site,
    /// Its files.
    pub sources: &'t dyn Sources,
    /// The keys of its services.
    pub keys: &'t Keys,
    /// What cells may speak of.
    pub known: &'t Known,
    /// Its services.
    pub listed: &'t [Listed],
    /// The folder of new pages, below `content/`.
    pub folder: &'t str,
    /// Whether what was changed by hand is written over.
    pub overwrite: bool,
}

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Pages that are new, or of which something changes or was changed by hand.
    pub changes: Vec<Change>,
    /// How many pages say already what the source says.
    pub unchanged: usize,
    /// Pages of the last import that the source has no more.
    pub gone: Vec<String>,
    /// Every file to write, by its path below the site.
    pub files: Vec<(String, String)>,
    /// What those files held that are there already.
    before: BTreeMap<String, blake3::Hash>,
    /// What could not be done.
    pub problems: Vec<Problem>,
}

/// What would become of one page.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its file, below `content/`.
    pub path: String,
    /// Where it stands in the source.
    pub place: String,
    /// What it is called.
    pub title: String,
    /// Whether there is no such page yet.
    pub is_new: bool,
    /// Its columns that differ.
    pub fields: Vec<FieldChange>,
}

/// One column that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The column.
    pub heading: String,
    /// What the page says.
    pub before: Option<String>,
    /// What the source says.
    pub after: Option<String>,
    /// Whether the page is left as it is, since it was changed by hand.
    pub is_kept: bool,
}

impl Plan {
    /// How many pages are new, changed, and hold something that was changed by hand.
    pub fn counts(&self) -> (usize, usize, usize) {
        let new = self.changes.iter().filter(|change| change.is_new).count();
        let is_changed = |change: &&Change| !change.is_new && change.fields.iter().any(|field| !field.is_kept);
        let is_kept = |change: &&Change| change.fields.iter().any(|field| field.is_kept);
        (new, self.changes.iter().filter(is_changed).count(), self.changes.iter().filter(is_kept).count())
    }

    /// The files that are not what they were when this was planned: somebody works on them.
    pub fn changed_since(&self, sources: &dyn Sources) -> Vec<&str> {
        let is_other =
            |path: &str| sources.read(path).ok().map(|bytes| blake3::hash(&bytes)) != self.before.get(path).copied();
        self.files.iter().map(|(path, _)| path.as_str()).filter(|path| is_other(path)).collect()
    }
}

/// Compares a source with a site.
pub fn plan(source: &Source, state: &State, target: &Target<'_>) -> Plan {
    let known = with_known_keys(source, state);
    let source = known.as_ref().unwrap_or(source);
    let mut planning = Planning::new(source, state, target);
    // A row that names its page has it before one that is called alike.
    let certain: Vec<Option<Match>> = source.services.iter().map(|service| planning.certain(service)).collect();
    planning.claimed = certain.iter().flatten().filter_map(Match::page).collect();
    for (service, certain) in source.services.iter().zip(certain) {
        let found = certain.unwrap_or_else(|| planning.by_name(service));
        planning.service(service, found);
    }
    planning.finish()
}

/// The source with the keys that the last import gave to services which have one key: by what they say, as their order may be
/// another now. Nothing where each has a key of its own.
fn with_known_keys(source: &Source, state: &State) -> Option<Source> {
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

struct Planning<'p> {
    source: &'p Source,
    state: &'p State,
    target: &'p Target<'p>,
    namespace: Uuid,
    by_id: HashMap<Uuid, usize>,
    by_path: HashMap<&'p str, usize>,
    by_name: HashMap<&'p str, Vec<usize>>,
    taken: HashMap<usize, String>,
    claimed: BTreeSet<usize>,
    paths: BTreeSet<String>,
    /// Files in which there is no page that could be read.
    unread: BTreeSet<String>,
    service_folders: HashMap<String, bool>,
    /// Where places are that nobody may learn of from this source.
    addresses: Vec<Address>,
    /// Of names that several services have, the next number.
    numbers: HashMap<String, usize>,
    next: State,
    plan: Plan,
}

/// How a row was matched with its page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Match {
    Page(usize),
    New,
    /// It is left out, for a reason.
    Refused(String),
}

impl Match {
    fn page(&self) -> Option<usize> {
        match self {
            Self::Page(position) => Some(*position),
            _ => None,
        }
    }
}

impl<'p> Planning<'p> {
    fn new(source: &'p Source, state: &'p State, target: &'p Target<'p>) -> Self {
        let all = || target.listed.iter().enumerate();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (position, listed) in all() {
            by_name.entry(&listed.name).or_default().push(position);
        }
        let site = target.site;
        let own = site.pages.iter().filter_map(|page| page.origin.as_ref());
        let own = own.map(|origin| origin.path.strip_prefix("content/").unwrap_or(&origin.path).to_lowercase());
        let own: BTreeSet<String> = own.collect();
        let all_files = target.sources.list(&mut Files::default()).map(|(files, _)| files).unwrap_or_default();
        let unread = all_files
            .iter()
            .filter_map(|file| Some(file.path.strip_prefix("content/")?.to_lowercase()))
            .filter(|path| !own.contains(path));
        let namespace = Uuid::named(Uuid::URL, &site.settings.permalink("/"));
        Self {
            source,
            state,
            target,
            namespace: Uuid::named(namespace, &format!("import/{}", source.name)),
            by_id: all().map(|(position, listed)| (listed.id, position)).collect(),
            by_path: all().map(|(position, listed)| (listed.path.as_str(), position)).collect(),
            by_name,
            taken: HashMap::new(),
            claimed: BTreeSet::new(),
            unread: unread.collect(),
            paths: own,
            service_folders: HashMap::new(),
            addresses: Vec::new(),
            numbers: HashMap::new(),
            next: State::default(),
            plan: Plan::default(),
        }
    }

    fn service(&mut self, service: &Incoming, found: Match) {
        match found {
            Match::Refused(why) => self.refuse(service, why),
            Match::Page(position) => {
                if let Some(first) = self.taken.get(&position) {
                    let path = &self.target.listed[position].path;
                    let why = format!(
                        "it leads to the page of {first}, {path}, and was left out: give one of them an id of its own"
                    );
                    return self.refuse(service, why);
                }
                self.taken.insert(position, service.place.clone());
                let listed = &self.target.listed[position];
                match listed.read(self.target.sources) {
                    Some(page) => self.merge(service, &page),
                    None => {
                        let why = format!("its page content/{} cannot be read: `signpost check` says why", listed.path);
                        self.refuse(service, why);
                    }
                }
            }
            Match::New => self.add(service),
        }
    }

    /// Tells what could not be read in cells that may say where a place is; of a hidden one without their words.
    fn tell_doubts(&mut self, service: &Incoming, hides: bool) {
        self.plan.problems.extend(service.doubts.iter().map(|doubt| {
            let message = if hides { &doubt.concealed } else { &doubt.message };
            Problem::warning(doubt.place.clone(), message.clone())
        }));
    }

    /// Leaves a service out; what the last import wrote of it is still known.
    fn refuse(&mut self, service: &Incoming, why: String) {
        self.plan.problems.push(Problem::error(service.place.clone(), why));
        self.keep_state(service);
    }

    fn keep_state(&mut self, service: &Incoming) {
        if let Some(last) = self.state.services.get(&service.key)
            && !self.next.services.contains_key(&service.key)
        {
            self.next.services.insert(service.key.clone(), self.still_known(last));
        }
    }

    /// What the last import wrote of a page that this one leaves alone; of hidden places nothing.
    fn still_known(&self, last: &Written) -> Written {
        let mut last = last.clone();
        let page = self.by_path.get(last.page.as_str()).map(|position| &self.target.listed[*position]);
        if page.is_none_or(|page| page.hides) {
            forget(&mut last.fields);
        }
        for (heading, cell) in &mut last.fields {
            *cell = short(heading, cell);
        }
        last
    }

    /// Whether a column may tell where a place is.
    fn may_tell(&self, heading: &str) -> bool {
        is_secret(heading) || self.source.has_loose_names && is_name(heading)
    }

    /// What is not taken from a source: addresses of hidden places, and of what may be a refuge, unless its page has one.
    fn without_secrets(
        &self,
        service: &Incoming,
        hides: bool,
        guard: &Guard,
        cells: &BTreeMap<String, String>,
    ) -> (Incoming, Left) {
        let said = &service.cells;
        let mut service = service.clone();
        let last = self.state.services.get(&service.key);
        let known: Vec<Cell> = last.iter().flat_map(|last| last.fields.clone()).collect();
        let is_known = hides || !guard.hidden.is_empty();
        let mut left = without_address(&mut service, if is_known { &known } else { &[] }, |heading| {
            let is_out = hides || guard.hides(heading) || guard.is_refuge && !cells.contains_key(heading);
            is_out && self.may_tell(heading)
        });
        // What the page says already is not told, and not remembered either.
        let is_new = |heading: &&String| {
            said.iter().any(|(own, cell)| own == *heading && cells.get(*heading) != Some(cell)) || *heading == BODY
        };
        left.is_told = left.has_notes || left.headings.iter().any(|heading| is_new(&heading));
        (service, left)
    }

    /// The page that a service names: by its identifier, by what the last import made, by its file.
    fn certain(&self, service: &Incoming) -> Option<Match> {
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
    fn is_another(&self, service: &Incoming, written: &Written) -> bool {
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
    fn by_name(&self, service: &Incoming) -> Match {
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

    fn merge(&mut self, service: &Incoming, page: &Existing) {
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

    /// Whether two cells say the same. What people write in two ways, such as a phone number, is one thing.
    fn is_same(&self, heading: &str, one: Option<&str>, other: Option<&str>) -> bool {
        let (one, other) = (one.filter(|text| !text.is_empty()), other.filter(|text| !text.is_empty()));
        let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
        if one == other || short(heading, one) == other || short(heading, other) == one {
            return true;
        }
        if self.source.is_ours {
            // A list of one is the word alone, and white space around words is none of theirs. A spreadsheet writes line
            // ends, `FALSE` and `52.9` in its own way when it saves.
            let is_plain =
                self.target.keys.kind_of(heading).is_some_and(|kind| matches!(kind, Kind::Flag | Kind::Number));
            let flag = |text: &str| Value::Text(text.to_owned()).as_flag();
            let number = |text: &str| text.trim().parse::<f64>().ok();
            return match heading {
                BODY => short(BODY, one) == short(BODY, other),
                _ if heading.ends_with(" hidden") || is_plain => {
                    one.trim() == other.trim()
                        || flag(one).is_some() && flag(one) == flag(other)
                        || number(one).is_some() && number(one) == number(other)
                }
                _ => one.trim() == other.trim(),
            };
        }
        let words = |text: &str| {
            text.replace(['‘', '’'], "'").replace(['“', '”'], "\"").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let is_phone = heading.contains(" phone ") && heading.ends_with(|letter: char| letter.is_ascii_digit())
            || heading.ends_with(" text");
        words(one) == words(other)
            || is_phone && digits(one) == digits(other)
            || heading.ends_with(" postcode") && code(one) == code(other)
            || heading == BODY && short(BODY, one) == short(BODY, other)
    }

    /// Whether front matter says all that the cells say of what was touched.
    fn is_whole(&self, front: &Value, cells: &BTreeMap<String, String>, touched: &BTreeSet<String>) -> bool {
        let keys: BTreeSet<&str> = touched
            .iter()
            .filter(|heading| ![BODY, KEPT, OTHER].contains(&heading.as_str()))
            .map(|heading| key_of(heading))
            .collect();
        // Items are counted anew where one in the middle is gone, and marks between words are none of theirs.
        let bare = |heading: &str, cell: &str| {
            let words: Vec<&str> = heading.split(' ').filter(|word| word.parse::<u32>().is_err()).collect();
            let letters: String = cell.chars().filter(|letter| letter.is_alphanumeric()).collect();
            let flag = Value::Text(cell.to_owned()).as_flag().map(|flag| flag.to_string());
            (words.join(" "), flag.unwrap_or(letters))
        };
        let all = |cells: &mut dyn Iterator<Item = (&String, &String)>| {
            let own = cells.filter(|(heading, cell)| {
                ![BODY, KEPT, OTHER].contains(&heading.as_str())
                    && keys.contains(key_of(heading))
                    && !cell.trim().is_empty()
            });
            let mut all: Vec<(String, String)> = own.map(|(heading, cell)| bare(heading, cell)).collect();
            all.sort();
            all
        };
        let made = self.target.keys.cells(front);
        all(&mut cells.iter()) == all(&mut made.iter().map(|(heading, cell)| (heading, cell)))
    }

    /// Front matter in which what was touched says what the cells say.
    fn front(
        &self,
        page: &Existing,
        old: &BTreeMap<String, String>,
        cells: &BTreeMap<String, String>,
        touched: &BTreeSet<String>,
        service: &Incoming,
    ) -> Value {
        let keys = self.target.keys;
        let own = cells.iter().filter(|(heading, _)| *heading != BODY && *heading != KEPT);
        let made = keys.front(own.map(|(heading, cell)| (heading.as_str(), cell.as_str())));
        let mut changed: BTreeSet<String> = touched.iter().map(|heading| key_of(heading).to_owned()).collect();
        if touched.contains(OTHER) {
            let before = keys.front(old.get(OTHER).map(|cell| (OTHER, cell.as_str())));
            let after = keys.front(cells.get(OTHER).map(|cell| (OTHER, cell.as_str())));
            changed.extend(before.into_iter().chain(after).map(|(key, _)| key));
        }
        let mut entries: Vec<(String, Value)> = page.front.entries().to_vec();
        for key in changed.iter().filter(|key| !matches!(key.as_str(), BODY | OTHER) && *key != key_of(KEPT)) {
            put(&mut entries, key, made.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone()));
        }
        if touched.contains("notes") {
            put(&mut entries, "notes", made.iter().find(|(known, _)| known == "notes").map(|(_, value)| value.clone()));
        }
        if touched.contains(KEPT) {
            let notes = entries.iter().find(|(key, _)| key == "notes").map(|(_, value)| value.clone());
            let own = if cells.contains_key(KEPT) { Value::Table(service.notes.clone()) } else { Value::Null };
            put(&mut entries, "notes", Some(self.with_notes(notes, own)));
        }
        Value::Table(entries)
    }

    /// An editor's notes with those of the source beside them.
    fn with_notes(&self, notes: Option<Value>, own: Value) -> Value {
        let mut entries = match notes {
            Some(Value::Table(entries)) => entries,
            Some(other) if !other.is_empty() => vec![("words".to_owned(), other)],
            _ => Vec::new(),
        };
        put(&mut entries, &self.source.name, (!own.is_empty()).then_some(own));
        Value::Table(entries)
    }

    fn kept_of(&self, page: &Existing) -> Option<String> {
        let own = page.front.get("notes")?.get(&self.source.name)?;
        matches!(own, Value::Table(_)).then(|| kept(own.entries()))
    }

    /// A contact that is a record is written in one place: the page keeps it, and what differs is told.
    fn keeps_contacts(
        &mut self,
        service: &Incoming,
        new: &mut BTreeMap<&str, String>,
        cells: &BTreeMap<String, String>,
        page: &Existing,
    ) -> bool {
        let is_id = |heading: &str| heading.strip_prefix("contact ").is_some_and(|rest| !rest.contains(' '));
        let ids: Vec<&String> = cells.iter().filter(|(heading, _)| is_id(heading)).map(|(_, id)| id).collect();
        if ids.is_empty() {
            return false;
        }
        let records = ids.iter().filter_map(|id| self.target.site.records.contact_now(id));
        let mut known: BTreeSet<String> = BTreeSet::new();
        let mut words: BTreeSet<String> = BTreeSet::new();
        for record in records {
            let labels = record.phones.iter().flat_map(|phone| [&phone.label, &phone.hours, &phone.cost]).flatten();
            let all = [&record.name, &record.reply_time, &record.address];
            words.extend(all.into_iter().flatten().chain(labels).map(|word| plain(word)));
            words.extend(record.phones.iter().flat_map(|phone| &phone.languages).map(|word| plain(word)));
            known.extend(record.phones.iter().map(|phone| digits(&phone.number)));
            known.extend(record.texts.iter().map(|text| digits(text)));
            known.extend(
                record
                    .emails
                    .iter()
                    .chain(&record.websites)
                    .chain(&record.form)
                    .chain(&record.bsl_relay)
                    .map(|word| link(word)),
            );
        }
        let told: Vec<(&str, String)> = new
            .iter()
            .filter(|(heading, _)| key_of(heading) == "contact")
            .map(|(heading, cell)| (*heading, cell.clone()))
            .collect();
        for (heading, cell) in told {
            new.remove(heading);
            let is_number = heading.contains(" phone ") && heading.ends_with(|letter: char| letter.is_ascii_digit());
            let is_text = heading.ends_with(" text");
            let is_link = [" email", " website", " form", " bsl_relay"].iter().any(|end| heading.ends_with(end));
            let missing: Vec<String> = super::columns::split(&cell)
                .into_iter()
                .filter(|item| match (is_number || is_text, is_link) {
                    (true, _) => !known.contains(&digits(item)),
                    (_, true) => !known.contains(&link(item)),
                    _ => !words.contains(&plain(item)) && !item.is_empty() && !heading.ends_with(" public"),
                })
                .collect();
            if !missing.is_empty() {
                let names: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
                self.plan.problems.push(Problem::warning(
                    service.place.clone(),
                    format!(
                        "`{}` is not in the contact `{}` of {}: if it is right, change it in content/data/contacts.yaml",
                        missing.join("`, `"),
                        names.join("`, `"),
                        page.path
                    ),
                ));
            }
        }
        true
    }

    fn remember(&mut self, service: &Incoming, page: &str, fields: BTreeMap<String, String>) {
        self.next.services.insert(service.key.clone(), Written { page: page.to_owned(), fields });
    }

    fn body(&self, said: Option<&str>) -> String {
        match (said, self.source.is_ours) {
            (Some(said), true) => said.to_owned(),
            (Some(said), false) => format!("\n{}\n", said.trim().replace("\r\n", "\n")),
            (None, _) => String::new(),
        }
    }

    fn add(&mut self, service: &Incoming) {
        let mut without = service.clone();
        let guard = match self.source.is_ours {
            true => Guard::default(),
            false => Guard::of(service, &self.target.site.settings),
        };
        if guard.is_any() {
            self.addresses.push(address_of(service));
            let left = without_address(&mut without, &[], |heading| {
                (guard.is_refuge || guard.hides(heading)) && self.may_tell(heading)
            });
            if guard.is_refuge && left.is_any() {
                with_hidden_places(&mut without, &left);
                self.plan.problems.push(Problem::error(
                    service.place.clone(),
                    "it may be a refuge, so its address was left out and its place is hidden: look at the new page, and write \
                     the address there by hand if it may be known",
                ));
            } else if left.is_any() {
                let why = "an address of a hidden place was left out";
                self.plan.problems.push(Problem::warning(service.place.clone(), why));
            }
        }
        self.tell_doubts(service, guard.is_any());
        let service = &without;
        let Some(path) = self.new_path(service) else { return };
        let mut cells: Vec<Cell> = service.cells.clone();
        if !self.source.is_ours && cells.iter().all(|(heading, _)| heading != "id") {
            let id = service.id.unwrap_or_else(|| Uuid::named(self.namespace, &service.key));
            cells.push(("id".into(), id.to_string()));
        }
        if !service.kept_back.is_empty() {
            let columns = service.kept_back.join(", ");
            self.plan.problems.push(Problem::warning(
                service.place.clone(),
                format!("{columns} were kept back on export, and this page is new: they are missing"),
            ));
        }
        let mut front = self.target.keys.front(cells.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())));
        if !self.is_service_folder(&path) && front.iter().all(|(key, _)| key != "type") {
            front.push(("type".into(), Value::Text("service".into())));
        }
        if !service.notes.is_empty() {
            let notes = front.iter().position(|(key, _)| key == "notes").map(|at| front.remove(at).1);
            front.push(("notes".into(), self.with_notes(notes, Value::Table(service.notes.clone()))));
        }
        let body = service.body.as_deref();
        let text = format!("---\n{}---\n{}", write_front_matter(&front), self.body(body));
        self.plan.files.push((format!("content/{path}"), text));
        let mut fields: BTreeMap<String, String> = service.cells.iter().cloned().collect();
        fields.extend(body.map(|body| (BODY.to_owned(), short(BODY, body))));
        if !service.notes.is_empty() {
            fields.insert(KEPT.into(), short(KEPT, &kept(&service.notes)));
        }
        let hides = cells.iter().any(|(heading, cell)| heading.ends_with(" hidden") && hides_by(cell));
        let address = Address::of(cells.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())));
        let shown = |heading: &str, cell: &String| match hides && (is_secret(heading) || address.is_told_by(cell)) {
            true => KEPT_BACK.to_owned(),
            false => cell.clone(),
        };
        let mut shown: Vec<FieldChange> = cells
            .iter()
            .map(|(heading, cell)| FieldChange {
                heading: heading.clone(),
                before: None,
                after: Some(shown(heading, cell)),
                is_kept: false,
            })
            .collect();
        shown.sort_by_cached_key(|field| self.target.keys.place_of(&field.heading));
        self.remember(service, &path, fields);
        self.plan.changes.push(Change {
            path,
            place: service.place.clone(),
            title: service.title.clone(),
            is_new: true,
            fields: shown,
        });
    }

    /// The file of a new page: as an export names it, or made of the name.
    fn new_path(&mut self, service: &Incoming) -> Option<String> {
        let settings: &Settings = &self.target.site.settings;
        if let Some(path) = service.path.as_deref().filter(|_| self.source.is_ours) {
            let parts_are_good = path.split('/').all(|part| {
                !part.is_empty()
                    && !part.starts_with(['.', '_', '~'])
                    && !part.contains(|letter: char| letter.is_control() || "\\:*?\"<>|".contains(letter))
            });
            let named = name(path, FileId(0), settings, &mut Vec::new());
            let is_main = named.is_some_and(|name| name.variant == Variant { language: 0, form: Form::Standard });
            let is_good = parts_are_good && is_main && path.ends_with(".md") && !path.starts_with("data/");
            if !is_good || self.paths.contains(&path.to_lowercase()) {
                let why = if is_good { "is a page already that is no service" } else { "cannot be the file of a page" };
                self.plan
                    .problems
                    .push(Problem::error(service.place.clone(), format!("`{path}` {why}, and the row was left out")));
                return None;
            }
            if self.is_in_the_way(path, service) {
                return None;
            }
            self.paths.insert(path.to_lowercase());
            return Some(path.to_owned());
        }
        let base = slug(service.stem.as_deref().unwrap_or(&service.title));
        let base: String = base.chars().take(60).collect();
        let base = base.trim_end_matches('-');
        let is_taken = is_reserved(base) || settings.language(base).is_some();
        let base = match (base.is_empty(), is_taken) {
            (true, _) => "service".to_owned(),
            (false, true) => format!("{base}-service"),
            (false, false) => base.to_owned(),
        };
        let folder = self.target.folder.trim_matches('/');
        let path = |number: usize| match number {
            1 => format!("{folder}/{base}.md"),
            _ => format!("{folder}/{base}-{number}.md"),
        };
        let next = self.numbers.get(base.as_str()).copied().unwrap_or(1);
        let is_free = |number: &usize| {
            // A section of that name has the same address.
            let section = path(*number).replace(".md", "/_index.md").to_lowercase();
            !self.paths.contains(&path(*number).to_lowercase()) && !self.paths.contains(&section)
        };
        let number = (next..).find(is_free).unwrap_or(next);
        let free = path(number);
        self.numbers.insert(base.clone(), number + 1);
        if self.is_in_the_way(&free, service) {
            return None;
        }
        self.paths.insert(free.to_lowercase());
        Some(free)
    }

    /// Whether a file is there already that holds no page which could be read; nothing is written over it.
    fn is_in_the_way(&mut self, path: &str, service: &Incoming) -> bool {
        let is_there = self.unread.contains(&path.to_lowercase());
        if is_there {
            let why = format!(
                "content/{path} is there and cannot be read, and the row was left out: `signpost check` says why"
            );
            self.refuse(service, why);
        }
        is_there
    }

    /// Whether pages in the folder of a file are services without saying so.
    fn is_service_folder(&mut self, path: &str) -> bool {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if let Some(known) = self.service_folders.get(folder) {
            return *known;
        }
        let section_of = |folder: &str| {
            let index = if folder.is_empty() { "_index.md".to_owned() } else { format!("{folder}/_index.md") };
            let is_it = |path: &str| path.strip_prefix("content/").unwrap_or(path) == index;
            self.target.site.pages.iter().find(|page| page.origin.as_ref().is_some_and(|origin| is_it(&origin.path)))
        };
        let mut above = Some(folder);
        let mut is_service = false;
        while let Some(folder) = above {
            if let Some(section) = section_of(folder) {
                is_service = section.content_type == crate::model::ContentType::Service;
                break;
            }
            above = folder.rsplit_once('/').map(|(above, _)| above).or((!folder.is_empty()).then_some(""));
        }
        self.service_folders.insert(folder.to_owned(), is_service);
        is_service
    }

    fn finish(mut self) -> Plan {
        if self.source.is_ours {
            return self.plan;
        }
        for (key, written) in &self.state.services {
            if !self.next.services.contains_key(key) {
                if self.by_path.contains_key(written.page.as_str()) {
                    self.plan.gone.push(written.page.clone());
                }
                self.next.services.insert(key.clone(), self.still_known(written));
            }
        }
        self.add_providers();
        if self.next != *self.state {
            let path = format!("{FOLDER}{}.yaml", self.source.name);
            self.note_before(&path);
            self.plan.files.push((path, self.next.write()));
        }
        self.plan
    }

    fn note_before(&mut self, path: &str) {
        if let Ok(bytes) = self.target.sources.read(path) {
            self.plan.before.insert(path.to_owned(), blake3::hash(&bytes));
        }
    }

    /// Adds records of providers below those that are there, of which no byte changes.
    fn add_providers(&mut self) {
        const PATH: &str = "content/data/providers.yaml";
        let known = &self.target.site.records.providers;
        let new: Vec<_> = self.source.providers.iter().filter(|provider| !known.contains_key(&provider.id)).collect();
        if new.is_empty() {
            return;
        }
        // What an organisation says of itself may repeat the address of its refuge.
        let is_open = |value: &Value| {
            value.as_text().is_none_or(|text| !self.addresses.iter().any(|address| address.is_told_by(text)))
        };
        let open = |record: &Value| {
            let entries = record.entries().iter().filter(|(key, value)| key == "name" || is_open(value));
            Value::Table(entries.cloned().collect())
        };
        let added: String =
            new.iter().map(|provider| format!("\n{}", write_entry(&provider.id, &open(&provider.record), 0))).collect();
        let old = match self.target.sources.read(PATH) {
            Ok(bytes) => String::from_utf8(bytes).ok(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(String::new()),
            Err(_) => None,
        };
        let glue = old.as_deref().map_or("", |old| if old.is_empty() || old.ends_with('\n') { "" } else { "\n" });
        let text = old.as_ref().map(|old| match old.is_empty() {
            true => added.trim_start().to_owned(),
            false => format!("{old}{glue}{added}"),
        });
        // What comes out has all that was there, and the new: else the file is in a form to which no lines can be added.
        let count = |text: &str| match parse_yaml(text) {
            Ok(Value::Table(entries)) => Some(entries.len()),
            Ok(value) if value.is_empty() => Some(0),
            _ => None,
        };
        let is_whole = |text: &&String| {
            let before = old.as_deref().and_then(count);
            before.is_some() && count(text) == before.map(|before| before + new.len())
        };
        match text.as_ref().filter(is_whole) {
            Some(text) => {
                self.note_before(PATH);
                self.plan.files.push((PATH.into(), text.clone()));
            }
            None => {
                let ids: Vec<&str> = new.iter().map(|provider| provider.id.as_str()).collect();
                let why = format!(
                    "no record was added to it, since it cannot be read, or its records do not stand in lines of their own: \
                     add {} there",
                    ids.join(", ")
                );
                self.plan.problems.push(Problem::error(PATH, why));
            }
        }
    }
}

/// Where the places of a service are.
fn address_of(service: &Incoming) -> Address {
    Address::of(service.cells.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())))
}

/// The letters that a spreadsheet's cell holds at most, but for a few that it may lose at the end.
const CELL_LIMIT: usize = 32_700;

/// Whether the text of a page is as long as a cell can be, and the page goes on.
fn is_cut_short(said: Option<&str>, now: Option<&str>) -> bool {
    let plain = |text: &str| text.trim().replace("\r\n", "\n");
    let (Some(said), Some(now)) = (said.map(plain), now.map(plain)) else { return false };
    said.encode_utf16().count() >= CELL_LIMIT && now.encode_utf16().count() > said.encode_utf16().count()
}

fn put(entries: &mut Vec<(String, Value)>, key: &str, value: Option<Value>) {
    let at = entries.iter().position(|(known, _)| known == key);
    match (at, value) {
        (Some(at), Some(value)) => entries[at].1 = value,
        (Some(at), None) => drop(entries.remove(at)),
        (None, Some(value)) => entries.push((key.to_owned(), value)),
        (None, None) => {}
    }
}

/// Notes on one line, to be compared.
fn kept(notes: &[(String, Value)]) -> String {
    write_flow(&Value::Table(notes.to_vec()), false)
}

/// A cell as the state keeps it: of the text of a page and of notes a sign alone.
fn short(heading: &str, cell: &str) -> String {
    match heading {
        BODY | KEPT if !cell.starts_with("b3:") => {
            format!("b3:{}", &blake3::hash(cell.trim().replace("\r\n", "\n").as_bytes()).to_hex()[..16])
        }
        _ => cell.to_owned(),
    }
}

fn digits(number: &str) -> String {
    let digits: String = number.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("0044").or(digits.strip_prefix("44").filter(|rest| rest.len() > 8));
    abroad.map_or(digits.clone(), |rest| format!("0{rest}"))
}

fn link(word: &str) -> String {
    let bare = fold(word.trim());
    let bare = bare.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').to_owned()
}
