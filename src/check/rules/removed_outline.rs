//! Focus that cannot be seen.

use super::super::rule::rule;
use crate::check::{Block, StyleContext};
use crate::diagnostic::Diagnostic;

rule! {
    /// # What it does
    /// Reports styles that take the outline of what has focus away, in a sheet that gives it no other sign.
    ///
    /// # Why it matters
    /// Who uses a keyboard cannot see where they are on the page.
    /// WCAG 2.2, 2.4.7 Focus Visible (AA).
    ///
    /// # Example
    /// ```css
    /// a:focus { outline: none }
    /// ```
    ///
    /// # Use instead
    /// ```css
    /// a:focus { outline: 3px solid #ffb000 }
    /// ```
    ///
    /// # What it cannot see
    /// Signs that another sheet or a script gives, and whether a sign can be told from what is behind it.
    "removed-outline" Error checks [Styles(check)]
}
fn check(context: &StyleContext<'_>, found: &mut Vec<Diagnostic>) {
    let has_sign = context.blocks.iter().any(|block| is_of_focus(block) && block.declarations().any(is_sign));
    if has_sign {
        return;
    }
    for block in context.blocks.iter().filter(|block| removes(block)) {
        let finding = context.report(&RULE, block, "this takes away the sign of where one is");
        found.push(finding.help("give what has focus an outline that can be seen on every ground"));
    }
}

fn is_of_focus(block: &Block<'_>) -> bool {
    block.selector.contains(":focus")
}

/// Whether a block takes the outline away; for a mouse alone, that is no harm.
fn removes(block: &Block<'_>) -> bool {
    let is_mouse = block.selector.contains(":not(:focus-visible)") || block.selector.contains(":active");
    let is_part = block.selector.contains("[tabindex=\"-1\"]") || block.selector.contains("[tabindex='-1']");
    let gone = |(name, value): (String, &str)| {
        matches!(name.as_str(), "outline" | "outline-style" | "outline-width") && is_nothing(value)
    };
    !is_mouse && !is_part && block.declarations().any(gone)
}

/// Whether a declaration shows where one is: a line, a ground or a colour, and not how these are laid.
fn is_sign((name, value): (String, &str)) -> bool {
    let is_line =
        name.starts_with("border") && !["radius", "collapse", "spacing"].iter().any(|end| name.ends_with(end));
    let shows = is_line
        || matches!(name.as_str(), "background" | "background-color" | "background-image" | "box-shadow" | "color")
        || matches!(name.as_str(), "filter" | "outline" | "outline-style" | "outline-width" | "text-decoration");
    shows && !is_nothing(value)
}

/// Whether a value draws nothing: `none`, `0 none`, `transparent`.
fn is_nothing(value: &str) -> bool {
    value.split_ascii_whitespace().all(|part| matches!(part, "none" | "0" | "0px" | "transparent"))
}
