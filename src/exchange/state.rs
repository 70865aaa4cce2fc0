//! What the last import wrote, kept with the site in `content/data/imports/NAME.yaml`.
//!
//! A field that says something else now was changed by hand since, and no import writes over it unasked.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::data::quoted;

/// The folder of these files, below the site.
pub const FOLDER: &str = "content/data/imports/";

/// What one source wrote, by its own name for each service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct State {
    /// The services.
    #[serde(default)]
    pub services: BTreeMap<String, Written>,
}

/// What was written of one service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Written {
    /// Its page, below `content/`.
    #[serde(default)]
    pub page: String,
    /// What was written into each column.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

impl State {
    /// Reads such a file.
    ///
    /// # Errors
    /// When it is not what was written there; in words for people.
    pub fn read(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        serde_yaml::from_str(text).map_err(|error| error.to_string())
    }

    /// As a file: a line for each field, so that a difference can be read.
    pub fn write(&self) -> String {
        let mut text = String::from(
            "# What `signpost import` wrote last. Keep it with the site: by it the next import knows what was changed by hand.\n",
        );
        text.push_str(if self.services.is_empty() { "services: {}\n" } else { "services:\n" });
        for (key, written) in &self.services {
            text.push_str(&format!("  {}:\n    page: {}\n", quoted(key), quoted(&written.page)));
            if !written.fields.is_empty() {
                text.push_str("    fields:\n");
            }
            for (heading, cell) in &written.fields {
                text.push_str(&format!("      {}: {}\n", quoted(heading), quoted(cell)));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let fields = BTreeMap::from([
            ("place 1 name".to_owned(), "\"A\": \n#\u{7}\u{feff}".to_owned()),
            ("a".into(), "1".into()),
        ]);
        let written = Written { page: "services/hub.md".into(), fields };
        let state =
            State { services: BTreeMap::from([("12: x".to_owned(), written), (String::new(), Written::default())]) };
        assert_eq!(State::read(&state.write()), Ok(state));
        assert_eq!(State::read(&State::default().write()), Ok(State::default()));
        assert_eq!(State::read(""), Ok(State::default()));
        assert!(State::read("services: 5").is_err());
    }
}
