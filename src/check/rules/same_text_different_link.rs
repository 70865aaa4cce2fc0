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
            Some((_, other)) if !is_same(other, target) => found.push(
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

/// What two ways to write an address have in common: `../guides/breaks.md` and `/guides/breaks/` may be one page,
/// `/services/hub/apply/` and `/guides/card/apply/` are two.
fn is_same(one: &str, other: &str) -> bool {
    let is_relative = |target: &str| !target.starts_with('/') && !target.contains("://");
    let (one_steps, other_steps) = (steps(one), steps(other));
    let count = if is_relative(one) || is_relative(other) {
        one_steps.len().min(other_steps.len()).min(1)
    } else {
        one_steps.len().max(other_steps.len())
    };
    one_steps.iter().rev().take(count).eq(other_steps.iter().rev().take(count))
}

/// The steps of an address; what its query asks for is part of the last.
fn steps(target: &str) -> Vec<&str> {
    let path = target.split('#').next().unwrap_or(target);
    let steps = path.split('/').filter(|step| !matches!(*step, "" | "." | ".." | "_index.md"));
    steps.map(|step| step.strip_suffix(".md").unwrap_or(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn addresses_are_compared_as_far_as_they_can_be() {
        for (one, other) in
            [("../guides/breaks.md", "/guides/breaks/"), ("breaks.md", "/guides/breaks/#cost"), ("/a/", "/a")]
        {
            assert!(is_same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("/services/hub/apply/", "/guides/card/apply/"),
            ("https://a.example/form?id=1", "https://a.example/form?id=2"),
            ("breaks.md", "money.md"),
            ("/", "/guides/"),
        ] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }
}
