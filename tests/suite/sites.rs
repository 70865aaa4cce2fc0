//! Golden sites: each folder of `tests/sites` is a tiny site about one matter, and what must come of it.
//!
//! - `about.txt` says in a sentence what it is about; below that, one to a line, what must be true of the output.
//! - `diagnostics.txt` holds every finding as a person reads it; a site without the file has none.
//! - `expected/PATH.txt` beside the path of a page holds its outline, beside that of JSON its lines, and `expected/PATH`
//!   any other file byte for byte.

use std::path::Path;

use crate::harness::{
    Failures, Made, build, expect, files, files_below, folders, is_updating, is_wanted, quiet, read, tests,
};
use crate::outline::outline;

#[test]
fn every_site_gives_what_it_must() {
    let mut failures = Failures::default();
    for case in folders(&tests("sites")) {
        if is_wanted(&case) {
            check(&tests("sites").join(case), &mut failures);
        }
    }
    failures.end();
}

fn check(folder: &Path, failures: &mut Failures) {
    let mut sources = files_below(folder);
    sources.retain(|path, _| path == "site.toml" || path.starts_with("content/") || path.starts_with("themes/"));
    let made = build(&quiet(sources, "untranslated-page"));
    expect(&folder.join("diagnostics.txt"), &made.said, failures);
    for (path, expected) in files_below(&folder.join("expected")) {
        let file = folder.join("expected").join(&path);
        let actual = match path.strip_suffix(".html.txt") {
            Some(page) => made.files.get(&format!("{page}.html")).map(|html| outline(&String::from_utf8_lossy(html))),
            None if path.ends_with(".json.txt") => {
                made.files.get(path.trim_end_matches(".txt")).map(|json| laid_out(json))
            }
            None => made.files.get(&path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()),
        };
        match actual {
            None => failures.add(&file, "nothing of this name was made: take the file away, or find out why"),
            Some(actual) if path.ends_with(".txt") || is_updating() => expect(&file, &actual, failures),
            Some(actual) if actual.as_bytes() == expected => {}
            Some(actual) => expect(&file, &actual, failures),
        }
    }
    let about = folder.join("about.txt");
    let text = String::from_utf8(read(&about)).expect("it is text");
    let (matter, facts) = text.split_once('\n').unwrap_or((&text, ""));
    if matter.trim().is_empty() {
        failures.add(&about, "its first line says what the site is about");
    }
    for fact in facts.lines().map(str::trim).filter(|fact| !fact.is_empty()) {
        if let Err(why) = holds(fact, &made) {
            failures.add(&about, &format!("{fact}\n{why}"));
        }
    }
}

/// JSON with a line for each value.
fn laid_out(json: &[u8]) -> String {
    let value: serde_json::Value = serde_json::from_slice(json).expect("it is JSON");
    serde_json::to_string_pretty(&value).expect("it was JSON") + "\n"
}

/// Whether a fact of `about.txt` is true of the output.
fn holds(fact: &str, made: &Made) -> Result<(), String> {
    let with = |text: &str| {
        made.files.iter().filter(|(_, bytes)| contains(bytes, text)).map(|(path, _)| path.as_str()).collect::<Vec<_>>()
    };
    let missing = |path: &str| Err(format!("{path} was not made; these were: {}", paths(made)));
    if let Some(path) = fact.strip_prefix("made: ") {
        return if made.files.contains_key(path) { Ok(()) } else { missing(path) };
    }
    if let Some(path) = fact.strip_prefix("not made: ") {
        return if made.files.contains_key(path) { Err(format!("{path} was made")) } else { Ok(()) };
    }
    if let Some(text) = fact.strip_prefix("nowhere: ") {
        return if with(text).is_empty() { Ok(()) } else { Err(format!("it stands in {}", with(text).join(", "))) };
    }
    if let Some((path, text)) = fact.strip_prefix("in ").and_then(|rest| rest.split_once(": ")) {
        let Some(bytes) = made.files.get(path) else { return missing(path) };
        return if contains(bytes, text) { Ok(()) } else { Err("it is not there".into()) };
    }
    if let Some((path, text)) = fact.strip_prefix("not in ").and_then(|rest| rest.split_once(": ")) {
        let Some(bytes) = made.files.get(path) else { return missing(path) };
        return if contains(bytes, text) { Err("it is there".into()) } else { Ok(()) };
    }
    match fact {
        "stopped" if made.is_made => Err("the site was made".into()),
        "stopped" => Ok(()),
        _ => {
            Err("a fact begins with `made: `, `not made: `, `in PATH: `, `not in PATH: `, `nowhere: ` or is `stopped`"
                .into())
        }
    }
}

fn paths(made: &Made) -> String {
    made.files.keys().filter(|path| !path.starts_with("assets/")).cloned().collect::<Vec<_>>().join(", ")
}

fn contains(bytes: &[u8], text: &str) -> bool {
    memchr::memmem::find(bytes, text.as_bytes()).is_some()
}

/// Each by itself: on a page with several mistakes one could hide that the others stop nothing.
#[test]
fn what_may_be_a_draft_is_never_published() {
    let settings = "title = \"Carers\"\nbase_url = \"https://carers.example/\"\n[help]\nphone = \"01632 960000\"\n\
                    [build]\nstop_on = \"broken\"\n";
    for front in [
        "title: A draft: not yet\ndraft: yes",
        "title: Twice\ndraft: yes\ntitle: Twice",
        "title: Not sure\ndraft: perhaps",
        "title: Next week\npublish: next week",
        "title: Safe\nsensitive: perhaps",
        "draft: yes\n\ttitle: Tab",
        "title: [open\ndraft: yes",
    ] {
        let page = format!("---\n{front}\n---\nNobody may read this.\n");
        let made = build(&files(&[("site.toml", settings), ("content/page.md", &page)]));
        let out: Vec<&Vec<u8>> = made.files.values().filter(|bytes| contains(bytes, "Nobody may read this")).collect();
        // What may endanger somebody may be shown, with the way out that such a page has.
        let is_safe = |bytes: &&Vec<u8>| front.contains("sensitive") && contains(bytes, "Leave this site");
        assert!(out.iter().all(is_safe), "{front}\nwas published:\n{}", made.said);
    }
}
