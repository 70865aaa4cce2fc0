//! Changes values in YAML that a person wrote and leaves every other byte as it is: comments, the order of keys, the
//! quotes that they chose.
//!
//! A single word is changed where it stands. Where the shape of a key's value changes, its lines are written anew, with
//! the comments that stood in them above. What comes out is read again, and where it does not say what it should, as in
//! forms of YAML that nobody writes by hand, the whole is written anew: the facts matter more than how they look.

use std::ops::Range;

use super::locate::{Format, Located, Step};
use super::write::{key_order, quoted, write_entry, write_flow, write_front_matter, write_scalar};
use super::{Value, parse_yaml};
use crate::source::FileId;

/// Gives the text with the values of another table in it. `old` is what the text says.
pub fn amend(text: &str, old: &Value, new: &Value) -> String {
    if is_same(old, new) {
        return text.to_owned();
    }
    let is_right = |written: &String| parse_yaml(written).is_ok_and(|read| is_same(&read, new));
    let gentle = edited(text, old, new, true);
    gentle
        .filter(is_right)
        .or_else(|| edited(text, old, new, false).filter(is_right))
        .unwrap_or_else(|| with_line_ends(text, &write_front_matter(new.entries())))
}

/// Whether a key says anything: an empty one says nothing, but for `hidden`, which hides a place whatever stands there.
fn says(key: &str, value: &Value) -> bool {
    !value.is_empty() || key == "hidden"
}

/// Whether two values say the same; an empty value says nothing. A flag and a word are two things, since a word hides a
/// place and a plain `false` does not.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Table(left), Value::Table(right)) => {
            let count = |entries: &[(String, Value)]| entries.iter().filter(|(key, value)| says(key, value)).count();
            count(left) == count(right)
                && left.iter().filter(|(key, value)| says(key, value)).all(|(key, value)| {
                    right.iter().find(|(name, _)| name == key).is_some_and(|(_, other)| is_same(value, other))
                })
        }
        (Value::List(left), Value::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Value::Flag(left), Value::Flag(right)) => left == right,
        (Value::Text(left) | Value::Number(left), Value::Text(right) | Value::Number(right)) => left == right,
        (one, other) => one.is_empty() && other.is_empty(),
    }
}

/// The lines of one key at the top of a text.
struct Entry {
    key: String,
    lines: Range<usize>,
}

/// A piece of the text and what takes its place.
type Edit = (Range<usize>, String);

fn edited(text: &str, old: &Value, new: &Value, is_gentle: bool) -> Option<String> {
    let entries = entries(text);
    let known: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    if old.entries().iter().any(|(key, _)| !known.contains(&key.as_str())) {
        return None;
    }
    let located = Located::new(FileId(0), Format::Yaml, text, 0);
    let mut edits: Vec<Edit> = Vec::new();
    for entry in &entries {
        let (before, after) = (old.get(&entry.key), new.get(&entry.key));
        match (before, after) {
            (None, None) => {}
            (Some(before), Some(after)) if is_same(before, after) => {}
            (_, None) => edits.push((entry.lines.clone(), comments(text, &entry.lines))),
            (before, Some(after)) => {
                let mut own = Vec::new();
                let path = &mut vec![Step::from(entry.key.as_str())];
                let is_small = is_gentle && before.is_some_and(|before| words(before, after, path, &located, &mut own));
                if !is_small {
                    own = vec![whole(text, entry, after, &located, is_gentle)];
                }
                edits.extend(own);
            }
        }
    }
    let mut added: Vec<&(String, Value)> =
        new.entries().iter().filter(|(key, value)| !value.is_empty() && !known.contains(&key.as_str())).collect();
    added.sort_by_key(|(key, _)| key_order(key));
    for (key, value) in added {
        let at = place_for(key, &entries, text);
        let glue = if at > 0 && !text[..at].ends_with('\n') { "\n" } else { "" };
        edits.push((at..at, format!("{glue}{}", write_entry(key, value, 0))));
    }
    // Those at one place stay in the order in which they were made.
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut written = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for (range, replacement) in edits {
        written.push_str(text.get(at..range.start)?);
        written.push_str(&with_line_ends(text, &replacement));
        at = range.end;
    }
    written.push_str(text.get(at..)?);
    Some(written)
}

/// What is to be written, with the line ends that the text has.
fn with_line_ends(text: &str, written: &str) -> String {
    if text.contains("\r\n") { written.replace('\n', "\r\n") } else { written.to_owned() }
}

/// The keys at the top of a text and the lines of each: those below it up to the next key, but for the comments and empty
/// lines above that.
fn entries(text: &str) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim_end();
        let is_item = bare == "-" || bare.starts_with("- ");
        let is_own = !bare.is_empty() && !line.starts_with([' ', '\t', '#', ']', '}']) && !is_item;
        let is_comment = line.starts_with('#');
        if is_own {
            let quote = bare.chars().next().filter(|letter| matches!(letter, '"' | '\''));
            let key = match quote {
                Some(quote) => bare[1..].split(quote).next(),
                None => bare.split_once(": ").map(|(key, _)| key).or_else(|| bare.strip_suffix(':')),
            };
            let key = key.unwrap_or(bare).trim().to_owned();
            found.push(Entry { key, lines: start..at });
        } else if !bare.is_empty()
            && !is_comment
            && let Some(last) = found.last_mut()
        {
            last.lines.end = at;
        }
    }
    found
}

/// The comments within the lines of a key, to stand above what takes their place.
fn comments(text: &str, lines: &Range<usize>) -> String {
    let area = &text[lines.clone()];
    let has_block = area.lines().any(|line| line.trim_end().ends_with(['|', '>', '+', '-']) && line.contains(": "));
    if has_block {
        return String::new();
    }
    let comment = |line: &str| {
        let bare = line.trim();
        let own = bare.starts_with('#').then_some(bare);
        let at_end = || {
            let at = bare.rfind(" #")?;
            bare[..at].matches(['"', '\'']).count().is_multiple_of(2).then(|| bare[at + 1..].trim())
        };
        own.or_else(at_end).map(|comment| format!("{comment}\n"))
    };
    area.lines().filter_map(comment).collect()
}

/// Changes single words where they stand. False where the shape of the value changes.
fn words(old: &Value, new: &Value, path: &mut Vec<Step>, at: &Located<'_>, edits: &mut Vec<Edit>) -> bool {
    if is_same(old, new) {
        return true;
    }
    match (old, new) {
        (Value::Table(left), Value::Table(right)) => {
            let keys = |entries: &[(String, Value)]| {
                let mut keys: Vec<String> =
                    entries.iter().filter(|(key, value)| says(key, value)).map(|(key, _)| key.clone()).collect();
                keys.sort();
                keys
            };
            keys(left) == keys(right)
                && left.iter().filter(|(key, value)| says(key, value)).all(|(key, value)| {
                    path.push(Step::Key(key.clone()));
                    let is_done = new.get(key).is_some_and(|other| words(value, other, path, at, edits));
                    path.pop();
                    is_done
                })
        }
        (Value::List(left), Value::List(right)) if left.len() == right.len() => {
            left.iter().zip(right).enumerate().all(|(index, (left, right))| {
                path.push(Step::Item(index));
                let is_done = words(left, right, path, at, edits);
                path.pop();
                is_done
            })
        }
        (Value::Table(_) | Value::List(_), _) | (_, Value::Table(_) | Value::List(_) | Value::Null) => false,
        (_, Value::Text(text)) if text.contains('\n') => false,
        _ => match value_range(at, path) {
            Some(range) if is_simple(&at.text()[range.clone()]) => {
                let written = in_its_quotes(&at.text()[range.clone()], new, path.len() > 1);
                edits.push((range, written));
                true
            }
            _ => false,
        },
    }
}

/// The bytes of a value, without a comment behind its quotes or brackets.
fn value_range(at: &Located<'_>, path: &[Step]) -> Option<Range<usize>> {
    let range = at.value_range(path)?;
    let written = &at.text()[range.clone()];
    let first = written.chars().next()?;
    let length = match first {
        '"' | '\'' => {
            let mut letters = written.char_indices().skip(1).peekable();
            loop {
                match letters.next()? {
                    (_, '\\') if first == '"' => drop(letters.next()),
                    (_, '\'') if first == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                        letters.next();
                    }
                    (at, letter) if letter == first => break at + 1,
                    _ => {}
                }
            }
        }
        '[' | '{' => {
            let close = if first == '[' { ']' } else { '}' };
            let comment = written.rmatch_indices(close).find(|(at, _)| {
                let rest = written[at + 1..].trim_start();
                rest.is_empty() || rest.starts_with('#')
            });
            comment.map_or(written.len(), |(at, _)| at + 1)
        }
        _ => written.len(),
    };
    Some(range.start..range.start + length)
}

/// Whether a value stands on its line as one word or phrase.
fn is_simple(written: &str) -> bool {
    !written.is_empty() && !written.contains('\n') && !written.starts_with(['|', '>', '&', '*', '!', '{', '['])
}

fn in_its_quotes(old: &str, new: &Value, is_inside: bool) -> String {
    match new {
        Value::Text(text) if old.starts_with('"') => quoted(text),
        Value::Text(text) if old.starts_with('\'') && !text.chars().any(char::is_control) => {
            format!("'{}'", text.replace('\'', "''"))
        }
        Value::Text(text) => write_scalar(text, is_inside),
        other => write_flow(other, is_inside),
    }
}

/// Writes the lines of a key anew. A comment behind a value on one line stays where it is.
fn whole(text: &str, entry: &Entry, new: &Value, at: &Located<'_>, is_gentle: bool) -> Edit {
    let written = write_entry(&entry.key, new, 0);
    let is_one_line = |text: &str| text.trim_end().matches('\n').count() == 0;
    let area = &text[entry.lines.clone()];
    if is_gentle
        && is_one_line(area)
        && is_one_line(&written)
        && let Some(range) = value_range(at, &[Step::from(entry.key.as_str())])
        && !range.is_empty()
        && entry.lines.start <= range.start
        && range.end <= entry.lines.end
        && !text[range.clone()].starts_with(['|', '>', '&', '*', '!'])
    {
        return (range, write_flow(new, false));
    }
    let end = if area.ends_with('\n') { written } else { written.trim_end().to_owned() };
    (entry.lines.clone(), format!("{}{end}", comments(text, &entry.lines)))
}

/// Where a new key belongs: below the last key that comes before it, else at the top.
fn place_for(key: &str, entries: &[Entry], text: &str) -> usize {
    let order = key_order(key);
    let before = entries.iter().rev().find(|entry| key_order(&entry.key) <= order);
    before.map_or_else(|| entries.first().map_or(text.len(), |first| first.lines.start), |entry| entry.lines.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, change: impl Fn(&mut Vec<(String, Value)>), expected: &str) {
        let old = parse_yaml(text).expect("it is YAML");
        let mut entries = old.entries().to_vec();
        change(&mut entries);
        assert_eq!(amend(text, &old, &Value::Table(entries)), expected);
    }

    fn text(words: &str) -> Value {
        Value::Text(words.into())
    }

    fn put(entries: &mut Vec<(String, Value)>, key: &str, value: Value) {
        match entries.iter_mut().find(|(name, _)| name == key) {
            Some(entry) => entry.1 = value,
            None => entries.push((key.into(), value)),
        }
    }

    const PAGE: &str = "# Ask Ann before you change this.\ntitle: 'Hub'   # the name\nsummary: \"A: b\"\ncontact:\n  # the front desk\n  \
                        phone: 01632 960123\n  email: hub@example.org\nplaces:\n- name: The Hub\n  postcode: ZZ1 1AA # new\n\n# who\ntopics: \
                        [Breaks, Money] # closed list\nnotes: |\n  title: not this\n  # nor this\n";

    #[test]
    fn a_word_is_changed_where_it_stands() {
        check(PAGE, |_| {}, PAGE);
        check(PAGE, |keys| put(keys, "title", text("Ann's")), &PAGE.replace("'Hub' ", "'Ann''s' "));
        check(PAGE, |keys| put(keys, "summary", text("C")), &PAGE.replace("\"A: b\"", "\"C\""));
        let phone = |keys: &mut Vec<_>| {
            let contact = [("phone", "+44 1632 960000"), ("email", "hub@example.org")];
            put(keys, "contact", Value::Table(contact.map(|(key, value)| (key.into(), text(value))).to_vec()));
        };
        check(PAGE, phone, &PAGE.replace("01632 960123", "+44 1632 960000"));
        let topics =
            |keys: &mut Vec<_>| put(keys, "topics", Value::List(vec![text("Breaks"), text("Work"), text("A")]));
        check(PAGE, topics, &PAGE.replace("[Breaks, Money]", "[Breaks, Work, A]"));
    }

    #[test]
    fn keys_come_and_go_and_comments_stay() {
        check(PAGE, |keys| put(keys, "cost", text("Free")), &PAGE.replace("\n\n# who", "\ncost: Free\n\n# who"));
        check(PAGE, |keys| put(keys, "zone", text("A")), &PAGE.replace("list\n", "list\nzone: A\n"));
        check(PAGE, |keys| keys.retain(|(key, _)| key != "summary"), &PAGE.replace("summary: \"A: b\"\n", ""));
        check(
            PAGE,
            |keys| put(keys, "contact", text("hub")),
            &PAGE.replace(
                "contact:\n  # the front desk\n  phone: 01632 960123\n  email: hub@example.org\n",
                "# the front desk\ncontact: hub\n",
            ),
        );
        check("", |keys| put(keys, "title", text("Hub")), "title: Hub\n");
        check("title: Hub", |keys| put(keys, "cost", text("Free")), "title: Hub\ncost: Free\n");
        check("title: Hub\r\ncost:\r\n", |keys| put(keys, "cost", text("Free")), "title: Hub\r\ncost: Free\r\n");
    }

    #[test]
    fn what_nobody_writes_by_hand_is_written_anew() {
        check("{title: Hub, cost: Free}\n", |keys| put(keys, "title", text("New")), "title: New\ncost: Free\n");
        check("a: &x [one]\nb: *x\n", |keys| put(keys, "b", Value::List(vec![text("two")])), "a: &x [one]\nb: [two]\n");
    }
}
