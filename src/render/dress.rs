//! Gives a finished page the styles and scripts of the parts that it shows, and of no others.
//!
//! The styles of a page's parts are one file beside the one that every page has, so that a browser waits for two at
//! most. A part is known by its classes, a script by `data-module`; what only a script adds to a page calls for nothing.

use std::collections::BTreeSet;

use super::bundle::{Bundle, hashed};
use crate::config::Settings;
use crate::html::{Token, tokens};

/// A page with links to what its parts need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dressed {
    /// The page.
    pub html: String,
    /// The styles of its parts: a path below the output folder and the bytes. Pages with the same parts have the same.
    pub styles: Option<(String, Vec<u8>)>,
}

impl Bundle {
    /// Links the styles and scripts of the parts of a page behind the styles of every page. A page without those, such
    /// as one that leads elsewhere, stays as it is.
    pub fn dress(&self, html: String, settings: &Settings) -> Dressed {
        let common = settings.href(self.address("css"));
        let place = memchr::memmem::find(html.as_bytes(), common.as_bytes())
            .and_then(|at| Some(at + html[at..].find('>')? + 1));
        let Some(place) = place.filter(|_| !common.is_empty()) else {
            return Dressed { html, styles: None };
        };
        let (classes, modules) = named(&html);
        let mut links = String::new();
        let css: String = self
            .styles
            .iter()
            .filter(|part| part.classes.iter().any(|class| classes.contains(class.as_str())))
            .map(|part| part.css.as_str())
            .collect();
        let styles = (!css.is_empty()).then(|| (hashed("parts", "css", css.as_bytes()), css.into_bytes()));
        if let Some((path, _)) = &styles {
            links.push_str(&format!("<link rel=\"stylesheet\" href=\"{}\">", settings.href(&format!("/{path}"))));
        }
        for (name, address) in self.modules.iter().filter(|(name, _)| modules.contains(name.as_str())) {
            let address = settings.href(address);
            links.push_str(&format!("<script type=\"module\" src=\"{address}\" data-starts=\"{name}\"></script>"));
        }
        let html = [&html[..place], &links, &html[place..]].concat();
        Dressed { html, styles }
    }
}

/// The words of every `class`, and the values of `data-module`.
fn named(html: &str) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let (mut classes, mut modules) = (BTreeSet::new(), BTreeSet::new());
    for token in tokens(html) {
        let Token::Start(tag) = token else { continue };
        for attribute in tag.attributes() {
            if attribute.is("class") {
                classes.extend(attribute.value.split_ascii_whitespace());
            } else if attribute.is("data-module") {
                modules.insert(attribute.value);
            }
        }
    }
    (classes, modules)
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
        bundle.dress(format!("<link href={}><p>{body}", settings.href(bundle.address("css"))), &settings)
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
        assert_eq!(bundle.dress(html.clone(), &settings), Dressed { html, styles: None });
    }
}
