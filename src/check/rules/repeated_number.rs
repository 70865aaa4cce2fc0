//! A number that is written in two places.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::rule::rule;
use crate::check::same;
use crate::diagnostic::Diagnostic;
use crate::model::{Contact, Page, PageId, Service, Site, spaced};

rule! {
    /// # What it does
    /// Reports a phone or text number that is written in two places, of which only one may be mended when it changes.
    ///
    /// - It stands in two contact records;
    /// - or in a contact record, and by hand under `contact` of a service;
    /// - or by hand on services of two providers, which may be one service under two names. A service that names no
    ///   provider is the site's own.
    ///
    /// A number is named at the second record that has it, and at the first page on which it stands by hand, with the
    /// others. Of numbers that stand on the same pages or in the same records the first is named alone: they are mended
    /// together. Of those by hand on services of several providers the 20 that stand on the most pages are named, and then
    /// how many more there are; `repeated-number = { numbers = 100 }` in `[rules]` names more.
    ///
    /// What is fine: any number of services with one record; services of one provider behind one number; the numbers of
    /// `[help]`; short numbers such as 999; a record that another has replaced.
    ///
    /// # Why it matters
    /// For many carers the phone is the only way in, and an old number is worse than none.
    /// Judgement.
    ///
    /// # Example
    /// ```yaml
    /// provider: Merebridge City Council
    /// contact: { phone: 01632 960123 }
    /// ```
    /// and on another page
    /// ```yaml
    /// provider: Mereshire Carers Together
    /// contact: { phone: 01632 960123 }
    /// ```
    ///
    /// # Use instead
    /// One page, where both tell of one service. Else a record in `data/contacts.yaml`, and its id on both pages:
    /// ```yaml
    /// contact: carers-hub
    /// ```
    ///
    /// # What it cannot see
    /// Numbers in the text of a page: `hand-written-contact` knows those that a record holds.
    "repeated-number" Advice thresholds [numbers 20] checks [Model(check)]
}

/// How many are named of those that have a number.
const NAMED: usize = 4;

/// Who writes a number by hand.
#[derive(Default)]
struct Holders<'s> {
    pages: Vec<&'s Page>,
    providers: BTreeSet<Option<String>>,
}

fn check(site: &Site, found: &mut Vec<Diagnostic>) {
    let help = same::help_numbers(site);
    let records = records(site, &help, found);
    let twins = same::twins(site);
    let mut held: BTreeMap<String, Holders<'_>> = BTreeMap::new();
    // What is said of a service that is listed twice is enough.
    for (page, service) in same::services(site).into_iter().filter(|(page, _)| !twins.has(page)) {
        let by_hand = service.contacts.iter().filter(|contact| contact.id.is_none());
        for number in by_hand.flat_map(same::numbers).filter(|number| !help.contains(number)) {
            let holders = held.entry(number).or_default();
            if holders.pages.last().is_none_or(|last| last.id != page.id) {
                holders.pages.push(page);
            }
            holders.providers.insert(provider(site, service));
        }
    }
    // A phone and a text number that stand on the same pages are mended together.
    let mut told = BTreeSet::new();
    let most = RULE.threshold("numbers", &site.settings) as usize;
    let (mut count_by_hand, mut left_out) = (0, None);
    let mut held: Vec<(String, Holders<'_>)> = held.into_iter().collect();
    held.sort_by_key(|(_, holders)| Reverse(holders.pages.len()));
    for (number, Holders { pages, providers }) in held {
        let record = records.get(&number).and_then(|record| record.id.as_deref());
        let ids: Vec<PageId> = pages.iter().map(|page| page.id).collect();
        let Some(origin) = pages[0].origin.as_ref().filter(|_| record.is_some() || providers.len() > 1) else {
            continue;
        };
        if !told.insert((ids, record)) {
            continue;
        }
        if record.is_none() {
            count_by_hand += 1;
            if count_by_hand > most {
                left_out = left_out.or(Some(origin.file));
                continue;
            }
        }
        let (written, count) = (spaced(&number), pages.len());
        let finding = match record {
            Some(record) if count == 1 => RULE
                .finding(format!("{written} is also the number of the record `{record}`"))
                .help(format!("write `contact: {record}`: the number then changes here when the record changes")),
            Some(record) => RULE
                .finding(format!("{written} is the number of the record `{record}`, and by hand on {count} services"))
                .help(format!("write `contact: {record}` on each: the number then changes there when the record changes")),
            None => RULE
                .finding(format!("{written} is written by hand on {count} services of {} providers", providers.len()))
                .help(
                    "keep one page, where some tell of one service; else write the number once, in `data/contacts.yaml`, \
                     and name that record on each",
                ),
        };
        let finding = finding.at_key(origin.file, ["contact".into()]);
        let named: Vec<String> =
            pages.iter().map(|page| format!("\"{}\" ({})", page.common.title, page.address)).collect();
        found.push(if count > 1 { finding.note(format!("they are {}", list(&named))) } else { finding });
    }
    let message = match count_by_hand.saturating_sub(most) {
        1 => "one more number is written by hand on services of different providers".to_owned(),
        more => format!("{more} more numbers are written by hand on services of different providers"),
    };
    let help = format!(
        "mend those that are named first; `repeated-number = {{ numbers = {count_by_hand} }}` in `[rules]` names all"
    );
    found.extend(left_out.map(|file| RULE.finding(message).at_key(file, ["contact".into()]).help(help)));
}

/// Looks at the records, in the order in which they are written, and gives the first that holds each number.
fn records<'s>(site: &'s Site, help: &HashSet<String>, found: &mut Vec<Diagnostic>) -> HashMap<String, &'s Contact> {
    let mut contacts: Vec<&Contact> =
        site.records.contacts.values().filter(|contact| contact.replaced_by.is_none()).collect();
    contacts.sort_by_key(|contact| contact.span.map(|span| span.start));
    let mut held: BTreeMap<String, Vec<&Contact>> = BTreeMap::new();
    for contact in contacts {
        for number in same::numbers(contact).filter(|number| !help.contains(number)) {
            let holders = held.entry(number).or_default();
            if holders.last().is_none_or(|last| last.id != contact.id) {
                holders.push(contact);
            }
        }
    }
    let mut told = BTreeSet::new();
    for (number, holders) in &held {
        let ids: Vec<String> =
            holders.iter().filter_map(|contact| contact.id.as_ref()).map(|id| format!("`{id}`")).collect();
        if ids.len() < 2 || !told.insert(ids.clone()) {
            continue;
        }
        let mut finding = RULE
            .finding(format!("the contacts {} have the same number, {}", list(&ids), spaced(number)))
            .help(format!(
                "write it in one of them alone; a page may name more than one: `contact: [{}, {}]`",
                ids[0].trim_matches('`'),
                ids[1].trim_matches('`')
            ));
        finding.span = holders[1].span;
        found.push(finding);
    }
    held.into_iter().map(|(number, holders)| (number, holders[0])).collect()
}

/// Names in a row, the first few of many.
fn list(names: &[String]) -> String {
    match names {
        [names @ .., last] if names.len() < NAMED => {
            let before = names.join(", ");
            if before.is_empty() { last.clone() } else { format!("{before} and {last}") }
        }
        names => format!("{} and {} more", names[..NAMED].join(", "), names.len() - NAMED),
    }
}

/// Whose a service is, in one form for a record and for its name written by hand.
fn provider(site: &Site, service: &Service) -> Option<String> {
    let written = service.provider.as_ref().unwrap_or(&site.settings.organisation.name);
    same::name(site.records.provider_now(written).map_or(written, |record| &record.name))
}
