//! Made-up services: what `/api/` says of them comes back, as JSON and as tables.

use proptest::prelude::*;
use signpost::data::{Value, write_front_matter};

use super::{is_table, there_and_back};
use crate::exchange::generated::seeded;
use crate::exchange::small;
use crate::harness::Files;

type Entry = (String, Value);

/// Words with what JSON, tables and YAML might trip over.
fn words() -> BoxedStrategy<Value> {
    let pieces = prop::sample::select(vec![
        "=1+1",
        "-",
        "@",
        "'",
        "\"",
        ",",
        ";",
        ". ",
        ": ",
        " #",
        "[",
        "}",
        "| ",
        "é",
        "żółw",
        "وقفہ",
        "🙂",
        "\u{a0}",
        "yes",
        "null",
        "1e5",
        "01632960123",
        "2026-10-03",
        "a",
        "word ",
        " to ",
        "every ",
        "£5",
        "Full. ",
        "Closed: ",
        "{a: b}",
        "&x",
        "*",
        "!",
        "%",
        "`",
        "\\",
        "<b>",
        "until ",
        "Free ",
    ]);
    let words = prop::collection::vec(pieces, 1..6).prop_map(|pieces| pieces.concat().trim().to_owned());
    words.prop_map(|words| Value::Text(if words.is_empty() { "x".into() } else { words })).boxed()
}

fn one_of(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    prop::sample::select(words).prop_map(|word| Value::Text(word.into())).boxed()
}

fn some_of(words: &'static [&'static str]) -> BoxedStrategy<Value> {
    prop::sample::subsequence(words, 1..words.len())
        .prop_map(|words| Value::List(words.into_iter().map(|word| Value::Text(word.into())).collect()))
        .boxed()
}

fn list(item: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop::collection::vec(item, 1..4).prop_map(Value::List).boxed()
}

fn table(
    must: &[(&'static str, BoxedStrategy<Value>)],
    may: &[(&'static str, BoxedStrategy<Value>)],
) -> BoxedStrategy<Value> {
    let must = must.iter().map(|(key, value)| (*key, value.clone().prop_map(Some).boxed()));
    let may = may.iter().map(|(key, value)| (*key, prop::option::weighted(0.5, value.clone()).boxed()));
    let all: Vec<BoxedStrategy<Option<Entry>>> = must
        .chain(may)
        .map(|(key, value)| value.prop_map(move |value| Some((key.to_owned(), value?))).boxed())
        .collect();
    all.prop_map(|entries| Value::Table(entries.into_iter().flatten().collect())).boxed()
}

fn day() -> BoxedStrategy<Value> {
    (2024i16..2030, 1i8..13, 1i8..29)
        .prop_map(|(year, month, day)| Value::Text(format!("{year}-{month:02}-{day:02}")))
        .boxed()
}

fn number(range: std::ops::Range<f64>) -> BoxedStrategy<Value> {
    range.prop_map(|number| Value::Number(format!("{number:.4}"))).boxed()
}

fn contact() -> BoxedStrategy<Value> {
    let numbers = &["01632 960123", "+44 1632 960124", "01632960125", "07700 900123", "116 123"];
    let flag = Just(Value::Flag(true)).boxed();
    let phone = table(
        &[("number", one_of(numbers))],
        &[
            ("label", words()),
            ("hours", words()),
            ("cost", words()),
            ("languages", some_of(&["en", "pl", "Japanese"])),
            ("public", flag),
        ],
    );
    let link = one_of(&["https://a.example/", "https://b.example/x?y=z", "https://c.example/é", "/services/"]);
    let written = table(
        &[],
        &[
            ("name", words()),
            ("phones", list(phone)),
            ("text", one_of(numbers)),
            ("email", one_of(&["a@example.org", "b@example.org"])),
            ("website", link.clone()),
            ("form", link.clone()),
            ("bsl_relay", link),
        ],
    );
    prop_oneof![1 => Just(Value::Text("hub".into())), 4 => written].boxed()
}

fn place() -> BoxedStrategy<Value> {
    table(
        &[("access", some_of(&["step-free", "hearing loop", "quiet room"]))],
        &[
            ("name", words()),
            ("address", words()),
            ("town", words()),
            ("postcode", one_of(&["ZZ1 1AA", "ZZ2 2BB"])),
            ("lat", number(50.0..55.0)),
            ("lon", number(-3.0..1.0)),
            ("hours", words()),
        ],
    )
}

fn hours() -> BoxedStrategy<Value> {
    let row = table(
        &[
            ("days", one_of(&["Mon", "Mon-Fri", "Tue, Thu", "every day", "first Saturday of the month"])),
            ("from", one_of(&["9am", "10:30", "noon"])),
            ("to", one_of(&["5.30pm", "midnight", "17:00"])),
        ],
        &[("every", one_of(&["2 weeks", "month"])), ("term_time", Just(Value::Flag(true)).boxed())],
    );
    prop_oneof![words(), list(row)].boxed()
}

fn service() -> BoxedStrategy<Value> {
    let cost = table(
        &[("kind", one_of(&["free", "paid", "means-tested", "donation", "depends"]))],
        &[("amount", words()), ("note", words())],
    );
    let ages = table(
        &[("from", Just(Value::Number("18".into())).boxed())],
        &[("to", Just(Value::Number("25".into())).boxed())],
    );
    let status = one_of(&["open", "full", "closed for now", "ended"]);
    let apply =
        table(&[("label", one_of(&["Apply: \"now\"", "=Apply"])), ("url", one_of(&["https://apply.example/"]))], &[]);
    table(
        &[("title", words())],
        &[
            ("summary", words()),
            (
                "provider",
                prop_oneof![one_of(&["age-friends", "The Lunch Club"]), Just(Value::Text("Scope".into()))].boxed(),
            ),
            ("contact", list(contact())),
            ("places", list(place())),
            ("hours", hours()),
            ("closed", some_of(&["bank holidays", "2026-12-24..2027-01-02", "2026-08-01", "in August"])),
            ("cost", prop_oneof![words(), cost, one_of(&["Free", "£5 a session", "5 pounds"])].boxed()),
            ("ages", ages),
            ("given", some_of(&["in person", "phone", "online", "at home"])),
            ("national", Just(Value::Flag(true)).boxed()),
            ("who_for", words()),
            ("how_to_get", words()),
            ("apply", apply),
            ("waiting", table(&[("about", words())], &[])),
            ("languages", some_of(&["en", "pl", "Japanese"])),
            ("bsl_access", one_of(&["staff sign", "no"])),
            ("status", status),
            ("status_note", words()),
            ("until", day()),
            ("reviewed", day()),
            ("updated", day()),
            ("owner", one_of(&["Team"])),
            ("topics", some_of(&["Breaks", "Money", "Drugs, alcohol"])),
            ("areas", some_of(&["Moor", "Vale", "Żuławy"])),
        ],
    )
}

fn site(services: &[Value]) -> Files {
    let mut site = small(&[]);
    for (number, front) in services.iter().enumerate() {
        let text = format!("---\n{}---\n\nWords.\n", write_front_matter(front.entries()));
        site.insert(format!("content/services/s{number}.md"), text.into_bytes());
    }
    site
}

proptest! {
    // Each case opens eight sites.
    #![proptest_config(seeded(12))]

    /// Whatever is in `/api/` is there again, and nothing changes when it is taken in twice.
    #[test]
    fn open_data_loses_nothing(services in prop::collection::vec(service(), 2..8)) {
        let site = site(&services);
        for (form, is_wanted) in [("JSON", (|path| !is_table(path)) as fn(&str) -> bool), ("tables", is_table)] {
            let (came, found) = there_and_back(&site, is_wanted);
            prop_assert_eq!(found, Vec::<String>::new(), "{}: {}", form, came.said());
        }
    }
}
