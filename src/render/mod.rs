//! Turns a tree and an explicit context into HTML through Tera, from the inside out.
//!
//! `bundle` makes the published form of styles and scripts, `dress` links those that a page needs, `script` makes
//! scripts smaller, `tokens` writes colours and compares them, `messages` holds the words of the page's furniture,
//! `engine` compiles templates once, `context` says what each template sees, `translate` and `mailto` are functions of
//! templates, `card` and `tree` make the parts that pages are made of, `chapter` fits a page into the booklet that prints
//! whole, `qr` draws the codes of handouts, `structured` says for machines what a page is.
//! A page's HTML is a function of the templates, its tree and its context. Nothing here reads a file.

mod bundle;
mod card;
mod chapter;
mod context;
mod dress;
mod engine;
mod letters;
mod mailto;
mod messages;
mod qr;
mod script;
mod structured;
mod template_error;
mod tokens;
mod translate;
mod tree;
mod watch;

pub use bundle::{Bundle, bundle};
pub use card::Cards;
pub use dress::{Dressed, Finished, Needs};
pub use engine::{Engine, Late};
