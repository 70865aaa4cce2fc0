//! Links that say the same and lead to different places.

use super::super::rule::rule;
use crate::check::PageContext;
use crate::diagnostic::Diagnostic;
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports a link whose words stand on another link of the page's text that leads somewhere else.
    ///
    /// # Why it matters
    /// In a screen reader's list of links the two cannot be told apart, and somebody who says "click apply" to the
    /// computer is asked which.
    /// WCAG 2.2, 2.4.4 Link Purpose (In Context) (A).
    ///
    /// # Example
    /// ```md
    /// [Apply](/services/breaks-fund/) for a break, or [apply](/services/emergency-card/) for a card.
    /// ```
    ///
    /// # Use instead
    /// ```md
    /// [Apply for a break](/services/breaks-fund/), or [apply for a card](/services/emergency-card/).
    /// ```
    ///
    /// # What it cannot see
    /// Whether two addresses lead to the same page in the end, and links that the theme makes.
    "same-text-different-link" Warning checks [Page(check)]
}

fn check(context: &PageContext<'_>, found: &mut Vec<Diagnostic>) {
    let prose = context.prose;
    let mut seen: Vec<(String, &str)> = Vec::new();
    for mark in prose.marks.iter().filter(|mark| mark.kind == MarkKind::Link) {
        let target = mark.target.as_str();
        let words = prose.text[mark.range.clone()].trim();
        // What a record fills in differs from record to record.
        if words.is_empty() || target.starts_with("contact:") || target.starts_with('#') {
            continue;
        }
        let name = words.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        match seen.iter().find(|(known, _)| *known == name) {
            Some((_, other)) if place(other) != place(target) => found.push(
                RULE.finding(format!("another link on this page says \"{words}\" too, and leads elsewhere"))
                    .at(prose.place(mark.written.clone()))
                    .label(format!("the other leads to `{other}`"))
                    .help("say in each what is behind it"),
            ),
            Some(_) => {}
            None => seen.push((name, target)),
        }
    }
}

/// The end of an address, by which `../guides/breaks.md` and `/guides/breaks/` are the same.
fn place(target: &str) -> &str {
    let path = target.split(['#', '?']).next().unwrap_or(target).trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or(path);
    let last = last.strip_suffix(".md").unwrap_or(last);
    if last.is_empty() || last == "_index" { path } else { last }
}
