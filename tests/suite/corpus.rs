//! Every finding on two fixed sets of pages, so that nobody changes a rule without seeing what that does to real text.
//!
//! `corpus/prose/` is a site of the kinds of pages that councils have, with the slips that they have; the other set is
//! the demonstration site. Both are checked with `--spelling`. What is expected stands in `corpus/NAME.txt`.

use std::collections::BTreeMap;
use std::fmt::Write;

use signpost::diagnostic::report::{Format, write};
use signpost::project::Options;

use crate::harness::{Failures, build_with, demonstration, files_below, is_updating, is_wanted, tests};

#[test]
fn what_a_change_adds_and_removes_is_known() {
    let mut failures = Failures::default();
    let sets = [("demonstration", demonstration()), ("prose", files_below(&tests("corpus/prose")))];
    for (name, sources) in sets.into_iter().filter(|(name, _)| is_wanted(name)) {
        let made = build_with(&sources, Options { spelling: true, threads: 2, ..Options::default() });
        assert_eq!(made.failure, None, "{name} cannot be opened");
        let found = write(Format::Short, &made.diagnostics, &made.paths, made.sources.as_ref(), false);
        let path = tests("corpus").join(format!("{name}.txt"));
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if is_updating() {
            std::fs::write(&path, &found).expect("the folder of the corpus can be written");
        } else if expected != found {
            failures.add(&path, &by_rule(&expected, &found));
        }
    }
    failures.end();
}

/// What was added (+) and removed (-), by rule and with counts.
fn by_rule(old: &str, new: &str) -> String {
    let mut lines: BTreeMap<&str, i32> = BTreeMap::new();
    old.lines().for_each(|line| *lines.entry(line).or_default() -= 1);
    new.lines().for_each(|line| *lines.entry(line).or_default() += 1);
    let mut rules: BTreeMap<&str, (i32, i32, String)> = BTreeMap::new();
    for (line, change) in lines.into_iter().filter(|(_, change)| *change != 0) {
        let rule = line.split_once('[').and_then(|(_, rest)| rest.split_once("]: ")).map_or("", |(rule, _)| rule);
        let (added, removed, shown) = rules.entry(rule).or_default();
        if change > 0 {
            *added += change
        } else {
            *removed -= change
        }
        for _ in 0..change.abs() {
            let _ = writeln!(shown, "  {} {line}", if change > 0 { '+' } else { '-' });
        }
    }
    if rules.is_empty() {
        return "the same findings in another order\n".into();
    }
    rules
        .into_iter()
        .map(|(rule, (added, removed, shown))| format!("{rule}: {added} added, {removed} removed\n{shown}"))
        .collect()
}

#[test]
fn changes_are_told_by_rule() {
    let old = "a.md:1:1: warning[idiom]: x\na.md:2:1: warning[idiom]: y\nb.md:1:1: error[broken-link]: z\n";
    let new = "a.md:1:1: warning[idiom]: x\nb.md:1:1: error[broken-link]: z\nb.md:1:1: error[broken-link]: z\n";
    let told = by_rule(old, new);
    let expected = "broken-link: 1 added, 0 removed\n  + b.md:1:1: error[broken-link]: z\n\
                    idiom: 0 added, 1 removed\n  - a.md:2:1: warning[idiom]: y\n";
    assert_eq!(told, expected);
    assert_eq!(by_rule("a\nb\n", "b\na\n"), "the same findings in another order\n");
}
