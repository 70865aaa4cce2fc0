//! Spaces between letters, words and lines that nobody can change.

use super::super::rule::rule;
use crate::check::FinishedContext;
use crate::diagnostic::Diagnostic;
use crate::html::Element;
use crate::html::access::{Carried, Declared, Property, Styles, pixels};

rule! {
    /// # What it does
    /// Reports a `style` attribute that fixes `letter-spacing`, `word-spacing` or `line-height` with `!important` below
    /// what people who need more space ask for: 0.12, 0.16 and 1.5 times the size of the letters.
    ///
    /// # Why it matters
    /// Some people with dyslexia or poor sight set wider spaces in their browser. What is fixed in this way, they
    /// cannot.
    /// WCAG 2.2, 1.4.12 Text Spacing (AA).
    ///
    /// # Example
    /// ```html
    /// <p style="line-height: 1.1 !important">…</p>
    /// ```
    ///
    /// # Use instead
    /// ```html
    /// <p>…</p>
    /// ```
    ///
    /// # What it cannot see
    /// Style sheets, which a reader's own can outweigh. Whether text fills a second line is guessed from its length.
    "fixed-text-spacing" Error act ["24afc2", "9e45ec", "78fd32"] checks [Finished(check)]
}
/// What is fixed, its ACT rule, and the least that it may be, in sizes of the letters.
const SPACES: [(Property, &str, &[&str], f64); 3] = [
    (Property::LetterSpacing, "letter-spacing", &["24afc2"], 0.12),
    (Property::WordSpacing, "word-spacing", &["9e45ec"], 0.16),
    (Property::LineHeight, "line-height", &["78fd32"], 1.5),
];
/// Elements of one page that are looked at.
const MOST: usize = 1_000;
/// Letters that fill a line where its width is not known.
const LINE: usize = 60;

fn check(context: &FinishedContext<'_>, found: &mut Vec<Diagnostic>) {
    let is_fixed = |style: &str| style.to_ascii_lowercase().contains("important");
    let styled = context.access.carrying(&context.document, Carried::Style);
    let fixed = styled.filter(|element| element.raw("style").is_some_and(is_fixed));
    for element in fixed.take(MOST) {
        if element.is_foreign() {
            continue;
        }
        if !context.access.is_visible(&element) || !element.has_own_words() {
            continue;
        }
        let styles = &context.access.styles;
        let size = font_size(styles, &element);
        for (property, name, act, least) in SPACES {
            let counts = |declared: &Declared<'_>| declared.is_important && declared.is_inline;
            let Some(declared) = styles.value(&element, property).filter(counts) else { continue };
            let is_one_line = property == Property::LineHeight && !fills_lines(styles, &element, size);
            if is_inherited(declared.value) && !is_fixed_around(styles, &element, property) {
                continue;
            }
            let Some(space) = space(styles, &element, property, declared.value, size).filter(|_| !is_one_line) else {
                continue;
            };
            if space < least * size - 0.001 {
                let message = format!("`{name}` is fixed at less than {least} times the size of the letters");
                let finding = context.report_as(&RULE, act, &element, message);
                found.push(finding.help("take `!important` away, so that readers can have wider spaces"));
            }
        }
    }
}

/// Whether a value is that of what is around.
fn is_inherited(value: &str) -> bool {
    value.eq_ignore_ascii_case("inherit") || value.eq_ignore_ascii_case("unset")
}

/// Whether the value that an element inherits is an important one: what is inherited is as important as it was there.
fn is_fixed_around<'a>(styles: &Styles<'a>, element: &Element<'_, 'a>, property: Property) -> bool {
    let mut outer = element.ancestors().filter_map(|outer| styles.value(&outer, property));
    outer.find(|declared| !is_inherited(declared.value)).is_some_and(|declared| declared.is_important)
}

/// The size of an element's letters in pixels.
fn font_size<'a>(styles: &Styles<'a>, element: &Element<'_, 'a>) -> f64 {
    let mut path: Vec<Element<'_, 'a>> = element.ancestors().collect();
    path.reverse();
    path.push(*element);
    let mut size = 16.0;
    for element in &path {
        let by_name = match element.heading_level() {
            Some(1) => size * 2.0,
            Some(2) => size * 1.5,
            Some(3) => size * 1.17,
            _ => size,
        };
        size = match styles.value_of(element, Property::FontSize) {
            Some(value) => of_font(value, size).unwrap_or(by_name),
            None => by_name,
        };
    }
    size
}

fn of_font(value: &str, outer: f64) -> Option<f64> {
    if let Some(percent) = value.strip_suffix('%') {
        return percent.parse::<f64>().ok().map(|percent| percent / 100.0 * outer);
    }
    Some(match value.to_ascii_lowercase().as_str() {
        "xx-small" => 9.0,
        "x-small" => 10.0,
        "small" => 13.0,
        "medium" | "initial" => 16.0,
        "large" => 18.0,
        "x-large" => 24.0,
        "xx-large" => 32.0,
        "smaller" => outer / 1.2,
        "larger" => outer * 1.2,
        _ => return pixels(value, outer),
    })
}

/// A space in pixels; nothing where a file does not tell.
fn space<'a>(
    styles: &Styles<'a>,
    element: &Element<'_, 'a>,
    property: Property,
    value: &str,
    size: f64,
) -> Option<f64> {
    let is_line = property == Property::LineHeight;
    match value.to_ascii_lowercase().as_str() {
        "normal" | "initial" => return Some(if is_line { 1.2 * size } else { 0.0 }),
        "inherit" | "unset" => {
            let outer = element.ancestors().find_map(|outer| Some((outer, styles.value_of(&outer, property)?)));
            return match outer {
                None => Some(if is_line { 1.2 * size } else { 0.0 }),
                Some((outer, value)) if is_line && value.parse::<f64>().is_err() => {
                    space(styles, &outer, property, value, font_size(styles, &outer))
                }
                Some((_, value)) if is_line => value.parse::<f64>().ok().map(|number| number * size),
                Some((outer, value)) => space(styles, &outer, property, value, font_size(styles, &outer)),
            };
        }
        _ => {}
    }
    if is_line {
        if let Ok(number) = value.parse::<f64>() {
            return Some(number * size);
        }
        if let Some(percent) = value.strip_suffix('%') {
            return percent.parse::<f64>().ok().map(|percent| percent / 100.0 * size);
        }
    }
    pixels(value, size)
}

/// Whether text goes on to a second line of its own accord.
fn fills_lines<'a>(styles: &Styles<'a>, element: &Element<'_, 'a>, size: f64) -> bool {
    let mut around = std::iter::once(*element).chain(element.ancestors());
    let stays = |outer: Element<'_, 'a>| {
        styles.value_of(&outer, Property::WhiteSpace).is_some_and(|value| value == "nowrap" || value == "pre")
    };
    if std::iter::once(*element).chain(element.ancestors()).any(stays) {
        return false;
    }
    let text = element.text();
    let width = around.find_map(|outer| {
        let width = styles.value_of(&outer, Property::Width).or_else(|| styles.value_of(&outer, Property::MaxWidth))?;
        pixels(width, size)
    });
    match width {
        // A letter is about half as wide as it is high.
        Some(width) => text.chars().count() as f64 * size * 0.45 > width,
        None => text.chars().count() > LINE,
    }
}
