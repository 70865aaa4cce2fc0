//! Turns files into a [`Site`](crate::model::Site), and a page's text into a tree of HTML and component calls.
//!
//! Bad content becomes a diagnostic, never a panic, and loading goes on. `walk` says what each file is, `split` and
//! `name` take one page's file apart, `records` and
//! `postcodes` read what is referred to, `assemble` puts pages together, `doors`,
//! `combine`, `fallback` and `booklet` add the pages that nobody writes, `lists` says what stands on them, `references`
//! and `media` look up what front matter names, `history` compares variants with their pages, `changes` the services
//! with those that were published before, and `markdown` reads one body.

mod assemble;
mod booklet;
mod changes;
mod combine;
pub mod component;
mod doors;
mod fallback;
mod handouts;
mod history;
mod lists;
pub mod markdown;
mod media;
mod name;
mod part_notes;
mod parts;
mod postcodes;
mod progress;
mod records;
mod references;
mod reports;
mod shorts;
mod split;
mod terms;
mod walk;
mod written;

pub use assemble::{Input, site};
pub use changes::{changes, changes_file};
pub use history::history;
pub use markdown::{Parsed, parse};
pub use media::{files, media};
pub use name::{Name, name};
pub use parts::{part_of, parts};
pub use progress::{progress, report_of};
pub use records::records;
pub use references::{documents, meanings, references};
pub use reports::report_file;
pub use split::{FrontMatter, front_matter};
pub use walk::{Walked, sort};
pub use written::{Written, point_at_keys};
