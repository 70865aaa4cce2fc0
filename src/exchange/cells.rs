//! What people put into the cells of a sheet, as facts of a service.
//!
//! What cannot be understood is named with its row and column and kept in notes, word for word; the rest of the row is
//! taken in.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Problem;
use super::ages::ages;
use super::columns::{Keys, join};
use super::dates::{Order, Read, day, order};
use super::export::{KEPT_BACK, is_secret, unguarded};
use super::incoming::{Covers, Doubt, Incoming, Source};
use super::known::{Known, postcode};
use super::mapping::{Mapping, Target};
use super::phones::{Line, is_doubtful, is_private, phones, with_lost_zero};
use super::sheet::letters;
use super::table::Table;
use super::words::{as_markdown, first_sentence};
use crate::data::{Kind, Value, is_email, web_fault};
use crate::model::{Uuid, fold};

/// Reads the rows of a sheet.
pub fn services(table: Table, mapping: &Mapping, name: &str, keys: &Keys, known: &Known) -> Source {
    let mut source = Source {
        name: name.to_owned(),
        is_ours: mapping.is_ours,
        has_loose_names: !mapping.is_ours,
        ..Source::default()
    };
    source.problems = table.problems;
    source.covers = covers(mapping);
    let columns: Vec<Column> = table
        .headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| !heading.is_empty())
        .map(|(position, heading)| Column {
            position,
            heading: heading.clone(),
            target: mapping.target(heading).clone(),
            order: day_order(mapping.target(heading), keys, &table.rows, position),
        })
        .collect();
    let mut doubts = Doubts::default();
    for (number, cells) in &table.rows {
        let mut row = Row {
            number: *number,
            keys,
            known,
            service: Incoming::default(),
            problems: &mut source.problems,
            doubts: &mut doubts,
        };
        row.service.place = format!("row {number}");
        for column in &columns {
            let Some(text) = cells.get(column.position).filter(|text| !text.trim().is_empty()) else { continue };
            if mapping.is_ours { row.own(column, text) } else { row.cell(column, text) }
        }
        let mut service = row.service;
        let open =
            columns.iter().filter(|column| !matches!(&column.target, Target::Column(heading) if is_secret(heading)));
        let first = open.filter_map(|column| cells.get(column.position)).find(|cell| !cell.trim().is_empty());
        let first = first.map_or("", |cell| cell.trim());
        if !mapping.is_ours {
            service.body = service.body.as_deref().map(as_markdown);
        }
        if settle(&mut service, mapping.is_ours, *number, first, &mut source.problems) {
            source.services.push(service);
        }
    }
    source.problems.extend(doubts.problems());
    unique_keys(&mut source);
    source
}

/// A column and what it becomes.
struct Column {
    position: usize,
    heading: String,
    target: Target,
    /// What comes first in its days; nothing where both do.
    order: Option<Order>,
}

/// What comes first in the days of a column: the day, as in Britain, unless some can only have the month there.
fn day_order(target: &Target, keys: &Keys, rows: &[(usize, Vec<String>)], position: usize) -> Option<Order> {
    if !matches!(target, Target::Column(heading) if matches!(keys.kind_of(heading), Some(Kind::Date))) {
        return Some(Order::Day);
    }
    let has = |wanted: Order| {
        rows.iter()
            .filter_map(|(_, cells)| cells.get(position))
            .any(|cell| order(unguarded(cell.trim())) == Some(wanted))
    };
    match (has(Order::Day), has(Order::Month)) {
        (true, true) => None,
        (false, true) => Some(Order::Month),
        _ => Some(Order::Day),
    }
}

/// Days that may have been meant otherwise, told once a column.
#[derive(Default)]
struct Doubts {
    day_first: BTreeMap<(usize, String), Vec<(usize, String)>>,
    month_first: BTreeMap<(usize, String), Vec<(usize, String)>>,
    zeros: BTreeMap<(usize, String), Vec<(usize, String)>>,
}

impl Doubts {
    fn problems(self) -> Vec<Problem> {
        let told = |all: BTreeMap<(usize, String), Vec<(usize, String)>>, what: fn(&str) -> String| {
            all.into_iter().map(move |((position, heading), found)| {
                let (row, text) = &found[0];
                let more = if found.len() > 1 {
                    format!(", and {} more in this column", found.len() - 1)
                } else {
                    String::new()
                };
                Problem::advice(place(*row, position, &heading), format!("{}{more}", what(text)))
            })
        };
        let days = told(self.day_first, |text| format!("`{text}` was read with the day first, as in Britain"));
        let months = told(self.month_first, |text| {
            format!("`{text}` was read with the month first, as some days of this column can be read in no other way")
        });
        let zeros = told(self.zeros, |text| format!("`{text}` had lost the 0 at its start, which was put back"));
        days.chain(months).chain(zeros).collect()
    }
}

fn place(row: usize, position: usize, heading: &str) -> String {
    format!("row {row}, column {} ({heading})", letters(position))
}

fn covers(mapping: &Mapping) -> Covers {
    let mut headings = Vec::new();
    for (_, target) in &mapping.columns {
        match target {
            Target::Column(heading) => headings.push(heading.clone()),
            Target::Phones => headings.extend(["contact 1 phone".to_owned(), "contact 1 text".to_owned()]),
            Target::Description => headings.extend(["summary".to_owned(), "body".to_owned()]),
            Target::Body => headings.push("body".to_owned()),
            Target::Ages => headings.push("ages".to_owned()),
            Target::RowId | Target::Path | Target::Exported | Target::Notes | Target::Ignore => {}
        }
    }
    Covers { headings }
}

struct Row<'r> {
    number: usize,
    keys: &'r Keys,
    known: &'r Known,
    service: Incoming,
    problems: &'r mut Vec<Problem>,
    doubts: &'r mut Doubts,
}

impl Row<'_> {
    /// A cell of an export, which says exactly what it says.
    fn own(&mut self, column: &Column, text: &str) {
        let text = unguarded(text).to_owned();
        match &column.target {
            Target::Column(heading) if text == KEPT_BACK => self.service.kept_back.push(heading.clone()),
            Target::Column(heading) if matches!(self.keys.kind_of(heading), Some(Kind::Date)) => {
                // A spreadsheet writes days in its own way when it saves.
                let is_ours = text.trim().len() == 10 && text.trim().parse::<jiff::civil::Date>().is_ok();
                match day(&text).filter(|_| !is_ours) {
                    Some(read) => match self.day(read, column, &text) {
                        Ok(day) => self.service.cells.push((heading.clone(), day)),
                        Err(why) => {
                            let place = place(self.number, column.position, &column.heading);
                            let why = format!("`{}` {why}; the page stays as it is", text.trim());
                            self.problems.push(Problem::warning(place, why));
                            self.service.kept_back.push(heading.clone());
                        }
                    },
                    None => self.service.cells.push((heading.clone(), text)),
                }
            }
            Target::Column(heading) => {
                // So it does with `false`, which shows a place where any other word hides it.
                let is_flag = matches!(self.keys.kind_of(heading), Some(Kind::Flag)) || heading.ends_with(" hidden");
                let text = match text.as_str() {
                    "TRUE" | "FALSE" if is_flag => text.to_lowercase(),
                    _ => text,
                };
                self.service.cells.push((heading.clone(), text));
            }
            Target::Path => self.service.path = Some(text.trim().to_owned()),
            Target::Exported => self.service.exported = Some(text.trim().to_owned()),
            Target::Body => self.service.body = Some(text),
            Target::Ignore => {}
            _ => self.service.notes.push((column.heading.clone(), Value::Text(text))),
        }
    }

    /// A cell of somebody's own sheet.
    fn cell(&mut self, column: &Column, text: &str) {
        let text = unguarded(text.trim()).trim();
        if text
            .strip_prefix('=')
            .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '('))
        {
            self.problems.push(Problem::advice(
                place(self.number, column.position, &column.heading),
                "a formula stands here as text, and was taken as it is; nothing will run it",
            ));
        }
        match &column.target {
            Target::Ignore => {}
            Target::Notes => self.note(column, text),
            Target::RowId => self.service.key = text.to_owned(),
            Target::Path | Target::Exported => self.note(column, text),
            Target::Body => self.add_body(text),
            Target::Description => self.description(text),
            Target::Ages => self.ages(column, text),
            Target::Phones => self.phones(column, text),
            Target::Column(heading) => {
                let heading = heading.clone();
                let count = self.service.cells.len();
                if let Err(why) = self.value(column, &heading, text) {
                    self.not_understood(column, text, &why);
                }
                self.without_doubles(column, text, count);
            }
        }
    }

    fn note(&mut self, column: &Column, text: &str) {
        if matches!(&column.target, Target::Column(heading) if is_secret(heading)) {
            self.service.private.push(column.heading.clone());
        }
        self.service.notes.push((column.heading.clone(), Value::Text(text.to_owned())));
    }

    fn not_understood(&mut self, column: &Column, text: &str, why: &str) {
        let shown: String = text.chars().take(60).collect();
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = place(self.number, column.position, &column.heading);
        if matches!(&column.target, Target::Column(heading) if is_secret(heading)) {
            let message = format!("`{shown}` {why}; it is kept in notes");
            self.service.doubts.push(Doubt {
                place,
                message,
                concealed: format!("what stands here {why}, and was left out"),
            });
        } else {
            self.problems.push(Problem::warning(place, format!("`{shown}` {why}; it is kept in notes")));
        }
        self.note(column, text);
    }

    /// Of two columns for what a page says once, the first is its fact and the second is kept in notes.
    fn without_doubles(&mut self, column: &Column, text: &str, count: usize) {
        let added = self.service.cells.split_off(count.min(self.service.cells.len()));
        for (heading, cell) in added {
            match self.service.cells.iter().find(|(known, _)| *known == heading) {
                None => self.service.cells.push((heading, cell)),
                Some((_, known)) if *known == cell => {}
                Some(_) if heading == "summary" => {
                    // What was the first sentence of a description goes back to its rest.
                    let at = self.service.cells.iter().position(|(known, _)| *known == heading).unwrap_or_default();
                    let first = std::mem::replace(&mut self.service.cells[at].1, cell);
                    self.service.body = Some(match self.service.body.take() {
                        Some(rest) => format!("{first}\n\n{rest}"),
                        None => first,
                    });
                }
                Some(_) => {
                    self.problems.push(Problem::warning(
                        place(self.number, column.position, &column.heading),
                        format!("a column before it says something else for `{heading}`; this one is kept in notes"),
                    ));
                    self.note(column, text);
                }
            }
        }
    }

    fn add_body(&mut self, text: &str) {
        match &mut self.service.body {
            Some(body) => body.push_str(&format!("\n\n{text}")),
            None => self.service.body = Some(text.to_owned()),
        }
    }

    /// The first sentence of a long description goes into lists, the rest below.
    fn description(&mut self, text: &str) {
        let has_summary = self.service.cells.iter().any(|(heading, _)| heading == "summary");
        let is_line = |longest: usize| text.chars().count() <= longest && !text.contains('\n');
        match first_sentence(text, 240) {
            _ if has_summary => self.add_body(text),
            _ if is_line(160) => self.put("summary", text),
            Some((first, rest)) => {
                self.put("summary", first);
                self.add_body(rest);
            }
            None if is_line(240) => self.put("summary", text),
            None => self.add_body(text),
        }
    }

    fn put(&mut self, heading: &str, text: &str) {
        self.service.cells.push((heading.to_owned(), text.to_owned()));
    }

    fn ages(&mut self, column: &Column, text: &str) {
        let Some((from, to)) = ages(text) else {
            return self.not_understood(column, text, "cannot be read as ages such as `18 to 25`");
        };
        for (heading, age) in [("ages from", from), ("ages to", to)] {
            if let Some(age) = age {
                self.put(heading, &age.to_string());
            }
        }
    }

    fn phones(&mut self, column: &Column, text: &str) {
        let found = phones(text);
        if found.is_empty() {
            return self.not_understood(column, text, "holds no phone number");
        }
        if is_private(text) {
            return self.not_understood(column, text, "speaks of a number that is not to be given out");
        }
        let is_mobile_column = fold(&column.heading).contains("mobile");
        let mut count = self.service.cells.iter().filter(|(heading, _)| is_number(heading)).count();
        for phone in found {
            let number = match with_lost_zero(&phone.number) {
                Some(whole) => {
                    let known = self.doubts.zeros.entry((column.position, column.heading.clone())).or_default();
                    known.push((self.number, phone.number.clone()));
                    whole
                }
                None => phone.number,
            };
            if is_doubtful(&number) {
                let why = format!("`{number}` begins with no 0, which it may have lost: look whether it can be called");
                self.problems.push(Problem::warning(place(self.number, column.position, &column.heading), why));
            }
            if let Some(label) = phone.label.as_ref().filter(|label| label.chars().count() > 40) {
                let shown: String = label.chars().take(40).collect();
                let why = format!("readers will see `{shown}…` beside the number: look whether they should");
                self.problems.push(Problem::warning(place(self.number, column.position, &column.heading), why));
            }
            match phone.line {
                Line::Voice => {
                    count += 1;
                    self.put(&format!("contact 1 phone {count}"), &number);
                    let label = phone.label.or_else(|| is_mobile_column.then(|| "Mobile".to_owned()));
                    if let Some(label) = label {
                        self.put(&format!("contact 1 phone {count} label"), &label);
                    }
                }
                Line::Text => self.add("contact 1 text", &[&number]),
                Line::Fax => self.note(column, &format!("Fax {number}")),
            }
        }
    }

    /// Adds items to a list in one cell.
    fn add(&mut self, heading: &str, items: &[&str]) {
        let written = join(items);
        match self.service.cells.iter_mut().find(|(known, _)| known == heading) {
            Some((_, cell)) => cell.push_str(&format!("; {written}")),
            None => self.put(heading, &written),
        }
    }

    /// One value of a column of ours; an error says why it is none.
    fn value(&mut self, column: &Column, heading: &str, text: &str) -> Result<(), String> {
        let line = match heading {
            "hours" | "cost" | "who_for" | "how_to_get" => lines_in_one(text),
            _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let kind = self.keys.kind_of(heading).unwrap_or(Kind::Text);
        match heading {
            "provider" => {
                // Where the row has no name of its own, this is it.
                self.service.title.clone_from(&line);
                let provider = self.known.provider(&line);
                self.put(heading, &provider);
                return Ok(());
            }
            "owner" => {
                let owner = self
                    .known
                    .owners
                    .iter()
                    .find(|(role, email)| fold(role) == fold(&line) || fold(email) == fold(&line));
                let owner = owner.map(|(role, _)| role.clone()).ok_or("is no owner of site.toml")?;
                self.put(heading, &owner);
                return Ok(());
            }
            "id" => {
                let id = Uuid::read(&line).ok_or("is no UUID")?;
                self.service.id = Some(id);
                self.put(heading, &id.to_string());
                return Ok(());
            }
            "status" => {
                let status = status(&line).ok_or("is none of: open, full, closed for now, ended")?;
                self.put(heading, status);
                return Ok(());
            }
            "cost" => {
                let is_free = ["0", "£0", "£0.00", "none", "no", "nil", "no charge", "no cost", "free"]
                    .contains(&fold(&line).as_str());
                // A workbook keeps the sum and not the sign that it shows before it.
                let sum = line.parse::<f64>().ok().filter(|sum| sum.is_finite() && *sum > 0.0);
                let sum = sum.map(|sum| if sum.fract() == 0.0 { format!("£{sum}") } else { format!("£{sum:.2}") });
                self.put(heading, if is_free { "Free" } else { sum.as_deref().unwrap_or(&line) });
                return Ok(());
            }
            "place 1 address" => {
                self.address(text);
                return Ok(());
            }
            // A word that nobody knows hides: rather one place too many than one too few.
            hidden if hidden.ends_with(" hidden") => {
                self.put(heading, if flag(&line) == Some("no") { "false" } else { "true" });
                return Ok(());
            }
            postcode if postcode.ends_with(" postcode") => return self.postcode(heading, &line),
            _ => {}
        }
        if self.known.is_taxonomy(heading) {
            return self.terms(heading, text);
        }
        match kind {
            Kind::Date => {
                let read = day(&line).ok_or("is no day that can be read")?;
                let day = self.day(read, column, &line)?;
                self.put(heading, &day);
            }
            Kind::Flag => self.put(heading, flag(&line).ok_or("is neither yes nor no")?),
            Kind::Number => {
                let is_number = line.parse::<f64>().is_ok_and(f64::is_finite);
                self.put(heading, Some(line.as_str()).filter(|_| is_number).ok_or("is no number")?);
            }
            Kind::Choice(words) => {
                let word = words.iter().find(|word| fold(word) == fold(&line));
                self.put(heading, word.ok_or_else(|| format!("is none of: {}", words.join(", ")))?);
            }
            Kind::List(Kind::Choice(words)) => {
                let items = text.split([',', ';', '/', '\n', '|', '&']).map(str::trim).filter(|item| !item.is_empty());
                let found: Option<Vec<&str>> = items.map(|item| given(item, words)).collect();
                let found = found.ok_or_else(|| format!("is not made of: {}", words.join(", ")))?;
                self.add(heading, &found);
            }
            Kind::List(Kind::Email) => {
                let words: Vec<&str> = emails(text).collect();
                if words.is_empty() || words.iter().any(|word| !is_email(word)) {
                    return Err("is no email address".into());
                }
                self.add(heading, &words);
            }
            Kind::List(Kind::Web) => {
                let links: Option<Vec<String>> =
                    text.split([' ', '\n', ';', ',', '\t']).filter(|word| !word.is_empty()).map(web).collect();
                let links = links.ok_or("is no web address")?;
                self.add(heading, &links.iter().map(String::as_str).collect::<Vec<_>>());
            }
            Kind::Web | Kind::Target => {
                let link = web(&line).ok_or("is no web address")?;
                self.put(heading, &link);
            }
            Kind::List(_) => {
                let items: Vec<&str> =
                    text.split([';', '\n', '|', ',']).map(str::trim).filter(|item| !item.is_empty()).collect();
                self.add(heading, &items);
            }
            _ => self.put(heading, &line),
        }
        Ok(())
    }

    /// The day that is meant; an error where the column does not tell which.
    fn day(&mut self, read: Read, column: &Column, text: &str) -> Result<String, String> {
        let at = || (column.position, column.heading.clone());
        let told = (self.number, text.trim().to_owned());
        let day = match (read, column.order) {
            (Read::Sure(day), _) => day,
            (Read::Either(..), None) => {
                return Err("may have the day or the month first, and this column has both".into());
            }
            (Read::Either(_, day), Some(Order::Month)) | (Read::MonthFirst(day), Some(Order::Month)) => {
                self.doubts.month_first.entry(at()).or_default().push(told);
                day
            }
            (Read::Either(day, _), Some(Order::Day)) => {
                self.doubts.day_first.entry(at()).or_default().push(told);
                day
            }
            (Read::MonthFirst(day), _) => {
                self.problems.push(Problem::warning(
                    place(self.number, column.position, &column.heading),
                    format!("`{}` is a day only with the month first, and was read as {day}", text.trim()),
                ));
                day
            }
        };
        Ok(day.to_string())
    }

    fn postcode(&mut self, heading: &str, line: &str) -> Result<(), String> {
        let code = postcode(line).ok_or("is no postcode")?;
        if self.known.is_no_postcode(&code) {
            return Err("is not among the postcodes of this area".into());
        }
        self.put(heading, &code);
        Ok(())
    }

    /// An address in one cell or in several; a postcode at its end has a key of its own.
    fn address(&mut self, text: &str) {
        let lines: Vec<&str> = text.split(['\n', ',']).map(str::trim).filter(|line| !line.is_empty()).collect();
        let mut address = lines.join(", ");
        let has_postcode = self.service.cells.iter().any(|(heading, _)| heading == "place 1 postcode");
        let tail = address.rsplit([' ', ',']).filter(|word| !word.is_empty()).take(2).collect::<Vec<_>>();
        let code = match tail[..] {
            [inward, outward] => postcode(&format!("{outward} {inward}")).filter(|_| inward.len() == 3),
            _ => None,
        };
        if let Some(code) = code.filter(|code| !has_postcode && !self.known.is_no_postcode(code)) {
            let without = address.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).trim_end();
            let without = without.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric());
            address = without.trim_end_matches([' ', ',']).to_owned();
            self.put("place 1 postcode", &code);
        }
        match self.service.cells.iter_mut().find(|(heading, _)| heading == "place 1 address") {
            Some((_, cell)) if !address.is_empty() => cell.push_str(&format!(", {address}")),
            Some(_) => {}
            None if !address.is_empty() => self.put("place 1 address", &address),
            None => {}
        }
    }

    /// The terms of a taxonomy: the whole cell as one, or its parts.
    fn terms(&mut self, taxonomy: &str, text: &str) -> Result<(), String> {
        let term = |name: &str| self.known.term(taxonomy, name);
        let is_closed = self.known.taxonomies.iter().any(|(key, is_closed, _)| key == taxonomy && *is_closed);
        let parts =
            |marks: &[char]| text.split(marks).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let ways: &[&[char]] =
            if is_closed { &[&[], &[';', '\n', '|'], &[';', '\n', '|', ',', '/']] } else { &[&[';', '\n', '|', ',']] };
        for marks in ways {
            let found: Option<Vec<String>> = parts(marks).into_iter().map(term).collect();
            if let Some(mut found) = found.filter(|found| !found.is_empty()) {
                found.dedup();
                self.add(taxonomy, &found.iter().map(String::as_str).collect::<Vec<_>>());
                return Ok(());
            }
        }
        // Those that are known are taken, and the cell is kept for the others.
        let all = parts(&[';', '\n', '|', ',', '/']);
        let unknown: Vec<&str> = all.iter().copied().filter(|part| term(part).is_none()).collect();
        let found: Vec<String> = all.iter().filter_map(|part| term(part)).collect();
        if !found.is_empty() {
            self.add(taxonomy, &found.iter().map(String::as_str).collect::<Vec<_>>());
        }
        Err(format!("holds what `{taxonomy}` has no term for: {}", unknown.join(", ")))
    }
}

/// The lines of a cell as one, each told from the next.
fn lines_in_one(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).fold(String::new(), |all, line| match all.chars().last() {
        None => line,
        Some(mark) if ".,;:!?".contains(mark) => format!("{all} {line}"),
        Some(_) => format!("{all}; {line}"),
    })
}

/// Whether a heading is that of a number, and not of the words beside it.
fn is_number(heading: &str) -> bool {
    heading.strip_prefix("contact 1 phone ").is_some_and(|rest| !rest.contains(' '))
}

fn emails(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split([' ', ';', ',', '\n', '\t', '/']).filter(|word| !word.is_empty() && *word != "or");
    words.map(|word| word.trim_start_matches("mailto:").trim_matches(['<', '>', '(', ')', '.']))
}

/// A link as people write it; nothing where it is none.
pub(super) fn web(word: &str) -> Option<String> {
    let word = word.trim().trim_matches(['<', '>']);
    let link = if word.contains("://") || word.starts_with('/') { word.to_owned() } else { format!("https://{word}") };
    let has_host = link
        .split("://")
        .nth(1)
        .is_some_and(|rest| rest.split('/').next().is_some_and(|host| host.contains('.') && !host.ends_with('.')));
    (has_host && web_fault(&link, false).is_none()).then_some(link)
}

fn flag(line: &str) -> Option<&'static str> {
    match fold(line).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "✓" | "✔" => Some("yes"),
        "no" | "n" | "false" | "0" | "✗" => Some("no"),
        _ => None,
    }
}

fn status(line: &str) -> Option<&'static str> {
    match fold(line).as_str() {
        "open" | "active" | "live" | "current" | "available" | "running" | "yes" => Some("open"),
        "full" | "waiting list" | "at capacity" => Some("full"),
        // Only what says that it is for good takes a service out of lists.
        "closed for now" | "temporarily closed" | "suspended" | "paused" | "on hold" | "closed" | "inactive" => {
            Some("closed for now")
        }
        "ended" | "defunct" | "ceased" | "withdrawn" | "permanently closed" => Some("ended"),
        _ => None,
    }
}

/// How a service is given, in our words.
fn given(item: &str, words: &[&'static str]) -> Option<&'static str> {
    let folded = fold(item);
    let word = match folded.as_str() {
        "face to face" | "face-to-face" | "drop in" | "drop-in" | "group" => "in person",
        "telephone" | "by phone" | "by telephone" | "over the phone" => "phone",
        "home visits" | "home visit" | "home" | "in the home" => "at home",
        "web" | "internet" | "virtual" | "remote" => "online",
        "video call" | "zoom" | "teams" => "video",
        other => other,
    };
    words.iter().find(|known| **known == word).copied()
}

/// Makes a row whole, or says why it cannot be taken in.
fn settle(service: &mut Incoming, is_ours: bool, number: usize, first: &str, problems: &mut Vec<Problem>) -> bool {
    let cell = |service: &Incoming, wanted: &str| {
        service.cells.iter().find(|(heading, _)| heading == wanted).map(|(_, text)| text.clone())
    };
    if !is_ours && cell(service, "title").is_none() && !service.title.is_empty() {
        service.cells.push(("title".into(), service.title.clone()));
        problems.push(Problem::advice(
            format!("row {number}"),
            "it has no name of its own, and is called as its organisation",
        ));
    }
    let title = cell(service, "title").map(|title| title.trim().to_owned());
    let Some(title) = title.filter(|title| !title.is_empty() || is_ours).or_else(|| is_ours.then(String::new)) else {
        let first: String = first.chars().take(40).collect();
        problems.push(Problem::error(
            format!("row {number}"),
            format!(
                "it has no name, and no page was made of it; it begins `{}`",
                first.split_whitespace().collect::<Vec<_>>().join(" ")
            ),
        ));
        return false;
    };
    service.title = title;
    service.id = service.id.or_else(|| cell(service, "id").and_then(|id| Uuid::read(&id)));
    if service.key.is_empty() {
        let code = cell(service, "place 1 postcode").unwrap_or_default();
        service.key = match (service.id, &service.path) {
            (Some(id), _) => id.to_string(),
            (None, Some(path)) => path.clone(),
            (None, None) if code.is_empty() => fold(&service.title),
            // The state keeps the key, of a refuge as well.
            (None, None) => {
                let code = blake3::hash(code.replace(' ', "").as_bytes());
                format!("{} {}", fold(&service.title), &code.to_hex()[..8])
            }
        };
    }
    true
}

/// Names rows that have one id, or one name and postcode, and keeps them apart.
pub(super) fn unique_keys(source: &mut Source) {
    let mut seen: HashMap<String, (usize, u32)> = HashMap::new();
    let mut ids: HashMap<Uuid, String> = HashMap::new();
    let mut same: HashSet<usize> = HashSet::new();
    for position in 0..source.services.len() {
        let place = source.services[position].place.clone();
        let key = source.services[position].key.clone();
        let (first, count) = seen.entry(key.clone()).or_insert((position, 0));
        *count += 1;
        if *count > 1 {
            let (one, other) = (&source.services[*first], &source.services[position]);
            if one.cells == other.cells && one.notes == other.notes && one.body == other.body {
                same.insert(position);
                source
                    .problems
                    .push(Problem::advice(place, format!("it says the same as {}, and was left out", one.place)));
                continue;
            }
            source.problems.push(Problem::warning(
                place.clone(),
                format!(
                    "it has the id, or the name and postcode, of {}: each has a page, so look whether they are one",
                    one.place
                ),
            ));
            source.services[position].key = format!("{key} #{count}");
        }
        let service = &mut source.services[position];
        let Some(id) = service.id else { continue };
        if let Some(first) = ids.get(&id) {
            source
                .problems
                .push(Problem::warning(place, format!("it has the `id` of {first}; it was taken in without it")));
            service.id = None;
            service.cells.retain(|(heading, _)| heading != "id");
        } else {
            ids.insert(id, place);
        }
    }
    let mut position = 0..;
    source.services.retain(|_| position.next().is_none_or(|position| !same.contains(&position)));
}
