//! What assistive technology gets of a page, as far as a file can tell: roles, names, what is hidden, what takes focus.
//!
//! Follows HTML-AAM for what elements mean, ARIA 1.2 for roles, accname 1.2 for names. One pass over the tree decides
//! the state of every element; names are worked out when a rule asks. What a script or a style sheet of its own file
//! does is not known here. Whether something is wrong is left to the rules.

mod attributes;
mod implicit;
mod language;
mod name;
mod roles;
mod selector;
mod style;

use std::borrow::Cow;
use std::cell::OnceCell;

pub use attributes::{Aria, GLOBAL, Set, Value, set};
pub use language::is_language;
pub use roles::{Facts, ROLES, Role};
pub use selector::Selector;
pub use style::{Declared, Property, Styles, declarations, pixels};

use super::{Document, Element, Name, Piece};

/// The state of an element or text.
#[derive(Clone, Copy, Debug)]
struct State {
    role: Role,
    explicit: Role,
    flags: u16,
}

/// It is not rendered.
const UNRENDERED: u16 = 1;
/// It is rendered, and `visibility` hides it.
const INVISIBLE: u16 = 2;
/// Assistive technology is told to skip it.
const SKIPPED: u16 = 4;
/// It is out of sight: off the screen, clipped away, transparent.
const UNSEEN: u16 = 8;
/// It takes neither focus nor clicks.
const INERT: u16 = 16;
/// Its fieldset is disabled.
const DISABLED: u16 = 32;
/// It takes focus.
const FOCUSABLE: u16 = 64;
/// One comes to it with the Tab key.
const TABBABLE: u16 = 128;
/// It asked for no role and has one all the same, because it takes focus or carries ARIA.
const CONFLICT: u16 = 256;

/// What is handed down.
const INHERITED: u16 = UNRENDERED | INVISIBLE | SKIPPED | UNSEEN | INERT | DISABLED;

/// Attributes by which rules find the few elements that carry them, without a walk over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Any of ARIA but `role`.
    Aria,
    /// `role`.
    Role,
    /// `lang`.
    Lang,
    /// `style`.
    Style,
    /// `target`.
    Target,
    /// `tabindex`.
    Tabindex,
    /// `accesskey`.
    Accesskey,
    /// One that runs a script, such as `onclick`.
    Handler,
}

const CARRIED: usize = Carried::Handler as usize + 1;

/// What the attributes of an element say of its state; of two with one name the first counts.
#[derive(Clone, Copy, Debug, Default)]
struct Said<'a> {
    role: Option<&'a str>,
    tab: Option<&'a str>,
    editable: Option<&'a str>,
    skipped: Option<&'a str>,
    has_style: bool,
    is_hidden: bool,
    is_inert: bool,
    is_disabled: bool,
}

/// What assistive technology gets of a page.
#[derive(Debug)]
pub struct Access<'a> {
    states: Vec<State>,
    /// Every id with the position of its element, in order.
    ids: Vec<(Cow<'a, str>, u32)>,
    /// Elements that another owns by `aria-owns`, with their owner, in order.
    owners: Vec<(u32, u32)>,
    /// The positions of elements by what they carry.
    carrying: [Vec<u32>; CARRIED],
    /// What `<style>` blocks and `style` attributes say.
    pub styles: Styles<'a>,
    /// Controls with each of their labels, in order.
    labels: OnceCell<Vec<(u32, u32)>>,
}

impl<'a> Access<'a> {
    /// Works out the state of everything on a page.
    pub fn of(document: &Document<'a>) -> Self {
        let mut access = Self {
            states: Vec::with_capacity(document.len()),
            ids: Vec::new(),
            owners: Vec::new(),
            carrying: Default::default(),
            styles: Styles::read(document),
            labels: OnceCell::new(),
        };
        let mut owns: Vec<(u32, Cow<'a, str>)> = Vec::new();
        for (piece, parent) in document.pieces() {
            let outer = parent.map(|parent| access.states[parent]);
            let inherited = outer.map_or(0, |outer| outer.flags & INHERITED);
            let state = match piece {
                Piece::Element(element) => {
                    let said = access.note(&element, &mut owns);
                    access.state(&element, inherited, said)
                }
                Piece::Text(..) => State { role: Role::NO_ROLE, explicit: Role::NO_ROLE, flags: inherited },
            };
            access.states.push(state);
        }
        // Of two with the same id, browsers take the first.
        access.ids.sort();
        for (owner, ids) in owns {
            for id in ids.split_ascii_whitespace() {
                if let Some(owned) = access.position(id) {
                    access.owners.push((owned, owner));
                }
            }
        }
        access.owners.sort_unstable();
        access
    }

    /// Reads the attributes of an element in one go: gives what they say of its state, and notes by what it is found.
    fn note(&mut self, element: &Element<'_, 'a>, owns: &mut Vec<(u32, Cow<'a, str>)>) -> Said<'a> {
        let index = element.order() as u32;
        let mut said = Said::default();
        for attribute in element.attributes() {
            let name = attribute.name.as_bytes();
            let carried = match name.len() {
                2 if attribute.is("id") => {
                    if !element.is_inert() {
                        self.ids.push((attribute.decoded(), index));
                    }
                    continue;
                }
                4 if attribute.is("role") => {
                    said.role.get_or_insert(attribute.value);
                    Carried::Role
                }
                4 if attribute.is("lang") => Carried::Lang,
                5 if attribute.is("style") => {
                    said.has_style = true;
                    Carried::Style
                }
                5 if attribute.is("inert") => {
                    said.is_inert = true;
                    continue;
                }
                6 if attribute.is("hidden") => {
                    said.is_hidden = true;
                    continue;
                }
                6 if attribute.is("target") => Carried::Target,
                8 if attribute.is("tabindex") => {
                    said.tab.get_or_insert(attribute.value);
                    Carried::Tabindex
                }
                8 if attribute.is("disabled") => {
                    said.is_disabled = true;
                    continue;
                }
                9 if attribute.is("accesskey") => Carried::Accesskey,
                15 if attribute.is("contenteditable") => {
                    said.editable.get_or_insert(attribute.value);
                    continue;
                }
                6.. if name[..5].eq_ignore_ascii_case(b"aria-") => {
                    if attribute.is("aria-hidden") {
                        said.skipped.get_or_insert(attribute.value);
                    } else if attribute.is("aria-owns") && !element.is_inert() {
                        owns.push((index, attribute.decoded()));
                    }
                    Carried::Aria
                }
                3.. if name[..2].eq_ignore_ascii_case(b"on") => Carried::Handler,
                _ => continue,
            };
            let list = &mut self.carrying[carried as usize];
            if !element.is_inert() && list.last() != Some(&index) {
                list.push(index);
            }
        }
        said
    }

    fn state(&self, element: &Element<'_, 'a>, inherited: u16, said: Said<'a>) -> State {
        let mut flags = inherited;
        if said.skipped.is_some_and(|value| value.trim_ascii().eq_ignore_ascii_case("true")) {
            flags |= SKIPPED;
        }
        if said.is_inert {
            flags |= INERT;
        }
        if said.is_hidden || is_unrendered(element) {
            flags |= UNRENDERED;
        }
        if element.kind() == Name::Fieldset && said.is_disabled {
            flags |= DISABLED;
        }
        if element.kind() == Name::Legend && flags & DISABLED != 0 && is_first_legend(element, &self.states) {
            flags &= !DISABLED;
        }
        if !self.styles.is_empty() || said.has_style {
            self.style(element, &mut flags);
        }
        let tab = said.tab.and_then(tab_number);
        let may_focus = flags & (UNRENDERED | INVISIBLE | INERT) == 0;
        let is_editable =
            || said.editable.is_some_and(|value| !["false", "inherit"].iter().any(|no| value.eq_ignore_ascii_case(no)));
        if may_focus && (tab.is_some() || takes_focus(element, is_editable)) && !is_disabled(element, flags) {
            flags |= FOCUSABLE;
            if tab.is_none_or(|tab| tab >= 0) {
                flags |= TABBABLE;
            }
        }
        let written = said.role.and_then(|words| words.split_ascii_whitespace().find_map(Role::of));
        let (role, explicit) = self.role_of(element, written, &mut flags);
        State { role, explicit, flags }
    }

    /// The role that counts and the one that is written. A role of `none` is no role where the element takes focus or
    /// carries global ARIA (ARIA 1.2, 7.1 "Presentational Roles Conflict Resolution").
    fn role_of(&self, element: &Element<'_, 'a>, written: Option<Role>, flags: &mut u16) -> (Role, Role) {
        let implicit = |access: &Self| implicit::role(element, &|outer| access.states[outer.order()].role);
        let Some(written) = written else {
            let role = implicit(self);
            if role.is_none() && element.kind() == Name::Img && contradicts(element, *flags) {
                *flags |= CONFLICT;
                return (Role::IMG, Role::NO_ROLE);
            }
            return (role, Role::NO_ROLE);
        };
        if written.is_none() && contradicts(element, *flags) {
            *flags |= CONFLICT;
            let role = implicit(self);
            return (if role.is_none() { Role::IMG } else { role }, written);
        }
        (written, written)
    }

    /// What styles say of whether it can be seen.
    fn style(&self, element: &Element<'_, 'a>, flags: &mut u16) {
        let (mut position, mut left, mut top, mut clip) = ("", None, None, false);
        let (mut width, mut height, mut overflow) = (None, None, "");
        let (mut display, mut visibility, mut is_clear) = (None, "", false);
        for declared in self.styles.of(element) {
            let value = declared.value;
            match declared.property {
                Property::Display => display = Some(value),
                Property::Visibility => visibility = value,
                Property::Opacity => is_clear = value.parse() == Ok(0.0),
                Property::Position => position = value,
                Property::Left | Property::TextIndent => left = pixels(value, 16.0),
                Property::Top => top = pixels(value, 16.0),
                Property::Clip => clip = is_clipped(value),
                Property::ClipPath => clip = matches!(value, "inset(50%)" | "inset(100%)" | "circle(0)"),
                Property::Width => width = pixels(value, 16.0),
                Property::Height => height = pixels(value, 16.0),
                Property::Overflow => overflow = value,
                _ => {}
            }
        }
        let is_said = |value: &str| visibility.eq_ignore_ascii_case(value);
        if is_said("visible") {
            *flags &= !INVISIBLE;
        } else if is_said("hidden") || is_said("collapse") {
            *flags |= INVISIBLE;
        }
        match display {
            Some(value) if value.eq_ignore_ascii_case("none") => *flags |= UNRENDERED,
            // An author's `display` outweighs what browsers make of `hidden`.
            Some(_) if element.has("hidden") && element.parent().is_none_or(|outer| self.is_rendered(&outer)) => {
                *flags &= !UNRENDERED;
            }
            _ => {}
        }
        let is_far = |at: Option<f64>| at.is_some_and(|at| at <= -900.0);
        let is_tiny = |size: Option<f64>| size.is_some_and(|size| size <= 1.0);
        let is_placed = position.eq_ignore_ascii_case("absolute") || position.eq_ignore_ascii_case("fixed");
        let is_cut = overflow.eq_ignore_ascii_case("hidden") && (is_tiny(width) || is_tiny(height));
        if is_clear || clip || is_cut || is_far(left) || is_placed && is_far(top) {
            *flags |= UNSEEN;
        }
    }

    fn is_rendered(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & UNRENDERED == 0
    }

    fn flags(&self, element: &Element<'_, 'a>) -> u16 {
        self.states[element.order()].flags
    }

    /// Its role; [`Role::NO_ROLE`] where it has none.
    pub fn role(&self, element: &Element<'_, 'a>) -> Role {
        self.states[element.order()].role
    }

    /// The role that is written on it, if it is one.
    pub fn explicit_role(&self, element: &Element<'_, 'a>) -> Option<Role> {
        Some(self.states[element.order()].explicit).filter(|role| *role != Role::NO_ROLE)
    }

    /// The role that it has when none is written on it.
    pub fn implicit_role(&self, element: &Element<'_, 'a>) -> Role {
        implicit::role(element, &|outer| self.states[outer.order()].role)
    }

    /// Whether it is hidden from everybody, or from assistive technology.
    pub fn is_hidden(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & (UNRENDERED | INVISIBLE | SKIPPED) != 0
    }

    /// Whether it is in the accessibility tree.
    pub fn is_exposed(&self, element: &Element<'_, 'a>) -> bool {
        !self.is_hidden(element) && !self.role(element).is_none()
    }

    /// Whether it asked for no role, and has one because it takes focus or carries ARIA.
    pub fn has_conflict(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & CONFLICT != 0
    }

    /// Whether it can be seen.
    pub fn is_visible(&self, element: &Element<'_, 'a>) -> bool {
        self.is_seen(element.order())
    }

    /// Whether the element or text at a position can be seen.
    pub fn is_seen(&self, index: usize) -> bool {
        self.states[index].flags & (UNRENDERED | INVISIBLE | UNSEEN) == 0
    }

    /// Whether the text at a position is seen, and assistive technology is not told to skip it.
    pub fn is_read(&self, index: usize) -> bool {
        self.is_seen(index) && self.states[index].flags & SKIPPED == 0
    }

    /// Whether the text at a position is seen, or gets to assistive technology.
    pub fn reaches_somebody(&self, index: usize) -> bool {
        self.is_seen(index) || self.states[index].flags & (UNRENDERED | INVISIBLE | SKIPPED) == 0
    }

    /// Whether it is told to be skipped by `aria-hidden`, itself or what it lies in.
    pub fn is_skipped(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & SKIPPED != 0
    }

    /// Whether it takes focus.
    pub fn is_focusable(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & FOCUSABLE != 0
    }

    /// Whether one comes to it with the Tab key.
    pub fn is_tabbable(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & TABBABLE != 0
    }

    /// Whether it takes neither focus nor clicks, itself or what it lies in.
    pub fn is_inert(&self, element: &Element<'_, 'a>) -> bool {
        self.flags(element) & INERT != 0
    }

    /// Whether it is disabled.
    pub fn is_disabled(&self, element: &Element<'_, 'a>) -> bool {
        is_disabled(element, self.flags(element))
    }

    /// The elements that carry something, in the order of the document, but for those in a `<template>`.
    pub fn carrying<'d>(&self, document: &'d Document<'a>, what: Carried) -> impl Iterator<Item = Element<'d, 'a>> {
        self.carrying[what as usize].iter().filter_map(|index| document.at(*index as usize))
    }

    /// The elements that carry any ARIA.
    pub fn with_aria<'d>(&self, document: &'d Document<'a>) -> impl Iterator<Item = Element<'d, 'a>> {
        self.carrying(document, Carried::Aria)
    }

    /// The elements with a role written on them, whether it is one or not.
    pub fn with_role<'d>(&self, document: &'d Document<'a>) -> impl Iterator<Item = Element<'d, 'a>> {
        self.carrying(document, Carried::Role)
    }

    /// Every id with the position of its element, sorted by id.
    pub fn ids(&self) -> &[(Cow<'a, str>, u32)] {
        &self.ids
    }

    /// Whether there is an element with an id.
    pub fn has_id(&self, id: &str) -> bool {
        self.position(id).is_some()
    }

    fn position(&self, id: &str) -> Option<u32> {
        let at = self.ids.partition_point(|(known, _)| known.as_ref() < id);
        self.ids.get(at).filter(|(known, _)| known == id).map(|(_, index)| *index)
    }

    /// The first element with an id.
    pub fn by_id<'d>(&self, document: &'d Document<'a>, id: &str) -> Option<Element<'d, 'a>> {
        document.at(self.position(id)? as usize)
    }

    /// What an element owns by `aria-owns`, in the order that it names.
    pub fn owned<'d>(&self, element: &Element<'d, 'a>) -> impl Iterator<Item = Element<'d, 'a>> {
        let (document, index) = (element.document(), element.order() as u32);
        let ids = element.attribute("aria-owns").unwrap_or_default();
        let positions: Vec<u32> = ids.split_ascii_whitespace().filter_map(|id| self.position(id)).collect();
        let is_own = move |owned: &u32| self.owners.binary_search(&(*owned, index)).is_ok();
        positions.into_iter().filter(is_own).filter_map(move |owned| document.at(owned as usize))
    }

    /// The element that this is a child of in the accessibility tree: its owner, or the nearest around it that means
    /// something there.
    pub fn outer<'d>(&self, element: &Element<'d, 'a>) -> Option<Element<'d, 'a>> {
        let index = element.order() as u32;
        let at = self.owners.partition_point(|(owned, _)| *owned < index);
        if let Some((_, owner)) = self.owners.get(at).filter(|(owned, _)| *owned == index) {
            return element.document().at(*owner as usize);
        }
        element.ancestors().find(|outer| !self.is_skippable(outer))
    }

    /// Whether it stands between others without being there for assistive technology.
    pub fn is_skippable(&self, element: &Element<'_, 'a>) -> bool {
        let is_said = || {
            element
                .attributes()
                .iter()
                .filter_map(|attribute| Aria::of(attribute.name))
                .any(|aria| aria.bit() & GLOBAL != 0)
        };
        match self.role(element) {
            role if role.is_none() => true,
            role if role.is_plain() => !self.is_focusable(element) && !is_said(),
            _ => false,
        }
    }
}

/// Whether an element means that it takes part, although it says that it is only for looks.
fn contradicts(element: &Element<'_, '_>, flags: u16) -> bool {
    // Those for Braille came after ARIA 1.2, and are no reason to take an element for what it says it is not.
    const SILENT: Set = set(&["hidden", "braillelabel", "brailleroledescription"]);
    let is_global = |name: &str| Aria::of(name).is_some_and(|aria| aria.bit() & GLOBAL & !SILENT != 0);
    flags & FOCUSABLE != 0 || element.attributes().iter().any(|attribute| is_global(attribute.name))
}

/// Whether an element is not rendered because of what it is (HTML, 15.3.1 "Hidden elements").
fn is_unrendered(element: &Element<'_, '_>) -> bool {
    use Name::*;
    let is_unrendered = match element.kind() {
        _ if element.is_foreign() && element.kind() != Svg => {
            let is_unseen = |name: &str| element.name().eq_ignore_ascii_case(name);
            matches!(element.kind(), Symbol | Style | Script | Title)
                || ["desc", "metadata", "defs"].into_iter().any(is_unseen)
        }
        Base | Datalist | Head | Link | Meta | Noembed | Noframes | Noscript | Param | Rp | Script | Style
        | Template | Title | Source | Track => true,
        Dialog => !element.has("open"),
        Input => element.says("type", "hidden"),
        Audio => !element.has("controls"),
        _ => false,
    };
    // What stands in these is shown only where they fail.
    let is_fallback = element
        .parent()
        .is_some_and(|outer| matches!(outer.kind(), Audio | Video | Object | Iframe) && !outer.is_foreign());
    is_unrendered || is_fallback
}

fn is_first_legend(legend: &Element<'_, '_>, states: &[State]) -> bool {
    let Some(fieldset) = legend.parent().filter(|outer| outer.kind() == Name::Fieldset) else { return false };
    let is_outer_disabled = fieldset.parent().is_some_and(|outer| states[outer.order()].flags & DISABLED != 0);
    !is_outer_disabled
        && fieldset.children().find(|child| child.kind() == Name::Legend).map(|first| first.order())
            == Some(legend.order())
}

fn is_disabled(element: &Element<'_, '_>, flags: u16) -> bool {
    let can_be = matches!(
        element.kind(),
        Name::Button | Name::Input | Name::Select | Name::Textarea | Name::Option | Name::Optgroup | Name::Fieldset
    );
    can_be && (element.has("disabled") || flags & DISABLED != 0 && element.kind() != Name::Fieldset)
}

/// Whether it takes focus by what it is, or because one may write in it.
fn takes_focus(element: &Element<'_, '_>, is_editable: impl Fn() -> bool) -> bool {
    use Name::*;
    match element.kind() {
        A | Area => element.has("href") || element.is_foreign() && element.has("xlink:href"),
        Button | Select | Textarea => true,
        Input => !element.says("type", "hidden"),
        Audio | Video => element.has("controls"),
        Summary => is_own_summary(element),
        _ => is_editable(),
    }
}

/// Whether a `<summary>` is the one that opens its `<details>`.
pub fn is_own_summary(summary: &Element<'_, '_>) -> bool {
    let Some(details) = summary.parent().filter(|outer| outer.kind() == Name::Details) else { return false };
    details.children().find(|child| child.kind() == Name::Summary).map(|first| first.order()) == Some(summary.order())
}

/// The number in `tabindex`, as browsers read it.
pub fn tab_index(element: &Element<'_, '_>) -> Option<i32> {
    tab_number(element.raw("tabindex")?)
}

fn tab_number(value: &str) -> Option<i32> {
    let value = value.trim_ascii_start();
    let (sign, digits) = match value.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    digits[..length].parse::<i32>().ok().map(|number| sign * number)
}

/// Whether a `clip` leaves nothing to be seen.
fn is_clipped(value: &str) -> bool {
    let Some(inside) = value.trim_ascii().strip_prefix("rect(").and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    let mut edges = inside.split([',', ' ']).filter(|edge| !edge.is_empty()).map(|edge| pixels(edge, 16.0));
    edges.all(|edge| edge.is_some_and(|edge| edge.abs() <= 1.0))
}

#[cfg(test)]
mod tests;
