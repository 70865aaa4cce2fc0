//! A small static reading of CSS: what `style` attributes and `<style>` blocks say of the few properties that decide
//! what a reader can see, for the simple selectors in which that is said.
//!
//! Rules within `@media` and other conditions, and selectors with states, are left alone: whether they hold, a file does
//! not tell.

use super::super::{
    Document, Element, Name,
    css::{block_length, find_sign},
};

/// The properties that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Property {
    /// `display`.
    Display,
    /// `visibility`.
    Visibility,
    /// `opacity`.
    Opacity,
    /// `position`.
    Position,
    /// `left`.
    Left,
    /// `top`.
    Top,
    /// `clip`.
    Clip,
    /// `clip-path`.
    ClipPath,
    /// `width`.
    Width,
    /// `height`.
    Height,
    /// `overflow`.
    Overflow,
    /// `text-indent`.
    TextIndent,
    /// `font-size`.
    FontSize,
    /// `white-space`.
    WhiteSpace,
    /// `letter-spacing`.
    LetterSpacing,
    /// `word-spacing`.
    WordSpacing,
    /// `line-height`.
    LineHeight,
    /// `max-width`.
    MaxWidth,
}

const PROPERTIES: &[(&str, Property)] = &[
    ("clip", Property::Clip),
    ("clip-path", Property::ClipPath),
    ("display", Property::Display),
    ("font-size", Property::FontSize),
    ("height", Property::Height),
    ("left", Property::Left),
    ("letter-spacing", Property::LetterSpacing),
    ("line-height", Property::LineHeight),
    ("max-width", Property::MaxWidth),
    ("opacity", Property::Opacity),
    ("overflow", Property::Overflow),
    ("position", Property::Position),
    ("text-indent", Property::TextIndent),
    ("top", Property::Top),
    ("visibility", Property::Visibility),
    ("white-space", Property::WhiteSpace),
    ("width", Property::Width),
    ("word-spacing", Property::WordSpacing),
];

/// What is declared of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared<'a> {
    /// The property.
    pub property: Property,
    /// Its value, without `!important`.
    pub value: &'a str,
    /// Whether it is `!important`.
    pub is_important: bool,
    /// Whether it stands in a `style` attribute.
    pub is_inline: bool,
}

/// The declarations of the properties that are read, in the order in which they are written.
pub fn declarations(text: &str, is_inline: bool) -> impl Iterator<Item = Declared<'_>> {
    text.split(';').filter_map(move |part| {
        let (name, value) = part.split_once(':')?;
        let name = name.trim_ascii().to_ascii_lowercase();
        let found = PROPERTIES.binary_search_by(|(known, _)| known.cmp(&name.as_str())).ok()?;
        let value = value.trim_ascii();
        let (value, is_important) = match value.rfind('!') {
            Some(at) if value[at + 1..].trim_ascii().eq_ignore_ascii_case("important") => {
                (value[..at].trim_ascii(), true)
            }
            Some(_) => return None,
            None => (value, false),
        };
        Some(Declared { property: PROPERTIES[found].1, value, is_important, is_inline })
    })
}

/// A part of a selector for one element.
#[derive(Clone, Debug, PartialEq)]
enum Part<'a> {
    Name(&'a str),
    Class(&'a str),
    Id(&'a str),
    Has(&'a str),
    Is(&'a str, &'a str),
}

/// A selector: the element itself, then what it must lie in, from the inside out; `true` where directly.
#[derive(Clone, Debug)]
struct Selector<'a> {
    compounds: Vec<(Vec<Part<'a>>, bool)>,
    weight: u32,
}

/// A rule of a style sheet.
#[derive(Clone, Debug)]
struct Rule<'a> {
    selector: Selector<'a>,
    declared: Vec<Declared<'a>>,
}

/// The rules of a page's `<style>` blocks that say something of what is read.
#[derive(Clone, Debug, Default)]
pub struct Styles<'a> {
    rules: Vec<Rule<'a>>,
}

/// Rules that are read; a page with more is beyond what can be said of it.
const MOST_RULES: usize = 500;

impl<'a> Styles<'a> {
    /// Reads the `<style>` blocks of a page.
    pub fn read(document: &Document<'a>) -> Self {
        let mut styles = Self::default();
        for block in document.all(Name::Style) {
            let is_for_all = block
                .raw("media")
                .is_none_or(|media| matches!(media.trim_ascii().to_ascii_lowercase().as_str(), "" | "all" | "screen"));
            if let Some(text) = block.raw_text().filter(|_| is_for_all) {
                styles.sheet(text);
            }
        }
        styles
    }

    fn sheet(&mut self, text: &'a str) {
        let mut rest = text;
        while let Some(open) = find_sign(rest, b"{") {
            if self.rules.len() >= MOST_RULES {
                return;
            }
            let prelude = after_comments(&rest[..open]);
            // A statement such as `@import …;` stands before the rule.
            let prelude = prelude.rsplit(';').next().unwrap_or(prelude).trim_ascii();
            let body = &rest[open + 1..];
            let length = block_length(body);
            let (inside, after) = (&body[..length], body.get(length + 1..).unwrap_or(""));
            rest = after;
            if prelude.starts_with('@') || inside.contains('{') {
                continue;
            }
            let declared: Vec<_> = declarations(inside, false).collect();
            if declared.is_empty() {
                continue;
            }
            for selector in prelude.split(',').filter_map(selector) {
                self.rules.push(Rule { selector, declared: declared.clone() });
            }
        }
    }

    /// Whether there is any rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What is declared of an element, weakest first: the last of a property counts.
    pub fn of(&self, element: &Element<'_, 'a>) -> Vec<Declared<'a>> {
        let mut found: Vec<(u32, Declared<'a>)> = Vec::new();
        for rule in &self.rules {
            if rule.selector.matches(element) {
                found.extend(rule.declared.iter().map(|declared| (rule.selector.weight, *declared)));
            }
        }
        if let Some(style) = element.raw("style") {
            found.extend(declarations(style, true).map(|declared| (u32::MAX, declared)));
        }
        found.sort_by_key(|(weight, declared)| (declared.is_important, *weight));
        found.into_iter().map(|(_, declared)| declared).collect()
    }

    /// What counts for one property of an element.
    pub fn value(&self, element: &Element<'_, 'a>, property: Property) -> Option<Declared<'a>> {
        if self.is_empty() && !element.has("style") {
            return None;
        }
        self.of(element).into_iter().rfind(|declared| declared.property == property)
    }

    /// The value that counts for one property of an element.
    pub fn value_of(&self, element: &Element<'_, 'a>, property: Property) -> Option<&'a str> {
        self.value(element, property).map(|declared| declared.value)
    }
}

/// What stands after the last comment.
fn after_comments(text: &str) -> &str {
    text.rfind("*/").map_or(text, |at| &text[at + 2..])
}

/// Reads a selector; nothing where it holds more than names, classes, ids, attributes and nesting.
fn selector(text: &str) -> Option<Selector<'_>> {
    let text = text.trim_ascii();
    if text.is_empty() || text.contains([':', '+', '~', '\\', '|']) {
        return None;
    }
    let mut compounds: Vec<(Vec<Part<'_>>, bool)> = Vec::new();
    let mut weight = 0;
    let mut is_direct = false;
    for word in text.split_ascii_whitespace() {
        let mut pieces = word.split('>').peekable();
        while let Some(piece) = pieces.next() {
            if !piece.is_empty() {
                let parts = compound(piece)?;
                weight += parts.iter().map(Part::weight).sum::<u32>();
                compounds.push((parts, is_direct));
                is_direct = false;
            }
            is_direct |= pieces.peek().is_some();
        }
    }
    // How an element lies in the one before is kept with the one before, as matching goes from the inside out.
    compounds.reverse();
    let directs: Vec<bool> = compounds.iter().map(|(_, is_direct)| *is_direct).collect();
    for (at, (_, is_direct)) in compounds.iter_mut().enumerate() {
        *is_direct = at > 0 && directs[at - 1];
    }
    (!compounds.is_empty()).then_some(Selector { compounds, weight })
}

fn compound(text: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        let start = usize::from(matches!(first, b'.' | b'#' | b'['));
        if first == b'[' {
            let end = rest.find(']')?;
            parts.push(match rest[1..end].split_once('=') {
                Some((name, _)) if name.ends_with(['~', '^', '$', '*', '|']) => return None,
                Some((name, value)) => Part::Is(name.trim_ascii(), value.trim_ascii().trim_matches(['"', '\''])),
                None => Part::Has(rest[1..end].trim_ascii()),
            });
            rest = &rest[end + 1..];
            continue;
        }
        let length = rest[start..].find(['.', '#', '[']).unwrap_or(rest.len() - start);
        let word = &rest[start..start + length];
        match first {
            b'.' => parts.push(Part::Class(word)),
            b'#' => parts.push(Part::Id(word)),
            b'*' if word == "*" => {}
            _ if word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') => parts.push(Part::Name(word)),
            _ => return None,
        }
        rest = &rest[start + length..];
    }
    Some(parts)
}

impl Part<'_> {
    fn weight(&self) -> u32 {
        match self {
            Self::Id(_) => 10_000,
            Self::Class(_) | Self::Has(_) | Self::Is(..) => 100,
            Self::Name(_) => 1,
        }
    }

    fn matches(&self, element: &Element<'_, '_>) -> bool {
        match self {
            Self::Name(name) => element.is(name),
            Self::Class(class) => element.has_class(class),
            Self::Id(id) => element.raw("id") == Some(*id),
            Self::Has(name) => element.has(name),
            Self::Is(name, value) => element.raw(name) == Some(*value),
        }
    }
}

impl Selector<'_> {
    fn matches(&self, element: &Element<'_, '_>) -> bool {
        let fits = |parts: &[Part<'_>], element: &Element<'_, '_>| parts.iter().all(|part| part.matches(element));
        let mut compounds = self.compounds.iter();
        let Some((parts, _)) = compounds.next() else { return false };
        if !fits(parts, element) {
            return false;
        }
        let mut inner = *element;
        for (parts, is_direct) in compounds {
            let outer = if *is_direct {
                inner.parent().filter(|outer| fits(parts, outer))
            } else {
                inner.ancestors().find(|outer| fits(parts, outer))
            };
            let Some(outer) = outer else { return false };
            inner = outer;
        }
        true
    }
}

/// The length of a value in pixels, for an element with a size of letters; nothing for what a file cannot tell.
pub fn pixels(value: &str, font_size: f64) -> Option<f64> {
    let value = value.trim_ascii().to_ascii_lowercase();
    if value == "0" {
        return Some(0.0);
    }
    let end = value.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | '-' | '+'))?;
    let number: f64 = value[..end].parse().ok()?;
    let unit = match &value[end..] {
        "px" => 1.0,
        "em" => font_size,
        "rem" => 16.0,
        "ch" | "ex" => font_size / 2.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        _ => return None,
    };
    Some(number * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(html: &str, property: Property) -> Option<String> {
        let document = Document::parse(html);
        let styles = Styles::read(&document);
        let element = document.elements().find(|element| element.raw("id") == Some("x")).expect("there is one");
        styles.value(&element, property).map(|declared| declared.value.to_owned())
    }

    #[test]
    fn the_strongest_declaration_counts() {
        for (css, wanted) in [
            ("p { display: none }", Some("none")),
            ("p { display: none } p { display: block }", Some("block")),
            (".a { display: none } p { display: block }", Some("none")),
            ("p { display: none !important } #x { display: block }", Some("none")),
            ("div > p, b { DISPLAY: none }", Some("none")),
            ("main p { display: none }", Some("none")),
            ("main>p{display:none}", None),
            ("main > div > p { display: none }", Some("none")),
            ("[id=x] { display: none }", Some("none")),
            ("p[title] { display: none }", None),
            ("p:hover { display: none }", None),
            ("@media print { p { display: none } }", None),
            ("@import url(x.css); p { display: none }", Some("none")),
            ("/* p { */ .a { color: red; display: none }", Some("none")),
            ("p { display: none", Some("none")),
            ("}{ p", None),
        ] {
            let html = format!("<style>{css}</style><main><div><p id=x class='b a'>t</p></div></main>");
            assert_eq!(value(&html, Property::Display).as_deref(), wanted, "{css}");
        }
        let inline = "<style>p { display: none }</style><p id=x style='display:block'>";
        assert_eq!(value(inline, Property::Display).as_deref(), Some("block"));
        let important = "<style>p { display: none !important }</style><p id=x style='display:block'>";
        assert_eq!(value(important, Property::Display).as_deref(), Some("none"));
    }

    #[test]
    fn lengths_are_pixels() {
        assert_eq!(pixels("1.5em", 20.0), Some(30.0));
        assert_eq!(pixels("12pt", 20.0), Some(16.0));
        assert_eq!(pixels("-9999px", 16.0), Some(-9999.0));
        assert_eq!((pixels("50%", 16.0), pixels("calc(1px)", 16.0), pixels("0", 16.0)), (None, None, Some(0.0)));
    }
}
