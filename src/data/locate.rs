//! Finds where a key or a value stands in the text it was read from.
//!
//! The parsers give values without places, and a page without findings needs none. So places are looked up only when
//! a diagnostic wants one, by walking the text again along a path of keys and positions.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// One step down a tree of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To the item at a position, counted from 0.
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// YAML, between `---` lines or a file of its own.
    Yaml,
    /// TOML.
    Toml,
}

/// A text that values were read from.
#[derive(Clone, Copy, Debug)]
pub struct Located<'a> {
    file: FileId,
    format: Format,
    text: &'a str,
    base: usize,
}

impl<'a> Located<'a> {
    /// Describes a text that begins `base` bytes into its file.
    pub fn new(file: FileId, format: Format, text: &'a str, base: usize) -> Self {
        Self { file, format, text, base }
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The file.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// Where the key at the end of a path stands; its nearest parent where it cannot be found.
    pub fn key(&self, path: &[Step]) -> Span {
        self.span(path, |found| found.key.clone().or(found.value.clone()))
    }

    /// Where the value at the end of a path stands; its key or nearest parent where it cannot be found.
    pub fn value(&self, path: &[Step]) -> Span {
        self.span(path, |found| found.value.clone().filter(|range| !range.is_empty()).or(found.key.clone()))
    }

    /// A range of the text as a place in the file.
    pub fn range(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start + self.base..range.end + self.base)
    }

    /// Whether the key at the end of a path stands between `{` and `}` on one line.
    pub fn is_inside_braces(&self, path: &[Step]) -> bool {
        let key = self.find(path).key.map_or(0, |range| range.start);
        let line_start = self.text[..key].rfind('\n').map_or(0, |newline| newline + 1);
        let before = &self.text[line_start..key];
        before.matches('{').count() > before.matches('}').count()
    }

    /// The bytes of a value within the text.
    pub fn value_range(&self, path: &[Step]) -> Option<Range<usize>> {
        self.find(path).value
    }

    /// Mends a finding about the value at the end of a path: other words in its place, in the quotes that it has.
    pub fn mend(&self, finding: Diagnostic, path: &[Step], words: Option<String>) -> Diagnostic {
        let (Some(range), Some(words)) = (self.value_range(path), words) else {
            return finding;
        };
        let quote = self.text[range.clone()].chars().next().filter(|letter| matches!(letter, '"' | '\''));
        let quote = quote.map_or(String::new(), String::from);
        finding.fix(self.range(range), format!("{quote}{words}{quote}"))
    }

    fn span(&self, path: &[Step], pick: impl Fn(&Found) -> Option<Range<usize>>) -> Span {
        let mut path = path;
        loop {
            if let Some(range) = pick(&self.find(path)) {
                return self.range(range);
            }
            match path.split_last() {
                Some((_, parent)) => path = parent,
                None => return self.range(0..0),
            }
        }
    }

    fn find(&self, path: &[Step]) -> Found {
        match self.format {
            Format::Yaml => Yaml { text: self.text }.find(path),
            Format::Toml => find_toml(self.text, path),
        }
    }
}

/// Where a key and its value were found.
#[derive(Clone, Debug, Default)]
struct Found {
    key: Option<Range<usize>>,
    value: Option<Range<usize>>,
}

fn find_toml(text: &str, path: &[Step]) -> Found {
    let Ok(document) = toml::de::DeTable::parse(text) else {
        return Found::default();
    };
    let mut found = Found { key: None, value: Some(document.span()) };
    let mut table = Some(document.get_ref());
    let mut list = None;
    for step in path {
        let next = match step {
            Step::Key(key) => {
                let Some((name, value)) =
                    table.and_then(|table| table.iter().find(|(name, _)| name.get_ref().as_ref() == key.as_str()))
                else {
                    return Found::default();
                };
                found.key = Some(name.span());
                value
            }
            Step::Item(index) => {
                let Some(value) = list.and_then(|list: &toml::de::DeArray<'_>| list.get(*index)) else {
                    return Found::default();
                };
                found.key = None;
                value
            }
        };
        found.value = Some(next.span());
        table = next.get_ref().as_table();
        list = next.get_ref().as_array();
    }
    found
}

/// A scanner for the YAML that people write in front matter and records: block and flow collections, quoted and plain
/// scalars, block scalars, comments. What it does not know (anchors, complex keys) it does not find, and the
/// diagnostic then points at the nearest thing that it does.
struct Yaml<'a> {
    text: &'a str,
}

impl Yaml<'_> {
    fn find(&self, path: &[Step]) -> Found {
        let mut found = Found { key: None, value: Some(0..self.text.trim_end().len()) };
        for step in path {
            let Some(area) = found.value.clone() else {
                return Found::default();
            };
            found = self.step(area, step);
            if found.value.is_none() {
                return found;
            }
        }
        if let Some(value) = &mut found.value {
            let written = self.text[value.clone()].trim_end();
            value.end = value.start + written.len();
        }
        found
    }

    fn step(&self, area: Range<usize>, step: &Step) -> Found {
        let start = self.skip_blank(area.start, area.end);
        if self.text[start..area.end].starts_with(['{', '[']) {
            return self.flow(start, area.end, step);
        }
        match step {
            Step::Key(key) => self.block_key(start, area.end, key),
            Step::Item(index) => self.block_item(start, area.end, *index),
        }
    }

    /// Skips white space, line ends and comments.
    fn skip_blank(&self, mut at: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        while at < end {
            match bytes[at] {
                b' ' | b'\t' | b'\n' | b'\r' => at += 1,
                b'#' if at == 0 || bytes[at - 1].is_ascii_whitespace() => {
                    at = self.text[at..end].find('\n').map_or(end, |newline| at + newline);
                }
                b'-' if self.text[at..end].starts_with("---\n") => at += 3,
                _ => break,
            }
        }
        at
    }

    /// Where on its line a byte stands.
    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The lines of a block collection that begins at `start`: each entry's first byte and the end of its area.
    fn entries(&self, start: usize, end: usize) -> Vec<Range<usize>> {
        let column = self.column(start);
        let mut starts = vec![start];
        let mut line_start = self.text[start..end].find('\n').map_or(end, |newline| start + newline + 1);
        let mut quote = self.open_quote(start, line_start, None);
        while line_start < end {
            let line_end = self.text[line_start..end].find('\n').map_or(end, |newline| line_start + newline + 1);
            let line = &self.text[line_start..line_end];
            let bare = line.trim_start_matches(' ');
            let indent = line.len() - bare.len();
            if quote.is_none() && indent == column && !bare.trim().is_empty() && !bare.starts_with('#') {
                let is_item = bare.starts_with("- ") || bare.trim_end() == "-";
                let first_is_item = self.text[start..end].starts_with('-');
                if is_item == first_is_item {
                    starts.push(line_start + indent);
                }
            }
            quote = self.open_quote(line_start, line_end, quote);
            line_start = line_end;
        }
        let ends = starts.iter().skip(1).copied().chain([end]).collect::<Vec<_>>();
        starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// Whether a quoted scalar is still open at the end of a line.
    fn open_quote(&self, start: usize, end: usize, quote: Option<u8>) -> Option<u8> {
        let bytes = &self.text.as_bytes()[start..end];
        let mut quote = quote;
        let mut previous = b' ';
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            match quote {
                Some(b'"') if byte == b'\\' => at += 1,
                Some(open) if byte == open => quote = None,
                Some(_) => {}
                None if matches!(byte, b'"' | b'\'') && matches!(previous, b' ' | b'[' | b'{' | b',' | b':' | b'-') => {
                    quote = Some(byte);
                }
                None if byte == b'#' && previous == b' ' => return None,
                None => {}
            }
            previous = byte;
            at += 1;
        }
        quote
    }

    fn block_key(&self, start: usize, end: usize, key: &str) -> Found {
        for entry in self.entries(start, end) {
            let (name, value_start) = self.key_at(entry.start, entry.end);
            if self.text[name.clone()].trim_matches(['"', '\'']) == key {
                return Found { key: Some(name), value: Some(self.trim(value_start..entry.end)) };
            }
        }
        Found::default()
    }

    fn block_item(&self, start: usize, end: usize, index: usize) -> Found {
        if !self.text[start..end].starts_with('-') {
            return if index == 0 { Found { key: None, value: Some(start..end) } } else { Found::default() };
        }
        match self.entries(start, end).into_iter().nth(index) {
            Some(entry) => Found { key: None, value: Some(self.trim(entry.start + 1..entry.end)) },
            None => Found::default(),
        }
    }

    /// The name at the start of an entry, and where its value begins.
    fn key_at(&self, start: usize, end: usize) -> (Range<usize>, usize) {
        let text = &self.text[start..end];
        let name_len = match text.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => text[1..].find(*quote as char).map_or(text.len(), |close| close + 2),
            _ => text
                .find(": ")
                .into_iter()
                .chain(text.find(":\n"))
                .min()
                .unwrap_or_else(|| text.trim_end().strip_suffix(':').map_or(text.len(), str::len)),
        };
        let value = text[name_len..].find(':').map_or(end, |colon| start + name_len + colon + 1);
        (start..start + name_len, value)
    }

    /// Takes white space and a comment after a plain value off an area.
    fn trim(&self, area: Range<usize>) -> Range<usize> {
        let start = self.skip_blank(area.start, area.end);
        let mut end = start + self.text[start..area.end].trim_end().len();
        let written = &self.text[start..end];
        let is_plain = !written.starts_with(['"', '\'', '|', '>', '{', '[']) && !written.contains('\n');
        if is_plain && let Some(comment) = written.find(" #") {
            end = start + written[..comment].trim_end().len();
        }
        start..end.max(start)
    }

    /// Looks within `{…}` or `[…]`.
    fn flow(&self, start: usize, end: usize, step: &Step) -> Found {
        let bytes = self.text.as_bytes();
        let (mut at, mut depth, mut quote) = (start, 0usize, None::<u8>);
        let mut pieces = Vec::new();
        let mut piece = start + 1;
        while at < end {
            let byte = bytes[at];
            match (quote, byte) {
                (Some(b'"'), b'\\') => at += 1,
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') if matches!(bytes[at - 1], b' ' | b'[' | b'{' | b',' | b':' | b'\n') => {
                    quote = Some(byte);
                }
                (None, b'{' | b'[') => depth += 1,
                (None, b'}' | b']') => {
                    depth -= 1;
                    if depth == 0 {
                        pieces.push(piece..at);
                        break;
                    }
                }
                (None, b',') if depth == 1 => {
                    pieces.push(piece..at);
                    piece = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        match step {
            Step::Item(index) => match pieces.into_iter().nth(*index) {
                Some(piece) => Found { key: None, value: Some(self.trim(piece)) },
                None => Found::default(),
            },
            Step::Key(key) => pieces
                .into_iter()
                .map(|piece| self.trim(piece))
                .find_map(|piece| {
                    let (name, value) = self.key_at(piece.start, piece.end);
                    (self.text[name.clone()].trim_matches(['"', '\'']) == key)
                        .then(|| Found { key: Some(name), value: Some(self.trim(value.min(piece.end)..piece.end)) })
                })
                .unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, path: &[Step], key: &str, value: &str) {
        let found = Yaml { text }.find(path);
        assert_eq!(found.key.map_or("", |range| &text[range]), key, "key of {path:?}");
        assert_eq!(found.value.map_or("", |range| &text[range]), value, "value of {path:?}");
    }

    #[test]
    fn finds_keys_values_and_items() {
        let text = "title: Hub  # the name\nphones:\n  - number: +441632960123\n    label: 'Adults: all'\n  - { number: 01632 960124, \
                    tags: [a, \"b, c\"] }\nnote: |\n  title: not this\n";
        check(text, &["title".into()], "title", "Hub");
        check(text, &["phones".into(), 0.into(), "number".into()], "number", "+441632960123");
        check(text, &["phones".into(), 0.into(), "label".into()], "label", "'Adults: all'");
        check(text, &["phones".into(), 1.into(), "number".into()], "number", "01632 960124");
        check(text, &["phones".into(), 1.into(), "tags".into(), 1.into()], "", "\"b, c\"");
        check(text, &["note".into()], "note", "|\n  title: not this");
        check(text, &["nothing".into()], "", "");
    }
}
