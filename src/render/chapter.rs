//! Fits the words of a page into a page that holds several: headings one level lower, every id with the chapter's own.
//!
//! Headings keep an id only where the chapter itself leads to it: the contents of the booklet lead to its chapters, and
//! the ids of all other headings would be a twentieth of a page that is there to be printed.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::html::{Tag, Token, decode, percent_decoded, tokens};

/// Attributes that name ids of the same page.
const NAMING: &[&str] = &["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

/// A chapter's HTML below a second-level heading, its ids beginning with `id`. The chapter's own heading, which has no
/// id yet, gets `id` itself and stays as it is.
pub(super) fn within(html: &str, id: &str) -> String {
    let used = used(html);
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let (mut written, mut is_inside) = (0, false);
    for token in tokens(html) {
        match token {
            Token::Start(tag) if tag.is("h2") && !is_inside => {
                out.push_str(&html[written..tag.start]);
                out.push_str(&format!("<h2 id=\"{id}\""));
                out.push_str(&html[tag.start + 3..tag.end]);
                written = tag.end;
            }
            Token::End { name, .. } if name == "h2" && !is_inside => is_inside = true,
            Token::Start(tag) if is_inside => {
                let source = &html[tag.start..tag.end];
                let changed = heading(tag.name).map(|lower| format!("<{lower}{}", &source[1 + tag.name.len()..]));
                let changed = named(&tag, changed.as_deref().unwrap_or(source), id, &used);
                out.push_str(&html[written..tag.start]);
                out.push_str(&changed);
                written = tag.end;
            }
            Token::End { name, start, end } if is_inside => {
                if let Some(lower) = heading(name) {
                    out.push_str(&html[written..start]);
                    out.push_str(&format!("</{lower}>"));
                    written = end;
                }
            }
            _ => {}
        }
    }
    out.push_str(&html[written..]);
    out
}

/// The heading one level below; there is none below the sixth.
fn heading(name: &str) -> Option<&'static str> {
    match name {
        "h2" => Some("h3"),
        "h3" => Some("h4"),
        "h4" => Some("h5"),
        "h5" | "h6" => Some("h6"),
        _ => None,
    }
}

/// The ids that links and other elements of a chapter name.
fn used(html: &str) -> HashSet<Cow<'_, str>> {
    let mut used = HashSet::new();
    for token in tokens(html) {
        let Token::Start(tag) = token else { continue };
        for attribute in tag.attributes() {
            if attribute.is("href") {
                let place = attribute.value.strip_prefix('#').map(decode);
                used.extend(place.map(|place| percent_decoded(&place).map_or(place, Cow::Owned)));
            } else if NAMING.iter().any(|name| attribute.is(name)) {
                used.extend(attribute.value.split_whitespace().map(decode));
            }
        }
    }
    used
}

/// A start tag whose ids, and links to places on its page, begin with the chapter's; a heading whose id nothing uses
/// has none.
fn named(tag: &Tag<'_>, source: &str, id: &str, used: &HashSet<Cow<'_, str>>) -> String {
    let mut changed = source.to_owned();
    for attribute in tag.attributes() {
        let value = attribute.value;
        let new = if attribute.is("id") {
            let is_kept = heading(tag.name).is_none() || used.contains(&decode(value));
            is_kept.then(|| format!("{id}-{value}"))
        } else if attribute.is("href") && value.starts_with('#') && value.len() > 1 {
            Some(format!("#{id}-{}", &value[1..]))
        } else if NAMING.iter().any(|name| attribute.is(name)) {
            Some(value.split_whitespace().map(|one| format!("{id}-{one}")).collect::<Vec<_>>().join(" "))
        } else {
            continue;
        };
        let before = format!(" {}=\"{value}\"", attribute.name);
        let after = new.map(|new| format!(" {}=\"{new}\"", attribute.name)).unwrap_or_default();
        changed = changed.replacen(&before, &after, 1);
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_heading_in_any_script_is_found_by_its_link() {
        let html = "<h2>خدمات</h2><h2 id=\"مدد\">مدد</h2><h2 id=\"a&amp;b\">x</h2><h2 id=\"z\">z</h2>\
                    <p><a href=\"#%D9%85%D8%AF%D8%AF\">y</a> <a href=\"#a&amp;b\">y</a></p>";
        let made = within(html, "part-1");
        for kept in ["<h3 id=\"part-1-مدد\">", "<a href=\"#part-1-%D9%85%D8%AF%D8%AF\">", "<h3 id=\"part-1-a&amp;b\">"]
        {
            assert!(made.contains(kept), "{made}");
        }
        assert!(made.contains("<h3>z</h3>"), "{made}");
    }

    #[test]
    fn headings_sink_and_ids_that_are_used_are_told_apart() {
        let html = "<section><h2>Breaks</h2><h2 id=\"cost\">Cost</h2><p><a href=\"#cost\">x</a> <a href=\"/a/#b\">y</a></p>\
                    <h3 id=\"all\">For <b>all</b></h3><section aria-labelledby=\"cost\"></section></section>";
        assert_eq!(
            within(html, "part-2"),
            "<section><h2 id=\"part-2\">Breaks</h2><h3 id=\"part-2-cost\">Cost</h3><p><a href=\"#part-2-cost\">x</a> \
             <a href=\"/a/#b\">y</a></p><h4>For <b>all</b></h4><section aria-labelledby=\"part-2-cost\"></section></section>"
        );
    }
}
