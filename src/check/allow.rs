//! Findings that an editor allows where they stand, each with a reason.
//!
//! `written` reads the comments that say so, in Markdown, YAML and TOML; here they are held against what was found. A
//! comment allows the findings of one rule in one place and nothing more, so that it can be read beside what it allows.
//! What must never be published cannot be allowed, and a comment that allows nothing is itself a finding: it would
//! hide the next mistake.

mod written;

use std::collections::HashMap;

pub use written::{Allowance, allowances};

use super::rules::{missing_reason, stale_allowance, unknown_rule};
use super::{RULES, Rule, rule};
use crate::config::{RuleLevel, Settings};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::source::{FileId, Span};

/// What is left of findings once some are allowed.
#[derive(Debug, Default)]
pub struct Allowed {
    /// What was not allowed, and what is wrong with the comments.
    pub found: Vec<Diagnostic>,
    /// What was, each with its reason in [`Diagnostic::allowed`].
    pub allowed: Vec<Diagnostic>,
}

/// Takes out the findings that are allowed, and reports comments that cannot be understood or allow nothing.
///
/// `was_looked_at` says whether a rule looked at a file at all: nothing is known of a comment for one that did not.
pub fn allow(
    allowances: &[Allowance],
    found: Vec<Diagnostic>,
    settings: &Settings,
    was_looked_at: impl Fn(&Rule, FileId) -> bool,
) -> Allowed {
    let mut outcome = Allowed::default();
    if allowances.is_empty() {
        outcome.found = found;
        return outcome;
    }
    let mut by_file: HashMap<FileId, Vec<usize>> = HashMap::new();
    for (at, allowance) in allowances.iter().enumerate().filter(|(_, allowance)| allowance.reason.is_some()) {
        by_file.entry(allowance.span.file).or_default().push(at);
    }
    let mut uses = vec![Use::None; allowances.len()];
    // A page that cannot be read or made was not looked at to the end.
    let mut broken: Vec<FileId> = Vec::new();
    for mut finding in found {
        let place = finding.span;
        broken.extend(place.filter(|_| finding.always_stops).map(|span| span.file));
        let candidates = place.and_then(|span| by_file.get(&span.file)).map(Vec::as_slice).unwrap_or_default();
        let by = candidates.iter().copied().find(|at| {
            let allowance = &allowances[*at];
            allowance.rule == finding.rule && place.is_some_and(|span| allowance.covers(span))
        });
        match by {
            Some(at) if finding.always_stops => {
                uses[at] = Use::Forbidden;
                outcome.found.push(finding.note("this stops every build, and cannot be allowed"));
            }
            Some(at) => {
                uses[at] = Use::Allows;
                finding.allowed.clone_from(&allowances[at].reason);
                outcome.allowed.push(finding);
            }
            None => outcome.found.push(finding),
        }
    }
    for (allowance, used) in allowances.iter().zip(uses) {
        let is_known = |rule: &Rule| {
            let is_off = settings.rule(rule.name).is_some_and(|setting| setting.level == Some(RuleLevel::Off));
            !is_off && !broken.contains(&allowance.span.file) && was_looked_at(rule, allowance.span.file)
        };
        outcome.found.extend(complaint(allowance, used, is_known));
    }
    outcome
}

/// What became of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    None,
    Allows,
    Forbidden,
}

/// What is wrong with a comment, if anything.
fn complaint(allowance: &Allowance, used: Use, is_known: impl Fn(&Rule) -> bool) -> Option<Diagnostic> {
    let name = &allowance.rule;
    let Some(rule) = rule(name) else {
        let hint = did_you_mean_help(name, RULES.iter().map(|rule| rule.name));
        return Some(
            unknown_rule::RULE
                .finding(format!("there is no rule called `{name}`"))
                .at(allowance.name)
                .help(hint.unwrap_or_else(|| "`signpost check --list` names them all".into())),
        );
    };
    if allowance.reason.is_none() {
        return Some(
            missing_reason::RULE
                .finding(format!("`{name}` is allowed here without a reason"))
                .at(allowance.span)
                .help(format!("write why, for the one who reads this next year: `allow {name}: …`")),
        );
    }
    let finding =
        |message: String, help: &str| Some(stale_allowance::RULE.finding(message).at(allowance.span).help(help));
    match used {
        Use::Allows => None,
        Use::Forbidden => {
            finding(format!("`{name}` cannot be allowed here"), "take the comment away, and mend what it stands beside")
        }
        Use::None if is_known(rule) => finding(
            format!("nothing here is reported as `{name}`, so this allows nothing"),
            "take the comment away; or put it on the line before what it is about",
        ),
        Use::None => None,
    }
}

/// Takes out of a page's findings, as an editor has it in hand, those that its own comments allow.
pub fn without_allowed(file: FileId, path: &str, text: &str, body: usize, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let allowances = allowances(file, path, text, body);
    let is_allowed = |finding: &Diagnostic| {
        let covers = |span: Span| {
            let by = |allowance: &&Allowance| allowance.rule == finding.rule && allowance.reason.is_some();
            allowances.iter().filter(by).any(|allowance| allowance.covers(span))
        };
        !finding.always_stops && finding.span.is_some_and(covers)
    };
    found.into_iter().filter(|finding| !is_allowed(finding)).collect()
}
