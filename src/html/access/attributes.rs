//! The states and properties of ARIA 1.2 (and of the draft of 1.3), and what each takes for a value.

/// A state or property: its place in the table of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aria(pub u8);

/// A set of states and properties.
pub type Set = u64;

/// What a state or property takes for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One of these words.
    Word(&'static [&'static str]),
    /// One or more of these words.
    Words(&'static [&'static str]),
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// The id of one element.
    Id,
    /// The ids of elements.
    Ids,
    /// Any words.
    Text,
}

const TRUE_FALSE: Value = Value::Word(&["true", "false"]);
const MAYBE: Value = Value::Word(&["true", "false", "undefined"]);
const THREE: Value = Value::Word(&["true", "false", "mixed", "undefined"]);

/// Every state and property without its `aria-`, in alphabetical order, with its type of value (ARIA 1.2, 6.6).
pub const ATTRIBUTES: &[(&str, Value)] = &[
    ("activedescendant", Value::Id),
    ("atomic", TRUE_FALSE),
    ("autocomplete", Value::Word(&["inline", "list", "both", "none"])),
    ("braillelabel", Value::Text),
    ("brailleroledescription", Value::Text),
    ("busy", TRUE_FALSE),
    ("checked", THREE),
    ("colcount", Value::Integer),
    ("colindex", Value::Integer),
    ("colindextext", Value::Text),
    ("colspan", Value::Integer),
    ("controls", Value::Ids),
    ("current", Value::Word(&["page", "step", "location", "date", "time", "true", "false"])),
    ("describedby", Value::Ids),
    ("description", Value::Text),
    ("details", Value::Ids),
    ("disabled", TRUE_FALSE),
    ("dropeffect", Value::Words(&["copy", "execute", "link", "move", "none", "popup"])),
    ("errormessage", Value::Ids),
    ("expanded", MAYBE),
    ("flowto", Value::Ids),
    ("grabbed", MAYBE),
    ("haspopup", Value::Word(&["false", "true", "menu", "listbox", "tree", "grid", "dialog"])),
    ("hidden", MAYBE),
    ("invalid", Value::Word(&["grammar", "false", "spelling", "true"])),
    ("keyshortcuts", Value::Text),
    ("label", Value::Text),
    ("labelledby", Value::Ids),
    ("level", Value::Integer),
    ("live", Value::Word(&["assertive", "off", "polite"])),
    ("modal", TRUE_FALSE),
    ("multiline", TRUE_FALSE),
    ("multiselectable", TRUE_FALSE),
    ("orientation", Value::Word(&["horizontal", "undefined", "vertical"])),
    ("owns", Value::Ids),
    ("placeholder", Value::Text),
    ("posinset", Value::Integer),
    ("pressed", THREE),
    ("readonly", TRUE_FALSE),
    ("relevant", Value::Words(&["additions", "all", "removals", "text"])),
    ("required", TRUE_FALSE),
    ("roledescription", Value::Text),
    ("rowcount", Value::Integer),
    ("rowindex", Value::Integer),
    ("rowindextext", Value::Text),
    ("rowspan", Value::Integer),
    ("selected", MAYBE),
    ("setsize", Value::Integer),
    ("sort", Value::Word(&["ascending", "descending", "none", "other"])),
    ("valuemax", Value::Number),
    ("valuemin", Value::Number),
    ("valuenow", Value::Number),
    ("valuetext", Value::Text),
];

/// The set of some states and properties, named without `aria-`.
pub const fn set(names: &[&str]) -> Set {
    let mut all = 0;
    let mut at = 0;
    while at < names.len() {
        all |= 1 << position(names[at]);
        at += 1;
    }
    all
}

const fn position(name: &str) -> usize {
    let mut at = 0;
    loop {
        assert!(at < ATTRIBUTES.len(), "a rule names a state or property that there is");
        if same(ATTRIBUTES[at].0.as_bytes(), name.as_bytes()) {
            return at;
        }
        at += 1;
    }
}

/// Whether two words are the same, for use in constants.
pub(super) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// What any element may carry (ARIA 1.2, 6.4), with those that it will not be allowed to one day.
pub const GLOBAL: Set = set(&[
    "atomic",
    "braillelabel",
    "brailleroledescription",
    "busy",
    "controls",
    "current",
    "describedby",
    "description",
    "details",
    "disabled",
    "dropeffect",
    "errormessage",
    "flowto",
    "grabbed",
    "haspopup",
    "hidden",
    "invalid",
    "keyshortcuts",
    "label",
    "labelledby",
    "live",
    "owns",
    "relevant",
    "roledescription",
]);

impl Aria {
    /// Every one of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ATTRIBUTES.len() as u8).map(Self)
    }

    /// A state or property by the name of its attribute, in any case.
    pub fn of(attribute: &str) -> Option<Self> {
        let name = attribute.get(5..).filter(|_| attribute[..5].eq_ignore_ascii_case("aria-"))?;
        let known = |name: &str| ATTRIBUTES.binary_search_by(|(known, _)| known.cmp(&name)).ok();
        let found = known(name).or_else(|| known(&name.to_ascii_lowercase()))?;
        u8::try_from(found).ok().map(Self)
    }

    /// Its place in a set.
    pub fn bit(self) -> Set {
        1 << self.0
    }

    /// The name of its attribute.
    pub fn attribute(self) -> String {
        format!("aria-{}", ATTRIBUTES[usize::from(self.0)].0)
    }

    /// What it takes for a value.
    pub fn value(self) -> Value {
        ATTRIBUTES[usize::from(self.0)].1
    }

    /// Whether a value is of its type; an empty one says nothing and is left alone.
    pub fn accepts(self, value: &str) -> bool {
        if value.is_empty() {
            return true;
        }
        let is_one = |words: &[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        match self.value() {
            Value::Word(words) => is_one(words, value.trim_ascii()),
            Value::Words(words) => {
                let mut written = value.split_ascii_whitespace().peekable();
                written.peek().is_some() && written.all(|word| is_one(words, word))
            }
            Value::Integer => {
                let digits = value.trim_ascii();
                let digits = digits.strip_prefix(['-', '+']).unwrap_or(digits);
                !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
            }
            Value::Number => is_number(value.trim_ascii()),
            Value::Id => value.split_ascii_whitespace().count() == 1,
            Value::Ids | Value::Text => true,
        }
    }
}

/// Digits with a sign and a point, as HTML reads numbers; no word such as `NaN`.
fn is_number(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E'));
    is_plain && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(ATTRIBUTES.windows(2).all(|pair| pair[0].0 < pair[1].0) && ATTRIBUTES.len() <= 64);
    }

    #[test]
    fn attributes_are_known_in_any_case() {
        assert_eq!(Aria::of("ARIA-Label").map(Aria::attribute).as_deref(), Some("aria-label"));
        assert!(Aria::of("aria-labeledby").is_none() && Aria::of("data-x").is_none() && Aria::of("aria-").is_none());
    }

    #[test]
    fn values_are_of_their_type() {
        let takes = |name: &str, value: &str| Aria::of(name).expect("it is known").accepts(value);
        for (name, value) in [
            ("aria-checked", "mixed"),
            ("aria-hidden", ""),
            ("aria-expanded", "undefined"),
            ("aria-relevant", "additions text"),
            ("aria-colcount", "-1"),
            ("aria-valuenow", "2.5"),
            ("aria-label", " "),
            ("aria-current", "Page"),
        ] {
            assert!(takes(name, value), "{name}={value}");
        }
        for (name, value) in [
            ("aria-checked", "yes"),
            ("aria-hidden", "hidden"),
            ("aria-relevant", "text words"),
            ("aria-level", "2.5"),
            ("aria-valuenow", "half"),
            ("aria-valuemax", "NaN"),
            ("aria-live", "nope"),
            ("aria-activedescendant", "one two"),
            ("aria-required", " "),
        ] {
            assert!(!takes(name, value), "{name}={value}");
        }
    }
}
