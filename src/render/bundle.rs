//! Joins the theme's styles and scripts into one file each, named by what they hold, so that a host may keep them for
//! ever.

use std::collections::BTreeMap;

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use super::script;
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, did_you_mean_help};
use crate::theme::Theme;

/// The theme's files as they are published, and the addresses that templates need.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// Paths below the output folder and their bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// Addresses, without the base path, by what they are: `css`, `js`, or the name of an asset.
    pub addresses: BTreeMap<String, String>,
}

impl Bundle {
    /// The address of a part, empty where the theme has none.
    pub fn address(&self, name: &str) -> &str {
        self.addresses.get(name).map_or("", String::as_str)
    }

    fn add(&mut self, name: &str, stem: &str, ending: &str, bytes: Vec<u8>) {
        let hash = blake3::hash(&bytes).to_hex();
        let path = format!("assets/{stem}.{}.{ending}", &hash[..12]);
        self.addresses.insert(name.to_owned(), format!("/{path}"));
        self.files.push((path, bytes));
    }
}

/// Makes the published form of a theme's assets. A token that the theme does not have or that cannot stand in a style
/// sheet is a diagnostic.
pub fn bundle(theme: &Theme, settings: &Settings, found: &mut Vec<Diagnostic>) -> Bundle {
    let mut bundle = Bundle::default();
    bundle.add("css", "signpost", "css", css(theme, settings, found).into_bytes());
    bundle.add("js", "signpost", "js", joined_scripts(theme, found));
    for (name, bytes) in &theme.assets {
        if name.ends_with(".css") || name == "signpost.js" {
            continue;
        }
        if let Some((stem, ending)) = name.rsplit_once('.') {
            let bytes = if ending == "js" { minified_script(name, bytes, found) } else { bytes.clone() };
            bundle.add(name, stem, ending, bytes);
        }
    }
    bundle
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn css(theme: &Theme, settings: &Settings, found: &mut Vec<Diagnostic>) -> String {
    let mut css = String::new();
    let mut sheets: Vec<(&str, &str)> = theme
        .assets
        .iter()
        .filter(|(name, _)| name.ends_with(".css"))
        .map(|(name, bytes)| (name.as_str(), text(bytes)))
        .collect();
    // The modes (dark, forced colours, print) come after the components whose looks they change.
    let last = sheets.iter().position(|(name, _)| name.starts_with('9')).unwrap_or(sheets.len());
    let modes = sheets.split_off(last);
    let components = theme.components.values().map(|component| component.css.as_str());
    for sheet in sheets.iter().map(|(_, css)| *css).chain(components).chain(modes.iter().map(|(_, css)| *css)) {
        css.push_str(sheet);
        css.push('\n');
    }
    css.push_str(&tokens(&css, settings, found));
    minified(&css, found)
}

/// Settings of a theme that are no colours.
const NOT_COLOURS: &[&str] = &["name", "mark"];

/// The site's own tokens as custom properties; `dark-…` ones hold at night.
fn tokens(css: &str, settings: &Settings, found: &mut Vec<Diagnostic>) -> String {
    let known: Vec<&str> = css
        .split("--signpost-")
        .skip(1)
        .filter_map(|rest| rest.split_once(':').map(|(name, _)| name))
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
        .collect();
    let (mut light, mut dark) = (String::new(), String::new());
    for (name, value) in &settings.tokens {
        if NOT_COLOURS.contains(&name.as_str()) {
            continue;
        }
        let (sheet, token) = match name.strip_prefix("dark-") {
            Some(token) => (&mut dark, token),
            None => (&mut light, name.as_str()),
        };
        if !known.contains(&token) {
            found.push(
                Diagnostic::error("unknown-token", format!("the theme has no token called `{token}`")).help(
                    did_you_mean_help(token, known.iter().copied())
                        .unwrap_or_else(|| format!("the tokens are: name, mark, {}", first_of(&known))),
                ),
            );
        } else if value.contains([';', '{', '}', '<', '@', '\\', '/', '*']) || value.contains("url(") {
            found.push(
                Diagnostic::error("wrong-token", format!("the token `{name}` is no colour"))
                    .help("write a colour such as \"#12404a\""),
            );
        } else {
            sheet.push_str(&format!("--signpost-{token}:{value};"));
        }
    }
    let mut css = String::new();
    if !light.is_empty() {
        // A light colour must not be carried into the night, where the theme has its own.
        css.push_str(&format!("@media not all and (prefers-color-scheme:dark){{:root{{{light}}}}}"));
    }
    if !dark.is_empty() {
        css.push_str(&format!("@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"));
    }
    css
}

fn first_of(known: &[&str]) -> String {
    let mut names: Vec<&str> = known.to_vec();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// Takes what no browser needs out of a style sheet; one that cannot be read stays as it is, with a diagnostic.
fn minified(css: &str, found: &mut Vec<Diagnostic>) -> String {
    let version = |major: u32| Some(major << 16);
    let browsers = Browsers {
        chrome: version(80),
        safari: version(13),
        ios_saf: version(13),
        firefox: version(78),
        ..Browsers::default()
    };
    let targets = Targets::from(browsers);
    let printed =
        StyleSheet::parse(css, ParserOptions::default()).map_err(|error| error.to_string()).and_then(|mut sheet| {
            sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| error.to_string())?;
            sheet
                .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
                .map(|printed| printed.code)
                .map_err(|error| error.to_string())
        });
    printed.unwrap_or_else(|error| {
        found.push(Diagnostic::error("broken-styles", "the theme's styles cannot be read").note(error));
        css.to_owned()
    })
}

/// The small form of a module; one that cannot be read stays as it is, with a diagnostic.
fn minified_script(name: &str, bytes: &[u8], found: &mut Vec<Diagnostic>) -> Vec<u8> {
    let minified = std::str::from_utf8(bytes).map_err(|error| error.to_string()).and_then(script::minified);
    minified.map(String::into_bytes).unwrap_or_else(|error| {
        found.push(broken_script(&format!("assets/{name}"), error));
        bytes.to_vec()
    })
}

fn broken_script(path: &str, error: String) -> Diagnostic {
    Diagnostic::error("broken-script", format!("the theme's script `{path}` cannot be read"))
        .help("mend it: a browser runs nothing of a script that has a fault")
        .note(error)
}

/// One module: the starter, then the components' scripts. One that cannot be read is left out, so that the others run.
fn joined_scripts(theme: &Theme, found: &mut Vec<Diagnostic>) -> Vec<u8> {
    let starter = theme.assets.get("signpost.js").map(Vec::as_slice).unwrap_or_default();
    let mut joined = match std::str::from_utf8(starter) {
        Ok(text) if script::exports(text).is_ok() => text.to_owned(),
        _ => return minified_script("signpost.js", starter, found),
    };
    for (name, component) in &theme.components {
        let Some(own) = &component.script else { continue };
        let together = format!("{joined}\n{own}");
        match script::exports(own).and_then(|_| script::exports(&together)) {
            Ok(_) => joined = together,
            Err(error) => found.push(broken_script(&format!("components/{name}/{name}.js"), error)),
        }
    }
    minified_script("signpost.js", joined.as_bytes(), found)
}
