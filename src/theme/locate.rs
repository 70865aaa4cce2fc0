//! Finds the line of a template that made an element of a finished page.
//!
//! Templates leave no marks in pages, which would cost every page something. A finding is rare, so that the tag is
//! looked for in the templates when there is one.

use super::Theme;

/// A place in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplatePlace {
    /// The path of the template below the theme's folder.
    pub path: String,
    /// The bytes of the tag.
    pub tag: std::ops::Range<usize>,
    /// Its line, from 1.
    pub line: usize,
}

/// What a tag has at least in common with an element: a class, an id or another attribute with its value.
const ENOUGH: usize = 2;

impl Theme {
    /// The one tag of all templates and components that fits an element best, by its name, classes, id and attributes;
    /// nothing where several fit as well, or none has anything in common with it but its name.
    pub fn locate(&self, name: &str, attributes: &[(&str, &str)]) -> Option<TemplatePlace> {
        let templates = self.templates.iter().map(|(name, text)| (format!("templates/{name}"), text));
        let components = self
            .components
            .iter()
            .map(|(name, component)| (format!("components/{name}/{name}.html"), &component.template));
        let mut best: Option<(usize, TemplatePlace)> = None;
        let mut is_alone = false;
        for (path, text) in templates.chain(components) {
            for tag in tags(text, name) {
                let Some(score) = score(&text[tag.clone()], attributes).filter(|score| *score >= ENOUGH) else {
                    continue;
                };
                let known = best.as_ref().map_or(0, |(score, _)| *score);
                if score > known {
                    let line = text[..tag.start].matches('\n').count() + 1;
                    best = Some((score, TemplatePlace { path: path.clone(), tag, line }));
                    is_alone = true;
                } else if score == known {
                    is_alone = false;
                }
            }
        }
        best.filter(|_| is_alone).map(|(_, place)| place)
    }
}

/// The start tags of a name in a template.
fn tags<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = std::ops::Range<usize>> + 't {
    let open = format!("<{name}");
    let starts: Vec<usize> = text.match_indices(&open).map(|(at, _)| at).collect();
    starts.into_iter().filter_map(move |start| {
        let after = start + 1 + name.len();
        let next = text.as_bytes().get(after)?;
        let is_tag = next.is_ascii_whitespace() || matches!(next, b'>' | b'/');
        is_tag.then(|| start..after + end_of_tag(&text[after..]))
    })
}

/// The length of what is left of a tag: a `>` within `{{ }}` or `{% %}` does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut from = 0;
    loop {
        let rest = &text[from..];
        let Some(close) = rest.find('>') else { return text.len() };
        match (rest.find("{{"), rest.find("{%")) {
            (Some(open), _) if open < close => from += open + rest[open..].find("}}").unwrap_or(rest.len() - open),
            (_, Some(open)) if open < close => from += open + rest[open..].find("%}").unwrap_or(rest.len() - open),
            _ => return from + close + 1,
        }
        from = (from + 2).min(text.len());
    }
}

/// How much a tag of a template has in common with an element; nothing where the two contradict each other.
fn score(tag: &str, attributes: &[(&str, &str)]) -> Option<usize> {
    let has = |wanted: &str| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
    let mut score = 0;
    for (name, value) in literals(tag) {
        let own = has(name)?;
        match name {
            "class" => {
                let is_here = |word: &&str| own.split_ascii_whitespace().any(|own| own == *word);
                let mut words = value.split_ascii_whitespace();
                if !value.contains('{') && !words.clone().all(|word| is_here(&word)) {
                    return None;
                }
                score += 2 * words.by_ref().filter(is_here).count();
            }
            _ if value.contains('{') => score += 1,
            _ if value != own => return None,
            _ => score += 2,
        }
    }
    Some(score)
}

/// The attributes that a tag of a template always has, with their values as they stand there.
fn literals(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = tag;
    let mut depth = 0;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(['=', '{', '}', '%'])?;
            let (before, after) = (&rest[..at], &rest[at + 1..]);
            match rest.as_bytes()[at] {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b'=' if depth == 0 && after.starts_with('"') => {
                    let value_end = closing_quote(&after[1..]);
                    let name = before.rsplit([' ', '\n', '\t', '}']).next().unwrap_or("");
                    let value = &after[1..1 + value_end];
                    rest = after.get(value_end + 2..).unwrap_or("");
                    // What stands after a condition may be left out.
                    if !name.is_empty() && !is_conditional(tag, tag.len() - rest.len()) {
                        return Some((name, value));
                    }
                    continue;
                }
                _ => {}
            }
            rest = after;
        }
    })
}

/// The place of the quotation mark that ends a value; those within `{{ }}` do not.
fn closing_quote(text: &str) -> usize {
    let mut depth = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b'"' if depth <= 0 => return at,
            _ => {}
        }
    }
    text.len()
}

fn is_conditional(tag: &str, at: usize) -> bool {
    let before = &tag[..at];
    let opened = before.matches("{% if").count() + before.matches("{%- if").count();
    let closed = before.matches("{% endif").count() + before.matches("{%- endif").count();
    opened > closed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme() -> Theme {
        let base = "<nav class=\"top\">\n<a class=\"arm {{ kind }}\" href=\"{{ url }}\"{% if x > 1 %} lang=\"pl\"{% endif %}>x</a>\n</nav>\n<div>";
        let page = "<a class=\"plain\" href=\"{{ a }}\">\n<nav id=\"more\" class=\"top\">";
        let templates = [("base.html", base), ("page.html", page)];
        let templates = templates.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        Theme { templates, ..Theme::default() }
    }

    #[test]
    fn the_tag_that_fits_best_is_found() {
        let theme = theme();
        let at = |name: &str, attributes: &[(&str, &str)]| {
            theme.locate(name, attributes).map(|place| (place.path, place.line))
        };
        let base = |line| Some(("templates/base.html".to_owned(), line));
        let page = |line| Some(("templates/page.html".to_owned(), line));
        assert_eq!(at("a", &[("class", "arm big"), ("href", "/a/")]), base(2));
        assert_eq!(at("a", &[("class", "plain"), ("href", "/a/")]), page(1));
        assert_eq!(at("nav", &[("class", "top")]), base(1));
        assert_eq!(at("nav", &[("class", "top"), ("id", "more")]), page(2));
        assert_eq!(at("div", &[]), None);
        assert_eq!(at("a", &[("class", "other"), ("href", "/a/")]), None);
        assert_eq!(at("table", &[("class", "top")]), None);
    }
}
