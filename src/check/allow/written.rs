//! Reads the comments that allow a finding: `<!-- allow RULE: reason -->` in Markdown, `# allow RULE: reason` in YAML
//! and TOML.
//!
//! In Markdown a comment is about the block that it stands in or directly before; where it stands by itself, about the
//! next one. A block is a paragraph, an item of a list, a heading, a table, a code fence, or a whole `:::` component. In
//! YAML and TOML it is about the key on its line, or else on the next one, and all that the key holds; in front matter
//! also about what is said of the page as a whole. `markdown` and `hashes` find the comments and what each is about.

mod hashes;
mod markdown;

use std::ops::Range;

use hashes::Language;

use crate::source::{FileId, Span};

/// A comment that allows the findings of one rule in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The comment.
    pub span: Span,
    /// The rule's name in it.
    pub name: Span,
    /// The rule's name.
    pub rule: String,
    /// Why; nothing where nobody wrote it.
    pub reason: Option<String>,
    /// The bytes that it is about.
    pub about: Range<u32>,
    /// Whether it is also about the page as a whole.
    pub whole: bool,
}

impl Allowance {
    /// Whether a place is one that it is about.
    pub fn covers(&self, span: Span) -> bool {
        let is_whole = span.end == 0;
        span.file == self.span.file && (self.whole && is_whole || !is_whole && self.about.contains(&span.start))
    }
}

/// Finds the comments of a file. `body` is where the text below front matter begins, and 0 in a file without any.
pub fn allowances(file: FileId, path: &str, text: &str, body: usize) -> Vec<Allowance> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let mut found = Finder { file, text, found: Vec::new() };
    if memchr::memmem::find(text.as_bytes(), b"llow").is_none() {
        return found.found;
    }
    match ending {
        "md" => {
            let body = body.min(text.len());
            found.hashes(0..body, Language::Yaml, true);
            found.markdown(body);
        }
        "yaml" | "yml" => found.hashes(0..text.len(), Language::Yaml, false),
        "toml" => found.hashes(0..text.len(), Language::Toml, false),
        _ => {}
    }
    found.found
}

struct Finder<'a> {
    file: FileId,
    text: &'a str,
    found: Vec<Allowance>,
}

impl Finder<'_> {
    /// Takes in a comment, if it is one that allows something. `inside` is what stands between its marks.
    fn take(&mut self, comment: Range<usize>, inside: Range<usize>, about: Range<usize>, whole: bool) {
        let Some((names, reason)) = read(&self.text[inside.clone()]) else {
            return;
        };
        let clip = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        for name in names {
            let name = inside.start + name.start..inside.start + name.end;
            self.found.push(Allowance {
                span: Span::new(self.file, comment.clone()),
                rule: self.text[name.clone()].to_owned(),
                name: Span::new(self.file, name),
                reason: reason.clone(),
                about: clip(about.start)..clip(about.end),
                whole,
            });
        }
    }
}

/// Reads `allow RULE: reason`, or several rules with commas between them; gives the bytes of each name, and the reason
/// where there is one.
fn read(text: &str) -> Option<(Vec<Range<usize>>, Option<String>)> {
    let bare = text.trim_start();
    let rest = bare.strip_prefix("allow").or_else(|| bare.strip_prefix("Allow"))?;
    if rest.trim_start().len() == rest.len() {
        return None;
    }
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let (mut names, mut after) = (Vec::new(), rest);
    loop {
        let written = after.trim_start();
        let start = text.len() - written.len();
        let length = written.find(|letter| !is_name(letter)).unwrap_or(written.len());
        if length == 0 {
            break;
        }
        names.push(start..start + length);
        after = &written[length..];
        match after.trim_start().strip_prefix(',') {
            Some(more) => after = more,
            None => break,
        }
    }
    // A remark such as "allow people to comment" is none of ours.
    let is_rule = names.iter().any(|name| text[name.clone()].contains('-'));
    let is_ours = after.trim_start().starts_with(':') || is_rule || after.trim().is_empty();
    if names.is_empty() || !is_ours {
        return None;
    }
    let reason = after.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '-' | '–' | '—'));
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let has_words = reason.contains(char::is_alphabetic);
    Some((names, has_words.then_some(reason)))
}

/// Where the line ends that a byte stands in, its mark included.
fn line_end(text: &str, start: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |newline| start + newline + 1)
}

#[cfg(test)]
mod tests;
