//! Files of a site's own theme that do nothing: they take the place of no file, and nothing asks for them.

use std::collections::BTreeMap;

use super::ThemeFile;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Every file by path, with the site's own in place; `built_in` tells those that the theme has without them.
pub(super) fn report<T>(
    own: &[ThemeFile],
    files: &BTreeMap<String, T>,
    built_in: &[&str],
    found: &mut Vec<Diagnostic>,
) {
    for (path, id, _) in own {
        if built_in.contains(&path.as_str()) || is_wanted(path, own, files) {
            continue;
        }
        let nearest = nearest(path, built_in);
        found.push(
            Diagnostic::warning("unused-theme-file", format!("`{path}` takes the place of no file of the theme"))
                .at(Span::whole(*id))
                .help(format!(
                    "the nearest one is `{nearest}`; a file of another name is used where {}",
                    used_where(path)
                )),
        );
    }
}

/// Whether a file that the built-in theme does not have is used all the same.
fn is_wanted<T>(path: &str, own: &[ThemeFile], files: &BTreeMap<String, T>) -> bool {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    match folder {
        "messages" => ending == "ftl",
        "assets" if ending == "css" => true,
        "templates" | "assets" => own.iter().any(|(other, _, text)| {
            other != path && other.ends_with(".html") && String::from_utf8_lossy(text).contains(&format!("\"{name}\""))
        }),
        "parts" => !stem.contains('/') && ["css", "js"].contains(&ending),
        "components" => {
            let part = stem.split_once('/').is_some_and(|(folder, file)| folder == file);
            part && ["html", "yaml", "css", "js"].contains(&ending)
                && files.contains_key(&format!("components/{stem}.html"))
        }
        _ => false,
    }
}

/// When a file in a folder of the theme is used.
fn used_where(path: &str) -> &'static str {
    match path.split_once('/').map_or("", |(folder, _)| folder) {
        "templates" => "a template of yours names it, such as `{% include \"own.html\" %}`",
        "assets" => "it is a style sheet, or a template of yours names it: `{{ site.assets[\"own.svg\"] }}`",
        "messages" => "it is named after a language, such as `messages/cy.ftl`",
        "parts" => "it is a style sheet or a script, such as `parts/own.css`",
        "components" => "it belongs to a component, whose template is `components/NAME/NAME.html`",
        _ => "it stands in templates/, components/, parts/, assets/ or messages/",
    }
}

/// The built-in file whose path has the most in common with another, which may be little.
fn nearest<'a>(path: &str, built_in: &[&'a str]) -> &'a str {
    let file = |path: &str| path.rsplit('/').next().map(str::to_owned).unwrap_or_default();
    let name = file(path);
    let distance =
        |other: &&&str| (strsim::damerau_levenshtein(&name, &file(other)), strsim::damerau_levenshtein(path, other));
    built_in.iter().min_by_key(distance).copied().unwrap_or_default()
}
