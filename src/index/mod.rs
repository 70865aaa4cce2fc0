//! Builds the tantivy index and exports the form that the browser reads.
//!
//! [`Builder`] takes pages in the order of [`sort`], on a thread of its own; [`export_each`] writes what `search.js`
//! fetches; [`search`] asks the same index for the command line, and [`explain`] says why. What a page's words are is
//! decided by `load`; the search page and its messages belong to the theme.
//!
//! One language is one index, so that readers of one language neither load nor are led by the words of another.
//! Positions and texts are not stored: ten times longer pages must not need ten times the memory.

mod analysis;
mod build;
mod document;
mod expand;
mod export;
mod lexicon;
mod order;
mod query;
mod schema;
mod synonyms;
#[cfg(test)]
mod tests;

pub use build::{Builder, Built};
pub use export::{Exported, export, export_each};
pub use order::sort;
pub use query::{Answer, Hit, Part, ask, explain, search};
