//! Pages that turn with the screen.

use super::super::rule::rule;
use crate::check::{FinishedContext, StyleContext};
use crate::diagnostic::Diagnostic;
use crate::html::Piece;
use crate::html::access::Selector;

rule! {
    /// # What it does
    /// Reports styles that turn words of the page by 90 degrees when the screen is turned. Pictures, arrows and other
    /// decoration may turn.
    ///
    /// # Why it matters
    /// Who has a phone or computer fixed to a wheelchair cannot turn it.
    /// WCAG 2.2, 1.3.4 Orientation (AA).
    ///
    /// # Example
    /// ```css
    /// @media (orientation: portrait) { html { transform: rotate(90deg) } }
    /// ```
    ///
    /// # Use instead
    /// ```css
    /// main { max-width: 40rem }
    /// ```
    ///
    /// # What it cannot see
    /// Rotations that a script adds. In a sheet of its own it goes by names: what the sheet calls an icon or an arrow
    /// it takes for one.
    "locked-orientation" Error act ["b33eff"] checks [Styles(check)]
}
fn check(context: &StyleContext<'_>, found: &mut Vec<Diagnostic>) {
    let mut work = 0;
    for block in &context.blocks {
        let is_asked = |condition: &&str| {
            let small = condition.to_ascii_lowercase();
            small.contains("orientation") && (small.contains("portrait") || small.contains("landscape"))
        };
        let turned = |(name, value): (String, &str)| {
            matches!(name.as_str(), "transform" | "rotate") && turns(&format!("{name}:{value}"))
        };
        let is_turned = block.conditions.iter().any(is_asked) && block.declarations().any(turned);
        if is_turned && block.selectors().any(|selector| turns_words(context.page, selector, &mut work)) {
            let finding = context.report(&RULE, block, "this turns with the screen");
            found.push(finding.help("take the rotation away, and let the page be read either way"));
        }
    }
}

/// Comparisons with the elements of a page; what is left after so many is taken for words.
const MOST: u64 = 10_000_000;

/// Elements that hold no words, and what decoration is called.
const PICTURES: [&str; 9] = ["canvas", "circle", "g", "hr", "i", "img", "path", "picture", "svg"];
const DECORATION: [&str; 9] =
    ["::", ":after", ":before", "aria-hidden", "arrow", "caret", "chevron", "icon", "spinner"];

/// Whether a selector is of something that holds words to be read (ACT rule b33eff, "Applicability").
fn turns_words(page: Option<&FinishedContext<'_>>, selector: &str, work: &mut u64) -> bool {
    let subject = selector.rsplit([' ', '>', '+', '~']).next().unwrap_or(selector).to_ascii_lowercase();
    let name = subject.split(['.', '#', '[', ':']).next().unwrap_or("");
    if PICTURES.contains(&name) || DECORATION.iter().any(|word| subject.contains(word)) {
        return false;
    }
    let Some((page, selector)) = page.zip(Selector::read(selector)) else { return true };
    *work >= MOST
        || page.document.elements().any(|element| {
            selector.matches(&element, work)
                && element.pieces().any(|piece| {
                    *work += 1;
                    matches!(piece, Piece::Text(words, index) if page.access.is_read(index) && !words.trim().is_empty())
                })
        })
}

/// Whether anything in it is turned by a quarter.
fn turns(css: &str) -> bool {
    let mut rest = css;
    while let Some(at) = rest.find("rotate") {
        rest = &rest[at + "rotate".len()..];
        let inside = rest.trim_start_matches(['z', 'Z', ':', '(', ' ']);
        let length =
            inside.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+')).count();
        let Ok(number) = inside[..length].parse::<f64>() else { continue };
        let degrees = match &inside[length..] {
            unit if unit.starts_with("turn") => number * 360.0,
            unit if unit.starts_with("grad") => number * 0.9,
            unit if unit.starts_with("rad") => number.to_degrees(),
            _ => number,
        };
        let quarter = degrees.abs() % 180.0;
        if (quarter - 90.0).abs() < 1.0 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::turns;

    #[test]
    fn a_quarter_is_a_quarter_in_any_unit() {
        for css in [
            "transform: rotate(90deg)",
            "rotate: -90deg",
            "transform: rotateZ(0.25turn)",
            "transform:rotate(1.5708rad)",
            "transform: rotate(100grad)",
        ] {
            assert!(turns(css), "{css}");
        }
        for css in ["transform: rotate(180deg)", "rotate: 0", "transform: rotate(1deg)", "color: red", "rotate: none"] {
            assert!(!turns(css), "{css}");
        }
    }
}
