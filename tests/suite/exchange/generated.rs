//! Made-up services with odd letters in every key: what goes out comes back.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use signpost::content_type::COMMON_FIELDS;
use signpost::data::{Field, Kind, Value, amend, parse_yaml, write_front_matter};
use signpost::model::ContentType;

use super::{exported, facts, imported, small, without_services};
use crate::harness::Files;
use signpost::exchange::sheet::csv;

pub(super) fn seeded(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_261_122),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Words with everything in them that a spreadsheet or YAML might trip over.
fn words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "=1+1",
        "+44 1632 960123",
        "-",
        "@",
        "'",
        "\"",
        ",",
        ";",
        "\n",
        "\r\n",
        "\t",
        ": ",
        " #",
        "[",
        "}",
        "|",
        "- ",
        "01632960123",
        "ZZ1 1AA",
        "é",
        "żółw",
        "وقفہ",
        "🙂",
        "\u{feff}",
        "\u{a0}",
        "\u{2028}",
        "yes",
        "null",
        "1e5",
        "0x1",
        "2026-10-03",
        "a",
        "word ",
        " ",
        "(kept back)",
        "''",
        "{a: b}",
        "&x",
        "*",
        "!",
        "%",
        "`",
        "~",
        "\\",
        "\u{7}",
        "<b>",
        "http://",
    ]);
    let words = prop::collection::vec(pieces, 1..5).prop_map(|pieces| pieces.concat());
    words.prop_map(|words| if words.trim().is_empty() { "x".to_owned() } else { words })
}

fn value(kind: Kind) -> BoxedStrategy<Value> {
    let text = || words().prop_map(Value::Text).boxed();
    match kind {
        Kind::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Kind::Number => prop_oneof![
            (0u32..200).prop_map(|number| Value::Number(number.to_string())),
            (-90.0f64..90.0).prop_map(|number| Value::Number(format!("{number:.4}"))),
        ]
        .boxed(),
        Kind::Date => (2020i16..2030, 1i8..13, 1i8..29)
            .prop_map(|(year, month, day)| Value::Text(format!("{year}-{month:02}-{day:02}")))
            .boxed(),
        Kind::Choice(words) => prop::sample::select(words.to_vec()).prop_map(|word| Value::Text(word.into())).boxed(),
        Kind::List(item) => prop_oneof![
            3 => prop::collection::vec(value(*item), 1..4).prop_map(Value::List),
            1 => value(*item),
        ]
        .boxed(),
        Kind::Table(fields) => table(fields),
        Kind::Either(kinds) => proptest::strategy::Union::new(kinds.iter().map(|kind| value(*kind))).boxed(),
        Kind::Anything => prop_oneof![
            text(),
            any::<bool>().prop_map(Value::Flag),
            prop::collection::vec(text(), 1..3).prop_map(Value::List),
            prop::collection::vec((prop::sample::select(vec!["a", "b c", "1", "é"]), text()), 1..2).prop_map(
                |entries| Value::Table(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
            ),
        ]
        .boxed(),
        _ => text(),
    }
}

fn table(fields: &'static [Field]) -> BoxedStrategy<Value> {
    let all: Vec<BoxedStrategy<Option<(String, Value)>>> = fields
        .iter()
        .map(|field| {
            let name = field.name.to_owned();
            prop::option::weighted(0.4, value(field.kind)).prop_map(move |value| Some((name.clone(), value?))).boxed()
        })
        .collect();
    all.prop_map(|entries| Value::Table(entries.into_iter().flatten().collect())).boxed()
}

/// Front matter of a service; what decides whether and where it is a page is left out.
fn service() -> impl Strategy<Value = Value> {
    const OUT: [&str; 7] = ["type", "aliases", "short", "translation", "split", "contents", "bsl"];
    let fields = || COMMON_FIELDS.iter().chain(ContentType::Service.fields());
    let all: Vec<BoxedStrategy<Option<(String, Value)>>> = fields()
        .filter(|field| !OUT.contains(&field.name) && field.name != "id")
        .map(|field| {
            let name = field.name.to_owned();
            prop::option::weighted(0.4, value(field.kind)).prop_map(move |value| Some((name.clone(), value?))).boxed()
        })
        .collect();
    all.prop_map(|entries| Value::Table(entries.into_iter().flatten().collect()))
}

fn site(services: &[Value]) -> Files {
    let mut site = small(&[]);
    for (number, front) in services.iter().enumerate() {
        let written = write_front_matter(front.entries());
        let text = format!("---\n{written}---\n\nBody \"{number}\", ; é\r\n\n=x\n");
        site.insert(format!("content/services/s{number}.md"), text.into_bytes());
    }
    site
}

/// A value without what says nothing.
fn said(value: &Value) -> Value {
    match value {
        Value::Table(entries) => Value::Table(
            entries
                .iter()
                .map(|(key, value)| (key.clone(), said(value)))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        ),
        Value::List(items) => Value::List(items.iter().map(said).collect()),
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(seeded(128))]

    /// What is written as front matter is read as it was.
    #[test]
    fn what_is_written_is_read(front in service()) {
        let written = write_front_matter(front.entries());
        let read = parse_yaml(&written);
        prop_assert!(read.is_ok(), "{read:?}: {written}");
        let mut entries = match said(&front) { Value::Table(entries) => entries, _ => Vec::new() };
        let mut back = match said(&read.unwrap()) { Value::Table(entries) => entries, _ => Vec::new() };
        // Empty text has no place in a list either way.
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        back.sort_by(|one, other| one.0.cmp(&other.0));
        prop_assert_eq!(entries, back, "{}", written);
    }

    /// Any change of front matter gives what was wanted, and leaves the lines of other keys as they are.
    #[test]
    fn an_amended_text_says_what_it_should(old in service(), new in service(), comment in 0usize..30) {
        let mut lines: Vec<String> = write_front_matter(old.entries()).lines().map(str::to_owned).collect();
        let at = lines.iter().enumerate().skip(comment).find(|(_, line)| !line.starts_with([' ', '-'])).map(|(at, _)| at);
        if let Some(at) = at {
            lines.insert(at, "# a remark".into());
        }
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let Ok(read) = parse_yaml(&text) else { return Ok(()) };
        // Half of the keys stay as they were.
        let mixed: Vec<(String, Value)> = new.entries().iter().filter(|(key, _)| key.len() % 2 == 0).cloned()
            .chain(read.entries().iter().filter(|(key, _)| key.len() % 2 == 1).cloned()).collect();
        let wanted = Value::Table(mixed);
        let written = amend(&text, &read, &wanted);
        let again = parse_yaml(&written);
        prop_assert!(again.is_ok(), "{written}");
        let again = again.unwrap();
        for (key, value) in wanted.entries().iter().filter(|(_, value)| !said(value).is_empty()) {
            let own = again.get(key).cloned().unwrap_or(Value::Null);
            prop_assert_eq!(said(&own), said(value), "{}: {}", key, written);
        }
        prop_assert_eq!(written.contains("# a remark"), at.is_some(), "{}\n--\n{}", text, written);
        for (key, value) in read.entries().iter().filter(|(key, _)| key.len() % 2 == 1) {
            if let (true, Value::Text(_)) = (key.len() % 2 == 1, value) {
                let line = lines.iter().find(|line| line.starts_with(&format!("{key}:")));
                prop_assert!(line.is_none_or(|line| written.contains(line.as_str())), "{key}: {written}");
            }
        }
    }
}

proptest! {
    // Each case opens several sites.
    #![proptest_config(seeded(5))]

    /// Services go out as a sheet and come back into a site that has none: every fact, and every byte of the words.
    #[test]
    fn a_sheet_loses_nothing(services in prop::collection::vec(service(), 1..8)) {
        let site = site(&services);
        let sheet = exported(&site, true);
        let back = imported(&without_services(&site), csv(&sheet), false);
        prop_assert_eq!(facts(&back.files), facts(&site), "{}", String::from_utf8_lossy(&sheet));
        let again = exported(&back.files, true);
        prop_assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(&sheet));
        for number in 0..services.len() {
            let path = format!("content/services/s{number}.md");
            prop_assert!(back.files[&path].ends_with("---\n\nBody \"0\", ; é\r\n\n=x\n".replace('0', &number.to_string()).as_bytes()));
        }
        // Onto itself nothing changes, whatever was kept back.
        let same = imported(&site, csv(&exported(&site, false)), false);
        prop_assert_eq!(same.plan.files, Vec::new(), "{:?}", same.plan.changes);
    }
}
