//! The gallery: a site that shows every example of every component of the theme, each component on a page of its own.
//!
//! It is the demonstration site with these pages added, since examples name its records and link to its pages. Files
//! that examples name, such as a film, are stood in for by files of the same kind.

use std::path::{Path, PathBuf};
use std::{fs, io};

use signpost::theme::{Theme, gallery};

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
    let theme = Theme::new(&[], &mut Vec::new());
    for (path, text) in gallery(&theme) {
        let page = content.join(path);
        page.parent().map_or(Ok(()), fs::create_dir_all).map_err(told)?;
        // The demonstration site asks each page who answers for it.
        fs::write(page, text.replacen("type: page\n", "type: page\nowner: Website team\n", 1)).map_err(told)?;
    }
    for component in theme.components.values() {
        for file in component.examples.iter().flat_map(|(_, markdown)| files(markdown)) {
            stand_in(&content, &component.name, file).map_err(told)?;
        }
    }
    Ok(())
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
        None => content.join("components").join(component).join(file),
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
