//! Fingerprints: the same finding has the same one in the next report, also when the lines above it grew.

use std::collections::HashMap;

use super::Place;
use crate::diagnostic::Diagnostic;

/// Gives each finding of a report a fingerprint of its own: from the rule, the file, the message and the marked words,
/// and its number among those that are alike.
#[derive(Debug, Default)]
pub struct Prints {
    seen: HashMap<String, usize>,
}

impl Prints {
    /// The fingerprint of the next finding.
    pub fn of(&mut self, diagnostic: &Diagnostic, place: Option<&Place>) -> String {
        let path = place.map_or("", |place| place.path.as_str());
        let excerpt = place.and_then(|place| place.excerpt.as_ref());
        let marked = excerpt.map_or("", |excerpt| &excerpt.text[excerpt.marked.clone()]);
        // Spaces are where a paragraph was broken anew.
        let marked = marked.split_whitespace().collect::<Vec<_>>().join(" ");
        let alike = format!("{}\0{path}\0{}\0{marked}", diagnostic.rule, diagnostic.message);
        let number = self.seen.entry(alike.clone()).or_default();
        *number += 1;
        let hash = blake3::hash(format!("{alike}\0{number}").as_bytes());
        hash.to_hex()[..32].to_owned()
    }
}
