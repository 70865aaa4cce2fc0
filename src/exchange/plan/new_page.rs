//! New pages, and what their files are called.

use std::collections::BTreeMap;

use super::{Change, FieldChange, KEPT, Planning, address_of, kept, short};
use crate::config::Settings;
use crate::data::{Value, write_front_matter};
use crate::exchange::Problem;
use crate::exchange::columns::{BODY, Cell};
use crate::exchange::export::{KEPT_BACK, is_secret};
use crate::exchange::hidden::{Address, Guard, hides_by, with_hidden_places, without_address};
use crate::exchange::incoming::Incoming;
use crate::load::name;
use crate::model::{Form, Uuid, Variant, is_reserved, slug};
use crate::source::FileId;

impl Planning<'_> {
    pub(super) fn add(&mut self, service: &Incoming) {
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
                    format!(
                        "it may be a refuge, so its address was left out and its place is hidden, and so was whatever names a \
                         place ({}): look at the new page, and write there by hand what may be known",
                        left.columns()
                    ),
                ));
            } else if left.is_any() {
                let why = format!("an address of a hidden place was left out ({})", left.columns());
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
    pub(super) fn new_path(&mut self, service: &Incoming) -> Option<String> {
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
    pub(super) fn is_in_the_way(&mut self, path: &str, service: &Incoming) -> bool {
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
    pub(super) fn is_service_folder(&mut self, path: &str) -> bool {
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
}
