//! `[rules]` of `site.toml`: the level of a rule, and the numbers that it goes by.

use super::{KnownRule, RuleLevel, RuleSetting};
use crate::data::{Located, Step, Value};
use crate::diagnostic::{Diagnostic, Severity, did_you_mean_help};

/// The words for a level.
pub const LEVELS: &[&str] = &["off", "advice", "warning", "error"];

/// Reads what is set of each rule. Names that are none, and numbers that are none, are reported and left out.
pub fn rules(raw: &Value, known: &[KnownRule], at: &Located<'_>, found: &mut Vec<Diagnostic>) -> Vec<RuleSetting> {
    let mut settings = Vec::new();
    for (name, written) in raw.get("rules").map(Value::entries).unwrap_or_default() {
        let path = [Step::from("rules"), Step::Key(name.clone())];
        let Some(rule) = known.iter().find(|rule| rule.name == name) else {
            let hint = did_you_mean_help(name, known.iter().map(|rule| rule.name));
            found.push(
                Diagnostic::error("unknown-rule", format!("there is no rule called `{name}`"))
                    .at(at.key(&path))
                    .help(hint.unwrap_or_else(|| "`signpost check --list` names them all".into())),
            );
            continue;
        };
        let mut setting = RuleSetting { rule: name.clone(), level: None, thresholds: Vec::new() };
        match written.as_text() {
            // A word that is no level was reported when the file was read.
            Some(word) => setting.level = level(word),
            None => table(rule, written, &path, at, &mut setting, found),
        }
        settings.push(setting);
    }
    settings
}

/// Reads a rule that is set as a table: its level and its numbers.
fn table(
    rule: &KnownRule,
    written: &Value,
    path: &[Step],
    at: &Located<'_>,
    setting: &mut RuleSetting,
    found: &mut Vec<Diagnostic>,
) {
    for (key, value) in written.entries() {
        let path = [path, &[Step::Key(key.clone())]].concat();
        let word = value.as_text().unwrap_or_default();
        if key == "level" {
            setting.level = level(word);
            if setting.level.is_none() {
                let help = did_you_mean_help(word, LEVELS.iter().copied());
                found.push(
                    Diagnostic::error("wrong-kind", "`level` cannot be read")
                        .at(at.value(&path))
                        .help(help.unwrap_or_else(|| format!("write one of {}", LEVELS.join(", ")))),
                );
            }
        } else if let Some((name, default)) = rule.thresholds.iter().find(|(name, _)| name == key) {
            match word.parse() {
                Ok(number) => setting.thresholds.push(((*name).to_owned(), number)),
                Err(_) => found.push(
                    Diagnostic::error("wrong-kind", format!("`{key}` is not a whole number"))
                        .at(at.value(&path))
                        .help(format!("write a number such as {default}, which it is by default")),
                ),
            }
        } else {
            let names = || rule.thresholds.iter().map(|(name, _)| *name).chain(["level"]);
            let help = did_you_mean_help(key, names());
            found.push(
                Diagnostic::error("unknown-key", format!("the rule `{}` has nothing called `{key}` to set", rule.name))
                    .at(at.key(&path))
                    .help(
                        help.unwrap_or_else(|| format!("what it has is: {}", names().collect::<Vec<_>>().join(", "))),
                    ),
            );
        }
    }
}

fn level(word: &str) -> Option<RuleLevel> {
    match word.to_lowercase().as_str() {
        "off" => Some(RuleLevel::Off),
        "advice" => Some(RuleLevel::At(Severity::Advice)),
        "warning" => Some(RuleLevel::At(Severity::Warning)),
        "error" => Some(RuleLevel::At(Severity::Error)),
        _ => None,
    }
}
