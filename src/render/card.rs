//! Pages as they stand in lists. A card in the main language is finished once, however many lists it stands on: a list
//! is rendered with a mark in the place of each card, goes through every stage, and takes the finished cards in last.

use std::collections::HashMap;

use super::Engine;
use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};

/// Stands before and after the number of a card that is filled in later; a letter of the private use area.
const MARK: char = '\u{e5c0}';

/// Finished cards by page.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    cards: HashMap<PageId, String>,
}

impl Cards {
    /// Takes cards that were finished for lists in the main language.
    pub fn new(cards: impl IntoIterator<Item = (PageId, String)>) -> Self {
        Self { cards: cards.into_iter().collect() }
    }

    /// What stands for a page on a list in a language: the mark of a finished card, or a card made now.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub(super) fn card(
        &self,
        engine: &Engine,
        site: &Site,
        id: PageId,
        language: usize,
    ) -> Result<tera::Value, Box<Diagnostic>> {
        if language == 0 && self.cards.contains_key(&id) {
            return Ok(tera::Value::safe_string(&format!("{MARK}{}{MARK}", id.0)));
        }
        engine.card(site, site.page(id), language).map(|html| tera::Value::safe_string(&html))
    }

    /// Puts the finished cards in the place of their marks. A mark that stands for no card stays.
    pub fn fill(&self, html: String) -> String {
        let Some(first) = html.find(MARK) else {
            return html;
        };
        let mut filled = String::with_capacity(html.len() * 4);
        filled.push_str(&html[..first]);
        let mut rest = &html[first..];
        while let Some(after) = rest.strip_prefix(MARK) {
            let card = after.split_once(MARK).and_then(|(number, after)| {
                let card = self.cards.get(&PageId(number.parse().ok()?))?;
                Some((card, after))
            });
            match card {
                Some((card, after)) => {
                    filled.push_str(card);
                    rest = after;
                }
                None => {
                    filled.push(MARK);
                    rest = after;
                }
            }
            let next = rest.find(MARK).unwrap_or(rest.len());
            filled.push_str(&rest[..next]);
            rest = &rest[next..];
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_take_the_place_of_their_marks_and_nothing_else_changes() {
        let cards = Cards::new([(PageId(7), "<b>seven</b>".to_owned()), (PageId(12), "twelve".to_owned())]);
        let filled = |text: &str| cards.fill(text.replace('|', "\u{e5c0}"));
        assert_eq!(filled("none"), "none");
        assert_eq!(filled("a |7| b |12|"), "a <b>seven</b> b twelve");
        assert_eq!(filled("|7||12|"), "<b>seven</b>twelve");
        assert_eq!(filled("|9| and |x"), "\u{e5c0}9\u{e5c0} and \u{e5c0}x");
    }
}
