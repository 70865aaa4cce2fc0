//! Makes the published form of the theme's styles and scripts: small, and named by what they hold, so that a host may
//! keep them for ever.
//!
//! What stands in `assets/` is for every page. Styles and scripts in `parts/` and in a component's folder are for the
//! pages that use them; `dress` tells which those are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use super::{script, tokens};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::theme::Theme;

/// The theme's files as they are published, and the addresses that templates need.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// Paths below the output folder and their bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// Addresses, without the base path, by what they are: `css`, `js`, or the name of an asset.
    pub addresses: BTreeMap<String, String>,
    /// Styles of parts of pages in their small form, in the order of their files.
    pub(super) styles: Vec<String>,
    /// Classes that the styles of every page do not have, with the styles that name them: a page with one needs those.
    pub(super) parts: HashMap<String, Vec<usize>>,
    /// Addresses of the modules of parts, by the value of `data-module` that starts them.
    pub(super) modules: BTreeMap<String, String>,
}

impl Bundle {
    /// The address of an asset, empty where the theme has none.
    pub fn address(&self, name: &str) -> &str {
        self.addresses.get(name).map_or("", String::as_str)
    }

    fn add(&mut self, name: &str, stem: &str, ending: &str, bytes: Vec<u8>) {
        let path = hashed(stem, ending, &bytes);
        self.addresses.insert(name.to_owned(), format!("/{path}"));
        self.files.push((path, bytes));
    }
}

/// A path below the output folder that changes with the bytes.
pub(super) fn hashed(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    format!("assets/{stem}.{}.{ending}", &hash[..12])
}

/// Makes the published form of a theme's assets and parts. A token that the theme does not have or that cannot stand in
/// a style sheet is a diagnostic.
pub fn bundle(theme: &Theme, settings: &Settings, found: &mut Vec<Diagnostic>) -> Bundle {
    let mut bundle = Bundle::default();
    let colours = tokens::sheet(theme, settings, found);
    let mut css = minified(theme, "theme.yaml", &colours, found);
    for (name, bytes) in &theme.assets {
        match name.rsplit_once('.') {
            Some((_, "css")) => css.push_str(&minified(theme, &format!("assets/{name}"), text(bytes), found)),
            Some((stem, ending)) => {
                let bytes = match ending {
                    "js" => minified_script(theme, &format!("assets/{name}"), text(bytes), found).into_bytes(),
                    _ => bytes.clone(),
                };
                let short = if name == "signpost.js" { "js" } else { name.as_str() };
                bundle.add(short, stem, ending, bytes);
            }
            None => {}
        }
    }
    let common = classes(&css);
    bundle.add("css", "signpost", "css", css.into_bytes());
    for (path, text) in &theme.parts {
        match path.rsplit_once('.') {
            Some((_, "css")) => {
                let css = minified(theme, path, text, found);
                let own: BTreeSet<String> = classes(&css).difference(&common).cloned().collect();
                if own.is_empty() && !css.is_empty() {
                    found.push(without_class(theme, path));
                }
                for class in own {
                    bundle.parts.entry(class).or_default().push(bundle.styles.len());
                }
                bundle.styles.push(css);
            }
            Some((stem, "js")) => {
                let name = stem.rsplit('/').next().unwrap_or(stem);
                if let Some(script) = module(theme, path, text, found) {
                    let path = hashed(name, "js", script.as_bytes());
                    bundle.modules.insert(format!("signpost-{name}"), format!("/{path}"));
                    bundle.files.push((path, script.into_bytes()));
                }
            }
            _ => {}
        }
    }
    bundle
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// The classes that a small style sheet names.
fn classes(css: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    css.split('.')
        .skip(1)
        .map(|rest| &rest[..rest.find(|letter| !is_name(letter)).unwrap_or(rest.len())])
        .filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}

fn without_class(theme: &Theme, path: &str) -> Diagnostic {
    at(theme, path, Diagnostic::warning("unused-theme-file", format!("no page can call for the styles in `{path}`")))
        .help("it is read where a page has one of its classes, and it has none that the styles of every page lack")
}

/// Places a finding in a site's own file; a built-in one has no place.
fn at(theme: &Theme, path: &str, diagnostic: Diagnostic) -> Diagnostic {
    match theme.files.get(path) {
        Some(file) => diagnostic.at(Span::whole(*file)),
        None => diagnostic,
    }
}

/// Takes what no browser needs out of a style sheet; one that cannot be read is left out, with a diagnostic, so that
/// the others hold.
fn minified(theme: &Theme, path: &str, css: &str, found: &mut Vec<Diagnostic>) -> String {
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
        let broken = Diagnostic::error("broken-styles", format!("the theme's styles in `{path}` cannot be read"));
        found.push(at(theme, path, broken).note(error));
        String::new()
    })
}

/// The small form of a script; one that cannot be read stays as it is, with a diagnostic.
fn minified_script(theme: &Theme, path: &str, text: &str, found: &mut Vec<Diagnostic>) -> String {
    script::minified(text).unwrap_or_else(|error| {
        found.push(broken_script(theme, path, error));
        text.to_owned()
    })
}

fn broken_script(theme: &Theme, path: &str, error: String) -> Diagnostic {
    at(theme, path, Diagnostic::error("broken-script", format!("the theme's script `{path}` cannot be read")))
        .help("mend it: a browser runs nothing of a script that has a fault")
        .note(error)
}

/// The module of a part, which exports the class that `data-module` starts. One that does not is left out.
fn module(theme: &Theme, path: &str, text: &str, found: &mut Vec<Diagnostic>) -> Option<String> {
    match script::exports(text) {
        Ok(names) if names.contains("default") => script::minified(text).ok(),
        Ok(_) => {
            let silent = format!("the theme's script `{path}` exports no class");
            let example = "write `export default class { constructor(root) { … } }`: each element with its name in `data-module` is handed to one";
            found.push(at(theme, path, Diagnostic::error("broken-script", silent)).help(example));
            None
        }
        Err(error) => {
            found.push(broken_script(theme, path, error));
            None
        }
    }
}
