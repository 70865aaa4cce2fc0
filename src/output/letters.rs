//! What `signpost letters` writes, for the people who keep the site true and never for the public: a letter to each
//! provider, one table for a mail merge, and a calendar for each owner of what is due to be checked.
//!
//! Letters with an email address lie in `email/`, the others in `print/`, each as HTML and as plain text.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use super::{OutputFile, folded};
use crate::data::safe_cell;
use crate::model::{Details, Letter, Page, Publication, Site, Status, fold, slug, unique};

/// The file by which a folder of letters is known.
pub const LETTERS_MARK: &str = "letters.json";

/// Makes every file of a set of letters and of the calendars of owners: of all, or of one.
pub fn letter_files(site: &Site, letters: &[Letter], owner: Option<&str>) -> Vec<OutputFile> {
    let mut files = vec![
        (
            LETTERS_MARK.to_owned(),
            format!("{{ \"generator\": \"signpost\", \"made\": \"{}\" }}\n", site.today).into_bytes(),
        ),
        ("letters.csv".to_owned(), table(letters).into_bytes()),
    ];
    for letter in letters {
        files.push((path(letter, "html"), letter.html.clone().into_bytes()));
        files.push((path(letter, "txt"), letter.text.clone().into_bytes()));
    }
    let mut taken = HashSet::new();
    for (folded, (role, pages)) in due(site) {
        // As on disks that take capitals for small letters, `Carers Team` and `Carers team` are one.
        let name = match slug(role) {
            _ if role.is_empty() => "nobody".to_owned(),
            name if name.is_empty() => "role".to_owned(),
            name => name,
        };
        let name = unique(&name, &mut taken);
        if owner.is_some_and(|owner| fold(owner) != folded) {
            continue;
        }
        files.push((format!("reviews/{name}.ics"), calendar(site, role, &pages).into_bytes()));
    }
    files
}

fn path(letter: &Letter, ending: &str) -> String {
    let folder = if letter.email.is_some() { "email" } else { "print" };
    format!("{folder}/{}.{ending}", letter.name)
}

/// A row for each letter. The file begins with a byte order mark, as spreadsheets want it.
fn table(letters: &[Letter]) -> String {
    let columns =
        ["to", "email", "address", "subject", "reply_by", "services", "pages", "sensitive", "file", "message"];
    let mut text = format!("\u{feff}{}\r\n", columns.join(","));
    for letter in letters {
        let titles: Vec<&str> = letter.services.iter().map(|(title, _)| title.as_str()).collect();
        let pages: Vec<&str> = letter.services.iter().map(|(_, page)| page.as_str()).collect();
        let cells = [
            letter.to.clone(),
            letter.email.clone().unwrap_or_default(),
            letter.address.clone().unwrap_or_default(),
            letter.subject.clone(),
            letter.reply_by.to_string(),
            titles.join("; "),
            pages.join(" "),
            if letter.is_quiet { "yes".into() } else { "no".into() },
            path(letter, "html"),
            letter.text.clone(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| quoted(&safe_cell(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell (RFC 4180).
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// An owner as it was first written, and the pages that it is to check, each with its day.
type Due<'a> = (&'a str, Vec<(&'a Page, Option<Date>)>);

/// The pages that are to be checked, by owner in whatever capitals; nobody's under the empty name. A service that nobody
/// has checked is due at once.
fn due(site: &Site) -> BTreeMap<String, Due<'_>> {
    let mut all: BTreeMap<String, Due<'_>> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.publication == Publication::Live && page.origin.is_some()) {
        let is_main = site.group(page.group).main == Some(page.id) && page.copy.is_none() && page.part == 1;
        let is_unchecked = matches!(&page.details, Details::Service(service) if service.status != Status::Ended)
            && page.common.reviewed.is_none();
        let day = site.review_due(page);
        if is_main && (day.is_some() || is_unchecked) {
            let owner = page.common.owner.as_deref().unwrap_or_default();
            all.entry(fold(owner)).or_insert((owner, Vec::new())).1.push((page, day));
        }
    }
    all
}

/// The calendar of an owner (RFC 5545): a whole day for each page. What is overdue stands on the day it is made. The name
/// of an event stays the same for ever, so that a later calendar takes the place of an earlier one.
fn calendar(site: &Site, owner: &str, pages: &[(&Page, Option<Date>)]) -> String {
    let mut text = String::new();
    let mut line = |words: &str| text.push_str(&folded::line(words));
    let name =
        if owner.is_empty() { "Pages that nobody looks after".to_owned() } else { format!("Pages to check: {owner}") };
    for words in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//Signpost//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        line(words);
    }
    line(&format!("NAME:{}", folded::text(&name)));
    line(&format!("X-WR-CALNAME:{}", folded::text(&name)));
    let sequence = site.today.since(Date::constant(2000, 1, 1)).map_or(0, |span| span.get_days().max(0));
    for (page, due) in pages {
        let day = due.unwrap_or(site.today).max(site.today);
        let title = page.common.safe_title();
        let summary = match due {
            Some(due) if *due < site.today => format!("Overdue: check {title}"),
            Some(_) => format!("Check {title}"),
            None => format!("Never checked: {title}"),
        };
        let path = page.origin.as_ref().map_or("", |origin| &origin.path);
        let last = page
            .common
            .reviewed
            .map_or("Nobody wrote down when it was last checked.".to_owned(), |day| format!("Last checked on {day}."));
        let was_due = due.filter(|due| *due < site.today).map_or(String::new(), |due| format!(" It was due by {due}."));
        let told = format!(
            "{last}{was_due}\nRead it, ring its numbers, mend content/{path}, and set its dates.\n{}",
            site.settings.permalink(&page.address)
        );
        // The first address stays when a page moves; in letters that say nothing, as calendars are seen by others.
        let first = page.common.aliases.first().unwrap_or(&page.address);
        line("BEGIN:VEVENT");
        line(&format!("UID:review-{}@{}", &blake3::hash(first.as_bytes()).to_hex()[..16], site.settings.host()));
        line(&format!("DTSTAMP:{}T000000Z", written(site.today)));
        line(&format!("SEQUENCE:{sequence}"));
        line(&format!("DTSTART;VALUE=DATE:{}", written(day)));
        line(&format!("DTEND;VALUE=DATE:{}", written(day.tomorrow().unwrap_or(day))));
        line("TRANSP:TRANSPARENT");
        line(&format!("SUMMARY:{}", folded::text(&summary)));
        if !page.common.sensitive {
            line(&format!("DESCRIPTION:{}", folded::text(&told)));
        }
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    text
}

fn written(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
