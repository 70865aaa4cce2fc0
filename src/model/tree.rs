//! A page's text as a tree: HTML, and calls of components that hold trees of their own.

use super::{PageId, Recording, Video, When};
use crate::source::Span;

/// What stands in a body or in a component.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// In order.
    pub nodes: Vec<Node>,
    /// Whether an editor's own HTML is in it, which is looked at twice before it is published.
    pub has_raw_html: bool,
}

/// One piece of a tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Finished HTML that still carries its source marks.
    Html(String),
    /// A component.
    Call(Call),
}

/// A component as an author wrote it; every parameter it has is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Its name, such as `i-statement`.
    pub name: String,
    /// A value for each of its parameters, in their order.
    pub args: Vec<(String, Arg)>,
    /// What stands between its fences.
    pub body: Tree,
    /// The table in its body, for a component that draws one.
    pub table: Option<TableData>,
    /// Whether something it cannot do without is missing or cannot be read; then only its body is shown.
    pub is_broken: bool,
    /// Its opening fence.
    pub span: Span,
}

impl Call {
    fn arg(&self, name: &str) -> Option<&Arg> {
        self.args.iter().find(|(known, _)| known == name).map(|(_, arg)| arg)
    }

    /// The text of a parameter, if it was written and holds text.
    pub fn text(&self, name: &str) -> Option<&str> {
        if let Some(Arg::Text(text)) = self.arg(name) { Some(text) } else { None }
    }

    /// The number of a parameter, if it was written and holds one.
    pub fn number(&self, name: &str) -> Option<f64> {
        if let Some(Arg::Number(number)) = self.arg(name) { Some(*number) } else { None }
    }

    /// The day, month or year of a parameter, if it was written and holds one.
    pub fn when(&self, name: &str) -> Option<When> {
        if let Some(Arg::When(when)) = self.arg(name) { Some(*when) } else { None }
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Not written.
    Missing,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// yes or no.
    Flag(bool),
    /// A day, a month or a year.
    When(When),
    /// The id of a contact record, which exists.
    Contact(String),
    /// A page of the site.
    Page(PageId),
    /// A file that is published: its link, name ending in capitals and size in bytes.
    File {
        /// The link to it.
        url: String,
        /// Its type, such as `PDF`.
        kind: String,
        /// Its size in bytes.
        bytes: u64,
    },
    /// A video.
    Video(Box<Video>),
    /// A sound.
    Recording(Box<Recording>),
}

/// A table in a component's body, as data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableData {
    /// The heading of each column, the first one included.
    pub headers: Vec<String>,
    /// The rows below it.
    pub rows: Vec<TableRow>,
    /// The largest number, 0 where none is above it.
    pub max: f64,
    /// The smallest number, 0 where none is below it.
    pub min: f64,
    /// The whole of it as HTML, for where it cannot be drawn.
    pub html: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The first cell.
    pub label: String,
    /// The first cell as HTML, with links and emphasis.
    pub html: String,
    /// The day, month or year that the first cell names.
    pub when: Option<When>,
    /// The first cell, where it was written.
    pub span: Span,
    /// The others.
    pub cells: Vec<TableCell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// As written.
    pub text: String,
    /// Its number, without currency, commas and unit.
    pub number: Option<f64>,
    /// Where it was written.
    pub span: Span,
}
