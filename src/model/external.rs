//! Links to other sites, and what came of asking for them.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// A link to another site, in one place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExternalLink {
    /// Where it leads.
    pub address: String,
    /// Where it was written, as near as is known.
    pub span: Option<Span>,
    /// The same in words, where the span alone does not say it; else empty.
    pub place: String,
}

impl ExternalLink {
    /// Points a finding at it.
    pub fn place(&self, mut finding: Diagnostic) -> Diagnostic {
        finding.span = self.span;
        if self.place.is_empty() { finding } else { finding.note(format!("it is {}", self.place)) }
    }
}

/// What came of asking for a page of another site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkAnswer {
    /// It is there.
    Fine,
    /// It is there, and its server says that this is its address from now on.
    Moved(String),
    /// It is not, with the reason in words.
    Broken(String),
    /// The server answers, but not to a program: the status that it gave.
    Unsure(u16),
    /// The server cannot be reached, with the reason in words.
    Unreached(String),
}
