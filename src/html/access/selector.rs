//! The simple selectors of CSS: names, classes, ids, attributes, and what lies in what.

use std::borrow::Cow;

use super::super::Element;

/// A part of a selector for one element.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part<'a> {
    Name(&'a str),
    Class(&'a str),
    Id(&'a str),
    Has(&'a str),
    Is(&'a str, &'a str),
}

/// What an element must have for a selector to fit; the part of it that the fewest elements have.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key<'a> {
    /// An id.
    Id(&'a str),
    /// A class.
    Class(&'a str),
    /// An attribute, in small letters.
    Attribute(Cow<'a, str>),
    /// A name, in small letters.
    Name(Cow<'a, str>),
    /// Nothing: it fits any.
    Any,
}

/// What one element must be; `is_direct` where the one before lies directly in it.
#[derive(Clone, Debug, PartialEq)]
struct Compound<'a> {
    parts: Vec<Part<'a>>,
    is_direct: bool,
}

/// A selector: the element itself, then what it must lie in, from the inside out.
#[derive(Clone, Debug)]
pub struct Selector<'a> {
    compounds: Vec<Compound<'a>>,
    /// How much it weighs against others.
    pub weight: u32,
}

impl<'a> Selector<'a> {
    /// Reads a selector; nothing where it holds more than names, classes, ids, attributes and nesting.
    pub fn read(text: &'a str) -> Option<Self> {
        let text = text.trim_ascii();
        if text.is_empty() || text.contains([':', '+', '~', '\\', '|']) {
            return None;
        }
        let mut compounds: Vec<Compound<'_>> = Vec::new();
        let mut weight = 0_u32;
        let mut is_direct = false;
        for word in text.split_ascii_whitespace() {
            let mut pieces = word.split('>').peekable();
            while let Some(piece) = pieces.next() {
                if !piece.is_empty() {
                    let parts = compound(piece)?;
                    weight = parts.iter().map(Part::weight).fold(weight, u32::saturating_add);
                    compounds.push(Compound { parts, is_direct });
                    is_direct = false;
                }
                is_direct |= pieces.peek().is_some();
            }
        }
        // How an element lies in the one before is kept with the one before, as matching goes from the inside out.
        compounds.reverse();
        let directs: Vec<bool> = compounds.iter().map(|compound| compound.is_direct).collect();
        for (at, compound) in compounds.iter_mut().enumerate() {
            compound.is_direct = at > 0 && directs[at - 1];
        }
        (!compounds.is_empty()).then_some(Self { compounds, weight })
    }

    /// What the element itself must be.
    fn subject(&self) -> &[Part<'a>] {
        &self.compounds[0].parts
    }

    /// By what it is found.
    pub(super) fn key(&self) -> Key<'a> {
        let keys = self.subject().iter().map(|part| match part {
            Part::Id(id) => Key::Id(id),
            Part::Class(class) => Key::Class(class),
            Part::Has(name) | Part::Is(name, _) => Key::Attribute(small(name)),
            Part::Name(name) => Key::Name(small(name)),
        });
        let rank = |key: &Key<'_>| match key {
            Key::Id(_) => 0,
            Key::Class(_) => 1,
            Key::Attribute(_) => 2,
            Key::Name(_) => 3,
            Key::Any => 4,
        };
        keys.min_by_key(rank).unwrap_or(Key::Any)
    }

    /// Whether it fits an element. Adds to `work` what was compared.
    pub fn matches(&self, element: &Element<'_, '_>, work: &mut u64) -> bool {
        let mut fits = |parts: &[Part<'_>], element: &Element<'_, '_>| {
            *work += 1;
            parts.iter().all(|part| {
                *work += part.work(element);
                part.matches(element)
            })
        };
        if !fits(self.subject(), element) {
            return false;
        }
        let (mut inner, mut at) = (*element, 1);
        // The last step that any element around could take, and the one that took it: where a child's step fails, the
        // next around is tried. A step that nothing around can take, no other choice can help.
        let mut choice: Option<(usize, Element<'_, '_>)> = None;
        while let Some(Compound { parts, is_direct }) = self.compounds.get(at) {
            let found = if *is_direct {
                inner.parent().filter(|outer| fits(parts, outer))
            } else {
                inner.ancestors().find(|outer| fits(parts, outer))
            };
            match (found, choice) {
                (Some(outer), _) => {
                    if !is_direct {
                        choice = Some((at, outer));
                    }
                    inner = outer;
                }
                (None, Some((step, outer))) if *is_direct => {
                    let parts = &self.compounds[step].parts;
                    let Some(next) = outer.ancestors().find(|outer| fits(parts, outer)) else { return false };
                    choice = Some((step, next));
                    inner = next;
                    at = step;
                }
                (None, _) => return false,
            }
            at += 1;
        }
        true
    }

    /// Whether it asks nothing of the element itself, nor of what it lies in.
    pub fn is_universal(&self) -> bool {
        self.compounds.iter().all(|compound| compound.parts.is_empty())
    }

    /// Whether it asks for a name and nothing else.
    pub fn is_only_name(&self, name: &str) -> bool {
        matches!(&self.compounds[..], [only] if only.parts == [Part::Name(name)])
    }

    /// Whether it fits whatever another fits, as far as the words of both tell.
    pub fn covers(&self, other: &Self) -> bool {
        let asks_less = |parts: &[Part<'_>], of: &[Part<'_>]| parts.iter().all(|part| of.contains(part));
        match &self.compounds[..] {
            [own] => asks_less(&own.parts, other.subject()),
            own => {
                own.len() == other.compounds.len()
                    && own
                        .iter()
                        .zip(&other.compounds)
                        .all(|(own, other)| asks_less(&own.parts, &other.parts) && (!own.is_direct || other.is_direct))
            }
        }
    }
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

    /// What it costs to compare it with an element, beside the comparison itself.
    fn work(&self, element: &Element<'_, '_>) -> u64 {
        match self {
            Self::Class(_) => element.raw("class").map_or(0, |classes| classes.len() as u64 / 16),
            _ => 0,
        }
    }
}

/// A name in small letters.
pub(super) fn small(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_found_by_the_rarest_thing_they_ask_for() {
        let key = |text: &'static str| Selector::read(text).map(|selector| selector.key());
        assert_eq!(key("main a.b#c[d]"), Some(Key::Id("c")));
        assert_eq!(key("#c > A.b"), Some(Key::Class("b")));
        assert_eq!(key("A[Href]"), Some(Key::Attribute("href".into())));
        assert_eq!(key("#c LI"), Some(Key::Name("li".into())));
        assert_eq!(key("#c *"), Some(Key::Any));
        assert_eq!(key("a:hover"), None);
    }

    #[test]
    fn a_selector_covers_those_that_ask_for_more() {
        let covers = |one: &'static str, other: &'static str| {
            let (one, other) = (Selector::read(one), Selector::read(other));
            one.zip(other).is_some_and(|(one, other)| one.covers(&other))
        };
        for (one, other) in [("a", "a.b"), ("*", "main a"), (".b", "main > a.b"), ("main a", "main > a.b")] {
            assert!(covers(one, other), "{one} {other}");
            assert!(!covers(other, one), "{other} {one}");
        }
        assert!(!covers("main a", "nav a") && !covers("a", "b") && covers("nav a", "nav a"));
    }
}
