//! Findings one to a line, as editors and `grep` like them: `file:line:column: error[rule]: message`.

use super::{Place, one_line};
use crate::diagnostic::Diagnostic;

/// Writes one finding as a line; what is not known of its place is left out.
pub fn short(diagnostic: &Diagnostic, place: Option<&Place>) -> String {
    let said = format!("{}[{}]: {}", diagnostic.severity.word(), diagnostic.rule, one_line(&diagnostic.message));
    match place {
        Some(Place { path, start: Some((line, column)), .. }) => format!("{path}:{line}:{column}: {said}\n"),
        Some(Place { path, .. }) => format!("{path}: {said}\n"),
        None => format!("{said}\n"),
    }
}
