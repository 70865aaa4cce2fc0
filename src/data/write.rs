//! Writes values as the YAML that an editor would: keys in a steady order, quotes only where they are needed, short
//! lists and tables on one line.
//!
//! What is written here is read back by [`parse_yaml`](super::parse_yaml) as the same facts, and phone numbers and
//! postcodes are words to any other reader of YAML too: one that takes `01632960123` for a number loses its first digit.

use super::Value;

/// The longest line on which a small table is written in braces.
const LINE: usize = 120;

/// The order in which a page's keys are written; those of a site's own taxonomies stand after `conditions`.
const ORDER: &[&str] = &[
    "title",
    "quiet_title",
    "summary",
    "type",
    "draft",
    "publish",
    "expire",
    "sensitive",
    "provider",
    "contact",
    "places",
    "hours",
    "closed",
    "cost",
    "ages",
    "given",
    "national",
    "who_for",
    "how_to_get",
    "referral",
    "apply",
    "waiting",
    "area_of",
    "areas",
    "topics",
    "audiences",
    "conditions",
    OTHERS,
    "languages",
    "bsl_access",
    "status",
    "status_note",
    "until",
    "replaced_by",
    "short",
    "aliases",
    "id",
    "owner",
    "reviewed",
    "review_by",
    "updated",
    "checked_with",
    "translation",
    "contents",
    "split",
    "bsl",
    "audio",
    "notes",
];

/// Where keys stand that the order does not name.
const OTHERS: &str = "";

/// Where a key of front matter stands among the others.
pub fn key_order(key: &str) -> usize {
    let place = |wanted: &str| ORDER.iter().position(|known| *known == wanted);
    place(key).or_else(|| place(OTHERS)).unwrap_or(ORDER.len())
}

/// Writes front matter without its `---` lines, in the order of [`key_order`]. Empty values are left out.
pub fn write_front_matter(entries: &[(String, Value)]) -> String {
    let mut entries: Vec<&(String, Value)> = entries.iter().filter(|(_, value)| !value.is_empty()).collect();
    entries.sort_by_key(|(key, _)| key_order(key));
    entries.iter().map(|(key, value)| write_entry(key, value, 0)).collect()
}

/// Writes one key and its value, indented by so many spaces, with a line end.
pub fn write_entry(key: &str, value: &Value, indent: usize) -> String {
    let mut written = format!("{}{}:", " ".repeat(indent), write_scalar(key, true));
    match value {
        Value::Table(entries) if !entries.is_empty() && !fits(value, written.len()) => {
            written.push('\n');
            written.extend(entries.iter().map(|(key, value)| write_entry(key, value, indent + 2)));
        }
        Value::List(items) if !items.is_empty() && !fits(value, written.len()) => {
            written.push('\n');
            items.iter().for_each(|item| written.push_str(&list_item(item, indent + 2)));
        }
        Value::Text(text) if is_block(text) => {
            written.push_str(if text.ends_with('\n') { " |\n" } else { " |-\n" });
            for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
                if !line.is_empty() {
                    written.push_str(&" ".repeat(indent + 2));
                    written.push_str(line);
                }
                written.push('\n');
            }
        }
        Value::Null => written.push('\n'),
        _ => {
            written.push(' ');
            written.push_str(&write_flow(value, false));
            written.push('\n');
        }
    }
    written
}

fn list_item(item: &Value, indent: usize) -> String {
    let dash = format!("{}- ", " ".repeat(indent));
    match item {
        Value::Table(entries) if !entries.is_empty() && !fits(item, dash.len()) => {
            let written: String = entries.iter().map(|(key, value)| write_entry(key, value, indent + 2)).collect();
            format!("{dash}{}", &written[indent + 2..])
        }
        _ => format!("{dash}{}\n", write_flow(item, false)),
    }
}

/// Whether a list or a table stands well on one line: words alone, or one small table of words.
fn fits(value: &Value, before: usize) -> bool {
    let is_word = |value: &Value| !matches!(value, Value::List(_) | Value::Table(_));
    let is_flat = match value {
        Value::List(items) => items.iter().all(is_word),
        Value::Table(entries) => entries.iter().all(|(_, value)| is_word(value)),
        _ => true,
    };
    let is_list = matches!(value, Value::List(_));
    is_flat && (is_list || before + write_flow(value, false).chars().count() < LINE)
}

/// Whether a text is written line by line below its key.
fn is_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let is_plain_line = |line: &str| !line.ends_with([' ', '\t', '\r']) && line.chars().all(is_printable);
    body.contains('\n')
        && !body.starts_with([' ', '\t', '\n'])
        && !body.ends_with('\n')
        && body.split('\n').all(|line| is_plain_line(line) && !line.contains('\t'))
}

/// Writes a value on one line.
pub fn write_flow(value: &Value, is_inside: bool) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(text) => write_scalar(text, is_inside),
        Value::List(items) => {
            format!("[{}]", items.iter().map(|item| write_flow(item, true)).collect::<Vec<_>>().join(", "))
        }
        Value::Table(entries) if entries.is_empty() => "{}".into(),
        Value::Table(entries) => {
            let entry =
                |(key, value): &(String, Value)| format!("{}: {}", write_scalar(key, true), write_flow(value, true));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Writes a text in quotes only where it would else be read as something other than itself. Within braces or brackets
/// more letters have a meaning.
pub fn write_scalar(text: &str, is_inside: bool) -> String {
    if is_plain(text, is_inside) { text.to_owned() } else { quoted(text) }
}

/// A text between double quotes.
pub fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            '\r' => written.push_str("\\r"),
            letter if is_printable(letter) => written.push(letter),
            letter => match u32::from(letter) {
                code @ ..=0xff => written.push_str(&format!("\\x{code:02x}")),
                code @ ..=0xffff => written.push_str(&format!("\\u{code:04x}")),
                code => written.push_str(&format!("\\U{code:08x}")),
            },
        }
    }
    written.push('"');
    written
}

/// Letters that every reader of YAML takes as they are.
fn is_printable(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        && u32::from(letter) & 0xfffe != 0xfffe
}

fn is_plain(text: &str, is_inside: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let is_indicator = "-?:,[]{}#&*!|>'\"%@`=<~".contains(first) || first == '.';
    let has_meaning = text.contains(": ") || text.contains(" #") || text.ends_with(':') || text.starts_with("---");
    let is_flow_mark = |letter: char| ",[]{}".contains(letter) || letter == ':' && text.contains("::");
    let has_flow_mark = is_inside && (text.contains(is_flow_mark) || text.contains(":\"") || text.contains("?"));
    text.trim() == text
        && text.chars().all(is_printable)
        && !(is_indicator || has_meaning || has_flow_mark)
        && !(is_inside && text.contains(':') && !text.contains("://"))
        && !is_other_kind(text)
}

/// Whether some reader of YAML, old or new, would take a text for a number, a flag or nothing. A day is left as it is.
fn is_other_kind(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf") {
        return true;
    }
    let is_day = text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
    let digits = lower.strip_prefix(['+', '-']).unwrap_or(&lower);
    let is_number_letter = |byte: u8| byte.is_ascii_hexdigit() || b".+-_:eox".contains(&byte);
    let begins = digits.starts_with(|letter: char| letter.is_ascii_digit());
    let is_range = digits.contains("..");
    begins && !is_day && !is_range && digits.bytes().all(is_number_letter) && !is_uuid_like(digits)
}

/// Five groups of digits and letters are no number to anyone.
fn is_uuid_like(text: &str) -> bool {
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::parse_yaml;

    fn text(words: &str) -> Value {
        Value::Text(words.into())
    }

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        for (words, written) in [
            ("Merebridge Carers Hub", "Merebridge Carers Hub"),
            ("ZZ1 1AA", "ZZ1 1AA"),
            ("01632 960123", "01632 960123"),
            ("01632960123", "\"01632960123\""),
            ("+441632960123", "\"+441632960123\""),
            ("2026-10-03", "2026-10-03"),
            ("fcf8094e-48b9-463d-843b-fc00bcdf8453", "fcf8094e-48b9-463d-843b-fc00bcdf8453"),
            ("1e6d0193-01c9-4893-8ffa-ae22def0752d", "1e6d0193-01c9-4893-8ffa-ae22def0752d"),
            ("https://example.org/a?b=c", "https://example.org/a?b=c"),
            ("Carers: a guide", "\"Carers: a guide\""),
            ("- a", "\"- a\""),
            ("true", "\"true\""),
            ("no", "\"no\""),
            ("10:30", "\"10:30\""),
            ("8E3", "\"8E3\""),
            ("It's \"free\"", "It's \"free\""),
            ("a\nb\u{7}", "\"a\\nb\\x07\""),
            ("", "\"\""),
        ] {
            assert_eq!(write_scalar(words, false), written);
        }
        assert_eq!(write_scalar("Money, work", true), "\"Money, work\"");
    }

    #[test]
    fn keys_stand_in_their_order_and_small_things_on_a_line() {
        let phone = Value::Table(vec![("number".into(), text("01632 960123")), ("label".into(), text("Adults"))]);
        let contact = Value::Table(vec![
            ("name".into(), text("Hub, the")),
            ("phones".into(), Value::List(vec![phone, text("07700900123")])),
        ]);
        let entries = [
            ("notes".to_owned(), text("one\n\ntwo")),
            ("topics".to_owned(), Value::List(vec![text("Breaks"), text("Money, work")])),
            ("moments".to_owned(), text("Now")),
            ("contact".to_owned(), contact),
            ("ages".to_owned(), Value::Table(vec![("from".into(), Value::Number("18".into()))])),
            ("title".to_owned(), text("Hub")),
            ("cost".to_owned(), Value::Null),
        ];
        let written = write_front_matter(&entries);
        assert_eq!(
            written,
            "title: Hub\ncontact:\n  name: Hub, the\n  phones:\n    - { number: 01632 960123, label: Adults }\n    \
             - \"07700900123\"\nages: { from: 18 }\ntopics: [Breaks, \"Money, work\"]\nmoments: Now\nnotes: |-\n  one\n\n  two\n"
        );
        let read = parse_yaml(&written).expect("it is YAML");
        assert_eq!(read.text("notes").as_deref(), Some("one\n\ntwo"));
        assert_eq!(read.get("contact").and_then(|contact| contact.text("name")).as_deref(), Some("Hub, the"));
    }
}
