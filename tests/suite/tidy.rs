//! Rules for the repository itself: who may import whom, what may stand where, and what must not be forgotten.
//!
//! Each test reads files as text. Their messages name the file and line, and what to do.

mod theme;

use std::collections::{BTreeMap, BTreeSet};

use signpost::check::{self, HEADINGS, RULES};
use signpost::diagnostic::Severity;

use crate::harness::{Failures, expect, files_below, folders, read, root, tests};

/// Rules that no page of `tests/rules` can show, and the test that does.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("changed-by-minifying", "no HTML is known today whose words minifying changes; `properties` looks for some"),
    ("dead-link", "needs a server: `external`"),
    ("empty-site", "the pages of a rule stand on a site that is not empty: `cli::bad_input::an_empty_site`"),
    ("internal-error", "it stands for a mistake of ours: every other test would show it"),
    ("link-out-of-site", "needs a link on a disk: `cli::bad_input::a_link_out_of_the_site_is_not_followed`"),
    ("linked-folder", "needs a link on a disk: `cli::bad_input::a_link_out_of_the_site_is_not_followed`"),
    ("moved-link", "needs a server: `external`"),
    ("oversized-file", "needs megabytes: `large_files`"),
    ("oversized-page", "needs megabytes: `cli::bad_input::a_huge_page_is_refused`"),
    ("shallow-checkout", "needs a repository: `history`"),
    ("tangled-html", "needs more memory than lol_html is given: the unit tests of `post`"),
    ("unreadable-file", "needs a disk that refuses: `cli::bad_input::a_file_that_cannot_be_read_is_named`"),
];

/// A Rust file of the program: its path below `src/`, and its lines without tests and comments.
struct Source {
    path: String,
    lines: Vec<(usize, String)>,
}

fn sources() -> Vec<Source> {
    let files = files_below(&root().join("src")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    let sources = files.map(|(path, bytes)| {
        let text = String::from_utf8(bytes).expect("source is text");
        let is_test = path.split('/').any(|part| part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs"));
        let lines = if is_test { Vec::new() } else { without_tests(&text) };
        Source { path, lines }
    });
    sources.collect()
}

/// Lines with their numbers, but for comments and for items that are there for tests only.
fn without_tests(text: &str) -> Vec<(usize, String)> {
    let mut kept = Vec::new();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        let code = line.trim_start();
        if code == "#[cfg(test)]" {
            let indent = &line[..line.len() - code.len()];
            let is_block = !lines.peek().is_some_and(|(_, item)| item.trim_end().ends_with(';'));
            let end = format!("{indent}}}");
            for (_, item) in lines.by_ref() {
                if !is_block || item == end {
                    break;
                }
            }
        } else if !code.starts_with("//") {
            kept.push((number + 1, line.to_owned()));
        }
    }
    kept
}

fn fail_where(found: &[String], why: &str) {
    assert!(found.is_empty(), "{why}:\n{}\n", found.join("\n"));
}

/// The layer of each module, as the map in `src/ARCHITECTURE.md` says.
fn layers() -> BTreeMap<String, u8> {
    let map = String::from_utf8(read(&root().join("src/ARCHITECTURE.md"))).expect("it is text");
    let row = |line: &str| {
        let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
        let name = cells.first()?.strip_prefix('`')?.strip_suffix('`')?.to_owned();
        Some((name, cells.last()?.parse().ok()?))
    };
    map.lines().filter_map(row).collect()
}

#[test]
fn the_map_names_every_module() {
    let text = String::from_utf8(read(&root().join("src/lib.rs"))).expect("source is text");
    let modules: BTreeSet<String> =
        text.lines().filter_map(|line| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned())).collect();
    let named: BTreeSet<String> = layers().into_keys().collect();
    assert_eq!(modules, named, "the map in src/ARCHITECTURE.md and the modules in src/lib.rs differ");
}

/// Modules of one layer of which the first may know the second, and never the other way round.
const FRIENDS: &[(&str, &str)] = &[
    // A type's keys become facts of the model.
    ("content_type", "model"),
    // What is served is what a memory sink published.
    ("serve", "sink"),
];

#[test]
fn modules_import_only_lower_layers() {
    let layers = layers();
    let mut found = Vec::new();
    for source in sources() {
        let Some(layer) = layers.get(top(&source.path)) else { continue };
        for (number, other) in imports(&source) {
            let Some(below) = layers.get(&other) else { continue };
            let is_own = other == top(&source.path);
            // What a finding is and where it stands are one thought in several files.
            let is_ground = *layer == 0 && *below == 0;
            let is_friend = FRIENDS.contains(&(top(&source.path), other.as_str()));
            let is_allowed = is_own || is_ground || below < layer || is_friend;
            if !is_allowed {
                found
                    .push(format!("src/{}:{number} imports `{other}` (layer {below}) into layer {layer}", source.path));
            }
        }
    }
    fail_where(&found, "a module imports only lower layers, and the stages never import each other");
}

/// The module at the top of the tree that a path below `src/` belongs to.
fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// Every module at the top of the tree that a file names, with the line.
fn imports(source: &Source) -> Vec<(usize, String)> {
    let whole: Vec<&str> = source.path.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect();
    let mut found = Vec::new();
    let mut inner = 0;
    for (number, line) in &source.lines {
        // rustfmt writes a module within a file, and its end, at the start of a line.
        if line.starts_with("mod ") && line.ends_with('{') || line.starts_with("pub mod ") && line.ends_with('{') {
            inner = 1;
        } else if line == "}" {
            inner = 0;
        }
        let bytes = line.as_bytes();
        for (at, _) in line.match_indices("crate::") {
            if at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'$' && bytes[at - 1] != b'_' {
                found.extend(first_names(&line[at + 7..]).into_iter().map(|name| (*number, name)));
            }
        }
        let mut rest = line.as_str();
        while let Some(at) = rest.find("super::") {
            let path = &rest[at..];
            let ups = path.split("::").take_while(|part| *part == "super").count();
            let after = &path[ups * 7..];
            if ups >= whole.len() + inner {
                found.extend(first_names(after).into_iter().map(|name| (*number, name)));
            }
            rest = after;
        }
    }
    found
}

/// The first names of a path, or of each path in braces on one line.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| {
        text.trim().chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect::<String>()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut names = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

#[test]
fn threads_are_split_in_one_place() {
    let found = lines_with(&["rayon"], |path| top(path) == "project");
    fail_where(&found, "only `project` splits work across threads");
}

#[test]
fn few_modules_touch_disk_or_network() {
    let allowed = ["source", "sink", "serve", "store", "edit", "fetch", "publish"];
    // The build script is compiled apart, and reads the theme.
    let is_allowed = |path: &str| allowed.contains(&top(path)) || path == "theme/embed.rs";
    let found = lines_with(&["std::fs", "std::net", "tokio::fs", "tokio::net", "std::process::Command"], is_allowed);
    fail_where(&found, "only source, sink, store, edit, fetch, serve and publish touch disk or network");
}

#[test]
fn stages_do_not_print_or_exit() {
    let is_allowed = |path: &str| top(path) == "cli" || path == "theme/embed.rs";
    let found = lines_with(&["println!", "eprintln!", "print!(", "eprint!(", "dbg!(", "process::exit"], is_allowed);
    fail_where(&found, "only the command line prints");
}

#[test]
fn nothing_panics_for_want_of_a_reason() {
    let found = lines_with(&[".unwrap()", "todo!(", "unimplemented!(", "panic!("], |path| path == "theme/embed.rs");
    fail_where(&found, "say what holds with `expect(\"reason\")`, or make it a finding");
}

/// Places that hold one of some words, but for files that may.
fn lines_with(words: &[&str], is_allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let sources = sources();
    let lines = sources.iter().filter(|source| !is_allowed(&source.path)).flat_map(|source| {
        source
            .lines
            .iter()
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
            .map(|(number, line)| format!("src/{}:{number}: {}", source.path, line.trim()))
    });
    lines.collect()
}

#[test]
fn every_file_says_what_it_is_for() {
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for (path, bytes) in files_below(&root().join(folder)) {
            let is_ours = path.ends_with(".rs") && !path.contains("node_modules/");
            if is_ours && !bytes.starts_with(b"//! ") {
                found.push(format!("{folder}/{path}"));
            }
        }
    }
    fail_where(&found, "a file opens with `//!`: its duty, its place, what it leaves to others");
}

#[test]
fn every_rule_has_a_whole_manual() {
    let mut found = Vec::new();
    for rule in RULES {
        let manual = rule.manual();
        for heading in HEADINGS {
            let starts = manual.lines().filter(|line| line.strip_prefix("# ") == Some(heading)).count();
            let says =
                manual.split(&format!("# {heading}\n")).nth(1).and_then(|rest| rest.lines().next()).unwrap_or("");
            // The last one is there where it is needed.
            let is_left_out = starts == 0 && Some(&heading) == HEADINGS.last();
            if !is_left_out && (starts != 1 || says.trim().is_empty()) {
                found.push(format!("{}: \"{heading}\"", rule.name));
            }
        }
        if rule.is_dated && rule.severity == Severity::Error {
            found.push(format!("{}: a rule that changes with the date alone stops no build", rule.name));
        }
    }
    fail_where(&found, "a rule's manual has every heading once, with words below it");
}

#[test]
fn the_page_of_all_rules_is_what_the_rules_say() {
    let mut failures = Failures::default();
    expect(&root().join("docs/rules.md"), &check::reference(), &mut failures);
    failures.end();
}

#[test]
fn the_names_of_rules_are_defects() {
    // What reads as an instruction after "allow", or says nothing of the defect.
    const INSTRUCTIONS: &[&str] =
        &["add", "avoid", "check", "disallow", "must", "never", "prefer", "require", "should", "use", "valid", "write"];
    let mut found = Vec::new();
    let names = check::names();
    for (at, name) in names.iter().enumerate() {
        let is_plain = name.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        let first = name.split('-').next().unwrap_or_default();
        if !is_plain || INSTRUCTIONS.contains(&first) {
            found.push(format!("`{name}` does not read as a defect after \"allow\""));
        }
        if at > 0 && names[at - 1] >= *name {
            found.push(format!("`{name}` stands twice, or not in the order of names"));
        }
    }
    for rule in RULES {
        let twice = rule.act.iter().enumerate().any(|(at, id)| rule.act[..at].contains(id));
        let is_id = |id: &&&str| id.len() == 6 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if twice || !rule.act.iter().all(|id| is_id(&id)) {
            found.push(format!("`{}` names ACT rules twice, or such as there are none: {:?}", rule.name, rule.act));
        }
        if rule.thresholds.iter().any(|(name, _)| *name == "level") {
            found.push(format!("`{}` calls a number `level`, which is taken", rule.name));
        }
    }
    fail_where(&found, "a rule is named for the defect, once, and after nothing else");
}

#[test]
fn every_rule_is_shown_to_pass_and_to_fail() {
    let names: BTreeSet<&str> = check::names().into_iter().collect();
    let elsewhere: BTreeSet<&str> = SHOWN_ELSEWHERE.iter().map(|(rule, _)| *rule).collect();
    let shown: BTreeSet<String> = folders(&tests("rules")).into_iter().collect();
    let mut found = Vec::new();
    for rule in &names {
        let cases = files_below(&tests("rules").join(rule));
        for kind in ["pass-", "fail-"] {
            if !cases.keys().any(|path| path.starts_with(kind)) && !elsewhere.contains(rule) {
                found.push(format!("tests/rules/{rule} has no `{kind}…`"));
            }
        }
        if elsewhere.contains(rule) && shown.contains(*rule) {
            found.push(format!("{rule} is shown in tests/rules: take it out of SHOWN_ELSEWHERE"));
        }
    }
    found.extend(
        shown
            .iter()
            .filter(|rule| !names.contains(rule.as_str()))
            .map(|rule| format!("tests/rules/{rule} shows no rule")),
    );
    found.extend(elsewhere.difference(&names).map(|rule| format!("SHOWN_ELSEWHERE: there is no rule `{rule}`")));
    fail_where(&found, "a rule has cases that pass and cases that fail, and a case has a rule");
}

/// What starts a finding, and the severity that it has then.
const STARTS: &[(&str, Option<Severity>)] = &[
    ("Diagnostic::error(", Some(Severity::Error)),
    ("Diagnostic::warning(", Some(Severity::Warning)),
    ("Diagnostic::advice(", Some(Severity::Advice)),
    (".report(", None),
    ("unknown(", None),
];

#[test]
fn every_rule_that_is_raised_is_in_the_registry() {
    let mut found = Vec::new();
    for source in sources() {
        let text: String = source.lines.iter().map(|(_, line)| format!("{}\n", line.trim())).collect();
        for (start, severity) in STARTS {
            for (at, _) in text.match_indices(start) {
                let argument = text[at + start.len()..].trim_start();
                let Some(name) = argument.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
                if !name.contains('-') || name.contains([' ', '`', '/']) {
                    continue;
                }
                match check::rule(name) {
                    None => found.push(format!("src/{} raises `{name}`, which has no manual", source.path)),
                    Some(rule) if severity.is_some_and(|severity| severity != rule.severity) => {
                        found.push(format!(
                            "src/{} raises `{name}` as another severity than its manual says",
                            source.path
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    found.dedup();
    fail_where(&found, "`check --explain` knows every rule that a reader of findings can meet");
}

#[test]
fn what_a_person_looks_for_first_is_there() {
    for file in
        ["README.md", "CHANGELOG.md", "LICENSE", "src/ARCHITECTURE.md", "tests/README.md", "tests/run", ".ci/run"]
    {
        let path = root().join(file);
        assert!(path.is_file() && !read(&path).is_empty(), "{file} is missing");
    }
    let license = String::from_utf8(read(&root().join("LICENSE"))).expect("it is text");
    assert!(license.contains("MIT") && license.contains("Apache"), "LICENSE holds both licences");
}

#[test]
fn no_case_is_without_its_parts() {
    let mut found = Vec::new();
    for case in folders(&tests("sites")) {
        let folder = tests("sites").join(&case);
        for file in ["about.txt", "site.toml"] {
            if !folder.join(file).is_file() {
                found.push(format!("tests/sites/{case}/{file} is missing"));
            }
        }
        let known = ["about.txt", "site.toml", "diagnostics.txt", "content", "expected", "themes"];
        let strays = std::fs::read_dir(&folder)
            .expect("it was listed")
            .flatten()
            .filter(|entry| !known.contains(&entry.file_name().to_string_lossy().as_ref()));
        found.extend(strays.map(|entry| format!("{} belongs to nothing", entry.path().display())));
    }
    for (path, bytes) in files_below(&tests("markdown")) {
        let other = if path.ends_with(".md") { path.replace(".md", ".html") } else { path.replace(".html", ".md") };
        if !tests("markdown").join(&other).is_file() || bytes.is_empty() {
            found.push(format!("tests/markdown/{path} has no {other}, or is empty"));
        }
    }
    fail_where(&found, "a case is whole");
}

#[test]
fn files_that_the_readme_names_exist() {
    let readme = String::from_utf8(read(&root().join("README.md"))).expect("it is text");
    for path in readme.split(|letter: char| letter.is_whitespace() || "`()".contains(letter)) {
        let is_ours =
            ["tests/", "src/", "docs/", "themes/", "content/", ".ci/"].iter().any(|start| path.starts_with(start));
        let clean = path.trim_end_matches(['.', ',', ':', ';']);
        if is_ours
            && !clean.contains(['*', '<', '…'])
            && clean.chars().all(|letter| !letter.is_uppercase() || clean.ends_with(".md"))
        {
            assert!(root().join(clean).exists(), "README names `{clean}`, which is not there");
        }
    }
}
