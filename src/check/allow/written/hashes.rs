//! Comments in YAML and TOML, and the key that each is about with all that it holds.

use std::ops::Range;

use super::{Finder, line_end};

/// A language whose comments begin with `#`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Yaml,
    Toml,
}

impl Finder<'_> {
    /// Takes in the comments of an area.
    pub(super) fn hashes(&mut self, area: Range<usize>, language: Language, whole: bool) {
        let mut reader = Hashes { language, open: None, scalar: None };
        let mut start = area.start;
        while start < area.end {
            let end = line_end(self.text, start).min(area.end);
            if let Some(hash) = reader.comment(&self.text[start..end]).map(|hash| start + hash) {
                let trimmed = start + self.text[start..end].trim_end().len();
                let is_alone = self.text[start..hash].trim().is_empty();
                let about = if is_alone { after(self.text, end..area.end) } else { Some(start) };
                let about = about.map_or(hash..hash, |from| entry(self.text, from..area.end, language));
                self.take(hash..trimmed, hash + 1..trimmed, about, whole);
            }
            start = end;
        }
    }
}

/// Tells comments from `#` in texts, line by line.
struct Hashes {
    language: Language,
    /// The marks of a text over many lines of TOML that is open.
    open: Option<&'static str>,
    /// The indent of the key whose lines of text (`|`, `>`) are being read.
    scalar: Option<usize>,
}

impl Hashes {
    /// Where on a line its comment begins.
    fn comment(&mut self, line: &str) -> Option<usize> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if let Some(key) = self.scalar {
            if indent > key || line.trim().is_empty() {
                return None;
            }
            self.scalar = None;
        }
        let bytes = line.as_bytes();
        let (mut at, mut quote): (usize, Option<u8>) = (0, None);
        while at < bytes.len() {
            let rest = &line.as_bytes()[at..];
            if let Some(marks) = self.open {
                if rest.starts_with(marks.as_bytes()) {
                    self.open = None;
                    at += marks.len() - 1;
                }
            } else if let Some(mark) = quote {
                match bytes[at] {
                    b'\\' if mark == b'"' => at += 1,
                    byte if byte == mark => quote = None,
                    _ => {}
                }
            } else if let Some(marks) = ["\"\"\"", "'''"]
                .into_iter()
                .find(|marks| self.language == Language::Toml && rest.starts_with(marks.as_bytes()))
            {
                self.open = Some(marks);
                at += marks.len() - 1;
            } else if matches!(bytes[at], b'"' | b'\'') && self.opens_quote(&bytes[..at]) {
                quote = Some(bytes[at]);
            } else if bytes[at] == b'#' && (at == 0 || bytes[at - 1].is_ascii_whitespace()) {
                self.note_scalar(&line[..at], indent);
                return Some(at);
            }
            at += 1;
        }
        self.note_scalar(line, indent);
        None
    }

    /// In YAML a quote opens a text only where a value may begin: `the carer's` has none.
    fn opens_quote(&self, before: &[u8]) -> bool {
        let previous = before.last().copied().unwrap_or(b' ');
        self.language == Language::Toml || matches!(previous, b' ' | b'[' | b'{' | b',' | b':' | b'-')
    }

    fn note_scalar(&mut self, line: &str, indent: usize) {
        let value = line.trim_end();
        let mark = value.rsplit([' ', ':']).next().unwrap_or_default();
        let begins = self.language == Language::Yaml
            && mark.starts_with(['|', '>'])
            && mark.len() <= 3
            && value[..value.len() - mark.len()].trim_end().ends_with([':', '-']);
        if begins {
            self.scalar = Some(indent);
        }
    }
}

/// The first line of an area that is neither empty nor a comment.
fn after(text: &str, area: Range<usize>) -> Option<usize> {
    let mut start = area.start;
    while start < area.end {
        let end = line_end(text, start).min(area.end);
        let bare = text[start..end].trim();
        if bare == "---" {
            return None;
        }
        if !bare.is_empty() && !bare.starts_with('#') {
            return Some(start);
        }
        start = end;
    }
    None
}

/// The bytes of the entry that begins on the first line of an area: that line, and what it holds.
fn entry(text: &str, area: Range<usize>, language: Language) -> Range<usize> {
    let indent_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut end = line_end(text, area.start).min(area.end);
    let first = &text[area.start..end];
    let is_header = first.trim_start().starts_with('[');
    while end < area.end {
        let next = line_end(text, end).min(area.end);
        let line = &text[end..next];
        let bare = line.trim();
        let ends = match language {
            Language::Yaml => !bare.is_empty() && indent_of(line) <= indent_of(first),
            Language::Toml if is_header => line.starts_with('['),
            Language::Toml => bare.is_empty() || line.starts_with('[') || is_toml_key(bare),
        };
        if ends {
            break;
        }
        end = next;
    }
    area.start..end
}

fn is_toml_key(bare: &str) -> bool {
    let key = bare.split('=').next().unwrap_or_default().trim_end();
    key.len() < bare.len()
        && !key.is_empty()
        && key.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '"' | '\''))
}
