//! What a site tells of changes: the record of what was published, the site as it is later, and the difference in the
//! page, the feeds, the digest and the data.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{Files, Made, build, files};
use signpost::load::changes_file;
use signpost::model::Published;

/// A site with these services, each by its name and front matter.
fn site(services: &[(&str, &str)]) -> Files {
    let mut sources = files(&[
        (
            "site.toml",
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"en\", \"pl\"]\n[organisation]\n\
             name = \"Council\"\n[help]\nphone = \"01632 960000\"\nemail = \"help@carers.example\"\n[build]\nstop_on = \
             \"broken\"\n[taxonomies.topics]\nterms = [\"Breaks\", \"Abuse\"]\n[sensitive]\ntopics = [\"Abuse\"]\n",
        ),
        ("content/_index.md", "---\ntitle: Home\n---\n"),
        ("content/_index.pl.md", "---\ntitle: Strona\n---\n"),
        ("content/services/_index.md", "---\ntitle: Services\ntype: service\n---\n"),
        ("content/data/providers.yaml", "kept: { name: Kept, share: no }\n"),
        ("content/services/other.md", "---\ntitle: Other\ntopics: [Breaks, Abuse]\nquiet_title: Other\n---\n"),
    ]);
    for (name, front) in services {
        sources.insert(format!("content/services/{name}.md"), format!("---\n{front}\n---\nCome in.\n").into_bytes());
    }
    sources
}

/// The same site once it was published and taken down.
fn record(sources: &Files) -> String {
    let made = build(sources);
    assert!(made.is_made, "{}", made.said);
    changes_file(&Published::now(made.inside.as_ref().expect("it was opened").0.site())).1
}

/// What is made of a site that follows on another one.
fn after(before: &[(&str, &str)], now: &[(&str, &str)]) -> Made {
    let mut sources = site(now);
    sources.insert("content/data/changes.yaml".into(), record(&site(before)).into_bytes());
    let made = build(&sources);
    assert!(made.is_made, "{}", made.said);
    made
}

fn text(made: &Made, path: &str) -> String {
    let bytes = made.files.get(path).unwrap_or_else(|| panic!("{path} was not made:\n{}", made.said));
    String::from_utf8(bytes.clone()).expect("it is UTF-8")
}

fn contents(made: &Made, path: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(&text(made, path)).expect("it is JSON");
    assert_eq!(value["total_items"], value["contents"].as_array().expect("a list").len());
    value["contents"].as_array().expect("a list").clone()
}

/// What changed, as one line a service: its name and the kinds.
fn told(made: &Made) -> Vec<String> {
    let kinds =
        |entry: &Value| entry["changes"].as_array().into_iter().flatten().map(|kind| kind.to_string()).collect();
    let line = |entry: &Value| {
        let kinds: Vec<String> = kinds(entry);
        format!("{}: {}", entry["name"].as_str().unwrap_or_default(), kinds.join(" ").replace('"', ""))
    };
    contents(made, "api/changes.json").iter().map(line).collect()
}

fn one(before: &str, now: &str) -> Vec<String> {
    told(&after(&[("hub", before)], &[("hub", now)]))
}

#[test]
fn each_kind_of_change_is_told_and_nothing_else() {
    let hub = "title: Hub\ncontact: { phone: 01632 960123 }\nplaces: [{ name: Hall, postcode: ZZ1 1AA }]\nhours: 9am to \
               5pm\ncost: Free";
    let with = |from: &str, to: &str| one(hub, &hub.replace(from, to));
    assert_eq!(with("title: Hub", "title: The Hub"), ["The Hub: title"]);
    assert_eq!(with("960123", "960124"), ["Hub: phone"]);
    assert_eq!(with("ZZ1 1AA", "ZZ1 1AB"), ["Hub: place"]);
    assert_eq!(with("5pm", "6pm"), ["Hub: hours"]);
    assert_eq!(with("Free", "£5"), ["Hub: cost"]);
    assert_eq!(with("title: Hub", "title: Hub\nstatus: full"), ["Hub: full"]);
    assert_eq!(with("title: Hub", "title: Hub\nstatus: closed for now"), ["Hub: closed"]);
    assert_eq!(with("title: Hub", "title: Hub\nstatus: ended\nsummary: Over."), ["Hub: ended"]);
    assert_eq!(one("title: Hub\nstatus: full", "title: Hub"), ["Hub: open"]);
    assert_eq!(with("title: Hub", "title: Hub\ndraft: yes"), ["Hub: removed"]);
    assert_eq!(with("title: Hub", "title: Hub\nexpire: 2026-11-01"), ["Hub: ended"]);
    assert_eq!(with("Free", "£5\nstatus: full"), ["Hub: full cost"]);
    // Words that are written otherwise and facts that nobody asks about are no change.
    for (from, to) in [("960123", "960 123"), ("9am", "9AM"), ("title: Hub", "title: HUB\nsummary: New words.")] {
        assert_eq!(with(from, to), [] as [&str; 0], "{to}");
    }
    assert_eq!(told(&after(&[], &[("hub", hub)])), ["Hub: new"]);
    assert_eq!(told(&after(&[("hub", "title: Hub\nstatus: ended")], &[])), [] as [&str; 0]);
}

#[test]
fn a_page_that_moved_is_the_same_service() {
    let written = "title: Hub\nid: fcf8094e-48b9-463d-843b-fc00bcdf8453";
    let made = after(&[("hub", written)], &[("centre", written)]);
    assert_eq!((told(&made), contents(&made, "api/deleted.json").len()), (vec!["Hub: address".to_owned()], 0));
    // Without an identifier of its own it is known by its earlier address, and open data has another one.
    let made = after(&[("hub", "title: Hub")], &[("centre", "title: Hub\naliases: [/services/hub/]")]);
    assert_eq!(told(&made), ["Hub: address"]);
    let (gone, changed) = (contents(&made, "api/deleted.json"), contents(&made, "api/changes.json"));
    assert_eq!((gone.len(), &gone[0]["replaced_by"]), (1, &changed[0]["id"]));
    assert_eq!(gone[0]["date"], "2026-11-22");
}

#[test]
fn what_open_data_has_no_longer_is_in_its_list_until_it_is_back() {
    let before = [("hub", "title: Hub"), ("club", "title: Club")];
    let later = [("hub", "title: Hub\nprovider: kept")];
    let mut sources = site(&later);
    sources.insert("content/data/changes.yaml".into(), record(&site(&before)).into_bytes());
    let made = build(&sources);
    assert_eq!(contents(&made, "api/deleted.json").len(), 2);
    // That the hub is not shared any more is no news for carers, and nothing that open data may tell.
    assert_eq!(told(&made), ["Club: removed"]);
    let recorded = record(&sources);
    let mut back = site(&before);
    back.insert("content/data/changes.yaml".into(), recorded.into_bytes());
    let made = build(&back);
    assert_eq!(contents(&made, "api/deleted.json"), [] as [Value; 0]);
    assert_eq!(told(&made), ["Club: new", "Club: removed"]);
}

#[test]
fn taking_down_what_was_told_changes_nothing_that_was_told() {
    let before = site(&[("hub", "title: Hub\ncost: Free\ntopics: [Breaks]"), ("old", "title: Old")]);
    let mut now = site(&[("hub", "title: Hub\ncost: £5\ntopics: [Breaks]"), ("new", "title: New")]);
    now.insert("content/data/changes.yaml".into(), record(&before).into_bytes());
    let first = build(&now);
    let recorded = record(&now);
    now.insert("content/data/changes.yaml".into(), recorded.clone().into_bytes());
    let second = build(&now);
    assert_eq!(record(&now), recorded, "nothing changed since");
    for (path, bytes) in
        first.files.iter().filter(|(path, _)| path.starts_with("changes/") || path.contains("/changes"))
    {
        assert_eq!(String::from_utf8_lossy(bytes), text(&second, path), "{path}");
    }
    let feed = text(&second, "changes/topics/breaks.xml");
    assert!(feed.contains("<title>Hub: What it costs has changed.</title>") && !feed.contains("<title>New"), "{feed}");
    // The next change of the same service is another entry.
    let ids = |made: &Made| {
        let feed = text(made, "changes/feed.xml");
        feed.split("<id>").skip(2).map(|rest| rest[..45].to_owned()).collect::<Vec<_>>()
    };
    now.insert("content/services/hub.md".into(), b"---\ntitle: Hub\ncost: \xc2\xa36\n---\n".to_vec());
    let third = build(&now);
    let (old, new) = (ids(&second), ids(&third));
    assert_eq!((old.len(), new.len()), (3, 4));
    assert_eq!(new.iter().collect::<BTreeSet<_>>().len(), 4);
    assert!(old.iter().all(|id| new.contains(id)), "{old:?} {new:?}");
}

/// Everything that tells of changes, with the record that would be written next.
fn all(before: &[(&str, &str)], now: &[(&str, &str)]) -> String {
    let mut sources = site(now);
    sources.insert("content/data/changes.yaml".into(), record(&site(before)).into_bytes());
    let made = build(&sources);
    assert!(made.is_made, "{}", made.said);
    let tells = |path: &str| path.contains("changes/") || path == "api/changes.json" || path == "api/deleted.json";
    let files = made.files.iter().filter(|(path, _)| tells(path));
    let text: String = files.map(|(path, bytes)| format!("{path}: {}\n", String::from_utf8_lossy(bytes))).collect();
    text + &record(&sources)
}

#[test]
fn what_could_harm_is_told_nowhere() {
    let hub = "title: Larkspur\ncontact: { phone: 01632 960123 }\ncost: Free\ntopics: [Breaks]";
    let quiet = "title: Larkspur\nsensitive: yes\nquiet_title: A service\ncontact: { phone: 01632 960444 }\ncost: £5";
    let place = "title: Hub\nplaces: [{ name: House, address: 7 Larkspur Mews, postcode: ZZ9 9ZZ }]";
    let hidden = "title: Hub\nplaces: [{ name: House, address: 8 Larkspur Mews, hidden: yes }]";
    let mobile = "title: Hub\ncontact: { name: Ann, phone: 07700 900111 }";
    for (before, now, secret) in [
        (hub, quiet, "Larkspur"),
        (quiet, "title: Larkspur\nsensitive: yes\nquiet_title: A service\nstatus: full", "Larkspur"),
        (quiet, hub, "A service"),
        (hub, "title: Larkspur\nsensitive: yes", "Larkspur"),
        (quiet, quiet, "960444"),
        (hidden, &hidden.replace("8 ", "9 "), "Mews"),
        (place, hidden, "Mews"),
        (mobile, &mobile.replace("900111", "900222"), "900222"),
    ] {
        let text = all(&[("hub", before)], &[("hub", now)]);
        assert!(!text.contains(secret), "{before}\n{now}\n{secret} stands in\n{text}");
    }
    let moved = all(&[("hub", place)], &[("hub", hidden)]);
    assert!(!moved.contains("Where you go") && !moved.contains("\"place\""), "{moved}");
    let full = all(&[("hub", quiet)], &[("hub", &quiet.replace("title: Larkspur", "title: Larkspur\nstatus: full"))]);
    assert!(full.contains("A service: It is full.") && !full.contains("cost"), "{full}");
    assert!(!full.contains("abuse"), "nobody is seen to follow such a topic: {full}");
}

#[test]
fn what_was_told_before_is_taken_back_when_it_could_harm() {
    let mut sources = site(&[("hub", "title: Larkspur\ncost: £5")]);
    sources
        .insert("content/data/changes.yaml".into(), record(&site(&[("hub", "title: Lark\ncost: Free")])).into_bytes());
    let recorded = record(&sources);
    assert!(recorded.contains("\"was\": \"Lark\""), "{recorded}");
    for now in ["title: Larkspur\nsensitive: yes\nquiet_title: A service", "title: Larkspur\nsensitive: yes"] {
        let mut sources = site(&[("hub", now)]);
        sources.insert("content/data/changes.yaml".into(), recorded.clone().into_bytes());
        let made = build(&sources);
        let tells = made.files.iter().filter(|(path, _)| path.contains("changes/") || path.starts_with("api/"));
        let text: String = tells.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        assert!(!text.contains("Lark"), "{text}");
        assert!(!record(&sources).contains("Lark"), "{}", record(&sources));
    }
}

/// It moves and becomes sensitive between two publications: neither its old address nor its old name leads back to it.
#[test]
fn what_moves_and_becomes_sensitive_at_once_is_not_told_by_its_old_title() {
    let before = [("haven", "title: Lark House\ntopics: [Breaks]"), ("hub", "title: Hub")];
    let mut first = site(&before);
    first.insert("content/data/changes.yaml".into(), record(&site(&before[1..])).into_bytes());
    let recorded = record(&first);
    assert!(recorded.contains("Lark House"), "{recorded}");
    let alias = "aliases: [services/haven]\n";
    for now in [
        format!("title: Lark House\n{alias}sensitive: yes"),
        format!("title: Lark House\n{alias}sensitive: yes\nquiet_title: A service"),
        format!("title: A house\n{alias}sensitive: yes\nquiet_title: A service"),
        // Nothing tells that they are one, but for the name, or that one is gone and a quiet one is new.
        "title: Lark House\nsensitive: yes".to_owned(),
        "title: A house\nsensitive: yes\nquiet_title: A service".to_owned(),
    ] {
        let mut sources = site(&[("h", now.as_str()), before[1]]);
        sources.insert("content/data/changes.yaml".into(), recorded.clone().into_bytes());
        let made = build(&sources);
        let tells = made.files.iter().filter(|(path, _)| path.contains("changes/") || path.starts_with("api/"));
        let text: String = tells.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        assert!(!text.contains("Lark"), "{now}: {text}");
        assert!(!record(&sources).contains("Lark"), "{now}: {}", record(&sources));
    }
    // What only ended is told by its name.
    let mut sources = site(&before[1..]);
    sources.insert("content/data/changes.yaml".into(), recorded.into_bytes());
    assert_eq!(told(&build(&sources)), ["Lark House: removed", "Lark House: new"]);
}

/// Another page stands where it was: it must not be known as what the sensitive one was called.
#[test]
fn what_stands_at_the_old_address_of_a_sensitive_page_is_not_called_by_its_title() {
    let before = [("haven", "title: Lark House\ntopics: [Breaks]"), ("hub", "title: Hub")];
    let mut first = site(&before);
    first.insert("content/data/changes.yaml".into(), record(&site(&before[1..])).into_bytes());
    let recorded = record(&first);
    assert!(recorded.contains("Lark House"), "{recorded}");
    let quiet = ("h", "title: Lark House\nsensitive: yes\nquiet_title: A service");
    let renamed = ("h", "title: A house\nsensitive: yes\nquiet_title: A service");
    // One of its address without `id` is one service to the record; one that is no service is none.
    let general = ("haven", "title: Help when home is not safe");
    let page = ("haven", "title: Help when home is not safe\ntype: page");
    for (haven, now) in [(general, quiet), (page, quiet), (page, renamed)] {
        let mut sources = site(&[haven, now, before[1]]);
        sources.insert("content/data/changes.yaml".into(), recorded.clone().into_bytes());
        let made = build(&sources);
        let tells = made.files.iter().filter(|(path, _)| path.contains("changes/") || path.starts_with("api/"));
        let text: String = tells.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        assert!(!text.contains("Lark"), "{haven:?} {now:?}: {text}");
        assert!(!record(&sources).contains("Lark"), "{haven:?} {now:?}: {}", record(&sources));
    }
    // A title that a public page has for all to see may be told.
    let mut sources = site(&[before[0], quiet, before[1]]);
    sources.insert("content/data/changes.yaml".into(), recorded.into_bytes());
    assert!(told(&build(&sources)).contains(&"Lark House: new".to_owned()));
}

/// One service that is gone beside one that is new and sensitive: of that one nothing is told, of the others everything.
#[test]
fn what_is_held_back_takes_no_other_removal_with_it() {
    let gone = [("a", "title: Art"), ("b", "title: Ball games")];
    let lunch = ("lunch", "title: Lunch club");
    let hub = ("hub", "title: Hub");
    let mut sources = site(&[lunch, hub]);
    sources.insert("content/data/changes.yaml".into(), record(&site(&[gone[0], gone[1], lunch, hub])).into_bytes());
    let recorded = record(&sources);
    let quiet = ("h", "title: A house\nsensitive: yes\nquiet_title: A service");
    let follow = |now: &[(&str, &str)]| {
        let mut sources = site(now);
        sources.insert("content/data/changes.yaml".into(), recorded.clone().into_bytes());
        let made = build(&sources);
        let said = made.diagnostics.iter().filter(|finding| finding.rule == "untold-removal").count();
        (told(&made), record(&sources), said)
    };
    let (changes, next, said) = follow(&[hub, quiet]);
    let removed = |name: &str| changes.contains(&format!("{name}: removed"));
    assert!(removed("Art") && removed("Ball games") && !removed("Lunch club"), "{changes:?}");
    assert!(next.contains("Ball games") && !next.contains("Lunch club"), "{next}");
    assert_eq!(said, 1);
    // Once it is known which is which, all is told.
    let (changes, _, said) = follow(&[hub, quiet, ("lunch", "title: Lunch club\nstatus: ended")]);
    assert!(changes.contains(&"Lunch club: ended".to_owned()), "{changes:?}");
    assert_eq!(said, 0);
    let (changes, _, said) = follow(&[hub]);
    assert!(changes.contains(&"Lunch club: removed".to_owned()), "{changes:?}");
    assert_eq!(said, 0);
}

#[test]
fn feeds_are_bounded_and_whole() {
    let names: Vec<(String, String)> = (0..130)
        .map(|number| (format!("s{number}"), format!("title: \"Tea & <cake> {number}\"\ntopics: [Breaks]")))
        .collect();
    let services: Vec<(&str, &str)> = names.iter().map(|(name, front)| (name.as_str(), front.as_str())).collect();
    let made = after(&[], &services);
    assert_eq!(contents(&made, "api/changes.json").len(), 130);
    for path in ["changes/feed.xml", "changes/topics/breaks.xml"] {
        let feed = text(&made, path);
        assert_eq!(feed.matches("<entry>").count(), 100);
        // RFC 4287, 4.1: what a feed and each of its entries must have, once.
        let (head, entries) = feed.split_once("<entry>").expect("it has entries");
        for part in [
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"",
            "<title>",
            "<id>urn:uuid:",
            "<updated>2026-11-22T00:00:00Z<",
            "<author><name>Council<",
            "rel=\"self\"",
        ] {
            assert_eq!(head.matches(part).count(), 1, "{part} in {head}");
        }
        let mut ids = BTreeSet::new();
        for entry in entries.split("<entry>") {
            for part in [
                "<title>Tea &amp; &lt;cake&gt;",
                "<id>urn:uuid:",
                "<updated>",
                "<published>",
                "<link rel=\"alternate\"",
            ] {
                assert_eq!(entry.matches(part).count(), 1, "{part} in {entry}");
            }
            ids.insert(entry.split("<id>").nth(1).map(|id| &id[..45]));
        }
        assert_eq!(ids.len(), 100);
    }
    let page = text(&made, "changes/index.html");
    assert!(page.contains("30 older changes"), "{page}");
    assert!(text(&made, "pl/changes/index.html").contains("To nowa usługa."));
    let digest = text(&made, "changes/digest.txt");
    assert!(
        digest.contains("* Tea & <cake> 0\n  This service is new.\n  https://carers.example/services/s0/\n"),
        "{digest}"
    );
    assert!(!text(&made, "changes/digest.html").contains("style="));
    assert!(text(&made, "changes/digest.eml").lines().all(|line| line.is_ascii() && line.len() <= 76));
}

#[test]
fn without_a_record_nothing_is_said_of_changes() {
    let made = build(&site(&[("hub", "title: Hub")]));
    let tells = |path: &&String| path.contains("changes") || path.as_str() == "api/deleted.json";
    assert_eq!(made.files.keys().filter(tells).collect::<Vec<_>>(), [] as [&String; 0]);
    assert!(!text(&made, "services/index.html").contains("/changes/"));
    let made = after(&[], &[]);
    assert!(text(&made, "services/index.html").contains("href=/changes/"), "{}", text(&made, "services/index.html"));
    assert!(text(&made, "changes/index.html").contains("No service has changed"));
}
