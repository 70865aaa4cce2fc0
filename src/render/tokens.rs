//! Writes a theme's colours as custom properties, and looks whether readers can tell apart those that meet on a page.

use std::collections::{BTreeMap, BTreeSet};

use lightningcss::traits::Parse as _;
use lightningcss::values::color::CssColor;

use crate::config::Settings;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::source::Span;
use crate::theme::{Colours, Mode, Theme, Tokens};

/// Settings under `[tokens]` that are no colours.
const NOT_COLOURS: [&str; 2] = ["name", "mark"];

/// What text on its ground needs (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// What a control, a focus ring or a line that means something needs beside what is next to it (WCAG 2.2, 1.4.11).
const PART: f64 = 3.0;

/// Two colours that meet: the ones in front, of which the best counts, their ground, what they need, and what they are.
const PAIRS: &[(&[&str], &str, f64, &str)] = &[
    (&["ink"], "paper", TEXT, "text on the page"),
    (&["ink"], "tint", TEXT, "text in a box"),
    (&["soft"], "paper", TEXT, "second text on the page"),
    (&["soft"], "tint", TEXT, "second text in a box"),
    (&["link"], "paper", TEXT, "links on the page"),
    (&["link"], "tint", TEXT, "links in a box"),
    (&["on-accent"], "accent", TEXT, "text of the next step and of what has the focus"),
    (&["on-band"], "band", TEXT, "text on the band and at the foot"),
    (&["on-plate"], "plate", TEXT, "the name of the site"),
    (&["on-arm"], "arm", TEXT, "words on the main arms"),
    (&["line"], "paper", PART, "lines that divide"),
    // A field has an edge in ink and a ground of paper: one of them must stand out.
    (&["ink", "paper"], "band", PART, "the edge of the search box"),
    // Focus is two rings: one of them must stand out.
    (&["accent", "on-accent"], "paper", PART, "focus on the page"),
    (&["accent", "on-accent"], "tint", PART, "focus in a box"),
    (&["accent", "on-accent"], "band", PART, "focus on the band and at the foot"),
    (&["accent", "on-accent"], "arm", PART, "focus on the main arms"),
    (&["accent", "on-accent"], "plate", PART, "focus on the name of the site"),
];

/// The style sheet of a theme's colours with the site's own in their place, and of the site's host. A name that the theme does not have, a value
/// that is no colour and a pair that too many readers cannot tell apart are findings.
pub(super) fn sheet(theme: &Theme, settings: &Settings, found: &mut Vec<Diagnostic>) -> String {
    let set: Vec<_> =
        settings.tokens.iter().filter(|token| !NOT_COLOURS.contains(&token.name.as_str())).cloned().collect();
    let (tokens, unknown) = theme.tokens.with(&set);
    let known = tokens.of(Mode::Light);
    for token in unknown {
        let name = token.name.strip_prefix("dark-").unwrap_or(&token.name);
        let names = || format!("the tokens are: name, mark, {}", Vec::from_iter(known.keys().cloned()).join(", "));
        found.push(
            Diagnostic::error("unknown-token", format!("the theme has no token called `{name}`"))
                .at(token.span)
                .help(did_you_mean_help(name, known.keys().map(String::as_str)).unwrap_or_else(names)),
        );
    }
    let colours: Vec<Parsed> = Mode::ALL.iter().map(|mode| parsed(tokens.of(*mode), found)).collect();
    contrast(&tokens, &colours, found);
    // What is printed names whole addresses.
    let host = format!(":root{{--signpost-host:\"{}\"}}\n", settings.host());
    let colours = Mode::ALL.iter().zip(&colours).map(|(mode, colours)| properties(*mode, tokens.of(*mode), colours));
    std::iter::once(host).chain(colours).collect()
}

type Parsed = BTreeMap<String, [u8; 3]>;

/// The colours of one mode that can be read.
fn parsed(colours: &Colours, found: &mut Vec<Diagnostic>) -> Parsed {
    let mut parsed = Parsed::new();
    for (name, (value, place)) in colours {
        match colour(value) {
            Ok(colour) => {
                parsed.insert(name.clone(), colour);
            }
            Err(why) => {
                let finding = Diagnostic::error("wrong-token", format!("the token `{name}` is no colour: {why}"))
                    .help("write a colour such as \"#12404a\"");
                found.push(placed(finding, *place));
            }
        }
    }
    parsed
}

fn placed(finding: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(place) => finding.at(place),
        None => finding,
    }
}

/// Red, green and blue of a colour in any of the ways that CSS writes one.
fn colour(value: &str) -> Result<[u8; 3], &'static str> {
    let read = CssColor::parse_string(value).ok().and_then(|colour| colour.to_rgb().ok());
    match read {
        Some(CssColor::RGBA(colour)) if colour.alpha == 255 => Ok([colour.red, colour.green, colour.blue]),
        Some(CssColor::RGBA(_)) => Err("it lets what is behind it shine through"),
        Some(_) => Err("it is another one on each reader's device"),
        None => Err("it cannot be read as one"),
    }
}

/// The custom properties of one mode. More contrast outweighs a council's own colours.
fn properties(mode: Mode, written: &Colours, colours: &Parsed) -> String {
    let all: String = written
        .iter()
        .filter(|(name, _)| colours.contains_key(*name))
        .map(|(name, (value, _))| format!("--signpost-{name}:{value};"))
        .collect();
    match mode {
        _ if all.is_empty() => String::new(),
        Mode::Light => format!(":root{{{all}}}\n"),
        Mode::Dark => format!("@media (prefers-color-scheme:dark){{:root{{{all}}}}}\n"),
        Mode::More => format!("@media (prefers-contrast:more){{:root:root{{{all}}}}}\n"),
        Mode::MoreDark => {
            format!("@media (prefers-contrast:more) and (prefers-color-scheme:dark){{:root:root{{{all}}}}}\n")
        }
    }
}

/// Names every pair of colours that does not have the contrast it needs.
fn contrast(tokens: &Tokens, parsed: &[Parsed], found: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for mode in Mode::ALL {
        let layers = mode.layers();
        let look = |name: &str| {
            let layer = layers.iter().rev().find(|layer| tokens.of(**layer).contains_key(name))?;
            let (_, place) = &tokens.of(*layer)[name];
            Some((*parsed[*layer as usize].get(name)?, *place))
        };
        for (fronts, ground, least, what) in PAIRS {
            let Some((under, ground_place)) = look(ground) else { continue };
            let seen = fronts.iter().filter_map(|front| Some((*front, look(front)?)));
            let Some((front, (over, place))) = seen.max_by(|a, b| ratio(a.1.0, under).total_cmp(&ratio(b.1.0, under)))
            else {
                continue;
            };
            let ratio = ratio(over, under);
            // The same two colours need no second telling where another mode has them too.
            if ratio >= *least || !told.insert((front, *ground, over, under)) {
                continue;
            }
            let way = if luminance(under) < 0.18 { "lighter" } else { "darker" };
            let finding = Diagnostic::error(
                "low-contrast",
                format!(
                    "in the {} colours, {what} cannot be told apart well enough: `{front}` ({}) on `{ground}` ({}) is {} to 1, and {least} is needed",
                    mode.key(), hex(over), hex(under), (ratio * 100.0).floor() / 100.0
                ),
            )
            .help(format!("make `{front}` {way}, or change `{ground}`"));
            found.push(placed(finding, place.or(ground_place)));
        }
    }
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// WCAG 2.2, "contrast ratio".
fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme() -> Theme {
        Theme::new(&[], &mut Vec::new())
    }

    #[test]
    fn ratios_are_those_of_wcag() {
        assert_eq!(ratio([0, 0, 0], [255, 255, 255]), 21.0);
        assert_eq!(ratio([7, 8, 9], [7, 8, 9]), 1.0);
        // The grey that just passes on white, and its neighbour that does not.
        assert!(ratio([0x76, 0x76, 0x76], [255, 255, 255]) >= 4.5);
        assert!(ratio([0x77, 0x77, 0x77], [255, 255, 255]) < 4.5);
    }

    #[test]
    fn colours_are_read_as_css_writes_them() {
        for same in ["#f00", "#ff0000", "red", "rgb(255 0 0)", "hsl(0 100% 50%)", " #F00 "] {
            assert_eq!(colour(same), Ok([255, 0, 0]), "{same}");
        }
        for none in [
            "",
            "#12",
            "rot",
            "red;",
            "#f00}",
            "var(--x)",
            "url(x)",
            "#ff000080",
            "transparent",
            "currentColor",
            "Canvas",
        ] {
            assert!(colour(none).is_err(), "{none}");
        }
    }

    #[test]
    fn the_theme_s_own_colours_can_be_told_apart_and_more_contrast_is_more() {
        let theme = theme();
        let mut found = Vec::new();
        let parsed: Vec<Parsed> = Mode::ALL.iter().map(|mode| parsed(theme.tokens.of(*mode), &mut found)).collect();
        contrast(&theme.tokens, &parsed, &mut found);
        assert!(found.is_empty(), "{found:?}");
        for (fronts, ground, least, what) in PAIRS {
            for mode in Mode::ALL {
                assert!(
                    fronts.iter().chain([ground]).all(|name| theme.tokens.of(Mode::Light).contains_key(*name)),
                    "{what}: {fronts:?} {ground}"
                );
                let look = |name: &str| {
                    let layers = mode.layers().iter().rev();
                    layers.filter_map(|layer| parsed[*layer as usize].get(name)).next().copied().expect("it is a token")
                };
                let best = fronts.iter().map(|front| ratio(look(front), look(ground))).fold(0.0, f64::max);
                let wanted = if matches!(mode, Mode::More | Mode::MoreDark) && *least == TEXT { 7.0 } else { *least };
                assert!(best >= wanted, "{what} in {}: {best}", mode.key());
            }
        }
    }
}
