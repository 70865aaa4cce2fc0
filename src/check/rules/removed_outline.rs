//! Focus that cannot be seen.

use super::super::rule::rule;
use crate::check::{Block, StyleContext};
use crate::diagnostic::Diagnostic;
use crate::html::access::Selector;

rule! {
    /// # What it does
    /// Reports styles that take the outline of what has focus away, where the same sheet gives the same parts of the page
    /// no other sign: a line, a shadow, a colour or a ground.
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
    /// Signs that another sheet, a script or a rule within a rule gives, and whether a sign can be told from what is
    /// behind it.
    "removed-outline" Error checks [Styles(check)]
}
/// Comparisons of selectors; a sheet that needs more is beyond reading.
const MOST: usize = 10_000_000;

/// Parts of a page that take focus only from a link that leads to them: one sees that by where the page has moved.
const PLACES: [&str; 11] = ["article", "body", "h1", "h2", "h3", "h4", "h5", "h6", "html", "main", "section"];

/// What boxes are called that a script opens and puts the focus in; one comes to what is in them with the keyboard.
const BOXES: [&str; 7] = ["dialog", "drawer", "modal", "modal-content", "offcanvas", "popover", "toast"];

/// Controls that every site has: signs for all of these are one for whatever takes focus.
const CONTROLS: [&str; 2] = ["a", "button"];

/// A selector of a block, without its states.
struct Own<'b, 'c> {
    block: &'b Block<'c>,
    place: usize,
    of: String,
    states: usize,
}

fn check(context: &StyleContext<'_>, found: &mut Vec<Diagnostic>) {
    let signs = own(&context.blocks, shows, |selector| selector.contains(":focus"));
    let signs: Vec<Sign<'_, '_>> = signs.iter().map(Sign::read).collect();
    let (mut work, mut last) = (0, None);
    for removed in own(&context.blocks, removes, is_for_keyboard) {
        work += signs.len() + 1;
        if work > MOST {
            return;
        }
        if last != Some(removed.place) && !is_given_back(&Sign::read(&removed), &signs) {
            last = Some(removed.place);
            let finding = context.report(&RULE, removed.block, "this takes away the sign of where one is");
            found.push(
                finding.help("give the same parts an outline that can be seen on every ground when they have focus"),
            );
        }
    }
}

/// The selectors of some blocks.
fn own<'b, 'c>(
    blocks: &'b [Block<'c>],
    is_wanted: fn(&Block<'_>) -> bool,
    is_meant: fn(&str) -> bool,
) -> Vec<Own<'b, 'c>> {
    let mut found = Vec::new();
    for (place, block) in blocks.iter().enumerate().filter(|(_, block)| is_wanted(block)) {
        for selector in block.selectors().filter(|selector| is_meant(selector)) {
            let (of, states) = without_focus(selector);
            found.push(Own { block, place, of, states });
        }
    }
    found
}

/// What focus changes, or takes away, of which elements, and how much that weighs.
struct Sign<'b, 'c> {
    own: &'b Own<'b, 'c>,
    selector: Option<Selector<'b>>,
    is_outline: bool,
    strength: (bool, u32, usize),
}

impl<'b, 'c> Sign<'b, 'c> {
    fn read(own: &'b Own<'b, 'c>) -> Self {
        let selector = Selector::read(&own.of);
        // A state weighs as much as a class.
        let weight = selector.as_ref().map_or(0, |selector| selector.weight) + 100 * own.states as u32;
        let other = |declared: (String, &str)| !declared.0.starts_with("outline") && is_sign(declared);
        Self {
            own,
            is_outline: !own.block.declarations().any(other),
            strength: (own.block.is_important("outline"), weight, own.place),
            selector,
        }
    }

    /// Whether it names in a list of its own what another is about: `:is(a, button)`.
    fn lists(&self, other: &str) -> bool {
        let list = self.own.of.split_once(":is(").or(self.own.of.split_once(":where("));
        list.is_some_and(|(_, list)| list.split([',', ')']).any(|one| one.trim() == subject(other)))
    }

    /// Whether it shows where one is on all that another is about.
    fn covers(&self, removed: &Self) -> bool {
        let is_there = self.own.block.conditions.iter().all(|condition| {
            condition.starts_with("@layer")
                || condition.starts_with("@supports")
                || removed.own.block.conditions.contains(condition)
        });
        let is_of_it = match (&self.selector, &removed.selector) {
            (Some(own), Some(other)) => own.covers(other),
            (Some(own), None) => own.is_universal(),
            _ => self.own.of == removed.own.of || self.lists(&removed.own.of),
        };
        // An outline that is taken away by a stronger rule does not come back.
        is_there && is_of_it && (!self.is_outline || self.strength >= removed.strength)
    }
}

/// The last part of a selector: what it asks of the element itself.
fn subject(selector: &str) -> &str {
    selector.rsplit([' ', '>', '+', '~']).next().unwrap_or(selector)
}

fn is_given_back(removed: &Sign<'_, '_>, signs: &[Sign<'_, '_>]) -> bool {
    let is_any = removed.selector.as_ref().is_some_and(Selector::is_universal);
    let has = |control: &str| {
        signs.iter().any(|sign| sign.selector.as_ref().is_some_and(|selector| selector.is_only_name(control)))
    };
    signs.iter().any(|sign| sign.covers(removed)) || is_any && CONTROLS.iter().all(|control| has(control))
}

/// A selector without the states of focus, and how many there were.
fn without_focus(selector: &str) -> (String, usize) {
    let (mut of, mut states) = (String::with_capacity(selector.len()), 0);
    let mut rest = selector;
    while let Some(at) = rest.find(":focus") {
        of.push_str(&rest[..at]);
        if of.is_empty() || of.ends_with([' ', '>', '+', '~', '(']) {
            of.push('*');
        }
        let name = rest[at + 1..].find(|letter: char| !letter.is_ascii_alphabetic() && letter != '-');
        rest = name.map_or("", |length| &rest[at + 1 + length..]);
        states += 1;
    }
    of.push_str(rest);
    (of, states)
}

/// Whether a selector is of what one comes to with the keyboard, and not of what only a mouse or a script does.
fn is_for_keyboard(selector: &str) -> bool {
    const OTHERS: [&str; 5] = [":not(:focus-visible)", ":active", "[tabindex=\"-1\"]", "[tabindex='-1']", "::"];
    let name = subject(selector).split(['.', '#', '[', ':']).next().unwrap_or("");
    let mut classes = subject(selector).split(['.', '#', '[', ':']).skip(1);
    let is_box = !selector.contains(":focus") && classes.any(|class| BOXES.contains(&class));
    !OTHERS.iter().any(|other| selector.contains(other)) && !PLACES.contains(&name) && !is_box
}

fn is_outline(name: &str) -> bool {
    matches!(name, "outline" | "outline-style" | "outline-width")
}

/// Whether a block takes the outline away, on a screen, and says nothing within itself of what has focus.
fn removes(block: &Block<'_>) -> bool {
    let is_print = block.conditions.iter().any(|condition| condition.ends_with("print"));
    let last = block.declarations().filter(|(name, _)| is_outline(name)).last();
    last.is_some_and(|(_, value)| is_nothing(value)) && !is_print && !block.body.contains("&:focus")
}

fn shows(block: &Block<'_>) -> bool {
    block.selector.contains(":focus") && block.declarations().any(is_sign)
}

/// Whether a declaration shows where one is: a line, a ground or a colour, and not how these are laid.
fn is_sign((name, value): (String, &str)) -> bool {
    let is_line =
        name.starts_with("border") && !["radius", "collapse", "spacing"].iter().any(|end| name.ends_with(end));
    let shows = is_line
        || matches!(name.as_str(), "background" | "background-color" | "background-image" | "box-shadow" | "color")
        || matches!(name.as_str(), "filter" | "text-decoration")
        || is_outline(&name);
    shows && !is_nothing(value)
}

/// Whether a value draws nothing: `none`, `0 none`, `transparent`.
fn is_nothing(value: &str) -> bool {
    value.split_ascii_whitespace().all(|part| matches!(part, "none" | "0" | "0px" | "transparent"))
}
