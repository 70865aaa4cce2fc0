//! What a theme is: templates, components with their parameters, assets, messages; a site's own over the built-in one.
//!
//! Files are read here and components understood; rendering is left to `render`.

mod component;
mod embedded;
mod gallery;
mod locate;
mod messages;
mod tokens;
mod unused;

use std::collections::BTreeMap;

pub use component::{BodyKind, Component, Parameter, ParameterKind};
pub use gallery::{gallery, reference};
pub use locate::TemplatePlace;
pub use messages::MessageFile;
pub use tokens::{Colours, Mode, Tokens};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// A theme, with a site's own files in the place of built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Page templates by name, such as `page.html`.
    pub templates: BTreeMap<String, String>,
    /// Components by the name that authors write.
    pub components: BTreeMap<String, Component>,
    /// Files below `assets/` by name.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Messages by language code.
    pub messages: BTreeMap<String, MessageFile>,
    /// Styles and scripts for the pages that use them, by path: `parts/exit.css`, `components/video/video.js`.
    pub parts: BTreeMap<String, String>,
    /// Its colours.
    pub tokens: Tokens,
    /// The site's own files by path below the theme's folder; built-in ones have none.
    pub files: BTreeMap<String, FileId>,
}

/// One file of a site's own theme: its path below `themes/NAME/`, its id and its bytes.
pub type ThemeFile = (String, FileId, Vec<u8>);

impl Theme {
    /// Puts a theme together: the built-in `signpost`, and over it the site's own files.
    ///
    /// A component that cannot be understood and a file that is not text become diagnostics.
    pub fn new(own: &[ThemeFile], found: &mut Vec<Diagnostic>) -> Self {
        let mut files: BTreeMap<String, (Option<FileId>, Vec<u8>)> =
            embedded::FILES.iter().map(|(path, bytes)| ((*path).to_owned(), (None, bytes.to_vec()))).collect();
        for (path, id, bytes) in own {
            files.insert(path.clone(), (Some(*id), bytes.clone()));
        }
        let names: Vec<&str> = embedded::FILES.iter().map(|(path, _)| *path).collect();
        unused::report(own, &files, &names, found);
        let mut theme = Self::default();
        let built_in = embedded::FILES.iter().filter(|(path, _)| *path == "theme.yaml").map(|(_, yaml)| (None, *yaml));
        let changed = own.iter().filter(|(path, ..)| path == "theme.yaml").map(|(_, id, yaml)| (Some(*id), &yaml[..]));
        for (id, yaml) in built_in.chain(changed) {
            theme.tokens.read(&String::from_utf8_lossy(yaml), id, found);
        }
        for (path, (id, bytes)) in &files {
            theme.add(path, *id, bytes, found);
        }
        messages::report_misspelt(&theme.messages, found);
        component::complete(&mut theme, &files, found);
        theme
    }

    fn add(&mut self, path: &str, id: Option<FileId>, bytes: &[u8], found: &mut Vec<Diagnostic>) {
        let Some((folder, name)) = path.split_once('/') else {
            return;
        };
        self.files.extend(id.map(|id| (path.to_owned(), id)));
        if folder == "assets" {
            self.assets.insert(name.to_owned(), bytes.to_vec());
            return;
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                found.extend(id.map(|id| {
                    Diagnostic::error("not-utf-8", format!("`{path}` is not text in UTF-8"))
                        .at(Span::whole(id))
                        .help("save it again with the encoding UTF-8")
                }));
                return;
            }
        };
        match folder {
            "templates" => {
                self.templates.insert(name.to_owned(), text);
            }
            "parts" | "components" if path.ends_with(".css") || path.ends_with(".js") => {
                self.parts.insert(path.to_owned(), text);
            }
            "messages" => {
                if let Some(language) = name.strip_suffix(".ftl") {
                    // A site's messages lie over the built-in ones, message by message.
                    let built_in = embedded::FILES.iter().find(|(known, _)| *known == path && id.is_some());
                    let above = built_in.map(|(_, bytes)| String::from_utf8_lossy(bytes) + "\n").unwrap_or_default();
                    let file = MessageFile { own: id.map(|id| (id, above.len())), text: above.into_owned() + &text };
                    self.messages.insert(language.to_owned(), file);
                }
            }
            _ => {}
        }
    }
}
