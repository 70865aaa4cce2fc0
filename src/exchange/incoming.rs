//! Services on their way in, whatever they came from.

use super::Problem;
use super::columns::Cell;
use crate::data::Value;
use crate::model::Uuid;

/// Everything that one import brings.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// What it is called, in the state that is kept and in notes.
    pub name: String,
    /// Its services, in order.
    pub services: Vec<Incoming>,
    /// Of which columns it speaks at all: an empty cell there says that there is nothing.
    pub covers: Covers,
    /// Whether it is an export of this program, which names pages by their files.
    pub is_ours: bool,
    /// Whether what it calls a place may be where that is, as in a column `Location`.
    pub has_loose_names: bool,
    /// Providers of which more is known than a name.
    pub providers: Vec<NewProvider>,
    /// What could not be understood.
    pub problems: Vec<Problem>,
}

/// One service.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Where it stands: `row 14`.
    pub place: String,
    /// How the source itself tells it from others.
    pub key: String,
    /// Its name.
    pub title: String,
    /// Its identifier, where the source has one.
    pub id: Option<Uuid>,
    /// The file of its page, below `content/`.
    pub path: Option<String>,
    /// What its file is to be called; else that is made of its name.
    pub stem: Option<String>,
    /// Its facts.
    pub cells: Vec<Cell>,
    /// What is no fact of ours, by the name that the source has for it.
    pub notes: Vec<(String, Value)>,
    /// The text of its page.
    pub body: Option<String>,
    /// What an export wrote to tell whether the page was changed since.
    pub exported: Option<String>,
    /// Columns that were kept back on export, and are left as they are.
    pub kept_back: Vec<String>,
    /// Names of notes that may tell where a place is.
    pub private: Vec<String>,
    /// What could not be read of such a column. It is told once it is known whether the place is hidden.
    pub doubts: Vec<Doubt>,
}

/// What could not be read where it may say where a place is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where it stands.
    pub place: String,
    /// What is wrong, with what stands there.
    pub message: String,
    /// The same without what stands there.
    pub concealed: String,
}

/// The record of a provider that is to be added.
#[derive(Clone, Debug, PartialEq)]
pub struct NewProvider {
    /// Its id.
    pub id: String,
    /// Its keys.
    pub record: Value,
}

/// The columns that a source speaks of.
#[derive(Clone, Debug, Default)]
pub struct Covers {
    /// Headings, each with all that begin with it.
    pub headings: Vec<String>,
}

impl Covers {
    /// Whether it speaks of a column.
    pub fn has(&self, heading: &str) -> bool {
        self.headings.iter().any(|known| {
            heading.strip_prefix(known.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    }
}
