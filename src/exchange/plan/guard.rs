//! What is not taken from a source: addresses of hidden places and of what may be a refuge.

use std::collections::BTreeMap;

use super::Planning;
use crate::exchange::columns::{BODY, Cell};
use crate::exchange::export::is_secret;
use crate::exchange::hidden::{Address, Guard, Left, is_name, without_address};
use crate::exchange::incoming::Incoming;

impl Planning<'_> {
    /// Whether a column may tell where a place is.
    pub(super) fn may_tell(&self, heading: &str) -> bool {
        is_secret(heading) || self.source.has_loose_names && is_name(heading)
    }

    /// What is not taken from a source: addresses of hidden places, and of what may be a refuge, unless its page has one.
    pub(super) fn without_secrets(
        &self,
        service: &Incoming,
        hides: bool,
        guard: &Guard,
        cells: &BTreeMap<String, String>,
    ) -> (Incoming, Left) {
        let said = &service.cells;
        let mut service = service.clone();
        let last = self.state.services.get(&service.key);
        let known: Vec<Cell> = last.iter().flat_map(|last| last.fields.clone()).collect();
        let is_known = hides || !guard.hidden.is_empty();
        let mut left = without_address(&mut service, if is_known { &known } else { &[] }, |heading| {
            let is_out = hides || guard.hides(heading) || guard.is_refuge && !cells.contains_key(heading);
            is_out && self.may_tell(heading)
        });
        // What the page says already is not told, and not remembered either.
        let is_new = |heading: &&String| {
            said.iter().any(|(own, cell)| own == *heading && cells.get(*heading) != Some(cell)) || *heading == BODY
        };
        left.is_told = left.has_notes || left.headings.iter().any(|heading| is_new(&heading));
        (service, left)
    }
}

/// Where the places of a service are.
pub(super) fn address_of(service: &Incoming) -> Address {
    Address::of(service.cells.iter().map(|(heading, cell)| (heading.as_str(), cell.as_str())))
}
