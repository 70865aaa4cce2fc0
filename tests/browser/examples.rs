//! A site that shows every example of every component of the theme, each component on a page of its own.
//!
//! It is the demonstration site with these pages added, since examples name its records and link to its pages. Files
//! that examples name, such as a film, are stood in for by files of the same kind.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Deserialize;

/// What is read of a component's YAML here.
#[derive(Deserialize)]
struct Documented {
    #[serde(default)]
    examples: Vec<Example>,
}

#[derive(Deserialize)]
struct Example {
    name: String,
    markdown: String,
}

/// What stands in for a file that an example names, by its ending: a path below `content/`.
const STAND_INS: [(&str, &str); 6] = [
    ("mp4", "bsl/home-360p.mp4"),
    ("jpg", "bsl/home.jpg"),
    ("vtt", "bsl/home.vtt"),
    ("svg", "img/home.svg"),
    ("mp3", "audio/carers-assessment-easy.mp3"),
    ("pdf", "bsl/home.vtt"),
];

/// Writes the site's sources to a folder.
pub fn write(root: &Path, to: &Path) -> Result<(), String> {
    let content = to.join("content");
    let told = |error: io::Error| format!("the examples could not be written: {error}");
    copy(&root.join("content"), &content).map_err(told)?;
    fs::copy(root.join("site.toml"), to.join("site.toml")).map_err(told)?;
    let shelf = content.join("examples");
    fs::create_dir_all(&shelf).map_err(told)?;
    fs::write(shelf.join("_index.md"), page("Examples", "Each component of the theme.")).map_err(told)?;
    let folder = root.join("themes/signpost/components");
    for entry in fs::read_dir(&folder).map_err(told)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let yaml = fs::read_to_string(entry.path().join(format!("{name}.yaml"))).map_err(told)?;
        let read: Documented = serde_yaml::from_str(&yaml).map_err(|error| format!("{name}.yaml: {error}"))?;
        let mut text =
            page(&format!("Example of {name}"), "One component of the theme, as its documentation shows it.");
        for example in &read.examples {
            text.push_str(&format!("\n## With {}\n\n{}\n", example.name, example.markdown));
            for file in files(&example.markdown) {
                stand_in(&content, &name, file).map_err(told)?;
            }
        }
        fs::write(shelf.join(format!("{name}.md")), text).map_err(told)?;
    }
    Ok(())
}

fn page(title: &str, summary: &str) -> String {
    format!(
        "---\ntitle: \"{title}\"\nsummary: {summary}\ntype: page\nowner: Website team\nreviewed: 2026-11-01\n---\n\n{summary}\n"
    )
}

/// The files that an example names.
fn files(markdown: &str) -> impl Iterator<Item = &str> {
    markdown
        .split(|letter: char| letter.is_whitespace() || "()\"=#".contains(letter))
        .filter(|word| STAND_INS.iter().any(|(ending, _)| word.ends_with(&format!(".{ending}"))))
}

/// Puts a file of the right kind where an example of `component` looks for it, unless one is there.
fn stand_in(content: &Path, component: &str, file: &str) -> io::Result<()> {
    let target: PathBuf = match file.strip_prefix('/') {
        Some(path) => content.join(path),
        None => content.join("examples").join(component).join(file),
    };
    let kind = STAND_INS.iter().find(|(ending, _)| file.ends_with(ending));
    let (Some((_, source)), Some(folder), false) = (kind, target.parent(), target.exists()) else {
        return Ok(());
    };
    fs::create_dir_all(folder)?;
    fs::copy(content.join(source), &target).map(|_| ())
}

/// Copies a folder and all below it.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
