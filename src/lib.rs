//! Signpost turns Markdown into a static, searchable, accessible information point for unpaid carers.
#![doc = include_str!("ARCHITECTURE.md")]

pub mod check;
pub mod cli;
pub mod config;
pub mod content_type;
pub mod data;
pub mod diagnostic;
pub mod edit;
pub mod exchange;
pub mod fetch;
pub mod html;
pub mod index;
pub mod load;
pub mod model;
pub mod output;
pub mod post;
pub mod project;
pub mod render;
#[cfg(test)]
mod seeded;
pub mod serve;
pub mod sink;
pub mod source;
pub mod theme;
