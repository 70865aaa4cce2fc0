//! What an import would do to a site: which pages are new, what changes in the others field by field, and what was changed
//! by hand since the last import and is left as it is.

mod contacts;
mod front;
mod guard;
mod matching;
mod merge;
mod new_page;
mod providers;
mod same;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::data::{Value, write_flow};
use crate::exchange::Problem;
use crate::exchange::columns::{BODY, Keys};
use crate::exchange::hidden::{Address, forget};
use crate::exchange::incoming::{Incoming, Source};
use crate::exchange::known::Known;
use crate::exchange::page::Listed;
use crate::exchange::state::{FOLDER, State, Written};
use crate::model::{Site, Uuid};
use crate::source::{Files, Sources};
use guard::address_of;
use matching::with_known_keys;
use same::{digits, link};

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

    fn remember(&mut self, service: &Incoming, page: &str, fields: BTreeMap<String, String>) {
        self.next.services.insert(service.key.clone(), Written { page: page.to_owned(), fields });
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
