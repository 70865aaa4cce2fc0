//! Controls that are called something else than they show.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::access::Role;
use crate::html::{Name, Piece, collapse, decode};

rule! {
    /// # What it does
    /// Reports a link, button or other control whose words are not part of the name that `aria-label` or `aria-
    /// labelledby` gives it.
    ///
    /// # Why it matters
    /// Who speaks to the computer says what is there to be read, and nothing happens.
    /// WCAG 2.2, 2.5.3 Label in Name (A).
    ///
    /// # Example
    /// ```html
    /// <a href="/hub/" aria-label="Find out more">Carers Hub</a>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <a href="/hub/">Carers Hub</a>
    /// ```
    ///
    /// # What it cannot see
    /// Words in pictures, and signs such as × that stand for a word.
    "label-out-of-name" Error act ["2ee8b8"] checks [Finished(check)]
}
/// Elements and texts of one control that are compared with its name.
const FARTHEST: usize = 500;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let access = &context.access;
    for element in access.with_aria(&context.document) {
        let is_named = element.has("aria-label") || element.has("aria-labelledby");
        if !is_named || !is_control(access.role(&element)) || access.is_hidden(&element) {
            continue;
        }
        if matches!(element.kind(), Name::Input | Name::Select | Name::Textarea) {
            continue;
        }
        let name = words(&access.name(&element));
        let missing = element.pieces().take(FARTHEST).find_map(|piece| match piece {
            Piece::Text(text, index) if access.is_seen(index) => {
                let text = decode(text);
                (!name.is_empty() && !holds(&name, &words(&text))).then(|| collapse(&text))
            }
            _ => None,
        });
        if let Some(text) = missing {
            let message = format!("this shows \"{text}\" and is called \"{}\"", access.name(&element));
            found.push(context.report(&RULE, &element, message).help("begin its name with the words that it shows"));
        }
    }
}

fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::BUTTON | Role::CHECKBOX | Role::GRIDCELL | Role::LINK | Role::MENUITEM | Role::MENUITEMCHECKBOX
    ) || matches!(role, Role::MENUITEMRADIO | Role::OPTION | Role::RADIO | Role::SWITCH)
        || matches!(role.name(), "tab" | "treeitem")
}

/// The words of a text in small letters; one letter by itself is a sign, as `x` for close.
fn words(text: &str) -> Vec<String> {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    match &words[..] {
        [only] if only.chars().count() == 1 && !only.bytes().all(|byte| byte.is_ascii_digit()) => Vec::new(),
        _ => words,
    }
}

/// Whether some words stand in others, one after the other.
fn holds(name: &[String], shown: &[String]) -> bool {
    shown.is_empty() || name.windows(shown.len()).any(|part| part == shown)
}
