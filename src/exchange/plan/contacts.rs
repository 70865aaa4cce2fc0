//! Contacts that are records: a page keeps them, and what differs is told.

use std::collections::{BTreeMap, BTreeSet};

use super::{Planning, digits, link};
use crate::exchange::Problem;
use crate::exchange::columns::{key_of, split};
use crate::exchange::incoming::Incoming;
use crate::exchange::page::{Existing, plain};

impl Planning<'_> {
    /// A contact that is a record is written in one place: the page keeps it, and what differs is told.
    pub(super) fn keeps_contacts(
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
            let missing: Vec<String> = split(&cell)
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
}
