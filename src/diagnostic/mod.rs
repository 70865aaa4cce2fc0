//! What a finding is; `report` has one file per way to print it.
//!
//! Every stage returns diagnostics as values beside what it could make. Nothing here prints, and nothing here decides
//! whether a build stops: that is `project`'s part.

pub mod report;

use crate::data::Step;
use crate::source::{FileId, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; never stops anything.
    Advice,
    /// Ought to be mended; stops a build only under `check --strict`.
    Warning,
    /// Shuts a reader out or breaks a promise; stops a build unless it was told to go on.
    Error,
}

impl Severity {
    /// The word that stands in messages and machine formats.
    pub fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One finding: what is wrong, where a person can mend it, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name: a defect that reads after "allow", such as `missing-alt-text`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One line that stands alone: lower case, no full stop, no blame.
    pub message: String,
    /// What the author wrote, where there is a place to point at.
    pub span: Option<Span>,
    /// A few words under the marked text; empty where the message says it all.
    pub label: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Sources and reasons.
    pub notes: Vec<String>,
    /// W3C ACT rule ids, where the rule is one of theirs.
    pub act: &'static [&'static str],
    /// Whether it stops a build that was told to go on (hidden places, lost addresses, unsafe HTML, unmakeable pages).
    pub always_stops: bool,
    /// How many places have this same defect; 1 but for a template's.
    pub count: u32,
    /// Why an editor allowed it in its place; nothing for what was not allowed.
    pub allowed: Option<String>,
    /// What to write instead, where that is sure.
    pub fix: Option<Fix>,
    /// What readers get of an element that a template made; where one of these stands in front matter or a record, that
    /// is the place to mend.
    pub shown: Vec<String>,
    /// The way to the key of front matter that this is about, for whoever finds where it stands in the file; empty where
    /// the place says all.
    pub key: Vec<Step>,
}

/// A sure mend: what stands at a place, written otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// What is written there.
    pub replacement: String,
}

impl Diagnostic {
    /// Starts a finding.
    pub fn new(severity: Severity, rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            span: None,
            label: String::new(),
            help: None,
            notes: Vec::new(),
            act: &[],
            always_stops: false,
            count: 1,
            allowed: None,
            fix: None,
            shown: Vec::new(),
            key: Vec::new(),
        }
    }

    /// Starts an error.
    pub fn error(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, rule, message)
    }

    /// Starts a warning.
    pub fn warning(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, rule, message)
    }

    /// Starts a piece of advice.
    pub fn advice(rule: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Advice, rule, message)
    }

    /// Points at what the author wrote.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Points at a key in the front matter of a page, by the way to it.
    pub fn at_key(mut self, file: FileId, key: impl IntoIterator<Item = Step>) -> Self {
        self.span = Some(Span::whole(file));
        self.key = key.into_iter().collect();
        self
    }

    /// Says a few words under the marked text.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Tells how to go on.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Tells how to go on, where there is something to tell.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// Adds a source or a reason.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Says what to write instead of the bytes at a place. Only for a mend that cannot change what is meant: `check --fix`
    /// makes it without asking.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into() });
        self
    }

    /// Marks a finding that stops every build, also one told to go on.
    pub fn always_stops(mut self) -> Self {
        self.always_stops = true;
        self
    }
}

/// The word of a list that was probably meant: near in letters, or the only one it begins.
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let length = written.chars().count();
    known
        .into_iter()
        // No fewer letters differ than one has more than the other: most words need no closer look.
        .filter(|word| word.chars().count().abs_diff(length) <= 1 + length / 4)
        .map(|word| (strsim::damerau_levenshtein(&written, &word.to_lowercase()), word))
        .filter(|(distance, word)| *distance <= 1 + word.chars().count().min(written.chars().count()) / 4)
        .min_by_key(|(distance, word)| (*distance, word.len()))
        .map(|(_, word)| word)
}

/// The same as a sentence for [`Diagnostic::maybe_help`].
pub fn did_you_mean_help<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    did_you_mean(written, known).map(|word| format!("did you mean `{word}`?"))
}

/// Finds the line and column, both from 1, of a byte offset; the column counts characters.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}
