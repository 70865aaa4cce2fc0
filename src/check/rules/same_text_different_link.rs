//! Links that say the same and lead to different places.

use super::super::rule::rule;
use super::vague_link_text;
use crate::check::{FinishedContext, PageContext};
use crate::diagnostic::Diagnostic;
use crate::html::{Element, Name};
use crate::model::MarkKind;

rule! {
    /// # What it does
    /// Reports a link whose words stand on another link of the page's text that leads somewhere else. In a folder of HTML
    /// both stand in one paragraph, item or cell. On a page, words such as "click here" are left to `vague-link-text`.
    ///
    /// # Why it matters
    /// In a screen reader's list of links the two cannot be told apart, and somebody who says "click apply" to the
    /// computer is asked which.
    /// WCAG 2.2, 2.4.4 Link Purpose (In Context) (A) and 2.4.9 Link Purpose (Link Only) (AAA).
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
    /// Whether two addresses lead to the same page in the end, and links that the theme makes. In a folder, links whose
    /// paragraphs or items say more: that is left to WCAG 2.4.9 (AAA).
    "same-text-different-link" Warning act ["b20e66", "fd3a94"] checks [Page(check), Finished(check_file)]
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
        if vague_link_text::is_reported(words, target) {
            continue;
        }
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

/// Compares the links of a file of a folder by their names, whoever made them.
fn check_file(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    if !context.is_file() {
        return;
    }
    let access = &context.access;
    let is_link = |link: &Element<'_, '_>| access.role(link).is_link() && access.is_exposed(link);
    let links = context.document.all(Name::A).filter(|link| link.has("href"));
    let mut beside: Vec<(usize, Element<'_, '_>)> = links.filter_map(|link| Some((around(&link)?, link))).collect();
    beside.sort_by_key(|(around, link)| (*around, link.order()));
    // Most links stand alone: their names need not be worked out.
    for group in beside.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let mut seen: Vec<(String, String)> = Vec::new();
        for (_, link) in group.iter().filter(|(_, link)| is_link(link)) {
            let Some(target) = link.attribute("href").and_then(|href| resource(&href)) else { continue };
            let said = access.name(link);
            let name = said.to_lowercase();
            match seen.iter().find(|(known, _)| *known == name) {
                Some((_, first)) if *first != target => {
                    let message = format!("another link beside this says \"{said}\" too, and leads elsewhere");
                    let finding = context.report(&RULE, link, message).label(format!("the other leads to `{first}`"));
                    found.push(finding.help("say in each what is behind it"));
                }
                None if !name.is_empty() && seen.len() < MOST => seen.push((name, target)),
                _ => {}
            }
        }
    }
}

/// Links of one paragraph that are told apart.
const MOST: usize = 100;

/// What tells a screen reader more of a link: the paragraph, item, cell or meaning that it stands in.
fn around(link: &Element<'_, '_>) -> Option<usize> {
    let is_context = |outer: &Element<'_, '_>| {
        matches!(outer.kind(), Name::P | Name::Li | Name::Td | Name::Th | Name::Dd | Name::Dt | Name::Blockquote)
    };
    link.ancestors().find(is_context).map(|outer| outer.order())
}

/// An address without what makes no difference to what it leads to; nothing for places on the same page, and for ways
/// to reach somebody: "999" may be a number to ring and one to text.
fn resource(href: &str) -> Option<String> {
    let href = href.trim_ascii();
    let whole = href.split('#').next().filter(|whole| !whole.is_empty())?;
    let scheme = whole.find([':', '/', '?']).filter(|at| whole.as_bytes()[*at] == b':').map(|at| &whole[..at]);
    if scheme.is_some_and(|scheme| !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http")) {
        return None;
    }
    let address = whole.strip_suffix("index.html").unwrap_or(whole).trim_end_matches('/');
    let address = address.strip_prefix("https:").or(address.strip_prefix("http:")).unwrap_or(address);
    Some(address.trim_start_matches("./").to_owned())
}

/// What two ways to write an address have in common: `../guides/breaks.md` and `/guides/breaks/` may be one page,
/// `/services/hub/apply/` and `/guides/card/apply/` are two.
fn is_same(one: &str, other: &str) -> bool {
    if let (Some(one), Some(other)) = (mailbox(one), mailbox(other)) {
        return one.eq_ignore_ascii_case(other);
    }
    let is_relative = |target: &str| !target.starts_with('/') && !target.contains("://");
    let (one_steps, other_steps) = (steps(one), steps(other));
    let count = if is_relative(one) || is_relative(other) {
        one_steps.len().min(other_steps.len()).min(1)
    } else {
        one_steps.len().max(other_steps.len())
    };
    one_steps.iter().rev().take(count).eq(other_steps.iter().rev().take(count))
}

/// The mailbox that an address writes to: `<help@example.org>` and `[…](mailto:help@example.org?subject=Help)` are one.
fn mailbox(target: &str) -> Option<&str> {
    let whole = target.strip_prefix("mailto:").unwrap_or(target);
    let address = whole.split('?').next().unwrap_or(whole);
    (address.contains('@') && !address.contains(['/', ':'])).then_some(address)
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
        for (one, other) in [
            ("../guides/breaks.md", "/guides/breaks/"),
            ("breaks.md", "/guides/breaks/#cost"),
            ("/a/", "/a"),
            ("help@example.org", "mailto:Help@example.org?subject=Help"),
        ] {
            assert!(is_same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("/services/hub/apply/", "/guides/card/apply/"),
            ("https://a.example/form?id=1", "https://a.example/form?id=2"),
            ("breaks.md", "money.md"),
            ("/", "/guides/"),
            ("mailto:help@example.org", "mailto:jo@example.org"),
        ] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }
}
