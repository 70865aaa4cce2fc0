//! The tokens of a theme: its colours by day, by night, and for readers who ask for more contrast.
//!
//! They stand in `theme.yaml`; a site's own file changes single ones, and so does `[tokens]` in `site.toml`. What they
//! become, and whether they can be told apart, is `render`'s matter.

use std::collections::BTreeMap;

use crate::config::Token;
use crate::data::{Field, Format, Kind, Located, Step, Value, check, parse_yaml};
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::source::{FileId, Span};

/// When a colour holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// By day, and wherever no other mode has the token.
    Light,
    /// Where the reader's device asks for dark.
    Dark,
    /// Where it asks for more contrast.
    More,
    /// Where it asks for both.
    MoreDark,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::More, Self::MoreDark];

    /// Its key in `theme.yaml`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::More => "more-contrast",
            Self::MoreDark => "more-contrast-dark",
        }
    }

    /// The modes whose values hold in it, from the weakest to the one that outweighs the others.
    pub fn layers(self) -> &'static [Self] {
        match self {
            Self::Light => &[Self::Light],
            Self::Dark => &[Self::Light, Self::Dark],
            Self::More => &[Self::Light, Self::More],
            Self::MoreDark => &[Self::Light, Self::Dark, Self::More, Self::MoreDark],
        }
    }
}

/// Colours by name, as somebody wrote them; a built-in one has no place.
pub type Colours = BTreeMap<String, (String, Option<Span>)>;

/// The colours of each mode.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tokens {
    modes: [Colours; 4],
}

const COLOURS: Kind = Kind::Map(&Kind::Text);

const MODES: &[Field] = &[
    Field { name: "light", kind: COLOURS, doc: "Colours by day." },
    Field { name: "dark", kind: COLOURS, doc: "Colours where the reader's device asks for dark." },
    Field { name: "more-contrast", kind: COLOURS, doc: "Colours where it asks for more contrast." },
    Field { name: "more-contrast-dark", kind: COLOURS, doc: "Colours where it asks for both." },
];

const FIELDS: &[Field] = &[
    Field { name: "name", kind: Kind::Text, doc: "The theme's name." },
    Field { name: "description", kind: Kind::Text, doc: "What it looks like." },
    Field { name: "tokens", kind: Kind::Table(MODES), doc: "Its colours." },
];

impl Tokens {
    /// The colours that are written for a mode.
    pub fn of(&self, mode: Mode) -> &Colours {
        &self.modes[mode as usize]
    }

    /// Sets colours as a `theme.yaml` says, over those that are there.
    pub(super) fn read(&mut self, yaml: &str, file: Option<FileId>, found: &mut Vec<Diagnostic>) {
        let at = Located::new(file.unwrap_or(FileId(0)), Format::Yaml, yaml, 0);
        let value = match parse_yaml(yaml) {
            Ok(value) => value,
            Err(error) => {
                found.push(
                    Diagnostic::error("broken-yaml", "`theme.yaml` cannot be read from here on")
                        .at(at.range(error.offset..error.offset + 1))
                        .label(error.message),
                );
                return;
            }
        };
        check(FIELDS, &value, "a theme", &at, &mut Vec::new(), found);
        let tokens = value.get("tokens");
        let known: Vec<String> = self.of(Mode::Light).keys().cloned().collect();
        for mode in Mode::ALL {
            let colours = tokens.and_then(|tokens| tokens.get(mode.key())).map(Value::entries).unwrap_or_default();
            for (name, colour) in colours {
                let Some(colour) = colour.as_text() else { continue };
                let path = [Step::from("tokens"), Step::from(mode.key()), Step::from(name.as_str())];
                let place = file.map(|_| at.value(&path));
                // A name that is like none of the theme's is for styles of the site's own.
                let is_known = file.is_none() || known.contains(name);
                if let Some(help) = did_you_mean_help(name, known.iter().map(String::as_str)).filter(|_| !is_known) {
                    let message = format!("the theme has no token called `{name}`");
                    found.push(Diagnostic::error("unknown-token", message).at(at.key(&path)).help(help));
                }
                self.modes[mode as usize].insert(name.clone(), (colour.to_owned(), place));
            }
        }
    }

    /// These colours with those of `site.toml` in their place: `link` by day, `dark-link` by night. The names that stand
    /// for no token of the theme come back.
    pub fn with<'a>(&self, settings: &'a [Token]) -> (Self, Vec<&'a Token>) {
        let mut tokens = self.clone();
        let mut unknown = Vec::new();
        for token in settings {
            let (mode, name) = match token.name.strip_prefix("dark-") {
                Some(name) => (Mode::Dark, name),
                None => (Mode::Light, token.name.as_str()),
            };
            if self.of(Mode::Light).contains_key(name) {
                tokens.modes[mode as usize].insert(name.to_owned(), (token.value.clone(), Some(token.span)));
            } else {
                unknown.push(token);
            }
        }
        (tokens, unknown)
    }
}
