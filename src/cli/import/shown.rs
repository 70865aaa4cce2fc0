//! What an import would do, as a person reads it.

use crate::cli::terminal::is_error_coloured;
use crate::diagnostic::Severity;
use crate::exchange::Problem;
use crate::exchange::plan::{FieldChange, Plan};

/// The longest value that is shown whole.
const LONGEST: usize = 70;

/// Every page that is new or differs, field by field unless in brief. What was changed by hand is shown all the same.
pub fn plan(plan: &Plan, is_ours: bool, is_brief: bool) -> String {
    let mut text = String::new();
    for change in plan.changes.iter().filter(|change| change.is_new) {
        text.push_str(&format!("new       {} ({}): {}\n", change.path, change.place, shown(&change.title)));
        for field in change.fields.iter().filter(|_| !is_brief) {
            let said = field.after.as_deref().unwrap_or_default();
            text.push_str(&format!("            {}: \"{}\"\n", field.heading, shown(said)));
        }
    }
    for change in plan.changes.iter().filter(|change| !change.is_new) {
        let is_kept = change.fields.iter().all(|field| field.is_kept);
        let word = if is_kept { "kept     " } else { "changed  " };
        text.push_str(&format!("{word} {} ({})\n", change.path, change.place));
        for field in change.fields.iter().filter(|field| field.is_kept || !is_brief) {
            text.push_str(&line(field, is_ours));
        }
    }
    for path in &plan.gone {
        text.push_str(&format!("gone      {path} is in the source no more; it is left as it is. If the service has ended, write `status: ended`\n"));
    }
    text
}

fn line(field: &FieldChange, is_ours: bool) -> String {
    let value =
        |value: &Option<String>| value.as_deref().map_or("nothing".to_owned(), |value| format!("\"{}\"", shown(value)));
    let (before, after) = (value(&field.before), value(&field.after));
    match field.is_kept {
        false => format!("            {}: {before} becomes {after}\n", field.heading),
        true => {
            let since = if is_ours { "was changed since the export" } else { "was changed by hand" };
            format!("          ! {}: {before} {since} and is kept; the source says {after}\n", field.heading)
        }
    }
}

fn shown(value: &str) -> String {
    let line: String = value.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, " ");
    match line.chars().count() > LONGEST {
        true => format!("{}…", line.chars().take(LONGEST).collect::<String>()),
        false => line,
    }
}

/// What could not be understood, a line each.
pub fn problems(problems: &[Problem]) -> String {
    let mut text = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let (word, colour) = match severity {
            Severity::Error => ("error", "31"),
            Severity::Warning => ("warning", "33"),
            Severity::Advice => ("advice", "36"),
        };
        for problem in problems.iter().filter(|problem| problem.severity == severity) {
            let word = if is_error_coloured() { format!("\u{1b}[{colour}m{word}\u{1b}[0m") } else { word.to_owned() };
            let message = problem.message.replace(char::is_control, " ");
            text.push_str(&format!("{word}: {}: {message}\n", problem.place.replace(char::is_control, " ")));
        }
    }
    text
}

/// How many pages are new, changed, kept, and left alone.
pub fn counts(plan: &Plan) -> String {
    let (new, changed, kept) = plan.counts();
    let mut text = format!("{new} new, {changed} changed, {} as they were", plan.unchanged);
    if kept > 0 {
        text.push_str(&format!("; {kept} with changes by hand that were kept: `--overwrite` writes over them"));
    }
    text
}
