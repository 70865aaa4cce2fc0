//! Splits front matter from the body of a page and reads it as YAML.

use std::ops::Range;

use super::component::{Block, scan};
use crate::content_type::COMMON_FIELDS;
use crate::data::{Value, YamlError, parse_yaml};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// The most front matter that is read, in bytes.
const LARGEST: usize = 64 << 10;

/// A page's front matter.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// What it says.
    pub value: Value,
    /// The text between the `---` lines.
    pub text: String,
    /// Where that text begins, in bytes.
    pub start: usize,
    /// Where the body begins, in bytes.
    pub body: usize,
    /// Whether an action stands in the body below it.
    pub has_actions: bool,
    /// Whether it could not be read: then nobody knows whether the page is a draft, and it is never published.
    pub is_broken: bool,
}

/// Reads the front matter of a page's bytes. No byte of the body is touched: what is not front matter is body.
///
/// A page without `---` lines has none. A page that is not UTF-8, or whose front matter has no end or is not YAML,
/// gives a diagnostic, and nothing where there is no page to speak of.
pub fn front_matter(file: FileId, bytes: &[u8], found: &mut Vec<Diagnostic>) -> Option<FrontMatter> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            found.push(not_utf8(file, error.valid_up_to()));
            return None;
        }
    };
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let Some(start) = opening(&text[bom..]).map(|length| length + bom) else {
        let is_broken = match keys_without_fence(&text[bom..]) {
            Some(range) => {
                found.push(no_opening(file, range.start + bom..range.end + bom));
                true
            }
            None => false,
        };
        let has_actions = has_actions(&text[bom..]);
        return Some(FrontMatter {
            value: Value::Null,
            text: String::new(),
            start: bom,
            body: bom,
            has_actions,
            is_broken,
        });
    };
    let Some((end, body)) = closing(text, start) else {
        found.push(
            Diagnostic::error("broken-front-matter", "the front matter of this page has no end")
                .at(Span::new(file, bom..start))
                .label("it starts here")
                .help("write a line of three dashes, `---`, between the keys and the text")
                .always_stops(),
        );
        return None;
    };
    let written = &text[start..end];
    if written.len() > LARGEST {
        found.push(
            Diagnostic::error("broken-front-matter", "the front matter of this page is longer than 64 KB")
                .at(Span::new(file, bom..start))
                .help("the text of a page stands below the second line of dashes")
                .always_stops(),
        );
        return None;
    }
    let (value, is_broken) = match parse_yaml(written) {
        Ok(value) => (value, false),
        Err(error) => {
            found.push(broken_yaml(file, written, start, &error).always_stops());
            (Value::Null, true)
        }
    };
    let has_actions = has_actions(&text[body..]);
    Some(FrontMatter { value, text: written.to_owned(), start, body, has_actions, is_broken })
}

/// Whether an `action` stands in a body, or a table of them.
fn has_actions(body: &str) -> bool {
    fn any(body: &str, blocks: &[Block]) -> bool {
        blocks.iter().any(|block| match block {
            Block::Text(_) => false,
            Block::Component(written) => {
                matches!(&body[written.name.clone()], "action" | "actions") || any(body, &written.body)
            }
        })
    }
    memchr::memmem::find(body.as_bytes(), b"action").is_some() && any(body, &scan(body).blocks)
}

/// Where the line after an opening `---` begins. Empty lines before it do no harm.
fn opening(text: &str) -> Option<usize> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        offset += line.len();
        match line.trim() {
            "" => {}
            "---" => return Some(offset),
            _ => return None,
        }
    }
    None
}

/// The first line of a page that begins with keys, or with a line that was meant to be `---`. Shown as text, it would
/// publish notes and the addresses of hidden places.
fn keys_without_fence(text: &str) -> Option<Range<usize>> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let is_fence_like = bare.chars().count() > 1 && bare.chars().all(|letter| matches!(letter, '-' | '–' | '—'));
        let is_dash = matches!(bare, "–" | "—");
        let key = bare.split_once(':').map(|(key, _)| key);
        let is_key = key.is_some_and(|key| COMMON_FIELDS.iter().any(|field| field.name.eq_ignore_ascii_case(key)));
        if is_fence_like || is_dash || is_key {
            return Some(offset..offset + line.trim_end().len());
        }
        if !bare.is_empty() {
            return None;
        }
        offset += line.len();
    }
    None
}

fn no_opening(file: FileId, range: Range<usize>) -> Diagnostic {
    Diagnostic::error("broken-front-matter", "the keys of this page do not begin with `---`")
        .at(Span::new(file, range))
        .label("write a line of three dashes above the keys, and nothing else in it")
        .help("without it, everything here would be published as text")
        .always_stops()
}

/// Where the closing `---` line begins and ends.
fn closing(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut offset = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((offset, offset + line.len()));
        }
        offset += line.len();
    }
    None
}

/// Describes YAML that cannot be read, in words for the mistakes that people make.
pub(super) fn broken_yaml(file: FileId, text: &str, base: usize, error: &YamlError) -> Diagnostic {
    let at = error.offset.min(text.len());
    let line_start = text[..floor(text, at)].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[line_start..].find('\n').map_or(text.len(), |newline| line_start + newline);
    let line = &text[line_start..line_end];
    let span = Span::new(file, base + line_start..base + line_end.max(line_start + 1).min(text.len().max(1)));
    if let Some(key) = &error.twice {
        return Diagnostic::error("duplicate-key", format!("the key `{key}` is written twice"))
            .at(span)
            .label("here it is again")
            .help("keep one of the two");
    }
    let before: &str = text[..line_start].lines().next_back().unwrap_or("");
    let glued = [line, before].into_iter().find(|line| has_glued_key(line));
    let help = if let Some(glued) = glued {
        return Diagnostic::error("broken-yaml", "these keys cannot be read from here on")
            .at(span)
            .label(error.message.clone())
            .help(format!("put a space after the colon in `{}`", glued.trim()));
    } else if [line, before].iter().any(|line| line.matches('\'').count() > 2) {
        "there is an apostrophe inside '…': put \"double quotes\" round the words instead"
    } else if line.contains('\t') || before.contains('\t') {
        "there is a tab here: use spaces"
    } else if line.contains(['“', '”', '‘', '’']) && !line.contains('"') {
        "there are curly quotes here: use straight ones, \" or '"
    } else if [line, before].iter().any(|line| line.matches(": ").count() > 1 && !line.contains(['"', '\'', '{'])) {
        "there is a second colon in the line: put the words after the first one in \"quotes\""
    } else {
        "check the spaces at the start of the line, and that every quote and bracket is closed"
    };
    Diagnostic::error("broken-yaml", "these keys cannot be read from here on")
        .at(span)
        .label(error.message.clone())
        .help(help)
}

/// Whether a line is a known key glued to its value: `title:Hub`.
fn has_glued_key(line: &str) -> bool {
    line.trim().split_once(':').is_some_and(|(key, rest)| {
        !rest.is_empty() && !rest.starts_with([' ', '\t', '/']) && COMMON_FIELDS.iter().any(|field| field.name == key)
    })
}

pub(super) fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    Diagnostic::error("not-utf-8", "this file is not text in UTF-8")
        .at(Span::new(file, at..at))
        .help("open it in a text editor and save it again with the encoding UTF-8")
        .always_stops()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
