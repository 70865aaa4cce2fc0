//! Pages as they stand in lists. A card in the main language is rendered once, however many lists it stands on.

use std::collections::HashMap;

use super::Engine;
use crate::diagnostic::Diagnostic;
use crate::model::{PageId, Site};

/// Rendered cards by page.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    cards: HashMap<PageId, tera::Value>,
}

impl Cards {
    /// Takes cards that were rendered for lists in the main language.
    pub fn new(cards: impl IntoIterator<Item = (PageId, String)>) -> Self {
        Self { cards: cards.into_iter().map(|(id, html)| (id, tera::Value::safe_string(&html))).collect() }
    }

    /// The card of a page on a list in a language.
    ///
    /// # Errors
    /// The diagnostic of a template that cannot be rendered.
    pub fn card(
        &self,
        engine: &Engine,
        site: &Site,
        id: PageId,
        language: usize,
    ) -> Result<tera::Value, Box<Diagnostic>> {
        match self.cards.get(&id) {
            Some(card) if language == 0 => Ok(card.clone()),
            _ => engine.card(site, site.page(id), language).map(|html| tera::Value::safe_string(&html)),
        }
    }
}
