//! The manuals of all rules as people read them: one at a time for `check --explain`, all of them for `docs/rules.md`.

use super::{RULES, Rule};
use crate::diagnostic::Severity;

/// A rule's manual, and under it how a site sets it.
pub fn explained(rule: &Rule) -> String {
    format!("{} ({})\n\n{}\n\n{}", rule.name, rule.severity.word(), rule.manual().trim_end(), settings(rule, "#"))
}

/// How a site sets a rule, and what else is to know of it. `marks` are those of the heading.
fn settings(rule: &Rule, marks: &str) -> String {
    let (name, level) = (rule.name, rule.severity.word());
    let numbers: String = rule.thresholds.iter().map(|(name, number)| format!(", {name} = {number}")).collect();
    let mut text =
        format!("{marks} How to set it\nIn `site.toml`, with the level `off`, `advice`, `warning` or `error`");
    text += &match rule.thresholds.len() {
        0 => format!(":\n```toml\n[rules]\n{name} = \"{level}\"\n```\n"),
        count => format!(
            " and {}; this is how it is otherwise:\n```toml\n[rules]\n{name} = {{ level = \"{level}\"{numbers} }}\n```\n",
            if count == 1 { "a number of your own" } else { "numbers of your own" }
        ),
    };
    if rule.is_dated {
        text += "Its answer changes with the date alone, so it is a warning at most.\n";
    }
    if let Some(argument) = rule.asked {
        text += &format!("It looks only when it is asked to: `signpost check {argument}`.\n");
    }
    if !rule.act.is_empty() {
        text += &format!("It answers the W3C's ACT rules {}.\n", rule.act.join(", "));
    }
    text
}

const OPENING: &str = "\
# Rules

Every rule of the checker, as `signpost check --explain RULE` tells it.
This page is written by the tests from the rules themselves: change a rule's manual in `src/check/rules/`, not this page.

How levels are set and single findings allowed stands in [checks.md](checks.md).

";

/// The page of all rules: a list by level, then every manual.
pub fn reference() -> String {
    let mut page = OPENING.to_owned();
    for (severity, title) in
        [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Advice, "Advice")]
    {
        let rules = || RULES.iter().filter(|rule| rule.severity == severity);
        page += &format!("## {title}\n\n{} rules.\n\n", rules().count());
        for rule in rules() {
            page += &format!("- [{0}](#{0}): {1}\n", rule.name, rule.first_sentence());
        }
        page.push('\n');
    }
    page += "## The manuals\n";
    for rule in RULES {
        page += &format!("\n### {}\n\n*{}*\n\n", rule.name, rule.severity.word());
        page += &lowered(&rule.manual());
        page += &format!("\n{}", settings(rule, "####"));
    }
    page
}

/// A manual with its headings three levels down; what looks like one in code stays.
fn lowered(manual: &str) -> String {
    let mut is_code = false;
    let mut text = String::new();
    for line in manual.trim_end().lines() {
        is_code ^= line.starts_with("```");
        if !is_code && line.starts_with("# ") {
            text += "###";
        }
        text += line;
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_lowered_and_code_is_not() {
        assert_eq!(lowered("# A\n```yaml\n# b\n```\n"), "#### A\n```yaml\n# b\n```\n");
    }

    #[test]
    fn a_rule_says_how_it_is_set() {
        let text = explained(super::super::rule("reading-age").expect("there is one"));
        assert!(text.contains("reading-age = { level = \"advice\", years = 14 }"), "{text}");
        let text = explained(super::super::rule("dead-link").expect("there is one"));
        assert!(text.contains("`signpost check --external`"), "{text}");
        let text = explained(super::super::rule("overdue-review").expect("there is one"));
        assert!(text.contains("a warning at most"), "{text}");
    }
}
