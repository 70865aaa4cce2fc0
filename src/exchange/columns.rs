//! The facts of front matter as cells with a heading each, and cells as facts again: nothing is lost either way.
//!
//! Headings are the keys with spaces between them, and a number where there may be several: `place 2 postcode`,
//! `contact 1 phone 2 label`. They follow from the tables of keys ([`Field`]), so that a new key has its column at once.
//! What fits no column, such as a list where words belong, goes whole into the column `other`, as YAML on one line.

use crate::content_type::COMMON_FIELDS;
use crate::data::{Field, Kind, Value, key_order, parse_yaml, quoted, write_flow};
use crate::model::ContentType;

/// The column of what fits no other.
pub const OTHER: &str = "other";
/// The column of the text of a page.
pub const BODY: &str = "body";

/// A heading and what stands below it.
pub type Cell = (String, String);

/// The keys of a service, with those of the site's own taxonomies.
#[derive(Clone, Debug)]
pub struct Keys {
    fields: Vec<(String, Kind)>,
}

/// Words in a list, such as topics.
static TEXTS: Kind = Kind::List(&Kind::Text);

impl Keys {
    /// The keys of a service, and taxonomies.
    pub fn of_services(taxonomies: &[&str]) -> Self {
        Self::new(&[COMMON_FIELDS, ContentType::Service.fields()], taxonomies)
    }

    /// The keys of some tables, and taxonomies.
    pub fn new(tables: &[&[Field]], taxonomies: &[&str]) -> Self {
        let own = tables.iter().flat_map(|table| table.iter()).map(|field| (field.name.to_owned(), field.kind));
        let mut fields: Vec<(String, Kind)> = own.collect();
        for key in taxonomies {
            if fields.iter().all(|(name, _)| name != key) {
                fields.push(((*key).to_owned(), TEXTS));
            }
        }
        fields.sort_by_key(|(name, _)| key_order(name));
        Self { fields }
    }

    /// What a key may hold.
    pub fn kind(&self, key: &str) -> Option<Kind> {
        self.fields.iter().find(|(name, _)| name == key).map(|(_, kind)| *kind)
    }

    /// The names of all keys, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(name, _)| name.as_str())
    }

    /// Front matter as cells, in the order of keys.
    pub fn cells(&self, front: &Value) -> Vec<Cell> {
        let mut cells = Vec::new();
        let mut other = Vec::new();
        let mut entries: Vec<&(String, Value)> = front.entries().iter().collect();
        entries.sort_by_key(|(key, _)| key_order(key));
        for (key, value) in entries {
            let mut own = Vec::new();
            let fits = self.kind(key).is_some_and(|kind| take_apart(&kind, value, &heading_of(key), &mut own));
            if fits {
                cells.extend(own);
            } else if !value.is_empty() {
                other.push((key.clone(), value.clone()));
            }
        }
        if !other.is_empty() {
            cells.push((OTHER.into(), on_one_line(&Value::Table(other))));
        }
        cells
    }

    /// The kind of what stands in a column, where the heading is one of ours.
    pub fn kind_of(&self, heading: &str) -> Option<Kind> {
        if heading == OTHER {
            return Some(Kind::Anything);
        }
        let mut words: Vec<&str> = heading.split(' ').collect();
        let key = self.names().find(|name| heading_of(name) == words[0])?.to_owned();
        words.remove(0);
        descend(&self.kind(&key)?, &words)
    }

    /// Where a column stands among the others: as its key does among the keys, and the first of several before the second.
    pub fn place_of(&self, heading: &str) -> Vec<usize> {
        let mut words = heading.split(' ');
        let first = words.next().unwrap_or_default();
        let Some(at) = self.fields.iter().position(|(name, _)| heading_of(name) == first) else {
            return vec![usize::MAX];
        };
        let mut place = vec![at];
        let mut fields = table_of(&self.fields[at].1).or_else(|| item_of(&self.fields[at].1).and_then(table_of));
        for word in words {
            if let Ok(number) = word.parse() {
                place.push(number);
                continue;
            }
            let Some(known) = fields else { continue };
            let position = known.iter().rposition(|field| heading_of(field.name) == word);
            place.push(position.unwrap_or(usize::MAX));
            let kind = position.map(|position| known[position].kind);
            fields = kind.and_then(|kind| table_of(&kind).or_else(|| item_of(&kind).and_then(table_of)));
        }
        place
    }

    /// Cells as front matter again, in the order of keys. Columns that are none of ours are left out.
    pub fn front<'c>(&self, cells: impl IntoIterator<Item = (&'c str, &'c str)>) -> Vec<(String, Value)> {
        let mut tree = Tree::default();
        let mut other = Vec::new();
        for (heading, text) in cells {
            if heading == OTHER {
                let read = parse_yaml(text).ok().filter(|value| matches!(value, Value::Table(_)));
                other.extend(read.iter().flat_map(|value| value.entries().to_vec()));
            } else {
                tree.put(heading.split(' '), text);
            }
        }
        let own = self.fields.iter().filter_map(|(key, kind)| {
            let branch = tree.branch(&heading_of(key))?;
            Some((key.clone(), put_together(kind, branch, key)?))
        });
        let mut front: Vec<(String, Value)> = own.collect();
        other.retain(|(key, _)| front.iter().all(|(known, _)| known != key));
        front.extend(other);
        front
    }
}

/// The key that a heading begins with, as the heading has it: one of several is named in the singular.
pub fn heading_of(key: &str) -> String {
    match key {
        "places" => "place".into(),
        "phones" => "phone".into(),
        key => key.into(),
    }
}

/// The key of front matter that a heading speaks of.
pub fn key_of(heading: &str) -> &str {
    match heading.split(' ').next().unwrap_or_default() {
        "place" => "places",
        key => key,
    }
}

/// Whether several of a kind stand in columns of their own, with a number.
fn item_of(kind: &Kind) -> Option<&'static Kind> {
    match kind {
        Kind::List(item) if table_of(item).is_some() => Some(item),
        Kind::Either(kinds) => kinds.iter().find_map(item_of),
        _ => None,
    }
}

/// The keys of a kind that may be a table.
fn table_of(kind: &Kind) -> Option<&'static [Field]> {
    match kind {
        Kind::Table(fields) => Some(fields),
        Kind::Either(kinds) => kinds.iter().find_map(table_of),
        _ => None,
    }
}

/// Whether one cell may hold the whole of a kind.
fn is_cell(kind: &Kind) -> bool {
    match kind {
        Kind::Table(_) | Kind::Map(_) => false,
        Kind::List(item) => is_cell(item) && table_of(item).is_none(),
        Kind::Either(kinds) => kinds.iter().any(is_cell),
        _ => true,
    }
}

fn is_list(kind: &Kind) -> bool {
    matches!(kind, Kind::List(item) if is_cell(item) && table_of(item).is_none())
}

fn field<'f>(fields: &'f [Field], heading: &str) -> Option<&'f Field> {
    // `phone` and `phones` say the same, and are one sequence of columns.
    fields.iter().rev().find(|field| heading_of(field.name) == heading)
}

/// The kind at the end of a heading.
fn descend(kind: &Kind, words: &[&str]) -> Option<Kind> {
    let Some((word, rest)) = words.split_first() else {
        return is_cell(kind).then_some(*kind);
    };
    if let Some(item) = item_of(kind) {
        if is_number(word) {
            return match (rest.is_empty(), table_of(item)) {
                (true, Some(fields)) if !is_cell(item) => field(fields, "number").map(|field| field.kind),
                (true, _) => Some(Kind::Text),
                (false, _) => descend(&Kind::Table(table_of(item)?), rest),
            };
        }
        return None;
    }
    descend(&field(table_of(kind)?, word)?.kind, rest)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.len() < 5 && !word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Puts a value into cells below a heading; false where it does not fit them.
fn take_apart(kind: &Kind, value: &Value, heading: &str, cells: &mut Vec<Cell>) -> bool {
    if value.is_empty() {
        return true;
    }
    if matches!(kind, Kind::Anything | Kind::Map(_)) {
        cells.push((heading.to_owned(), anything(value)));
        return true;
    }
    if let Some(item) = item_of(kind) {
        let is_words = !matches!(value, Value::Table(_) | Value::List(_));
        if !(is_words && is_cell(kind)) {
            return value.items().iter().enumerate().all(|(index, value)| {
                !value.is_empty() && take_apart(item, value, &format!("{heading} {}", index + 1), cells)
            });
        }
    }
    match value {
        Value::Table(entries) => table_of(kind).is_some_and(|fields| table(fields, entries, heading, cells)),
        Value::List(items) if is_list(kind) => match items.iter().map(Value::as_text).collect::<Option<Vec<_>>>() {
            Some(words) if words.iter().all(|word| is_line(word)) => {
                let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
                if !words.is_empty() {
                    cells.push((heading.to_owned(), join(&words)));
                }
                true
            }
            _ => false,
        },
        Value::List(_) => false,
        scalar if is_cell(kind) => {
            let text = match (kind, scalar) {
                (_, Value::Text(text)) => text.clone(),
                _ => scalar.as_text().unwrap_or_default().to_owned(),
            };
            let text = if is_list(kind) && !is_line(&text) { return false } else { text };
            cells.push((heading.to_owned(), if is_list(kind) { join(&[text.trim()]) } else { text }));
            true
        }
        _ => false,
    }
}

fn is_line(word: &str) -> bool {
    !word.contains(['\n', '\r'])
}

fn table(fields: &'static [Field], entries: &[(String, Value)], heading: &str, cells: &mut Vec<Cell>) -> bool {
    let phones = phones_of(entries);
    let rest = entries.iter().filter(|(key, _)| phones.is_none() || !is_phone_key(key));
    // An empty `hidden` hides a place, and is no empty cell.
    let told = |key: &str, value| if key == "hidden" && Value::is_empty(value) { &Value::Flag(true) } else { value };
    let rest = rest.map(|(key, value)| (key.as_str(), told(key, value)));
    let all = rest.chain(phones.iter().map(|phones| ("phones", phones)));
    let mut all: Vec<(&str, &Value)> = all.filter(|(_, value)| !value.is_empty()).collect();
    let place = |key: &str| fields.iter().position(|field| field.name == key);
    all.sort_by_key(|(key, _)| place(key));
    !all.is_empty()
        && all.into_iter().all(|(key, value)| {
            // A number stands in the column of its phone, beside which its words are.
            let is_number = key == "number" && heading_of("phones") == parent(heading);
            let own = if is_number { heading.to_owned() } else { format!("{heading} {}", heading_of(key)) };
            place(key).is_some_and(|at| take_apart(&fields[at].kind, value, &own, cells))
        })
}

/// The last word of a heading before its number.
fn parent(heading: &str) -> &str {
    let mut words = heading.rsplit(' ');
    words.next();
    words.next().unwrap_or_default()
}

fn is_phone_key(key: &str) -> bool {
    matches!(key, "phone" | "phones")
}

/// The numbers of a contact, whichever of two keys they stand under.
fn phones_of(entries: &[(String, Value)]) -> Option<Value> {
    let all = ["phone", "phones"].iter().flat_map(|wanted| {
        entries
            .iter()
            .filter(move |(key, value)| key == wanted && !value.is_empty())
            .flat_map(|(_, value)| value.items())
    });
    let all: Vec<Value> = all.cloned().collect();
    (!all.is_empty()).then_some(Value::List(all))
}

/// A list in one cell: `;` between the items, quotes round one that holds a `;`.
pub fn join(items: &[&str]) -> String {
    let item = |item: &&str| {
        let needs_quotes = item.contains(';') || item.starts_with('"') || item.trim() != *item || item.is_empty();
        if needs_quotes { format!("\"{}\"", item.replace('"', "\"\"")) } else { (*item).to_owned() }
    };
    items.iter().map(item).collect::<Vec<_>>().join("; ")
}

/// The items of a list in one cell, as [`join`] put them there.
pub fn split(cell: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = cell.trim();
    while !rest.is_empty() {
        let mut item = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut letters = quoted.char_indices().peekable();
            let mut end = quoted.len();
            while let Some((at, letter)) = letters.next() {
                if letter != '"' {
                    item.push(letter);
                } else if letters.peek().is_some_and(|(_, next)| *next == '"') {
                    letters.next();
                    item.push('"');
                } else {
                    end = at + 1;
                    break;
                }
            }
            rest = quoted[end..].split_once(';').map_or("", |(_, after)| after).trim_start();
            items.push(item);
            continue;
        }
        let (word, after) = rest.split_once(';').unwrap_or((rest, ""));
        item.push_str(word.trim());
        rest = after.trim_start();
        if !item.is_empty() {
            items.push(item);
        }
    }
    items
}

/// Any value in a cell: words as they are where they could be taken for nothing else, all else as YAML on one line.
fn anything(value: &Value) -> String {
    match value {
        Value::Text(text) => {
            let is_words = read_anything(text) == *value;
            if is_words { text.clone() } else { quoted(text) }
        }
        other => on_one_line(other),
    }
}

/// A value as YAML on one line, in which every word is quoted.
fn on_one_line(value: &Value) -> String {
    match value {
        Value::List(items) => format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entry = |(key, value): &(String, Value)| format!("{}: {}", quoted(key), on_one_line(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        Value::Text(text) => quoted(text),
        other => write_flow(other, true),
    }
}

/// What [`anything`] wrote.
fn read_anything(cell: &str) -> Value {
    let is_yaml = cell.starts_with(['{', '[', '"']);
    let read = || parse_yaml(cell).ok();
    match cell {
        "true" => Value::Flag(true),
        "false" => Value::Flag(false),
        _ if is_yaml => read().unwrap_or_else(|| Value::Text(cell.to_owned())),
        _ => match read() {
            Some(Value::Number(number)) if number == cell => Value::Number(number),
            _ => Value::Text(cell.to_owned()),
        },
    }
}

/// Cells by the words of their headings.
#[derive(Debug, Default)]
struct Tree<'t> {
    cell: Option<&'t str>,
    below: Vec<(&'t str, Tree<'t>)>,
}

impl<'t> Tree<'t> {
    fn put(&mut self, mut words: impl Iterator<Item = &'t str>, cell: &'t str) {
        let Some(word) = words.next() else {
            self.cell = Some(cell);
            return;
        };
        let at = self.below.iter().position(|(known, _)| *known == word).unwrap_or_else(|| {
            self.below.push((word, Tree::default()));
            self.below.len() - 1
        });
        self.below[at].1.put(words, cell);
    }

    fn branch(&self, word: &str) -> Option<&Tree<'t>> {
        self.below.iter().find(|(known, _)| *known == word).map(|(_, branch)| branch)
    }
}

fn put_together(kind: &Kind, tree: &Tree<'_>, key: &str) -> Option<Value> {
    if let Some(item) = item_of(kind) {
        let mut numbered: Vec<(usize, &Tree<'_>)> =
            tree.below.iter().filter_map(|(word, branch)| Some((word.parse().ok()?, branch))).collect();
        numbered.sort_by_key(|(number, _)| *number);
        let mut items: Vec<Value> =
            numbered.into_iter().filter_map(|(_, branch)| put_item(item, branch, key)).collect();
        if !items.is_empty() {
            // One contact is written without a list, as people do.
            let is_alone = items.len() == 1 && key == "contact";
            return Some(if is_alone { items.remove(0) } else { Value::List(items) });
        }
    }
    let fields = table_of(kind).filter(|_| tree.below.iter().any(|(word, _)| !is_number(word)));
    let table = fields.and_then(|fields| put_table(fields, tree));
    table.or_else(|| tree.cell.filter(|_| is_cell(kind)).and_then(|cell| scalar(kind, cell)))
}

/// One of several: words alone, or keys.
fn put_item(kind: &Kind, tree: &Tree<'_>, key: &str) -> Option<Value> {
    let fields = table_of(kind)?;
    match tree.cell.filter(|cell| !cell.trim().is_empty()) {
        Some(cell) if is_phone_key(key) => {
            let number = || ("number".to_owned(), Value::Text(cell.to_owned()));
            match put_table(fields, tree) {
                Some(Value::Table(rest)) => Some(Value::Table(std::iter::once(number()).chain(rest).collect())),
                _ => Some(Value::Text(cell.to_owned())),
            }
        }
        Some(cell) if is_cell(kind) && tree.below.is_empty() => Some(Value::Text(cell.to_owned())),
        _ => put_table(fields, tree),
    }
}

fn put_table(fields: &[Field], tree: &Tree<'_>) -> Option<Value> {
    let has_both = fields.iter().any(|field| field.name == "phones");
    let mut entries = Vec::new();
    for field in fields.iter().filter(|field| !(has_both && field.name == "phone")) {
        let Some(branch) = tree.branch(&heading_of(field.name)) else { continue };
        match put_together(&field.kind, branch, field.name) {
            // One number without words is `phone: 01632 960123`.
            Some(Value::List(mut items)) if field.name == "phones" && matches!(items[..], [Value::Text(_)]) => {
                entries.push(("phone".to_owned(), items.remove(0)));
            }
            // So is one address, in a contact.
            Some(Value::List(mut items)) if has_both && matches!(items[..], [Value::Text(_)]) => {
                entries.push((field.name.to_owned(), items.remove(0)));
            }
            Some(value) => entries.push((field.name.to_owned(), value)),
            None => {}
        }
    }
    (!entries.is_empty()).then_some(Value::Table(entries))
}

fn scalar(kind: &Kind, cell: &str) -> Option<Value> {
    if cell.trim().is_empty() {
        return None;
    }
    let text = || Value::Text(cell.to_owned());
    Some(match kind {
        Kind::Anything | Kind::Map(_) => read_anything(cell),
        Kind::Flag => text().as_flag().map_or_else(text, Value::Flag),
        Kind::Number if is_decimal(cell) => Value::Number(cell.to_owned()),
        kind if is_list(kind) => {
            let mut items = split(cell);
            match items.len() {
                0 => return None,
                1 => Value::List(vec![Value::Text(items.remove(0))]),
                _ => Value::List(items.into_iter().map(Value::Text).collect()),
            }
        }
        _ => text(),
    })
}

/// Digits with one point at most and perhaps a minus, which is a number to every reader of YAML.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(part) && (whole == "0" || !whole.starts_with('0')) && text.len() < 20
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::of_services(&["areas", "moments"])
    }

    fn check(front: &str, cells: &[(&str, &str)]) {
        let value = parse_yaml(front).expect("it is YAML");
        let got = keys().cells(&value);
        let got: Vec<(&str, &str)> = got.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())).collect();
        assert_eq!(got, cells, "{front}");
        let again = keys().front(got.iter().copied());
        assert_eq!(keys().cells(&Value::Table(again)), keys().cells(&value), "{front}");
    }

    #[test]
    fn facts_have_a_column_each() {
        check(
            "title: Hub\ncontact:\n  phone: 01632 960123\n  phones: [{number: +441632960124, label: Young, languages: [en, pl]}]\n  \
             email: [a@example.org, b@example.org]\n",
            &[
                ("title", "Hub"),
                ("contact 1 phone 1", "01632 960123"),
                ("contact 1 phone 2", "+441632960124"),
                ("contact 1 phone 2 label", "Young"),
                ("contact 1 phone 2 languages", "en; pl"),
                ("contact 1 email", "a@example.org; b@example.org"),
            ],
        );
        check("contact: hub\n", &[("contact 1", "hub")]);
        check("contact: [hub, {name: Ann}]\n", &[("contact 1", "hub"), ("contact 2 name", "Ann")]);
        check(
            "places:\n- {name: A, lat: 52.9, hidden: false}\n- {name: B, hidden: no, access: [\"a; b\", c]}\n",
            &[
                ("place 1 name", "A"),
                ("place 1 lat", "52.9"),
                ("place 1 hidden", "false"),
                ("place 2 name", "B"),
                ("place 2 access", "\"a; b\"; c"),
                ("place 2 hidden", "no"),
            ],
        );
        check("hours: Every day\ncost: Free\n", &[("hours", "Every day"), ("cost", "Free")]);
        check(
            "hours: [{days: Mon, from: 9am, to: 5pm, term_time: yes}]\ncost: {kind: paid, amount: £3}\n",
            &[
                ("hours 1 days", "Mon"),
                ("hours 1 from", "9am"),
                ("hours 1 to", "5pm"),
                ("hours 1 term_time", "yes"),
                ("cost kind", "paid"),
                ("cost amount", "£3"),
            ],
        );
        check(
            "areas: Moor\nmoments: [a, b]\nnational: true\n",
            &[("national", "yes"), ("areas", "Moor"), ("moments", "a; b")],
        );
    }

    #[test]
    fn what_fits_no_column_is_kept_whole() {
        check("title: [a, b]\nzone: 5\n", &[("other", "{\"title\": [\"a\", \"b\"], \"zone\": 5}")]);
        check("places: [{}, {name: A}]\n", &[("other", "{\"places\": [{}, {\"name\": \"A\"}]}")]);
        check("notes: {a: [1, true, \"1\"]}\n", &[("notes", "{\"a\": [1, true, \"1\"]}")]);
        check("notes: \"false\"\n", &[("notes", "\"false\"")]);
        check("notes: \"one\\ntwo: {\"\n", &[("notes", "one\ntwo: {")]);
    }

    #[test]
    fn headings_are_known() {
        let keys = keys();
        for heading in [
            "title",
            "contact 1",
            "contact 12 phone 3 label",
            "place 1 postcode",
            "hours",
            "hours 2 days",
            "cost note",
            "notes",
        ] {
            assert!(keys.kind_of(heading).is_some(), "{heading}");
        }
        for heading in ["Title", "contact", "places", "place 1", "contact 1 phones 1", "place x postcode", "bsl", ""] {
            assert!(keys.kind_of(heading).is_none(), "{heading}");
        }
    }
}
