//! Splits front matter from the body of a page and reads it as YAML.

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
        return Some(FrontMatter { value: Value::Null, text: String::new(), start: bom, body: bom });
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
    let value = parse_yaml(written).unwrap_or_else(|error| {
        found.push(broken_yaml(file, written, start, &error));
        Value::Null
    });
    Some(FrontMatter { value, text: written.to_owned(), start, body })
}

/// The length of an opening `---` line.
fn opening(text: &str) -> Option<usize> {
    let line = text.split_inclusive('\n').next()?;
    (line.trim_end() == "---").then_some(line.len())
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
    let help = if line.contains('\t') || before.contains('\t') {
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
