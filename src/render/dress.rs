//! Gives a finished page the styles and scripts of the parts that it shows, and of no others.
//!
//! The styles of a page's parts are one file beside the one that every page has, so that a browser waits for two at
//! most. A part is known by its classes, a script by `data-module`; what only a script adds to a page calls for nothing.

use std::collections::BTreeSet;

use super::bundle::{Bundle, hashed};
use crate::config::Settings;
use crate::html::tokens;

/// A page with links to what its parts need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dressed {
    /// The page.
    pub html: String,
    /// The styles of its parts: a path below the output folder and the bytes. Pages with the same parts have the same.
    pub styles: Option<(String, Vec<u8>)>,
}

/// Which parts a piece of HTML shows, and so which styles and scripts it needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Needs {
    /// Positions in `Bundle::styles`.
    styles: BTreeSet<usize>,
    /// Names of modules.
    modules: BTreeSet<String>,
}

impl Needs {
    /// Adds what another piece needs.
    pub fn add(&mut self, other: &Self) {
        self.styles.extend(&other.styles);
        self.modules.extend(other.modules.iter().cloned());
    }
}

/// A piece of HTML in its published form, with what it needs: pages that hold it need that too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finished {
    /// The piece.
    pub html: String,
    /// What it needs.
    pub needs: Needs,
}

impl Bundle {
    /// A piece in its published form, with what it needs.
    pub fn finished(&self, html: String) -> Finished {
        let needs = self.needs(&html);
        Finished { html, needs }
    }

    /// What a piece of HTML needs, by the words of every `class` and by `data-module`.
    pub fn needs(&self, html: &str) -> Needs {
        let mut needs = Needs::default();
        let mut tokens = tokens(html);
        while let Some(_token) = tokens.step(|attribute| {
            if attribute.is("class") {
                for class in attribute.value.split_ascii_whitespace() {
                    needs.styles.extend(self.parts.get(class).into_iter().flatten());
                }
            } else if attribute.is("data-module") && self.modules.contains_key(attribute.value) {
                needs.modules.insert(attribute.value.to_owned());
            }
        }) {}
        needs
    }

    /// Links the styles and scripts that a page needs behind the styles of every page. A page without those, such
    /// as one that leads elsewhere, stays as it is.
    pub fn dress(&self, html: String, needs: &Needs, settings: &Settings) -> Dressed {
        let common = settings.href(self.address("css"));
        let place = memchr::memmem::find(html.as_bytes(), common.as_bytes())
            .and_then(|at| Some(at + html[at..].find('>')? + 1));
        let Some(place) = place.filter(|_| !common.is_empty()) else {
            return Dressed { html, styles: None };
        };
        let mut links = String::new();
        let css: String = needs.styles.iter().map(|part| self.styles[*part].as_str()).collect();
        let styles = (!css.is_empty()).then(|| (hashed("parts", "css", css.as_bytes()), css.into_bytes()));
        if let Some((path, _)) = &styles {
            links.push_str(&format!("<link rel=\"stylesheet\" href=\"{}\">", settings.href(&format!("/{path}"))));
        }
        for (name, address) in self.modules.iter().filter(|(name, _)| needs.modules.contains(name.as_str())) {
            let address = settings.href(address);
            links.push_str(&format!("<script type=\"module\" src=\"{address}\" data-starts=\"{name}\"></script>"));
        }
        let html = [&html[..place], &links, &html[place..]].concat();
        Dressed { html, styles }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sample;
    use crate::render::bundle;
    use crate::theme::Theme;

    fn theme() -> Theme {
        let mut theme = Theme::default();
        let files = [
            ("components/box/box.css", ".box { color: red } .page .box { margin: .5em }"),
            ("components/box/box.js", "export default class { constructor(root) { root.hidden = true; } }"),
            ("parts/note.css", ".note { color: blue }"),
        ];
        theme.parts = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        theme.assets.insert("10-base.css".into(), b".page { margin: 0 }".to_vec());
        theme
    }

    fn dressed(body: &str) -> Dressed {
        let mut found = Vec::new();
        let settings = sample::site("", Vec::new()).settings;
        let bundle = bundle(&theme(), &settings, &mut found);
        assert!(found.is_empty(), "{found:?}");
        let html = format!("<link href={}><p>{body}", settings.href(bundle.address("css")));
        let needs = bundle.needs(&html);
        bundle.dress(html, &needs, &settings)
    }

    #[test]
    fn a_page_has_the_styles_and_scripts_of_its_parts_alone() {
        let plain = dressed("<b class=page>box note .box</b>");
        assert_eq!(plain.styles, None);
        assert!(!plain.html.contains("parts.") && !plain.html.contains("<script"), "{}", plain.html);

        let noted = dressed("<b class='page  note'>");
        let (path, css) = noted.styles.expect("it has a part");
        assert_eq!(css, b".note{color:#00f}");
        assert!(noted.html.contains(&format!("><link rel=\"stylesheet\" href=\"/{path}\"><p>")), "{}", noted.html);

        let both = dressed("<i class=box data-module=signpost-box></i><b class=note>");
        let (other, css) = both.styles.expect("it has two parts");
        assert_eq!(String::from_utf8_lossy(&css), ".box{color:red}.page .box{margin:.5em}.note{color:#00f}");
        assert_ne!(path, other);
        assert!(both.html.contains("<script type=\"module\" src=\"/assets/box."), "{}", both.html);
        assert!(both.html.contains("data-starts=\"signpost-box\""), "{}", both.html);
    }

    #[test]
    fn a_page_without_the_theme_s_styles_stays_as_it_is() {
        let mut found = Vec::new();
        let settings = sample::site("", Vec::new()).settings;
        let bundle = bundle(&theme(), &settings, &mut found);
        let html = "<p class=box>".to_owned();
        let needs = bundle.needs(&html);
        assert_eq!(bundle.dress(html.clone(), &needs, &settings), Dressed { html, styles: None });
    }
}
