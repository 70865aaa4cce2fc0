//! Pictures: width and height, so that nothing jumps while a page loads, and no loading before it is needed.

use std::cell::Cell;

use lol_html::ElementContentHandlers;
use lol_html::html_content::Element;

use super::Concern;
use super::turn::Turn;
use crate::html;

pub(super) const CONCERN: Concern = Concern { wanted: |turn| turn.holds("<img"), selectors: &["img"], handlers };

fn handlers<'t>(turn: &'t Turn<'t>) -> Vec<ElementContentHandlers<'t>> {
    let seen_in_main = Cell::new(0u32);
    vec![ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
        let is_in_main = element.source_location().bytes().start > turn.main;
        if is_in_main {
            seen_in_main.set(seen_in_main.get() + 1);
        }
        if !element.has_attribute("width") && !element.has_attribute("height") {
            let source = element.get_attribute("src").unwrap_or_default();
            if let Some((width, height)) = turn.context.sizes.get(html::decode(&source).as_ref()) {
                element.set_attribute("width", &width.to_string())?;
                element.set_attribute("height", &height.to_string())?;
            }
        }
        if !element.has_attribute("decoding") {
            element.set_attribute("decoding", "async")?;
        }
        // What stands above `main`, and the first picture in it, is on the first screen: "lazy" would only delay it.
        if is_in_main && seen_in_main.get() > 1 && !element.has_attribute("loading") {
            element.set_attribute("loading", "lazy")?;
        }
        Ok(())
    })]
}
