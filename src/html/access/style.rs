//! A small static reading of CSS: what `style` attributes and `<style>` blocks say of the few properties that decide
//! what a reader can see, for the simple selectors in which that is said.
//!
//! Rules within `@media` and other conditions, and selectors with states, are left alone: whether they hold, a file does
//! not tell. Rules are found by what their selector asks of the element itself, so that each element is held against few;
//! and what is compared for a page is counted, so that no page makes it more than the page is long.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

use super::super::css::{block_length, find_sign};
use super::super::{Document, Element, Name};
use super::selector::{Key, Selector, small};

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
    parts(text).filter_map(move |part| {
        let (name, value) = part.split_once(':')?;
        let name = name.trim_ascii();
        let (_, property) = PROPERTIES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        let value = value.split("/*").next().unwrap_or(value).trim_ascii();
        let (value, is_important) = match value.rfind('!') {
            Some(at) if value[at + 1..].trim_ascii().eq_ignore_ascii_case("important") => {
                (value[..at].trim_ascii(), true)
            }
            Some(_) => return None,
            None => (value, false),
        };
        Some(Declared { property: *property, value, is_important, is_inline })
    })
}

/// What stands between the semicolons of a block, without the comments before it. A semicolon in a comment ends nothing.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let mut text = rest?.trim_ascii_start();
        while let Some(comment) = text.strip_prefix("/*") {
            text = comment.find("*/").map_or("", |end| &comment[end + 2..]).trim_ascii_start();
        }
        let mut from = 0;
        loop {
            let end = text[from..].find(';').map(|at| from + at);
            let comment = text[from..].find("/*").map(|at| from + at).filter(|at| end.is_none_or(|end| *at < end));
            match (comment, end) {
                (Some(open), _) => from = text[open..].find("*/").map_or(text.len(), |at| open + at + 2),
                (None, Some(end)) => {
                    rest = Some(&text[end + 1..]);
                    return Some(&text[..end]);
                }
                (None, None) => {
                    rest = None;
                    return Some(text);
                }
            }
        }
    })
}

/// A rule of a style sheet, with the places of its declarations.
#[derive(Clone, Debug)]
struct Rule<'a> {
    selector: Selector<'a>,
    declared: Range<u32>,
}

/// The rules of a page's `<style>` blocks that say something of what is read.
#[derive(Clone, Debug, Default)]
pub struct Styles<'a> {
    rules: Vec<Rule<'a>>,
    declared: Vec<Declared<'a>>,
    by_key: HashMap<Key<'a>, Vec<u32>>,
    /// What was compared so far.
    work: Cell<u64>,
    most: u64,
}

/// Comparisons for each element and text of a page, and for any page. A page of a hundred thousand rules that all fit
/// all of its elements is not read to the end; one that people made needs a tenth.
const WORK_PER_NODE: u64 = 256;
const WORK: u64 = 1_000_000;

/// How strong a declaration is: whether it is important, the weight of its selector, its place.
type Strength = (bool, u32, u32);

impl<'a> Styles<'a> {
    /// Reads the `<style>` blocks of a page.
    pub fn read(document: &Document<'a>) -> Self {
        let mut styles = Self { most: WORK + WORK_PER_NODE * document.len() as u64, ..Self::default() };
        for block in document.all(Name::Style) {
            let is_for_all = block.raw("media").is_none_or(|media| {
                ["", "all", "screen"].iter().any(|known| known.eq_ignore_ascii_case(media.trim_ascii()))
            });
            if let Some(text) = block.raw_text().filter(|_| is_for_all) {
                styles.sheet(text);
            }
        }
        styles
    }

    fn sheet(&mut self, text: &'a str) {
        let mut rest = text;
        while let Some(open) = find_sign(rest, b"{") {
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
            let declared = self.declare(inside);
            if declared.is_empty() {
                continue;
            }
            for selector in prelude.split(',').filter_map(Selector::read) {
                self.by_key.entry(selector.key()).or_default().push(self.rules.len() as u32);
                self.rules.push(Rule { selector, declared: declared.clone() });
            }
        }
    }

    /// Takes in the declarations of a block: of each property the last, and the last that is important.
    fn declare(&mut self, inside: &'a str) -> Range<u32> {
        let start = self.declared.len();
        for declared in declarations(inside, false) {
            let is_same = |other: &Declared<'_>| {
                (other.property, other.is_important) == (declared.property, declared.is_important)
            };
            if let Some(at) = self.declared[start..].iter().position(is_same) {
                self.declared.remove(start + at);
            }
            self.declared.push(declared);
        }
        start as u32..self.declared.len() as u32
    }

    /// Whether there is any rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// What is declared of an element, weakest first: the last of a property counts.
    pub fn of(&self, element: &Element<'_, 'a>) -> Vec<Declared<'a>> {
        // It is asked once of each element, so that its own style is always read.
        let mut found = self.gather(element, true);
        found.sort_unstable_by_key(|(strength, _)| *strength);
        found.into_iter().map(|(_, declared)| declared).collect()
    }

    fn gather(&self, element: &Element<'_, 'a>, is_first: bool) -> Vec<(Strength, Declared<'a>)> {
        let mut found: Vec<(Strength, Declared<'a>)> = Vec::new();
        if !self.is_empty() {
            self.look(Key::Any, element, &mut found);
            self.look(Key::Name(small(element.name())), element, &mut found);
            for attribute in element.attributes() {
                if attribute.is("id") {
                    self.look(Key::Id(attribute.value), element, &mut found);
                } else if attribute.is("class") {
                    attribute
                        .value
                        .split_ascii_whitespace()
                        .for_each(|class| self.look(Key::Class(class), element, &mut found));
                }
                self.look(Key::Attribute(small(attribute.name)), element, &mut found);
            }
        }
        let style = element.raw("style").unwrap_or("");
        self.work.set(self.work.get() + style.len() as u64 / 16);
        if is_first || self.work.get() <= self.most {
            let own = declarations(style, true).zip(0..);
            found.extend(own.map(|(declared, place)| ((declared.is_important, u32::MAX, place), declared)));
        }
        found
    }

    /// Holds an element against the rules that ask for something it has.
    fn look(&self, key: Key<'_>, element: &Element<'_, 'a>, found: &mut Vec<(Strength, Declared<'a>)>) {
        let mut work = self.work.get() + 1;
        for at in self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default() {
            if work > self.most {
                break;
            }
            let Rule { selector, declared } = &self.rules[*at as usize];
            if selector.matches(element, &mut work) {
                let own = declared.clone().map(|place| (place, self.declared[place as usize]));
                found.extend(own.map(|(place, declared)| ((declared.is_important, selector.weight, place), declared)));
            }
        }
        self.work.set(work);
    }

    /// What counts for one property of an element.
    pub fn value(&self, element: &Element<'_, 'a>, property: Property) -> Option<Declared<'a>> {
        if self.is_empty() && !element.has("style") {
            return None;
        }
        let found = self.gather(element, false).into_iter().filter(|(_, declared)| declared.property == property);
        found.max_by_key(|(strength, _)| *strength).map(|(_, declared)| declared)
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
            ("p { /* a; b: c */ display: none /* d */; color: red }", Some("none")),
            ("}{ p", None),
        ] {
            let html = format!("<style>{css}</style><main><div><p id=x class='b a'>t</p></div></main>");
            assert_eq!(value(&html, Property::Display).as_deref(), wanted, "{css}");
        }
        let nested = "<style>main > div p { display: none }</style><main><div><div><p id=x>";
        assert_eq!(value(nested, Property::Display).as_deref(), Some("none"));
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

    /// How often an element was held against a part of a selector.
    fn work(html: &str) -> (u64, u64) {
        let document = Document::parse(html);
        let styles = Styles::read(&document);
        document.elements().for_each(|element| drop(styles.of(&element)));
        (styles.work.get(), document.len() as u64)
    }

    #[test]
    fn a_rule_after_thousands_of_others_is_read() {
        let others: String = (0..5_000).map(|at| format!(".c{at} {{ display: block }}\n")).collect();
        for selector in ["p", ".a", "#x", "[id]", "main p", "*"] {
            let html = format!("<style>{others}{selector} {{ display: none }}</style><main><p id=x class=a>t</main>");
            assert_eq!(value(&html, Property::Display).as_deref(), Some("none"), "{selector}");
        }
    }

    #[test]
    fn many_rules_are_compared_with_the_few_elements_that_they_may_fit() {
        let page = |count: usize| {
            let rules: String = (0..count)
                .map(|at| format!(".c{at} {{ width: 1px }} #i{at} {{ width: 1px }} [d{at}] b {{ width: 1px }}"))
                .collect();
            let elements: String = (0..1_000).map(|at| format!("<p class='c{at} x' id=i{at}>t</p>")).collect();
            format!("<style>{rules}</style>{elements}")
        };
        let ((few, nodes), (many, _)) = (work(&page(1_000)), work(&page(5_000)));
        assert_eq!(few, many, "rules that fit nothing cost nothing");
        assert!(many < 12 * nodes, "{many} for {nodes}");
    }

    #[test]
    fn no_page_is_compared_for_longer_than_it_is() {
        let all_fit = "p { width: 1px }".repeat(20_000);
        let none_fits = "[x] b p, .y * > p { width: 1px }".repeat(10_000);
        let listed = format!("{} {{ {} }}", vec!["p"; 20_000].join(","), "width: 1px;".repeat(20_000));
        let wide = format!(".z p {{ width: 1px }} </style><div class='{}'>", "a ".repeat(50_000));
        for rules in [all_fit, none_fits, listed, wide] {
            let html = format!("<style>{rules}</style>{}", "<p>".repeat(2_000));
            let (work, nodes) = work(&html);
            // The last selector is compared to its end: with an element, what it lies in, and the classes of these.
            let last = html.len() as u64;
            assert!(work <= WORK + WORK_PER_NODE * nodes + last, "{work} for {nodes}");
        }
    }
}
